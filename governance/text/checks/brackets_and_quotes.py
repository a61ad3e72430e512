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
from governance.text.tree.provision import Kind, Provision

# A closing sign is held against the opening one of its family, whatever their widths.
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
_HOLDS = (Kind.PARAGRAPH, Kind.SECTION, Kind.ARTICLE)

Sign = tuple[WordingLine, str]


def unbalanced_brackets(version: CheckedVersion) -> Iterator[Finding]:
    """A bracket that is not closed, or closes none, in its paragraph."""
    language = language_for(version.articles.language)
    for lines in _paragraphs(version):
        for opening, closing in _BRACKETS:
            for line, sign in _alone(lines, opening, closing, language):
                yield _found(version, "unbalanced-brackets", line, sign, sign in opening)


def unbalanced_quotes(version: CheckedVersion) -> Iterator[Finding]:
    """A quotation mark that is not closed, or closes none, in its paragraph. An apostrophe is
    none; a paragraph that goes on quoting begins with an opening mark again."""
    language = language_for(version.articles.language)
    for lines in _paragraphs(version):
        for opening, closing in _QUOTES:
            for line, sign in _alone(lines, opening, closing, language):
                if sign != "“" or not _goes_on(line, version):
                    yield _found(version, "unbalanced-quotes", line, sign, sign in opening)
        straight = [line for line in lines for _ in range(line.text.count('"'))]
        if len(straight) % 2:
            yield _found(version, "unbalanced-quotes", straight[-1], '"', is_open=True)
        single = [line for line in lines for _ in range(line.text.count("‘"))]
        if len(single) > sum(line.text.count("’") for line in lines):
            yield _found(version, "unbalanced-quotes", single[-1], "‘", is_open=True)


def _found(
    version: CheckedVersion, code: str, line: WordingLine, sign: str, is_open: bool
) -> Finding:
    opening = (
        Message("bracket", "開きかっこ")
        if code == "unbalanced-brackets"
        else Message("quotation mark", "始めの引用符")
    )
    what = (
        Message(f"{sign} is not closed.", f"「{sign}」が閉じられていません。")
        if is_open
        else Message(f"{sign} closes nothing.", f"「{sign}」に対応する{opening.ja}がありません。")
    )
    return version.found(code, line.of, what, (sign,))


def _paragraphs(version: CheckedVersion) -> Iterator[list[WordingLine]]:
    """The lines of each paragraph with those of its items, of each part and chapter its own."""

    def holder(line: WordingLine) -> str:
        path = version.places.path(line.of.key)
        return next((each.key for each in reversed(path) if each.kind in _HOLDS), line.of.key)

    for _, lines in groupby(version.lines, holder):
        yield list(lines)


def _alone(
    lines: Sequence[WordingLine], opening: str, closing: str, language: Language
) -> list[Sign]:
    """The signs of one family that have no partner. Whether "1)" or 「イ）」 closes a bracket or
    counts something shows only when one closing sign is left over."""
    waiting: list[Sign] = []
    alone: list[Sign] = []
    labels = 0
    signs = re.compile(f"[{re.escape(opening + closing)}]")
    for line in lines:
        for match in signs.finditer(line.text):
            sign = match.group()
            if sign in opening:
                waiting.append((line, sign))
                continue
            is_label = language.ends_in_list_mark(line.text[: match.start()])
            labels += is_label and bool(waiting)
            if waiting:
                waiting.pop()
            elif not is_label:
                alone.append((line, sign))
    return alone[labels:] + waiting


def _goes_on(line: WordingLine, version: CheckedVersion) -> bool:
    """Whether the quotation goes on in the next paragraph, which then opens it again."""
    siblings: Sequence[Provision]
    siblings, place = version.places.siblings(line.of)
    return any(each.text.lstrip().startswith("“") for each in siblings[place + 1 : place + 2])
