"""A paper of headed sections: what agenda items, resolutions, reports and lists are made of.

A value with text only, which page, PDF and Word file share.
"""

from dataclasses import dataclass

from governance.papers.dates import LanguageCode
from governance.papers.vocabulary import VOCABULARY
from governance.text.table.rows import ComparisonTable


@dataclass(frozen=True)
class NumberedReason:
    """A reason as printed: its mark and its paragraphs, all but the first nested under it."""

    mark: str
    """ "(1)"; "" for a reason that stands alone."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Particular:
    """A fact and what it is called: 「代表者名」 and the name."""

    label: str
    """ "" where the line goes on with what the one above is about."""
    value: str


@dataclass(frozen=True)
class Grid:
    """A table of texts, each row as long as `heads`."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it, in this order; what a section lacks is "" or ()."""

    heading: str = ""
    level: int = 2
    """Of the heading: 2 below the title of the paper, 3 below a section of level 2."""
    paragraphs: tuple[str, ...] = ()
    reasons: tuple[NumberedReason, ...] = ()
    particulars: tuple[Particular, ...] = ()
    table: ComparisonTable | None = None
    grid: Grid | None = None


@dataclass(frozen=True)
class SectionsPaper:
    """All that such a paper prints; `title` is that of the file."""

    language: LanguageCode
    title: str
    company: str
    subject: str
    """With the company's name, the running head of the later pages."""
    heading: str
    sections: tuple[Section, ...]
    file_stem: str
    """The name of the file without its ending."""
    subtitle: str = ""
    """Below the heading: the meeting and its day."""
    day: str = ""
    """The day of the paper, which stands above the heading at the right."""
    addressee: str = ""
    """Whom it is for: "For Immediate Release", 「各位」."""
    particulars: tuple[Particular, ...] = ()
    """Who it is from, at the head."""
    opening: str = ""
    record: str = ""
    """「記」, which stands above what the opening announces."""
    closing: str = ""
    """「以上」."""
    appendix: tuple[Section, ...] = ()
    """What follows the closing: about the company, whom to ask."""
    is_draft: bool = False

    template = "paper/_sections.html"

    @property
    def draft_mark(self) -> str:
        """On every page, until the proposal is approved."""
        return VOCABULARY[self.language].DRAFT if self.is_draft else ""
