"""The text of provisions with what changed marked: pieces to spans, spans to printed lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from governance.text.comparing.align import align_lines
from governance.text.comparing.span import Span
from governance.text.comparing.underline import as_one_span, underline
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.table.house_style import HouseStyle
from governance.text.table.merged_order import in_merged_order, is_same_section, same_wording
from governance.text.table.rows import CellLine
from governance.text.tree.provision import Kind, Number, Piece, PieceRole, Provision

_FLAT = frozenset({PieceRole.TEXT, PieceRole.CAPTION})
_LEVELS = {Kind.ITEM: 1, Kind.SUBITEM: 2}


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A piece as it is shown: its role, its spans, and how deep it stands."""

    role: PieceRole
    spans: tuple[Span, ...]
    level: int = 0


MarkedPieces = tuple[MarkedPiece, ...]


@dataclass(frozen=True, slots=True)
class ComparedChildren:
    """A child of an amended provision, or a run of unchanged ones, on both sides. `kind` is as
    a row's; the absent side has no marks and no provisions."""

    kind: str
    old: MarkedPieces
    new: MarkedPieces
    olds: tuple[Provision, ...]
    news: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class ChangeMarker:
    """How a house style marks what changed; `terms` are the defined terms of both versions,
    never to be cut."""

    style: HouseStyle
    terms: frozenset[str] = frozenset()

    @property
    def language(self) -> Language:
        return language_for(self.style.language)

    def mark_number(self, label: str) -> tuple[Span, ...]:
        """A label with its moved number underlined as the style has it."""
        marked = self.language.numbers_in(label)
        if self.style.number_mark == "label":
            start, end = self.language.number_span(label, whole=True)
            marked = [(start, max(end, marked[-1][1] if marked else end))]
        spans, at = [], 0
        for start, end in marked:
            spans += [Span(label[at:start]), Span(label[start:end], True)]
            at = end
        return tuple(span for span in (*spans, Span(label[at:])) if span.text)

    def compare(self, old: Provision, new: Provision) -> tuple[MarkedPieces, MarkedPieces]:
        """A pair, children included, with what changed marked on both sides."""
        old_own, new_own = self.compare_own_lines(old, new)
        below = self.compare_children(old, new)
        return (
            (*old_own, *(piece for children in below for piece in children.old)),
            (*new_own, *(piece for children in below for piece in children.new)),
        )

    def mark_whole(self, provision: Provision) -> Iterator[MarkedPiece]:
        """All pieces of a provision that only one side has, and below, each marked whole; a dash
        between a label and a caption too."""
        for each in provision.walk():
            for piece in each.pieces:
                marked = piece.role is not PieceRole.SPACE or not piece.text.isspace()
                yield MarkedPiece(
                    piece.role, (Span(self._as_printed(piece), marked),), _level(each)
                )

    def compare_children(self, old: Provision, new: Provision) -> list[ComparedChildren]:
        """The children of a pair, compared; unchanged ones shortened where the style has it."""
        found: list[ComparedChildren] = []
        run: list[tuple[Provision, Provision]] = []
        for a, b in in_merged_order(old.children, new.children):
            shortened = self.style.shorten_paragraphs and a and b and self._is_same(a, b)
            if a and b and shortened and (not run or _goes_on(run[-1], (a, b))):
                run.append((a, b))
                continue
            found.extend(self._shortened_run(run))
            run = [(a, b)] if a and b and shortened else []
            if not shortened:
                found.append(self._compare_child(a, b))
        found.extend(self._shortened_run(run))
        return found

    def _is_same(self, old: Provision, new: Provision) -> bool:
        return same_wording(old, new, self.language)

    def _compare_child(self, old: Provision | None, new: Provision | None) -> ComparedChildren:
        if old and new:
            same = self._is_same(old, new) and old.label == new.label
            kind = "unchanged" if same else "amended"
            return ComparedChildren(kind, *self.compare(old, new), (old,), (new,))
        if old:
            return ComparedChildren("deleted", tuple(self.mark_whole(old)), (), (old,), ())
        assert new is not None  # one side is there
        return ComparedChildren("inserted", (), tuple(self.mark_whole(new)), (), (new,))

    def _shortened_run(
        self, run: Sequence[tuple[Provision, Provision]]
    ) -> Iterator[ComparedChildren]:
        """A run of unchanged paragraphs or items: 「２～３　（条文省略）」, "2 (Unchanged)"."""
        if not run:
            return
        olds, news = tuple(a for a, _ in run), tuple(b for _, b in run)
        moved = olds[0].label != news[0].label
        yield ComparedChildren(
            "renumbered" if moved else "unchanged",
            tuple(self._shortened_side(olds, self.style.omitted_label, moved)),
            tuple(self._shortened_side(news, self.style.unchanged_label, moved)),
            olds,
            news,
        )

    def _shortened_side(
        self, run: Sequence[Provision], label: str, moved: bool
    ) -> Iterator[MarkedPiece]:
        level = _level(run[0])
        ends = [each for each in (run[0], *run[1:][-1:]) if each.label]
        for place, each in enumerate(ends):
            if place:
                yield MarkedPiece(PieceRole.LABEL, (Span(self.style.range_sign),), level)
            spans = self.mark_number(each.label) if moved else as_one_span(each.label, False)
            yield MarkedPiece(PieceRole.LABEL, spans, level)
        if ends:
            yield MarkedPiece(
                PieceRole.SPACE, (Span("　" if self.style.language == "ja" else " "),), level
            )
        yield MarkedPiece(PieceRole.TEXT, (Span(label),), level)
        yield MarkedPiece(PieceRole.SPACE, (Span("\n"),), level)

    def compare_own_lines(
        self, old: Provision, new: Provision
    ) -> tuple[MarkedPieces, MarkedPieces]:
        """A pair without its children: its label, its caption and its own lines of wording."""
        spans: dict[tuple[int, PieceRole, int], tuple[Span, ...]] = {}
        for role in (PieceRole.CAPTION, PieceRole.LABEL):
            before, after = (
                [self._as_printed(p) for p in x.pieces if p.role is role] for x in (old, new)
            )
            if before == after:
                continue
            renumbered = old.number != new.number or is_same_section(old, new)
            if role is PieceRole.LABEL and before and after and renumbered:
                spans[0, role, 0], spans[1, role, 0] = map(self.mark_number, (before[0], after[0]))
            else:
                self._add_underlined(
                    spans, role, before, after, [(0, 0)] if before and after else []
                )
        if old.lines != new.lines:
            before, after = (
                [self.language.on_one_line(line) for line in x.lines] for x in (old, new)
            )
            if len(before) == len(after) == 1:
                pairs = [(0, 0)]
            else:
                pairs = align_lines(before, after, self.language)
            self._add_underlined(spans, PieceRole.TEXT, before, after, pairs)
        return tuple(self._marked(old, spans, 0)), tuple(self._marked(new, spans, 1))

    def _add_underlined(
        self,
        spans: dict[tuple[int, PieceRole, int], tuple[Span, ...]],
        role: PieceRole,
        old: Sequence[str],
        new: Sequence[str],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        for side, texts in enumerate((old, new)):
            for place, text in enumerate(texts):
                spans[side, role, place] = as_one_span(text)
        for i, j in pairs:
            terms = [term for term in self.terms if term in old[i] or term in new[j]]
            spans[0, role, i], spans[1, role, j] = underline(
                old[i], new[j], self.language, terms, by_level=self.style.parts_citations
            )

    def _as_printed(self, piece: Piece) -> str:
        """A piece as it is printed: wording and captions on one line."""
        return self.language.on_one_line(piece.text) if piece.role in _FLAT else piece.text

    def _marked(
        self,
        provision: Provision,
        spans: Mapping[tuple[int, PieceRole, int], tuple[Span, ...]],
        side: int,
    ) -> Iterator[MarkedPiece]:
        seen: dict[PieceRole, int] = {}
        for piece in provision.pieces:
            place = seen.get(piece.role, 0)
            seen[piece.role] = place + 1
            shown = spans.get(
                (side, piece.role, place), as_one_span(self._as_printed(piece), False)
            )
            yield MarkedPiece(piece.role, shown, _level(provision))


def _goes_on(last: tuple[Provision, Provision], pair: tuple[Provision, Provision]) -> bool:
    """Whether a shortened run goes on: both marked, of one kind, moved as far."""
    (a, b), (c, d) = last, pair
    marked = all(each.label for each in (a, b, c, d))
    return marked and a.kind is c.kind and _shift(a.number, b.number) == _shift(c.number, d.number)


def _shift(old: Number | None, new: Number | None) -> int:
    return new.main - old.main if old and new else 0


def _level(provision: Provision) -> int:
    return _LEVELS.get(provision.kind, 0)


def printed_lines(pieces: Iterable[MarkedPiece], own_label: str) -> Iterator[CellLine]:
    """The marked pieces as printed lines: cut at line ends, blank lines and indents left out."""
    held: list[MarkedPiece] = []
    for piece in pieces:
        text = "".join(span.text for span in piece.spans)
        if piece.role is PieceRole.SPACE and "\n" in text:
            if held:
                yield _line(held, own_label)
            held = []
        elif held or piece.role is not PieceRole.SPACE:  # an indent is said by the level
            held.append(piece)
    if held:
        yield _line(held, own_label)


def _line(pieces: Sequence[MarkedPiece], own_label: str) -> CellLine:
    spans = [span for piece in pieces for span in piece.spans if span.text]
    text = "".join(span.text for span in spans)
    if all(piece.role in (PieceRole.CAPTION, PieceRole.SPACE) for piece in pieces):
        role = "caption"
    elif own_label and text.startswith(own_label):
        role = "number"
    else:
        role = "text"
    return CellLine(role, pieces[0].level, tuple(_joined(spans)))


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Neighbouring spans of one kind as one; a space is marked between marked ones."""
    while spans and not spans[-1].text.strip():
        spans.pop()
    for i, span in enumerate(spans):
        if 0 < i < len(spans) - 1 and not span.text.strip():
            between = spans[i - 1].changed and spans[i + 1].changed
            spans[i] = replace(span, changed=between)
    for changed, run in groupby(spans, key=lambda span: span.changed):
        yield Span("".join(span.text for span in run), changed)
