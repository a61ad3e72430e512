"""Checks of what one version cites."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.citations.cite import Edit
from governance.text.citations.resolve import Citation, Resolved
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.finding import Finding
from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import name
from governance.text.tree.provision import Kind, Provision

# So many characters before a citation tell whether it speaks of itself: 「本条（」, "this ".
_NEAR = 40

BROKEN_REFERENCE = "broken-reference"


def broken_reference(version: CheckedVersion) -> Iterator[Finding]:
    """A citation of a provision that is not there, or of one that says no more than that it was
    deleted. Older supplementary provisions are left out: they cite the numbers of their time."""
    for citation in version.citations:
        if not version.is_old(citation.at) and (finding := broken_finding(version, citation)):
            yield finding


def broken_finding(version: CheckedVersion, citation: Citation) -> Finding | None:
    """The finding about one citation, None when it names something."""
    text, names = shown(citation), citation.reference.verb("names", "name")
    if says_own_number(citation, language_for(version.articles.language)):
        return None
    if citation.is_broken:
        what = Message(
            f"{text} {names} no provision of these articles.",
            f"「{text}」に当たる規定がありません。",
        )
    elif any(is_deleted_placeholder(each) for each in _named(citation)):
        what = Message(
            f"{text} {names} a provision that is deleted.",
            f"「{text}」が指す規定は削除されています。",
        )
    else:
        return None
    return version.found(BROKEN_REFERENCE, citation.at, what, (citation.reference.text,))


def _named(citation: Citation) -> Iterator[Provision]:
    for each in citation.resolved:
        if not each.pointer.relative or each.pointer.count:
            yield from (*each.chain, *each.targets)


def self_citation(version: CheckedVersion) -> Iterator[Finding]:
    """An article that cites itself by its number, where "this Article" is usual, or where another
    number was meant."""
    language = language_for(version.articles.language)
    for citation in version.citations:
        article = version.places.enclosing(citation.at.key, Kind.ARTICLE)
        if article is None or version.is_old(citation.at) or says_own_number(citation, language):
            continue
        if any(each.chain[-1:] == (article,) and _is_whole(each) for each in citation.resolved):
            called = name(article, version.places)
            yield version.found(
                "self-citation",
                citation.at,
                Message(
                    f"{shown(citation)} cites the article that it stands in, {called.en}.",
                    f"「{shown(citation)}」は、それが置かれている{called.ja}自身を引用しています。",
                ),
                (citation.reference.text,),
            )


def _is_whole(resolved: Resolved) -> bool:
    return not resolved.pointer.relative and not resolved.pointer.is_range_end


def own_number(version: CheckedVersion) -> Iterator[Finding]:
    """A provision that says its own number ("this Section 4.7") and has another."""
    language = language_for(version.articles.language)
    for citation in version.citations:
        if version.is_old(citation.at) or not says_own_number(citation, language):
            continue
        line = WordingLine(citation.at, citation.line, citation.at.lines[citation.line])
        edits = []
        for step in citation.resolved[0].pointer.steps:
            own = version.places.enclosing(citation.at.key, step.kind)
            if own is not None and own.number is not None and own.number != step.number:
                written = line.text[step.start : step.end]
                new = language.relabel(written, own.number, version.digits)
                edits.append(Edit(step.start, step.end, new))
        if edits:
            kind = citation.resolved[0].pointer.steps[-1].kind
            itself = version.places.enclosing(citation.at.key, kind)
            called = name(itself or citation.at, version.places)
            yield version.found(
                "own-number",
                citation.at,
                Message(
                    f"{shown(citation)} speaks of itself, but this is {called.en}.",
                    f"「{shown(citation)}」は自らの番号を述べていますが、ここは{called.ja}です。",
                ),
                (citation.reference.text,),
                version.fix(line, edits),
            )


def says_own_number(citation: Citation, language: Language) -> bool:
    """Whether a citation gives the number of the very provision it stands in."""
    if not citation.is_ours or len(citation.resolved) != 1:
        return False
    pointer = citation.resolved[0].pointer
    if not pointer.steps or pointer.relative:
        return False
    start = citation.reference.start
    before = citation.at.lines[citation.line][max(0, start - _NEAR) : start]
    return language.names_itself(before, citation.reference.text)


def shown(citation: Citation) -> str:
    """The words of a citation on one line."""
    return " ".join(citation.reference.text.split())


def is_all_before(citation: Citation) -> bool:
    """Whether it cites everything before it in its list: 前各号, "the preceding items"."""
    pointer = citation.resolved[0].pointer if citation.resolved else None
    return pointer is not None and pointer.relative == "preceding" and pointer.count == 0
