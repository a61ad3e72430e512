"""A second factor: set up, asked for, lost, removed."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from governance.models import AuditEntry, Company, User
from governance.models.role import Role
from tests.people import PASSWORD, person

NOW = 1_800_000_000
SET_UP = "/account/second-factor/app/"
Committed = Callable[..., AbstractContextManager[list[Any]]]


def code(secret: str, steps: int = 0) -> str:
    """What an authenticator app shows, now or `steps` half minutes later."""
    return format_hotp_value(hotp_value(secret, NOW // 30 + steps))


@pytest.fixture(autouse=True)
def half_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The half minute of the codes stands still, however long a busy machine takes."""
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: NOW))


def told() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("what", "about"))


def first_step(client: Client, to: str = "/sign-in/") -> Any:
    return client.post(to, {"username": "legal", "password": PASSWORD})


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Committed) -> Iterator[None]:
    """What waits for the end of a transaction happens although the test's never ends."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def secret(
    signed_in: Callable[[User], Client],
    legal: User,
    django_capture_on_commit_callbacks: Committed,
) -> str:
    """The key of the app that `legal` has set up."""
    client = signed_in(legal)
    client.post(f"/account/confirm/?next={SET_UP}", {"password": PASSWORD})
    key = re.findall(r'id="key" value="(\w+)"', client.get(SET_UP).text)[0]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(SET_UP, {"code": code(key, -1)})
    assert answer.headers["Location"] == "/account/second-factor/codes/"
    return key


def codes_of(user: User) -> list[str]:
    row = Authenticator.objects.get(user=user, type="recovery_codes")
    found: list[str] = row.wrap().get_unused_codes()
    return found


def test_setting_up_asks_for_the_password_first(signed_in, legal):
    asked = signed_in(legal).get(SET_UP)
    assert asked.headers["Location"].startswith("/account/confirm/?next=")


def test_code_that_is_wrong_sets_nothing_up(signed_in, legal):
    client = signed_in(legal)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.get(SET_UP)
    answer = client.post(SET_UP, {"code": "000000"})
    assert answer.context["form"].errors == {
        "code": ["This code is not right, or it has been used or is over."]
    }
    assert not Authenticator.objects.exists()


def test_signing_in_takes_both(client, legal, secret):
    answer = first_step(client, "/sign-in/?next=/3774/articles/")
    assert answer.headers["Location"] == "/sign-in/code/"
    # The password alone opens nothing.
    assert client.get("/account/").headers["Location"] == "/sign-in/?next=/account/"
    assert "known_device" not in client.cookies
    before = client.cookies["sessionid"].value
    wrong = client.post("/sign-in/code/", {"code": "000000"})
    assert wrong.context["form"].errors["code"] == [
        "This code is not right, or it has been used or is over."
    ]
    right = client.post("/sign-in/code/", {"code": code(secret)})
    assert (right.status_code, right.headers["Location"]) == (302, "/3774/articles/")
    # A session that somebody laid ready is not the one that is signed in.
    assert client.cookies["sessionid"].value != before
    assert told()[-4:] == [
        ("person.second_factor_added", "totp"),
        ("person.second_factor_added", "recovery_codes"),
        ("person.code_failed", "127.0.0.1"),
        ("person.signed_in", "127.0.0.1 password+totp"),
    ]


def test_code_works_once(client, legal, secret):
    used = code(secret)
    first_step(client)
    assert client.post("/sign-in/code/", {"code": used}).status_code == 302
    other = Client()
    first_step(other)
    assert other.post("/sign-in/code/", {"code": used}).status_code == 200


def test_recovery_code_works_once(client, legal, secret):
    kept = codes_of(legal)[0]
    first_step(client)
    assert client.post("/sign-in/code/", {"code": kept}).status_code == 302
    assert told()[-1] == ("person.signed_in", "127.0.0.1 password+recovery_codes")
    other = Client()
    first_step(other)
    assert other.post("/sign-in/code/", {"code": kept}).status_code == 200


def test_codes_cannot_be_guessed_at_length(client, legal, secret):
    first_step(client)
    for guess in range(5):
        client.post("/sign-in/code/", {"code": f"{guess:06}"})
    answer = client.post("/sign-in/code/", {"code": code(secret)})
    assert answer.context["form"].errors["code"] == [
        "That was too often. Wait for some minutes and try again."
    ]


@pytest.mark.parametrize("path", ["/sign-in/code/", "/sign-in/code/?next=https://example.com/"])
def test_second_step_without_the_first_leads_to_the_first(client, legal, secret, path):
    for answer in (client.get(path), client.post(path, {"code": code(secret)})):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in/")


def test_second_step_leads_nowhere_else(client, legal, secret):
    first_step(client, "/sign-in/?next=https://example.com/")
    answer = client.post("/sign-in/code/?next=https://example.com/", {"code": code(secret)})
    assert answer.headers["Location"] == "/"


def test_reset_of_the_password_does_not_pass_the_second_factor(client, legal, secret):
    legal.email = "legal@example.com"
    legal.save()
    client.post("/sign-in/password/", {"email": "legal@example.com"})
    link = re.findall(r"http://testserver(\S+)", mail.outbox[-1].body)[0]
    (page, _status) = client.get(link, follow=True).redirect_chain[-1]
    new = "another long pass phrase"
    client.post(page, {"password1": new, "password2": new})
    answer = client.post("/sign-in/", {"username": "legal", "password": new})
    assert answer.headers["Location"] == "/sign-in/code/"


def test_it_is_removed_and_told(signed_in, legal, secret, django_capture_on_commit_callbacks):
    legal.email = "legal@example.com"
    legal.save()
    client = signed_in(legal)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post(f"{SET_UP}remove/")
    assert not Authenticator.objects.exists()
    assert told()[-2:] == [
        ("person.second_factor_removed", "totp"),
        ("person.second_factor_removed", "recovery_codes"),
    ]
    assert mail.outbox[-1].subject == "A second factor is removed"
    assert first_step(Client()).headers["Location"] == "/"


def test_codes_are_made_anew(signed_in, legal, secret, committed):
    old = codes_of(legal)
    client = signed_in(legal)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post("/account/second-factor/codes/new/")
    assert set(codes_of(legal)).isdisjoint(old)
    shown = client.get("/account/second-factor/codes/")
    assert re.findall(r"<code>(\d+)</code>", shown.text) == codes_of(legal)
    assert "no-store" in shown.headers["Cache-Control"]


def test_whoever_keeps_the_site_takes_it_from_somebody_who_lost_it(client, legal, secret):
    site = User.objects.create_superuser("site")
    client.force_login(site)
    factor = Authenticator.objects.get(user=legal, type="totp")
    page = f"/admin/mfa/authenticator/{factor.pk}/"
    assert secret not in client.get(f"{page}change/").text
    client.post(f"{page}delete/", {"post": "yes"})
    assert told()[-1] == ("person.second_factor_removed", "legal totp")
    assert first_step(Client()).headers["Location"] == "/"


def test_passkey_that_was_made_up_is_refused(signed_in, client, legal, secret):
    first_step(client)
    for sent in ("", "{}", "[]", "nonsense", '{"id": "x", "response": {}}'):
        assert client.post("/sign-in/code/", {"credential": sent}).status_code == 200
    assert "_auth_user_id" not in client.session
    own = signed_in(legal)
    own.post("/account/confirm/", {"password": PASSWORD})
    for sent in ("", "{}", "[]", "nonsense"):
        answer = own.post("/account/second-factor/passkeys/add/", {"credential": sent})
        assert answer.status_code == 200
    assert not Authenticator.objects.filter(type="webauthn").exists()


def test_passkey_of_somebody_else_is_not_there(signed_in, legal, secretary):
    theirs = Authenticator.objects.create(user=legal, type="webauthn", data={"name": "Theirs"})
    client = signed_in(secretary)
    client.post("/account/confirm/", {"password": PASSWORD})
    for path in ("", "remove/"):
        page = f"/account/second-factor/passkeys/{theirs.pk}/{path}"
        assert (client.get(page).status_code, client.post(page).status_code) == (404, 404)


def demand(company: Company, *roles: str) -> None:
    company.second_factor_roles = list(roles)
    company.save()


LED = "/account/second-factor/"


def test_role_that_needs_one_sees_nothing_until_it_has_one(
    client, company, legal, reader, django_capture_on_commit_callbacks
):
    demand(company, "legal_staff", "administrator")
    assert first_step(client).headers["Location"] == "/"
    for path in ("/", "/3774/articles/", "/3774/proposals/", "/search/?q=share", "/admin/"):
        for answer in (client.get(path), client.post(path)):
            assert (answer.status_code, answer.headers["Location"]) == (302, LED), path
    assert "Your role needs a second factor." in client.get(LED).text
    client.post(f"/account/confirm/?next={SET_UP}", {"password": PASSWORD})
    key = re.findall(r'id="key" value="(\w+)"', client.get(SET_UP).text)[0]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(SET_UP, {"code": code(key)})
    assert client.get("/3774/articles/").status_code == 200
    assert "Your role needs" not in client.get(LED).text
    # Whose role needs none goes on as before.
    client.force_login(reader)
    assert client.get("/3774/articles/").status_code == 200


def test_whoever_removes_it_is_led_back(client, company, legal, secret):
    demand(company, "legal_staff")
    first_step(client)
    client.post("/sign-in/code/", {"code": code(secret)})
    assert client.get("/").status_code == 200
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post(f"{SET_UP}remove/")
    assert client.get("/").headers["Location"] == LED


def test_demand_reaches_those_who_are_signed_in(signed_in, company, legal, monkeypatch):
    client = signed_in(legal)
    demand(company, "legal_staff")
    later = time.time() + 61
    monkeypatch.setattr("governance.views.session_end.time.time", lambda: later)
    assert client.get("/").headers["Location"] == LED
    demand(company)
    assert client.get("/").status_code == 200


def test_demand_of_another_company_is_not_theirs(signed_in, company, other_company, legal):
    demand(other_company, "legal_staff")
    assert signed_in(legal).get("/").status_code == 200


def test_an_administrator_demands_it(signed_in, company):
    head = person("head", company, Role.ADMINISTRATOR)
    client = signed_in(head)
    page = client.get("/3774/company/")
    given = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    given = {name: value for name, value in given.items() if value is not False}
    for roles, expected in ((["legal_staff", "reader"], 302), (["king"], 422), ([], 302)):
        given["version"] = client.get("/3774/company/").context["form"]["version"].value()
        answer = client.post("/3774/company/", given | {"second_factor_roles": roles})
        assert answer.status_code == expected
        company.refresh_from_db()
        if expected == 302:
            assert company.second_factor_roles == roles
