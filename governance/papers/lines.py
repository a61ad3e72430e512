"""Provisions as the lines of a page or a paper; a comparison table is made of such lines too."""

from governance.text.comparing.span import Span
from governance.text.naming import heading
from governance.text.table.rows import CellLine
from governance.text.tree.provision import HEADINGS, Kind, PieceRole, Provision

_LEVELS = {Kind.ITEM: 1, Kind.SUBITEM: 2}


def lines(provision: Provision) -> tuple[CellLine, ...]:
    """The lines of an article or heading: caption, number, then wording by paragraphs and items.

    Where wording follows a label on its line, the label and the space after it are a span of their
    own, by which the line is indented: `label_of`.
    """
    if provision.kind in HEADINGS:
        return (_line("heading", 0, heading(provision)),)
    head = [
        _line(role, 0, piece.text)
        for piece in provision.pieces
        for role in [{PieceRole.CAPTION: "caption", PieceRole.LABEL: "number"}.get(piece.role)]
        if role
    ]
    own = [_line("text", 0, line) for line in provision.lines]
    wording = [*own, *(line for child in provision.children for line in _below(child))]
    if head and wording and (gap := _gap(provision)):
        # 「第14条　株主総会は、…」: the wording begins on the line of its number.
        number, first = head.pop(), wording.pop(0)
        wording.insert(0, _line("number", 0, first.text, label=number.text + gap))
    return (*head, *wording)


def label_of(line: CellLine) -> str:
    """The label that a line of `lines` begins with, and the space after it: "(1) "; "" for none."""
    return line.spans[0].text if len(line.spans) > 1 else ""


def _gap(provision: Provision) -> str:
    """The space between the number and wording on its line; "" where the wording is below."""
    labels = [
        count for count, piece in enumerate(provision.pieces) if piece.role is PieceRole.LABEL
    ]
    after = provision.pieces[labels[-1] + 1 :] if labels else ()
    return "".join(
        piece.text for piece in after if piece.role is PieceRole.SPACE and piece.text != "\n"
    )


def _below(provision: Provision) -> list[CellLine]:
    level = _LEVELS.get(provision.kind, 0)
    own = "".join(piece.text for piece in provision.pieces).strip("\n")
    written = [line.strip() for line in own.split("\n") if line.strip()]
    label = provision.label.strip() + _gap(provision) if provision.label else ""
    is_labelled = bool(written) and written[0].startswith(label) and len(written[0]) > len(label)
    first = [_line("text", level, written.pop(0)[len(label) :], label=label)] if is_labelled else []
    return [
        *first,
        *(_line("text", level, line) for line in written),
        *(line for child in provision.children for line in _below(child)),
    ]


def _line(role: str, level: int, text: str, *, label: str = "") -> CellLine:
    spans = (Span(label), Span(text.strip())) if label else (Span(text.strip()),)
    return CellLine(role, level, spans)
