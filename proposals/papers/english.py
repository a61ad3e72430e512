"""The sentences of an English release, made from facts."""

from datetime import date

from governance.models import Meeting
from governance.papers.dates import ordinal, plain_date
from proposals.calendar.days import ANNOUNCED, MEETING, RESOLVED
from proposals.papers.facts import Facts

BANNER = "For Immediate Release"
RECORD = ""
REASONS_HEAD = "1. Reason for amendments"
CONTENT_HEAD = "2. Content of amendments"
CONTENT_OPENING = "The content of the amendments are as follows:"
SCHEDULE_HEAD = "3. Schedule for amendment"
CONTACT_HEAD = "For inquiries, contact:"
SUBJECT = "Partial Amendment of the Articles of Incorporation"
CLOSING = ""
UNSET = "[date to be set]"
UNSTATED = "[provision to be stated]"
CORRECTION_HEAD = "Correction"
CORRECTION_OPENING = (
    "This corrects the release “{title}” published on {day}. What is corrected stands below, as"
    " released and as corrected, the corrected words underlined; the release as corrected follows."
)
AS_RELEASED = "As released on {day}"
AS_CORRECTED = "As corrected"
NOTHING = "(None)"
_UNCOUNTED: dict[str, str] = {
    Meeting.Kind.ORDINARY: "Ordinary General Meeting of Shareholders",
    Meeting.Kind.EXTRAORDINARY: "Extraordinary General Meeting of Shareholders",
    Meeting.Kind.WRITTEN: "Resolution of the Shareholders in Writing",
    Meeting.Kind.BOARD: "Meeting of the Board of Directors",
}
PLACES = {
    "head": "Head of the release",
    "dateline": "Dateline",
    "opening": "Opening",
    "about": "About the company",
}


def headline(facts: Facts) -> str:
    name = facts.short_or_full_name
    return f"{name} Announces Partial Amendment of its Articles of Incorporation"


def meeting(facts: Facts) -> str:
    """ "21st Ordinary General Meeting of Shareholders"."""
    if facts.meeting_ordinal is None:
        return _UNCOUNTED[facts.meeting_kind]
    return f"{ordinal(facts.meeting_ordinal, 'en')} Ordinary General Meeting of Shareholders"


def dateline(facts: Facts) -> str:
    """ "TOKYO-- May 24, 2013 -"; without a place the day alone."""
    day = _day(facts.days[ANNOUNCED])
    place = facts.company["place"]
    return f"{place}-- {day} -" if place else f"{day} -"


def particulars(_facts: Facts) -> tuple[tuple[str, str], ...]:
    """None: an English release says in its opening sentence who the company is."""
    return ()


def opening(facts: Facts) -> str:
    """Who announced today what the board resolved when, for which meeting."""
    resolved = (
        f"{_introduced(facts)} today announced that at the meeting of the Board of Directors"
        f" held on {_day(facts.days[RESOLVED])}, {facts.short_or_full_name} resolved"
    )
    if facts.meeting_kind == Meeting.Kind.BOARD:
        law = _of_the_act(facts.board_law) if facts.board_law else UNSTATED
        return (
            f"{resolved} the partial amendment of its articles of incorporation pursuant to {law},"
            " which requires no resolution of a general meeting of shareholders, as described"
            " below:"
        )
    if facts.meeting_kind == Meeting.Kind.WRITTEN:
        return (
            f"{resolved} to propose the partial amendment of its articles of incorporation to all"
            " shareholders for a resolution in writing (Article 319, Paragraph 1 of the Companies"
            f" Act) scheduled for {_day(facts.days[MEETING])}, as described below:"
        )
    return (
        f"{resolved} to propose"
        f" the partial amendment of its articles of incorporation at the {meeting(facts)} scheduled"
        f" to be held on {_day(facts.days[MEETING])}, as described below:"
    )


def _of_the_act(law: str) -> str:
    """ "Article 191 of the Companies Act"."""
    act, _comma, provision = law.partition(", ")
    return f"{provision} of the {act}"


def _introduced(facts: Facts) -> str:
    """The full name with, in brackets, the short name in quotation marks and the listings."""
    name, short_name = facts.company["name"], facts.company["short_name"]
    short = f'"{short_name}"' if short_name and short_name != name else ""
    brackets = ", ".join(filter(None, (short, facts.company["listings"])))
    return f"{name} ({brackets})" if brackets else name


def _day(day: date | None) -> str:
    return plain_date(day, "en") if day else UNSET


def corrected_title(title: str) -> str:
    """ "(Correction) IIJ Announces …"; the mark stands once."""
    return title if title.startswith("(Correction)") else f"(Correction) {title}"
