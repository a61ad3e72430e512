"""The tree to text."""

from __future__ import annotations

from dataclasses import replace

from governance.text.languages import language_for
from governance.text.tree.number import Digits, digits_of
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Piece,
    PieceRole,
    Provision,
)


def write(articles: ArticlesOfIncorporation) -> str:
    """The text of the articles to the letter: the inverse of `reading.read`."""
    return "".join(part.written() for part in articles.parts)


def usual_digits(articles: ArticlesOfIncorporation) -> Digits:
    """How most labels of the text write their numbers (第６条 beside 第10条)."""
    language = language_for(articles.language)
    labelled = [each for each in articles.walk() if each.label]
    # Chapters have numerals of their own: 第一章 among 第1条, 第2条.
    counted = [each for each in labelled if each.kind not in HEADINGS] or labelled
    digits = digits_of(numeral for each in counted for numeral in language.numerals(each.label))
    numbers = [(each.label, each.number) for each in labelled if each.number]
    digits = language.with_letters(digits, numbers)
    return language.with_levels(digits, (label for label, _ in numbers))


def with_line_ends(part: Provision) -> Provision:
    """The part with a line end after each unit: the text may have ended without one."""
    *before, last = part.children or (part,)
    if last is part:
        return part
    return replace(part, children=(*map(with_line_end, before), last))


def with_line_end(provision: Provision) -> Provision:
    """The provision with a line end behind it, unless there is one."""
    if provision.written().endswith("\n") or not provision.written():
        return provision
    if provision.children:
        *before, last = provision.children
        return replace(provision, children=(*before, with_line_end(last)))
    return replace(provision, pieces=(*provision.pieces, Piece(PieceRole.SPACE, "\n")))


def with_keys_below(provision: Provision) -> Provision:
    """The provision with everything below it identified by its own key and the place below."""
    seen: dict[str, int] = {}
    children = []
    for child in provision.children:
        key = f"{provision.key}/{child.kind}:{child.number or '?'}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            key = f"{key}#{seen[key]}"
        children.append(with_keys_below(replace(child, key=key)))
    return replace(provision, children=tuple(children))
