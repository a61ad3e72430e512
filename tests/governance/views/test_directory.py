"""Signing in by way of a company's directory, against a server that speaks over HTTP."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from governance.models import AuditEntry, User
from tests.governance.views.directory_server import CLIENT, SECRET, Directory, served
from tests.people import PASSWORD

START = "/sign-in/directory/"
LEGAL = {"sub": "1001", "email": "Legal@example.com", "email_verified": True}


@pytest.fixture
def directory(settings: Any, legal: User) -> Iterator[Directory]:
    """The directory of the settings; it knows `legal`, who has never come by it."""
    legal.email = "legal@example.com"
    legal.save()
    with served() as directory:
        directory.person = dict(LEGAL)
        settings.OIDC_SERVER, settings.OIDC_NAME = directory.address, "Example ID"
        app = {"provider_id": "directory", "client_id": CLIENT, "secret": SECRET}
        app["settings"] = {"server_url": directory.address, "verified_email": []}
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
        }
        yield directory


def there(client: Client, start: str = START) -> dict[str, str]:
    """What the browser is sent to the directory with."""
    answer = client.get(start)
    assert answer.status_code == 302, answer.text
    return {
        name: one[0] for name, one in parse_qs(urlsplit(answer.headers["Location"]).query).items()
    }


def back(client: Client, directory: Directory, start: str = START) -> Any:
    return client.get(directory.authorize(there(client, start)))


def says(answer: Any, sentence: str, status: int = 403) -> None:
    assert (answer.status_code, answer.context["sentence"]) == (status, sentence)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_somebody_with_an_account_is_signed_in(client, directory, legal):
    assert "Sign in with Example ID" in client.get("/sign-in/").text
    before = client.session.session_key
    answer = back(client, directory, f"{START}?next=/3774/articles/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/3774/articles/")
    assert client.cookies["sessionid"].value != before
    assert is_in(client)
    lines = AuditEntry.objects.order_by("pk").values_list("what", "actor__username", "about")
    assert list(lines) == [
        ("person.directory_linked", "legal", ""),
        ("person.signed_in", "legal", "127.0.0.1 directory"),
    ]
    assert mail.outbox[0].subject == "Your directory signs you in"
    # Their password still works, and the directory knows them by its own key from now on.
    assert legal.check_password(PASSWORD)
    directory.person["email"] = "married@example.com"
    again = Client()
    assert back(again, directory).status_code == 302
    assert is_in(again)
    assert SocialAccount.objects.get().user == legal


UNCONFIRMED = (
    "The directory names no confirmed e-mail address for you, so that it cannot be told which"
    " account is yours."
)
ELSEWHERE = "This was begun in another browser, or too long ago. Begin again."


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"email": "nobody@example.com"}, "No account here has the address nobody@example.com."),
        ({"email_verified": False}, UNCONFIRMED),
        ({"email": None}, UNCONFIRMED),
    ],
)
def test_nobody_gets_an_account_by_it(client, directory, claims, sentence):
    directory.person |= claims
    says(back(client, directory), sentence)
    assert not is_in(client)
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 0)
    assert AuditEntry.objects.get().what == "person.sign_in_failed"


def test_address_of_two_accounts_is_nobody_s(client, directory, secretary):
    secretary.email = "LEGAL@example.com"
    secretary.save()
    says(back(client, directory), "More than one account has the address legal@example.com.")
    assert not is_in(client)


def test_account_that_is_closed_stays_closed(client, directory, legal):
    back(client, directory)
    User.objects.filter(pk=legal.pk).update(is_active=False)
    again = Client()
    assert back(again, directory).headers["Location"] == "/sign-in/closed/"
    assert not is_in(again)


def test_address_that_somebody_only_asked_for_is_not_theirs(
    signed_in, client, directory, secretary
):
    directory.person |= {"email": "wanted@example.com"}
    own = signed_in(secretary)
    own.post("/account/confirm/", {"password": PASSWORD})
    own.post("/account/email/", {"email": "wanted@example.com", "action_add": ""})
    says(back(client, directory), "No account here has the address wanted@example.com.")


def test_domain_that_the_directory_answers_for(client, directory, settings):
    directory.person |= {"email_verified": None}
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["verified_email"] = ["example.com"]
    assert back(client, directory).status_code == 302
    assert is_in(client)


DOWN = "The directory does not answer as it should. Try again later, or sign in with your password."


@pytest.mark.parametrize("broken", [500, "not JSON", "{}", "[]"])
def test_directory_that_is_down_says_so_and_locks_nobody_out(client, directory, broken):
    directory.broken["/.well-known/openid-configuration"] = broken
    says(client.get(START), DOWN, 503)
    assert not is_in(client)
    answer = client.post("/sign-in/", {"username": "legal", "password": PASSWORD})
    assert answer.status_code == 302


def test_directory_that_is_not_there(client, directory, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"
    says(client.get(START), DOWN, 503)


@pytest.mark.parametrize(
    ("path", "broken"),
    [("/token", 500), ("/token", "not JSON"), ("/userinfo", 503), ("/userinfo", "[1]")],
)
def test_directory_that_breaks_off_in_between(client, directory, broken, path):
    directory.broken[path] = broken
    says(back(client, directory), DOWN, 503)
    assert not is_in(client)


@pytest.mark.parametrize("claims", [{"iss": "https://example.com"}, {"aud": "another"}, {"exp": 1}])
def test_token_that_is_not_for_us_is_refused(client, directory, claims):
    directory.token_of = claims
    says(back(client, directory), DOWN, 503)
    assert not is_in(client)


def test_answer_that_was_not_asked_for_is_refused(client, directory):
    """A link laid before somebody does not sign them in to the account of whoever laid it."""
    attacker = Client()
    laid = directory.authorize(there(attacker))
    says(client.get(laid), ELSEWHERE)
    says(client.get(f"{START}answer/?code=1&state=1"), ELSEWHERE)
    assert not is_in(client)


def test_code_is_of_the_browser_that_asked(client, directory):
    """Whoever reads a code on its way cannot use it: it takes what stayed in the browser."""
    asked = there(client)
    code = parse_qs(urlsplit(directory.authorize(asked)).query)["code"][0]
    directory.challenges[code] = "another"
    says(client.get(f"{START}answer/?code={code}&state={asked['state']}"), DOWN, 503)


def test_refusal_of_the_directory_is_told(client, directory):
    state = there(client)["state"]
    answer = client.get(f"{START}answer/?error=access_denied&state={state}")
    says(answer, "The directory did not let you in, or you stopped there.")


def test_it_leads_nowhere_else_and_asks_for_nothing_else(client, directory):
    more = "process=connect&scope=admin&auth_params=prompt%3Dnone"
    asked = there(client, f"{START}?next=https://evil.example/&{more}")
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert "prompt" not in asked
    answer = client.get(directory.authorize(asked))
    assert answer.headers["Location"] == "/"


def test_second_factor_is_asked_for_after_it(client, directory, legal):
    Authenticator.objects.create(user=legal, type="totp", data={"secret": "A" * 32})
    assert back(client, directory).headers["Location"] == "/sign-in/code/"
    assert not is_in(client)


def test_without_a_directory_there_is_none(client, db):
    assert "Sign in with" not in client.get("/sign-in/").text
    for path in (START, f"{START}answer/", "/sign-in/other/answer/"):
        assert client.get(path).status_code == 404
