"""What django-allauth asks of the project: who may sign up, what is said, what is recorded.

allauth calls these by the names that its adapters give. `docs/decisions/people.md` says which of
its pages are used, and why.
"""

from typing import Any, ClassVar

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from qrcode.image.svg import SvgPathFillImage

from governance.models import User
from governance.people import audit
from governance.people.client_address import NO_ADDRESS, client_address
from governance.people.known_devices import remember_device


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, Any]] = DefaultAccountAdapter.error_messages | {
        "duplicate_email": gettext_lazy("This is the address of your account already."),
        "enter_current_password": gettext_lazy(
            "This is not your present password. Capitals count."
        ),
        "incorrect_code": gettext_lazy("This code is not right, or it has been used or is over."),
        "incorrect_password": gettext_lazy("This is not your password. Capitals count."),
        "rate_limited": gettext_lazy("That was too often. Wait for some minutes and try again."),
        "too_many_login_attempts": gettext_lazy(
            "That was too often. Wait for some minutes and try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NO_ADDRESS

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("governance:account")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:  # noqa: ARG002
        return reverse("governance:account")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Where it is asked again whether it is they; where nothing can tell, a page says so."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return methods or [{"id": "no_password", "url": reverse("account_set_password")}]

    def post_login(self, request: HttpRequest, user: User, **options: Any) -> HttpResponse:
        """Every way of signing in ends here: with a password, a code, a key, or a directory."""
        answer: HttpResponse = super().post_login(request, user, **options)
        remember_device(request, answer, user)
        ways = "+".join(_way(one) for one in get_authentication_records(request, user))
        about = f"{client_address(request)} {ways}".strip()
        audit.record_of_person("person.signed_in", person=user, by=user, about=about)
        return answer


def _way(record: dict[str, Any]) -> str:
    """ "password", "totp", "webauthn", "recovery_codes", or the name of a directory."""
    return str(record.get("type") or record.get("provider") or record["method"])


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages: ClassVar[dict[str, Any]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def get_totp_label(self, user: User) -> str:
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        """The key as a picture, black on white in the dark scheme too."""
        image: str = qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
        return image

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002  allauth's
        taken = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)d") % {"number": taken + 1}


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]
    def end_sessions(self, sessions: list[UserSession]) -> None:
        super().end_sessions(sessions)
        for person in {one.user for one in sessions}:
            audit.record_of_person("person.sessions_ended", person=person, by=person)
