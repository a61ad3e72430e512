"""Characters as a PDF gives them, and as they are meant."""

import re
import unicodedata

# A font that knows only glyphs names 一 a radical (U+2F00), and fi one sign (U+FB01).
_COMPATIBLE = re.compile(r"[\u2e80-\u2fdf\ufb00-\ufb06]")
_WIDE = re.compile(r"[\u3000-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6①-⑳㈠-㊰]")
# Radicals that Unicode maps to nothing but that fonts do use.
_RADICALS = str.maketrans(
    {"⺟": "母", "⺠": "民", "⻑": "長", "⻄": "西", "⻘": "青", "⻝": "食", "⼾": "戸"}
)


def plain(text: str) -> str:
    """The text with radicals and ligatures as the characters that they stand for."""
    if not _COMPATIBLE.search(text):
        return text
    return _COMPATIBLE.sub(
        lambda found: unicodedata.normalize("NFKC", found[0].translate(_RADICALS)), text
    )


def is_wide(text: str) -> bool:
    """Whether it is a character of Japanese setting, without spaces around it."""
    return _WIDE.match(text) is not None
