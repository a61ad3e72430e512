"""Checks of defined terms: used, used only after they are defined, and defined once."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.definitions import Definition, Terms
from governance.text.checks.version_change import VersionChange
from governance.text.finding import Finding
from governance.text.message import Message
from governance.text.naming import name
from governance.text.tree.provision import Kind

_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('"“‘「『'), frozenset('"”’」』')


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


def term_undefined(change: VersionChange) -> Iterator[Finding]:
    """A term whose definition is gone while it is still used."""
    was, now = Terms(change.present), Terms(change.proposed)
    defined = {each.term for each in now.definitions}
    for each in _first(was):
        if each.term in defined or any(_is_quoted(each.term, line.text) for line in now.lines):
            continue
        use = next(now.uses(each.term, strictly=True), None)
        if use is None:
            continue
        place = name(each.line.provision, change.present.places)
        yield change.proposed.found(
            "term-undefined",
            now.lines[use.line].provision,
            Message(
                f"{each.term} is used, and its definition (present {place.en}) is gone.",
                f"「{each.term}」が使われていますが、その定義（現行の{place.ja}）がなくなりました。",
            ),
            (each.term,),
        )


def _is_quoted(term: str, line: str) -> bool:
    """Whether a line has the term between quotation marks, and so may define it in other words."""
    at = line.find(term)
    while at >= 0:
        if line[at - 1 : at] in _OPENING_QUOTES and line[at + len(term) :][:1] in _CLOSING_QUOTES:
            return True
        at = line.find(term, at + 1)
    return False
