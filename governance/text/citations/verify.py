"""The last look at what was followed: whether each citation still names what it named.

Each citation that is ours names the same provisions as before, or stands among the consequences as
broken; each other one is unchanged to the letter. Where that cannot be shown, a finding says which
citation is to be looked at, and nobody is stopped by a program that contradicts itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from governance.text.citations.consequence import BROKEN, Consequence
from governance.text.citations.decisions import Decision
from governance.text.citations.lone_ranges import is_gone
from governance.text.citations.outcome import is_beside
from governance.text.citations.present_meaning import stays_in_old_part
from governance.text.citations.ranges import covered, ranges
from governance.text.citations.resolve import Citation, citations_in
from governance.text.citations.scan import Scanner
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

UNVERIFIED = "citation-unverified"


@dataclass(frozen=True, slots=True)
class Version:
    """Articles and the decisions about their citations."""

    articles: ArticlesOfIncorporation
    decisions: Sequence[Decision]

    def scanner(self) -> Scanner:
        return Scanner(Places(self.articles), self.decisions)


@dataclass(frozen=True, slots=True)
class _Followed:
    """The articles before and after citations were followed, looked at again."""

    before: Scanner
    after: Scanner
    broken: Collection[tuple[str, str]]

    def holds(self, old: Citation, new: Citation | None) -> bool:
        """Whether the second citation, which stands in the place of the first, may stand there."""
        is_broken = (old.at.key, old.reference.text) in self.broken
        if not old.is_ours or is_broken:
            return _is_unchanged(old, new)
        if stays_in_old_part(old.at.key, self.before.places, self.after.places):
            beside = [
                target.key for each in old.resolved if is_beside(each) for target in each.targets
            ]
            if not beside:
                return _is_unchanged(old, new)
            return new is not None and {*beside} <= {*with_ranges(new, self.after.places)}
        if new is None or not new.is_ours:
            return False
        if any(each.pointer.relative and not each.pointer.count for each in old.resolved):
            return True  # "each of the preceding items" means whatever stands before
        return (
            {*_named([old])} == {*_named([new])}
            or self._in_order(old, new)
            or {*_named([new])} == {*self._left_of(old)}
        )

    def _left_of(self, old: Citation) -> list[str]:
        """The identities of what is left of all that a citation covered: of Articles 3 to 5, two of
        which are deleted, the third."""
        covered_by = {
            key: self.before.places.articles.by_key(key)
            for key in with_ranges(old, self.before.places)
        }
        return [
            key for key, was in covered_by.items() if was and not is_gone(was, self.after.places)
        ]

    def _in_order(self, old: Citation, new: Citation) -> bool:
        """Whether two citations cover the same in another order, but for what is gone: Articles 1
        to 3, the first of them now behind the third. What is new in between is told as such."""
        left, now = self._left_of(old), with_ranges(new, self.after.places)
        known = {key for key in now if self.before.places.articles.by_key(key)}
        return {*left} in ({*now}, known)


def with_ranges(citation: Citation, places: Places) -> list[str]:
    """The identities of all that a citation names, what stands between the ends of ranges too:
    前三条 may have become 第２条から第４条まで."""
    found = _named([citation])
    for first, last in ranges(citation.resolved):
        found.extend(each.key for each in covered(first.targets[0], last.targets[-1], places))
    return found


def unverified(
    present: Version,
    proposed: Version,
    new_words: Collection[str],
    consequences: Sequence[Consequence],
) -> Iterator[Finding]:
    """What cannot be shown of the wording that was kept. `new_words` are the identities whose
    wording was given."""
    broken = {(each.key, each.before) for each in consequences if each.outcome == BROKEN}
    followed = _Followed(present.scanner(), proposed.scanner(), broken)
    for provision in present.articles.walk():
        now = proposed.articles.by_key(provision.key)
        if now is None or provision is present.articles.main:
            continue
        if any(each.key in new_words for each in followed.after.places.path(now.key)):
            continue
        for old, new in _pairs(provision, now, followed):
            if not followed.holds(old, new):
                yield _finding(proposed.articles, now, old)


def unverified_typed(
    typed: Iterable[Citation], proposed: Version, consequences: Sequence[Consequence]
) -> Iterator[Finding]:
    """What cannot be shown of newly given wording: that its citations, here with what they meant
    when they were typed, name that still, and that those of other documents stand as typed."""
    broken = {(each.key, each.before) for each in consequences if each.outcome == BROKEN}
    scanner = proposed.scanner()
    for key, found in groupby(typed, lambda each: each.at.key):
        now = proposed.articles.by_key(key)
        news = citations_in(now, scanner.places, scanner) if now else ()
        for old, new in _in_place([*found], [*news], broken):
            if not _holds_as_typed(old, new, broken, scanner.places):
                yield _finding(proposed.articles, old.at, old)


def _holds_as_typed(
    old: Citation, new: Citation | None, broken: Collection[tuple[str, str]], places: Places
) -> bool:
    if not old.is_ours or (old.at.key, old.reference.text) in broken:
        return _is_unchanged(old, new)
    if new is None or not new.is_ours:
        return False
    if any(not each.targets or not each.pointer.count for each in old.resolved):
        return True  # it meant what the words before it named, or whatever stands before it
    targets = (target for each in old.resolved for target in each.targets)
    left = {each.key for each in targets if not is_gone(each, places)}
    return {*_named([new])} in ({*_named([old])}, left)


def _pairs(
    old: Provision, new: Provision, followed: _Followed
) -> Iterator[tuple[Citation, Citation | None]]:
    """The citations of a wording with those that stand in their place. Two may have become one:
    本条及び第２項, as 第２条及び第２条第１項, is one; so is 前条（第１条）, as 第１条. Then the
    line must name the same in all."""
    yield from _in_place(
        citations_in(old, followed.before.places, followed.before),
        citations_in(new, followed.after.places, followed.after),
        followed.broken,
    )


def _in_place(
    olds: Iterable[Citation], news: Iterable[Citation], broken: Collection[tuple[str, str]]
) -> Iterator[tuple[Citation, Citation | None]]:
    after = _by_line(news)
    for line, here in _by_line(olds).items():
        there: list[Citation] = after.get(line, [])
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
            continue
        # One that is told to be broken may be read together with what became of another.
        whole = [each for each in here if (each.at.key, each.reference.text) not in broken]
        was, now = {*_named(whole)}, {*_named(there)}
        is_same = was == now if len(whole) == len(here) else was <= now
        if not is_same or _left(here) != _left(there):
            yield from ((each, None) for each in whole if each.is_ours)


def _by_line(citations: Iterable[Citation]) -> dict[int, list[Citation]]:
    found: dict[int, list[Citation]] = {}
    for each in citations:
        found.setdefault(each.line, []).append(each)
    return found


def _is_unchanged(old: Citation, new: Citation | None) -> bool:
    return (
        new is not None
        and old.reference.text == new.reference.text
        and old.reference.owner.whose is new.reference.owner.whose
    )


def _named(citations: Iterable[Citation]) -> list[str]:
    """The identities that citations name."""
    resolved = (each for citation in citations for each in citation.resolved)
    return [target.key for each in resolved for target in each.targets]


def _left(citations: Iterable[Citation]) -> list[str]:
    """The words of those that are not ours."""
    return [each.reference.text for each in citations if not each.is_ours]


def _finding(articles: ArticlesOfIncorporation, at: Provision, citation: Citation) -> Finding:
    words = citation.reference.text
    said = Message(
        f"It could not be shown that {words} names what it named before: look at it by hand.",
        f"「{words}」が従前と同じ規定を指すことを確かめられませんでした。ご確認ください。",
    )
    address = articles.address_of(at.key) or ""
    return Finding(UNVERIFIED, ERROR, "proposed", address, said, at.key, about=(words,))
