"""What the core asks of a language, and the values it gets back.

`english` and `japanese` are packages with these names; `language(code)` gives the one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from governance.text.dates_and_terms import Date, Day, DefinedTerms, Expiry, Variant
from governance.text.owner import Owner, OwnText, Whose
from governance.text.table_words import TableWords
from governance.text.tree.number import Digits
from governance.text.tree.provision import Kind, Number, Piece

ANY_LINE = "a"  # asked for where a sentence may go on with whatever stands below
REMEMBERED = 4096  # lines whose citations are kept: they are asked for many times, and never change


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a part, chapter, section or article found in a line.

    `pieces` are the label, spaces and a caption on the line; `rest` the wording after them.
    `is_sure` is False where a wrapped sentence could look the same; `is_supplementary` marks a
    chapter that may be a supplementary part (第六章　附則). `other_number` is what its numeral says
    in another style (the L of Article L: 50 or 12), `within` the number of its article that the
    label of a section says (the 4 of Section 4.6). `last_number` is the last of several that were
    emptied under one head.
    """

    kind: Kind
    number: Number | None
    pieces: tuple[Piece, ...]
    rest: str = ""
    is_sure: bool = True
    is_supplementary: bool = False
    other_number: Number | None = None
    within: Number | None = None
    last_number: Number | None = None


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A list mark: a sign that may count a paragraph, item or sub-item.

    `family` tells marks of one list from those of another: "n", "n.", "(n)", "(a)". A bullet has no
    number of its own. `is_weak` marks ("2 The…") count only where the order asks for them. `kind`
    is what the mark itself says it counts (第1項), None for most.
    """

    family: str
    number: Number | None
    mark: str
    gap: str
    rest: str
    is_weak: bool = False
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a citation: "Paragraph 2". `start` and `end` are where its number stands;
    `other_number` is what its letter, `letter`, says in another style: the L of "Article L" is 50
    or 12, the "(i)" of "item (i)" 1 or 9."""

    kind: Kind
    number: Number
    start: int
    end: int
    other_number: Number | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One thing that a citation names: absolute steps from the widest, or a relative start.

    `relative` is "" (absolute), "preceding", "following", "this" or "same"; `count` how many
    provisions of kind `kind` it reaches over (0: all, as in "each preceding item"); `is_farthest`
    when only the last of them is meant (前々条, "the second preceding Article"). `part` is
    "supplementary" where the citation says so, "main" where it says the main part.
    `is_range_end` marks the end of a range that began with the pointer before. `phrase` is where
    the relative words stand ("the preceding paragraph").
    """

    steps: tuple[Step, ...]
    relative: str = ""
    kind: Kind | None = None
    count: int = 1
    part: str = ""
    is_range_end: bool = False
    start: int = 0
    end: int = 0
    phrase: tuple[int, int] = (0, 0)
    is_farthest: bool = False


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation in a line of wording: text[start:end], and what it points to, before it is asked
    whose it is."""

    start: int
    end: int
    text: str
    pointers: tuple[Pointer, ...]

    def owned_by(self, owner: Owner) -> Reference:
        return Reference(self.start, self.end, self.text, self.pointers, owner)


@dataclass(frozen=True, slots=True)
class Reference(FoundCitation):
    """A citation in a line of wording and whose it is. Only what is ours is ever touched."""

    owner: Owner

    @property
    def is_ours(self) -> bool:
        return self.owner.whose is Whose.OURS

    def verb(self, one: str, several: str) -> str:
        """The verb that agrees with it: "Article 3 names", "Articles 3 and 4 name"."""
        reach = (each.count != 1 and not each.is_farthest for each in self.pointers)
        return several if len(self.pointers) > 1 or any(reach) else one


class Language(Protocol):
    """What reading, writing, following and comparing ask of a language."""

    CODE: str
    SECTIONS_IN_ARTICLES: bool
    CAPTION_BRACKET: str
    DELETED_PLACEHOLDER: str
    BESIDE: tuple[str, str]
    SAYS_DELETED: frozenset[str]
    RELEASE_TABLE: TableWords
    NOTICE_TABLE: TableWords
    SENTENCE_ENDS: frozenset[str]
    SENTENCE_BREAK: re.Pattern[str]

    def head(self, line: str) -> Head | None: ...
    def numbers_in(self, label: str) -> Sequence[tuple[int, int]]: ...
    def is_contents(self, line: str) -> bool: ...
    def is_caption(self, line: str) -> bool: ...
    def is_bare_caption(self, line: str) -> bool: ...
    def is_title_below(self, head: Head, line: str) -> bool: ...
    def may_count_paragraphs(self, family: str) -> bool: ...
    def enumerators(self, line: str) -> tuple[Enumerator, ...]: ...
    def is_unfinished(self, before: str) -> bool: ...
    def goes_on_with_paragraph(self, line: str) -> bool: ...
    def continues_line(self, before: str, line: str) -> bool: ...
    def ends_in_list_mark(self, before: str) -> bool: ...
    def names_itself(self, before: str, citation: str) -> bool: ...
    def on_one_line(self, text: str) -> str: ...
    def numerals(self, label: str) -> tuple[str, ...]: ...
    def relabel(
        self, label: str, number: Number, digits: Digits, before: Number | None = None
    ) -> str: ...
    def with_letters(self, digits: Digits, labels: Sequence[tuple[str, Number]]) -> Digits: ...
    def with_levels(self, digits: Digits, written: Iterable[str]) -> Digits: ...
    def label_of_level(self, label: str, kind: Kind) -> str: ...
    def relabel_for_article(self, label: str, article: Number) -> str: ...
    def head_pieces(self, kind: Kind, number: Number | None, caption: str) -> tuple[Piece, ...]: ...
    def usual_label(self, kind: Kind, number: Number) -> tuple[str, str]: ...
    def number_span(self, label: str, *, whole: bool) -> tuple[int, int]: ...
    def cite(self, kind: Kind, number: Number, digits: Digits) -> str: ...
    def cite_all(self, kind: Kind, numbers: Sequence[Number], digits: Digits) -> str: ...
    def extend_list(
        self, cited: Sequence[str], before: str, behind: str
    ) -> tuple[str, str] | None: ...
    def keeps_order(self, text: str) -> bool: ...
    def begins_with_number(self, words: str) -> bool: ...
    def usual_words(self, text: str) -> Callable[[str], str]: ...
    def as_supplementary(self, cited: str) -> str: ...
    def as_own(self, cited: str) -> str: ...
    def cite_within(self, wider: str, narrower: str) -> str: ...
    def references(self, text: str, own: OwnText = ...) -> Sequence[Reference]: ...
    def decimal_head(self, line: str) -> Head | None: ...
    def is_lettered(self, label: str) -> bool: ...
    def cite_labels(self, words: str, labels: Sequence[str]) -> str: ...
    def end_of_range(self, text: str, end: int) -> int: ...
    def in_singular(
        self, text: str, start: int, number: int, end: int
    ) -> Sequence[tuple[int, int, str]]: ...
    def one_before(self, text: str, start: int, end: int) -> tuple[int, int, str] | None: ...
    def similarity_units(self, text: str) -> Sequence[str]: ...
    def tokens(self, text: str) -> list[str]: ...
    def tokens_by_level(self, text: str) -> list[str]: ...
    def defined_terms(self, text: str) -> list[str]: ...
    def variants(self, whole: str) -> Callable[[str], Iterator[Variant]]: ...
    def dates(self, text: str) -> Iterator[Date]: ...
    def has_weekday(self, text: str) -> bool: ...
    def expiry(self, sentence: str) -> Expiry | None: ...
    def write_day(self, day: Day) -> str: ...
    def has_day_of_event(self, text: str) -> bool: ...
    def has_day_set_elsewhere(self, text: str) -> bool: ...
    def term_forms(self, term: str) -> tuple[str, ...]: ...
    def definitions(self, text: str) -> Iterator[DefinedTerms]: ...
    def uses_of_term(self, text: str, term: str, *, strictly: bool) -> Iterator[int]: ...
    def substituted_words(self, text: str) -> Iterator[tuple[int, str]]: ...
    def conjunction_at_end(self, text: str) -> str: ...
    def deletes_itself(self, sentence: str) -> bool: ...
    def tells_when(self, sentence: str) -> bool: ...
    def may_be_caption(self, words: str) -> bool: ...
    def false_numerals(self, text: str) -> Iterator[str]: ...
    def word_weight(self, word: str) -> int: ...
    def edge_penalty(self, before: str, after: str) -> int: ...
    def is_conjunction(self, word: str) -> bool: ...
    def is_list_mark(self, word: str) -> bool: ...
    def is_one_name(self, before: str, behind: str) -> bool: ...
