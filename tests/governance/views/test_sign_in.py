"""Signing in and out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from governance.models import SignInFailure
from governance.people import sign_in_limits
from tests.people import PASSWORD


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
        sign_in_limits.failed("legal", "127.0.0.1", at=before)
    assert attempt(client, password=PASSWORD).status_code == 302


def test_success_forgets_the_failures(client, legal):
    for _ in range(4):
        attempt(client)
    attempt(client, password=PASSWORD)
    assert not SignInFailure.objects.exists()


def test_name_is_counted_however_it_is_written(db):
    now = timezone.now()
    for name in ("Legal", "LEGAL", "legal", "lEgal", "legaL"):
        sign_in_limits.failed(name, "127.0.0.1", at=now)
    assert sign_in_limits.minutes_to_wait("legal", "127.0.0.1", at=now) == 15
    assert sign_in_limits.minutes_to_wait("secretary", "127.0.0.1", at=now) == 0


def test_one_address_cannot_try_all_names(db):
    now = timezone.now()
    for count in range(sign_in_limits.FAILURES_OF_AN_ADDRESS):
        sign_in_limits.failed(f"name {count}", "127.0.0.1", at=now)
    assert sign_in_limits.minutes_to_wait("another", "127.0.0.1", at=now) == 15


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
