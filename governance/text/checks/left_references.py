"""Checks of citations that a change left as they were: what should have followed and did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from governance.text.checks.checked_version import WordingLine
from governance.text.checks.citation_pairs import reads
from governance.text.checks.cited_ranges import ends_gone
from governance.text.checks.references import (
    BROKEN_REFERENCE,
    is_all_before,
    says_own_number,
    shown,
)
from governance.text.checks.version_change import VersionChange
from governance.text.citations.cite import Edit, by_number, number_to_cite
from governance.text.citations.ranges import covered, ranges
from governance.text.citations.resolve import Citation, Resolved, resolve
from governance.text.finding import WARNING, Finding, Fix
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import names
from governance.text.tree.places import Places
from governance.text.tree.provision import Kind, Number, Provision


def stale_reference(change: VersionChange) -> Iterator[Finding]:
    """条ずれ: a citation left as it was although what it named has another number now, or is
    gone. It still names something, which is why nobody notices."""
    for old, new in change.pairs:
        stale = [
            (one, other)
            for one, other in _left(change, old, new)
            if not other.pointer.relative or not _base_moved(change, old, new, one)
        ]
        if not stale or ends_gone(change, old, new):
            continue
        text, became = shown(new), _what_became(change, new, stale)
        what = Message(
            f"{text} {new.reference.verb('was', 'were')} left as before, but {became.en}.",
            f"「{text}」は元のままですが、{became.ja}。",
        )
        fix = _renumbered(change, old, new)
        about = (new.reference.text,)
        found = change.proposed.found("stale-reference", new.at, what, about, fix)
        is_replaced = all(_is_replaced(change, one, other) for one, other in stale)
        yield replace(found, severity=WARNING) if is_replaced else found


def _is_replaced(change: VersionChange, one: Resolved, other: Resolved) -> bool:
    """Whether what a pointer named is gone, and something new stands under its number: a paragraph
    that was replaced whole, which may be meant as well."""
    if not other.chain or not one.chain or one.chain[-1].kind in (Kind.CHAPTER, Kind.ARTICLE):
        return False
    is_new = change.present.articles.by_key(other.chain[-1].key) is None
    return is_new and change.now(one.chain[-1]) is None


def broken_by_change(change: VersionChange) -> Iterator[Finding]:
    """A citation left as it was that names nothing any more: the broken reference, with what
    became of what it named."""
    for old, new in change.pairs:
        left = _left(change, old, new, missing=True)
        if not left or ends_gone(change, old, new):
            continue
        text, became = shown(new), _what_became(change, new, left)
        verb = new.reference.verb("names", "name")
        what = Message(
            f"{text} {verb} no provision of these articles: {became.en}.",
            f"「{text}」に当たる規定がありません。{became.ja}。",
        )
        fix = _renumbered(change, old, new)
        about = (new.reference.text,)
        yield change.proposed.found(BROKEN_REFERENCE, new.at, what, about, fix)


def shifted_reference(change: VersionChange) -> Iterator[Finding]:
    """A relative citation (前条, "the following Article") that now names something else."""
    for old, new in change.pairs:
        shifted = [
            (one, other)
            for one, other in _left(change, old, new)
            if other.pointer.relative and _base_moved(change, old, new, one)
        ]
        if not shifted:
            continue
        text, became = shown(new), _what_became(change, new, shifted)
        targets = [target for _, each in shifted for target in each.targets]
        now = names(targets, change.proposed.places)
        what = Message(
            f"{text} now {new.reference.verb('names', 'name')} {now.en}; {became.en}.",
            f"「{text}」は{now.ja}を指すことになりますが、{became.ja}。",
        )
        about = (new.reference.text,)
        fix = _absolute(change, old, new)
        yield change.proposed.found("shifted-reference", new.at, what, about, fix)


def mended_lines(change: VersionChange) -> dict[tuple[str, str], Fix]:
    """The lines with the numbers that citations left as they were should have: for each place and
    the words of its citation."""
    return {
        (new.at.key, new.reference.text): fix
        for old, new in change.pairs
        if (fix := _renumbered(change, old, new))
    }


def explained_citations(change: VersionChange) -> Iterator[Citation]:
    """The citations that name nothing any more whose finding says what became of it."""
    for old, new in change.pairs:
        if ends_gone(change, old, new) or _left(change, old, new, missing=True):
            yield new


def _left(
    change: VersionChange, old: Citation, new: Citation, *, missing: bool = False
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
        is_named = _still_named(change, one, same, new) or _is_still_covered(change, one, old, new)
        if missing or not is_named:
            found.append((one, same))
    return found


def _still_named(change: VersionChange, one: Resolved, same: Resolved, new: Citation) -> bool:
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


def _is_still_covered(change: VersionChange, one: Resolved, old: Citation, new: Citation) -> bool:
    """Whether a pointer is an end of a range that covers all it covered, in another order: Articles
    1 to 3, the first of them now the third."""
    for before in ranges(old.resolved):
        if one not in before:
            continue
        was = covered(before[0].targets[0], before[1].targets[-1], change.present.places)
        kept = {now.key if now else "" for now in map(change.now, was)}
        for after in ranges(new.resolved):
            now = covered(after[0].targets[0], after[1].targets[-1], change.proposed.places)
            if kept and kept <= {each.key for each in now}:
                return True
    return False


def _base_moved(change: VersionChange, old: Citation, new: Citation, resolved: Resolved) -> bool:
    """Whether the relative words themselves name something else: of 前条第2項, the 前条."""
    bare = replace(resolved.pointer, steps=())
    was = resolve(bare, change.present.places, old.at.key).targets
    now = resolve(bare, change.proposed.places, new.at.key).targets
    return [each.key for each in was] != [each.key for each in now]


def _now_from(change: VersionChange, at: Citation, provision: Provision) -> Provision | None:
    """What a present provision is now, seen from a place: not what holds that place too, but
    what the provision said (an article that is now a paragraph of the same)."""
    now = change.now(provision)
    above = change.proposed.places.path(at.at.key)[:-1]
    if now in above and len(provision.children) == 1:
        return change.now(provision.children[0])
    return now


def _what_became(
    change: VersionChange, at: Citation, left: Sequence[tuple[Resolved, Resolved]]
) -> Message:
    """What became of what some pointers named: "Article 14, which it named, is now Article 16"."""
    targets = list(dict.fromkeys(target for one, _ in left for target in one.targets))
    found = [(each, _now_from(change, at, each)) for each in targets]
    kept = [(each, now) for each, now in found if now is not None]
    gone = [each for each, now in found if now is None]
    sentences = [_what_is_now(change, kept)] if kept else []
    if gone:
        called, verb = names(gone, change.present.places), _verb(len(gone))
        sentences.append(
            Message(
                f"what was {called.en}, which it named, {verb} gone",
                f"それが指していた現行の{called.ja}はなくなりました",
            )
        )
    return Message(
        " and ".join(each.en for each in sentences), "、".join(each.ja for each in sentences)
    )


def _what_is_now(change: VersionChange, kept: Sequence[tuple[Provision, Provision]]) -> Message:
    was = names([each for each, _ in kept], change.present.places)
    will = names([each for _, each in kept], change.proposed.places)
    before, after = change.present.places, change.proposed.places
    if all(_numbers(each, before) == _numbers(now, after) for each, now in kept):
        return Message(f"it named {was.en}", f"元は{was.ja}を指していました")
    return Message(
        f"{was.en}, which it named, {_verb(len(kept))} now {will.en}",
        f"それが指していた{was.ja}は{will.ja}になりました",
    )


def _numbers(provision: Provision, places: Places) -> list[tuple[Kind, Number | None]]:
    return [(each.kind, each.number) for each in places.path(provision.key)]


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"


def _renumbered(change: VersionChange, old: Citation, new: Citation) -> Fix | None:
    """The line with the numbers that the citation should have; None where what it named is gone."""
    language = language_for(change.proposed.articles.language)
    line = WordingLine(new.at, new.line, new.at.lines[new.line])
    edits = []
    for one, other in (*_left(change, old, new), *_left(change, old, new, missing=True)):
        for step, target in zip(other.pointer.steps, one.chain, strict=True):
            now = change.now(target)
            if now is None or now.number is None or now.kind is not target.kind:
                return None
            number = number_to_cite(step, target, now)
            if number is not None and number != step.number:
                written = line.text[step.start : step.end]
                after = language.relabel(written, number, change.proposed.digits, target.number)
                edits.append(Edit(step.start, step.end, after))
    return change.proposed.fix(line, edits) if edits else None


def _absolute(change: VersionChange, old: Citation, new: Citation) -> Fix | None:
    """The line with its relative words replaced by the number of what they named."""
    line = WordingLine(new.at, new.line, new.at.lines[new.line])
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
