"""Tables: rows stay rows where they hold figures and terms, cells are read one by one where they
hold articles.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from governance.intake.files.two_languages import LANGUAGES, language_of
from governance.intake.files.word.names import attribute, child, local_name
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.tree.lines import SPACES

# So much of a column is in its language; the rest are names and remarks in the other.
_SURE = 0.8
_AROUND = ("sdt", "sdtContent", "customXml")


@dataclass
class TableCell:
    """A cell as read: its lines, and whether a table stands in it."""

    lines: list[str] = field(default_factory=list)
    has_table: bool = False

    @property
    def words(self) -> list[str]:
        return [line.strip(SPACES) for line in self.lines if line.strip(SPACES)]


def table_parts(element: Element, name: str) -> Iterator[Element]:
    """Rows ("tr") of a table or cells ("tc") of a row, those in content controls too, not those of
    a table within.
    """
    for each in element:
        if local_name(each) == name:
            yield each
        elif local_name(each) in _AROUND:
            yield from table_parts(each, name)


def is_continued(cell: Element) -> bool:
    """Whether the cell only goes on with the one above or before it: they are merged."""
    properties = child(cell, "tcPr")
    merges = (child(properties, "vMerge"), child(properties, "hMerge"))
    return any(each is not None and attribute(each) != "restart" for each in merges)


def row_lines(row: Sequence[TableCell], rules: Language, *, has_articles: bool) -> list[str]:
    """The lines of a row: one, its cells parted by tabs, or those of its cells one by one.

    `has_articles` says that somewhere in the table provisions begin.
    """
    if not _is_one_line(row, has_articles=has_articles):
        return [line for cell in row for line in cell.lines]
    texts = [" ".join(cell.words) for cell in row]
    first = next((text for text in texts if text), "")
    if _is_label(first, rules):
        # What counts a provision stands beside it, as if it were typed before it.
        gap = "　" if rules.CODE == "ja" else " "
        return [gap.join(text for text in texts if text)]
    return ["\t".join(texts).rstrip()]


def begins_provision(cell: TableCell) -> bool:
    """Whether a head or a caption of either language begins a line in it."""
    return any(
        rules.head(line) is not None or rules.is_caption(line)
        for line in cell.words
        for rules in map(language_for, LANGUAGES)
    )


def column_languages(table: Sequence[Sequence[TableCell]]) -> list[str]:
    """The language of each column where one has articles in Japanese and another the same in
    English, [] for any other table.
    """
    body = table[1:] if len(table) > 2 and not any(map(begins_provision, table[0])) else table
    width = max((len(row) for row in body), default=0)
    columns = [[row[at] for row in body if at < len(row)] for at in range(width)]
    found = []
    for column in columns:
        languages = [language_of(" ".join(cell.words)) for cell in column if cell.words]
        known = Counter(each for each in languages if each).most_common(1)
        is_sure = known and known[0][1] >= _SURE * sum(map(bool, languages))
        found.append(known[0][0] if is_sure else "")
    heads = {
        language
        for language, column in zip(found, columns, strict=True)
        if language and any(map(begins_provision, column))
    }
    return found if {*LANGUAGES} <= set(found) and heads else []


def without_counters(
    rows: Sequence[tuple[int, list[TableCell]]],
) -> tuple[list[tuple[int, list[TableCell]]], int]:
    """The rows without a first column that counts them beside articles, and how many numbers it
    had; as they are where there is none.
    """
    firsts = [row[0].words for _at, row in rows if row]
    numbers = [words[0] for words in firsts if len(words) == 1 and words[0].isdecimal()]
    counts_rows = [int(each) for each in numbers] == list(range(1, len(numbers) + 1))
    others = [cell for _at, row in rows for cell in row[1:]]
    is_counted = len(numbers) >= max(2, len(rows) - 1) and counts_rows
    if not is_counted or not any(map(_has_head, others)):
        return list(rows), 0
    return [(at, row[1:]) for at, row in rows], len(numbers)


def _has_head(cell: TableCell) -> bool:
    return any(
        rules.head(line) is not None
        for line in cell.words
        for rules in map(language_for, LANGUAGES)
    )


def _is_one_line(row: Sequence[TableCell], *, has_articles: bool) -> bool:
    filled = [cell for cell in row if cell.words]
    if len(filled) < 2 or any(cell.has_table for cell in row):
        return len(row) > 1 and len(filled) == 1 and len(filled[0].words) == 1
    if any(map(begins_provision, filled[1:])):
        return False
    return not has_articles or all(len(cell.words) == 1 for cell in filled)


def _is_label(text: str, rules: Language) -> bool:
    """Whether it is nothing but a head or a mark: "第1条", "(1)"."""
    head = rules.head(text)
    if head is not None:
        return True
    return any(not mark.rest.strip() for mark in rules.enumerators(text))
