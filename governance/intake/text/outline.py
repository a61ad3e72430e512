"""Text to the outline that is shown: each provision with its line, and what could not be placed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from governance.intake.files.unreadable import unreadable
from governance.intake.text import english, japanese
from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.numbers import (
    number_absent,
    number_double,
    number_missing,
    number_out_of_order,
)
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.reading.read import Unplaced, read
from governance.text.tree.lines import SPACES
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    PieceRole,
    Provision,
)

_UNITS = (Kind.ARTICLE, Kind.SECTION)
_AFTER_ARTICLES = re.compile(f"{japanese.AFTER_ARTICLES}|{english.AFTER_ARTICLES}", re.IGNORECASE)
_PRESENT_HEAD = f"{japanese.PRESENT_HEAD}|{english.PRESENT_HEAD}"
_PROPOSED_HEAD = f"{japanese.PROPOSED_HEAD}|{english.PROPOSED_HEAD}"
_PRESENT = re.compile(_PRESENT_HEAD, re.IGNORECASE)
_COMPARISON = re.compile(rf"(?:{_PRESENT_HEAD})[ \t　／/|]+(?:{_PROPOSED_HEAD})", re.IGNORECASE)
_NUMBER_WITHOUT_SPACE = re.compile(japanese.NUMBER_WITHOUT_SPACE)
_NUMBERS = (number_missing, number_double, number_out_of_order, number_absent)


@dataclass(frozen=True)
class OutlineEntry:
    """A provision in the text: its address, the line that it begins on (from 1), how deep it
    stands: 0 for parts and headings, 1 for articles, 2 and more below.
    """

    address: str
    line: int
    depth: int
    provision: Provision


@dataclass(frozen=True)
class UnplacedLine:
    """A line that could not be placed for certain: where (from 1), what it says, and why.

    `is_lost`: it stands where the record has no room for it, and will not be in it.
    """

    line: int
    column: int
    text: str
    why: Message
    is_lost: bool = False


@dataclass(frozen=True)
class Outline:
    """A text as it was read."""

    text: str
    articles: ArticlesOfIncorporation
    entries: tuple[OutlineEntry, ...]
    unplaced: tuple[UnplacedLine, ...]
    findings: tuple[Finding, ...]
    """What the checks say of its numbers: missing, double, out of order."""

    @property
    def findings_by_line(self) -> tuple[tuple[int, Finding], ...]:
        """The findings, each with the line that it is about."""
        lines = {entry.address: entry.line for entry in self.entries}
        return tuple((lines.get(each.at, 1), each) for each in self.findings)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What the record makes of some of it, that nobody would expect."""
        sections = sum(
            unit.kind in (Kind.SECTION, Kind.SUBSECTION) for _part, unit in self.articles.units()
        )
        if not sections:
            return ()
        return (
            Message(
                f"Headings of sections ({sections}) are kept where they stand, as they are written;"
                " their numbers are not counted.",
                f"節・款の見出し（{sections}件）は書かれたとおりその位置に残します。番号は数えません。",
            ),
        )

    @property
    def count(self) -> int:
        """How many articles there are, as the page of the articles counts them."""
        return self.articles.article_count


def parse(text: str, language: str) -> Outline:
    """The text in a language ("en" or "ja") as read, from what its lines say.

    Raises `Refused` ("no-article") for a text without any.
    """
    found = read(text, language)
    if not any(unit.kind in _UNITS for _part, unit in found.articles.units()):
        raise unreadable("no-article")
    entries = tuple(_entries(found.articles))
    lines = text.split("\n")
    unplaced = [_lost(each, lines) for each in found.unplaced]
    unplaced += _unlike_heads(entries, language)
    unplaced += _comparisons(lines)
    version = CheckedVersion(found.articles, "present", None)
    findings = tuple(each for look in _NUMBERS for each in look(version))
    return Outline(
        text,
        found.articles,
        entries,
        tuple(sorted(unplaced, key=lambda each: (each.line, each.column))),
        findings,
    )


def _entries(articles: ArticlesOfIncorporation) -> Iterator[OutlineEntry]:
    """In document order; lines are counted off the pieces, which give the text to the letter."""
    address_of = {provision.key: address for address, provision in articles.addresses()}
    line = 1

    def below(provision: Provision, depth: int) -> Iterator[OutlineEntry]:
        nonlocal line
        start = None
        for piece in provision.pieces:
            if start is None and piece.text.strip():
                start = line
            line += piece.text.count("\n")
        yield OutlineEntry(address_of[provision.key], start or line, depth, provision)
        for child in provision.children:
            yield from below(child, _depth(child, depth))

    for part in articles.parts:
        yield from below(part, 0)


def _depth(provision: Provision, above: int) -> int:
    if provision.kind in HEADINGS and above == 0:
        return 0
    return max(above + 1, 1 if provision.kind is Kind.ARTICLE else 2)


def _lost(found: Unplaced, lines: list[str]) -> UnplacedLine:
    return UnplacedLine(
        found.line, found.column, lines[found.line - 1].strip(), found.why, is_lost=True
    )


def _unlike_heads(entries: tuple[OutlineEntry, ...], language: str) -> Iterator[UnplacedLine]:
    """Lines of wording that begin as an article or a chapter does, but were not read as one."""
    rules = language_for(language)
    for entry in entries:
        for line, column, text, before in _lines_of_text(entry):
            if entry.provision.label and line == entry.line:
                continue  # "2　第1条の…": the mark says what the line is
            if before and rules.is_unfinished(before):
                continue  # "bound by" / "Article 7": a sentence that the page broke
            if _AFTER_ARTICLES.fullmatch(text):
                why = Message(
                    f"Line {line} begins what is no article, such as a schedule or a closing word;"
                    " it is kept as text of the provision above it.",
                    f"{line}行目は別表や結びの語のように条ではないものの始まりに見えます。"
                    "上の規定の本文として残しました。",
                )
                yield UnplacedLine(line, column, text, why)
            elif (not before or before.endswith("。")) and _NUMBER_WITHOUT_SPACE.match(text):
                why = Message(
                    f"Line {line} begins with a number, but no space parts the number from the"
                    " words; it is kept as text. Put a space behind the number if it counts a"
                    " paragraph or an item.",
                    f"{line}行目は数字で始まりますが、数字と文の間に空白がないため、本文として残しました。"
                    "項や号の番号であれば、数字の後に空白を入れてください。",
                )
                yield UnplacedLine(line, column, text, why)
            elif rules.head(text):
                why = Message(
                    f"Line {line} looks like the beginning of an article or a chapter, but does"
                    " not follow from those before; it is kept as text.",
                    f"{line}行目は条や章の始まりに見えますが、前の番号に続かないため、本文として残しました。",
                )
                yield UnplacedLine(line, column, text, why)


def _comparisons(lines: list[str]) -> Iterator[UnplacedLine]:
    """The head of a comparison table: whoever brings one in has taken the wrong file."""
    for number, (line, following) in enumerate(pairwise([*lines, ""]), 1):
        written = line.strip(SPACES)
        both = f"{written} {following.strip(SPACES)}"
        if _COMPARISON.fullmatch(written) or (
            _PRESENT.fullmatch(written) and _COMPARISON.fullmatch(both)
        ):
            why = Message(
                f"Line {number} is the head of a table that compares two texts; bring in the"
                " articles themselves, as one text.",
                f"{number}行目は新旧対照表の見出しです。定款そのものを一つの本文として取り込んでください。",
            )
            yield UnplacedLine(number, 1, written, why)


def _lines_of_text(entry: OutlineEntry) -> Iterator[tuple[int, int, str, str]]:
    """Line, column and words of each line of wording, and of the line before in the same piece."""
    line, column, begun = entry.line, 1, False
    for piece in entry.provision.pieces:
        begun = begun or bool(piece.text.strip())
        if piece.role is PieceRole.TEXT:
            before = ""
            for at, written in enumerate(piece.text.split("\n")):
                words = written.strip(SPACES)
                if words:
                    indent = len(written) - len(written.lstrip(SPACES))
                    yield line + at, indent + (1 if at else column), words, before
                before = words
        if begun:
            line += piece.text.count("\n")
        tail = piece.text.rpartition("\n")
        column = len(tail[2]) + 1 if tail[1] else column + len(piece.text)
