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
CONTENT_OPENING = "The content of the amendments is as follows:"
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
REFERENCE_PAPERS = "Reference Materials for the General Meeting of Shareholders"
SHAREHOLDERS_PROPOSAL = "This is a proposal of shareholders."
ITEM_REASONS = "Reasons for the proposal"
ITEM_CONTENT = "Content of the amendments"
ITEM_OPINION = "Opinion of the Board of Directors"
ITEM_EFFECT = "Effective date"
BOARD_PROPOSAL = "Resolution of the Board of Directors"
SCHEDULE = "Schedule"
NUMBERED = "{number}. {text}"
CONTENT_OF_ITEM = "The content of the amendments is as follows:"
ATTACHMENT = "Attachment"
BEFORE_AMENDMENT = "Articles before Amendment"
AFTER_AMENDMENT = "Articles after Amendment"
PROPOSED_ARTICLES = "Articles of Incorporation as Proposed"
CHANGES_UNDERLINED = "Changed words are underlined."
REGISTER = "Changes to Be Registered"
REGISTER_OPENING = (
    "The amendment touches the following matters of the commercial register (Companies Act, Article"
    " 911, Paragraph 3). Application is made within two weeks of the change (Article 915,"
    " Paragraph 1)."
)
REGISTER_NOTHING = (
    "No changed provision was found that touches a matter of the commercial register (Companies"
    " Act, Article 911, Paragraph 3)."
)
REGISTER_HEADS: tuple[str, ...] = ("Matter", "Provision", "As amended", "Effect, deadline")
REGISTER_OTHERS_HEAD = "Changed provisions in which no such matter was found"
REGISTER_OTHERS = (
    "Matters are found by captions and words. Look through these provisions; what they change may"
    " have to be registered all the same."
)
OWN_EFFECT = "Scheduled effective date of {name}:"
SCHEDULED = ""
EXTRAORDINARY_REPORT = "Extraordinary Report"
REPORT_REASON_HEAD = "1. Reason for filing"
REPORT_CONTENT_HEAD = "2. Content of the report"
REPORT_ITEMS: tuple[str, ...] = (
    "(1) Day of the general meeting of shareholders",
    "(2) Matter resolved",
    "(3) Votes for and against and abstentions, requirement and result",
    "(4) Why votes of shareholders present were left out",
)
VOTE_HEADS: tuple[str, ...] = ("Matter", "For", "Against", "Abstained", "Requirement", "Result")
REQUIREMENT = (
    "Attendance of shareholders with a majority of the votes that may be cast; two thirds or more"
    " of the votes of those present"
)
CARRIED = "Carried"
REJECTED = "Rejected"
UNSTATED_VOTES = "[to be entered]"
NONE_LEFT_OUT = "None were left out."
PRESENT_PROVISION = "present {name}"
MATTER = "{name} (Article {item})"
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
    """ "TOKYO — May 24, 2013 —"; without a place the day alone."""
    day = day_or_unset(facts.days[ANNOUNCED])
    place = facts.company["place"]
    return f"{place} — {day} —" if place else f"{day} —"


def particulars(_facts: Facts) -> tuple[tuple[str, str], ...]:
    """None: an English release says in its opening sentence who the company is."""
    return ()


def opening(facts: Facts) -> str:
    """Who announced today what the board resolved when, for which meeting."""
    resolved = (
        f"{_introduced(facts)} today announced that at the meeting of the Board of Directors"
        f" held on {day_or_unset(facts.days[RESOLVED])}, {facts.short_or_full_name} resolved"
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
            f" Act) scheduled for {day_or_unset(facts.days[MEETING])}, as described below:"
        )
    return (
        f"{resolved} to propose"
        f" the partial amendment of its articles of incorporation at the {meeting(facts)} scheduled"
        f" to be held on {day_or_unset(facts.days[MEETING])}, as described below:"
    )


def report_reason(facts: Facts) -> str:
    """Why the report is filed."""
    return (
        f"This report is filed because the {meeting(facts)} held on"
        f" {day_or_unset(facts.days[MEETING])} voted on the matter below, pursuant to Article 24-5,"
        " Paragraph 4 of the Financial Instruments and Exchange Act and Article 19, Paragraph 2,"
        " Item 9-2 of the Cabinet Office Order on Disclosure of Corporate Affairs."
    )


def item_heading(number: int, subject: str) -> str:
    """ "Proposal No. 1: Partial Amendment of the Articles of Incorporation"."""
    return f"Proposal No. {number}: {subject}"


def held_on(facts: Facts) -> str:
    """ "21st Ordinary General Meeting of Shareholders, June 26, 2013"."""
    return f"{meeting(facts)}, {day_or_unset(facts.days[MEETING])}"


def resolution(facts: Facts, *, of_shareholders: bool) -> str:
    """What the board is to resolve about the proposal."""
    if facts.meeting_kind == Meeting.Kind.BOARD:
        law = _of_the_act(facts.board_law) if facts.board_law else UNSTATED
        return (
            f"RESOLVED, that pursuant to {law}, which requires no resolution of a general meeting"
            " of shareholders, the articles of incorporation be amended in part as follows."
        )
    if facts.meeting_kind == Meeting.Kind.WRITTEN:
        return (
            "RESOLVED, that pursuant to Article 319, Paragraph 1 of the Companies Act, it be"
            " proposed to all shareholders to amend the articles of incorporation in part as"
            " follows."
        )
    item = f"the following proposal of shareholders, “{facts.subject or SUBJECT}”,"
    if not of_shareholders:
        item = f"“{facts.subject or SUBJECT}” as follows"
    return (
        f"RESOLVED, that {item} be submitted to the {meeting(facts)} scheduled to be held on"
        f" {day_or_unset(facts.days[MEETING])}"
        + (", with the opinion of the Board of Directors stated below." if of_shareholders else ".")
    )


def _of_the_act(law: str) -> str:
    """ "Article 191 of the Companies Act"."""
    act, _comma, provision = law.partition(", ")
    return f"{provision} of the {act}"


def _introduced(facts: Facts) -> str:
    """The full name with, in brackets, the short name in quotation marks and the listings."""
    name, short_name = facts.company["name"], facts.company["short_name"]
    short = f"“{short_name}”" if short_name and short_name != name else ""
    brackets = ", ".join(filter(None, (short, facts.company["listings"])))
    return f"{name} ({brackets})" if brackets else name


def day_or_unset(day: date | None) -> str:
    """The day, or in its place that it is still to be set."""
    return plain_date(day, "en") if day else UNSET


def corrected_title(title: str) -> str:
    """ "(Correction) IIJ Announces …"; the mark stands once."""
    return title if title.startswith("(Correction)") else f"(Correction) {title}"
