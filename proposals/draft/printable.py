"""Which characters a text may hold: those that paper can show, in the order of reading."""

import unicodedata

from django.utils.translation import gettext as _

# Control characters, halves of surrogate pairs, Unicode's own signs for a new line or paragraph.
_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})
# They show letters in another order than the one that is stored, compared and underlined.
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def unprintable(text: str) -> str:
    """The sentence that says which character of `text` cannot be printed and where; "" for none.

    Told is the first, its line and column counted from 1. Tabs and line ends are none.
    """
    for count, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        for column, sign in enumerate(line, 1):
            if not _is_printable(sign):
                return _(
                    "Line %(line)d, column %(column)d holds a character that cannot be printed"
                    " (%(sign)s); remove it."
                ) % {"line": count, "column": column, "sign": f"U+{ord(sign):04X}"}
    return ""


def _is_printable(sign: str) -> bool:
    if sign == "\t" or sign.isalnum():
        return True
    is_no_character = ord(sign) & 0xFFFE == 0xFFFE
    return not (
        is_no_character
        or unicodedata.category(sign) in _CATEGORIES
        or unicodedata.bidirectional(sign) in _TURNING
    )
