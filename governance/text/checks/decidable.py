"""The citations of an amendment whose owner a person has to decide, or has decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from governance.text.amending.builder import AmendmentResult
from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.uncertain import named_if_ours
from governance.text.citations.decisions import DECIDED
from governance.text.message import Message
from governance.text.naming import names, with_caption
from governance.text.owner import Whose
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision


@dataclass(frozen=True, slots=True)
class DecidableCitation:
    """A citation of a name that may be another document's: `at`, `line` and `citation` say which,
    as a `Decision` does. `other` is that name; `ours` is what it names where it is ours, None where
    these articles have no such provision; `decided` is what a person decided."""

    at: str
    line: str
    citation: str
    other: str
    ours: Message | None
    decided: Whose | None


def decidable_citations(result: AmendmentResult) -> Iterator[DecidableCitation]:
    """Those of the proposed articles in document order, older supplementary provisions left out."""
    given = CheckedVersion(
        result.as_given, "proposed", before=result.present, decisions=result.decisions
    )
    seen: set[tuple[str, str, str]] = set()
    for citation in given.citations:
        owner, at = citation.reference.owner, citation.at
        is_unsure = owner.whose is Whose.UNSURE
        if (not is_unsure and owner.rule != DECIDED) or given.is_old(at):
            continue
        line = at.lines[citation.line]
        which = at.key, line, citation.reference.text
        if which in seen:
            continue
        seen.add(which)
        # What stood before gives the numbers of the present articles, what was typed the proposed.
        was = result.present.by_key(at.key)
        is_kept = was is not None and line in was.lines
        places = CheckedVersion(result.present, "present").places if is_kept else given.places
        named = named_if_ours(citation, places)
        ours = _captioned(named, places) if named else None
        yield DecidableCitation(*which, owner.name, ours, None if is_unsure else owner.whose)


def _captioned(named: Sequence[Provision], places: Places) -> Message:
    """The names of provisions, a single one with its caption."""
    called = names(named, places)
    caption = named[0].caption if len(named) == 1 else ""
    return Message(with_caption(called.en, caption, "en"), with_caption(called.ja, caption, "ja"))
