"""Text as people have it to the tree of the articles. Nothing is refused, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from governance.text.language import Head, Language
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.reading.body import read_body
from governance.text.tree.lines import RawLine, normalised, raw_lines
from governance.text.tree.number import follows, next_number
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
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


@dataclass(slots=True)
class _Unit:
    """A head with its lines, before the tree is made."""

    head: Head | None
    pieces: list[Piece] = field(default_factory=list)
    lines: list[RawLine] = field(default_factory=list)


def read(text: str, code: str) -> Read:
    """The articles in a text in the language "en" or "ja".

    Every provision is identified by its address. `write(read(text, code).articles)` gives the
    text, its line ends normalised.
    """
    language = language_for(code)
    lines = raw_lines(normalised(text))
    units = _units(lines, language)
    articles, unplaced = _assemble(units, language)
    return Read(articles.with_keys_as_addresses(), tuple(unplaced))


def _units(lines: Sequence[RawLine], language: Language) -> list[_Unit]:
    """Cuts the lines at the heads; the lines before the first head make a unit without one."""
    units = [_Unit(None)]
    last: Number | None = None
    last_chapter: Number | None = None
    has_sure_chapter = any(
        head.kind is Kind.CHAPTER and head.is_sure
        for head in map(language.head, (x.content for x in lines))
        if head
    )
    i = _end_of_contents(lines, language)
    units[0].lines.extend(lines[:i])
    while i < len(lines):
        line = lines[i]
        head = language.head(line.content) if line.content else None
        if head and head.kind is Kind.CHAPTER and not head.is_sure:
            is_next = head.number == next_number(last_chapter)
            head = head if is_next and not has_sure_chapter else None
        if head is None or not _is_head(head, lines, i, units[-1], last, language):
            units[-1].lines.append(line)
            i += 1
            continue
        if head.is_supplementary and not _goes_on(lines[i + 1 :], last, language):
            head = Head(Kind.PART, None, (Piece(PieceRole.CAPTION, line.content),))
        unit = _Unit(head, _before(units[-1], head, language))
        if line.indent:
            unit.pieces.append(Piece(PieceRole.SPACE, line.indent))
        unit.pieces.extend(head.pieces)
        if head.rest and head.kind is Kind.PART:  # 附則　第１条　…: an article may begin in it
            lines = [
                *lines[: i + 1],
                RawLine(line.number, "", head.rest, line.ending),
                *lines[i + 1 :],
            ]
        elif head.rest:
            unit.lines.append(RawLine(line.number, "", head.rest, line.ending))
        elif line.ending:
            unit.pieces.append(Piece(PieceRole.SPACE, line.ending))
        i += 1
        if not head.rest and not any(piece.role is PieceRole.CAPTION for piece in unit.pieces):
            i += _caption_below(lines, i, head, unit, language)
        elif head.kind is Kind.PART and line.ending and i < len(lines):
            i += _day_below(lines[i], head, unit, language)
        if head.kind is Kind.ARTICLE:
            last = head.number
        elif head.kind is Kind.CHAPTER:
            last_chapter = head.number
        elif head.kind is Kind.PART:
            last = last_chapter = None
        units.append(unit)
    return _with_numberless(units, language)


def _end_of_contents(lines: Sequence[RawLine], language: Language) -> int:
    """How many lines a table of contents before the first head takes, with what stands above it:
    up to the place where its first head comes again. 0 where there is none."""
    title = next((i for i, line in enumerate(lines) if language.is_contents(line.content)), None)
    if title is None:
        return 0
    heads = [(i, head) for i, line in enumerate(lines) if (head := language.head(line.content))]
    if heads and heads[0][0] < title:
        return 0
    listed = [(i, (head.kind, head.number)) for i, head in heads]
    again = (i for i, head in listed[1:] if head == listed[0][1])
    return next(again, 0)


def _goes_on(lines: Sequence[RawLine], last: Number | None, language: Language) -> bool:
    """Whether the next article goes on with the numbers: then 第六章　附則 is a chapter."""
    heads = (language.head(line.content) for line in lines if line.content)
    number = next((head.number for head in heads if head and head.kind is Kind.ARTICLE), None)
    return last is not None and number is not None and follows(number, last)


def _with_numberless(units: list[_Unit], language: Language) -> list[_Unit]:
    """The units, those parted in two that hold an article whose number is missing: a caption and
    wording where the numbers of the articles leave a gap."""
    result: list[_Unit] = []
    last: Number | None = None
    for place, unit in enumerate(units):
        result.append(unit)
        if unit.head and unit.head.kind is Kind.PART:
            last = None
        elif unit.head and unit.head.kind is Kind.ARTICLE:
            last = unit.head.number
        heads = [each.head for each in units[place + 1 :][:3] if each.head]
        following = next((head for head in heads if head.kind is not Kind.CHAPTER), None)
        if (
            following is None
            or following.kind is not Kind.ARTICLE
            or following.number is None
            or following.number.main != (last.main if last else 0) + 2
            or (unit.head is None and heads[0] is not following)
        ):
            continue
        captions = [
            i
            for i, line in enumerate(unit.lines[:-1])
            if language.is_caption(line.content)
            and any(each.content for each in unit.lines[i + 1 :])
        ]
        if captions:
            at = captions[-1]
            found = _Unit(Head(Kind.ARTICLE, None, ()), lines=unit.lines[at:])
            del unit.lines[at:]
            found.pieces = [*_before(unit, Head(Kind.CHAPTER, None, ()), language)]
            found.pieces.extend(_as_caption(found.lines.pop(0)))
            result.append(found)
    return result


def _as_caption(line: RawLine) -> list[Piece]:
    indent = [Piece(PieceRole.SPACE, line.indent)] if line.indent else []
    return [*indent, Piece(PieceRole.CAPTION, line.content), Piece(PieceRole.SPACE, line.ending)]


def _before(previous: _Unit, head: Head, language: Language) -> list[Piece]:
    """Takes from the end of the unit before what belongs to this head: a caption line above the
    number, and the blank lines before."""
    taken = 0
    lines = previous.lines
    while taken < len(lines) and lines[-1 - taken].is_blank:
        taken += 1
    has_caption = any(piece.role is PieceRole.CAPTION for piece in head.pieces)
    takes_caption = head.kind is Kind.ARTICLE and not has_caption and taken < len(lines)
    if takes_caption:
        _join_caption(lines, len(lines) - 1 - taken, language)
    if takes_caption and language.is_caption(lines[-1 - taken].content):
        taken += 1
        while taken < len(lines) and lines[-1 - taken].is_blank:
            taken += 1
    pieces: list[Piece] = []
    for line in lines[len(lines) - taken :]:
        if line.is_blank:
            pieces.append(Piece(PieceRole.SPACE, line.written()))
            continue
        pieces.extend(_as_caption(line))
    del lines[len(lines) - taken :]
    return pieces


def _join_caption(lines: list[RawLine], at: int, language: Language) -> None:
    """Makes one line of a caption that a page broke in two, the second of which is lines[at]."""
    if at < 1 or language.is_caption(lines[at].content) or not lines[at - 1].content:
        return
    first, last = lines[at - 1 : at + 1]
    content = first.content + first.ending + last.indent + last.content
    if language.is_caption(content) and content[-2] not in language.SENTENCE_ENDS:
        lines[at - 1 : at + 1] = [RawLine(first.number, first.indent, content, last.ending)]


def _caption_below(
    lines: Sequence[RawLine], i: int, head: Head, unit: _Unit, language: Language
) -> int:
    """Takes a title on the line below a bare head ("ARTICLE II" / "Registered Offices"); gives
    the number of lines taken."""
    at = i
    while at < len(lines) and lines[at].is_blank:
        at += 1
    if at == len(lines):
        return 0
    is_caption = head.kind is Kind.ARTICLE and language.is_caption(lines[at].content)
    if is_caption:  # 第１条 / （商号） / 当会社は…, and not the caption of the next article
        below = next((line.content for line in lines[at + 1 :] if line.content), "")
        is_caption = bool(below) and language.head(below) is None
    if not is_caption and not language.is_title_below(head, lines[at].content):
        return 0
    for line in lines[i:at]:
        unit.pieces.append(Piece(PieceRole.SPACE, line.written()))
    line = lines[at]
    if line.indent:
        unit.pieces.append(Piece(PieceRole.SPACE, line.indent))
    unit.pieces.append(Piece(PieceRole.CAPTION, line.content))
    if line.ending:
        unit.pieces.append(Piece(PieceRole.SPACE, line.ending))
    return at + 1 - i


def _day_below(line: RawLine, head: Head, unit: _Unit, language: Language) -> int:
    """Takes the day of supplementary provisions on the line below their heading into it; gives
    the number of lines taken."""
    if not language.is_title_below(head, line.content):
        return 0
    ending, heading = unit.pieces.pop(), unit.pieces.pop()
    text = heading.text + ending.text + line.indent + line.content
    unit.pieces.append(Piece(PieceRole.CAPTION, text))
    if line.ending:
        unit.pieces.append(Piece(PieceRole.SPACE, line.ending))
    return 1


def _is_head(
    head: Head,
    lines: Sequence[RawLine],
    i: int,
    current: _Unit,
    last: Number | None,
    language: Language,
) -> bool:
    """Whether a line that looks like a head is one here: a wrapped sentence can begin with
    "Article 9" too, so what is not sure must be next in order and follow a finished sentence.
    Where the line above cannot end a provision ("pursuant to"), nothing is a head."""
    above = lines[i - 1].content if i else ""
    if language.is_cut(above) and not language.is_caption(above) and language.head(above) is None:
        return False
    if head.kind is Kind.SECTION and current.head is None and language.sections_nest:
        return head.is_sure
    if head.is_sure:
        return True
    if head.kind is Kind.CHAPTER:
        after = next((line.content for line in lines[i + 1 :] if line.content), "")
        below = language.head(after)
        return below is not None and below.kind is Kind.ARTICLE
    if last is not None and head.number is not None and not head.rest:
        # Alone on its line, next in order, and no sentence goes on below it.
        after = next((line.content for line in lines[i + 1 :] if line.content), "")
        if follows(head.number, last) and not after[:1].islower():
            return True
    if last and head.number and follows(head.number, last) and head.rest[:1].isupper():
        return True  # after a citation in the middle of a sentence no capital comes
    before = next((line.content for line in reversed(current.lines) if line.content), "")
    if before and not language.is_caption(before) and language.is_wrapped(before, "a"):
        return False
    if head.kind is not Kind.ARTICLE or head.number is None:
        return True
    return head.number == Number(1) if last is None else follows(head.number, last) or not head.rest


def _assemble(
    units: list[_Unit], language: Language
) -> tuple[ArticlesOfIncorporation, list[Unplaced]]:
    """The tree from the units: parts, their headings and articles, sections inside articles."""
    unplaced: list[Unplaced] = []
    preamble = units[0]
    pieces = _as_text(preamble.lines)
    unplaced.extend(
        _unplaced(line, "before the first article", "最初の条より前にあり")
        for line in [line for line in preamble.lines if line.content][1:]
    )
    parts: list[tuple[tuple[Piece, ...], list[Provision]]] = [(tuple(pieces), [])]
    sections_nest = language.sections_nest and not _sections_hold_articles(units)
    for unit in units[1:]:
        head = unit.head
        assert head is not None  # only the first unit has none
        below = read_body(unit.lines, language)
        if head.kind is Kind.PART:
            parts.append((tuple(unit.pieces), list(below)))
            continue
        provision = Provision(head.kind, head.number, tuple(unit.pieces), below)
        if (
            head.kind in (Kind.CHAPTER, Kind.SECTION) and not sections_nest
        ) or head.kind is Kind.CHAPTER:
            unplaced.extend(
                _unplaced(line, "under a heading, before an article", "見出しと条の間にあり")
                for line in unit.lines
                if line.content
            )
        children = parts[-1][1]
        if (
            head.kind is Kind.SECTION
            and sections_nest
            and children
            and children[-1].kind is Kind.ARTICLE
        ):
            article = children[-1]
            children[-1] = replace(article, children=(*article.children, provision))
        else:
            children.append(provision)
    made = [
        Provision(Kind.PART, None, part_pieces, tuple(children)) for part_pieces, children in parts
    ]
    return ArticlesOfIncorporation(language.CODE, made[0], tuple(made[1:])), unplaced


def _sections_hold_articles(units: Sequence[_Unit]) -> bool:
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
