"""The words of one cell as they are typed: what in them is underlined, before they are saved."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from governance.text.comparing.span import Span
from governance.text.reading.compose import ProvisionContent, compose_provision
from governance.text.table.build import unit_rows
from governance.text.table.overrides import with_overrides
from governance.text.table.rows import CellLine, ComparisonTable, Row
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Number,
    Provision,
    bare_caption,
)
from proposals.draft.derive import Draft

Ranges = list[tuple[int, int]]


@dataclass(frozen=True)
class TypedWords:
    """The row as it would be, and where the caption and each line typed are underlined."""

    row: Row
    caption: Ranges
    lines: list[Ranges]


def typed_words(drafted: Draft, key: str, *, caption: str, body: str) -> TypedWords | None:
    """What the draft shows in the row of `key` with these words; None where it has no such
    provision.
    """
    standing = drafted.proposed.by_key(key)
    if standing is None:
        return None
    is_heading = standing.kind in HEADINGS
    content = ProvisionContent(
        standing.kind,
        standing.number or Number(1),
        bare_caption(caption),
        "" if is_heading else body,
        key,
    )
    typed = compose_provision(content, drafted.language, model=standing)
    style = replace(drafted.table.style, shorten_paragraphs=False)
    present = ArticlesOfIncorporation(drafted.language, _only(drafted.present.by_key(key), drafted))
    proposed = ArticlesOfIncorporation(drafted.language, _only(typed, drafted))
    rows = tuple(unit_rows(present, proposed, style, [key], drafted.terms))
    by_hand = [one.override for one in drafted.underlined.by_hand if one.override.key == key]
    (row,) = with_overrides(ComparisonTable(style, rows), by_hand)[0].rows
    lines = row.proposed.lines
    if is_heading:
        return TypedWords(row, next(_ranges([caption], _below_head(lines, typed)), []), [])
    return TypedWords(
        row,
        caption=_caption_ranges(caption, typed, lines),
        lines=list(_ranges(body.split("\n"), _below_head(lines, typed))),
    )


def _caption_ranges(caption: str, typed: Provision, lines: Sequence[CellLine]) -> Ranges:
    """The stretches underlined in a caption, which is typed without its brackets."""
    printed = [line for line in lines if line.role == "caption"]
    whole = "".join(line.text for line in printed)
    before = max(whole.find(typed.caption), 0)
    found = next(_ranges([whole], printed), [])
    inside = ((max(a - before, 0), min(b - before, len(caption))) for a, b in found)
    return [(start, end) for start, end in inside if start < end]


def _only(provision: Provision | None, drafted: Draft) -> Provision:
    """A main part with nothing but that provision."""
    return replace(
        drafted.proposed.main, pieces=(), children=(provision,) if provision else (), key="only"
    )


def _below_head(lines: Sequence[CellLine], typed: Provision) -> Iterator[CellLine]:
    """The lines of the wording; of one that begins with the number, what stands behind it."""
    for line in lines:
        if line.role == "number":
            yield replace(line, spans=tuple(_without(line, len(typed.label))))
        elif line.role == "text":
            yield line


def _without(line: CellLine, length: int) -> Iterator[Span]:
    for span in line.spans:
        left = span.text[length:]
        length = max(0, length - len(span.text))
        if left:
            yield replace(span, text=left)


def _ranges(typed: Iterable[str], printed: Iterable[CellLine]) -> Iterator[Ranges]:
    """For each line typed the stretches underlined in it.

    Reading moves no sign but spaces, so the signs that are no space are the same in both; a space
    between two that are underlined is underlined with them.
    """
    signs = (
        (sign, span.changed)
        for line in printed
        for span in line.spans
        for sign in span.text
        if not sign.isspace()
    )
    for line in typed:
        ranges: Ranges = []
        for place, sign in enumerate(line):
            if sign.isspace():
                continue
            expected, changed = next(signs, (sign, False))
            if expected != sign:
                return
            if changed and ranges and not line[ranges[-1][1] : place].strip():
                ranges[-1] = (ranges[-1][0], place + 1)
            elif changed:
                ranges.append((place, place + 1))
        yield ranges
