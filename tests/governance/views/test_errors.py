"""Pages for what went wrong, in our look and without asking the database."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.test import Client, RequestFactory

from governance.views import errors


@pytest.mark.parametrize(
    ("view", "exception", "status", "heading"),
    [
        (errors.bad_request, ValueError("x"), 400, "This request was not understood"),
        (errors.bad_request, RequestDataTooBig("x"), 413, "That was too much at once"),
        (errors.forbidden, PermissionDenied(), 403, "This is not open to you"),
        (errors.not_found, ValueError("x"), 404, "There is no such page"),
    ],
)
def test_page_says_what_happened(view, exception, status, heading):
    # No database mark: a query would be an error here.
    answer = view(RequestFactory().get("/nowhere/"), exception)
    assert answer.status_code == status
    assert f"<h1>{heading}</h1>" in answer.content.decode()
    assert "css/tokens.css" in answer.content.decode()


def test_fault_says_that_it_is_one():
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "<h1>Something went wrong here</h1>" in answer.content.decode()


def test_unknown_address_in_japanese(client, settings, legal):
    settings.DEBUG = False
    client.force_login(legal)
    answer = client.get("/nowhere/", headers={"Accept-Language": "ja"})
    assert answer.status_code == 404
    assert "<h1>ページが見つかりません</h1>" in answer.content.decode()


def test_form_from_elsewhere_is_refused_in_words(settings, legal):
    client = Client(enforce_csrf_checks=True)
    client.force_login(legal)
    answer = client.post("/sign-out/")
    assert answer.status_code == 403
    assert "<h1>This form has expired</h1>" in answer.content.decode()


def test_more_than_any_form_takes(client, settings, legal):
    settings.DEBUG, settings.DATA_UPLOAD_MAX_MEMORY_SIZE = False, 100
    client.force_login(legal)
    answer = client.post(
        "/sign-out/", "a=" + "x" * 200, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 413
    assert "<h1>That was too much at once</h1>" in answer.content.decode()
