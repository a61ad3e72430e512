"""Every address asks for sign-in, and none is open to a stranger."""

import re
from datetime import date
from urllib.parse import quote

import pytest
from django.urls import URLPattern, get_resolver, reverse

from proposals.models import Proposal

OPEN = {
    "governance:sign_in",
    "set_language",
    "proposals:calendar_feed",
    "account_inactive",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "governance:invitation",
    "governance:to_directory",
    "openid_connect_callback",
}
# A feed of nobody's is not there, nor an invitation of nobody's, nor a directory that is not set.
NOT_THERE = {
    "proposals:calendar_feed",
    "governance:invitation",
    "governance:to_directory",
    "openid_connect_callback",
}
ARGUMENTS = {
    "code": "3774",
    "address": "3774-21-1",
    "language": "en",
    "direction": "up",
    "day": date(2013, 5, 24),
    "clock": "adopted",
    "place": "article:1",
    "number": 1,
    "slug": "21",
    "secret": "nobodys",
    "kind": "attachment",
    "ending": "docx",
    "uidb36": "1",
    "key": "no-such-key",
    "provider_id": "directory",
    "token": "nobodys",
}


def patterns(resolver=None, namespace=""):
    """The names of all our addresses with the arguments that each wants."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            if one.name:
                yield namespace + one.name, re.findall(r"<(?:\w+:)?(\w+)>", str(one.pattern))
        elif one.app_name != "admin":
            yield from patterns(one, f"{one.namespace}:" if one.namespace else namespace)


ADDRESSES = sorted((name, tuple(wanted)) for name, wanted in patterns())


def test_all_addresses_are_walked():
    names = {name for name, _wanted in ADDRESSES}
    assert {"governance:companies", "governance:article", "proposals:release_pdf"} <= names
    assert len(ADDRESSES) > 20


@pytest.mark.parametrize(("name", "wanted"), ADDRESSES, ids=[name for name, _ in ADDRESSES])
def test_address_asks_for_sign_in(client, db, name, wanted):
    path = reverse(name, kwargs={one: ARGUMENTS.get(one, 1) for one in wanted})
    for method in (client.get, client.post):
        answer = method(path)
        if name in OPEN:
            gone = (404,) if name in NOT_THERE else ()
            assert answer.status_code in (200, 302, 405, 422, *gone)
            assert "/sign-in/?next=" not in answer.headers.get("Location", "")
        else:
            assert (answer.status_code, answer.headers["Location"]) == (
                302,
                f"/sign-in/?next={quote(path)}",
            )


@pytest.mark.parametrize(("name", "wanted"), ADDRESSES, ids=[name for name, _ in ADDRESSES])
def test_address_knows_pages_and_forms_and_nothing_else(
    signed_in, proposal, legal, articles, name, wanted
):
    known = ARGUMENTS | {"pk": articles[1].pk}
    path = reverse(name, kwargs={one: known.get(one, 1) for one in wanted})
    client = signed_in(legal)
    for method in (client.put, client.patch, client.delete, client.options, client.trace):
        answer = method(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
        assert "Content-Security-Policy" in answer.headers


def of_company(addresses):
    return [(name, wanted) for name, wanted in addresses if {"code", "address"} & set(wanted)]


@pytest.mark.parametrize(
    ("name", "wanted"), of_company(ADDRESSES), ids=[name for name, _ in of_company(ADDRESSES)]
)
def test_address_is_not_there_for_a_stranger(signed_in, proposal, stranger, articles, name, wanted):
    known = ARGUMENTS | {"pk": articles[1].pk}
    path = reverse(name, kwargs={one: known[one] for one in wanted})
    client = signed_in(stranger)
    assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)
    assert Proposal.objects.get().state == "drafting"


def test_admin_has_no_second_sign_in(client, db):
    for path in ("/admin/", "/admin/login/"):
        last, _status = client.get(path, follow=True).redirect_chain[-1]
        assert last.startswith("/sign-in/?next=/admin/")
