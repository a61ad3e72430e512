"""A provision with another number in its label, as that is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from governance.text.language import Language
from governance.text.tree.decimals import decimal_parts, with_parts
from governance.text.tree.number import Digits
from governance.text.tree.provision import Number, PieceRole, Provision


def with_new_number(
    provision: Provision, number: Number, language: Language, digits: Digits
) -> Provision:
    """The provision with another number in its label, or none there. What bears several numbers,
    emptied under one head, bears as many from that one on: 第10条から第12条まで　削除."""
    found = replace(provision, number=number)
    if provision.last_number is None:
        old = provision.number
        label = provision.label and label_with(provision.label, number, language, digits, old)
        return found.with_piece(PieceRole.LABEL, label) if label else found
    last = Number(*number[:-1], number[-1] + len(provision.numbers) - 1)
    found = replace(found, last_number=last)
    numbers = iter(found.numbers if len(language.numbers_in(provision.label)) > 2 else ())

    def relabel(written: str, place: int) -> str:
        ends = (number, last)
        return language.relabel(written, next(numbers, ends[min(place, 1)]), digits)

    return found.with_piece(PieceRole.LABEL, _each_number(provision.label, language, relabel))


def label_with(
    label: str,
    number: Number,
    language: Language,
    digits: Digits,
    old: Number | None = None,
) -> str:
    """The label with another number; of one by decimals, 1.1, the last of its numerals is that."""
    parts = decimal_parts(label)
    if not parts:
        return language.relabel(label, number, digits, old)
    return with_parts(label, [*parts[:-1], language.relabel(parts[-1], number, digits, old)])


def under_article(section: Provision, article: Number, language: Language) -> Provision:
    """A section under an article of another number: "Section 5.6" where it was "Section 4.6"."""

    def relabel(written: str, place: int) -> str:
        del place
        return language.relabel_for_article(written, article)

    return section.with_piece(PieceRole.LABEL, _each_number(section.label, language, relabel))


def _each_number(label: str, language: Language, relabel: Callable[[str, int], str]) -> str:
    """A label with each of its numbers written anew, each with the sign before it."""
    found = []
    at = 0
    for place, (start, end) in enumerate(language.numbers_in(label)):
        begin = max(at, start - 1)
        found += [label[at:begin], relabel(label[begin:end], place)]
        at = end
    return "".join([*found, label[at:]])
