"""References after a change: each one kept, followed, shifted or broken, external, past or unsure,
and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from governance.text.citations.cite import Edit
from governance.text.citations.consequence import BROKEN, SHIFTED, Consequence, in_sentences
from governance.text.citations.decisions import Decision
from governance.text.citations.doubled import without_doubles
from governance.text.citations.edited_lines import edited_text, with_edits, words_changed
from governance.text.citations.outcome import CitationFollower, CitationOutcome, Outcome
from governance.text.citations.present_meaning import PresentMeaning
from governance.text.citations.resolve import Citation, citations
from governance.text.citations.scan import Scanner
from governance.text.finding import ERROR, Finding
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.patterns import pattern
from governance.text.reading.write import usual_digits
from governance.text.tree.number import FULL, HALF, Digits, digits_of
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation


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
    digits = reference_digits(present, found)
    follower = CitationFollower(PresentMeaning(before, after, digits), after, digits)
    outcomes = [
        (citation, follower.outcome(citation))
        for citation in found
        if proposed.by_key(citation.at.key) is not None
        and not any(each.key in new_words for each in after.path(citation.at.key))
    ]
    findings = [
        broken_citation(proposed, citation, in_sentences(outcome.why))
        for citation, outcome in outcomes
        if outcome.name == BROKEN
    ]
    order = {address: i for i, (address, _) in enumerate(proposed.addresses())}
    findings.sort(key=lambda each: order[each.at])
    return *with_outcomes(proposed, outcomes, decisions), findings


def with_outcomes(
    proposed: ArticlesOfIncorporation,
    outcomes: Sequence[CitationOutcome],
    decisions: Sequence[Decision],
    *,
    is_typed: bool = False,
) -> tuple[ArticlesOfIncorporation, list[Consequence]]:
    """The proposed articles with what became of citations, and it as consequences, in document
    order."""
    edits: dict[tuple[str, int], list[Edit]] = {}
    consequences: list[Consequence] = []
    whole = "\n".join(piece for each in proposed.walk() for piece in (each.label, *each.lines))
    language = language_for(proposed.language)
    write = language.usual_words(whole)
    written = [in_usual_words(each, write, language) for each in outcomes]
    for citation, outcome in with_own_kept(written, Scanner(Places(proposed), decisions)):
        key, (start, words) = citation.at.key, words_changed(citation, outcome.edits)
        address = proposed.address_of(key) or ""
        new = edited_text(words, outcome.edits, start)
        if outcome.edits:
            edits.setdefault((key, citation.line), []).extend(outcome.edits)
        told = Consequence(address, key, outcome.name, words, new, outcome.why, is_typed)
        consequences.append(told)
    return with_edits(proposed, edits), sorted_consequences(consequences, proposed)


def sorted_consequences(
    consequences: Iterable[Consequence], proposed: ArticlesOfIncorporation
) -> list[Consequence]:
    """Consequences by where they stand in the proposed articles."""
    order = {address: i for i, (address, _) in enumerate(proposed.addresses())}
    return sorted(consequences, key=lambda each: order[each.at])


def with_own_kept(
    outcomes: Sequence[CitationOutcome], scanner: Scanner
) -> Iterator[CitationOutcome]:
    """The outcomes, a citation in words without its number in brackets where it becomes a number
    itself, and what is cited by number now said to be of these articles where its line would
    make it one of another document: 会社法第309条又は前条 becomes 会社法第309条又は本定款第８条."""

    def line_of(each: CitationOutcome) -> tuple[str, int]:
        return each[0].at.key, each[0].line

    for _, group in groupby(outcomes, line_of):
        line = without_doubles([*group])
        edits = [edit for _, outcome in line for edit in outcome.edits]
        is_mixed = not all(citation.is_ours for citation, _ in line)
        for citation, outcome in line:
            if is_mixed and outcome.name == SHIFTED:
                yield citation, _said_to_be_ours(citation, outcome, edits, scanner)
            else:
                yield citation, outcome


def _said_to_be_ours(
    citation: Citation, outcome: Outcome, edits: Sequence[Edit], scanner: Scanner
) -> Outcome:
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


def broken_citation(proposed: ArticlesOfIncorporation, citation: Citation, why: Message) -> Finding:
    """The finding about a citation that names nothing any more."""
    key, words = citation.at.key, citation.reference.text
    address = proposed.address_of(key) or ""
    return Finding("broken-reference", ERROR, "proposed", address, why, key, about=(words,))


def in_usual_words(
    outcome: CitationOutcome, write: Callable[[str], str], language: Language
) -> CitationOutcome:
    """The outcome with its edits as the text writes: および where it does not have 及び. What is
    only another number keeps the signs that stand there."""
    citation, found = outcome
    line = citation.at.lines[citation.line]
    edits = tuple(
        each
        if language.begins_with_number(line[each.start : each.end])
        else replace(each, text=write(each.text))
        for each in found.edits
    )
    return citation, replace(found, edits=edits)


_ARABIC = pattern(r"(?<![A-Za-z0-9０-９])[0-9０-９]+(?![A-Za-z])")


def reference_digits(articles: ArticlesOfIncorporation, found: Sequence[Citation]) -> Digits:
    """How the text writes numbers in its own citations; what they do not show, as in its wording,
    and in kanji as in its labels."""
    language = language_for(articles.language)
    usual = usual_digits(articles)
    if {usual.one, usual.many} <= {HALF, FULL}:
        lines = (line for each in articles.walk() for line in each.lines)
        usual = digits_of((each for line in lines for each in _ARABIC.findall(line)), usual)
    ours = [citation.reference.text for citation in found if citation.is_ours]
    numerals = [numeral for text in ours for numeral in language.numerals(text)]
    return language.with_levels(digits_of(numerals, usual), ours)
