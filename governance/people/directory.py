"""Signing in by way of a company's directory (OpenID Connect): which account is meant.

A directory says who somebody is; who may come in is said here. A person is matched by an address
that the directory has confirmed, and afterwards by the directory's own key for them.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from governance.models import User
from governance.people import audit
from governance.people.client_address import client_address

DIRECTORY = "directory"
"""The one provider that the settings describe."""


class DirectoryAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What django-allauth asks while somebody comes from the directory."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Who comes for the first time is matched with an account, or refused."""
        if sociallogin.is_existing:
            return
        person, sentence = matched_person(
            [one.email for one in sociallogin.email_addresses if one.verified]
        )
        if person is None:
            raise ImmediateHttpResponse(refuse(request, sentence))
        sociallogin.connect(request, person)
        audit.record_of_person("person.directory_linked", person=person, by=person)

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, **about: Any
    ) -> None:
        del provider
        if about.get("exception") is not None:
            raise ImmediateHttpResponse(directory_is_down(request))
        if error == AuthError.CANCELLED or "error" in request.GET:
            sentence = _("The directory did not let you in, or you stopped there.")
        else:
            sentence = _("This was begun in another browser, or too long ago. Begin again.")
        raise ImmediateHttpResponse(refuse(request, sentence))


def matched_person(addresses: list[str]) -> tuple[User | None, str]:
    """The one whose account has one of the confirmed addresses, or None with the reason."""
    if not addresses:
        return None, _(
            "The directory names no confirmed e-mail address for you, so that it cannot be told"
            " which account is yours."
        )
    found = [
        person
        for address in addresses
        for person in User.objects.filter(email__iexact=address, is_active=True)
    ]
    if len(found) == 1:
        return found[0], ""
    names = {"address": ", ".join(addresses)}
    if found:
        return None, _("More than one account has the address %(address)s.") % names
    return None, _("No account here has the address %(address)s.") % names


def refuse(request: HttpRequest, sentence: str, *, status: int = 403) -> HttpResponse:
    """The page that says why nobody was signed in; it is a line of the audit."""
    audit.record_of_person(
        "person.sign_in_failed",
        person=None,
        by=None,
        about=f"{client_address(request)} {DIRECTORY}",
    )
    shown = {"sentence": sentence}
    return render(request, "account/directory_refused.html", shown, status=status)


def directory_is_down(request: HttpRequest) -> HttpResponse:
    """The same, where the directory does not answer as it should."""
    sentence = _(
        "The directory does not answer as it should. Try again later, or sign in with your"
        " password."
    )
    return refuse(request, sentence, status=503)
