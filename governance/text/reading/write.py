"""The tree to text, and new provisions in the manner of their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from governance.text.languages import language_for
from governance.text.reading.body import read_body
from governance.text.tree.lines import normalised, raw_lines
from governance.text.tree.number import Digits, digits_of
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
)

_BRACKETS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}


def write(articles: ArticlesOfIncorporation) -> str:
    """The text of the articles to the letter: the inverse of `reading.read`."""
    return "".join(part.written() for part in articles.parts)


def digits(articles: ArticlesOfIncorporation) -> Digits:
    """How most marks of the text write their numbers (第６条 beside 第10条)."""
    language = language_for(articles.language)
    return digits_of(
        numeral
        for provision in articles.walk()
        if provision.label
        for numeral in language.numerals(provision.label)
    )


def compose(
    kind: Kind | str,
    number: Number | None,
    caption: str,
    body: str,
    *,
    code: str,
    like: Provision | None = None,
    style: Digits | None = None,
    key: str = "",
) -> Provision:
    """A chapter heading, article, section, paragraph or item from its number, caption and body.

    `body` is plain text, a paragraph or item a line, its first paragraph unmarked. The head is
    written as that of `like`, a neighbour, else in the usual manner of the language.
    Provisions below get keys of the form `key/paragraph:2/item:1`.
    """
    language = language_for(code)
    kind = Kind(kind)
    text = normalised(body).strip("\n")
    if kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM):
        return _compose_below(kind, number, text, code, like, style or Digits(), key)
    if like is not None and number is not None and like.label:
        pieces = _head_like(like, caption, language.relabel(like.label, number, style or Digits()))
        if not _ends_line(pieces) and not text:
            pieces = (
                (*pieces[:-1], Piece(PieceRole.SPACE, "\n"))
                if pieces[-1].role is PieceRole.SPACE
                else (*pieces, Piece(PieceRole.SPACE, "\n"))
            )
    else:
        pieces = language.head_pieces(kind, number, caption)
        if not text and not _ends_line(pieces):
            pieces = (*pieces[:-1], Piece(PieceRole.SPACE, "\n"))
    below = read_body(raw_lines(text + "\n"), language) if text else ()
    return keyed(Provision(kind, number, pieces, below, key))


def _ends_line(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and pieces[-1].text.endswith("\n")


def _head_like(like: Provision, caption: str, mark: str) -> tuple[Piece, ...]:
    """The head pieces of a neighbour with another number and caption."""
    pieces: list[Piece] = []
    head = list(like.pieces)
    for i, piece in enumerate(head):
        if piece.role is PieceRole.LABEL:
            pieces.append(Piece(PieceRole.LABEL, mark))
        elif piece.role is PieceRole.CAPTION:
            if caption:
                opening = piece.text[:1]
                closing = _BRACKETS.get(opening, "")
                pieces.append(
                    Piece(PieceRole.CAPTION, f"{opening}{caption}{closing}" if closing else caption)
                )
            elif i < _mark_at(head):
                head[i + 1] = Piece(PieceRole.SPACE, "")
            elif pieces[-1].role is PieceRole.SPACE and head[i + 1 :]:
                pieces.pop()  # one space is left between the mark and the wording
        elif piece.role is PieceRole.SPACE and piece.text:
            pieces.append(piece)
    if caption and not like.caption:
        opening, closing = (
            ("（", "）") if any(x.text.startswith("第") for x in pieces) else ("(", ")")
        )
        at = _mark_at(pieces)
        pieces[at:at] = [
            Piece(PieceRole.CAPTION, f"{opening}{caption}{closing}"),
            Piece(PieceRole.SPACE, "\n"),
        ]
    return tuple(pieces)


def _mark_at(pieces: Sequence[Piece]) -> int:
    return next((i for i, piece in enumerate(pieces) if piece.role is PieceRole.LABEL), 0)


def _compose_below(
    kind: Kind,
    number: Number | None,
    text: str,
    code: str,
    like: Provision | None,
    style: Digits,
    key: str,
) -> Provision:
    language = language_for(code)
    indent = (
        like.pieces[0].text
        if like and like.pieces and like.pieces[0].role is PieceRole.SPACE
        else ""
    )
    mark = language.relabel(like.label, number, style) if like and like.label and number else ""
    gap = ""
    if like and mark:
        at = _mark_at(like.pieces) + 1
        if at < len(like.pieces) and like.pieces[at].role is PieceRole.SPACE:
            gap = like.pieces[at].text
    elif number and not (kind is Kind.PARAGRAPH and number == Number(1)):
        mark, gap = language.usual_mark(kind, number)
    own, rest = text.partition("\n")[::2]
    pieces = [Piece(PieceRole.SPACE, indent)] if indent else []
    if mark:
        pieces += [Piece(PieceRole.LABEL, mark)] + ([Piece(PieceRole.SPACE, gap)] if gap else [])
    if own:
        pieces.append(Piece(PieceRole.TEXT, own))
    pieces.append(Piece(PieceRole.SPACE, "\n"))
    children = _one_deeper(read_body(raw_lines(rest + "\n"), language), kind) if rest else ()
    return keyed(Provision(kind, number, tuple(pieces), children, key))


def _one_deeper(provisions: Iterable[Provision], under: Kind) -> tuple[Provision, ...]:
    kind = Kind.ITEM if under is Kind.PARAGRAPH else Kind.SUBITEM
    return tuple(
        replace(each, kind=kind, children=_one_deeper(each.children, kind)) for each in provisions
    )


def ending_lines(part: Provision) -> Provision:
    """The part with a line end after each unit: the text may have ended without one."""
    *before, last = part.children or (part,)
    if last is part:
        return part
    return replace(part, children=(*map(ended, before), last))


def ended(provision: Provision) -> Provision:
    """The provision with a line end behind it, unless there is one."""
    if provision.written().endswith("\n") or not provision.written():
        return provision
    if provision.children:
        return replace(
            provision, children=(*provision.children[:-1], ended(provision.children[-1]))
        )
    return replace(provision, pieces=(*provision.pieces, Piece(PieceRole.SPACE, "\n")))


def keyed(provision: Provision) -> Provision:
    """The provision with everything below it identified by its own key and the place below."""
    seen: dict[str, int] = {}
    children = []
    for child in provision.children:
        key = f"{provision.key}/{child.kind}:{child.number or '?'}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            key = f"{key}#{seen[key]}"
        children.append(keyed(replace(child, key=key)))
    return replace(provision, children=tuple(children))


def articles(
    code: str,
    main: Iterable[Provision],
    supplementary: Iterable[tuple[str, Iterable[Provision], str]] = (),
    *,
    key: str = "main",
    title: str = "",
) -> ArticlesOfIncorporation:
    """Articles from composed provisions: those of the main part (whose identity is `key`), and
    for each supplementary part its heading, its provisions and its key."""
    pieces = (Piece(PieceRole.TEXT, title), Piece(PieceRole.SPACE, "\n")) if title else ()
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
