"""The whole articles as they would be, what is changed in them underlined."""

from dataclasses import dataclass

from governance.papers.dates import LanguageCode
from governance.papers.vocabulary import VOCABULARY
from governance.text.table.rows import CellLine


@dataclass(frozen=True)
class MarkedUnit:
    """An article or a heading, in the lines and underlines of the comparison table."""

    name: str
    """In the outline: "Article 14 (Chairman)"."""
    level: int
    """Of its head in the outline: 2 right below the title of the paper, 3 below a chapter."""
    is_heading: bool
    lines: tuple[CellLine, ...]


@dataclass(frozen=True)
class MarkedArticlesPaper:
    """All that they print. Text only; what lays it out marks it up."""

    language: LanguageCode
    title: str
    """Of the file; `heading` is what stands above the articles."""
    heading: str
    company: str
    state: str
    """What these articles are: "As proposed"."""
    note: str
    """That changes are underlined."""
    units: tuple[MarkedUnit, ...]
    file_stem: str
    is_draft: bool = False

    template = "paper/_marked_articles.html"

    @property
    def subject(self) -> str:
        """With the company's name, the running head of the later pages."""
        return self.state

    @property
    def draft_mark(self) -> str:
        """On every page, until the proposal is approved."""
        return VOCABULARY[self.language].DRAFT if self.is_draft else ""
