"""The last look at what was followed: whether each citation still names what it named.

Each citation that is ours names the same provisions as before, or stands among the consequences as
broken; each other one is unchanged to the letter. Where that cannot be shown, a finding says which
citation is to be looked at, and nobody is stopped by a program that contradicts itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from governance.text.citations.consequence import BROKEN, Consequence
from governance.text.citations.decisions import Decision
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
        if not old.is_ours or is_broken or self._stays_in_old_part(old.at.key):
            return _is_unchanged(old, new)
        if new is None or not new.is_ours:
            return False
        if any(each.pointer.relative and not each.pointer.count for each in old.resolved):
            return True  # "each of the preceding items" means whatever stands before
        was = {*_named([old])}
        return was in ({*_named([new])}, {*self._with_ranges(new)})

    def _stays_in_old_part(self, key: str) -> bool:
        old = {part.key for part in self.before.places.articles.supplementary}
        parts = (self.before.places.part_of(key), self.after.places.part_of(key))
        return all(part.key in old for part in parts)

    def _with_ranges(self, citation: Citation) -> list[str]:
        """All that a citation names, what stands between the ends of ranges too: 前三条 may have
        become 第2条から第4条まで."""
        places = self.after.places
        found: list[str] = []
        last: Provision | None = None
        for each in citation.resolved:
            if each.pointer.is_range_end and last is not None and each.targets:
                siblings, end = places.siblings(each.targets[-1])
                start = next((n for n, other in enumerate(siblings) if other is last), end)
                found.extend(other.key for other in siblings[start + 1 : end])
            found.extend(target.key for target in each.targets)
            last = each.targets[-1] if each.targets else None
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
    as_given: Version, proposed: Version, keys: Collection[str]
) -> Iterator[Finding]:
    """What cannot be shown of the newly given wording of these provisions: that its citations of
    other documents stand as they were typed."""
    followed = _Followed(as_given.scanner(), proposed.scanner(), ())
    for key in keys:
        provision = as_given.articles.by_key(key)
        for each in provision.walk() if provision else ():
            now = proposed.articles.by_key(each.key)
            for old, new in _pairs(each, now, followed) if now else ():
                if not old.is_ours and not _is_unchanged(old, new):
                    yield _finding(proposed.articles, each, old)


def _pairs(
    old: Provision, new: Provision, followed: _Followed
) -> Iterator[tuple[Citation, Citation | None]]:
    """The citations of a wording with those that stand in their place. Two may have become one:
    本条及び第２項, as 第２条及び第２条第１項, is one; then the line must name the same in all."""
    olds = _by_line(citations_in(old, followed.before.places, followed.before))
    news = _by_line(citations_in(new, followed.after.places, followed.after))
    for line, here in olds.items():
        there: list[Citation] = news.get(line, [])
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
        elif _named(here) != _named(there) or _left(here) != _left(there):
            yield from ((each, None) for each in here if each.is_ours)


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
