"""Sessions: their key, their end, and all of one's own."""

import time
from typing import Any

import pytest
from django.test import Client

from governance.models import AuditEntry
from governance.templatetags.interface import browser_name
from tests.people import PASSWORD

MINUTE, HOUR = 60, 60 * 60
PAGE = "/account/sessions/"


class Clock:
    """What the program takes for the time."""

    def __init__(self) -> None:
        self.at = time.time()

    def time(self) -> float:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in ("governance.views.session_end", "governance.people.session_times"):
        monkeypatch.setattr(f"{module}.time", clock)
    return clock


def sign_in(client: Client, name: str = "legal", **extra: Any) -> Any:
    return client.post("/sign-in/", {"username": name, "password": PASSWORD}, **extra)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def told() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("what", flat=True))


def test_session_that_was_laid_ready_is_not_the_one_that_is_signed_in(client, legal):
    client.get("/sign-in/")
    session = client.session
    session["laid"] = "ready"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client)
    assert client.cookies["sessionid"].value != before
    victim = Client()
    victim.cookies["sessionid"] = before
    assert (is_in(client), is_in(victim)) == (True, False)


def test_who_does_nothing_is_signed_out_and_told_why(client, legal, clock):
    sign_in(client)
    clock.at += 59 * MINUTE
    assert is_in(client)
    clock.at += 59 * MINUTE
    assert is_in(client)
    clock.at += 61 * MINUTE
    answer = client.get("/3774/articles/")
    assert answer.headers["Location"] == "/sign-in/?next=/3774/articles/"
    says = "You were signed out, since nothing was done for a while."
    assert says in client.get(answer.headers["Location"]).text
    assert says not in client.get("/sign-in/").text
    assert told() == ["person.signed_in", "person.session_ended"]


def test_form_that_is_sent_too_late_does_nothing(client, legal, clock):
    sign_in(client)
    clock.at += 61 * MINUTE
    new = "another long pass phrase"
    given = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/", given).headers["Location"].startswith("/sign-in/")
    assert sign_in(Client()).status_code == 302


def test_what_a_page_asks_for_by_itself_is_no_act(client, proposal, legal, clock):
    sign_in(client)
    for _minute in range(61):
        clock.at += MINUTE
        client.post("/proposals/3774-21-1/table/presence/")
    assert not is_in(client)


def test_whoever_works_is_signed_out_after_a_day(client, legal, clock):
    sign_in(client)
    for _half_hour in range(23):
        clock.at += HOUR / 2
        assert is_in(client)
    clock.at += HOUR / 2 + 1
    assert not is_in(client)


def test_idle_time_is_a_setting(client, legal, clock, settings):
    settings.SESSION_IDLE_SECONDS = 5 * MINUTE
    sign_in(client)
    clock.at += 6 * MINUTE
    assert not is_in(client)


def test_pages_within_a_minute_write_nothing(client, legal, clock, django_assert_num_queries):
    sign_in(client)
    client.get("/account/")
    clock.at += MINUTE / 2
    with django_assert_num_queries(4):
        client.get("/account/")


FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


def test_all_of_one_s_own_are_listed_and_ended(client, legal, secretary):
    telephone, other = Client(), Client()
    sign_in(client, headers={"user-agent": FIREFOX})
    sign_in(telephone, headers={"user-agent": SAFARI}, REMOTE_ADDR="198.51.100.7")
    sign_in(other, "secretary")
    page = client.get(PAGE)
    assert [one.ip for one in page.context["sessions"]] == ["127.0.0.1", "198.51.100.7"]
    assert page.text.index("This one") < page.text.index("198.51.100.7")
    assert page.text.count("This one") == 1
    assert "Firefox, Windows" in page.text
    assert "Safari, iPhone" in page.text
    client.post(PAGE)
    assert (is_in(client), is_in(telephone), is_in(other)) == (True, False, True)
    assert len(client.get(PAGE).context["sessions"]) == 1
    assert told()[-1] == "person.sessions_ended"


def test_forms_from_elsewhere_end_nothing(legal):
    mine, telephone = Client(enforce_csrf_checks=True), Client()
    sign_in(telephone)
    mine.force_login(legal)
    assert mine.post(PAGE).status_code == 403
    assert is_in(telephone)


def test_browser_that_says_nothing_of_itself(db):
    assert browser_name("") == "Unknown browser"
    assert browser_name(FIREFOX) == "Firefox, Windows"
