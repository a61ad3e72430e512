"""Characters as a PDF gives them, and as they are meant."""

import re
import unicodedata

# A font that knows only glyphs names 一 a radical (U+2F00), and fi one sign (U+FB01).
_COMPATIBLE = re.compile(r"[\u2e80-\u2fdf\ufb00-\ufb06]")
_WIDE = re.compile(r"[\u3000-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6①-⑳㈠-㊰]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー・]")
# Radicals that Unicode maps to nothing but that fonts do use.
_RADICALS = str.maketrans(
    {"⺟": "母", "⺠": "民", "⻑": "長", "⻄": "西", "⻘": "青", "⻝": "食", "⼾": "戸"}
)
# Signs as they stand in vertical lines (U+FE10–FE19, U+FE30–FE48), and the usual ones for them.
_VERTICAL = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
    "，、。：；！？〖〗…‥—–＿（）｛｝〔〕【】《》〈〉「」『』［］",
)


def usual_forms(text: str) -> str:
    """The text with radicals, ligatures and vertical forms as the characters they stand for."""
    text = text.translate(_VERTICAL)
    if not _COMPATIBLE.search(text):
        return text
    return _COMPATIBLE.sub(
        lambda found: unicodedata.normalize("NFKC", found[0].translate(_RADICALS)), text
    )


def is_reading(text: str) -> bool:
    """Whether it is a character that readings are written in: kana."""
    return _KANA.match(text) is not None


def is_wide(text: str) -> bool:
    """Whether it is a character of Japanese setting, without spaces around it."""
    return _WIDE.match(text) is not None
