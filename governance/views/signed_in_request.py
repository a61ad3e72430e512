"""The request as it reaches our views: `LoginRequiredMiddleware` has let nobody else through."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from governance.models import User


class SignedInRequest(HttpRequest):
    """For the type checker: somebody has signed in, and htmx is known."""

    user: User
    htmx: HtmxDetails
