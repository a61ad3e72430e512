"""Checks of a version against the one before: what should have followed and did not."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import ERROR, WARNING, Finding
from ..following import range_sentence
from ..provision import ArticlesOfIncorporation
from ..references import Citation, Places, citations
from ..sentence import Sentence


def stale_reference(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> Iterator[Finding]:
    """条ずれ: a citation left as it was although what it named has another number now. It still
    names something, which is why nobody notices. Relative ones (前条) that now name something
    else, and ranges that gained or lost members, are told apart by their codes."""
    before, after = Places(present), Places(proposed)
    olds: dict[str, list[Citation]] = {}
    old_parts = {part.key for part in present.supplementary}
    for citation in citations(present, before):
        olds.setdefault(citation.at.key, []).append(citation)
    for citation in citations(proposed, after):
        if citation.is_external or after.part_of(citation.at.key).key in old_parts:
            continue
        waiting = olds.get(citation.at.key, [])
        same = next(
            (each for each in waiting if each.reference.text == citation.reference.text), None
        )
        if same is None:
            continue
        waiting.remove(same)
        if same.is_broken or same.is_external:
            continue
        found = _stale(same, citation, present, proposed)
        if found:
            yield found


def _stale(
    old: Citation,
    new: Citation,
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
) -> Finding | None:
    meant = [target.key for each in old.resolved for target in each.targets]
    named = [target.key for each in new.resolved for target in each.targets]
    if meant == named:
        return None
    at = proposed.address_of(new.at.key) or ""
    text = new.reference.text
    was = ", ".join(filter(None, (present.address_of(key) for key in meant)))
    now = ", ".join(filter(None, (proposed.address_of(key) for key in meant)))
    pointer = new.resolved[0].pointer
    if pointer.relative and pointer.count == 0:
        gained, lost = len(set(named) - set(meant)), len(set(meant) - set(named))
        sentence = range_sentence(text, gained, lost)
        return Finding("changed-range", WARNING, "proposed", at, sentence, new.at.key)
    code = "shifted-reference" if pointer.relative else "stale-reference"
    if not now:
        sentence = Sentence(
            f"{text} is left as it was, but what it named ({was}) is gone.",
            f"「{text}」は元のままですが、それが指していた規定（{was}）はなくなりました。",
        )
    else:
        sentence = Sentence(
            f"{text} is left as it was, but what it named ({was}) is now {now}.",
            f"「{text}」は元のままですが、それが指していた規定（{was}）は{now}になりました。",
        )
    return Finding(code, ERROR, "proposed", at, sentence, new.at.key)
