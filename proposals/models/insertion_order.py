"""Which of two proposals' insertions at one place stands first."""

from enum import StrEnum


class InsertionOrder(StrEnum):
    """Where two proposals put something at one place: how that of the later one stands."""

    BEFORE = "before"
    BEHIND = "behind"
