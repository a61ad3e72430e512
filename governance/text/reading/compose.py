"""New provisions from their number, caption and body, written as the text writes its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.reading.body import read_body
from governance.text.reading.relabel import label_with
from governance.text.reading.write import with_keys_below
from governance.text.tree.decimals import is_decimal
from governance.text.tree.lines import normalised, raw_lines
from governance.text.tree.number import Digits
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
    bare_caption,
)

_BRACKETS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}
_LINE_END = Piece(PieceRole.SPACE, "\n")


@dataclass(frozen=True, slots=True)
class ProvisionContent:
    """What a provision says. `body` is plain text, a paragraph or item a line, its first paragraph
    unmarked; `key` is the identity that the provision gets."""

    kind: Kind
    number: Number | None
    caption: str = ""
    body: str = ""
    key: str = ""


def compose_provision(
    content: ProvisionContent,
    code: str,
    *,
    model: Provision | None = None,
    digits: Digits | None = None,
) -> Provision:
    """A chapter heading, article, section, paragraph or item in the language `code`.

    Its head is written as that of `model`, a neighbour, with numbers in `digits`, else in the
    usual form of the language. Provisions below get keys of the form `key/paragraph:2/item:1`.
    """
    language = language_for(code)
    kind = Kind(content.kind)
    caption = bare_caption(normalised(content.caption))
    text = normalised(content.body).strip("\n")
    label = ""
    if model is not None and model.label and content.number is not None:
        label = label_with(model.label, content.number, language, digits or Digits())
    if kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM):
        own, _, rest = text.partition("\n")
        pieces = _pieces_below_article(content, own, model, label, language)
        below = _one_deeper(read_body(raw_lines(rest + "\n"), language), kind) if rest else ()
    else:
        if model is not None and label:
            pieces = _head_like(model, caption, label, language.CAPTION_BRACKET)
        else:
            pieces = language.head_pieces(kind, content.number, caption)
        if not text:
            pieces = _ended(pieces)
        below = read_body(raw_lines(text + "\n"), language) if text else ()
    return with_keys_below(Provision(kind, content.number, pieces, below, content.key))


def _ended(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces of a head that has no wording behind it, on a line of its own."""
    if pieces and pieces[-1].text.endswith("\n"):
        return pieces
    if pieces and pieces[-1].role is PieceRole.SPACE:
        return (*pieces[:-1], _LINE_END)
    return (*pieces, _LINE_END)


def _head_like(model: Provision, caption: str, label: str, bracket: str) -> tuple[Piece, ...]:
    """The head pieces of a neighbour with another label and caption, in such brackets where the
    neighbour has no caption."""
    pieces: list[Piece] = []
    head = list(model.pieces)
    for i, piece in enumerate(head):
        if piece.role is PieceRole.LABEL:
            pieces.append(Piece(PieceRole.LABEL, label))
        elif piece.role is PieceRole.CAPTION and caption:
            pieces.append(_caption_like(piece, caption))
        elif piece.role is PieceRole.CAPTION:
            if i < _label_at(head):
                head[i + 1] = Piece(PieceRole.SPACE, "")
            elif pieces[-1].role is PieceRole.SPACE and head[i + 1 :]:
                pieces.pop()  # one space is left between the label and the wording
        elif piece.role is PieceRole.SPACE and piece.text:
            pieces.append(piece)
    if not caption and model.caption and is_decimal(model) and pieces[-1].text == "\n":
        pieces[-1] = Piece(PieceRole.SPACE, " ")  # "2. The Company makes lamps."
    if caption and not model.caption:
        at = _label_at(pieces)
        pieces[at:at] = [_caption_like(Piece(PieceRole.CAPTION, bracket), caption), _LINE_END]
    return tuple(pieces)


def _caption_like(piece: Piece, caption: str) -> Piece:
    """A caption in the brackets of another, if it has any."""
    opening = piece.text[:1]
    closing = _BRACKETS.get(opening, "")
    return Piece(PieceRole.CAPTION, f"{opening}{caption}{closing}" if closing else caption)


def _label_at(pieces: Sequence[Piece]) -> int:
    return next((i for i, piece in enumerate(pieces) if piece.role is PieceRole.LABEL), 0)


def _pieces_below_article(
    content: ProvisionContent,
    text: str,
    model: Provision | None,
    label: str,
    language: Language,
) -> tuple[Piece, ...]:
    """The pieces of a paragraph or item whose own wording is `text`, with the indent, the label
    and the gap behind it as those of `model`, else in the usual form."""
    indent = gap = ""
    if model is not None and model.pieces and model.pieces[0].role is PieceRole.SPACE:
        indent = model.pieces[0].text
    if model is not None and label:
        behind = model.pieces[_label_at(model.pieces) + 1 :][:1]
        gap = behind[0].text if behind and behind[0].role is PieceRole.SPACE else ""
    elif content.number and (content.kind, content.number) != (Kind.PARAGRAPH, Number(1)):
        label, gap = language.usual_label(content.kind, content.number)
    pieces = [Piece(PieceRole.SPACE, indent)] if indent else []
    if label:
        pieces += [Piece(PieceRole.LABEL, label)]
        pieces += [Piece(PieceRole.SPACE, gap)] if gap else []
    if text:
        pieces.append(Piece(PieceRole.TEXT, text))
    return (*pieces, _LINE_END)


def _one_deeper(provisions: Iterable[Provision], under: Kind) -> tuple[Provision, ...]:
    kind = Kind.ITEM if under is Kind.PARAGRAPH else Kind.SUBITEM
    return tuple(
        replace(each, kind=kind, children=_one_deeper(each.children, kind)) for each in provisions
    )


def compose_articles(
    code: str,
    main: Iterable[Provision],
    supplementary: Iterable[tuple[str, Iterable[Provision], str]] = (),
    *,
    key: str = "main",
    title: str = "",
) -> ArticlesOfIncorporation:
    """Articles from composed provisions: those of the main part (whose identity is `key`), and
    for each supplementary part its heading, its provisions and its key."""
    pieces = (Piece(PieceRole.TEXT, title), _LINE_END) if title else ()
    parts = tuple(
        Provision(
            Kind.PART,
            None,
            language_for(code).head_pieces(Kind.PART, None, heading),
            tuple(provisions),
            part_key,
        )
        for heading, provisions, part_key in supplementary
    )
    return ArticlesOfIncorporation(
        code, Provision(Kind.PART, None, pieces, tuple(main), key), parts
    )
