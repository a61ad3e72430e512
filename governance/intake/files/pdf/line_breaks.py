"""Lines of pages to lines of text: what the width of the page broke is joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from governance.intake.files.contents import contents_lines
from governance.intake.files.pdf.characters import is_wide
from governance.intake.files.pdf.hyphens import Hyphens
from governance.intake.files.pdf.page import PageLine
from governance.intake.files.pdf.table_rows import table_rows
from governance.text.language import Language
from governance.text.languages import language_for

_CONTENTS = re.compile(r".*?(?:[.．・…‥·]{4,}|(?:[.…‥·] ){4,})[ 　]*[0-9０-９ivx]{1,4}")

_NEVER_FIRST = re.compile(
    r"[、。，．・：；！？」』）)】］〕々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]+"
)
# "２理事長以外の理事は": a paragraph whose number the file does not part from its words.
_COUNT_WITHOUT_SPACE = re.compile(
    r"[0-9０-９]{1,2}(?=[ぁ-んァ-ヶ一-龥])(?![項号条日月年個名人株円])"
)
# Japanese lines end unevenly by up to a character, since none begins with a comma.
_SLACK = 1.0
# In usual drops from line to line: what stands further below begins another paragraph.
_FAR_BELOW = 1.8

_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|\w+ty|hundred|thousand|million|billion)$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\([0-9,]+\)")


@dataclass(frozen=True)
class _JoinedLine:
    """A line of the text with the first and the last line of the page that it was joined from."""

    text: str
    first: PageLine
    last: PageLine


@dataclass(frozen=True)
class JoinedLines:
    """The lines of a text, which of them, from 0, are rows of tables, and how many lines of a table
    of contents were left out.
    """

    lines: list[str]
    rows: list[int]
    contents: int


def join_broken_lines(lines: Sequence[PageLine], language: str, hyphens: Hyphens) -> JoinedLines:
    """The lines of the text.

    A line goes on below where the next word would not have fitted on it and neither line is a
    head, a caption, marked or a row of a table; the core joins what is left by its grammar.
    """
    rules = language_for(language)
    without_leaders = [line for line in lines if not _CONTENTS.fullmatch(line.text)]
    listed = contents_lines([line.text for line in without_leaders], rules)
    kept = [line for at, line in enumerate(without_leaders) if at not in listed]
    if not kept:
        return JoinedLines([], [], len(lines))
    edges = _right_edges(kept)
    pitch = _line_distance(kept)
    in_table = table_rows(kept, rules)
    result: list[str] = []
    rows: list[int] = []
    above: _JoinedLine | None = None
    for at, line in enumerate(kept):
        if at in in_table:
            above = None
            if in_table[at]:
                rows.append(len(result))
                result.append(in_table[at])
        elif (
            above is not None
            and _distance(above.last, line) < _FAR_BELOW * pitch
            and _goes_on(above, line, edges[above.last.column], rules)
        ):
            above = _JoinedLine(_together(above.text, line.text, hyphens), above.first, line)
            result[-1] = above.text
        else:
            above = _JoinedLine(line.text, line, line)
            result.append(above.text)
    return JoinedLines(result, rows, len(lines) - len(kept))


def _right_edges(lines: Sequence[PageLine]) -> dict[int, float]:
    """Where the lines of each column end at the latest; a few that stick out do not count."""
    edges: dict[int, float] = {}
    for column in {line.column for line in lines}:
        ends = sorted(line.x1 for line in lines if line.column == column)
        edges[column] = ends[int(0.97 * (len(ends) - 1))]
    return edges


def _distance(before: PageLine, line: PageLine) -> float:
    """How far below the line stands, 0 for the next page or column."""
    return before.y - line.y if (before.page, before.column) == (line.page, line.column) else 0.0


def _line_distance(lines: Sequence[PageLine]) -> float:
    """From line to line, usually; in points."""
    drops = [drop for one, other in pairwise(lines) if (drop := _distance(one, other)) > 0]
    return median(drops) if drops else 0.0


def _goes_on(above: _JoinedLine, line: PageLine, edge: float, rules: Language) -> bool:
    """Whether the sentence or paragraph of `above` goes on in `line`; `edge` is where lines end."""
    text, start, before = above.text, above.first, above.last
    if rules.is_caption(text) or rules.is_caption(line.text):
        return False
    if _COUNTED.search(text) and _COUNT.match(line.text):
        return True  # "not more than five" / "(5)."
    if rules.head(line.text) is not None and not rules.is_unfinished(text):
        return False
    if rules.head(line.text) is None and rules.enumerators(line.text):
        return False
    if text.endswith("。") and _COUNT_WITHOUT_SPACE.match(line.text):
        return False  # kept apart, so that the outline asks what it is
    if abs(before.size - line.size) > 0.2 * before.size:
        return False
    if before.x1 + _first_word(line.text) * line.size < edge - _SLACK * line.size:
        return False
    head = rules.head(text)
    if head is not None and not head.rest and start is before:
        return False
    if text.rstrip()[-1:] in rules.SENTENCE_ENDS and not line.text[0].islower():
        if is_wide(line.text[0]) and before.x1 > edge - _SLACK * line.size:
            # The line was full to its end, so nothing but an indent would show a new paragraph.
            return line.x0 < start.x0 + 0.5 * line.size
        # A new sentence begins on the new line: of the same paragraph where that one hangs, or was
        # indented where it began.
        return abs(line.x0 - start.x0) > 0.5 * line.size and line.column == start.column
    return True


def _first_word(text: str) -> float:
    """How wide at least what cannot be parted at the beginning of a line is, in sizes of type."""
    if is_wide(text[0]):
        match = _NEVER_FIRST.match(text, 1)
        return 1.0 + (len(match[0]) if match else 0)
    return 0.25 + 0.5 * len(text.split(" ", 1)[0])


def _together(text: str, more: str, hyphens: Hyphens) -> str:
    if hyphens.ends_in_hyphen(text):
        return hyphens.joined(text, more)
    if is_wide(text[-1]) or is_wide(more[0]) or text.endswith("-"):
        return text + more
    return f"{text} {more}"
