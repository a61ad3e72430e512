"""Text as people have it to the tree of the articles. Nothing is refused, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.reading.body import read_body
from governance.text.reading.markdown import without_markdown
from governance.text.reading.text_unit import TextUnit
from governance.text.reading.units import cut_into_units
from governance.text.tree.lines import RawLine, normalised, raw_lines
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Piece,
    PieceRole,
    Provision,
)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line that found no place in the tree and is kept as text: where, from 1, and why."""

    line: int
    column: int
    why: Message


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and what could not be placed."""

    articles: ArticlesOfIncorporation
    unplaced: tuple[Unplaced, ...] = ()


def read(text: str, code: str) -> Read:
    """The articles in a text in the language "en" or "ja".

    Every provision is identified by its address. `write(read(text, code).articles)` gives the
    text, its line ends normalised.
    """
    language = language_for(code)
    lines = without_markdown(raw_lines(normalised(text)), language)
    units = cut_into_units(lines, language)
    articles, unplaced = _assemble(units, language)
    return Read(articles.with_keys_as_addresses(), tuple(unplaced))


def _assemble(
    units: Sequence[TextUnit], language: Language
) -> tuple[ArticlesOfIncorporation, list[Unplaced]]:
    """The tree from the units: parts, their headings and articles, sections inside articles."""
    preamble, *others = units
    sections_nest = language.SECTIONS_IN_ARTICLES and not _sections_hold_articles(units)
    unplaced = [
        _unplaced(line, "before the first article", "最初の条より前にあり")
        for line in [line for line in preamble.lines if line.content][1:]
    ]
    parts = [_Part(_as_text(preamble.lines), [])]
    for unit in others:
        assert unit.head is not None  # only the first unit has none
        below = read_body(unit.lines, language)
        if unit.head.kind is Kind.PART:
            parts.append(_Part(unit.pieces, list(below)))
            continue
        is_section = unit.head.kind is Kind.SECTION
        provision = Provision(
            unit.head.kind,
            unit.head.number,
            tuple(unit.pieces),
            below,
            last_number=unit.head.last_number,
        )
        parts[-1].add(provision, inside_article=is_section and sections_nest)
        is_heading = unit.head.kind in HEADINGS and not (is_section and sections_nest)
        if is_heading:
            unplaced.extend(
                _unplaced(line, "under a heading, before an article", "見出しと条の間にあり")
                for line in unit.lines
                if line.content
            )
    main, *supplementary = (part.as_provision() for part in parts)
    return ArticlesOfIncorporation(language.CODE, main, tuple(supplementary)), unplaced


@dataclass(frozen=True, slots=True)
class _Part:
    """A part while its articles are added to it."""

    pieces: Sequence[Piece]
    children: list[Provision]

    def add(self, provision: Provision, *, inside_article: bool) -> None:
        """Adds an article or a heading; a section into the article before, where it is meant to
        stand there and there is one."""
        last = self.children[-1] if self.children else None
        if inside_article and last is not None and last.kind is Kind.ARTICLE:
            self.children[-1] = replace(last, children=(*last.children, provision))
        else:
            self.children.append(provision)

    def as_provision(self) -> Provision:
        return Provision(Kind.PART, None, tuple(self.pieces), tuple(self.children))


def _sections_hold_articles(units: Sequence[TextUnit]) -> bool:
    """Whether sections are headings between a chapter and its articles: then the first stands
    right below a chapter."""
    kinds = [unit.head.kind for unit in units if unit.head]
    return any((above, kind) == (Kind.CHAPTER, Kind.SECTION) for above, kind in pairwise(kinds))


def _as_text(lines: Sequence[RawLine]) -> list[Piece]:
    pieces = []
    for line in lines:
        if line.indent:
            pieces.append(Piece(PieceRole.SPACE, line.indent))
        if line.content:
            pieces.append(Piece(PieceRole.TEXT, line.content))
        if line.ending:
            pieces.append(Piece(PieceRole.SPACE, line.ending))
    return pieces


def _unplaced(line: RawLine, en: str, ja: str) -> Unplaced:
    return Unplaced(
        line.number,
        len(line.indent) + 1,
        Message(
            f"Line {line.number} stands {en} and is kept as text.",
            f"{line.number}行目は{ja}、本文として残しました。",
        ),
    )
