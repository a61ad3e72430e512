"""The papers of a proposal besides its release, each declared once in `KINDS`.

Addresses, the page that lists them and the files are made from the declaration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Meeting
from governance.papers.pdf import pdf_once
from governance.papers.word import word
from proposals.draft.derive import Draft
from proposals.models import Proposal
from proposals.papers.agenda_item import agenda_item
from proposals.papers.attachment import attachment, whole_comparison
from proposals.papers.board_resolution import board_resolution
from proposals.papers.extraordinary_report import extraordinary_report, why_no_report
from proposals.papers.proposed_articles import proposed_articles
from proposals.papers.registration import registration
from proposals.papers.tracked_changes import tracked_changes

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

WRITERS: Mapping[str, Callable[[Any], bytes]] = {"pdf": pdf_once, "docx": word}
"""What writes a file, by the ending of its name."""


@dataclass(frozen=True)
class PaperFile:
    """A paper as a file."""

    name: str
    content: bytes


def _always(_proposal: Proposal) -> str:
    return ""


def why_no_agenda_item(proposal: Proposal) -> str:
    if proposal.meeting.is_of_board:
        return _("The board decides alone: no meeting is called.")
    if proposal.meeting.kind == Meeting.Kind.WRITTEN:
        return _("All shareholders consent in writing: no meeting is called.")
    return ""


@dataclass(frozen=True)
class PaperKind:
    """A paper that can be made of a draft."""

    name: str
    """In addresses and in the name of the file: "agenda-item"."""
    label: "_StrPromise"
    purpose: "_StrPromise"
    """What it is for, in a sentence."""
    compose: Callable[..., Any]
    """The paper of a draft as a value; `is_draft` says whether it bears that mark."""
    endings: tuple[str, ...] = ("pdf", "docx")
    why_not: Callable[[Proposal], str] = _always
    """Why there is no such paper of a proposal, or ""."""

    def file(self, draft: Draft, ending: str, *, is_draft: bool) -> PaperFile:
        """The file of a draft. KeyError for an ending that this paper does not have."""
        writers = {each: WRITERS[each] for each in self.endings}
        paper = self.compose(draft, is_draft=is_draft)
        return PaperFile(f"{paper.file_stem}.{ending}", writers[ending](paper))


_ALL = (
    PaperKind(
        "agenda-item",
        gettext_lazy("Agenda item for the notice"),
        gettext_lazy("Reasons and comparison table, for the reference materials of the meeting."),
        agenda_item,
        why_not=why_no_agenda_item,
    ),
    PaperKind(
        "board-resolution",
        gettext_lazy("Resolution of the board"),
        gettext_lazy("What the board of directors is to resolve about the proposal."),
        board_resolution,
    ),
    PaperKind(
        "attachment",
        gettext_lazy("Comparison table alone"),
        gettext_lazy("As an attachment; once adopted, before and after the amendment."),
        attachment,
    ),
    PaperKind(
        "whole-comparison",
        gettext_lazy("Comparison of the whole articles"),
        gettext_lazy("With every provision that stays as it is, in full."),
        whole_comparison,
    ),
    PaperKind(
        "proposed-articles",
        gettext_lazy("Articles as proposed"),
        gettext_lazy("The whole articles as they would be, changes underlined."),
        proposed_articles,
    ),
    PaperKind(
        "tracked-changes",
        gettext_lazy("Tracked changes"),
        gettext_lazy(
            "The whole articles in Word for counsel: all accepted they are as proposed, all"
            " rejected as at present."
        ),
        tracked_changes,
        endings=("docx",),
    ),
    PaperKind(
        "registration",
        gettext_lazy("Changes to be registered"),
        gettext_lazy("Which matters of the commercial register change, to what, and by when."),
        registration,
    ),
    PaperKind(
        "extraordinary-report",
        gettext_lazy("Extraordinary report"),
        gettext_lazy(
            "On the resolution and its votes, for filing after the meeting. What else the meeting"
            " decided is to be added."
        ),
        extraordinary_report,
        why_not=why_no_report,
    ),
)
KINDS: Mapping[str, PaperKind] = {kind.name: kind for kind in _ALL}
