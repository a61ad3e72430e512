"""The check of full-width and half-width written in a Japanese text that has a rule for them."""

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

# A text has a rule where at least so many written are written one way, and so large a part.
FEWEST, MOST_OF = 5, 0.8

_NUMERAL = pattern(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
_LATIN = pattern(r"[A-Za-zＡ-Ｚａ-ｚ@＠/／_＿#＃-]")
_BRACKETED = pattern(r"[(（](?P<inside>[^()（）]*)[)）]")
_ANY = pattern(r"[0-9０-９(（]")
_FULL = str.maketrans("0123456789().,", "０１２３４５６７８９（）．，")
_HALF = str.maketrans("０１２３４５６７８９（）．，", "0123456789().,")


@dataclass(frozen=True, slots=True)
class _Written:
    """A numeral or a bracket, where it stands, and what decides how it should be written: its
    place (a label of a kind, a caption, wording) and, for a numeral, one digit or more."""

    provision: Provision
    line: WordingLine | None
    start: int
    text: str
    category: tuple[str, str]

    @property
    def width(self) -> str:
        full, half = self.text.translate(_FULL), self.text.translate(_HALF)
        return "full" if self.text == full else "half" if self.text == half else "mixed"


def width_mixed(version: CheckedVersion) -> Iterator[Finding]:
    """A numeral or bracket of the other width than nearly all of its category: 第６条 beside 第10条
    is a rule, 第１０条 among many of those is not. Names in Latin letters keep what they have."""
    if version.articles.language != "ja":
        return
    written = list(_numerals_and_brackets(version))
    counts: dict[tuple[str, str], Counter[str]] = {}
    for each in written:
        counts.setdefault(each.category, Counter())[each.width] += 1
    rules = {category: rule for category, counted in counts.items() if (rule := _rule(counted))}
    wrong: dict[str, list[_Written]] = {}
    for each in written:
        if each.category in rules and each.width != rules[each.category]:
            wrong.setdefault(each.provision.key, []).append(each)
    for found in wrong.values():
        yield from _findings(version, found, rules)


def _rule(counted: Counter[str]) -> str:
    """The width that most are written in, "" where there is no such."""
    (width, most), total = counted.most_common(1)[0], counted.total()
    return width if width != "mixed" and most >= FEWEST and most >= MOST_OF * total else ""


def _findings(
    version: CheckedVersion, found: list[_Written], rules: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    lines = {each.line for each in found if each.line}
    for line in [*sorted(lines, key=lambda line: line.index), None]:
        here = [each for each in found if each.line == line]
        if not here:
            continue
        fix: Fix | None = None
        if line is not None:
            edits = [
                Edit(each.start, each.start + len(each.text), _in_width(each, rules[each.category]))
                for each in here
            ]
            fix = version.fix(line, edits)
        shown = list(dict.fromkeys(each.text for each in here))
        should = list(dict.fromkeys(_in_width(each, rules[each.category]) for each in here))
        yield version.found(
            "width-mixed",
            here[0].provision,
            Message(
                f"{' '.join(shown)} is written {' '.join(should)} elsewhere.",
                f"「{' '.join(shown)}」は、ほかでは「{' '.join(should)}」の幅で書かれています。",
            ),
            tuple(shown),
            fix,
        )


def _in_width(each: _Written, width: str) -> str:
    return each.text.translate(_FULL if width == "full" else _HALF)


def _numerals_and_brackets(version: CheckedVersion) -> Iterator[_Written]:
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
    """The places of the characters of list marks in brackets: (3), （ア）."""
    is_list_mark = language_for("ja").is_list_mark
    found = (match for match in _BRACKETED.finditer(text) if is_list_mark(match.group()))
    return {place for match in found for place in range(*match.span())}


def _in(text: str, of: Provision, line: WordingLine | None, place: str) -> Iterator[_Written]:
    if not _ANY.search(text):
        return
    # 第2項(3) cites an item as its mark is written.
    cited = _list_marks(text) if line else set()
    for match in _NUMERAL.finditer(text):
        around = text[: match.start()][-1:] + text[match.end() :][:1]
        if match.start() not in cited and not _LATIN.search(around):
            digits = len(re.sub(r"[^0-9０-９]", "", match.group()))
            category = (place, "one digit" if digits == 1 else "several digits")
            yield _Written(of, line, match.start(), match.group(), category)
    for match in _BRACKETED.finditer(text):
        inside = match["inside"]
        is_latin = inside.isascii() and _LATIN.search(inside)
        if match.start() in cited or is_latin or _LATIN.match(text[: match.start()].rstrip()[-1:]):
            continue
        for at in (match.start(), match.end() - 1):
            yield _Written(of, line, at, text[at], (place, "brackets"))
