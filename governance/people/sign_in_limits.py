"""How often somebody may try to sign in.

Failures are counted in the database, so that all web processes count together.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil

from governance.models import SignInFailure

WINDOW = timedelta(minutes=15)
FAILURES_OF_A_NAME = 5
# One address may be a whole office behind one router; still nobody mistypes this often.
FAILURES_OF_AN_ADDRESS = 50


def minutes_to_wait(name: str, address: str, *, at: datetime) -> int:
    """The minutes until `name` may try again from `address`; 0 when it may now."""
    recent = SignInFailure.objects.filter(address=address, at__gt=at - WINDOW).order_by("-at")
    ends = []
    for failures, most in (
        (recent.filter(name=digest(name)), FAILURES_OF_A_NAME),
        (recent, FAILURES_OF_AN_ADDRESS),
    ):
        # The wait ends when the oldest of the last `most` failures leaves the window.
        if oldest := failures.values_list("at", flat=True)[most - 1 : most].first():
            ends.append(oldest + WINDOW)
    return ceil((max(ends) - at).total_seconds() / 60) if ends else 0


def failed(name: str, address: str, *, at: datetime) -> None:
    """Count a failure, and forget those that no longer matter."""
    SignInFailure.objects.filter(at__lte=at - WINDOW).delete()
    SignInFailure.objects.create(name=digest(name), address=address, at=at)


def succeeded(name: str, address: str) -> None:
    """Whoever knows the password starts from nothing again."""
    SignInFailure.objects.filter(name=digest(name), address=address).delete()


def digest(name: str) -> str:
    """What is kept of a name: people type passwords into the wrong field."""
    return sha256(name.casefold().encode()).hexdigest()
