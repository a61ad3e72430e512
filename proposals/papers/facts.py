"""What a paper's sentences are made of: plain values, gathered from the rows in one place."""

from dataclasses import dataclass
from datetime import date

from governance.papers.dates import LanguageCode
from governance.text.message import Message
from proposals.calendar.days import Schedule
from proposals.models import Proposal
from proposals.models.board_authority import BoardSection


@dataclass(frozen=True)
class OwnEffect:
    """A day on which some changes take effect, and what the provisions that they are of are
    called; `is_of_present` where these are deleted, and named as they stand."""

    day: date
    provisions: Message
    is_of_present: bool = False


@dataclass(frozen=True)
class Facts:
    """The company, the meeting and the days behind a paper, in the paper's language.

    A text that the company has not written is ""; a day that is not set is None.
    """

    language: LanguageCode
    code: str
    company: dict[str, str]
    """What the company says of itself, by the name of the column without the language: `name`,
    `representative`, `contact`.
    """
    meeting_kind: str
    """A `Meeting.Kind`."""
    meeting_ordinal: int | None
    """The ordinal of an ordinary general meeting; None for any other."""
    board_law: str
    """What lets the board decide alone: "Companies Act, Article 191"; "" where it does not."""
    days: Schedule
    subject: str
    """The title of the agenda item."""
    own_effects: tuple[OwnEffect, ...] = ()
    """The days of single changes that the schedule says besides."""

    @property
    def short_or_full_name(self) -> str:
        """What the company is called after its full name was given once."""
        return self.company["short_name"] or self.company["name"]


def facts(proposal: Proposal, language: LanguageCode) -> Facts:
    """The facts of `proposal`; `meeting` and `company` should be loaded with it."""
    company, meeting = proposal.company, proposal.meeting
    suffix = f"_{language}"
    names = [field.name for field in company._meta.fields if field.name.endswith(suffix)]
    return Facts(
        language=language,
        code=company.code,
        company={
            name.removesuffix(suffix): str(getattr(company, name)).replace("\r\n", "\n").strip()
            for name in names
        },
        meeting_kind=meeting.kind,
        meeting_ordinal=meeting.ordinal,
        board_law=_board_law(proposal, language),
        days=proposal.schedule,
        subject=proposal.text("title", language),
    )


def _board_law(proposal: Proposal, language: LanguageCode) -> str:
    if not (proposal.meeting.is_of_board and proposal.board_section):
        return ""
    return BoardSection(proposal.board_section).law.in_language(language)
