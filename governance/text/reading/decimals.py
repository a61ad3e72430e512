"""Texts that count by decimals: 1. and 1.1 as heads of articles and of what is below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from governance.text.language import Head, Language
from governance.text.reading.body import read_body
from governance.text.tree.decimals import decimal_parts, with_parts
from governance.text.tree.lines import RawLine
from governance.text.tree.number import Digits, follows
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    Piece,
    PieceRole,
    Provision,
)


def article_heads(lines: Sequence[RawLine], language: Language) -> dict[int, Head]:
    """The heads of articles, by their line, in a text whose articles are 1., 2. and have 1.1, 2.1
    in them. None where the text has other articles, or no 1.1."""
    heads = [(i, language.decimal_head(each.content)) for i, each in enumerate(lines)]
    units = [(i, head) for i, head in heads if head and head.kind is Kind.ARTICLE]
    below = {head.within: i for i, head in reversed(heads) if head and head.within}
    if not units or not below or any(_is_article(each, language) for each in lines):
        return {}
    found: dict[int, Head] = {}
    last: Number | None = None
    skipped: Number | None = None
    for place, (i, head) in enumerate(units):
        number = head.number
        assert number is not None  # every head by decimals has one
        is_next = follows(number, last) if last else number in (Number(1), min(below))
        others = [at for at, other in units[place + 1 :] if other.number == number]
        is_of_list = skipped is not None and follows(number, skipped)
        first = below.get(number)
        is_right = not is_of_list if first is None else not any(at < first for at in others)
        if is_next and is_right and (first is None or i < first):
            found[i], last, skipped = head, number, None
        else:
            skipped = number
    return found


def _is_article(line: RawLine, language: Language) -> bool:
    head = language.head(line.content) if line.content else None
    return head is not None and head.kind is Kind.ARTICLE


def with_sections(made: Provision, text: str, language: Language) -> Provision | None:
    """An article whose wording, `text`, counts by decimals, "2.1 The fee is low.", with these as
    its sections; None where it does not."""
    lines = [RawLine(i, "", each, "\n") for i, each in enumerate(text.split("\n"))]
    heads = [language.decimal_head(each.content) for each in lines]
    starts = [i for i, head in enumerate(heads) if head and head.kind is Kind.SECTION]
    if not language.SECTIONS_IN_ARTICLES or not starts:
        return None
    children = list(read_body(lines[: starts[0]], language)) if starts[0] else []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = heads[start]
        assert head is not None  # starts are where there is one
        rest = [replace(lines[start], content=head.rest)] if head.rest else []
        pieces = head.pieces if head.rest else (*head.pieces, Piece(PieceRole.SPACE, "\n"))
        body = read_body([*rest, *lines[start + 1 : end]], language)
        children.append(Provision(Kind.SECTION, head.number, pieces, body))
    return replace(made, children=tuple(children))


def labelled_by_decimals(made: Provision, model: Provision) -> Provision:
    """A new article with each of its paragraphs counted by decimals, where those of `model` are, an
    article beside it: as a section, or as a paragraph with such a label."""
    first = model.children[0] if model.children else None
    if first is None or not all(decimal_parts(each.label) for each in model.children):
        return made
    if not made.caption or any(each.label for each in made.children):
        return made
    lead = tuple(takewhile(lambda each: each.role is not PieceRole.TEXT, first.pieces))
    if first.kind is Kind.PARAGRAPH:
        children = (replace(each, pieces=(*lead, *each.pieces)) for each in made.children)
        return replace(made, children=tuple(children))
    label, *behind = [each for each in first.pieces if each.role is not PieceRole.CAPTION]
    gap = next((each for each in behind if each.text.strip("\n")), Piece(PieceRole.SPACE, " "))
    sections = tuple(
        Provision(Kind.SECTION, Number(place), (label, gap), (replace(each, number=Number(1)),))
        for place, each in enumerate(made.children, 1)
    )
    return replace(made, children=sections)


def with_decimal_labels(
    articles: ArticlesOfIncorporation, language: Language, digits: Digits
) -> ArticlesOfIncorporation:
    """The articles with the numerals in each label by decimals as what holds it is numbered."""

    def labelled(provision: Provision, above: tuple[Number, ...]) -> Provision:
        parts = decimal_parts(provision.label)
        if parts and provision.number is not None and len(parts) == len(above) + 1:
            numbers = (*above, provision.number)
            pairs = zip(parts, numbers, strict=True)
            new = [language.relabel(part, number, digits) for part, number in pairs]
            if new != parts:
                label = with_parts(provision.label, new)
                provision = provision.with_piece(PieceRole.LABEL, label)
        is_counted = provision.number is not None and bool(provision.label)
        inside = (*above, provision.number) if is_counted and provision.number else above
        children = tuple(labelled(each, inside) for each in provision.children)
        if all(one is other for one, other in zip(children, provision.children, strict=True)):
            return provision
        return replace(provision, children=children)

    def whole(part: Provision) -> Provision:
        children = tuple(
            labelled(unit, ()) if unit.kind is Kind.ARTICLE else unit for unit in part.children
        )
        return replace(part, children=children)

    return replace(
        articles,
        main=whole(articles.main),
        supplementary=tuple(map(whole, articles.supplementary)),
    )
