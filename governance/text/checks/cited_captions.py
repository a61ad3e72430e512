"""Checks of captions and numbers that are given in brackets behind a citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from governance.text.brackets import matching
from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.checks.references import shown
from governance.text.citations.cite import Edit
from governance.text.citations.doubled import is_doubled
from governance.text.citations.resolve import Citation
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.finding import ERROR, Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import name, names
from governance.text.tree.provision import Kind, Provision, bare_caption

_CAPTIONED = (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION)
_OPENING = "(（"
_GAPS = " \t　"


def caption_mismatch(version: CheckedVersion) -> Iterator[Finding]:
    """A citation that gives a caption, Article 14 (Chairman), where the provision has another. An
    error where the words are new."""
    captions = {_folded(each.caption) for each in version.articles.walk()}
    if version.before is not None:
        captions |= {_folded(each.caption) for each in version.before.walk()}
    may_be_caption = language_for(version.articles.language).may_be_caption
    for citation in version.citations:
        if not citation.is_ours or version.is_old(citation.at):
            continue
        for target, start, end in _captioned(citation):
            text = citation.at.lines[citation.line]
            said, right = text[start:end], bare_caption(target.caption)
            is_caption = _folded(said) in captions or may_be_caption(said)
            if not right or _folded(said) == _folded(right) or not is_caption:
                continue
            yield _mismatch(version, citation, (start, end), target)


def _captioned(citation: Citation) -> Iterator[tuple[Provision, int, int]]:
    """The provisions that are cited with words in brackets behind them, and where the words are."""
    text = citation.at.lines[citation.line]
    closing = matching(text)
    for each in citation.resolved:
        ends = [
            (step.end, target) for step, target in zip(each.pointer.steps, each.chain, strict=False)
        ]
        if each.pointer.relative and len(each.base) == 1:
            ends.insert(0, (each.pointer.phrase[1], each.base[0]))
        for end, target in ends:
            at = end + len(text[end:]) - len(text[end:].lstrip(_GAPS))
            is_bracket = text[at : at + 1] in tuple(_OPENING) and at in closing
            if is_bracket and target.kind in _CAPTIONED and not is_deleted_placeholder(target):
                yield target, at + 1, closing[at]


def _mismatch(
    version: CheckedVersion, citation: Citation, span: tuple[int, int], target: Provision
) -> Finding:
    line = WordingLine(citation.at, citation.line, citation.at.lines[citation.line])
    said, right = line.text[slice(*span)], bare_caption(target.caption)
    called = name(target, version.places)
    found = version.found(
        "caption-mismatch",
        citation.at,
        Message(
            f"{called.en} is captioned “{right}”, not “{said}”.",
            f"{called.ja}の見出しは「{right}」であり、「{said}」ではありません。",
        ),
        (shown(citation), said, right),
        version.fix(line, [Edit(*span, right)]),
    )
    return replace(found, severity=ERROR) if _is_new(version, citation.at, said) else found


def _is_new(version: CheckedVersion, at: Provision, words: str) -> bool:
    """Whether a provision has words that the version before did not have there."""
    if version.before is None:
        return False
    was = version.before.by_key(at.key)
    return was is None or not any(words in line for line in was.lines)


def _folded(caption: str) -> str:
    return "".join(bare_caption(caption).split()).casefold()


def citation_mismatch(version: CheckedVersion) -> Iterator[Finding]:
    """A citation in words with a number in brackets that names something else: 前条（第３条） in
    Article 5. An error where the words are new."""
    for words, number in pairwise(version.citations):
        if not is_doubled(words, number) or version.is_old(words.at):
            continue
        one, other = _targets(words), _targets(number)
        if not one or not other or [each.key for each in one] == [each.key for each in other]:
            continue
        meant = names(one, version.places)
        found = version.found(
            "citation-mismatch",
            words.at,
            Message(
                f"{shown(words)} names {meant.en}, not {shown(number)}, which stands behind it.",
                f"「{shown(words)}」は{meant.ja}を指し、括弧書きの「{shown(number)}」と一致しません。",
            ),
            (shown(words), shown(number)),
        )
        text = words.at.lines[words.line][words.reference.start : number.reference.end]
        yield replace(found, severity=ERROR) if _is_new(version, words.at, text) else found


def _targets(citation: Citation) -> list[Provision]:
    return [target for each in citation.resolved for target in each.targets]
