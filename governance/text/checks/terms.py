"""Checks of defined terms: used, used only after they are defined, and defined once."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.definitions import Definition, Terms
from governance.text.finding import Finding
from governance.text.message import Message
from governance.text.naming import name
from governance.text.tree.provision import Kind


def term_unused(version: CheckedVersion) -> Iterator[Finding]:
    """A term that is defined and never used. A longer word that contains it is no use of it."""
    terms = Terms(version)
    for each in _first(terms):
        if not terms.is_used(each.term):
            yield version.found(
                "term-unused",
                each.line.provision,
                Message(
                    f"the defined term {each.term} is not used.",
                    f"定義された「{each.term}」は使われていません。",
                ),
                (each.term,),
            )


def term_used_before(version: CheckedVersion) -> Iterator[Finding]:
    """A term used before the sentence that defines it, where it is defined for."""
    terms = Terms(version)
    for each in _first(terms):
        defined_in = terms.place[each.line.provision.key, each.line.index]
        for use in terms.uses(each.term, strictly=True):
            if (use.line, use.start) >= (defined_in, terms.sentence_start(each)):
                break
            at = terms.lines[use.line].provision
            if each.within is None or each.within in version.places.path(at.key):
                place = name(each.line.provision, version.places)
                yield version.found(
                    "term-used-before",
                    at,
                    Message(
                        f"{each.term} is used before it is defined ({place.en}).",
                        f"「{each.term}」が定義（{place.ja}）より前に使われています。",
                    ),
                    (each.term,),
                )
                break


def term_defined_twice(version: CheckedVersion) -> Iterator[Finding]:
    """A term defined again where its definition still holds."""
    terms = Terms(version)
    before: list[Definition] = []
    for each in terms.definitions:
        if version.is_old(each.line.provision):
            continue
        other = next((one for one in before if one.term == each.term and _holds(one, each)), None)
        before.append(each)
        if other is not None:
            place = name(other.line.provision, version.places)
            yield version.found(
                "term-defined-twice",
                each.line.provision,
                Message(
                    f"{each.term} is defined in {place.en} already.",
                    f"「{each.term}」は{place.ja}ですでに定義されています。",
                ),
                (each.term,),
            )


def _first(terms: Terms) -> Iterator[Definition]:
    """The first definition of each term, older supplementary provisions left out."""
    seen: set[str] = set()
    for each in terms.definitions:
        if each.term not in seen and not terms.version.is_old(each.line.provision):
            seen.add(each.term)
            yield each


def _holds(one: Definition, other: Definition) -> bool:
    """Whether an earlier definition holds where a later one is given. A supplementary provision
    may define for itself what the articles define."""
    if one.within is None:
        return other.within is None or other.within.kind is not Kind.PART
    return other.within is one.within
