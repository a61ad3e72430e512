"""What a further release corrects of the one before it: old and new beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from governance.papers.dates import long_date
from governance.text.comparing.align import align_lines
from governance.text.comparing.span import Span
from governance.text.comparing.underline import as_one_span, underline
from governance.text.languages import language_for
from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row
from proposals.models import Release
from proposals.papers.release import ReleasePaper
from proposals.papers.words import WORDS

Passage = tuple[str, Sequence[str]]
"""A passage of a release: what stands above it, and its lines."""


def with_corrections(paper: ReleasePaper, earlier: ReleasePaper, released: Release) -> ReleasePaper:
    """`paper` as the correction of `earlier`, which was published as `released`.

    It says which release it corrects; below stands every passage that read otherwise, as released
    and as corrected. Where nothing reads otherwise the table is empty.
    """
    words = WORDS[paper.language]
    published = released.proposal.company.day(released.published_at)
    day = long_date(published, paper.language)
    style = replace(
        paper.table.style,
        title="",
        note="",
        present_title=words.AS_RELEASED.format(day=day),
        proposed_title=words.AS_CORRECTED,
    )
    return replace(
        paper,
        title=words.corrected_title(paper.title),
        correction_head=words.CORRECTION_HEAD,
        correction_opening=words.CORRECTION_OPENING.format(day=day, title=earlier.title),
        correction=ComparisonTable(style, tuple(_rows(earlier, paper))),
    )


def _rows(old: ReleasePaper, new: ReleasePaper) -> Iterator[Row]:
    for before, after in zip_longest(_passages(old), _passages(new)):
        (head, old_lines), (_head, new_lines) = before, after
        if tuple(old_lines) != tuple(new_lines):
            left, right = _marked(old_lines, new_lines, new.language)
            yield Row("amended", _cell(head, left, new.language), _cell(head, right, new.language))
    yield from _table_rows(old.table, new.table)


def _passages(paper: ReleasePaper) -> list[Passage]:
    """All that a release says but its table, in its order; the same passages in every release of
    one language.
    """
    words = WORDS[paper.language]
    return [
        (
            words.PLACES["head"],
            [f"{each.label} {each.value}".strip() for each in paper.particulars],
        ),
        (words.PLACES["dateline"], [paper.dateline]),
        (words.PLACES["opening"], [paper.opening]),
        (
            paper.reasons_head,
            [
                f"{each.mark} {paragraph}".strip() if place == 0 else paragraph
                for each in paper.reasons
                for place, paragraph in enumerate(each.paragraphs)
            ],
        ),
        (paper.content_head, [paper.content_opening, *_column_heads(paper.table.style)]),
        (paper.schedule_head, [f"{each.label} {each.day}" for each in paper.schedule]),
        (paper.about_head or words.PLACES["about"], [*paper.about, *paper.forward_looking]),
        (paper.contact_head, paper.contact),
    ]


def _column_heads(style: HouseStyle) -> list[str]:
    heads = (style.title, style.note, style.present_title, style.proposed_title)
    return [head for head in heads if head]


def _table_rows(old: ComparisonTable, new: ComparisonTable) -> Iterator[Row]:
    """The rows of the comparison tables that read otherwise; each side has what its proposed
    column says, under the number that it has there.
    """
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*after, *before)):
        left, right = before.get(key), after.get(key)
        old_lines, new_lines, code = _lines(left), _lines(right), new.style.language
        if old_lines != new_lines:
            old_spans, new_spans = _marked(old_lines, new_lines, code)
            yield Row("amended", _cell("", old_spans, code), _cell("", new_spans, code))


def _by_key(table: ComparisonTable) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in table.shown:
        found.setdefault(row.key, []).append(row)
    return found


def _lines(rows: Sequence[Row] | None) -> list[str]:
    """Both columns of the rows: a correction of either is one."""
    return [
        line.text
        for row in rows or ()
        for cell in (row.present, row.proposed)
        for line in cell.lines
    ]


def _marked(
    old: Sequence[str], new: Sequence[str], code: str
) -> tuple[list[tuple[Span, ...]], list[tuple[Span, ...]]]:
    """The lines of both sides with what differs marked."""
    language = language_for(code)
    left, right = ([as_one_span(line) for line in side] for side in (old, new))
    for i, j in align_lines(list(old), list(new), language):
        left[i], right[j] = underline(old[i], new[j], language)
    return left, right


def _cell(head: str, lines: Sequence[tuple[Span, ...]], code: str) -> Cell:
    shown = [CellLine("heading", 0, as_one_span(head, False))] if head else []
    shown += [CellLine("text", 0, spans) for spans in lines]
    if not lines:
        none = WORDS[code].NOTHING
        shown.append(CellLine("label", 0, as_one_span(none, False)))
    return Cell("correction", "correction", tuple(shown))
