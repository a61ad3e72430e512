"""What people do with their own accounts, by way of django-allauth, is a line of the audit."""

from typing import Any

from allauth.account import signals
from allauth.mfa import signals as of_second_factor
from allauth.mfa.models import Authenticator
from django.dispatch import receiver
from django.http import HttpRequest

from governance.models import User
from governance.people import audit
from governance.people.client_address import client_address
from governance.people.second_factor import note_second_factor


@receiver(signals.password_changed)
def record_password_changed(user: User, **_about: Any) -> None:
    audit.record_of_person("person.password_changed", person=user, by=user)


@receiver(signals.password_reset)
def record_password_reset(user: User, **_about: Any) -> None:
    audit.record_of_person("person.password_reset", person=user, by=user)


@receiver(signals.email_changed)
def record_email_changed(user: User, to_email_address: Any, **_about: Any) -> None:
    audit.record_of_person(
        "person.email_changed", person=user, by=user, about=to_email_address.email[:200]
    )


@receiver(of_second_factor.authenticator_added)
def record_factor_added(
    request: HttpRequest, user: User, authenticator: Authenticator, **_about: Any
) -> None:
    note_second_factor(request, user)
    audit.record_of_person(
        "person.second_factor_added", person=user, by=user, about=authenticator.type
    )


@receiver(of_second_factor.authenticator_removed)
def record_factor_removed(
    request: HttpRequest, user: User, authenticator: Authenticator, **_about: Any
) -> None:
    note_second_factor(request, user)
    audit.record_of_person(
        "person.second_factor_removed", person=user, by=user, about=authenticator.type
    )


@receiver(of_second_factor.authenticator_reset)
def record_codes_made(user: User, **_about: Any) -> None:
    audit.record_of_person("person.recovery_codes_made", person=user, by=user)


@receiver(of_second_factor.authentication_failed)
def record_code_failed(request: HttpRequest, user: User, **_about: Any) -> None:
    audit.record_of_person(
        "person.code_failed", person=user, by=user, about=client_address(request)
    )
