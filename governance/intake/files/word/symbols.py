"""Signs of symbol fonts: characters by code, which only the font gives a form."""

from xml.etree.ElementTree import Element

from governance.intake.files.word.names import attribute

UNKNOWN = "・"
_PRIVATE = range(0xE000, 0xF900)
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩"
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD0: "∠", 0xD6: "√", 0xE5: "∑",
}  # fmt: skip
_GREEK = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))


def symbol(element: Element) -> str:
    """The character of a w:sym or a w16se:symEx, "・" where only the font knows its form."""
    written = attribute(element, "char") or _any_space(element, "char")
    font = attribute(element, "font") or _any_space(element, "font")
    try:
        code = int(written, 16)
    except ValueError:
        return UNKNOWN
    return of_font(code, font)


def of_font(code: int, font: str) -> str:
    """The character with that code in a font."""
    is_private = code in _PRIVATE
    if is_private or font.lower().startswith(("wingdings", "symbol", "webdings")):
        return _of_symbol_font(code & 0xFF, font.lower())
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN


def _of_symbol_font(code: int, font: str) -> str:
    if font == "wingdings":
        if 0x80 <= code <= 0x8A:
            return _CIRCLED[code - 0x80]
        return _WINGDINGS.get(code, UNKNOWN)
    if font == "symbol":
        letter = chr(code)
        if letter.lower() in _GREEK:
            found = _GREEK[letter.lower()]
            return found if letter.islower() else found.upper()
        return _SYMBOL.get(code, letter if 0x20 <= code < 0x40 else UNKNOWN)
    return UNKNOWN


def _any_space(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")
