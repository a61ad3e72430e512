"""The lines around a head that belong to it: captions, titles, days, blank lines."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.language import Head, Language
from governance.text.tree.lines import RawLine
from governance.text.tree.provision import Kind, Piece, PieceRole


def as_caption(line: RawLine) -> list[Piece]:
    """The pieces of a line that is a caption."""
    pieces = [Piece(PieceRole.SPACE, line.indent)] if line.indent else []
    return [*pieces, Piece(PieceRole.CAPTION, line.content), Piece(PieceRole.SPACE, line.ending)]


def take_lines_above(lines: list[RawLine], head: Head, language: Language) -> list[Piece]:
    """Takes from the end of the lines above what belongs to a head: a caption line above the
    number, and the blank lines before."""
    taken = _blank_lines(lines, 0)
    has_caption = any(piece.role is PieceRole.CAPTION for piece in head.pieces)
    if head.kind is Kind.ARTICLE and not has_caption and taken < len(lines):
        _join_caption(lines, len(lines) - 1 - taken, language)
        if language.is_caption(lines[-1 - taken].content):
            taken = _blank_lines(lines, taken + 1)
    pieces: list[Piece] = []
    for line in lines[len(lines) - taken :]:
        if line.is_blank:
            pieces.append(Piece(PieceRole.SPACE, line.written()))
        else:
            pieces.extend(as_caption(line))
    del lines[len(lines) - taken :]
    return pieces


def _blank_lines(lines: Sequence[RawLine], taken: int) -> int:
    """How many lines there are at the end with the blank ones before the last `taken`."""
    while taken < len(lines) and lines[-1 - taken].is_blank:
        taken += 1
    return taken


def _join_caption(lines: list[RawLine], at: int, language: Language) -> None:
    """Makes one line of a caption that a page broke in two, the second of which is lines[at]."""
    if at < 1 or language.is_caption(lines[at].content) or not lines[at - 1].content:
        return
    first, last = lines[at - 1 : at + 1]
    content = first.content + first.ending + last.indent + last.content
    if language.is_caption(content) and content[-2] not in language.SENTENCE_ENDS:
        lines[at - 1 : at + 1] = [RawLine(first.number, first.indent, content, last.ending)]


def take_caption_below(
    lines: Sequence[RawLine], head: Head, pieces: list[Piece], language: Language
) -> int:
    """Adds a title below a bare head ("ARTICLE II" / "Registered Offices") to its pieces; gives
    the number of lines taken."""
    at = next((i for i, line in enumerate(lines) if not line.is_blank), None)
    if at is None:
        return 0
    line = lines[at]
    if not _is_caption_below(lines[at:], head, language) and not language.is_title_below(
        head, line.content
    ):
        return 0
    pieces.extend(Piece(PieceRole.SPACE, blank.written()) for blank in lines[:at])
    if line.indent:
        pieces.append(Piece(PieceRole.SPACE, line.indent))
    pieces.append(Piece(PieceRole.CAPTION, line.content))
    if line.ending:
        pieces.append(Piece(PieceRole.SPACE, line.ending))
    return at + 1


def _is_caption_below(lines: Sequence[RawLine], head: Head, language: Language) -> bool:
    """Whether the first line is the caption of the article whose head stands above (第１条 /
    （商号） / 当会社は…), and not that of the next article."""
    if head.kind is not Kind.ARTICLE or not language.is_caption(lines[0].content):
        return False
    below = next((line.content for line in lines[1:] if line.content), "")
    return bool(below) and language.head(below) is None


def take_day_below(line: RawLine, head: Head, pieces: list[Piece], language: Language) -> int:
    """Joins the day of supplementary provisions on the line below their heading to it; gives the
    number of lines taken."""
    if not language.is_title_below(head, line.content):
        return 0
    ending, heading = pieces.pop(), pieces.pop()
    text = heading.text + ending.text + line.indent + line.content
    pieces.append(Piece(PieceRole.CAPTION, text))
    if line.ending:
        pieces.append(Piece(PieceRole.SPACE, line.ending))
    return 1
