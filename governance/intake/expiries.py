"""Supplementary provisions that end by themselves: what a text says of it, and what is recorded."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from governance.models.languages import interface_language
from governance.record import Refused
from governance.text import naming
from governance.text.dates_and_terms import ExpiryScope
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

Answers = Mapping[str, date | None]
"""By address of the provision that says so: the first day without it; None: it stays."""


@dataclass(frozen=True)
class FoundExpiry:
    """A sentence, in a language, by which provisions end: address and name of what says so, the
    identities of what ends, none where that is only a part of an article; the first day without it,
    None where the words do not tell it for certain.
    """

    language: str
    address: str
    name: Message
    keys: tuple[str, ...]
    sentence: str
    day: date | None

    def day_after(self, start: date) -> date | None:
        """The day, where the provision is there before it; a text of a later day that still has it
        has not lost it.
        """
        return self.day if self.keys and self.day is not None and self.day > start else None

    def has_to_be_asked(self) -> bool:
        """Whether somebody has to say the day."""
        return bool(self.keys) and self.day is None


def found_expiries(articles: ArticlesOfIncorporation) -> Iterator[FoundExpiry]:
    """What the supplementary provisions say of their end, in document order."""
    language = language_for(articles.language)
    ends = re.compile(f"(?<=[{''.join(map(re.escape, sorted(language.SENTENCE_ENDS)))}])")
    places = Places(articles)
    for part in articles.supplementary:
        for unit in part.children:
            for sentence in ends.split(unit.body.replace("\n", " ")):
                if found := language.expiry(sentence):
                    address = articles.address_of(unit.key) or ""
                    yield FoundExpiry(
                        language.CODE,
                        address,
                        naming.name(unit, places),
                        _keys(found.scope, unit, part),
                        sentence.strip(),
                        date(*found.day) if found.day else None,
                    )


def _keys(scope: ExpiryScope, unit: Provision, part: Provision) -> tuple[str, ...]:
    """The identities of what ends."""
    match scope:
        case ExpiryScope.PART:
            return tuple(each.key for each in part.children)
        case ExpiryScope.ARTICLE:
            return (unit.key,)
        case ExpiryScope.BELOW:
            return ()


def days_of_expiry(found: Iterable[FoundExpiry], answers: Answers, start: date) -> dict[str, date]:
    """By identity: the first day without it. Raises `Refused` where a day has to be asked and was
    not answered, or an answer is too early.
    """
    days: dict[str, date] = {}
    for each in found:
        if each.address in answers:
            day = answers[each.address]
            if day is not None and day <= start:
                raise Refused(
                    _("%(place)s expires after the day it takes effect, not on it or before.")
                    % _shown_expiry(each)
                )
        elif each.has_to_be_asked():
            raise Refused(
                _(
                    "%(place)s ends by itself on a day that its words do not tell: “%(sentence)s”"
                    " Say on which day, or that it stays until it is deleted."
                )
                % _shown_expiry(each)
            )
        else:
            day = each.day_after(start)
        if day is not None:
            days |= {key: min(day, days.get(key, day)) for key in each.keys}
    return days


def _shown_expiry(found: FoundExpiry) -> dict[str, str]:
    return {"place": found.name.in_language(interface_language()), "sentence": found.sentence}


def without_expired(
    articles: ArticlesOfIncorporation, days: Mapping[str, date], day: date
) -> ArticlesOfIncorporation:
    """The articles without what has expired by the day."""

    def rest(part: Provision) -> Provision:
        kept = (unit for unit in part.children if days.get(unit.key, date.max) > day)
        return replace(part, children=tuple(kept))

    return replace(
        articles,
        main=rest(articles.main),
        supplementary=tuple(map(rest, articles.supplementary)),
    )
