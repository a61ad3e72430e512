"""What the papers of the record say in their own words, by language: a module each, with the same
names.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from governance.models.wording import Clock
from governance.papers import english, japanese
from governance.papers.dates import LanguageCode


class PaperVocabulary(Protocol):
    """The names that both modules have."""

    ARTICLES: str
    ARTICLES_HEADING: str
    COMPARISON: str
    DRAFT: str
    ALIKE: str
    HISTORY_HEAD: str
    NEVER_IN_FORCE: str
    HISTORY_EVENTS: Mapping[str, str]
    DAY_TO_BE_WRITTEN: str
    SIGNATURE: str

    def adopted(self, day: date, /) -> str: ...
    def in_force(self, day: date, /) -> str: ...
    def title(self, company: str, day: date, /, *, is_in_force: bool) -> str: ...
    def certified(self, company: str, day: date, /) -> str: ...
    def comparison_of(self, company: str, /) -> str: ...
    def in_force_from(self, day: date | None, condition: str, /) -> str: ...
    def deleted_from(self, day: date | None, condition: str, /) -> str: ...
    def with_history(self, title: str, /) -> str: ...
    def without_note(self, day: date, /) -> str: ...
    def effect(self, day: date | None, /) -> str: ...
    def event_words(self, what: str, day: date, effect: str, /) -> str: ...
    def history_words(self, events: Sequence[str], /) -> str: ...
    def expires_on(self, day: date, /) -> str: ...
    def new_wording_of(self, name: str, /) -> str: ...
    def renumbered(self, name: str, before: str, /) -> str: ...
    def sentences(self, several: Sequence[str], /) -> str: ...
    def note_of(self, state: str, note: str, /) -> str: ...
    def note_about(self, names: Sequence[str], note: str, /) -> str: ...
    def continued(self, name: str, /) -> str: ...
    def see_above(self, name: str, /) -> str: ...


VOCABULARY: dict[LanguageCode, PaperVocabulary] = {"en": english, "ja": japanese}


def state_of_articles(day: date, clock: Clock, language: LanguageCode) -> str:
    """What the articles of a day are, by the clock: "As in force on Monday, July 1, 2013"."""
    words = VOCABULARY[language]
    return words.in_force(day) if clock == "in_force" else words.adopted(day)


class PaperHead(Protocol):
    """What the head of a page says of a paper."""

    @property
    def language(self) -> LanguageCode: ...
    @property
    def title(self) -> str: ...
    @property
    def company(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def draft_mark(self) -> str: ...


_BETWEEN = {"en": " · ", "ja": "　"}


def running_head(paper: PaperHead) -> str:
    """What the later pages of a paper have at their head: company and subject."""
    return joined((paper.company, paper.subject), paper.language)


def joined(several: Sequence[str], language: LanguageCode) -> str:
    """What stands side by side on one line of a head; what is "" is left out."""
    return _BETWEEN[language].join(filter(None, several))
