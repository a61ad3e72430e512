"""Two trees with identities to the rows of the comparison table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .alignment import align_lines, rising
from .house_style import HouseStyle
from .language import Language
from .languages import language
from .provision import HEADINGS, ArticlesOfIncorporation, Kind, Piece, Provision, Role
from .rows import Cell, ComparisonTable, Line, Row, Span
from .wording import underline, whole

Marked = tuple[tuple[Role, tuple[Span, ...], int], ...]  # role, spans, level of each piece
_LEVELS = {Kind.ITEM: 1, Kind.SUBITEM: 2}


def comparison_table(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    style: HouseStyle,
    moved: Collection[str] = (),
) -> ComparisonTable:
    """The table of two versions whose provisions share identities, in a house style.

    `moved` are the identities somebody moved; where none are given, what moved is found: as
    little as possible.

    Every provision of either side is in exactly one row; rows that the style leaves out are
    there and not `shown`.
    """
    maker = _Maker(present, proposed, style, frozenset(moved))
    return ComparisonTable(style, tuple(maker.shown(maker.rows())))


@dataclass(frozen=True, slots=True)
class _Pair:
    """One line of the merged order: what stands on either side, and its part's heading where
    the part opens with it."""

    old: Provision | None
    new: Provision | None
    moved: str | None = None
    heading: tuple[Provision | None, Provision | None] = (None, None)


class _Maker:
    def __init__(
        self,
        present: ArticlesOfIncorporation,
        proposed: ArticlesOfIncorporation,
        style: HouseStyle,
        moved: frozenset[str],
    ) -> None:
        self.present, self.proposed, self.style = present, proposed, style
        self.moved = moved
        self.tongue = language(style.language)

    # -- rows

    def rows(self) -> Iterator[Row]:
        run: list[_Pair] = []
        for pair in self._pairs():
            if not self.style.show_chapters and self._is_same_heading(pair):
                yield self._row(pair)  # not shown, so it does not end a run
                continue
            if run and not self._runs_on(run, pair):
                yield self._run(run)
                run = []
            if self._kind(pair) in ("renumbered", "unchanged"):
                run.append(pair)
                continue
            yield self._row(pair)
        if run:
            yield self._run(run)

    def _pairs(self) -> Iterator[_Pair]:
        for old_part, new_part in self._parts():
            opened = False
            for pair in self._units(old_part, new_part):
                opens = not opened and (old_part or new_part) is not self.present.main
                yield replace(pair, heading=(old_part, new_part)) if opens else pair
                opened = True

    def _parts(self) -> Iterator[tuple[Provision | None, Provision | None]]:
        yield self.present.main, self.proposed.main
        new = {part.key: part for part in self.proposed.supplementary}
        paired = {part.key for part in self.present.supplementary} & set(new)
        waiting = list(self.proposed.supplementary)
        for old in self.present.supplementary:
            if old.key not in paired:
                yield old, None
                continue
            while waiting and waiting[0].key != old.key and waiting[0].key not in paired:
                yield None, waiting.pop(0)
            yield old, new[old.key]
            waiting = [part for part in waiting if part.key != old.key]
        for part in waiting:
            yield None, part

    def _units(self, old: Provision | None, new: Provision | None) -> Iterator[_Pair]:
        """The units of a part merged: what stays in order side by side, what went or moved away
        at its old place, what came at its new one."""
        olds = old.children if old else ()
        news = new.children if new else ()
        new_place = {unit.key: j for j, unit in enumerate(news)}
        places = {
            i: new_place[unit.key]
            for i, unit in enumerate(olds)
            if unit.key in new_place and unit.key not in self.moved
        }
        staying = {olds[i].key for i in rising(places)}
        i = j = 0
        while i < len(olds) or j < len(news):
            if i < len(olds) and olds[i].key not in staying:
                yield _Pair(olds[i], None, self.proposed.address_of(olds[i].key))
                i += 1
            elif j < len(news) and news[j].key not in staying:
                yield _Pair(None, news[j], self.present.address_of(news[j].key))
                j += 1
            else:
                yield _Pair(olds[i], news[j])
                i, j = i + 1, j + 1

    def _kind(self, pair: _Pair) -> str:
        if pair.new is None:
            return "deleted"
        if pair.old is None:
            return "inserted"
        if not same_wording(pair.old, pair.new):
            return "amended"
        if pair.new.kind in HEADINGS:
            return "chapter"
        return "unchanged" if pair.old.mark == pair.new.mark else "renumbered"

    def _is_same_heading(self, pair: _Pair) -> bool:
        return bool(
            self._kind(pair) == "chapter"
            and pair.old
            and pair.new
            and pair.old.mark == pair.new.mark
            and pair.heading == (None, None)
        )

    def _runs_on(self, run: Sequence[_Pair], pair: _Pair) -> bool:
        """Whether an omitted run goes on with this pair: of the same kind, its number moved as
        far; a heading between them ends it where headings are shown."""
        if self._kind(pair) != self._kind(run[-1]) or pair.heading != (None, None):
            return False
        last = run[-1]
        return self._shift(last) == self._shift(pair)

    @staticmethod
    def _shift(pair: _Pair) -> int:
        """By how much the number moves."""
        if not (pair.old and pair.new and pair.old.number and pair.new.number):
            return 0
        return pair.new.number.main - pair.old.number.main

    def shown(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with those not shown that the style leaves out."""
        listed = list(rows)
        changed = [i for i, row in enumerate(listed) if self._is_change(row)]
        first = changed[0] if changed else len(listed)
        last = changed[-1] if changed else -1
        for i, row in enumerate(listed):
            if row.kind == "unchanged":
                keep = (
                    self.style.unchanged_before_first if i < first
                    else self.style.unchanged_after_last if i > last
                    else self.style.unchanged_between
                )  # fmt: skip
                listed[i] = replace(row, shown=keep)
        # A heading is shown when it changed, or for what is shown under it.
        for i in range(len(listed) - 1, -1, -1):
            row = listed[i]
            if row.kind != "chapter" or self._is_change(row):
                continue
            under = listed[i + 1 :]
            stop = next((n for n, each in enumerate(under) if each.kind == "chapter"), len(under))
            listed[i] = replace(
                row, shown=self.style.show_chapters and any(each.shown for each in under[:stop])
            )
        return listed

    @staticmethod
    def _is_change(row: Row) -> bool:
        return row.kind in ("inserted", "deleted", "amended", "renumbered") or any(
            span.changed
            for cell in (row.present, row.proposed)
            for line in cell.lines
            for span in line.spans
        )

    # -- cells

    def _row(self, pair: _Pair) -> Row:
        kind = self._kind(pair)
        old, new = pair.old, pair.new
        present = self._absent(self.style.inserted_label)
        proposed = self._absent(self.style.deleted_label)
        if old is not None and new is not None:
            old_marks, new_marks = self._compared(old, new)
            present = self._cell(old, self.present, old_marks)
            proposed = self._cell(new, self.proposed, new_marks)
        elif old is not None:
            present = self._cell(old, self.present, tuple(_marked(old)))
        elif new is not None:
            proposed = self._cell(new, self.proposed, tuple(_marked(new)))
        old_part, new_part = pair.heading
        if old_part is not None and old is not None:
            present = self._headed(present, old_part, new_part)
        if new_part is not None and new is not None:
            proposed = self._headed(proposed, new_part, old_part)
        return Row(kind, present, proposed, pair.moved)

    def _absent(self, label: str) -> Cell:
        return Cell(None, None, (Line("label", 0, (Span(label),)),))

    def _cell(self, unit: Provision, articles: ArticlesOfIncorporation, marked: Marked) -> Cell:
        address = articles.address_of(unit.key)
        return Cell(address, address, tuple(_lines(marked, unit)), (unit.key,))

    def _headed(self, cell: Cell, part: Provision, other: Provision | None) -> Cell:
        """The cell under the heading of the part it opens; a heading only one side has is new."""
        heading = "".join(p.text for p in part.pieces if p.role is not Role.SPACE)
        if not heading:
            return cell
        changed = other is None
        line = Line("heading", 0, whole(self.tongue.flat(heading), changed))
        return replace(cell, lines=(line, *cell.lines))

    def _run(self, run: Sequence[_Pair]) -> Row:
        kind = self._kind(run[0])
        olds = [pair.old for pair in run if pair.old]
        news = [pair.new for pair in run if pair.new]
        moved = kind == "renumbered" and self.style.moved_numbers_in_runs
        present = self._run_cell(olds, self.present, self.style.omitted_label, moved)
        proposed = self._run_cell(news, self.proposed, self.style.unchanged_label, moved)
        old_part, new_part = run[0].heading
        if old_part is not None and new_part is not None:
            present = self._headed(present, old_part, new_part)
            proposed = self._headed(proposed, new_part, old_part)
        return Row(kind, present, proposed)

    def _run_cell(
        self, units: Sequence[Provision], articles: ArticlesOfIncorporation, label: str, moved: bool
    ) -> Cell:
        first, last = units[0], units[-1]
        begin = self._number_spans(first, moved)
        end = self._number_spans(last, moved)
        if self.style.range_form == "line":
            spans = [*begin]
            if first is not last:
                spans += [Span(self.style.range_sign), *end]
            lines = [Line("number", 0, (*spans, Span("　" + label)))]
        else:
            lines = [Line("number", 0, begin), Line("label", 0, (Span(label),))]
            if first is not last:
                lines.append(Line("number", 0, end))
        return Cell(
            articles.address_of(first.key),
            articles.address_of(last.key),
            tuple(lines),
            tuple(unit.key for unit in units),
        )

    def _number_spans(self, unit: Provision, moved: bool) -> tuple[Span, ...]:
        """ "Article 8" as it stands in a run, its number underlined when it moved."""
        if not unit.mark:
            return whole(unit.caption or self.tongue.flat(unit.text), False)
        start, end = self.tongue.number_span(unit.mark, whole=True)
        label = unit.mark[start:end]
        if not moved:
            return whole(label, False)
        return self._numbered(label)

    def _numbered(self, mark: str) -> tuple[Span, ...]:
        """A mark with its moved number underlined as the style has it."""
        start, end = self.tongue.number_span(mark, whole=self.style.number_mark == "label")
        spans = (Span(mark[:start]), Span(mark[start:end], True), Span(mark[end:]))
        return tuple(span for span in spans if span.text)

    # -- marks

    def _compared(self, old: Provision, new: Provision) -> tuple[Marked, Marked]:
        """The pieces of a pair, children included, with what changed marked on both sides."""
        old_own, new_own = self._own(old, new)
        old_below: list[tuple[Role, tuple[Span, ...], int]] = []
        new_below: list[tuple[Role, tuple[Span, ...], int]] = []
        new_by_key = {child.key: child for child in new.children}
        old_by_key = {child.key: child for child in old.children}
        compared: dict[str, Marked] = {}
        for child in old.children:
            match = new_by_key.get(child.key)
            if match is None:
                old_below.extend(_marked(child))
                continue
            marks, compared[child.key] = self._compared(child, match)
            old_below.extend(marks)
        for child in new.children:
            new_below.extend(compared[child.key] if child.key in old_by_key else _marked(child))
        return (*old_own, *old_below), (*new_own, *new_below)

    def _own(self, old: Provision, new: Provision) -> tuple[Marked, Marked]:
        """The pieces of a pair itself: its mark, its caption and its own lines of wording."""
        spans: dict[tuple[int, Role, int], tuple[Span, ...]] = {}
        for role in (Role.CAPTION, Role.MARK):
            texts = [[p.text for p in each.pieces if p.role is role] for each in (old, new)]
            if texts[0] == texts[1]:
                continue
            if role is Role.MARK and texts[0] and texts[1] and _is_renumbered(old, new):
                spans[0, role, 0] = self._numbered(texts[0][0])
                spans[1, role, 0] = self._numbered(texts[1][0])
                continue
            self._enter(
                spans,
                role,
                texts[0],
                texts[1],
                list(zip(range(len(texts[0])), range(len(texts[1])), strict=False)),
            )
        if old.lines != new.lines:
            flat = [[self.tongue.flat(line) for line in each.lines] for each in (old, new)]
            if len(flat[0]) == len(flat[1]) == 1:
                pairs = [(0, 0)]
            else:
                pairs = align_lines(flat[0], flat[1], self.tongue)
            self._enter(spans, Role.TEXT, flat[0], flat[1], pairs)
        return (
            tuple(_with_spans(old, spans, 0, self.tongue)),
            tuple(_with_spans(new, spans, 1, self.tongue)),
        )

    def _enter(
        self,
        spans: dict[tuple[int, Role, int], tuple[Span, ...]],
        role: Role,
        old: Sequence[str],
        new: Sequence[str],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        for i, text in enumerate(old):
            spans[0, role, i] = whole(text)
        for j, text in enumerate(new):
            spans[1, role, j] = whole(text)
        for i, j in pairs:
            spans[0, role, i], spans[1, role, j] = underline(old[i], new[j], self.tongue)


def same_wording(old: Provision, new: Provision, *, top: bool = True) -> bool:
    """Whether two versions of a provision differ in nothing but their own number."""
    return (
        old.caption == new.caption
        and old.lines == new.lines
        and (top or old.mark == new.mark or _same_section(old, new))
        and len(old.children) == len(new.children)
        and all(
            a.key == b.key and a.kind is b.kind and same_wording(a, b, top=False)
            for a, b in zip(old.children, new.children, strict=True)
        )
    )


def _is_renumbered(old: Provision, new: Provision) -> bool:
    return old.number != new.number or _same_section(old, new)


def _same_section(old: Provision, new: Provision) -> bool:
    """Whether only the article's part of a section's number moved: "Section 4.6", "Section 5.6"."""
    return old.kind is Kind.SECTION and old.number == new.number


def _level(provision: Provision) -> int:
    return _LEVELS.get(provision.kind, 0)


def _marked(provision: Provision) -> Iterator[tuple[Role, tuple[Span, ...], int]]:
    """All pieces of a provision and below, each whole."""
    for piece in provision.pieces:
        changed = piece.role is not Role.SPACE
        yield piece.role, (Span(piece.text, changed),), _level(provision)
    for child in provision.children:
        yield from _marked(child)


def _with_spans(
    provision: Provision,
    spans: dict[tuple[int, Role, int], tuple[Span, ...]],
    side: int,
    tongue: Language,
) -> Iterator[tuple[Role, tuple[Span, ...], int]]:
    seen: dict[Role, int] = {}
    for piece in provision.pieces:
        place = seen.get(piece.role, 0)
        seen[piece.role] = place + 1
        plain = whole(tongue.flat(piece.text) if piece.role is Role.TEXT else piece.text, False)
        yield piece.role, spans.get((side, piece.role, place), plain), _level(provision)


def _lines(marked: Marked, unit: Provision) -> Iterator[Line]:
    """The pieces as printed lines: cut at line ends, blank lines and indents left out."""
    roles: list[Role] = []
    spans: list[Span] = []
    level = 0
    own_mark = unit.mark
    for role, piece_spans, piece_level in marked:
        text = "".join(span.text for span in piece_spans)
        if role is Role.SPACE and "\n" in text:
            if spans:
                yield _line(roles, spans, level, own_mark)
            roles, spans = [], []
            continue
        if role is Role.SPACE and not spans:
            continue  # an indent; the level says as much
        if not roles:
            level = piece_level
        if role is not Role.SPACE:
            roles.append(role)
        spans.extend(piece_spans)
    if spans:
        yield _line(roles, spans, level, own_mark)


def _line(roles: Sequence[Role], spans: Sequence[Span], level: int, own_mark: str) -> Line:
    text = "".join(span.text for span in spans)
    if roles == [Role.CAPTION]:
        role = "caption"
    elif own_mark and text.startswith(own_mark):
        role = "number"
    else:
        role = "text"
    return Line(role, level, tuple(_merged(spans)))


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Neighbouring spans of one kind as one; a gap is marked with what stands on both its sides."""
    listed = [span for span in spans if span.text]
    while listed and not listed[-1].text.strip():
        listed.pop()
    for i, span in enumerate(listed):
        if 0 < i < len(listed) - 1 and not span.text.strip():
            between = listed[i - 1].changed and listed[i + 1].changed
            listed[i] = replace(span, changed=between)
    held: Span | None = None
    for span in listed:
        if held is not None and held.changed == span.changed:
            held = Span(held.text + span.text, held.changed)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


__all__ = ["Piece", "comparison_table", "same_wording"]
