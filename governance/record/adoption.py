"""An adopted amendment as a value: what `adopt` is handed.

It holds the articles whole, as they shall read, not what was done to them: what was renumbered,
what was amended and what stayed as it is, the record finds by comparing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Self

from django.utils.translation import gettext as _

from governance.models import Amendment, Wording
from governance.people.refused import Refused
from governance.record.articles_of_day import articles_tree
from governance.text.tree.provision import ArticlesOfIncorporation, Number, Provision

LANGUAGES: tuple[Literal["ja", "en"], ...] = ("ja", "en")


@dataclass(frozen=True)
class Words:
    """Caption and body in both languages, as a `Wording` keeps them."""

    caption_ja: str = ""
    caption_en: str = ""
    body_ja: str = ""
    body_en: str = ""

    @classmethod
    def of(cls, wording: Wording) -> Self:
        return cls(wording.caption_ja, wording.caption_en, wording.body_ja, wording.body_en)

    def with_language(self, language: str, *, caption: str, body: str) -> Self:
        return replace(self, **{f"caption_{language}": caption, f"body_{language}": body})


@dataclass(frozen=True)
class OwnDays:
    """What was decided about one provision itself, beyond what follows from other changes.

    `is_reworded`: it was given words; otherwise it was moved. `effective_on` stands where its day
    is not the amendment's. `expires_on` None keeps the day on which the present wording expires, if
    it does.
    """

    is_reworded: bool = True
    effective_on: date | None = None
    expires_on: date | None = None


DERIVED = OwnDays(is_reworded=False)


@dataclass(frozen=True)
class ProposedProvision:
    """An article or a chapter heading as it shall read.

    `key` is the identity: that of an article of the record ("a12"), or any other for a new one;
    `part` likewise ("p3", or the key of a `NewPart`).
    """

    key: str
    part: str
    kind: str
    number: int | None
    branch: int
    words: Words
    own_days: OwnDays = DERIVED


@dataclass(frozen=True)
class NewPart:
    """A part that comes into being; supplementary parts are put after those that are there."""

    key: str
    kind: Literal["main", "supplementary"] = "supplementary"
    title_ja: str = ""
    title_en: str = ""
    dated: date | None = None


@dataclass(frozen=True)
class AdoptedReason:
    """A reason as it was given, its paragraphs separated by line ends, and the identities of the
    provisions whose change it is for; none where it is for what followed from the rest.
    """

    body_ja: str
    body_en: str
    covers: tuple[str, ...]


@dataclass(frozen=True)
class Adoption:
    """An amendment as it was decided, and the articles as it makes them read.

    - `amendment`: a row not yet saved: company, who decided, the days, the titles. `effective_on`
      None: not known yet.
    - `base`: the wordings that the amendment was drafted on, none for the first articles.
    - `provisions`: all articles and chapter headings as they shall read, in document order.
    - `deleted`: the identities of those deleted, each with a day of its own or None for the
      amendment's.
    - `parts`: the parts among them that are new.
    - `reasons`: in their order; a provision has one at most.
    """

    amendment: Amendment
    base: tuple[Wording, ...] = ()
    provisions: tuple[ProposedProvision, ...] = ()
    deleted: Mapping[str, date | None] = field(default_factory=dict)
    parts: tuple[NewPart, ...] = ()
    reasons: tuple[AdoptedReason, ...] = ()


def provisions_of(
    base: Sequence[Wording],
    proposed: Mapping[str, ArticlesOfIncorporation],
    own_days: Mapping[str, OwnDays] | None = None,
) -> tuple[ProposedProvision, ...]:
    """The articles of `proposed`, a tree for each language kept, as provisions to adopt.

    Identities are those of `articles_tree(base, …)`; `own_days` says what was decided about one
    itself, and need not name those that are new. Words that read as before are kept to the letter
    as they are stored, and so are those in a language that has no tree. Raises `Refused` where the
    languages disagree on what there is and how it is numbered.
    """
    own_days = own_days or {}
    stored = {wording.key: Words.of(wording) for wording in base}
    words: dict[str, Words] = {}
    for language, tree in proposed.items():
        present = articles_tree(base, language)
        for _part, unit in tree.units():
            text = words.get(unit.key) or stored.get(unit.key) or Words()
            before = present.by_key(unit.key) if unit.key in stored else None
            if before is None or (before.caption, before.body) != (unit.caption, unit.body):
                text = text.with_language(language, caption=unit.caption, body=unit.body)
            words[unit.key] = text
    return tuple(
        ProposedProvision(
            unit.key,
            part.key,
            unit.kind.value,
            *_stored_number(unit.number),
            words[unit.key],
            own_days.get(unit.key) or (DERIVED if unit.key in stored else OwnDays()),
        )
        for part, unit in _common(proposed)
    )


def unchanged_provisions(wordings: Iterable[Wording]) -> tuple[ProposedProvision, ...]:
    """The provisions of these wordings as they are: what is not changed stays."""
    return tuple(
        ProposedProvision(
            wording.key,
            wording.part.key,
            wording.kind,
            wording.number,
            wording.branch,
            Words.of(wording),
        )
        for wording in wordings
    )


def _common(
    proposed: Mapping[str, ArticlesOfIncorporation],
) -> list[tuple[Provision, Provision]]:
    """Each unit with its part, once it is certain that every language has the same."""
    outlines = {
        language: [(part.key, unit.key, unit.kind, unit.number) for part, unit in tree.units()]
        for language, tree in proposed.items()
    }
    first, *others = outlines.values()
    for other in others:
        for one, another in zip(first, other, strict=False):
            if one != another:
                raise Refused(
                    _(
                        "The Japanese and the English articles differ at %(one)s and %(other)s:"
                        " they must have the same provisions with the same numbers."
                    )
                    % {"one": f"{one[2]} {one[3]}", "other": f"{another[2]} {another[3]}"}
                )
        if len(first) != len(other):
            raise Refused(
                _("The Japanese and the English articles differ in the count of their provisions.")
            )
    return list(next(iter(proposed.values())).units())


def _stored_number(number: Number | None) -> tuple[int | None, int]:
    if number is None:
        return None, 0
    if len(number) > 2:
        raise Refused(
            _("The record holds numbers with one branch (9-2), not with more (%(number)s).")
            % {"number": number}
        )
    return number.main, number[1] if number.is_branch else 0
