"""Two columns of one page, one in Japanese and one in English, however close they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from governance.intake.files.pdf.characters import is_wide

_FEWEST_LETTERS = 15
_FEWEST_ROWS = 2
# Of the letters of a column so many are of its language; of the rows so many may reach over both.
_PURE, _ACROSS = 0.85, 0.2
_MOST_CANDIDATES = 40
_GAP = 0.15  # in sizes of the type: less than that, and it is one line


@dataclass(frozen=True, slots=True)
class PlacedCharacter:
    """A character, from and to where, and its size."""

    text: str
    x0: float
    x1: float
    size: float


@dataclass(frozen=True)
class LanguageColumns:
    """Where the right column begins, and the languages of the left and the right one."""

    gutter: float
    left: str
    right: str


def language_columns(lines: Sequence[Sequence[PlacedCharacter]]) -> LanguageColumns | None:
    """The columns of a page by its lines, each from the left; None where it has no such two."""
    letters = Counter(_language(each.text) for line in lines for each in line)
    if min(letters["ja"], letters["en"]) < _FEWEST_LETTERS:
        return None
    starts = Counter(round(x) for line in lines for x in _starts(line))
    found = [
        (across, columns)
        for start, count in starts.most_common(_MOST_CANDIDATES)
        if count >= _FEWEST_ROWS and (fitting := _columns_at(start - 1.0, lines)) is not None
        for across, columns in (fitting,)
    ]
    return min(found, key=lambda each: (each[0], each[1].gutter))[1] if found else None


def _language(text: str) -> str:
    if is_wide(text):
        return "ja" if text.isalpha() else ""
    return "en" if text.isascii() and text.isalpha() else ""


def _starts(line: Sequence[PlacedCharacter]) -> list[float]:
    """Where a column may begin: at the beginning of the line, or behind a gap."""
    found = [line[0].x0] if line else []
    found += [b.x0 for a, b in pairwise(line) if b.x0 - a.x1 > _GAP * max(a.size, b.size)]
    return found


def _columns_at(
    gutter: float, lines: Sequence[Sequence[PlacedCharacter]]
) -> tuple[int, LanguageColumns] | None:
    """The columns that part there, and how many lines reach over both; None where none do."""
    sides: tuple[list[Sequence[PlacedCharacter]], list[Sequence[PlacedCharacter]]] = ([], [])
    across = 0
    for line in lines:
        left = [each for each in line if each.x0 < gutter]
        right = line[len(left) :]
        if left and right and right[0].x0 - left[-1].x1 < _GAP * right[0].size:
            across += 1
            continue
        if left and left[-1].x1 > gutter + 1.0:
            across += 1
            continue
        for side, part in zip(sides, (left, right), strict=True):
            if part:
                side.append(part)
    languages = [_language_of_side(side) for side in sides]
    if across > _ACROSS * len(lines) or set(languages) != {"ja", "en"}:
        return None
    return across, LanguageColumns(gutter, *languages)


def _language_of_side(side: Sequence[Sequence[PlacedCharacter]]) -> str:
    if len(side) < _FEWEST_ROWS:
        return ""
    letters = Counter(_language(each.text) for line in side for each in line)
    # A name in Latin letters has more of them than one in Japanese.
    ja, en = letters["ja"], letters["en"] / 2
    if ja + en == 0:
        return ""
    if ja >= _PURE * (ja + en):
        return "ja"
    return "en" if letters["en"] >= _PURE * (ja + letters["en"]) else ""
