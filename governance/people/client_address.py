"""From which network address a request comes, behind proxies too."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

SOCKET = "unix"
"""Stands in `TRUSTED_PROXIES` for a proxy on this machine that speaks through a Unix socket."""
NO_ADDRESS = "0.0.0.0"  # noqa: S104  nothing is bound to it
"""Stands, where an address has to stand, for whoever came through a socket of this machine."""


def client_address(request: HttpRequest) -> str:
    """The address of whoever sent the request; "" where it came through a socket of this machine.

    It is the peer's own, unless the peer is a trusted proxy: then it is what that proxy says in
    `X-Forwarded-For`, where each proxy writes the address of its own peer at the end. Of the
    header's list as many entries are read, from its end, as proxies stand in a row, and each only
    while the one that wrote it is trusted. An entry that is no address is not believed.
    """
    address = str(request.META.get("REMOTE_ADDR") or "")
    entries = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    for entry in entries[: -settings.TRUSTED_PROXY_HOPS - 1 : -1]:
        told = _parsed(entry)
        if told is None or not _is_trusted(address):
            break
        address = str(told)
    parsed = _parsed(address)
    return address if parsed is None else str(parsed)


def _is_trusted(address: str) -> bool:
    parsed = _parsed(address)
    if parsed is None:
        return not address and SOCKET in settings.TRUSTED_PROXIES
    return any(
        parsed in ip_network(network) for network in settings.TRUSTED_PROXIES if network != SOCKET
    )


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """An address as proxies write it: "203.0.113.7", "203.0.113.7:443", "[2001:db8::7]:443"."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
