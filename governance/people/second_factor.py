"""Who needs a second factor to work here: those of a role for which their company demands it.

The answer is kept in the session, so that not every page asks the database; it is asked again once
a minute (`session_times`), and when a factor is added or removed.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from governance.models import Membership, User

LACKS = "lacks_second_factor"
"""In the session of somebody who has to set one up before they see anything else."""
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def lacks_second_factor(person: User) -> bool:
    """Whether a company of theirs demands one for a role they have, and they have none."""
    roles = Membership.objects.filter(user=person).values_list(
        "role", "company__second_factor_roles"
    )
    is_demanded = any(role in demanding for role, demanding in roles)
    return is_demanded and not is_mfa_enabled(person, _FACTORS)


def note_second_factor(request: HttpRequest, person: User) -> bool:
    """Ask again, and keep the answer in the session."""
    lacks = lacks_second_factor(person)
    if lacks:
        request.session[LACKS] = True
    else:
        request.session.pop(LACKS, None)
    return lacks


@receiver(user_logged_in)
def note_at_sign_in(request: HttpRequest, user: User, **_about: Any) -> None:
    note_second_factor(request, user)
