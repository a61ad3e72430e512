"""Bullets before heads: the sign of a list (・, -, *) says nothing about "第1条" behind it."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from governance.text.language import Head, Language
from governance.text.tree.provision import Number

_SIGN = re.compile(
    r"[ \t　]*(?:(?:(?:[-*+>–—]|#{1,6}|[0-9]{1,3}[.)]|\[[ xX]\])[ \t　]+)+"
    r"|[•・●○◎■□◆◇▪▫◼◻►▶➢➔‣⁃※★☆·\uf0b7][ \t　]*)(?=\S)"
)
_MARKDOWN = re.compile(r"(?:#{1,6}[ \t]+|\*\*|__)+")
_BOLD_LABEL = re.compile(r"(\*\*|__)(?P<label>\S.*?)\1(?P<rest>.+)")
_FIRST = (1,)


def without_signs_before_heads(
    lines: Sequence[str], rules: Language
) -> tuple[list[str], dict[int, str]]:
    """The lines without such signs, and the sign of each line, from 0, that had one.

    A list within an article may name other articles ("・第5条の…"): signs go only where the heads
    behind them count on together with the others.
    """
    found = {at: sign for at, line in enumerate(lines) if (sign := _sign(line, rules))}
    if found:
        found = _counting_on(lines, found, rules)
    kept = [line[len(found.get(at, "")) :] for at, line in enumerate(lines)]
    for at, line in enumerate(kept):
        bold = _BOLD_LABEL.fullmatch(line)
        if bold and rules.head(bold["label"] + bold["rest"]) is not None:
            kept[at] = bold["label"] + bold["rest"]
            found[at] = found.get(at, "") + bold[1]
    return kept, {at: sign.strip() for at, sign in found.items()}


def _counting_on(lines: Sequence[str], signs: Mapping[int, str], rules: Language) -> dict[int, str]:
    """The signs before heads whose numbers count on with those of the other heads of the kind."""
    heads = {
        at: head
        for at, line in enumerate(lines)
        if (head := _head(line[len(signs.get(at, "")) :], rules)) is not None
    }
    is_excerpt = heads.keys() <= signs.keys()
    found = dict(signs)
    for kind in {head.kind for head in heads.values()}:
        of_kind = {at: head.number for at, head in heads.items() if head.kind is kind}
        if not _counts_on([(n, is_excerpt or at not in signs) for at, n in of_kind.items()]):
            for at in of_kind:
                found.pop(at, None)
    return found


def _sign(line: str, rules: Language) -> str:
    match = _SIGN.match(line)
    if match is None or _head(line, rules) is not None:
        return ""
    return match[0] if _head(line[match.end() :], rules) is not None else ""


def _head(line: str, rules: Language) -> Head | None:
    words = line.strip()
    emphasised = _MARKDOWN.match(words)
    return rules.head(words[emphasised.end() :].rstrip("*_#") if emphasised else words)


def _counts_on(numbers: Sequence[tuple[Number | None, bool]]) -> bool:
    """Whether each number is higher than the one before, or begins anew where it may: the second
    value says so.
    """
    counted = [(number, may) for number, may in numbers if number is not None]
    if counted and counted[0][0] != _FIRST and not counted[0][1]:
        return False
    return all(
        one < other or (other == _FIRST and may_begin)
        for (one, _may), (other, may_begin) in pairwise(counted)
    )
