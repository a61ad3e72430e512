"""Japanese lines, set as printers set them: flush at both ends, signs that meet at half width.

WeasyPrint spreads a line by the spaces between its words, which Japanese has not, and sets every
bracket, comma and full stop at full width. So both are done on its boxes after the layout: nothing
moves from line to line, and the markup and the text stay as they are.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

OPENING = frozenset("「『（〔［｛〈《【")
CLOSING = frozenset("」』）〕］｝〉》】、。，．")
_BEFORE_OPENING = OPENING | {""}
_AFTER_CLOSING = OPENING | CLOSING | {""}
# Of the size of a sign: what lies between two signs of a line at least and at most. A line that
# would need less is flush already; more would be worse than a ragged end.
_GAPS = (0.001, 0.25)
# Which part of the room that a line gains goes to its left, by how it is aligned.
_SHARE_AT_LEFT = {"center": 0.5, "end": 1, "right": 1}
_HALF_WIDTH = (("halt", 1),)


def set_lines_flush(document: Any) -> None:
    """Set the Japanese lines of a `weasyprint.Document` flush, but the last of a paragraph."""
    lines = [line for page in document.pages for line in _lines_of(page._page_box)]  # noqa: SLF001
    elements = [None, *(line.element for line, _container in lines), None]
    for (line, container), before, after in zip(lines, elements, elements[2:], strict=False):
        _halve_signs(line, begins=line.element is not before)
        if line.element is after and line.style["text_align_all"] == "start":
            _spread(line, container.content_box_x() + container.width)


def halved(text: str, underlined: Sequence[bool], *, begins: bool = False) -> list[bool]:
    """Which signs of a line are set at half width: an opening bracket at its start or behind
    another, a closing one or a stop at its end or before any other of these.

    At the start of a paragraph (`begins`) an opening bracket keeps its width. So does an underlined
    sign where no underline goes on at the side of which it would lose a half: whoever reads the
    file looks for the underline under the whole sign.
    """
    signs = list(text)
    before, after = ["" if not begins else " ", *signs], [*signs[1:], ""]
    before_underlined, after_underlined = [False, *underlined], [*underlined[1:], False]
    found = []
    for place, sign in enumerate(signs):
        if sign in OPENING:
            is_halved, goes_on = before[place] in _BEFORE_OPENING, before_underlined[place]
        else:
            is_halved = sign in CLOSING and after[place] in _AFTER_CLOSING
            goes_on = after_underlined[place]
        found.append(is_halved and (goes_on or not underlined[place]))
    return found


def _lines_of(page: Any) -> Iterator[tuple[Any, Any]]:
    """The Japanese lines of a page, each with the box that it stands in."""
    from weasyprint.formatting_structure.boxes import BlockContainerBox, LineBox

    for box in page.descendants():
        if isinstance(box, BlockContainerBox):
            for child in box.children:
                if isinstance(child, LineBox) and (child.style["lang"] or "").startswith("ja"):
                    yield child, box


def _halve_signs(line: Any, *, begins: bool) -> None:
    texts = list(_texts(line))
    underlined = [
        "underline" in text.style["text_decoration_line"] for text in texts for _sign in text.text
    ]
    flags = iter(halved("".join(text.text for text in texts), underlined, begins=begins))
    parted, growth = {}, {}
    for text in texts:
        parts = _parts(text, [next(flags) for _sign in text.text])
        parted[id(text)] = parts
        growth[id(parts[-1])] = sum(part.width for part in parts) - text.width
    _replace(line, parted)
    gained = -sum(growth.values())
    _move(line, gained * _SHARE_AT_LEFT.get(line.style["text_align_all"], 0), growth)


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a line in order; what stands in a block of its own within it is not of them."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

    if isinstance(box, TextBox):
        yield box
    elif isinstance(box, LineBox | InlineBox):
        for child in box.children:
            yield from _texts(child)


def _parts(text: Any, flags: list[bool]) -> list[Any]:
    """A text as boxes of signs at full and at half width."""
    if not any(flags):
        return [text]
    parts, place, x = [], 0, text.position_x
    for is_halved, run in groupby(flags):
        length = len(list(run))
        part = text.copy_with_text(text.text[place : place + length])
        if is_halved:
            part.style = part.style.copy()
            part.style["font_feature_settings"] = _HALF_WIDTH
        _measure(part)
        part.position_x = x
        parts.append(part)
        place, x = place + length, x + part.width
    return parts


def _measure(text: Any) -> None:
    """Lay out the text of a box anew; its width follows."""
    from weasyprint.text.line_break import create_layout, line_size

    layout = create_layout(text.text, text.style, None, None, text.justification_spacing)
    first_line, _next = layout.get_first_line()
    text.width = line_size(first_line, text.style)[0]
    layout.deactivate()
    text.pango_layout = layout


def _replace(box: Any, parted: dict[int, list[Any]]) -> None:
    """Put the parts of each text in its place."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox

    if isinstance(box, LineBox | InlineBox):
        for child in box.children:
            _replace(child, parted)
        box.children = [part for child in box.children for part in parted.get(id(child), [child])]


def _move(box: Any, shift: float, growth: dict[int, float]) -> float:
    """Move a box by `shift`, what follows by as much more as the texts before it have grown."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

    if isinstance(box, TextBox):
        box.position_x += shift
        return shift + growth.get(id(box), 0)
    if not isinstance(box, LineBox | InlineBox):
        box.translate(shift, 0)
        return shift
    box.position_x += shift
    moved = shift
    for child in box.children:
        moved = _move(child, moved, growth)
    box.width += moved - shift
    return moved


def _spread(line: Any, right: float) -> None:
    """Widen the gaps between the signs of a line until its last sign stands at `right`."""
    texts = list(_texts(line))
    signs = sum(len(text.text) for text in texts)
    if signs < 2:
        return
    gap = (right - texts[-1].position_x - texts[-1].width) / (signs - 1)
    narrowest, widest = (share * line.style["font_size"] for share in _GAPS)
    if not narrowest < gap <= widest:
        return
    growth = {id(text): gap * len(text.text) for text in texts}
    for text in texts:
        text.style = text.style.copy()
        text.style["letter_spacing"] = gap
        text.width += growth[id(text)]
    # The printer puts half of a gap on either side of each sign.
    _move(line, -gap / 2, growth)
