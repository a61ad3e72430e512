"""Signing in by way of a company's directory: there, and back."""

from logging import getLogger

from allauth.socialaccount.providers.openid_connect import views as of_allauth
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from requests import RequestException

from governance.people.directory import DIRECTORY, directory_is_down

log = getLogger(__name__)
# What a directory that is down, or is none, makes of its answers.
BROKEN = (RequestException, AttributeError, LookupError, TypeError, ValueError)


@login_not_required
def to_directory(request: HttpRequest) -> HttpResponse:
    """GET /sign-in/directory/: leads to the directory; `next` is where one wanted to go."""
    if not settings.OIDC_SERVER:
        raise Http404
    # allauth would take scopes and other things from the address too.
    asked = QueryDict(mutable=True)
    if "next" in request.GET:
        asked["next"] = request.GET["next"]
    request.GET = asked  # type: ignore[assignment]
    return _answer(request, of_allauth.login)


@login_not_required
def from_directory(request: HttpRequest, provider_id: str) -> HttpResponse:
    """GET /sign-in/directory/answer/: where the directory leads back to."""
    if not settings.OIDC_SERVER or provider_id != DIRECTORY:
        raise Http404
    return _answer(request, of_allauth.callback)


def _answer(request: HttpRequest, view: object) -> HttpResponse:
    try:
        answer: HttpResponse = view(request, DIRECTORY)  # type: ignore[operator]
    except BROKEN:
        log.warning("The directory does not answer as it should.", exc_info=True)
        return directory_is_down(request)
    return answer
