"""Signing in and out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from governance.models import AuditEntry, SignInFailure
from governance.people import sign_in_limits
from governance.people.sign_in_limits import SignInAttempt
from tests.people import PASSWORD, person

HERE, THERE = "127.0.0.1", "198.51.100.200"


def attempt(client, name="legal", password="wrong", **extra):  # noqa: S107
    return client.post("/sign-in/", {"username": name, "password": password}, **extra)


def errors(answer):
    return answer.context["form"].non_field_errors()


def test_sign_in_leads_to_where_one_wanted_to_go(client, legal):
    answer = client.post(
        "/sign-in/?next=/3774/articles/", {"username": "legal", "password": PASSWORD}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/3774/articles/")


def test_sign_in_leads_nowhere_else(client, legal):
    data = {"username": "legal", "password": PASSWORD, "next": "https://example.com/"}
    assert client.post("/sign-in/", data).headers["Location"] == "/"


def test_wrong_password_is_refused_without_saying_which(client, legal):
    sentence = "The name or the password is not right. Capitals count in both."
    assert errors(attempt(client)) == [sentence]
    assert errors(attempt(client, name="nobody")) == [sentence]


def test_sixth_attempt_has_to_wait_even_with_the_right_password(client, legal):
    for _ in range(5):
        attempt(client)
    assert errors(attempt(client, password=PASSWORD)) == [
        "Too many attempts have failed. You can try again in 15 minutes."
    ]
    assert "_auth_user_id" not in client.session
    # Neither another name nor another place suffers from it.
    assert attempt(client, password=PASSWORD, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_waiting_ends_with_the_window(client, legal):
    before = timezone.now() - sign_in_limits.WINDOW - timedelta(seconds=1)
    for _ in range(5):
        sign_in_limits.failed(SignInAttempt("legal", "127.0.0.1"), at=before)
    assert attempt(client, password=PASSWORD).status_code == 302


def test_success_forgets_the_failures(client, legal):
    for _ in range(4):
        attempt(client)
    attempt(client, password=PASSWORD)
    assert not SignInFailure.objects.exists()


def failed(now, *attempts):
    for each in attempts:
        sign_in_limits.failed(SignInAttempt(*each), at=now)


def waits(now, *attempted):
    return sign_in_limits.minutes_to_wait(SignInAttempt(*attempted), at=now)


def test_name_is_counted_however_it_is_written(db):
    now = timezone.now()
    failed(now, *((name, HERE) for name in ("Legal", "LEGAL", "legal", "lEgal", "legaL")))
    assert waits(now, "legal", HERE) == 15
    assert waits(now, "secretary", HERE) == 0


def test_one_address_cannot_try_all_names(db):
    now = timezone.now()
    most = sign_in_limits.FAILURES_OF_AN_ADDRESS
    failed(now, *((f"name {count}", HERE) for count in range(most)))
    assert (waits(now, "another", HERE), waits(now, "another", THERE)) == (15, 0)


def test_many_addresses_cannot_try_one_name(db):
    now = timezone.now()
    most = sign_in_limits.FAILURES_OF_A_NAME
    failed(now, *(("legal", f"198.51.100.{count}") for count in range(most - 1)))
    assert waits(now, "legal", HERE) == 0
    failed(now, ("legal", THERE))
    assert (waits(now, "legal", HERE), waits(now, "secretary", HERE)) == (15, 0)


def test_addresses_of_one_network_of_version_6_are_one(db):
    now = timezone.now()
    failed(now, *(("legal", f"2001:db8::{count}") for count in range(5)))
    assert waits(now, "legal", "2001:db8::ffff") == 15
    assert waits(now, "legal", "2001:db8:0:1::1") == 0


def test_known_device_comes_in_while_others_guess(client, legal):
    attempt(client, password=PASSWORD)
    client.post("/sign-out/")
    guesser = Client()
    for _ in range(6):
        attempt(guesser)
    now = timezone.now()
    failed(now, *((f"name {count}", HERE) for count in range(50)))
    failed(now, *(("legal", f"198.51.100.{count}") for count in range(25)))
    # One account and one address are closed to whoever comes with another browser.
    assert "Too many attempts" in errors(attempt(Client(), password=PASSWORD))[0]
    assert attempt(client, password=PASSWORD).status_code == 302
    # What others failed at is not forgotten for it.
    assert SignInFailure.objects.filter(device="").count() == 80


def test_known_device_is_no_way_to_guess(client, legal, secretary):
    attempt(client, password=PASSWORD)
    client.post("/sign-out/")
    for _ in range(5):
        attempt(client)
    assert "Too many attempts" in errors(attempt(client, password=PASSWORD))[0]
    # For another account it is not known.
    for _ in range(5):
        attempt(client, name="secretary")
    assert "Too many attempts" in errors(attempt(Client(), name="secretary"))[0]


def test_devices_are_known_to_those_who_signed_in_last(client, legal, company):
    people = [person(f"person{count}", company) for count in range(10)]
    for each in (legal, *people):
        attempt(client, name=each.username, password=PASSWORD)
        client.post("/sign-out/")
    for name, is_known in (("legal", False), ("person0", True), ("person9", True)):
        attempt(client, name=name)
        assert (SignInFailure.objects.latest("pk").device != "") is is_known, name


@pytest.mark.parametrize("cookie", ["", "x", "WzEsWzFdXQ:1:x", "\x00"])
def test_cookie_that_we_did_not_sign_makes_no_device_known(client, legal, cookie):
    attempt(client, password=PASSWORD)
    client.post("/sign-out/")
    kept = client.cookies["known_device"]
    assert (kept["path"], kept["httponly"], kept["samesite"]) == ("/sign-in/", True, "Lax")
    client.cookies["known_device"] = cookie
    attempt(client)
    assert SignInFailure.objects.get().device == ""


def test_those_behind_a_trusted_proxy_are_told_apart(client, legal, settings):
    settings.TRUSTED_PROXIES = [HERE]
    for _ in range(5):
        attempt(client, HTTP_X_FORWARDED_FOR="203.0.113.7")
    assert "Too many" in errors(attempt(client, HTTP_X_FORWARDED_FOR="1.1.1.1, 203.0.113.7"))[0]
    assert attempt(client, password=PASSWORD, HTTP_X_FORWARDED_FOR=THERE).status_code == 302
    assert AuditEntry.objects.get(what="person.signed_in").about == f"{THERE} password"


def test_what_was_typed_as_a_name_is_not_kept(client, legal):
    attempt(client, name="my password by mistake")
    kept = SignInFailure.objects.get()
    assert "password" not in f"{kept.name} {kept.address}"


@pytest.mark.parametrize("name", ["\x00", "a\x00b", "x" * 5000, "<script>alert(1)</script>"])
def test_absurd_name_is_answered(client, db, name):
    answer = attempt(client, name=name)
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content


def test_sign_out(client, legal):
    client.force_login(legal)
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert "_auth_user_id" not in client.session
