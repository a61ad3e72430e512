"""The text of provisions with what changed marked: pieces to spans, spans to printed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from governance.text.comparing.align import align_lines, longest_increasing
from governance.text.comparing.span import Span
from governance.text.comparing.underline import underline, whole
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import Line
from governance.text.tree.provision import Kind, Number, Piece, PieceRole, Provision

_FLAT = frozenset({PieceRole.TEXT, PieceRole.CAPTION})
_LEVELS = {Kind.ITEM: 1, Kind.SUBITEM: 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece as it is shown: its role, its spans, and how deep it stands."""

    role: PieceRole
    spans: tuple[Span, ...]
    level: int = 0


Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A child of an amended provision, or a run of unchanged ones, on both sides. `kind` is as
    a row's; the absent side has no marks and no provisions."""

    kind: str
    old: Marks
    new: Marks
    olds: tuple[Provision, ...]
    news: tuple[Provision, ...]


def same_wording(old: Provision, new: Provision, *, top: bool = True) -> bool:
    """Whether two versions of a provision differ in nothing but their own number."""
    return (
        old.caption == new.caption
        and old.lines == new.lines
        and (top or old.label == new.label or _same_section(old, new))
        and len(old.children) == len(new.children)
        and all(
            a.key == b.key and a.kind is b.kind and same_wording(a, b, top=False)
            for a, b in zip(old.children, new.children, strict=True)
        )
    )


def _same_section(old: Provision, new: Provision) -> bool:
    """Whether only the article's part of a section's number moved: "Section 4.6", "Section 5.6"."""
    return old.kind is Kind.SECTION and old.number == new.number


def merged(
    olds: Sequence[Provision], news: Sequence[Provision], moved: frozenset[str] = frozenset()
) -> Iterator[tuple[Provision | None, Provision | None]]:
    """Two lists of siblings in one order: what stays in order side by side, what went or moved
    away at its old place, what came at its new one. Where `moved` does not say what moved, it is
    as little as possible."""
    new_place = {each.key: j for j, each in enumerate(news)}
    places = {
        i: new_place[each.key]
        for i, each in enumerate(olds)
        if each.key in new_place and each.key not in moved
    }
    staying = {olds[i].key for i in longest_increasing(places)}
    i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and olds[i].key not in staying:
            yield olds[i], None
            i += 1
        elif j < len(news) and news[j].key not in staying:
            yield None, news[j]
            j += 1
        else:
            yield olds[i], news[j]
            i, j = i + 1, j + 1


@dataclass(frozen=True, slots=True)
class Marking:
    """How a house style marks what changed; `terms` are the defined terms of both versions,
    never to be cut."""

    style: HouseStyle
    terms: frozenset[str] = frozenset()

    @property
    def language(self) -> Language:
        return language_for(self.style.language)

    def numbered(self, mark: str) -> tuple[Span, ...]:
        """A mark with its moved number underlined as the style has it."""
        start, end = self.language.number_span(mark, whole=self.style.number_mark == "label")
        spans = (Span(mark[:start]), Span(mark[start:end], True), Span(mark[end:]))
        return tuple(span for span in spans if span.text)

    def compared(self, old: Provision, new: Provision) -> tuple[Marks, Marks]:
        """A pair, children included, with what changed marked on both sides."""
        old_own, new_own = self.own(old, new)
        segments = self.segments(old, new)
        return (
            (*old_own, *(mark for segment in segments for mark in segment.old)),
            (*new_own, *(mark for segment in segments for mark in segment.new)),
        )

    def whole(self, provision: Provision) -> Iterator[Mark]:
        """All pieces of a provision that only one side has, and below, each marked whole."""
        for each in provision.walk():
            for piece in each.pieces:
                marked = piece.role is not PieceRole.SPACE
                yield Mark(piece.role, (Span(self._shown(piece), marked),), _level(each))

    def segments(self, old: Provision, new: Provision) -> list[Segment]:
        """The children of a pair, compared; unchanged ones shortened where the style has it."""
        found: list[Segment] = []
        run: list[tuple[Provision, Provision]] = []
        for a, b in merged(old.children, new.children):
            shortened = self.style.shorten_paragraphs and a and b and same_wording(a, b)
            if a and b and shortened and (not run or _goes_on(run[-1], (a, b))):
                run.append((a, b))
                continue
            found.extend(self._shortened(run))
            run = [(a, b)] if a and b and shortened else []
            if not shortened:
                found.append(self._segment(a, b))
        found.extend(self._shortened(run))
        return found

    def _segment(self, old: Provision | None, new: Provision | None) -> Segment:
        if old and new:
            marks = self.compared(old, new)
            same = same_wording(old, new)
            kind = "unchanged" if same and old.label == new.label else "amended"
            return Segment(kind, *marks, (old,), (new,))
        if old:
            return Segment("deleted", tuple(self.whole(old)), (), (old,), ())
        assert new is not None  # one side is there
        return Segment("inserted", (), tuple(self.whole(new)), (), (new,))

    def _shortened(self, run: Sequence[tuple[Provision, Provision]]) -> Iterator[Segment]:
        """A run of unchanged paragraphs or items: 「２～３　（条文省略）」, "2 (Unchanged)"."""
        if not run:
            return
        olds, news = tuple(a for a, _ in run), tuple(b for _, b in run)
        moved = olds[0].label != news[0].label
        yield Segment(
            "renumbered" if moved else "unchanged",
            tuple(self._short(olds, self.style.omitted_label, moved)),
            tuple(self._short(news, self.style.unchanged_label, moved)),
            olds,
            news,
        )

    def _short(self, run: Sequence[Provision], label: str, moved: bool) -> Iterator[Mark]:
        level = _level(run[0])
        ends = [each for each in (run[0], *run[1:][-1:]) if each.label]
        for place, each in enumerate(ends):
            if place:
                yield Mark(PieceRole.LABEL, (Span(self.style.range_sign),), level)
            spans = self.numbered(each.label) if moved else whole(each.label, False)
            yield Mark(PieceRole.LABEL, spans, level)
        if ends:
            yield Mark(
                PieceRole.SPACE, (Span("　" if self.style.language == "ja" else " "),), level
            )
        yield Mark(PieceRole.TEXT, (Span(label),), level)
        yield Mark(PieceRole.SPACE, (Span("\n"),), level)

    def own(self, old: Provision, new: Provision) -> tuple[Marks, Marks]:
        """A pair without its children: its mark, its caption and its own lines of wording."""
        spans: dict[tuple[int, PieceRole, int], tuple[Span, ...]] = {}
        for role in (PieceRole.CAPTION, PieceRole.LABEL):
            before, after = (
                [self._shown(p) for p in x.pieces if p.role is role] for x in (old, new)
            )
            if before == after:
                continue
            renumbered = old.number != new.number or _same_section(old, new)
            if role is PieceRole.LABEL and before and after and renumbered:
                spans[0, role, 0], spans[1, role, 0] = map(self.numbered, (before[0], after[0]))
            else:
                self._enter(spans, role, before, after, [(0, 0)] if before and after else [])
        if old.lines != new.lines:
            before, after = ([self.language.flat(line) for line in x.lines] for x in (old, new))
            if len(before) == len(after) == 1:
                pairs = [(0, 0)]
            else:
                pairs = align_lines(before, after, self.language)
            self._enter(spans, PieceRole.TEXT, before, after, pairs)
        return tuple(self._with(old, spans, 0)), tuple(self._with(new, spans, 1))

    def _enter(
        self,
        spans: dict[tuple[int, PieceRole, int], tuple[Span, ...]],
        role: PieceRole,
        old: Sequence[str],
        new: Sequence[str],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        for side, texts in enumerate((old, new)):
            for place, text in enumerate(texts):
                spans[side, role, place] = whole(text)
        for i, j in pairs:
            terms = [term for term in self.terms if term in old[i] or term in new[j]]
            spans[0, role, i], spans[1, role, j] = underline(old[i], new[j], self.language, terms)

    def _shown(self, piece: Piece) -> str:
        """A piece as it is printed: wording and captions on one line."""
        return self.language.flat(piece.text) if piece.role in _FLAT else piece.text

    def _with(
        self,
        provision: Provision,
        spans: Mapping[tuple[int, PieceRole, int], tuple[Span, ...]],
        side: int,
    ) -> Iterator[Mark]:
        seen: dict[PieceRole, int] = {}
        for piece in provision.pieces:
            place = seen.get(piece.role, 0)
            seen[piece.role] = place + 1
            shown = spans.get((side, piece.role, place), whole(self._shown(piece), False))
            yield Mark(piece.role, shown, _level(provision))


def _goes_on(last: tuple[Provision, Provision], pair: tuple[Provision, Provision]) -> bool:
    """Whether a shortened run goes on: both marked, of one kind, moved as far."""
    (a, b), (c, d) = last, pair
    marked = all(each.label for each in (a, b, c, d))
    return marked and a.kind is c.kind and _shift(a.number, b.number) == _shift(c.number, d.number)


def _shift(old: Number | None, new: Number | None) -> int:
    return new.main - old.main if old and new else 0


def _level(provision: Provision) -> int:
    return _LEVELS.get(provision.kind, 0)


def printed(marks: Iterable[Mark], own_mark: str) -> Iterator[Line]:
    """The marks as printed lines: cut at line ends, blank lines and indents left out."""
    held: list[Mark] = []
    for mark in marks:
        text = "".join(span.text for span in mark.spans)
        if mark.role is PieceRole.SPACE and "\n" in text:
            if held:
                yield _line(held, own_mark)
            held = []
        elif held or mark.role is not PieceRole.SPACE:  # an indent is said by the level
            held.append(mark)
    if held:
        yield _line(held, own_mark)


def _line(marks: Sequence[Mark], own_mark: str) -> Line:
    spans = [span for mark in marks for span in mark.spans if span.text]
    text = "".join(span.text for span in spans)
    if all(mark.role in (PieceRole.CAPTION, PieceRole.SPACE) for mark in marks):
        role = "caption"
    elif own_mark and text.startswith(own_mark):
        role = "number"
    else:
        role = "text"
    return Line(role, marks[0].level, tuple(_joined(spans)))


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Neighbouring spans of one kind as one; a gap is marked with what stands on both its sides."""
    while spans and not spans[-1].text.strip():
        spans.pop()
    for i, span in enumerate(spans):
        if 0 < i < len(spans) - 1 and not span.text.strip():
            between = spans[i - 1].changed and spans[i + 1].changed
            spans[i] = replace(span, changed=between)
    for changed, run in groupby(spans, key=lambda span: span.changed):
        yield Span("".join(span.text for span in run), changed)
