"""Labels that were typed in another style than that of the text, taken into it: (1) into （１）."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.reading.local_style import with_number, without_number
from governance.text.tree.number import Digits, style_of
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    PieceRole,
    Provision,
)

_DEPTHS = {Kind.PARAGRAPH: 0, Kind.ITEM: 1, Kind.SUBITEM: 2}
_Style = tuple[str, str, str]
"""What a label has around its number, the style of that, and the gap behind."""


@dataclass(slots=True)
class LocalLabels:
    """How a text labels its paragraphs, items and sub-items, at each depth below an article."""

    articles: ArticlesOfIncorporation
    digits: Digits
    _styles: dict[int, Counter[_Style]] = field(default_factory=dict)
    _models: dict[tuple[int, _Style], Provision] = field(default_factory=dict)
    _first_labelled: int = 0
    """How many articles of several numbered paragraphs number the first, less the others."""

    def __post_init__(self) -> None:
        for depth, each in _labelled(self.articles.parts):
            style = self._style(each)
            self._styles.setdefault(depth, Counter())[style] += 1
            self._models.setdefault((depth, style), each)
        for unit in self.articles.walk():
            self._first_labelled += _labels_first(unit)

    @property
    def _language(self) -> Language:
        return language_for(self.articles.language)

    def applied(self, made: Provision, own: Provision | None) -> Provision:
        """A provision that was typed, with the labels below it in the style that it had, `own`, or
        in that of the text. A style that the text has somewhere else is left as it was typed."""
        kept: dict[int, Provision] = {}
        for depth, each in _labelled([own] if own is not None else []):
            kept.setdefault(depth, each)
        depth = _DEPTHS.get(made.kind, -1) + 1
        children = tuple(self._relabelled(each, depth, kept) for each in made.children)
        return self._with_first(replace(made, children=children), own)

    def _relabelled(self, made: Provision, depth: int, kept: dict[int, Provision]) -> Provision:
        children = tuple(self._relabelled(each, depth + 1, kept) for each in made.children)
        made = replace(made, children=children)
        if made.kind not in _DEPTHS or not made.label or made.number is None:
            return made
        model = self._model(self._style(made), depth, kept)
        if model is None:
            return made
        return with_number(made, made.number, model, self.articles.language, self.digits)

    def _model(self, typed: _Style, depth: int, kept: dict[int, Provision]) -> Provision | None:
        """The provision like which one of such a label is to be labelled; None where it stays."""
        styles = self._styles.get(depth)
        if not styles or (depth not in kept and typed in styles):
            return None
        model = kept.get(depth) or self._models[(depth, styles.most_common(1)[0][0])]
        return None if self._style(model) == typed else model

    def _with_first(self, made: Provision, own: Provision | None) -> Provision:
        """The provision with its first paragraph numbered or not, as it was, or as the text has it,
        where the others bear numbers."""
        first, *others = made.children or (made,)
        balance = (_labels_first(own) if own is not None else 0) or self._first_labelled
        if first.kind is not Kind.PARAGRAPH or not balance or not (others and others[0].label):
            return made
        if bool(first.label) is (balance > 0):
            return made
        code = self.articles.language
        if first.label:
            first = without_number(first, None)
        else:
            first = with_number(first, Number(1), others[0], code, self.digits)
        return replace(made, children=(first, *others))

    def _style(self, provision: Provision) -> _Style:
        label = provision.label
        start, end = self._language.number_span(label, whole=False)
        pieces = iter(provision.pieces)
        next(piece for piece in pieces if piece.role is PieceRole.LABEL)
        behind = next(pieces, None)
        gap = behind.text if behind is not None and behind.role is PieceRole.SPACE else ""
        return f"{label[:start]}#{label[end:]}", style_of(label[start:end][:1]), gap


def _labels_first(provision: Provision) -> int:
    """1 where the first of several numbered paragraphs bears its number too, -1 where it bears
    none, 0 where there are not several."""
    paragraphs = [each for each in provision.children if each.kind is Kind.PARAGRAPH]
    if len(paragraphs) < 2 or not paragraphs[1].label:
        return 0
    return 1 if paragraphs[0].label else -1


def _labelled(provisions: Iterable[Provision]) -> Iterator[tuple[int, Provision]]:
    """All that is labelled below provisions, each with its depth below its article."""
    for provision in provisions:
        yield from _below(provision, _DEPTHS.get(provision.kind, -1) + 1)


def _below(provision: Provision, depth: int) -> Iterator[tuple[int, Provision]]:
    for child in provision.children:
        if child.kind not in _DEPTHS:
            yield from _below(child, depth)
            continue
        if child.label:
            yield depth, child
        yield from _below(child, depth + 1)
