"""What people do with their own accounts, by way of django-allauth, is a line of the audit."""

from typing import Any

from allauth.account import signals
from django.dispatch import receiver

from governance.models import User
from governance.people import audit


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
