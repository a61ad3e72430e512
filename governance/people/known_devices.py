"""Browsers that somebody has signed in with before, told by a signed cookie.

Guessing at an account from elsewhere does not keep its owner out: failures of a browser that is
known for the account are counted by themselves (`sign_in_limits`).
"""

from secrets import token_urlsafe

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from governance.models import User

COOKIE = "known_device"
SECONDS = 180 * 24 * 60 * 60
PEOPLE_OF_A_DEVICE = 10
"""People may share a machine; those who used it last are known there."""
_SALT = "governance.known_device"


def device_known_for(request: HttpRequest, user: User | None) -> str:
    """The key of the browser, if that person has signed in with it before; else ""."""
    key, people = _read(request)
    return key if user is not None and user.pk in people else ""


def remember_device(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser be known for somebody who has just signed in with it."""
    key, people = _read(request)
    known = [user.pk, *(each for each in people if each != user.pk)][:PEOPLE_OF_A_DEVICE]
    value = signing.dumps([key or token_urlsafe(16), known], salt=_SALT)
    response.set_cookie(
        COOKIE,
        value,
        max_age=SECONDS,
        path=settings.LOGIN_URL,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[int]]:
    try:
        key, people = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=SECONDS)
    except signing.BadSignature:
        return "", []
    return key, people
