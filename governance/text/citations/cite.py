"""How provisions are cited by their numbers, seen from where the citation stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from governance.text.citations.resolve import Citation
from governance.text.language import Pointer, Step
from governance.text.languages import language_for
from governance.text.tree.decimals import is_decimal
from governance.text.tree.number import Digits, is_run
from governance.text.tree.places import Places
from governance.text.tree.provision import Kind, Number, Provision


@dataclass(frozen=True, slots=True)
class Edit:
    """What a stretch of a line of wording is to read instead: text[start:end]."""

    start: int
    end: int
    text: str


def number_to_cite(step: Step, was: Provision, now: Provision) -> Number | None:
    """The number that a step of a citation should have, whose provision was `was` and is `now`:
    the one it has where that has not changed, as far behind the first as it was where several were
    emptied under one head. None where it has none."""
    if now.number is None:
        return None
    if step.other_number == was.number == now.number:
        return step.number
    if was.last_number is None or was.number is None or step.number not in was.numbers:
        return now.number
    moved = step.number[-1] - was.number[-1]
    return Number(*now.number[:-1], now.number[-1] + moved)


def wider(target: Provision, at: str, places: Places, writing: Digits) -> str:
    """What a citation of `target` in the wording at `at` begins with: whatever holds the one and
    not the other ("Article 7, ", 第7条), "" where the same article holds both."""
    language = language_for(places.articles.language)
    here = {each.key for each in places.path(at)}
    found = ""
    for holder in reversed(places.path(target.key)[:-1]):
        if holder.key not in here and holder.number is not None:
            found = language.cite_within(language.cite(holder.kind, holder.number, writing), found)
    return found


def by_number(
    citation: Citation,
    pointer: Pointer,
    meant: Sequence[Provision],
    places: Places,
    writing: Digits,
) -> list[Edit]:
    """The edits that put the numbers of what it meant, provisions of one list, in the place of a
    pointer's relative words: 前条 becomes 第3条. Several join the list that the words stand in:
    前2条及び第8条 becomes 第3条、第4条及び第8条."""
    language = language_for(places.articles.language)
    at_end = pointer.relative == "preceding"  # the article before 第9条 is the last emptied one
    numbers = sorted(
        (at_end and each.last_number) or each.number for each in meant if each.number is not None
    )
    kind, (start, end) = meant[0].kind, pointer.phrase
    if all(is_decimal(each) for each in meant) and len(numbers) == len(meant):
        words = citation.at.lines[citation.line][start:end]
        return [Edit(start, end, language.cite_labels(words, [each.label for each in meant]))]
    before = wider(meant[0], citation.at.key, places, writing)
    cited_all = language.cite_all(kind, numbers, writing)
    if all(language.is_lettered(each.label) for each in meant):
        words = citation.at.lines[citation.line][start:end]
        cited_all = language.cite_labels(words, [each.label for each in meant])
    if kind is Kind.ARTICLE and places.part_of(meant[0].key) is not places.articles.main:
        return [Edit(start, end, language.as_supplementary(cited_all))]
    all_of_them = Edit(start, end, before + cited_all)
    if len(numbers) == 1 or is_run(numbers) or before or pointer.steps:
        return [all_of_them]
    text = citation.at.lines[citation.line]
    pointers = [each.pointer for each in citation.resolved]
    place = pointers.index(pointer)
    joint_before = text[pointers[place - 1].end : start] if place else ""
    joint_behind = text[end : pointers[place + 1].start] if place + 1 < len(pointers) else ""
    cited = [language.cite(kind, number, writing) for number in numbers]
    if listed := language.extend_list(cited, joint_before, joint_behind):
        return [Edit(start - len(joint_before), end, "".join(listed))]
    return [all_of_them]
