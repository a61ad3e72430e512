"""Checks of brackets and quotation marks: each opens and closes in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.finding import Finding
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind, Provision

# A closing character is held against the opening one of its family, whatever their widths.
_BRACKETS = (
    ("(（", ")）"),
    ("[［", "]］"),
    ("{｛", "}｝"),
    ("〔", "〕"),
    ("【", "】"),
    ("〈", "〉"),
    ("《", "》"),
)
_QUOTES = ("「", "」"), ("『", "』"), ("“", "”")
_CHARACTERS = pattern(f"[{re.escape(''.join(map(''.join, (*_BRACKETS, *_QUOTES))))}]")
_HOLDS = (Kind.PARAGRAPH, Kind.SECTION, Kind.ARTICLE)

BracketInLine = tuple[WordingLine, str]


def unbalanced_brackets(version: CheckedVersion) -> Iterator[Finding]:
    """A bracket that is not closed, or closes none, in its paragraph."""
    language = language_for(version.articles.language)
    for lines in _paragraphs(version):
        for opening, closing in _standing_in(lines, _BRACKETS):
            for line, found in _alone(lines, opening, closing, language):
                yield _found(version, "unbalanced-brackets", line, found, found in opening)


def unbalanced_quotes(version: CheckedVersion) -> Iterator[Finding]:
    """A quotation mark that is not closed, or closes none, in its paragraph. An apostrophe is
    none; a paragraph that goes on quoting begins with an opening mark again."""
    language = language_for(version.articles.language)
    for lines in _paragraphs(version):
        for opening, closing in _standing_in(lines, _QUOTES):
            for line, found in _alone(lines, opening, closing, language):
                if found != "“" or not _goes_on(line, version):
                    yield _found(version, "unbalanced-quotes", line, found, found in opening)
        straight = [line for line in lines for _ in range(line.text.count('"'))]
        if len(straight) % 2:
            yield _found(version, "unbalanced-quotes", straight[-1], '"', is_open=True)
        single = [line for line in lines for _ in range(line.text.count("‘"))]
        if len(single) > sum(line.text.count("’") for line in lines):
            yield _found(version, "unbalanced-quotes", single[-1], "‘", is_open=True)


def _found(
    version: CheckedVersion, code: str, line: WordingLine, found: str, is_open: bool
) -> Finding:
    opening = (
        Message("bracket", "開きかっこ")
        if code == "unbalanced-brackets"
        else Message("quotation mark", "始めの引用符")
    )
    what = (
        Message(f"{found} is not closed.", f"「{found}」が閉じられていません。")
        if is_open
        else Message(f"{found} closes nothing.", f"「{found}」に対応する{opening.ja}がありません。")
    )
    return version.found(code, line.provision, what, (found,))


def _paragraphs(version: CheckedVersion) -> Iterator[list[WordingLine]]:
    """The lines of each paragraph with those of its items, of each part and chapter its own."""

    def holder(line: WordingLine) -> str:
        path = version.places.path(line.provision.key)
        return next(
            (each.key for each in reversed(path) if each.kind in _HOLDS), line.provision.key
        )

    for _, lines in groupby(version.lines, holder):
        yield list(lines)


def _standing_in(
    lines: Sequence[WordingLine], families: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The families of characters of which one stands in the lines."""
    characters = {character for line in lines for character in _CHARACTERS.findall(line.text)}
    for opening, closing in families if characters else ():
        if not characters.isdisjoint(opening + closing):
            yield opening, closing


def _alone(
    lines: Sequence[WordingLine], opening: str, closing: str, language: Language
) -> list[BracketInLine]:
    """The characters of one family that have no partner. Whether "1)" or 「イ）」 closes a bracket
    or counts something shows only when one closing character is left over."""
    waiting: list[BracketInLine] = []
    alone: list[BracketInLine] = []
    labels = 0
    characters = re.compile(f"[{re.escape(opening + closing)}]")
    for line in lines:
        for match in characters.finditer(line.text):
            found = match.group()
            if found in opening:
                waiting.append((line, found))
                continue
            is_label = language.ends_in_list_mark(line.text[: match.start()])
            labels += is_label and bool(waiting)
            if waiting:
                waiting.pop()
            elif not is_label:
                alone.append((line, found))
    return alone[labels:] + waiting


def _goes_on(line: WordingLine, version: CheckedVersion) -> bool:
    """Whether the quotation goes on in the next paragraph, which then opens it again."""
    siblings: Sequence[Provision]
    siblings, place = version.places.siblings(line.provision)
    return any(each.text.lstrip().startswith("“") for each in siblings[place + 1 : place + 2])
