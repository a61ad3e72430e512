"""Captions without brackets, behind the number of their article: 第１条　招集."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.language import Language
from governance.text.reading.text_unit import TextUnit
from governance.text.tree.lines import RawLine
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_LONGEST_OPENING = 8  # lines that a first paragraph may take


def take_bare_captions(units: Sequence[TextUnit], language: Language) -> None:
    """Makes captions of the first lines of articles that are no sentence and have one below them.

    It is asked of the text: where its articles bear captions in brackets, none is bare, and where
    the wording below bears no number, a line of wording that a page broke could look the same, so
    that one alone is none.
    """
    articles = [each for each in units if each.head and each.head.kind is Kind.ARTICLE]
    bare = [each for each in articles if _may_begin_with_caption(each, language)]
    captioned = [each for each in articles if _has_caption(each)]
    if len(captioned) > len(bare):
        return
    for unit in bare:
        if len(bare) > 1 or _is_numbered(unit.lines[1:], language):
            first = unit.lines.pop(0)
            unit.pieces.append(Piece(PieceRole.CAPTION, first.content))
            unit.pieces.append(Piece(PieceRole.SPACE, first.ending))


def _has_caption(unit: TextUnit) -> bool:
    return any(piece.role is PieceRole.CAPTION for piece in unit.pieces)


def _may_begin_with_caption(unit: TextUnit, language: Language) -> bool:
    if not (unit.head and unit.head.rest) or _has_caption(unit) or len(unit.lines) < 2:
        return False
    first, *below = unit.lines
    return (
        language.is_bare_caption(first.content)
        and not language.continues_line(first.content, _first(below))
        and _is_sentence(below, language)
    )


def _first(lines: Sequence[RawLine]) -> str:
    return next((line.content for line in lines if line.content), "")


def _is_sentence(lines: Sequence[RawLine], language: Language) -> bool:
    """Whether the first paragraph of the lines is a sentence, or leads up to a list."""
    contents = [line.content for line in lines if line.content][:_LONGEST_OPENING]
    for place, content in enumerate(contents):
        if content[-1] in language.SENTENCE_ENDS:
            return True
        if place and language.enumerators(content):
            return False
    return False


def _is_numbered(lines: Sequence[RawLine], language: Language) -> bool:
    """Whether the wording begins with the number of its first paragraph."""
    return any(
        mark.number == Number(1) and language.may_count_paragraphs(mark.family)
        for mark in language.enumerators(_first(lines))
    )
