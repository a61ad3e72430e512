"""Whose address a request has: a header is believed only where a trusted proxy wrote it."""

from typing import Any

import pytest
from django.test import RequestFactory

from governance.people.client_address import client_address

PROXY, INNER, CLIENT, OTHER = "10.0.0.2", "10.0.1.3", "203.0.113.7", "198.51.100.9"
NETWORKS = ["10.0.0.0/16"]


@pytest.mark.parametrize(
    ("peer", "header", "trusted", "hops", "address"),
    [
        # Nobody is trusted by itself.
        (PROXY, CLIENT, [], 1, PROXY),
        (PROXY, None, NETWORKS, 1, PROXY),
        (PROXY, CLIENT, NETWORKS, 1, CLIENT),
        # Whoever is no proxy says what he likes.
        (OTHER, CLIENT, NETWORKS, 1, OTHER),
        # What the client wrote stands before what the proxy wrote.
        (PROXY, f"{OTHER}, {CLIENT}", NETWORKS, 1, CLIENT),
        (PROXY, f"{OTHER}, {CLIENT}, {INNER}", NETWORKS, 2, CLIENT),
        (PROXY, f"{OTHER},{CLIENT},{INNER}", NETWORKS, 1, INNER),
        # Past the outer proxy, straight to the inner one, with a header made up.
        (PROXY, f"{OTHER}, {CLIENT}", NETWORKS, 2, CLIENT),
        (PROXY, CLIENT, NETWORKS, 9, CLIENT),
        # What is no address is not believed, nor what stands before it.
        (PROXY, "somebody", NETWORKS, 1, PROXY),
        (PROXY, "", NETWORKS, 1, PROXY),
        (PROXY, f"{CLIENT}, ", NETWORKS, 1, PROXY),
        (PROXY, f"{CLIENT}, unknown, {INNER}", NETWORKS, 3, INNER),
        (PROXY, f"{CLIENT}\x00", NETWORKS, 1, PROXY),
        # As proxies write it.
        (PROXY, f"{CLIENT}:443", NETWORKS, 1, CLIENT),
        (PROXY, "[2001:db8::7]:443", NETWORKS, 1, "2001:db8::7"),
        (f"::ffff:{PROXY}", f"::ffff:{CLIENT}", NETWORKS, 1, CLIENT),
        ("2001:db8::1", CLIENT, ["2001:db8::1"], 1, CLIENT),
        # A socket of this machine has no address.
        ("", CLIENT, NETWORKS, 1, ""),
        ("", CLIENT, ["unix"], 1, CLIENT),
    ],
)
def test_client_address(
    settings: Any, peer: str, header: str | None, trusted: list[str], hops: int, address: str
) -> None:
    settings.TRUSTED_PROXIES, settings.TRUSTED_PROXY_HOPS = trusted, hops
    given = {"REMOTE_ADDR": peer} | ({} if header is None else {"HTTP_X_FORWARDED_FOR": header})
    assert client_address(RequestFactory().get("/", **given)) == address
