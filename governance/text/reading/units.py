"""The lines of a text cut at its heads: parts, chapters, sections and articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from governance.text.language import ANY_LINE, Head, Language
from governance.text.reading.bare_captions import take_bare_captions
from governance.text.reading.decimals import article_heads
from governance.text.reading.head_lines import (
    take_caption_below,
    take_day_below,
    take_lines_above,
)
from governance.text.reading.text_unit import TextUnit
from governance.text.reading.unnumbered import with_unnumbered_articles
from governance.text.tree.lines import RawLine
from governance.text.tree.number import follows, next_number
from governance.text.tree.provision import Kind, Number, Piece, PieceRole


def cut_into_units(lines: Sequence[RawLine], language: Language) -> list[TextUnit]:
    """The lines cut at the heads; the lines before the first head make a unit without one."""
    units = with_unnumbered_articles(_Cutter(lines, language).cut(), language)
    take_bare_captions(units, language)
    return units


class _Cutter:
    """Goes through the lines and begins a unit at each head, since what a head is depends on the
    heads before it."""

    def __init__(self, lines: Sequence[RawLine], language: Language) -> None:
        self._lines = list(lines)
        self._language = language
        self._units = [TextUnit(None)]
        self._last: dict[Kind, Number] = {}
        """The number of the last chapter and article of the part, and section of the article."""
        self._sure_heads = [
            (i, head)
            for i, line in enumerate(lines)
            if (head := language.head(line.content)) and head.is_sure
        ]
        self._articles_by_decimals = article_heads(self._lines, language)
        self._has_sure_section = any(head.kind is Kind.SECTION for _, head in self._sure_heads)
        self._has_sure_chapter = any(head.kind is Kind.CHAPTER for _, head in self._sure_heads)

    def cut(self) -> list[TextUnit]:
        i = _end_of_contents(self._lines, self._language)
        self._units[0].lines.extend(self._lines[:i])
        while i < len(self._lines):
            if head := self._head_at(i):
                i = self._begin_unit(head, i)
            else:
                self._units[-1].lines.append(self._lines[i])
                i += 1
        return self._units

    # -- whether a line is a head

    def _head_at(self, i: int) -> Head | None:
        line = self._lines[i]
        head = self._language.head(line.content) if line.content else None
        if head is None and line.content:
            return self._head_by_decimals(i)
        if head is not None and head.other_number is not None:
            head = self._as_neighbours_count(head, i)
        if head is None or not self._is_possible_chapter(head) or not self._is_head(head, i):
            return None
        if head.is_supplementary and not self._next_article_follows(i):
            return Head(Kind.PART, None, (Piece(PieceRole.CAPTION, line.content),))
        return head

    def _head_by_decimals(self, i: int) -> Head | None:
        """The head "2. Shares" of an article in a text that counts so, or "2.1 The Company …" of a
        section in the article whose number it says, or next after the last one there."""
        if i in self._articles_by_decimals:
            return self._articles_by_decimals[i]
        is_possible = self._language.SECTIONS_IN_ARTICLES and not self._has_sure_section
        head = self._language.decimal_head(self._lines[i].content) if is_possible else None
        if head is None or head.kind is not Kind.SECTION or Kind.ARTICLE not in self._last:
            return None
        is_below = head.within == self._last[Kind.ARTICLE]
        is_next = self._is_next(head)
        is_first = is_below and (Kind.SECTION in self._last or is_next)
        is_right = is_first or (is_next and Kind.SECTION in self._last)
        is_whole = not self._is_cut_above(i) and not self._is_within_sentence()
        return head if is_right and is_whole and self._stands_out(head, i) else None

    def _is_possible_chapter(self, head: Head) -> bool:
        """False for what looks like the head of a chapter and is not the next, or is written
        otherwise than those of the text."""
        if head.kind is not Kind.CHAPTER or head.is_sure:
            return True
        is_next = head.number == next_number(self._last.get(Kind.CHAPTER))
        return is_next and not self._has_sure_chapter

    def _as_neighbours_count(self, head: Head, i: int) -> Head:
        """The head with its number as the heads beside it count: the L between XLIX and LI is 50,
        the one between K and M is 12."""
        other, last = head.other_number, self._last.get(head.kind)
        assert other is not None  # it is asked for heads that have one
        if head.number is not None and last is not None and follows(head.number, last):
            return head
        if last is not None and follows(other, last):
            return replace(head, number=other)
        heads = (self._language.head(line.content) for line in self._lines[i + 1 :])
        after = next((each for each in heads if each and each.kind is head.kind), None)
        readings = (after.number, after.other_number) if after else ()
        is_other = any(each is not None and follows(each, other) for each in readings)
        is_own = any(each and head.number and follows(each, head.number) for each in readings)
        return replace(head, number=other) if is_other and not is_own else head

    def _is_head(self, head: Head, i: int) -> bool:
        """Whether a line that looks like a head is one here: a wrapped sentence can begin with
        "Article 9" too, so what is not sure must be next in order and follow a finished sentence.
        """
        if self._is_cut_above(i) and not self._is_title_in_order(head, i):
            return False
        language, current = self._language, self._units[-1]
        if head.last_number is not None:
            return self._is_behind_last(head)
        if head.kind is Kind.SECTION and current.head is None and language.SECTIONS_IN_ARTICLES:
            return head.is_sure
        if head.is_sure:
            return True
        if head.kind is Kind.CHAPTER:
            below = language.head(_first_content(self._lines[i + 1 :]))
            return below is not None and below.kind is Kind.ARTICLE
        if self._is_in_place(head, i) and self._stands_out(head, i):
            return True
        if self._is_within_sentence() or self._comes_surely_below(head, i):
            return False
        if head.kind is not Kind.ARTICLE or head.number is None:
            return True
        if Kind.ARTICLE not in self._last:
            return head.number == Number(1)
        return self._is_next(head) or not head.rest

    def _comes_surely_below(self, head: Head, i: int) -> bool:
        """Whether a surely written head of the same number stands below in the part: then the
        line begins with a citation, 第３条担当の者は、 before 第３条（役員）."""
        below = (each for place, each in self._sure_heads if place > i)
        in_part = takewhile(lambda each: each.kind is not Kind.PART, below)
        return any((each.kind, each.number) == (head.kind, head.number) for each in in_part)

    def _is_in_place(self, head: Head, i: int) -> bool:
        """Whether it is the next of its kind, or stands below a blank line in the article whose
        number it says: "Section 5.2" in Article 5."""
        if head.within is None:
            return self._is_next(head)
        is_below = self._last.get(Kind.ARTICLE) == head.within
        return is_below and (self._is_next(head) or (i > 0 and self._lines[i - 1].is_blank))

    def _is_title_in_order(self, head: Head, i: int) -> bool:
        """Whether it is a surely written head of the next number, with a title and nothing else on
        its line, and no sentence goes on below: "Article 3. Head Office" behind a line that ends
        with "and"."""
        has_title = any(piece.role is PieceRole.CAPTION for piece in head.pieces) and not head.rest
        is_plain = head.is_sure and head.kind is Kind.ARTICLE
        return is_plain and has_title and self._is_next(head) and self._stands_out(head, i)

    def _is_cut_above(self, i: int) -> bool:
        """Whether the line above cannot end a provision ("pursuant to"): nothing is a head then."""
        above, language = self._lines[i - 1].content if i else "", self._language
        is_caption_or_head = language.is_caption(above) or language.head(above) is not None
        return language.is_unfinished(above) and not is_caption_or_head

    def _is_next(self, head: Head) -> bool:
        """Whether its number is the one after that of the last of its kind; the first section of an
        article has the number 1."""
        last = self._last.get(head.kind)
        if head.number is None:
            return False
        if last is None:
            return head.kind is Kind.SECTION and head.number == Number(1)
        return follows(head.number, last)

    def _is_behind_last(self, head: Head) -> bool:
        """Whether its number is higher than that of the last of its kind."""
        last = self._last.get(head.kind)
        return last is None or (head.number is not None and head.number > last)

    def _stands_out(self, head: Head, i: int) -> bool:
        """Whether it is alone on its line and no sentence goes on below it, or a sentence begins
        behind it: after a citation in the middle of a sentence no capital comes."""
        if head.rest:
            return head.rest[:1].isupper()
        return not _first_content(self._lines[i + 1 :])[:1].islower()

    def _is_within_sentence(self) -> bool:
        """Whether the wording before goes on with this line."""
        before = _first_content(reversed(self._units[-1].lines))
        if not before or self._language.is_caption(before):
            return False
        return self._language.continues_line(before, ANY_LINE)

    def _next_article_follows(self, i: int) -> bool:
        """Whether the next article goes on with the numbers: then 第六章　附則 is a chapter."""
        lines = self._lines[i + 1 :]
        heads = (self._language.head(line.content) for line in lines if line.content)
        article = next((head for head in heads if head and head.kind is Kind.ARTICLE), None)
        return article is not None and self._is_next(article)

    # -- what belongs to a head

    def _begin_unit(self, head: Head, i: int) -> int:
        """Begins a unit with the head in a line; gives the place of the first line behind it."""
        line = self._lines[i]
        unit = TextUnit(head, take_lines_above(self._units[-1].lines, head, self._language))
        if line.indent:
            unit.pieces.append(Piece(PieceRole.SPACE, line.indent))
        unit.pieces.extend(head.pieces)
        if head.rest:
            rest = RawLine(line.number, "", head.rest, line.ending)
            if head.kind is Kind.PART:  # 附則　第１条　…: an article may begin in it
                self._lines.insert(i + 1, rest)
            else:
                unit.lines.append(rest)
        elif line.ending:
            unit.pieces.append(Piece(PieceRole.SPACE, line.ending))
        self._units.append(unit)
        self._remember(head)
        return i + 1 + self._take_lines_below(unit, head, i)

    def _take_lines_below(self, unit: TextUnit, head: Head, i: int) -> int:
        """Takes a title, or a day, on the lines below a head into it; gives their number."""
        below = self._lines[i + 1 :]
        if not head.rest and not any(piece.role is PieceRole.CAPTION for piece in unit.pieces):
            return take_caption_below(below, head, unit.pieces, self._language)
        if head.kind is Kind.PART and self._lines[i].ending and below:
            return take_day_below(below[0], head, unit.pieces, self._language)
        return 0

    def _remember(self, head: Head) -> None:
        if head.kind is Kind.PART:
            self._last.clear()
        if head.kind in (Kind.PART, Kind.CHAPTER, Kind.ARTICLE):
            self._last.pop(Kind.SECTION, None)
        if head.kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION):
            self._last.pop(Kind.SUBSECTION, None)
        if head.number is not None:
            self._last[head.kind] = head.last_number or head.number


def _first_content(lines: Iterable[RawLine]) -> str:
    """The content of the first line that is not blank, "" where there is none."""
    return next((line.content for line in lines if line.content), "")


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
