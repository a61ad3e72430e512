"""The wording below a head: lines to paragraphs and items, by the order of their marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from governance.text.language import ANY_LINE, Enumerator, Language
from governance.text.reading.unmarked_paragraphs import unmarked_starts
from governance.text.tree.lines import RawLine
from governance.text.tree.number import follows
from governance.text.tree.provision import Kind, Number, Piece, PieceRole, Provision

_KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)


@dataclass(slots=True)
class _Node:
    kind: Kind
    number: Number | None
    family: str
    indent: str = ""
    pieces: list[Piece] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def frozen(self) -> Provision:
        children = tuple(child.frozen() for child in self.children)
        return Provision(self.kind, self.number, tuple(self.pieces), children)

    def add(self, line: RawLine, mark: Enumerator | None = None) -> None:
        if line.indent:
            self.pieces.append(Piece(PieceRole.SPACE, line.indent))
        text = line.content
        if mark:
            self.pieces.append(Piece(PieceRole.LABEL, mark.mark))
            if mark.gap:
                self.pieces.append(Piece(PieceRole.SPACE, mark.gap))
            text = mark.rest
        if text:
            self.pieces.append(Piece(PieceRole.TEXT, text))
        if line.ending:
            self.pieces.append(Piece(PieceRole.SPACE, line.ending))

    def continue_line(self, line: RawLine) -> None:
        """Joins a line to the logical line it continues."""
        broken = self.pieces.pop().text
        before = self.pieces.pop().text
        self.pieces.append(Piece(PieceRole.TEXT, before + broken + line.indent + line.content))
        if line.ending:
            self.pieces.append(Piece(PieceRole.SPACE, line.ending))

    def ends(self, language: Language) -> bool:
        """Whether its wording ends with a sentence."""
        text = next((p.text for p in reversed(self.pieces) if p.role is PieceRole.TEXT), "")
        return text[-1:] in language.SENTENCE_ENDS

    @property
    def last_text(self) -> str:
        """The line of wording it ends with, "" when it ends with something else. Asked for when
        another line follows, so that the last piece is a line end."""
        piece = self.pieces[-2]
        return piece.text if piece.role is PieceRole.TEXT and not self.children else ""


def read_body(lines: Sequence[RawLine], language: Language) -> tuple[Provision, ...]:
    """The paragraphs of an article (or of a part without articles) from its lines.

    The first paragraph may stand unmarked; a mark that continues a list stays in it, a mark that
    starts one (1, イ, a) opens a list inside the provision before; whatever else a line begins
    with is wording, but for a caption above a marked paragraph. Written one after another the
    paragraphs give the lines to the letter.
    """
    body = _read(lines, language, frozenset())
    is_one = len(body.top) == 1 and not body.top[0].family
    starts = unmarked_starts(lines, language) if is_one else frozenset()
    return (_read(lines, language, starts) if starts else body).provisions()


def _read(lines: Sequence[RawLine], language: Language, starts: frozenset[int]) -> _Body:
    """The body that the lines make, a paragraph without a number beginning at each of `starts`."""
    body = _Body(language)
    for i, line in enumerate(lines):
        if line.is_blank:
            body.waiting.append(Piece(PieceRole.SPACE, line.written()))
        elif language.is_caption(line.content) and _stands_above_paragraph(
            lines[i + 1 :], body.stack, language
        ):
            body.add_caption(line)
        elif i in starts:
            body.add_unmarked(line)
        else:
            body.add(line, lines[i + 1 :])
    return body


class _Body:
    """The paragraphs and items read so far: all at the top, and those that are open, the widest
    first. Blank lines and captions wait for what they stand above."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.top: list[_Node] = []
        self.stack: list[_Node] = []
        self.waiting: list[Piece] = []

    def add_caption(self, line: RawLine) -> None:
        if line.indent:
            self.waiting.append(Piece(PieceRole.SPACE, line.indent))
        self.waiting.append(Piece(PieceRole.CAPTION, line.content))
        self.waiting.append(Piece(PieceRole.SPACE, line.ending))

    def add(self, line: RawLine, following: Sequence[RawLine]) -> None:
        """Adds a line: a paragraph or item of its own, or more wording of the last."""
        placed = _label_and_depth(line, self.stack, self.language)
        if placed is not None:
            placed = self._first_below(line, placed, following) or placed
        if placed is not None:
            self._open(line, *placed)
        elif self.stack:
            self._add_wording(line)
        else:
            self.add_unmarked(line)
        self.waiting = []

    def add_unmarked(self, line: RawLine) -> None:
        """Adds a paragraph that bears no number."""
        number = Number(len(self.top) + 1)
        self._push(_Node(Kind.PARAGRAPH, number, "", pieces=self.waiting), 0)
        self.stack[-1].add(line)
        self.waiting = []

    def _first_below(
        self, line: RawLine, placed: tuple[Enumerator, int], following: Sequence[RawLine]
    ) -> tuple[Enumerator, int] | None:
        """The (i) behind (h) as the first of a list below it, where (ii) comes next and not (j)."""
        mark, _ = placed
        open_families = {node.family for node in self.stack}
        first = next(
            (
                each
                for each in self.language.enumerators(line.content)
                if each.number == Number(1) and each.family not in open_families
            ),
            None,
        )
        if first is None or mark.number in (None, Number(1)):
            return None
        families = {first.family, mark.family}
        nexts = (
            [each for each in self.language.enumerators(below.content) if each.family in families]
            for below in following
        )
        after = {(each.family, each.number) for each in next(filter(None, nexts), ())}
        is_below = (first.family, Number(2)) in after
        return (first, len(self.stack)) if is_below else None

    def _open(self, line: RawLine, mark: Enumerator, depth: int) -> None:
        siblings = self.stack[depth - 1].children if depth else self.top
        number = mark.number or Number(len(siblings) + 1)
        kind = _KINDS[min(depth, 2)]
        self._push(_Node(kind, number, mark.family, line.indent, self.waiting), depth)
        self.stack[-1].add(line, mark)

    def _push(self, node: _Node, depth: int) -> None:
        siblings = self.stack[depth - 1].children if depth else self.top
        siblings.append(node)
        self.stack[depth:] = [node]

    def _add_wording(self, line: RawLine) -> None:
        last = self.stack[-1]
        text = "" if self.waiting else last.last_text
        if text and self.language.continues_line(text, line.content):
            last.continue_line(line)
        else:
            last.pieces.extend(self.waiting)
            last.add(line)

    def provisions(self) -> tuple[Provision, ...]:
        """The paragraphs, what still waits at the end of the last."""
        if self.waiting and not self.stack:
            return (Provision(Kind.PARAGRAPH, Number(1), tuple(self.waiting)),)
        if self.waiting:
            self.stack[-1].pieces.extend(self.waiting)
        return tuple(node.frozen() for node in self.top)


def _stands_above_paragraph(
    following: Sequence[RawLine], stack: list[_Node], language: Language
) -> bool:
    """Whether a caption has a marked paragraph below it: （経過措置） above "２　…"."""
    line = next((each for each in following if not each.is_blank), None)
    if line is None:
        return False
    if stack and not stack[0].family:
        marks = language.enumerators(line.content)
        return any(
            mark.number == Number(2) and language.may_count_paragraphs(mark.family)
            for mark in marks
        )
    placed = _label_and_depth(line, stack, language)
    return placed is not None and placed[1] == 0 and language.may_count_paragraphs(placed[0].family)


def _label_and_depth(
    line: RawLine, stack: list[_Node], language: Language
) -> tuple[Enumerator, int] | None:
    """Which reading of a line's mark the order of marks asks for, and how deep it goes."""
    marks = language.enumerators(line.content)
    if not marks:
        return None
    return (
        _next_in_open_list(line, marks, stack, language)
        or _second_after_unlabelled(marks, stack, language)
        or _first_of_list(line, marks, stack, language)
        or _out_of_order(marks, stack, language)
    )


def _next_in_open_list(
    line: RawLine, marks: Sequence[Enumerator], stack: list[_Node], language: Language
) -> tuple[Enumerator, int] | None:
    """A mark that is next in an open list: of lists that it could go on with, the innermost of
    the same indent and form (sentences or phrases), else the innermost."""
    found = [
        (mark, depth)
        for depth in range(len(stack) - 1, -1, -1)
        for mark in marks
        if mark.family == stack[depth].family and _follows(mark, stack[depth].number)
    ]
    alike = [each for each in found if stack[each[1]].indent == line.indent] or found
    ends = line.content[-1:] in language.SENTENCE_ENDS
    return next((each for each in alike if stack[each[1]].ends(language) == ends), None) or (
        alike[0] if alike else None
    )


def _second_after_unlabelled(
    marks: Sequence[Enumerator], stack: list[_Node], language: Language
) -> tuple[Enumerator, int] | None:
    """The second paragraph after an unmarked first, or 第1項 after a sentence that leads up to
    it and counts for none."""
    if not stack or stack[0].family:
        return None
    for mark in marks:
        if mark.kind is Kind.PARAGRAPH and mark.number == Number(1):
            stack[0].number = None
            return mark, 0
        if mark.is_weak and language.is_unfinished(stack[-1].last_text):
            continue  # "… for the year ending within" / "2 Years of their election"
        if mark.family.startswith("(") and any(node.family == mark.family for node in stack):
            continue  # a second (2) among items in brackets is an item
        if mark.number == Number(2) and language.may_count_paragraphs(mark.family):
            stack[0].family = mark.family
            return mark, 0
    return None


def _first_of_list(
    line: RawLine, marks: Sequence[Enumerator], stack: list[_Node], language: Language
) -> tuple[Enumerator, int] | None:
    """A mark that begins a list, or begins an open one again where it is indented no deeper."""
    for mark in marks:
        if mark.number not in (None, Number(1)) or (
            mark.is_weak and _is_unfinished(stack, language)
        ):
            continue
        for depth, node in enumerate(stack):
            if node.family == mark.family:
                return mark, depth + (len(line.indent) > len(node.indent))
        return mark, len(stack)
    return None


def _out_of_order(
    marks: Sequence[Enumerator], stack: list[_Node], language: Language
) -> tuple[Enumerator, int] | None:
    """A mark out of order, but of a list that is open (a number is missing or double), or the
    first. A weak mark ("2 The…") counts behind a finished sentence only."""
    is_finished = bool(stack) and not _is_unfinished(stack, language)
    for mark in marks:
        for depth in range(len(stack) - 1, -1, -1):
            if mark.family == stack[depth].family and (is_finished or not mark.is_weak):
                return mark, depth
    return (marks[0], 0) if not stack and not marks[0].is_weak else None


def _follows(mark: Enumerator, before: Number | None) -> bool:
    return mark.number is None or (before is not None and follows(mark.number, before))


def _is_unfinished(stack: list[_Node], language: Language) -> bool:
    return (
        bool(stack)
        and bool(stack[-1].last_text)
        and language.continues_line(stack[-1].last_text, ANY_LINE)
    )
