"""References after a change: each one kept, followed, shifted or broken, external, past or unsure,
and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from governance.text.citations.cite import Edit, by_number, wider
from governance.text.citations.consequence import (
    BROKEN,
    EXTERNAL,
    FOLLOWED,
    KEPT,
    PAST,
    SHIFTED,
    UNSURE,
    Cause,
    Consequence,
    Explanation,
    explanation_of,
    in_sentences,
)
from governance.text.citations.decisions import Decision
from governance.text.citations.edited_lines import edited_text, with_edits
from governance.text.citations.resolve import Citation, Resolved, citations, resolve
from governance.text.citations.scan import Scanner
from governance.text.deleted_placeholder import became_placeholder
from governance.text.finding import ERROR, Finding
from governance.text.language import Pointer
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import name, names
from governance.text.owner import Whose
from governance.text.reading.write import usual_digits
from governance.text.tree.number import Digits, digits_of
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

_WHOSE = {
    Whose.PAST: (PAST, Cause.EARLIER_TIME),
    Whose.UNSURE: (UNSURE, Cause.OWNER_UNSURE),
    Whose.OTHER: (EXTERNAL, Cause.OTHER_LAW),
}


@dataclass(frozen=True, slots=True)
class _Outcome:
    name: str
    why: tuple[Explanation, ...]
    edits: tuple[Edit, ...] = ()


def follow(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    new_words: Collection[str],
    decisions: Sequence[Decision] = (),
) -> tuple[ArticlesOfIncorporation, list[Consequence], list[Finding]]:
    """The proposed articles with the references of all unchanged wording followed.

    `new_words` are the identities whose wording was given: what they cite is proposed numbers
    already and is left. References in supplementary parts that stood before cite the numbers of
    their own time and are left too, unless they are moved out of them.
    """
    before, after = Places(present), Places(proposed)
    found = list(citations(present, before, decisions))
    change = _Change(before, after, _reference_digits(present, found))
    outcomes = [
        (citation, change.outcome(citation))
        for citation in found
        if proposed.by_key(citation.at.key) is not None
        and not any(each.key in new_words for each in after.path(citation.at.key))
    ]
    edits: dict[tuple[str, int], list[Edit]] = {}
    consequences: list[Consequence] = []
    findings: list[Finding] = []
    for citation, outcome in _kept_ours(outcomes, Scanner(after, decisions)):
        key, words = citation.at.key, citation.reference.text
        address = proposed.address_of(key) or ""
        new = edited_text(words, outcome.edits, citation.reference.start)
        if outcome.edits:
            edits.setdefault((key, citation.line), []).extend(outcome.edits)
        consequences.append(Consequence(address, key, outcome.name, words, new, outcome.why))
        if outcome.name == BROKEN:
            findings.append(broken_citation(address, key, words, in_sentences(outcome.why)))
    order = {address: i for i, (address, _) in enumerate(proposed.addresses())}
    consequences.sort(key=lambda each: order[each.at])
    findings.sort(key=lambda each: order[each.at])
    return with_edits(proposed, edits), consequences, findings


def _kept_ours(
    outcomes: Sequence[tuple[Citation, _Outcome]], scanner: Scanner
) -> Iterator[tuple[Citation, _Outcome]]:
    """The outcomes, what is cited by number now said to be of these articles where its line would
    make it one of another document: 会社法第309条又は前条 becomes 会社法第309条又は本定款第８条."""

    def line_of(each: tuple[Citation, _Outcome]) -> tuple[str, int]:
        return each[0].at.key, each[0].line

    for _, group in groupby(outcomes, line_of):
        line = list(group)
        edits = [edit for _, outcome in line for edit in outcome.edits]
        is_mixed = not all(citation.is_ours for citation, _ in line)
        for citation, outcome in line:
            if is_mixed and outcome.name == SHIFTED:
                yield citation, _said_to_be_ours(citation, outcome, edits, scanner)
            else:
                yield citation, outcome


def _said_to_be_ours(
    citation: Citation, outcome: _Outcome, edits: Sequence[Edit], scanner: Scanner
) -> _Outcome:
    """The outcome with its edits, given all the edits of the line."""
    text = edited_text(citation.at.lines[citation.line], edits)
    ours = [each for each in scanner.references(citation.at, text) if each.is_ours]
    language = language_for(scanner.places.articles.language)
    phrases = {each.pointer.phrase[0] for each in citation.resolved} | {citation.reference.start}

    def kept(edit: Edit) -> Edit:
        before = (each for each in {*edits} if each.start < edit.start)
        at = edit.start + sum(len(each.text) - (each.end - each.start) for each in before)
        if edit.start not in phrases or any(each.start <= at < each.end for each in ours):
            return edit
        return replace(edit, text=language.as_own(edit.text))

    return replace(outcome, edits=tuple(map(kept, outcome.edits)))


def broken_citation(address: str, key: str, words: str, why: Message) -> Finding:
    """The finding about a citation of these words that names nothing any more."""
    return Finding("broken-reference", ERROR, "proposed", address, why, key, about=(words,))


def _reference_digits(articles: ArticlesOfIncorporation, found: Sequence[Citation]) -> Digits:
    """How the text writes numbers in its own citations; what they do not show, as in its labels."""
    language = language_for(articles.language)
    numerals = [
        numeral
        for citation in found
        if citation.is_ours
        for numeral in language.numerals(citation.reference.text)
    ]
    return digits_of(numerals, usual_digits(articles))


@dataclass(frozen=True, slots=True)
class _Change:
    """The articles before and after, and how citations write their numbers."""

    before: Places
    after: Places
    digits: Digits

    def outcome(self, citation: Citation) -> _Outcome:
        """What becomes of a citation."""
        reference = citation.reference
        if not citation.is_ours:
            outcome, cause = _WHOSE[reference.owner.whose]
            return _Outcome(outcome, (explanation_of(reference, cause),))
        if self._stays_in_old_part(citation.at.key):
            return _Outcome(KEPT, (explanation_of(reference, Cause.OLD_PART),))
        parts = [self._of_pointer(citation, each) for each in citation.resolved]
        for outcome in (BROKEN, SHIFTED, FOLLOWED):
            chosen = [part for part in parts if part.name == outcome]
            if chosen:
                edits = () if outcome == BROKEN else tuple(e for part in parts for e in part.edits)
                explanations = dict.fromkeys(each for part in chosen for each in part.why)
                return _Outcome(outcome, tuple(explanations), edits)
        return parts[0]

    def _stays_in_old_part(self, key: str) -> bool:
        old_parts = {part.key for part in self.before.articles.supplementary}
        return {self.before.part_of(key).key, self.after.part_of(key).key} <= old_parts

    def _of_pointer(self, citation: Citation, resolved: Resolved) -> _Outcome:
        """What becomes of one pointer of a citation."""
        reference, pointer = citation.reference, resolved.pointer
        if resolved.missing:
            return _Outcome(BROKEN, (explanation_of(reference, Cause.NOT_THERE),))
        if not resolved.targets:
            return _Outcome(KEPT, (explanation_of(reference, Cause.SAME),))
        if pointer.relative and not pointer.count:
            return self._of_all_before(citation, pointer)
        named = (*self._held_by(resolved), *resolved.chain, *resolved.targets)
        gone = next((each for each in named if self._is_gone(each)), None)
        if gone is not None:
            explanation = explanation_of(reference, Cause.DELETED, name(gone, self.before))
            return _Outcome(BROKEN, (explanation,))
        renumbered = list(self._renumbered(citation, resolved))
        edits = [edit for edit, _ in renumbered]
        if shifted := self._shifted(citation, resolved):
            # What is put before a number comes last: it begins where the number does.
            return replace(shifted, edits=(*edits, *shifted.edits))
        if not renumbered:
            return _Outcome(KEPT, (explanation_of(reference, Cause.SAME),))
        return _Outcome(FOLLOWED, tuple(explanation for _, explanation in renumbered), tuple(edits))

    def _of_all_before(self, citation: Citation, pointer: Pointer) -> _Outcome:
        """What becomes of "each of the preceding items": they are what stands before it, whatever
        came or went."""
        if resolve(replace(pointer, steps=()), self.after, citation.at.key).targets:
            return _Outcome(KEPT, (explanation_of(citation.reference, Cause.ALL_BEFORE),))
        return _Outcome(BROKEN, (explanation_of(citation.reference, Cause.NOTHING_BEFORE),))

    def _held_by(self, resolved: Resolved) -> list[Provision]:
        """What "the same" is: the Article of "Article 9 (excluding Paragraph 2)"."""
        kind = resolved.pointer.kind
        if resolved.pointer.relative != "same" or kind is None:
            return []
        holder = self.before.enclosing(resolved.targets[0].key, kind)
        return [holder] if holder else []

    def _is_gone(self, target: Provision) -> bool:
        now = self.after.articles.by_key(target.key)
        return now is None or became_placeholder(target, now)

    def _renumbered(
        self, citation: Citation, resolved: Resolved
    ) -> Iterator[tuple[Edit, Explanation]]:
        """The steps of a pointer whose number is another: each edit, and why."""
        language = language_for(self.after.articles.language)
        for step, target in zip(resolved.pointer.steps, resolved.chain, strict=True):
            now = self.after.articles.by_key(target.key)
            assert now is not None  # it would be broken
            if now.number is not None and now.number not in (step.number, step.other_number):
                written = citation.at.lines[citation.line][step.start : step.end]
                new = language.relabel(written, now.number, self.digits)
                explanation = Explanation(
                    Cause.RENUMBERED,
                    citation.reference.text,
                    was=name(target, self.before),
                    now=name(now, self.after),
                )
                yield Edit(step.start, step.end, new), explanation

    def _shifted(self, citation: Citation, resolved: Resolved) -> _Outcome | None:
        """A pointer that would name something else where it stands."""
        if resolved.pointer.relative in ("preceding", "following", "this"):
            return self._made_absolute(citation, resolved.pointer)
        if resolved is citation.resolved[0] and not resolved.pointer.relative:
            return self._cited_wider(citation, resolved)
        return None

    def _made_absolute(self, citation: Citation, pointer: Pointer) -> _Outcome | None:
        """A relative reference that would now point elsewhere, by its number."""
        bare = replace(pointer, steps=())
        old = resolve(bare, self.before, citation.at.key).targets
        new = resolve(bare, self.after, citation.at.key).targets
        if [each.key for each in old] == [each.key for each in new]:
            return None
        now = [self.after.articles.by_key(target.key) for target in old]
        meant = [each for each in now if each is not None]  # none is gone, or it would be broken
        start, end = pointer.phrase
        phrase = citation.at.lines[citation.line][start:end]
        edits = by_number(citation, pointer, meant, self.after, self.digits)
        return self._would_shift(phrase, old, edits)

    def _cited_wider(self, citation: Citation, resolved: Resolved) -> _Outcome | None:
        """A paragraph or item that was cited from within its article, and no longer is: Paragraph
        2, moved into another article, is Paragraph 2 of the article it was in."""
        target = resolved.chain[0]
        now = self.after.articles.by_key(target.key)
        assert now is not None  # it would be broken
        if wider(target, citation.at.key, self.before, self.digits):
            return None
        holder = wider(now, citation.at.key, self.after, self.digits)
        if not holder:
            return None
        start = resolved.pointer.start
        words = citation.reference.text
        return self._would_shift(words, resolved.targets, [Edit(start, start, holder)])

    def _would_shift(
        self, words: str, targets: Sequence[Provision], edits: Sequence[Edit]
    ) -> _Outcome:
        explanation = Explanation(Cause.WOULD_SHIFT, words, was=names(targets, self.before))
        return _Outcome(SHIFTED, (explanation,), tuple(edits))
