"""Two trees with identities to the rows of the comparison table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from governance.text.comparing.span import Span
from governance.text.comparing.underline import as_one_span
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.table.house_style import HouseStyle
from governance.text.table.marking import (
    ChangeMarker,
    ComparedChildren,
    MarkedPieces,
    printed_lines,
)
from governance.text.table.merged_order import in_merged_order, same_wording
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row
from governance.text.table.visibility import with_visibility
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    PieceRole,
    Provision,
)

_LEVELS = (Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)  # of headings, the widest first
_CHANGES = ("amended", "inserted", "deleted")


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
    terms = terms_of(present) | terms_of(proposed)
    builder = _TableBuilder(present, proposed, ChangeMarker(style, terms), frozenset(moved))
    return ComparisonTable(style, with_visibility(builder.rows(), style))


def whole_table(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    style: HouseStyle,
    moved: Collection[str] = (),
) -> ComparisonTable:
    """The same with nothing left out and no run: a row for each article and heading, word for word,
    whatever the style would shorten."""
    terms = terms_of(present) | terms_of(proposed)
    builder = _TableBuilder(present, proposed, ChangeMarker(style, terms), frozenset(moved))
    return ComparisonTable(style, tuple(builder.whole_rows()))


def unit_rows(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    style: HouseStyle,
    keys: Iterable[str],
    terms: frozenset[str],
) -> Iterator[Row]:
    """A row for each of these articles or headings by itself, word for word: what a run leaves
    out. Those that neither version has are left out; `terms` are those of `terms_of`."""
    builder = _TableBuilder(present, proposed, ChangeMarker(style, terms), frozenset())
    for key in keys:
        pair = _UnitPair(builder.marker.language, present.by_key(key), proposed.by_key(key))
        if pair.old or pair.new:
            yield builder.unit_row(pair)


def terms_of(articles: ArticlesOfIncorporation) -> frozenset[str]:
    """The terms that the articles define, in all their forms: ("Less-than-a-full-unit Shares")."""
    language = language_for(articles.language)
    return frozenset(
        form
        for provision in articles.walk()
        for line in provision.lines
        for term in language.defined_terms(line)
        for form in language.term_forms(term)
    )


@dataclass(frozen=True)
class _UnitPair:
    """An entry of the merged order: the unit on either side, the other address of what moved
    past others, and the part's heading on either side where the part opens with it."""

    language: Language
    old: Provision | None
    new: Provision | None
    moved: str | None = None
    heading: tuple[Provision | None, Provision | None] = (None, None)

    @cached_property
    def kind(self) -> str:
        """The kind of the pair's row."""
        if self.new is None:
            return "deleted"
        if self.old is None:
            return "inserted"
        if not same_wording(self.old, self.new, self.language):
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

    def continues_run(self, first: _UnitPair) -> bool:
        """Whether an omitted run that begins with `first` goes on with this pair: it is of the
        same kind and its number moves as far."""
        return not self.opens_part and self.kind == first.kind and self.shift == first.shift

    @property
    def opens_part(self) -> bool:
        return self.heading != (None, None)

    @property
    def level(self) -> int:
        """How wide the heading is, 0 for a chapter's; past all headings for an article."""
        unit = self.new or self.old
        kind = unit.kind if unit else None
        return _LEVELS.index(kind) if kind in _LEVELS else len(_LEVELS)

    @property
    def is_same_heading(self) -> bool:
        is_same = self.old is not None and self.new is not None and self.old.label == self.new.label
        return is_same and self.kind == "chapter" and not self.opens_part


def _changes_under(pairs: Sequence[_UnitPair], place: int) -> bool:
    """Whether an article or a heading under the heading at `place` is amended, new or deleted."""
    level = pairs[place].level
    for pair in islice(pairs, place + 1, None):
        if pair.opens_part or pair.level <= level:
            return False
        if pair.kind in _CHANGES:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _TableBuilder:
    """Makes the rows of two versions, in document order."""

    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    marker: ChangeMarker
    moved: frozenset[str]

    @property
    def style(self) -> HouseStyle:
        return self.marker.style

    def rows(self) -> Iterator[Row]:
        run: list[_UnitPair] = []
        pairs = list(self._pairs())
        left_out = self._headings_left_out(pairs)
        for pair in pairs:
            if run and pair.new is not None and pair.new.key in left_out:
                run.append(pair)  # not shown, so it does not end a run
                continue
            if run and not pair.continues_run(run[0]):
                yield self._run_row(run)
                run = []
            if pair.kind in ("renumbered", "unchanged"):
                run.append(pair)
            elif self.style.rows_per == "paragraph" and pair.kind == "amended":
                yield from self._paragraph_rows(pair)
            else:
                yield self.unit_row(pair)
        if run:
            yield self._run_row(run)

    def _headings_left_out(self, pairs: Sequence[_UnitPair]) -> frozenset[str]:
        """The keys of the unchanged headings that the style does not show."""
        return frozenset(
            pair.new.key
            for place, pair in enumerate(pairs)
            if pair.new is not None
            and pair.is_same_heading
            and not self._shows_heading(pairs, place)
        )

    def _shows_heading(self, pairs: Sequence[_UnitPair], place: int) -> bool:
        if not self.style.show_chapters:
            return False
        return not self.style.changed_chapters_only or _changes_under(pairs, place)

    def whole_rows(self) -> Iterator[Row]:
        """A row for each article and heading."""
        return map(self.unit_row, self._pairs())

    def _pairs(self) -> Iterator[_UnitPair]:
        for old_part, new_part in self._parts():
            opened = (old_part or new_part) is self.present.main
            olds = old_part.children if old_part else ()
            news = new_part.children if new_part else ()
            for old, new in in_merged_order(olds, news, self.moved):
                other = None
                if old is None and new is not None:
                    other = self.present.address_of(new.key)
                elif new is None and old is not None:
                    other = self.proposed.address_of(old.key)
                heading = (None, None) if opened else (old_part, new_part)
                yield _UnitPair(self.marker.language, old, new, other, heading)
                opened = True

    def _parts(self) -> Iterator[tuple[Provision | None, Provision | None]]:
        yield self.present.main, self.proposed.main
        yield from in_merged_order(self.present.supplementary, self.proposed.supplementary)

    def unit_row(self, pair: _UnitPair) -> Row:
        """The row of one article or heading, word for word."""
        old, new = pair.old, pair.new
        present = _absent(self.style.inserted_label)
        proposed = _absent(self.style.deleted_label)
        if old is not None and new is not None:
            old_pieces, new_pieces = self.marker.compare(old, new)
            present = _cell(old_pieces, (old,), self.present)
            proposed = _cell(new_pieces, (new,), self.proposed)
        elif old is not None:
            present = _cell(tuple(self.marker.mark_whole(old)), (old,), self.present)
        else:
            assert new is not None  # one side is there
            proposed = _cell(tuple(self.marker.mark_whole(new)), (new,), self.proposed)
        return self._under_part_heading(Row(pair.kind, present, proposed, pair.moved), pair)

    def _paragraph_rows(self, pair: _UnitPair) -> Iterator[Row]:
        """An amended article as a row for each paragraph, its head with the first."""
        old, new = pair.old, pair.new
        assert old is not None and new is not None  # noqa: PT018 (an amended pair has both)
        old_head, new_head = self.marker.compare_own_lines(old, new)
        below = self.marker.compare_children(old, new)
        if not below or not below[0].olds or not below[0].news:
            # The head stands over a first paragraph that only one side has.
            below = [ComparedChildren("amended", (), (), (), ()), *below]
        first, *others = below
        row = Row(
            "amended",
            _cell((*old_head, *first.old), (old, *first.olds), self.present),
            _cell((*new_head, *first.new), (new, *first.news), self.proposed),
        )
        yield self._under_part_heading(row, pair)
        yield from map(self._children_row, others)

    def _children_row(self, children: ComparedChildren) -> Row:
        present = _absent(self.style.inserted_label)
        proposed = _absent(self.style.deleted_label)
        moved = None
        if children.olds:
            present = _cell(children.old, children.olds, self.present)
        else:
            moved = self.present.address_of(children.news[0].key)
        if children.news:
            proposed = _cell(children.new, children.news, self.proposed)
        else:
            moved = self.proposed.address_of(children.olds[0].key)
        return Row(children.kind, present, proposed, moved)

    def _run_row(self, run: Sequence[_UnitPair]) -> Row:
        kind = run[0].kind
        olds = tuple(pair.old for pair in run if pair.old)
        news = tuple(pair.new for pair in run if pair.new)
        moved = kind == "renumbered" and self.style.moved_numbers_in_runs
        present = self._run_cell(olds, self.present, self.style.omitted_label, moved)
        proposed = self._run_cell(news, self.proposed, self.style.unchanged_label, moved)
        return self._under_part_heading(Row(kind, present, proposed), run[0])

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
            lines = [CellLine("number", 0, (*numbers, Span(("　" if numbers else "") + label)))]
        else:
            lines = [CellLine("number", 0, begin)] if begin else []
            lines.append(CellLine("label", 0, (Span(label),)))
            if first is not last:
                lines.append(CellLine("number", 0, end))
        return Cell(
            articles.address_of(first.key),
            articles.address_of(last.key),
            tuple(lines),
            tuple(unit.key for unit in units),
        )

    def _number(self, unit: Provision, moved: bool) -> tuple[Span, ...]:
        """ "Article 8" as it stands in a run, its number underlined when it moved."""
        language = self.marker.language
        if not unit.label:
            return as_one_span(unit.caption, False) if unit.caption else ()
        start, end = language.number_span(unit.label, whole=True)
        if unit.last_number is not None:  # "Articles 9 through 11"
            end = max(end, language.numbers_in(unit.label)[-1][1])
        label = unit.label[start:end]
        return self.marker.mark_number(label) if moved else as_one_span(label, False)

    def _under_part_heading(self, row: Row, pair: _UnitPair) -> Row:
        """The row under the heading of the part it opens; a heading only one side has is new."""
        old_part, new_part = pair.heading
        if old_part is None and new_part is None:
            return row
        old, new = self._part_heading(old_part, new_part), self._part_heading(new_part, old_part)
        if old_part is not None and new_part is not None and old and new:
            own_lines = self.marker.compare_own_lines(old_part, new_part)
            old, new = (tuple(printed_lines(pieces, "")) for pieces in own_lines)
        present, proposed = row.present, row.proposed
        if not present.is_absent:
            present = replace(present, lines=(*_as_heading(old), *present.lines))
        if not proposed.is_absent:
            proposed = replace(proposed, lines=(*_as_heading(new), *proposed.lines))
        return replace(row, present=present, proposed=proposed)

    def _part_heading(
        self, part: Provision | None, other: Provision | None
    ) -> tuple[CellLine, ...]:
        if part is None:
            return ()
        heading = "".join(p.text for p in part.pieces if p.role is not PieceRole.SPACE)
        spans = as_one_span(self.marker.language.on_one_line(heading), other is None)
        return (CellLine("heading", 0, spans),) if spans else ()


def _as_heading(lines: Iterable[CellLine]) -> Iterator[CellLine]:
    for line in lines:
        yield replace(line, role="heading")


def _absent(label: str) -> Cell:
    return Cell(None, None, (CellLine("label", 0, (Span(label),)),))


def _cell(
    pieces: MarkedPieces, covered: tuple[Provision, ...], articles: ArticlesOfIncorporation
) -> Cell:
    """A cell of marked pieces that covers provisions: an article, an article's head with its
    first paragraph, or a run."""
    label = covered[0].label if covered[0].kind not in (Kind.PARAGRAPH, Kind.ITEM) else ""
    return Cell(
        articles.address_of(covered[0].key),
        articles.address_of(covered[-1].key),
        tuple(printed_lines(pieces, label)),
        tuple(each.key for each in covered),
    )
