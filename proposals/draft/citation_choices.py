"""The citations of a provision as the proposed articles have them, each with what became of it and
with the other words in which it could be written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.text.citations.cite import Edit, by_number
from governance.text.citations.consequence import FOLLOWED, SHIFTED, Consequence
from governance.text.citations.edited_lines import edited_text, with_edits
from governance.text.citations.follow import reference_digits
from governance.text.citations.resolve import Citation, Resolved, citations_in
from governance.text.citations.scan import Scanner
from governance.text.languages import language_for
from governance.text.tree.keys import unit_key
from governance.text.tree.number import Digits
from governance.text.tree.places import Places
from governance.text.tree.provision import Kind, Provision
from proposals.draft.derive import Draft


class CitationStyle(StrEnum):
    """A way of writing a citation."""

    KEEP = "keep"
    """As it stood before it was followed."""
    NUMBER = "number"
    """By number: Article 7, 第７条."""
    RELATIVE = "relative"
    """By its place: the preceding Article, 前条."""


@dataclass(frozen=True)
class CitationChoices:
    """A citation in the line `line` (from 0) of the proposed provision of identity `at`, at the
    letters from `start` to `end`, with the words of each other form that it can take.
    """

    at: str
    line: int
    start: int
    end: int
    words: str
    consequence: Consequence | None
    forms: tuple[tuple[CitationStyle, str], ...]


def citation_choices(draft: Draft, key: str) -> list[CitationChoices]:
    """The citations of the proposed provision of identity `key`, in their order."""
    articles = draft.proposed
    unit = articles.by_key(key)
    if unit is None:
        return []
    places = Places(articles)
    scanner = Scanner(places, draft.versions.amended.carried_decisions)
    found = [one for each in unit.walk() for one in citations_in(each, places, scanner)]
    writer = _Writer(places, reference_digits(articles, found))
    left = [one for one in draft.consequences if unit_key(one.key) == key]
    return [_choices(one, _taken(left, one), writer) for one in found]


def reworded_body(draft: Draft, choices: CitationChoices, words: str) -> str:
    """The body of the article with other words for that citation."""
    edit = Edit(choices.start, choices.end, words)
    edited = with_edits(draft.proposed, {(choices.at, choices.line): [edit]})
    unit = edited.by_key(unit_key(choices.at))
    assert unit is not None  # it is the article that the citation stands in
    return unit.body


def _taken(left: list[Consequence], citation: Citation) -> Consequence | None:
    """What became of that citation, taken out of what is `left`."""
    at, words = citation.at.key, citation.reference.text
    found = next((one for one in left if (one.key, one.after) == (at, words)), None)
    if found is not None:
        left.remove(found)
    return found


def _choices(
    citation: Citation, consequence: Consequence | None, writer: "_Writer"
) -> CitationChoices:
    reference = citation.reference
    forms = dict(writer.forms(citation))
    if consequence is not None and consequence.outcome in (FOLLOWED, SHIFTED):
        forms = {CitationStyle.KEEP: consequence.before, **forms}
    own = reference.text
    return CitationChoices(
        at=citation.at.key,
        line=citation.line,
        start=reference.start,
        end=reference.end,
        words=own,
        consequence=consequence,
        forms=tuple((form, words) for form, words in forms.items() if words != own),
    )


@dataclass(frozen=True)
class _Writer:
    """Writes a citation of one article in the other form."""

    places: Places
    digits: Digits

    def forms(self, citation: Citation) -> Iterator[tuple[CitationStyle, str]]:
        if not citation.is_ours or len(citation.resolved) != 1 or citation.is_broken:
            return
        (resolved,) = citation.resolved
        pointer, reference = resolved.pointer, citation.reference
        if pointer.relative in ("preceding", "following") and len(resolved.base) == 1:
            edits = by_number(citation, pointer, resolved.base, self.places, self.digits)
            yield CitationStyle.NUMBER, edited_text(reference.text, edits, reference.start)
        elif beside := self._beside(citation, resolved):
            yield CitationStyle.RELATIVE, beside

    def _beside(self, citation: Citation, resolved: Resolved) -> str:
        """What an article is called from the one before it or behind it; "" where it is neither."""
        steps, targets = resolved.pointer.steps, resolved.targets
        if resolved.pointer.relative or len(steps) != 1 or len(targets) != 1:
            return ""
        path = self.places.path(citation.at.key)
        if len(path) < 2 or targets[0].kind is not Kind.ARTICLE:
            return ""
        part, own = path[0], path[1]
        articles = [each for each in part.children if each.kind is Kind.ARTICLE]
        both = language_for(self.places.articles.language).BESIDE
        words = _words_beside(articles, own, targets[0], both)
        return words[:1].upper() + words[1:] if citation.reference.start == 0 else words


def _words_beside(
    articles: Sequence[Provision], own: Provision, target: Provision, words: Iterable[str]
) -> str:
    keys = [each.key for each in articles]
    if own.key not in keys or target.key not in keys:
        return ""
    distance = keys.index(target.key) - keys.index(own.key)
    before, behind = words
    return {-1: before, 1: behind}.get(distance, "")
