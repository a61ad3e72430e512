"""How often somebody may try to sign in.

Failures are counted in the database, so that all web processes count together. Guessing is made
slow by account and by address; neither keeps out who comes with a browser that is known for the
account (`known_devices`), whose failures are counted by themselves.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import ip_network
from math import ceil

from django.db.models import QuerySet

from governance.models import SignInFailure

WINDOW = timedelta(minutes=15)
FAILURES_OF_A_NAME_AT_AN_ADDRESS = 5
FAILURES_OF_A_NAME = 25
# One address may be a whole office behind one router; still nobody mistypes this often.
FAILURES_OF_AN_ADDRESS = 50
FAILURES_OF_A_DEVICE = 5


@dataclass(frozen=True)
class SignInAttempt:
    """A name, the network address it comes from, and the key of the browser where that is known
    for the account, else "".
    """

    name: str
    address: str
    device: str = ""

    @property
    def counted(self) -> dict[str, str]:
        """The columns of its failure."""
        address = counted_address(self.address)
        return {"name": digest(self.name), "address": address, "device": self.device}


def minutes_to_wait(attempt: SignInAttempt, *, at: datetime) -> int:
    """The minutes until the attempt may be made; 0 when it may now."""
    recent = SignInFailure.objects.filter(at__gt=at - WINDOW).order_by("-at")
    ends = []
    for failures, most in _counts(attempt, recent):
        # The wait ends when the oldest of the last `most` failures leaves the window.
        if oldest := failures.values_list("at", flat=True)[most - 1 : most].first():
            ends.append(oldest + WINDOW)
    return ceil((max(ends) - at).total_seconds() / 60) if ends else 0


def _counts(
    attempt: SignInAttempt, recent: QuerySet[SignInFailure]
) -> list[tuple[QuerySet[SignInFailure], int]]:
    """The failures that count against an attempt, with how many are too many."""
    of_name = recent.filter(name=digest(attempt.name), device=attempt.device)
    if attempt.device:
        return [(of_name, FAILURES_OF_A_DEVICE)]
    at_address = {"address": counted_address(attempt.address)}
    return [
        (of_name, FAILURES_OF_A_NAME),
        (of_name.filter(**at_address), FAILURES_OF_A_NAME_AT_AN_ADDRESS),
        (recent.filter(device="", **at_address), FAILURES_OF_AN_ADDRESS),
    ]


def failed(attempt: SignInAttempt, *, at: datetime) -> None:
    """Count a failure, and forget those that no longer matter."""
    SignInFailure.objects.filter(at__lte=at - WINDOW).delete()
    SignInFailure.objects.create(**attempt.counted, at=at)


def succeeded(attempt: SignInAttempt) -> None:
    """Whoever knows the password starts from nothing again; guesses from elsewhere still count."""
    SignInFailure.objects.filter(**attempt.counted).delete()


def digest(name: str) -> str:
    """What is kept of a name: people type passwords into the wrong field."""
    return sha256(name.casefold().encode()).hexdigest()


def counted_address(address: str) -> str:
    """The address as it is counted: of version 6 the network, which one household has whole."""
    return str(ip_network(f"{address}/64", strict=False)) if ":" in address else address
