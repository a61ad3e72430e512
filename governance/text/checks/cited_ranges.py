"""Checks of cited ranges (Articles 8 through 13, 前各号) after a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from governance.text.checks.citation_pairs import reads
from governance.text.checks.references import is_all_before, shown
from governance.text.checks.version_change import VersionChange
from governance.text.citations.resolve import Citation
from governance.text.finding import NOTICE, Finding
from governance.text.message import Message
from governance.text.naming import names
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision


def changed_range(change: VersionChange) -> Iterator[Finding]:
    """A range (Articles 8 through 13, 前各号) that begins and ends as before and has gained or
    lost members in between."""
    for old, new in change.pairs:
        was, now = _members(old, change.present.places), _members(new, change.proposed.places)
        if not was or not now:
            continue
        before, after = [each.key for each in was], [each.key for each in now]
        ends = {before[0], before[-1], after[0], after[-1]}
        if not is_all_before(new) and not (ends <= {*before} and ends <= {*after}):
            continue
        gained = [each for each in now if each.key not in before]
        lost = [each for each in was if each.key not in after]
        if not gained and not lost:
            continue
        what = _covered(change, shown(new), gained, lost)
        found = change.proposed.found("changed-range", new.at, what, (new.reference.text,))
        # "Each of the preceding items" is meant to cover whatever comes before it.
        yield replace(found, severity=NOTICE) if is_all_before(new) else found


def _covered(
    change: VersionChange, text: str, gained: Sequence[Provision], lost: Sequence[Provision]
) -> Message:
    """What a range covers now and what no longer."""
    en, ja = [], []
    if gained:
        more = names(gained, change.proposed.places)
        en.append(f"{more.en} {_is_or_are(gained)} now covered by {text}")
        ja.append(f"{more.ja}が新たに含まれ")
    if lost:
        less = names(lost, change.present.places)
        en.append(f"present {less.en} {_is_or_are(lost)} no longer covered by {text}")
        ja.append(f"現行の{less.ja}が含まれなくなり")
    return Message(f"{'; '.join(en)}.", f"「{text}」には、{'、'.join(ja)}ます。")


def _is_or_are(provisions: Sequence[Provision]) -> str:
    return "is" if len(provisions) == 1 else "are"


def range_end_gone(change: VersionChange) -> Iterator[Finding]:
    """A range left as it was although the provision it begins or ends with is gone."""
    return (finding for _, finding in ended_ranges(change))


def ended_ranges(change: VersionChange) -> Iterator[tuple[Citation, Finding]]:
    """The citations of such ranges, each with its finding."""
    for old, new in change.pairs:
        gone = ends_gone(change, old, new)
        if gone:
            text, called = shown(new), names(gone, change.present.places)
            what = Message(
                f"{text} is a range with an end, present {called.en}, that is gone.",
                f"「{text}」の範囲の端である現行の{called.ja}はなくなりました。",
            )
            about = (new.reference.text,)
            yield new, change.proposed.found("range-end-gone", new.at, what, about)


def ends_gone(change: VersionChange, old: Citation, new: Citation) -> list[Provision]:
    """The ends of a cited range that are gone though its words still give them."""
    found: list[Provision] = []
    if not any(each.pointer.is_range_end for each in new.resolved):
        return []  # it became a citation of the one provision that is left
    reading = {reads(each.pointer) for each in new.resolved}
    for one, other in pairwise(old.resolved):
        if other.pointer.is_range_end:
            ends = [each for each in (one, other) if reads(each.pointer) in reading]
            found.extend(
                target
                for each in ends
                for target in each.targets[-1:]
                if change.now(target) is None
            )
    return list(dict.fromkeys(found))


def _members(citation: Citation, places: Places) -> tuple[Provision, ...] | None:
    """What a cited range covers, its ends included; None where none is cited, or where one of
    its ends is not there."""
    found: list[Provision] = []
    is_range = False
    for each in citation.resolved:
        if is_all_before(citation) and not each.pointer.steps:
            is_range = True
            found.extend(each.targets)
    for one, other in pairwise(citation.resolved):
        if not other.pointer.is_range_end:
            continue
        if not one.targets or not other.targets:
            return None
        siblings, first = places.siblings(one.targets[-1])
        others, last = places.siblings(other.targets[-1])
        if siblings is not others:
            return None
        is_range = True
        found.extend(siblings[first : last + 1])
    return tuple(found) if is_range else None
