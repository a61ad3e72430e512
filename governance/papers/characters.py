"""The characters of a text, as far as a font has to have them."""

import re
import unicodedata

_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_VARIANT = re.compile(f"[^{_SELECTOR}][{_SELECTOR}]")
_SELECTORS = re.compile(f"[{_SELECTOR}]")
_NOT_DRAWN = ("Cc", "Cf", "Zl", "Zp", "Zs")


def drawn_characters(text: str) -> set[str]:
    """Each character of `text` that is drawn, and each with the variation selector behind it.

    A selector says which shape of a character is meant: 辻 with U+E0100 has two dots. Spaces, line
    ends and characters for control (a soft hyphen, a zero-width space) are not drawn.
    """
    single = {
        character
        for character in set(text)
        if unicodedata.category(character) not in _NOT_DRAWN and not _SELECTORS.match(character)
    }
    return single | set(_VARIANT.findall(text))


def code_points(text: str) -> str:
    """The numbers of its characters: "U+8FBB U+E0100"."""
    return " ".join(f"U+{ord(character):04X}" for character in text)
