"""Checks of a version against the one before: what should have followed and did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from governance.text.checks.pairing import Change, reads
from governance.text.checks.references import is_all_before, members, says_own_number, shown
from governance.text.checks.subject import Line
from governance.text.citations.cite import Edit, by_number
from governance.text.citations.resolve import Citation, Resolved, resolve
from governance.text.finding import NOTICE, Finding, Fix
from governance.text.languages import language_for
from governance.text.naming import names
from governance.text.tree.provision import Provision


def stale_reference(change: Change) -> Iterator[Finding]:
    """条ずれ: a citation left as it was although what it named has another number now, or is
    gone. It still names something, which is why nobody notices."""
    for old, new in change.pairs:
        stale = [
            (one, other)
            for one, other in _left(change, old, new)
            if not other.pointer.relative or not _base_moved(change, old, new, one)
        ]
        if not stale or _end_gone(change, old, new):
            continue
        text = shown(new)
        en, ja = _what_became(change, new, stale)
        yield change.proposed.found(
            "stale-reference",
            new.at,
            f"{text} {new.reference.verb('was', 'were')} left as before, but {en}.",
            f"「{text}」は元のままですが、{ja}。",
            _renumbered(change, old, new),
        )


def broken_by_change(change: Change) -> Iterator[Finding]:
    """A citation left as it was that names nothing any more: the broken reference, with what
    became of what it named."""
    for old, new in change.pairs:
        left = _left(change, old, new, missing=True)
        if not left or _end_gone(change, old, new):
            continue
        text = shown(new)
        en, ja = _what_became(change, new, left)
        yield change.proposed.found(
            "broken-reference",
            new.at,
            f"{text} {new.reference.verb('names', 'name')} no provision of these articles: {en}.",
            f"「{text}」に当たる規定がありません。{ja}。",
            _renumbered(change, old, new),
        )


def shifted_reference(change: Change) -> Iterator[Finding]:
    """A relative citation (前条, "the following Article") that now names something else."""
    for old, new in change.pairs:
        shifted = [
            (one, other)
            for one, other in _left(change, old, new)
            if other.pointer.relative and _base_moved(change, old, new, one)
        ]
        if not shifted:
            continue
        text = shown(new)
        en, ja = _what_became(change, new, shifted)
        now = names(
            [target for _, each in shifted for target in each.targets], change.proposed.places
        )
        yield change.proposed.found(
            "shifted-reference",
            new.at,
            f"{text} now {new.reference.verb('names', 'name')} {now.en}; {en}.",
            f"「{text}」は{now.ja}を指すことになりますが、{ja}。",
            _absolute(change, old, new),
        )


def changed_range(change: Change) -> Iterator[Finding]:
    """A range (Articles 8 through 13, 前各号) that begins and ends as before and has gained or
    lost members in between."""
    for old, new in change.pairs:
        was, now = members(old, change.present.places), members(new, change.proposed.places)
        if not was or not now:
            continue
        before, after = [each.key for each in was], [each.key for each in now]
        if not is_all_before(new) and (before[0], before[-1]) != (after[0], after[-1]):
            continue
        gained = [each for each in now if each.key not in before]
        lost = [each for each in was if each.key not in after]
        if not gained and not lost:
            continue
        yield change.proposed.found(
            "changed-range",
            new.at,
            *_covered(change, shown(new), gained, lost),
            # "Each of the preceding items" is meant to cover whatever comes before it.
            severity=NOTICE if is_all_before(new) else "",
        )


def _covered(
    change: Change, text: str, gained: Sequence[Provision], lost: Sequence[Provision]
) -> tuple[str, str]:
    """What a range covers now and what no longer."""
    en, ja = [], []
    if gained:
        more = names(gained, change.proposed.places)
        en.append(f"{more.en} {_be(gained)} now covered by {text}")
        ja.append(f"{more.ja}が新たに含まれ")
    if lost:
        less = names(lost, change.present.places)
        en.append(f"present {less.en} {_be(lost)} no longer covered by {text}")
        ja.append(f"現行の{less.ja}が含まれなくなり")
    return f"{'; '.join(en)}.", f"「{text}」には、{'、'.join(ja)}ます。"


def _be(provisions: Sequence[Provision]) -> str:
    return "is" if len(provisions) == 1 else "are"


def range_end_gone(change: Change) -> Iterator[Finding]:
    """A range left as it was although the provision it begins or ends with is gone."""
    return (finding for _, finding in ended(change))


def ended(change: Change) -> Iterator[tuple[Citation, Finding]]:
    """The citations of such ranges, each with its finding."""
    for old, new in change.pairs:
        gone = _end_gone(change, old, new)
        if gone:
            text, called = shown(new), names(gone, change.present.places)
            yield (
                new,
                change.proposed.found(
                    "range-end-gone",
                    new.at,
                    f"{text} is a range with an end, present {called.en}, that is gone.",
                    f"「{text}」の範囲の端である現行の{called.ja}はなくなりました。",
                ),
            )


def mended(change: Change) -> dict[tuple[str, str], Fix]:
    """The lines with the numbers that citations left as they were should have: for each place and
    the words of its citation."""
    return {
        (new.at.key, new.reference.text): fix
        for old, new in change.pairs
        if (fix := _renumbered(change, old, new))
    }


def explained(change: Change) -> Iterator[Citation]:
    """The citations that name nothing any more and of which it is told what became of it."""
    for old, new in change.pairs:
        if _end_gone(change, old, new) or _left(change, old, new, missing=True):
            yield new


def _left(
    change: Change, old: Citation, new: Citation, *, missing: bool = False
) -> list[tuple[Resolved, Resolved]]:
    """The pointers of a citation that read as they did and name something else; with `missing`
    those that name nothing any more."""
    language = language_for(change.proposed.articles.language)
    if says_own_number(new, language) or is_all_before(new):
        return []
    rest = list(new.resolved)
    found = []
    for one in old.resolved:
        same = next((each for each in rest if reads(each.pointer) == reads(one.pointer)), None)
        if same is None:
            continue
        rest.remove(same)
        if one.pointer.relative in ("this", "same") or not one.targets or same.missing != missing:
            continue
        if missing or not _still_named(change, one, same, new):
            found.append((one, same))
    return found


def _still_named(change: Change, one: Resolved, same: Resolved, new: Citation) -> bool:
    """Whether a pointer names what it named, or what now holds that; or another pointer of the
    citation does ("Articles 3 and 5" with a new Article 5: "Articles 3, 5 and 6")."""
    now = [change.now(each) for each in one.targets]
    others = {target.key for each in new.resolved if each is not same for target in each.targets}
    if all(each is not None and each.key in others for each in now):
        return True
    named = {each.key for each in same.targets}
    return len(now) == len(same.targets) and all(
        each is not None
        and not named.isdisjoint(every.key for every in change.proposed.places.path(each.key))
        for each in now
    )


def _base_moved(change: Change, old: Citation, new: Citation, resolved: Resolved) -> bool:
    """Whether the relative words themselves name something else: of 前条第2項, the 前条."""
    bare = replace(resolved.pointer, steps=())
    was = resolve(bare, change.present.places, old.at.key).targets
    now = resolve(bare, change.proposed.places, new.at.key).targets
    return [each.key for each in was] != [each.key for each in now]


def _now_from(change: Change, at: Citation, provision: Provision) -> Provision | None:
    """What a present provision is now, seen from a place: not what holds that place too, but
    what the provision said (an article that is now a paragraph of the same)."""
    now = change.now(provision)
    above = change.proposed.places.path(at.at.key)[:-1]
    if now in above and len(provision.children) == 1:
        return change.now(provision.children[0])
    return now


def _what_became(
    change: Change, at: Citation, left: Sequence[tuple[Resolved, Resolved]]
) -> tuple[str, str]:
    """What became of what some pointers named: "Article 14, which it named, is now Article 16"."""
    targets = list(dict.fromkeys(target for one, _ in left for target in one.targets))
    en, ja = [], []
    kept = [(each, now) for each in targets if (now := _now_from(change, at, each)) is not None]
    if kept:
        was = names([each for each, _ in kept], change.present.places)
        will = names([each for _, each in kept], change.proposed.places)
        if was != will:
            verb = "is" if len(kept) == 1 else "are"
            en.append(f"{was.en}, which it named, {verb} now {will.en}")
            ja.append(f"それが指していた{was.ja}は{will.ja}になりました")
        else:
            en.append(f"it named {was.en}")
            ja.append(f"元は{was.ja}を指していました")
    gone = [each for each in targets if _now_from(change, at, each) is None]
    if gone:
        called = names(gone, change.present.places)
        verb = "is" if len(gone) == 1 else "are"
        en.append(f"what was {called.en}, which it named, {verb} gone")
        ja.append(f"それが指していた現行の{called.ja}はなくなりました")
    return " and ".join(en), "、".join(ja)


def _end_gone(change: Change, old: Citation, new: Citation) -> list[Provision]:
    """The ends of a cited range that are gone though its words still give them."""
    found: list[Provision] = []
    reading = {reads(each.pointer) for each in new.resolved}
    for one, other in pairwise(old.resolved):
        if other.pointer.through:
            ends = [each for each in (one, other) if reads(each.pointer) in reading]
            found.extend(
                target
                for each in ends
                for target in each.targets[-1:]
                if change.now(target) is None
            )
    return list(dict.fromkeys(found))


def _renumbered(change: Change, old: Citation, new: Citation) -> Fix | None:
    """The line with the numbers that the citation should have; None where what it named is gone."""
    language = language_for(change.proposed.articles.language)
    line = Line(new.at, new.line, new.at.lines[new.line])
    edits = []
    for one, other in (*_left(change, old, new), *_left(change, old, new, missing=True)):
        for step, target in zip(other.pointer.steps, one.chain, strict=True):
            now = change.now(target)
            if now is None or now.number is None or now.kind is not target.kind:
                return None
            if now.number != step.number:
                written = line.text[step.start : step.end]
                after = language.relabel(written, now.number, change.proposed.digits)
                edits.append(Edit(step.start, step.end, after))
    return change.proposed.fix(line, edits) if edits else None


def _absolute(change: Change, old: Citation, new: Citation) -> Fix | None:
    """The line with its relative words replaced by the number of what they named."""
    line = Line(new.at, new.line, new.at.lines[new.line])
    edits = []
    for one, other in _left(change, old, new):
        bare = replace(one.pointer, steps=())
        meant = [
            _now_from(change, new, each)
            for each in resolve(bare, change.present.places, old.at.key).targets
        ]
        kept = [each for each in meant if each is not None and each.number is not None]
        if len(kept) < len(meant) or other.pointer.steps or len({each.kind for each in kept}) != 1:
            return None
        places, writing = change.proposed.places, change.proposed.digits
        edits.extend(by_number(new, other.pointer, kept, places, writing))
    return change.proposed.fix(line, edits)
