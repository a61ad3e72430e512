"""Text that people type or paste, as it is stored, and why some of it cannot be.

The one place for line ends, blank lines around a text, and characters that paper cannot show.
"""

import unicodedata

from governance.text.message import Message
from governance.text.tree.lines import normalised

LONGEST_TEXT = 1_000_000
"""Of articles whole, in characters: ten times the longest seen, in a hundred times the time."""
LONGEST_PART_TITLE = 200
"""Of a supplementary part, in characters."""

# Control characters, halves of surrogate pairs, Unicode's own signs for a new line or paragraph.
_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
# They show letters in another order than the one that is stored, compared and underlined.
_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def clean(text: str) -> str:
    """`text` with every line end as a newline and without blank lines around it; "" for blanks."""
    text = normalised(text)
    return text.strip("\n") if text.strip() else ""


def clean_line(text: str) -> str:
    """`text` on one line, without space around it, as a browser would send it."""
    return normalised(text).replace("\n", " ").strip()


def why_not_stored(text: str, longest: int) -> Message | None:
    """Why `text` cannot be stored: more than `longest` characters, or one that cannot be printed.

    None where it can.
    """
    if len(text) > longest:
        return Message(
            f"The text has {len(text)} characters; at most {longest} are possible.",
            f"{len(text)}字あります。{longest}字以内にしてください。",
        )
    return unprintable(text)


def unprintable(text: str) -> Message | None:
    """Which character of `text` cannot be printed, and where; None where all can.

    The first one, its line and column counted from 1. Tabs and line ends pass.
    """
    for count, line in enumerate(normalised(text).split("\n"), 1):
        for column, sign in enumerate(line, 1):
            if not _is_printable(sign):
                code = f"U+{ord(sign):04X}"
                return Message(
                    f"Line {count}, column {column} holds a character that cannot be printed"
                    f" ({code}); remove it.",
                    f"{count}行{column}字目に、印刷できない文字（{code}）があります。"
                    "取り除いてください。",
                )
    return None


def _is_printable(sign: str) -> bool:
    if sign == "\t" or sign.isalnum():
        return True
    is_no_character = ord(sign) & 0xFFFE == 0xFFFE
    return not (
        is_no_character
        or unicodedata.category(sign) in _CATEGORIES
        or unicodedata.bidirectional(sign) in _DIRECTIONS
    )
