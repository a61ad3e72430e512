"""The local style of a text: how it labels and spaces what is new, or first no longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from governance.text.languages import language_for
from governance.text.reading.relabel import label_with
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


def nearest_sibling(kind: Kind, after: str, siblings: Sequence[Provision]) -> Provision | None:
    """The provision that an insertion is written like: the nearest of its kind, with a caption and
    wording where there is one."""
    place = next((i for i, each in enumerate(siblings) if each.key == after), -1)
    same = [(i, each) for i, each in enumerate(siblings) if each.kind is kind and _shows(each)]
    if not same:
        return None
    usual = [(i, each) for i, each in same if each.children and each.caption] or same
    return min(usual, key=lambda pair: (abs(pair[0] - place), pair[0]))[1]


def nearest_labelled(articles: ArticlesOfIncorporation, kind: Kind, near: str) -> Provision | None:
    """The labelled provision of a kind that stands nearest to the one of key `near`, in whatever
    article: how the text labels its paragraphs where this article has none that is labelled."""
    labelled: list[tuple[int, Provision]] = []
    place = 0
    for i, provision in enumerate(articles.walk()):
        if provision.key == near:
            place = i
        if provision.kind is kind and _shows(provision):
            labelled.append((i, provision))
    return min(labelled, key=lambda pair: abs(pair[0] - place))[1] if labelled else None


def heading_like_chapter(articles: ArticlesOfIncorporation, kind: Kind) -> Provision | None:
    """What a first section or subsection over articles is written like: a chapter of the text."""
    chapter = nearest_labelled(articles, Kind.CHAPTER, "")
    if chapter is None:
        return None
    label = language_for(articles.language).label_of_level(chapter.label, kind)
    pieces = (
        replace(each, text=label) if each.role is PieceRole.LABEL else each
        for each in chapter.pieces
    )
    return replace(chapter, kind=kind, pieces=tuple(pieces))


def _shows(provision: Provision) -> bool:
    """Whether it shows how one of its kind is labelled."""
    return bool(provision.label) and provision.last_number is None


def labels_first_paragraph(articles: ArticlesOfIncorporation) -> bool:
    """Whether the first of several paragraphs bears its number in most articles of the text."""
    balance = 0
    for provision in articles.walk():
        paragraphs = [each for each in provision.children if each.kind is Kind.PARAGRAPH]
        if len(paragraphs) > 1:
            balance += 1 if paragraphs[0].label else -1
    return balance > 0


def unmarked_model(articles: ArticlesOfIncorporation) -> Sequence[Provision]:
    """The paragraphs of an article that has several without numbers, where most articles of several
    leave them so; none where most number them."""
    lists = [
        [each for each in provision.children if each.kind is Kind.PARAGRAPH]
        for provision in articles.walk()
    ]
    several = [paragraphs for paragraphs in lists if len(paragraphs) > 1]
    unmarked = [paragraphs for paragraphs in several if not paragraphs[1].label]
    return unmarked[0] if 2 * len(unmarked) > len(several) else ()


def with_number(
    child: Provision, number: Number, model: Provision | None, code: str, digits: Digits
) -> Provision:
    """A paragraph with its number before it, written and indented as that of `model`."""
    language = language_for(code)
    if model is None:
        label, gap = language.usual_label(child.kind, number)
        lead: tuple[Piece, ...] = (Piece(PieceRole.LABEL, label), Piece(PieceRole.SPACE, gap))
    else:
        label = label_with(model.label, number, language, digits)
        model = model.with_piece(PieceRole.LABEL, label)
        lead = _lead(model)
    return replace(child, pieces=(*lead, *child.pieces[len(_lead(child)) :]))


def without_number(child: Provision, model: Provision | None) -> Provision:
    """A paragraph without its number, indented as `model`, which had none either."""
    lead = _lead(model) if model is not None and not model.label else ()
    return replace(child, pieces=(*lead, *child.pieces[len(_lead(child)) :]))


def _lead(provision: Provision) -> tuple[Piece, ...]:
    """The pieces before the wording."""
    at = next((i for i, piece in enumerate(provision.pieces) if piece.role is PieceRole.TEXT), 0)
    return provision.pieces[:at]


def with_usual_blank_lines(
    children: Sequence[Provision], present: Sequence[Provision]
) -> tuple[Provision, ...]:
    """The units of a part with the blank lines that the part has between such units, wherever
    another unit stands before them than did."""
    if not present:
        return tuple(children)
    befores = {unit.key: before.key for unit, before in zip(present[1:], present, strict=False)}
    usual: dict[tuple[Kind, Kind] | Kind, Counter[str]] = {}
    for unit, before in zip(present[1:], present, strict=False):
        for about in ((before.kind, unit.kind), unit.kind):
            usual.setdefault(about, Counter())[_blank(unit)] += 1
    spaced: list[Provision] = []
    for unit in children:
        if not spaced:
            blank = _blank(present[0])
        elif befores.get(unit.key) == spaced[-1].key:
            blank = _blank(unit)
        else:
            seen = usual.get((spaced[-1].kind, unit.kind)) or usual.get(unit.kind)
            blank = seen.most_common(1)[0][0] if seen else _blank(unit)
        spaced.append(_with_blank(unit, blank))
    return tuple(spaced)


def usual_title(articles: ArticlesOfIncorporation) -> str:
    """How the last supplementary part that has a plain heading, without a date or number, is
    headed (附　則); "" where none is."""
    heads = [piece for part in articles.supplementary for piece in part.pieces]
    lines = [piece.text.partition("\n")[0] for piece in heads if piece.role is PieceRole.CAPTION]
    titles = [bare_caption(line) for line in lines]
    return next((title for title in reversed(titles) if "".join(title.split()).isalpha()), "")


def numbers_articles(articles: ArticlesOfIncorporation) -> bool:
    """Whether the last supplementary part that holds anything has numbered articles, or there is
    no such part."""
    last = next((part for part in reversed(articles.supplementary) if part.children), None)
    return last is None or any(
        unit.kind is Kind.ARTICLE and unit.number is not None for unit in last.children
    )


def numbered_paragraph(articles: ArticlesOfIncorporation) -> Provision | None:
    """The first paragraph with a number of the last supplementary part that numbers several
    without having articles; None where none does."""
    for part in reversed(articles.supplementary):
        holders = [part, *(unit for unit in part.children if unit.number is None)]
        for holder in holders:
            paragraphs = [each for each in holder.children if each.kind is Kind.PARAGRAPH]
            labelled = [each for each in paragraphs if each.label]
            if len(paragraphs) > 1 and labelled:
                return labelled[0]
    return None


def with_blank_lines_of_parts(part: Provision, articles: ArticlesOfIncorporation) -> Provision:
    """A new supplementary part with the blank lines of the last one before its heading and below
    it; where it is the only one, those that usually stand before an article."""
    last = articles.parts[-1]
    usual = Counter(_blank(unit) for unit in last.children[1:]).most_common(1)
    between = usual[0][0] if usual else ""
    is_first = last is articles.main
    first, *others = part.children
    first = _with_blank(first, between if is_first else _blank(last.children[0]))
    part = replace(part, children=(first, *(_with_blank(each, between) for each in others)))
    return _with_blank(part, between if is_first else _blank(last))


def _blank(unit: Provision) -> str:
    """The blank lines before a unit."""
    return "".join(
        piece.text
        for piece in takewhile(
            lambda each: each.role is PieceRole.SPACE and each.text.endswith("\n"), unit.pieces
        )
    )


def _with_blank(unit: Provision, blank: str) -> Provision:
    own = _blank(unit)
    if own == blank:
        return unit
    lead = len(own)
    pieces = list(unit.pieces)
    while lead:
        lead -= len(pieces.pop(0).text)
    if blank:
        pieces.insert(0, Piece(PieceRole.SPACE, blank))
    return replace(unit, pieces=tuple(pieces))
