"""Which rows of a comparison table its house style shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import Row

_HEADINGS = ("chapter", "section", "subsection")  # the widest first
_WORDING_CHANGES = ("inserted", "deleted", "amended")
_CHANGES = (*_WORDING_CHANGES, "renumbered")


def with_visibility(rows: Iterable[Row], style: HouseStyle) -> tuple[Row, ...]:
    """The rows, with those not `shown` that the style leaves out."""
    return tuple(_show_headings(_show_unchanged(list(rows), style), style))


def _show_unchanged(rows: list[Row], style: HouseStyle) -> list[Row]:
    """The rows, those of unchanged articles shown where the style has them."""
    changed = [i for i, row in enumerate(rows) if _is_change(row)]
    first = changed[0] if changed else len(rows)
    last = changed[-1] if changed else -1
    result = []
    for i, row in enumerate(rows):
        is_inside_article = row.present.keys and "/" in (row.present.first or "")
        if row.kind != "unchanged" or is_inside_article:
            result.append(row)
        elif i < first:
            result.append(replace(row, shown=style.unchanged_before_first))
        elif i > last:
            result.append(replace(row, shown=style.unchanged_after_last))
        else:
            result.append(replace(row, shown=style.unchanged_between))
    return result


def _show_headings(rows: list[Row], style: HouseStyle) -> list[Row]:
    """The rows, a heading shown when it changed, or for what is shown under it: under a chapter's
    heading those of its sections too, under a section's those of its subsections. With
    `changed_chapters_only` what is shown counts where it is amended, new or deleted."""
    result = []
    shown_under = dict.fromkeys(_HEADINGS, False)
    for row in reversed(rows):
        heading = _heading_kind(row)
        shown = row.shown
        if row.kind == "chapter" and not _is_change(row):
            shown = style.show_chapters and shown_under[heading or _HEADINGS[0]]
        counts = shown and (not style.changed_chapters_only or row.kind in _WORDING_CHANGES)
        wider = _HEADINGS[: _HEADINGS.index(heading)] if heading else _HEADINGS
        for kind in _HEADINGS:
            shown_under[kind] = kind in wider and (counts or shown_under[kind])
        result.append(replace(row, shown=shown))
    return result[::-1]


def _heading_kind(row: Row) -> str:
    """What a row is the heading of: a "chapter", a "section" over articles, a "subsection"; "" for
    no heading."""
    place = row.proposed.first or row.present.first or ""
    kind = place.rpartition("/")[2].partition(":")[0]
    return kind if kind in _HEADINGS and "article:" not in place else ""


def _is_change(row: Row) -> bool:
    return row.kind in _CHANGES or any(
        span.changed
        for cell in (row.present, row.proposed)
        for line in cell.lines
        for span in line.spans
    )
