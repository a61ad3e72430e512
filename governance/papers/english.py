"""The words of the papers of the record in English."""

from collections.abc import Mapping, Sequence
from datetime import date

ARTICLES = "Articles of Incorporation"
ARTICLES_HEADING = "ARTICLES OF INCORPORATION"
COMPARISON = "Comparison of the Articles of Incorporation"
DRAFT = "DRAFT"
ALIKE = "There is no difference between the two."

DAY_TO_BE_WRITTEN = "Date: ____________________"
SIGNATURE = "{}  ____________________ (seal)"

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def write_date(day: date) -> str:
    """A day without its weekday: "June 26, 2013"."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def write_long_date(day: date) -> str:
    """A day with its weekday: "Wednesday, June 26, 2013"."""
    return f"{_WEEKDAYS[day.weekday()]}, {write_date(day)}"


def write_ordinal(number: int) -> str:
    """The ordinal of a meeting: "21st", "112th"."""
    # The teens take "th" in every hundred: 11th, 12th, 13th, 111th.
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def adopted(day: date) -> str:
    """By the clock "as adopted"."""
    return f"As adopted by {write_long_date(day)}"


def in_force(day: date) -> str:
    """By the clock "in force"."""
    return f"As in force on {write_long_date(day)}"


def title(company: str, day: date, *, is_in_force: bool) -> str:
    """The title of the file of the articles."""
    clock = "in force on" if is_in_force else "adopted by"
    return f"{ARTICLES} of {company}, as {clock} {write_date(day)}"


def certified(company: str, day: date) -> str:
    """What the representative certifies below a copy of the articles."""
    return (
        f"I hereby certify that the foregoing is a true copy of the {ARTICLES} of {company} as in"
        f" force on {write_date(day)}."
    )


def comparison_of(company: str) -> str:
    """The title of the file of a comparison."""
    return f"{COMPARISON} of {company}"


def in_force_from(day: date | None, condition: str = "") -> str:
    """Of a provision that is adopted and not in force yet; None: from a day that is not known, with
    what it waits for where that is known.
    """
    if day is None:
        return f"Adopted, day of effect unknown{_waiting(condition)}."
    return f"In force from {write_long_date(day)}."


def deleted_from(day: date | None, condition: str = "") -> str:
    """Of a provision that an amendment has deleted, and that is still in force."""
    if day is None:
        return f"Deletion adopted, day of effect unknown{_waiting(condition)}."
    return f"Deleted from {write_long_date(day)}."


def _waiting(condition: str) -> str:
    return f" ({condition})" if condition else ""


NEVER_IN_FORCE = "never in force"
HISTORY_HEAD = "History of the provisions"
HISTORY_EVENTS: Mapping[str, str] = {
    "imported": "on record since",
    "made": "adopted",
    "amended": "amended",
    "renumbered": "renumbered from {before}",
    "moved": "moved",
}


def with_history(title: str) -> str:
    """The title of a file that says the history of each provision besides."""
    return f"{title}, with History"


def without_note(day: date) -> str:
    """What is true of a provision that has no note of its history."""
    return (
        f"A provision without a note reads as in the articles brought in as of {write_date(day)}."
    )


def effect(day: date | None) -> str:
    """When what was adopted took effect, where that is not the same day."""
    return f"in force from {write_date(day)}" if day else "day of effect unknown"


def event_words(what: str, day: date, effect: str) -> str:
    """ "amended June 26, 2013, in force from July 1, 2013"; `effect` may be ""."""
    return ", ".join(filter(None, (f"{what} {write_date(day)}", effect)))


def history_words(events: Sequence[str]) -> str:
    """The events of a provision as one sentence, "" for none."""
    said = "; ".join(events)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def expires_on(day: date) -> str:
    """Of a provision that ends by itself; `day` is the first on which it is gone."""
    return f"Expires on {write_long_date(day)}."


def new_wording_of(name: str) -> str:
    """Of an article that is in force in its old words and adopted in new ones."""
    return f"the new wording of {name}"


def renumbered(name: str, before: str) -> str:
    """Of an article that keeps its words and gets another number."""
    return f"{name}, until then {before}"


def sentences(several: Sequence[str]) -> str:
    return " ".join(several)


def note_about(names: Sequence[str], note: str) -> str:
    """A note about several provisions, for the head of a paper.

    The names come last: a line that begins with "Article 8" would be read as that article.
    """
    return f"{note.removesuffix('.')}: {'; '.join(names)}."


def note_of(state: str, note: str) -> str:
    """A note that is true of one of two states that are compared."""
    return f"{state}: {note}"


def continued(name: str) -> str:
    """Of an article that has begun on an earlier page: "Article 20 (continued)"."""
    return f"{name} (continued)".strip()


def see_above(name: str) -> str:
    """Of an article that has ended on an earlier page: "Article 20 (see above)"."""
    return f"{name} (see above)".strip()
