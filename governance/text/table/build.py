"""Two trees with identities to the rows of the comparison table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from governance.text.comparing.span import Span
from governance.text.comparing.underline import whole
from governance.text.languages import language_for
from governance.text.table.house_style import HouseStyle
from governance.text.table.marking import Marking, Marks, Segment, merged, printed, same_wording
from governance.text.table.rows import Cell, ComparisonTable, Line, Row
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    PieceRole,
    Provision,
)

_CHANGES = ("inserted", "deleted", "amended", "renumbered")


def comparison_table(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    style: HouseStyle,
    moved: Collection[str] = (),
) -> ComparisonTable:
    """The table of two versions whose provisions share identities, in a house style.

    `moved` are the identities somebody moved; where none are given, what moved is found: as
    little as possible. Every provision of either side is in exactly one row; rows that the style
    leaves out are there and not `shown`.
    """
    terms = _terms(present) | _terms(proposed)
    maker = _Maker(present, proposed, Marking(style, terms), frozenset(moved))
    return ComparisonTable(style, tuple(_shown(maker.rows(), style)))


def _terms(articles: ArticlesOfIncorporation) -> frozenset[str]:
    """The terms that the articles define: ("Less-than-a-full-unit Shares")."""
    language = language_for(articles.language)
    return frozenset(
        term
        for provision in articles.walk()
        for line in provision.lines
        for term in language.defined_terms(line)
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """One line of the merged order: what stands on either side, the other address of what moved
    past others, and the part's heading on either side where the part opens with it."""

    old: Provision | None
    new: Provision | None
    moved: str | None = None
    heading: tuple[Provision | None, Provision | None] = (None, None)

    @property
    def kind(self) -> str:
        """The kind of the pair's row."""
        if self.new is None:
            return "deleted"
        if self.old is None:
            return "inserted"
        if not same_wording(self.old, self.new):
            return "amended"
        if self.new.kind in HEADINGS:
            return "chapter"
        return "unchanged" if self.old.label == self.new.label else "renumbered"

    @property
    def shift(self) -> int:
        """By how much the number moves."""
        if not (self.old and self.new and self.old.number and self.new.number):
            return 0
        return self.new.number.main - self.old.number.main

    def runs_on(self, first: _Pair) -> bool:
        """Whether an omitted run that begins with `first` goes on with this pair: it is of the
        same kind and its number moves as far."""
        opens = self.heading != (None, None)
        return not opens and self.kind == first.kind and self.shift == first.shift

    @property
    def is_same_heading(self) -> bool:
        is_same = self.old is not None and self.new is not None and self.old.label == self.new.label
        return is_same and self.kind == "chapter" and self.heading == (None, None)


@dataclass(frozen=True, slots=True)
class _Maker:
    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    marking: Marking
    moved: frozenset[str]

    @property
    def style(self) -> HouseStyle:
        return self.marking.style

    # -- rows

    def rows(self) -> Iterator[Row]:
        run: list[_Pair] = []
        for pair in self._pairs():
            if run and not self.style.show_chapters and pair.is_same_heading:
                run.append(pair)  # not shown, so it does not end a run
                continue
            if run and not pair.runs_on(run[0]):
                yield self._run(run)
                run = []
            if pair.kind in ("renumbered", "unchanged"):
                run.append(pair)
            elif self.style.rows_per == "paragraph" and pair.kind == "amended":
                yield from self._paragraph_rows(pair)
            else:
                yield self._row(pair)
        if run:
            yield self._run(run)

    def _pairs(self) -> Iterator[_Pair]:
        for old_part, new_part in self._parts():
            opened = (old_part or new_part) is self.present.main
            olds = old_part.children if old_part else ()
            news = new_part.children if new_part else ()
            for old, new in merged(olds, news, self.moved):
                other = None
                if old is None and new is not None:
                    other = self.present.address_of(new.key)
                elif new is None and old is not None:
                    other = self.proposed.address_of(old.key)
                heading = (None, None) if opened else (old_part, new_part)
                yield _Pair(old, new, other, heading)
                opened = True

    def _parts(self) -> Iterator[tuple[Provision | None, Provision | None]]:
        yield self.present.main, self.proposed.main
        yield from merged(self.present.supplementary, self.proposed.supplementary)

    def _row(self, pair: _Pair) -> Row:
        old, new = pair.old, pair.new
        present = _absent(self.style.inserted_label)
        proposed = _absent(self.style.deleted_label)
        if old is not None and new is not None:
            old_marks, new_marks = self.marking.compared(old, new)
            present = _cell(old_marks, (old,), self.present)
            proposed = _cell(new_marks, (new,), self.proposed)
        elif old is not None:
            present = _cell(tuple(self.marking.whole(old)), (old,), self.present)
        else:
            assert new is not None  # one side is there
            proposed = _cell(tuple(self.marking.whole(new)), (new,), self.proposed)
        return self._headed(Row(pair.kind, present, proposed, pair.moved), pair)

    def _paragraph_rows(self, pair: _Pair) -> Iterator[Row]:
        """An amended article as a row for each paragraph, its head with the first."""
        old, new = pair.old, pair.new
        assert old is not None and new is not None  # noqa: PT018 (an amended pair has both)
        old_head, new_head = self.marking.own(old, new)
        segments = self.marking.segments(old, new)
        if not segments or not segments[0].olds or not segments[0].news:
            # The head stands over a first paragraph that only one side has.
            segments = [Segment("amended", (), (), (), ()), *segments]
        for place, segment in enumerate(segments):
            if place:
                yield self._segment_row(segment)
                continue
            row = Row(
                "amended",
                _cell((*old_head, *segment.old), (old, *segment.olds), self.present),
                _cell((*new_head, *segment.new), (new, *segment.news), self.proposed),
            )
            yield self._headed(row, pair)

    def _segment_row(self, segment: Segment) -> Row:
        present = _absent(self.style.inserted_label)
        proposed = _absent(self.style.deleted_label)
        moved = None
        if segment.olds:
            present = _cell(segment.old, segment.olds, self.present)
        else:
            moved = self.present.address_of(segment.news[0].key)
        if segment.news:
            proposed = _cell(segment.new, segment.news, self.proposed)
        else:
            moved = self.proposed.address_of(segment.olds[0].key)
        return Row(segment.kind, present, proposed, moved)

    def _run(self, run: Sequence[_Pair]) -> Row:
        kind = run[0].kind
        olds = tuple(pair.old for pair in run if pair.old)
        news = tuple(pair.new for pair in run if pair.new)
        moved = kind == "renumbered" and self.style.moved_numbers_in_runs
        present = self._run_cell(olds, self.present, self.style.omitted_label, moved)
        proposed = self._run_cell(news, self.proposed, self.style.unchanged_label, moved)
        return self._headed(Row(kind, present, proposed), run[0])

    def _run_cell(
        self,
        units: tuple[Provision, ...],
        articles: ArticlesOfIncorporation,
        label: str,
        moved: bool,
    ) -> Cell:
        ends = [unit for unit in units if unit.kind not in HEADINGS] or units
        first, last = ends[0], ends[-1]
        begin, end = self._number(first, moved), self._number(last, moved)
        if self.style.range_form == "line":
            through = (Span(self.style.range_sign), *end) if first is not last else ()
            numbers = (*begin, *through)
            lines = [Line("number", 0, (*numbers, Span(("　" if numbers else "") + label)))]
        else:
            lines = [Line("number", 0, begin)] if begin else []
            lines.append(Line("label", 0, (Span(label),)))
            if first is not last:
                lines.append(Line("number", 0, end))
        return Cell(
            articles.address_of(first.key),
            articles.address_of(last.key),
            tuple(lines),
            tuple(unit.key for unit in units),
        )

    def _number(self, unit: Provision, moved: bool) -> tuple[Span, ...]:
        """ "Article 8" as it stands in a run, its number underlined when it moved."""
        language = self.marking.language
        if not unit.label:
            return whole(unit.caption, False) if unit.caption else ()
        start, end = language.number_span(unit.label, whole=True)
        label = unit.label[start:end]
        return self.marking.numbered(label) if moved else whole(label, False)

    def _headed(self, row: Row, pair: _Pair) -> Row:
        """The row under the heading of the part it opens; a heading only one side has is new."""
        old_part, new_part = pair.heading
        if old_part is None and new_part is None:
            return row
        old, new = self._heading(old_part, new_part), self._heading(new_part, old_part)
        if old_part is not None and new_part is not None and old and new:
            spans = self.marking.own(old_part, new_part)
            old, new = (tuple(printed(marks, "")) for marks in spans)
        present, proposed = row.present, row.proposed
        if not present.is_absent:
            present = replace(present, lines=(*_as_heading(old), *present.lines))
        if not proposed.is_absent:
            proposed = replace(proposed, lines=(*_as_heading(new), *proposed.lines))
        return replace(row, present=present, proposed=proposed)

    def _heading(self, part: Provision | None, other: Provision | None) -> tuple[Line, ...]:
        if part is None:
            return ()
        heading = "".join(p.text for p in part.pieces if p.role is not PieceRole.SPACE)
        spans = whole(self.marking.language.flat(heading), other is None)
        return (Line("heading", 0, spans),) if spans else ()


def _as_heading(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield replace(line, role="heading")


def _absent(label: str) -> Cell:
    return Cell(None, None, (Line("label", 0, (Span(label),)),))


def _cell(marks: Marks, covered: tuple[Provision, ...], articles: ArticlesOfIncorporation) -> Cell:
    """A cell of marks that covers provisions: an article, an article's head with its first
    paragraph, or a run."""
    mark = covered[0].label if covered[0].kind not in (Kind.PARAGRAPH, Kind.ITEM) else ""
    return Cell(
        articles.address_of(covered[0].key),
        articles.address_of(covered[-1].key),
        tuple(printed(marks, mark)),
        tuple(each.key for each in covered),
    )


def _shown(rows: Iterable[Row], style: HouseStyle) -> list[Row]:
    """The rows, with those not `shown` that the style leaves out."""
    listed = list(rows)
    changed = [i for i, row in enumerate(listed) if _is_change(row)]
    first = changed[0] if changed else len(listed)
    last = changed[-1] if changed else -1
    for i, row in enumerate(listed):
        inside = row.present.keys and "/" in (row.present.first or "")
        if row.kind == "unchanged" and not inside:
            keep = style.unchanged_between
            if i < first:
                keep = style.unchanged_before_first
            elif i > last:
                keep = style.unchanged_after_last
            listed[i] = replace(row, shown=keep)
    # A heading is shown when it changed, or for what is shown under it: under a chapter's heading
    # that of a section too.
    under = under_chapter = False
    for i in range(len(listed) - 1, -1, -1):
        row = listed[i]
        heading = _heading(row)
        if row.kind == "chapter" and not _is_change(row):
            shown = style.show_chapters and (under if heading == "section" else under_chapter)
            listed[i] = replace(row, shown=shown)
        under_chapter = heading != "chapter" and (listed[i].shown or under_chapter)
        under = not heading and (listed[i].shown or under)
    return listed


def _heading(row: Row) -> str:
    """What a row is the heading of: a "chapter", a "section" over articles; "" for no heading."""
    place = row.proposed.first or row.present.first or ""
    kind = place.rpartition("/")[2].partition(":")[0]
    return kind if kind in ("chapter", "section") and "article:" not in place else ""


def _is_change(row: Row) -> bool:
    return row.kind in _CHANGES or any(
        span.changed
        for cell in (row.present, row.proposed)
        for line in cell.lines
        for span in line.spans
    )


__all__ = ["comparison_table", "same_wording"]
