"""What becomes of one citation when numbers change: kept, followed, shifted or broken, external,
past or unsure, with the edits of its line and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from governance.text.citations.cite import Edit, by_number, number_to_cite, wider
from governance.text.citations.consequence import (
    BROKEN,
    EXTERNAL,
    FOLLOWED,
    KEPT,
    PAST,
    SHIFTED,
    UNSURE,
    Cause,
    Explanation,
    explanation_of,
)
from governance.text.citations.lone_ranges import is_gone, without_lone_ranges
from governance.text.citations.ranges import with_ends_in_order, with_list_in_order
from governance.text.citations.resolve import Citation, Resolved, resolve
from governance.text.language import Pointer, Reference, Step
from governance.text.languages import language_for
from governance.text.naming import names
from governance.text.owner import Whose
from governance.text.tree.number import Digits
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision

_WHOSE = {
    Whose.PAST: (PAST, Cause.EARLIER_TIME),
    Whose.UNSURE: (UNSURE, Cause.OWNER_UNSURE),
    Whose.OTHER: (EXTERNAL, Cause.OTHER_LAW),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a citation: one of the names in `consequence`, why, and the edits."""

    name: str
    why: tuple[Explanation, ...]
    edits: tuple[Edit, ...] = ()


CitationOutcome = tuple[Citation, Outcome]


class Meaning(Protocol):
    """What citations meant before the numbers changed, and how that is explained."""

    @property
    def before(self) -> Places: ...
    @property
    def knows_members(self) -> bool: ...
    def stays(self, citation: Citation) -> bool: ...
    def is_within(self, citation: Citation, target: Provision) -> bool: ...
    def missing(self, reference: Reference) -> Explanation: ...
    def gone(self, reference: Reference, target: Provision) -> Explanation: ...
    def renumbered(self, reference: Reference, step: Step, target: Provision) -> Explanation: ...
    def shifted(self, words: str, targets: Sequence[Provision]) -> Explanation: ...


@dataclass(frozen=True, slots=True)
class CitationFollower:
    """Finds what becomes of citations in the articles `after`; their numbers are written in
    `digits`."""

    meaning: Meaning
    after: Places
    digits: Digits

    def outcome(self, citation: Citation) -> Outcome:
        """What becomes of a citation."""
        reference = citation.reference
        if not citation.is_ours:
            outcome, cause = _WHOSE[reference.owner.whose]
            return Outcome(outcome, (explanation_of(reference, cause),))
        is_old = self.meaning.stays(citation)
        resolved = citation.resolved if is_old else self._in_order(citation)
        if resolved is None:
            return Outcome(BROKEN, (explanation_of(reference, Cause.RANGE_PARTED),))
        of_its_time = Outcome(KEPT, (explanation_of(reference, Cause.OLD_PART),))
        found = _joined(
            of_its_time if is_old and not is_beside(each) else self._of_pointer(citation, each)
            for each in resolved
        )
        return found if is_old or found.name == KEPT else self._of_lone(citation, resolved) or found

    def _of_lone(self, citation: Citation, resolved: Sequence[Resolved]) -> Outcome | None:
        """What becomes of a citation with a range of which one provision is left: that is cited by
        itself. None where it has no such range, or is broken all the same."""
        before = self.meaning.before if self.meaning.knows_members else None
        kept, cuts, left = without_lone_ranges(citation, resolved, before, self.after)
        found = _joined(self._of_pointer(citation, each) for each in kept)
        if not left or found.name == BROKEN:
            return None
        now = [each for was in left if (each := self.after.articles.by_key(was.key))]
        why = explanation_of(citation.reference, Cause.RANGE_OF_ONE)
        why = replace(why, now=names(now, self.after))
        return Outcome(SHIFTED, (why,), (*found.edits, *cuts))

    def _in_order(self, citation: Citation) -> Sequence[Resolved] | None:
        """What the pointers of a citation name, each range and list in the order in which its
        provisions stand afterwards."""
        meaning = self.meaning
        resolved = with_ends_in_order(
            citation.resolved, meaning.before, self.after, knows_members=meaning.knows_members
        )
        language = language_for(self.after.articles.language)
        line = citation.at.lines[citation.line]
        if resolved is None or language.keeps_order(line) or _is_captioned(citation):
            return resolved
        return with_list_in_order(resolved, self.after)

    def _of_pointer(self, citation: Citation, resolved: Resolved) -> Outcome:
        """What becomes of one pointer of a citation."""
        reference, pointer = citation.reference, resolved.pointer
        if resolved.missing:
            return Outcome(BROKEN, (self.meaning.missing(reference),))
        if not resolved.targets:
            return Outcome(KEPT, (explanation_of(reference, Cause.SAME),))
        if pointer.relative and not pointer.count:
            return self._of_all_before(citation, pointer)
        named = (*resolved.base, *resolved.chain, *resolved.targets)
        gone = next((each for each in named if is_gone(each, self.after)), None)
        if gone is not None:
            return Outcome(BROKEN, (self.meaning.gone(reference, gone),))
        renumbered = list(self._renumbered(citation, resolved))
        edits = [edit for edit, _ in renumbered]
        if shifted := self._shifted(citation, resolved):
            # What is put before a number comes last: it begins where the number does.
            return replace(shifted, edits=(*edits, *shifted.edits))
        if not renumbered:
            return Outcome(KEPT, (explanation_of(reference, Cause.SAME),))
        return Outcome(FOLLOWED, tuple(explanation for _, explanation in renumbered), tuple(edits))

    def _of_all_before(self, citation: Citation, pointer: Pointer) -> Outcome:
        """What becomes of "each of the preceding items": they are what stands before it, whatever
        came or went."""
        reference = citation.reference
        now = resolve(replace(pointer, steps=()), self.after, citation.at.key).targets
        if not now:
            return Outcome(BROKEN, (explanation_of(reference, Cause.NOTHING_BEFORE),))
        line = citation.at.lines[citation.line]
        language = language_for(self.after.articles.language)
        was = next(each.targets for each in citation.resolved if each.pointer == pointer)
        if len(now) == 1 < len(was) and (one := language.one_before(line, *pointer.phrase)):
            why = explanation_of(reference, Cause.RANGE_OF_ONE)
            return Outcome(SHIFTED, (replace(why, now=names(now, self.after)),), (Edit(*one),))
        return Outcome(KEPT, (explanation_of(reference, Cause.ALL_BEFORE),))

    def _renumbered(
        self, citation: Citation, resolved: Resolved
    ) -> Iterator[tuple[Edit, Explanation]]:
        """The steps of a pointer whose number is another: each edit, and why."""
        language = language_for(self.after.articles.language)
        for step, target in zip(resolved.pointer.steps, resolved.chain, strict=False):
            now = self.after.articles.by_key(target.key)
            assert now is not None  # it would be broken
            is_lone = len(citation.resolved) == 1
            holder = self._holder_now(resolved.chain[-1], now) if is_lone else now
            number = number_to_cite(step, target, holder)
            if number is not None and number != step.number:
                written = citation.at.lines[citation.line][step.start : step.end]
                new = language.relabel(written, number, self.digits, target.number)
                moved = target if holder is now else resolved.chain[-1]
                why = self.meaning.renumbered(citation.reference, step, moved)
                yield Edit(step.start, step.end, new), why

    def _holder_now(self, target: Provision, holder: Provision) -> Provision:
        """What holds now what was cited, where that was moved out of its holder: Paragraph 2 of
        Article 1, moved into Article 3, is Paragraph 4 of Article 3."""
        path = self.after.path(target.key)
        if holder in path or self.after.part_of(target.key) is not self.after.part_of(holder.key):
            return holder
        return next((each for each in path if each.kind is holder.kind), holder)

    def _shifted(self, citation: Citation, resolved: Resolved) -> Outcome | None:
        """A pointer that would name something else where it stands."""
        if resolved.pointer.relative in ("preceding", "following", "this"):
            return self._made_absolute(citation, resolved)
        if resolved.pointer == citation.resolved[0].pointer and not resolved.pointer.relative:
            return self._cited_wider(citation, resolved)
        return None

    def _made_absolute(self, citation: Citation, resolved: Resolved) -> Outcome | None:
        """A relative reference that would now point elsewhere, by its number."""
        pointer = resolved.pointer
        new = resolve(replace(pointer, steps=()), self.after, citation.at.key).targets
        if [each.key for each in resolved.base] == [each.key for each in new]:
            return None
        now = [self.after.articles.by_key(target.key) for target in resolved.base]
        meant = [each for each in now if each is not None]  # none is gone, or it would be broken
        if not meant:
            return None
        start, end = pointer.phrase
        phrase = citation.at.lines[citation.line][start:end]
        edits = by_number(citation, pointer, meant, self.after, self.digits)
        why = self.meaning.shifted(phrase, resolved.base)
        return Outcome(SHIFTED, (why,), tuple(edits))

    def _cited_wider(self, citation: Citation, resolved: Resolved) -> Outcome | None:
        """A paragraph or item that was cited from within its article, and no longer is: Paragraph
        2, moved into another article, is Paragraph 2 of the article it was in."""
        target = resolved.chain[0]
        now = self.after.articles.by_key(target.key)
        assert now is not None  # it would be broken
        if not self.meaning.is_within(citation, target):
            return None
        holder = wider(now, citation.at.key, self.after, self.digits)
        if not holder:
            return None
        start = resolved.pointer.start
        why = self.meaning.shifted(citation.reference.text, resolved.targets)
        return Outcome(SHIFTED, (why,), (Edit(start, start, holder),))


def _is_captioned(citation: Citation) -> bool:
    """Whether the numbers of a list have their captions behind them, "Articles 3 (Seat) and 5
    (Notices)", which each of them must keep."""
    line, pointers = citation.at.lines[citation.line], [each.pointer for each in citation.resolved]
    between = (line[first.end : last.start] for first, last in pairwise(pointers))
    return any(sign in words for words in between for sign in "(（")


def _joined(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of a citation from those of its pointers."""
    parts = list(outcomes)
    for name in (BROKEN, SHIFTED, FOLLOWED):
        chosen = [part for part in parts if part.name == name]
        if chosen:
            edits = () if name == BROKEN else tuple(e for part in parts for e in part.edits)
            explanations = dict.fromkeys(each for part in chosen for each in part.why)
            return Outcome(name, tuple(explanations), edits)
    return parts[0]


def is_beside(resolved: Resolved) -> bool:
    """Whether a pointer says in words, 前条, what it names: then no number of any time is cited."""
    return resolved.pointer.relative in ("preceding", "following") and bool(resolved.targets)
