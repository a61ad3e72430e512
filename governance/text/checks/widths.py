"""The check of full-width and half-width signs in a Japanese text that has a rule for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.citations.cite import Edit
from governance.text.finding import Finding, Fix
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.patterns import pattern
from governance.text.tree.provision import PieceRole, Provision

# A text has a rule where at least so many signs are written one way, and so large a part.
FEWEST, MOST_OF = 5, 0.8

_NUMERAL = pattern(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_LATIN = pattern(r"[A-Za-zＡ-Ｚａ-ｚ@＠/／_＿#＃-]")
_BRACKETED = pattern(r"[(（](?P<inside>[^()（）]*)[)）]")
_FULL = str.maketrans("0123456789().,", "０１２３４５６７８９（）．，")
_HALF = str.maketrans("０１２３４５６７８９（）．，", "0123456789().,")


@dataclass(frozen=True, slots=True)
class _Sign:
    """A numeral or a bracket, where it stands, and what decides how it should be written: its
    place (a label of a kind, a caption, wording) and, for a numeral, one digit or more."""

    of: Provision
    line: WordingLine | None
    start: int
    text: str
    sort: tuple[str, str]

    @property
    def width(self) -> str:
        full, half = self.text.translate(_FULL), self.text.translate(_HALF)
        return "full" if self.text == full else "half" if self.text == half else "mixed"


def width_mixed(version: CheckedVersion) -> Iterator[Finding]:
    """A numeral or bracket of the other width than nearly all of its sort: 第６条 beside 第10条 is
    a rule, 第１０条 among many of those is not. Names in Latin letters keep what they have."""
    if version.articles.language != "ja":
        return
    signs = list(_signs(version))
    counts: dict[tuple[str, str], Counter[str]] = {}
    for sign in signs:
        counts.setdefault(sign.sort, Counter())[sign.width] += 1
    rules = {sort: rule for sort, counted in counts.items() if (rule := _rule(counted))}
    wrong: dict[str, list[_Sign]] = {}
    for sign in signs:
        if sign.sort in rules and sign.width != rules[sign.sort]:
            wrong.setdefault(sign.of.key, []).append(sign)
    for found in wrong.values():
        yield from _findings(version, found, rules)


def _rule(counted: Counter[str]) -> str:
    """The width that most are written in, "" where there is no such."""
    (width, most), total = counted.most_common(1)[0], counted.total()
    return width if width != "mixed" and most >= FEWEST and most >= MOST_OF * total else ""


def _findings(
    version: CheckedVersion, found: list[_Sign], rules: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    lines = {sign.line for sign in found if sign.line}
    for line in [*sorted(lines, key=lambda each: each.index), None]:
        here = [sign for sign in found if sign.line == line]
        if not here:
            continue
        fix: Fix | None = None
        if line is not None:
            edits = [
                Edit(sign.start, sign.start + len(sign.text), _written(sign, rules[sign.sort]))
                for sign in here
            ]
            fix = version.fix(line, edits)
        shown = list(dict.fromkeys(sign.text for sign in here))
        should = list(dict.fromkeys(_written(sign, rules[sign.sort]) for sign in here))
        yield version.found(
            "width-mixed",
            here[0].of,
            Message(
                f"{' '.join(shown)} is written {' '.join(should)} elsewhere.",
                f"「{' '.join(shown)}」は、ほかでは「{' '.join(should)}」の幅で書かれています。",
            ),
            tuple(shown),
            fix,
        )


def _written(sign: _Sign, width: str) -> str:
    return sign.text.translate(_FULL if width == "full" else _HALF)


def _signs(version: CheckedVersion) -> Iterator[_Sign]:
    """Every numeral and bracket of the main part and of new supplementary provisions."""
    for provision in version.articles.walk():
        if provision is version.articles.main or version.is_old(provision):
            continue
        index = 0
        for piece in provision.pieces:
            if piece.role is PieceRole.TEXT:
                yield from _in(
                    piece.text, provision, WordingLine(provision, index, piece.text), "wording"
                )
                index += 1
            elif piece.role is PieceRole.LABEL:
                yield from _in(piece.text, provision, None, f"label of {provision.kind}")
            elif piece.role is PieceRole.CAPTION:
                yield from _in(piece.text, provision, None, f"caption of {provision.kind}")


def _list_marks(text: str) -> set[int]:
    """The places of the signs of list marks in brackets: (3), （ア）."""
    is_list_mark = language_for("ja").is_list_mark
    found = (match for match in _BRACKETED.finditer(text) if is_list_mark(match.group()))
    return {place for match in found for place in range(*match.span())}


def _in(text: str, of: Provision, line: WordingLine | None, place: str) -> Iterator[_Sign]:
    # 第2項(3) cites an item as its mark is written.
    cited = _list_marks(text) if line else set()
    for match in _NUMERAL.finditer(text):
        around = text[: match.start()][-1:] + text[match.end() :][:1]
        if match.start() not in cited and not _LATIN.search(around):
            digits = len(re.sub(r"[^0-9０-９]", "", match.group()))
            sort = (place, "one digit" if digits == 1 else "several digits")
            yield _Sign(of, line, match.start(), match.group(), sort)
    for match in _BRACKETED.finditer(text):
        inside = match["inside"]
        is_latin = inside.isascii() and _LATIN.search(inside)
        if match.start() in cited or is_latin or _LATIN.match(text[: match.start()].rstrip()[-1:]):
            continue
        for at in (match.start(), match.end() - 1):
            yield _Sign(of, line, at, text[at], (place, "brackets"))
