"""What is laid over the pages of a PDF: text typed on them, form fields, comments."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix, Rect, apply_matrix_rect, decode_text, mult_matrix

_HIDDEN = 2 | 32  # of the flags: hidden, and not shown on a screen
_PUSH_BUTTON, _RADIO = 1 << 16, 1 << 15
_COMMENTS = frozenset(
    {"Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Square", "Line"}
)
_MOST_PARENTS = 20
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class LaidOver:
    """Something laid over a page: the name of its note and its words; `rect` where no drawing says
    how the words stand, so that they are to be set in it.
    """

    name: str
    words: str
    rect: Rect | None = None


def draw_annotations(
    page: PDFPage, interpreter: PDFPageInterpreter, device: PDFPageAggregator, ctm: Matrix
) -> Iterator[LaidOver]:
    """Draws what has words to be read, and gives a note for each; `ctm` is that of the page."""
    for each in list_value(page.annots) if page.annots else ():
        annotation = resolve1(each)
        if not isinstance(annotation, dict) or int(resolve1(annotation.get("F", 0))) & _HIDDEN:
            continue
        kind = _name(annotation.get("Subtype"))
        words = _words(annotation.get("Contents"))
        if kind == "FreeText":
            rect = _drawn_or_rect(annotation, interpreter, device, ctm)
            yield LaidOver("typed_over", words, rect)
        elif kind == "Widget":
            yield from _form_field(annotation, interpreter, device, ctm)
        elif kind == "Stamp":
            yield LaidOver("pictures", words or _name(annotation.get("Name")))
        elif kind == "FileAttachment":
            yield LaidOver("enclosed", words)
        elif kind in _COMMENTS:
            if kind == "StrikeOut":
                yield LaidOver("struck", words)
            elif words:
                yield LaidOver("comments", words)


def _form_field(
    annotation: dict[str, Any],
    interpreter: PDFPageInterpreter,
    device: PDFPageAggregator,
    ctm: Matrix,
) -> Iterator[LaidOver]:
    kind = _name(_inherited(annotation, "FT"))
    value = resolve1(_inherited(annotation, "V"))
    rect = apply_matrix_rect(ctm, _rect(annotation))
    if kind in ("Tx", "Ch"):
        values = list_value(value) if isinstance(value, list) else [value]
        words = ", ".join(filter(None, (_words(resolve1(each)) for each in values)))
        if words:
            yield LaidOver("forms", words, _drawn_or_rect(annotation, interpreter, device, ctm))
        else:
            yield LaidOver("blank_fields", "")
    elif kind == "Btn":
        flags = int(resolve1(_inherited(annotation, "Ff")) or 0)
        if not flags & _PUSH_BUTTON:
            is_on = _name(annotation.get("AS")) not in ("", "Off")
            signs = "○●" if flags & _RADIO else "☐☒"
            yield LaidOver("forms", signs[is_on], rect)
    elif kind == "Sig":
        yield LaidOver("pictures", "signature")


def _drawn_or_rect(
    annotation: dict[str, Any],
    interpreter: PDFPageInterpreter,
    device: PDFPageAggregator,
    ctm: Matrix,
) -> Rect | None:
    """Draws the annotation as it looks; where it stands, if it has no look."""
    rect = _rect(annotation)
    stream = _appearance(annotation)
    if stream is None:
        return apply_matrix_rect(ctm, rect)
    matrix = tuple(float(resolve1(each)) for each in list_value(stream.get("Matrix", _IDENTITY)))
    box = tuple(float(resolve1(each)) for each in list_value(stream.get("BBox", (0, 0, 1, 1))))
    own: Matrix = matrix if len(matrix) == 6 else _IDENTITY
    fitted = _fitted(apply_matrix_rect(own, box), rect)  # type: ignore[arg-type]
    drawn = mult_matrix(mult_matrix(own, fitted), ctm)
    resources = stream.get("Resources")
    device.begin_figure("annotation", box, own)  # type: ignore[arg-type]
    interpreter.subinterp().render_contents(
        dict_value(resources) if resources else {}, [stream], ctm=drawn
    )
    figure = device.cur_item
    device.end_figure("annotation")
    return None if list(figure) else apply_matrix_rect(ctm, rect)


def _fitted(box: Rect, rect: Rect) -> Matrix:
    """What maps the box of a drawing to where it is shown (PDF 32000-1, 12.5.5)."""
    across = (rect[2] - rect[0]) / (box[2] - box[0] or 1)
    up = (rect[3] - rect[1]) / (box[3] - box[1] or 1)
    return (across, 0, 0, up, rect[0] - across * box[0], rect[1] - up * box[1])


def _appearance(annotation: dict[str, Any]) -> PDFStream | None:
    looks = resolve1(annotation.get("AP"))
    usual = resolve1(looks.get("N")) if isinstance(looks, dict) else None
    if isinstance(usual, dict):
        usual = resolve1(usual.get(_name(annotation.get("AS"))))
    return usual if isinstance(usual, PDFStream) else None


def _rect(annotation: dict[str, Any]) -> Rect:
    x0, y0, x1, y1 = (float(resolve1(each)) for each in list_value(annotation["Rect"]))
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _inherited(field: dict[str, Any], name: str) -> Any:
    """A value of a form field, else of the field that it is part of."""
    for _ in range(_MOST_PARENTS):
        if name in field:
            return field[name]
        parent = resolve1(field.get("Parent"))
        if not isinstance(parent, dict):
            break
        field = parent
    return None


def _name(value: Any) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _words(value: Any) -> str:
    found = resolve1(value)
    if isinstance(found, bytes):
        return decode_text(found).replace("\r\n", "\n").replace("\r", "\n").strip()
    return found.strip() if isinstance(found, str) else _name(found)
