"""Lines of wording edited in place: the provisions around them stay the same objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from governance.text.citations.cite import Edit
from governance.text.citations.resolve import Citation
from governance.text.tree.provision import ArticlesOfIncorporation, Piece, PieceRole, Provision

Edits = Mapping[tuple[str, int], Sequence[Edit]]
"""Edits by the key of the provision and the line of its own wording, from 0."""


def edited_text(text: str, edits: Sequence[Edit], offset: int = 0) -> str:
    """The text, which begins at `offset` of its line, with these edits of the line."""
    # A number that several pointers share (Article 9, Paragraphs 2 and 3) is edited once.
    for edit in sorted(dict.fromkeys(edits), key=lambda each: each.start, reverse=True):
        text = text[: edit.start - offset] + edit.text + text[edit.end - offset :]
    return text


def with_edits(articles: ArticlesOfIncorporation, edits: Edits) -> ArticlesOfIncorporation:
    """The articles with some lines of wording edited."""
    keys = {key for key, _ in edits}

    def edited(provision: Provision) -> Provision:
        children = tuple(edited(child) for child in provision.children)
        if provision.key in keys:
            return replace(provision, pieces=tuple(_pieces(provision, edits)), children=children)
        if all(a is b for a, b in zip(children, provision.children, strict=True)):
            return provision
        return replace(provision, children=children)

    if not keys:
        return articles
    return ArticlesOfIncorporation(
        articles.language, edited(articles.main), tuple(map(edited, articles.supplementary))
    )


def _pieces(provision: Provision, edits: Edits) -> Iterator[Piece]:
    line = 0
    for piece in provision.pieces:
        if piece.role is PieceRole.TEXT:
            yield Piece(piece.role, edited_text(piece.text, edits.get((provision.key, line), ())))
            line += 1
        else:
            yield piece


def words_changed(citation: Citation, edits: Sequence[Edit]) -> tuple[int, str]:
    """The words of a citation, with those around it that its edits change too, and where they
    begin in their line."""
    reference = citation.reference
    start = min([reference.start, *(each.start for each in edits)])
    end = max([reference.end, *(each.end for each in edits)])
    if (start, end) == (reference.start, reference.end):
        return start, reference.text
    return start, citation.at.lines[citation.line][start:end]
