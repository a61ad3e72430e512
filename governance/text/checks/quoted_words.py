"""The check of words of another provision that are to be read otherwise (読替え)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from governance.text.checks.checked_version import CheckedVersion, WordingLine
from governance.text.citations.resolve import Citation
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import names
from governance.text.tree.provision import Provision


def quoted_words_missing(version: CheckedVersion) -> Iterator[Finding]:
    """Words that are to be read otherwise and that the cited provision does not have, such as the
    前条 of 同条中「前条」とあるのは, where that was rewritten."""
    language = language_for(version.articles.language)
    cited: dict[tuple[str, int], list[Citation]] = {}
    for citation in version.citations:
        cited.setdefault((citation.at.key, citation.line), []).append(citation)
    for line in version.lines:
        here = cited.get((line.provision.key, line.index), [])
        if not here or version.is_old(line.provision):
            continue
        for start, quoted in language.substituted_words(line.text):
            before = [each for each in here if each.reference.end <= start]
            if finding := _missing(version, line, quoted, before):
                yield finding


def _missing(
    version: CheckedVersion, line: WordingLine, quoted: str, before: Sequence[Citation]
) -> Finding | None:
    """The finding about words that none of the provisions cited before them has. Where other law is
    cited, or nothing, nobody knows."""
    targets = [target for each in before for one in each.resolved for target in one.targets]
    if not targets or not before[-1].is_ours or any(_has(each, quoted) for each in targets):
        return None
    called = names(list(dict.fromkeys(targets[-1:])), version.places)
    return version.found(
        "quoted-words-missing",
        line.provision,
        Message(
            f"“{quoted}” is to be read otherwise, but {called.en} does not have these words.",
            f"読み替えるとされた「{quoted}」は、{called.ja}にありません。",
        ),
        (quoted,),
    )


def _has(provision: Provision, words: str) -> bool:
    text = "".join(each.caption + each.text for each in provision.walk())
    return _folded(words) in _folded(text)


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", text).split()).casefold()
