"""What provisions are called, in sentences and in lists. Whatever names one asks here; how each
language says it is in its `naming`.

In a sentence (`name`): "Supplementary Provisions, Article 14, Paragraph 2", 「附則第14条第2項」. In
a list (`title_with_caption`): "Article 14 (Chairman)", 「第14条（議長）」, "CHAPTER II. SHARES".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Protocol

from governance.text.english import naming as english
from governance.text.japanese import naming as japanese
from governance.text.japanese.labels import numerals as japanese_numerals
from governance.text.message import Message
from governance.text.tree.number import Digits, digits_of
from governance.text.tree.places import Places
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Number,
    Provision,
)

_LABELLED = (Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE)
_LONGEST_OPENING = 30
"""How many characters of its wording stand for the name of what has none."""


class _Naming(Protocol):
    """What a language says of names."""

    SUPPLEMENTARY: str

    def number_words(self, kind: Kind, number: Number) -> str: ...
    def range_words(self, kind: Kind, first: Number, last: Number) -> str: ...
    def unnumbered_words(self, kind: Kind, caption: str) -> str: ...
    def part_words(self, place: int) -> str: ...
    def nested_words(self, names: Sequence[str]) -> str: ...
    def listed_words(self, names: Sequence[str]) -> str: ...
    def captioned_words(self, name: str, caption: str) -> str: ...
    def noun(self, kind: Kind) -> str: ...
    def count_words(self, kind: Kind, count: int) -> str: ...


_NAMING: dict[str, _Naming] = {"en": english, "ja": japanese}


def _message(said: Callable[[_Naming], str]) -> Message:
    return Message(said(english), said(japanese))


def number_name(kind: Kind, number: Number) -> Message:
    """A number with its level: "Article 9-2", 「第9条の2」."""
    return _message(lambda language: language.number_words(kind, number))


def range_name(kind: Kind, first: Number, last: Number) -> Message:
    """One number, or a range of them: "Articles 3 to 5", 「第3条から第5条まで」."""
    if first == last:
        return number_name(kind, first)
    return _message(lambda language: language.range_words(kind, first, last))


def name_from_values(
    kind: Kind, number: Number | None, caption: str = "", part: Message | None = None
) -> Message:
    """What a chapter or article of these values is called; `part` is the name of its
    supplementary part, None in the main part."""
    own = (
        _message(lambda language: language.unnumbered_words(kind, caption))
        if number is None
        else number_name(kind, number)
    )
    return own if part is None else nested_name([part, own])


def nested_name(steps: Sequence[Message]) -> Message:
    """Names of provisions one inside the other, the widest first."""
    return Message(
        english.nested_words([each.en for each in steps]),
        japanese.nested_words([each.ja for each in steps]),
    )


def kind_noun(kind: Kind) -> Message:
    """The kind in a word: "item", 「号」."""
    return _message(lambda language: language.noun(kind))


def counted_kind(kind: Kind, count: int) -> Message:
    """So many of a kind: "2 items", 「2号」."""
    return _message(lambda language: language.count_words(kind, count))


def name(provision: Provision, places: Places) -> Message:
    """What a provision (any but the main part) is called where it stands. In a sentence of the
    text's own language its number is given as the text writes it; the only paragraph of an
    article is called the article."""
    return nested_name(_named_steps(provision, places))


def name_below(provision: Provision, places: Places) -> Message | None:
    """What is left of the name of a provision where its article, heading or part is named
    already: "Paragraph 2"; None for those themselves."""
    inside = places.path(provision.key)[1:]
    below = [each for each in _steps(inside, places) if each is not inside[0]]
    return nested_name(_own_names(inside, below, places)) if below else None


def names(provisions: Sequence[Provision], places: Places) -> Message:
    """Several provisions, each by its name: "Article 3, Article 4 and Article 6"; what holds two
    that follow each other is named once: "Article 3, Item 1 and Item 2"."""
    several = [_named_steps(each, places) for each in provisions]
    found = [
        nested_name(steps[_shared(steps, before) :])
        for before, steps in zip([[], *several], several, strict=False)
    ]
    return Message(
        english.listed_words([each.en for each in found]),
        japanese.listed_words([each.ja for each in found]),
    )


def label(provision: Provision) -> str:
    """What carries its number, without the stop behind it: "Article 14", 「第14条」, "(1)"."""
    return " ".join(provision.label.strip(" .:．　").split())


def heading(provision: Provision) -> str:
    """The head of a part, chapter or section as written: "CHAPTER II. SHARES"."""
    return " ".join("".join(piece.text for piece in provision.pieces).split("\n")).strip()


def title_with_caption(provision: Provision, language: str) -> str:
    """What a list calls a provision of a text in `language`: "Article 14 (Chairman)",
    「第14条（議長）」, "CHAPTER I. GENERAL"; by its first words where it has no number."""
    if provision.kind in HEADINGS or provision.kind is Kind.PART:
        return heading(provision)
    own = label(provision) or provision.body.partition("\n")[0][:_LONGEST_OPENING]
    return with_caption(own, provision.caption, language)


def with_caption(own: str, caption: str, language: str) -> str:
    """A name with a caption behind it, if there is one: "Article 14 (Chairman)"."""
    return _NAMING[language].captioned_words(own, caption) if caption else own


def full_title(provision: Provision, articles: ArticlesOfIncorporation) -> str:
    """The same, behind the heading of its part where that is not the main one."""
    part = articles.parent_of(provision.key)
    own = title_with_caption(provision, articles.language)
    if part is None or part.kind is not Kind.PART or part is articles.main:
        return own
    return title_in_part(heading(part), own, articles.language)


def title_in_part(part: str, own: str, language: str) -> str:
    """A title behind that of its part: "Supplementary Provisions, Article 1", 「附則第1条」."""
    return _NAMING[language].nested_words([part, own])


def supplementary_title(language: str) -> str:
    """What supplementary provisions without a title of their own are called."""
    return _NAMING[language].SUPPLEMENTARY


def _part_name(part: Provision, places: Places) -> Message:
    parts = places.articles.supplementary
    if len(parts) == 1:
        return _message(lambda language: language.SUPPLEMENTARY)
    place = 1 + parts.index(part)
    return _message(lambda language: language.part_words(place))


def _steps(inside: Sequence[Provision], places: Places) -> list[Provision]:
    """The provisions that a name speaks of: no paragraph that is the only one, and no article
    above a section that says the article's number itself ("Section 4.6")."""
    steps: list[Provision] = []
    for each in inside:
        if each.kind is Kind.PARAGRAPH and steps and len(places.siblings(each)[0]) == 1:
            continue
        if each.kind is Kind.SECTION and "." in label(each):
            steps.clear()
        steps.append(each)
    return steps


def _named_steps(provision: Provision, places: Places) -> list[Message]:
    """The names that a name is made of: those of the part and of what holds the provision."""
    part, *inside = places.path(provision.key)
    if not inside:
        return [_part_name(part, places)]
    steps = _own_names(inside, _steps(inside, places), places)
    return steps if part is places.articles.main else [_part_name(part, places), *steps]


def _shared(steps: Sequence[Message], before: Sequence[Message]) -> int:
    """How many steps a name has in common with the one before it, its last never among them."""
    pairs = zip(steps[:-1], before[:-1], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _own_names(
    inside: Sequence[Provision], steps: Iterable[Provision], places: Places
) -> list[Message]:
    """Each step with its level, in the text's own language as the text writes it: paragraphs and
    items, whose labels say no level, with the numerals of their article."""
    language = places.articles.language
    digits = digits_of(each for one in inside for each in japanese_numerals(one.label))
    return [_own_name(each, language, digits) for each in steps]


def _own_name(provision: Provision, language: str, digits: Digits) -> Message:
    own = name_from_values(provision.kind, provision.number, provision.caption)
    if provision.number is not None and provision.last_number is not None:
        own = range_name(provision.kind, provision.number, provision.last_number)
    if provision.number is None:
        return own
    if provision.kind not in _LABELLED or not provision.label:
        if language == "ja":
            return Message(own.en, japanese.number_words(provision.kind, provision.number, digits))
        return own
    written = label(provision)
    if language == "en" and written[0].isdecimal():
        return Message(f"Clause {written}", own.ja)
    return Message(written, own.ja) if language == "en" else Message(own.en, written)
