"""Citations of which the program cannot say whether they are of these articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.version_change import VersionChange
from governance.text.citations.resolve import Citation, Resolved, resolve
from governance.text.finding import NOTICE, Finding
from governance.text.message import Message
from governance.text.naming import names
from governance.text.owner import Whose
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision

UNCERTAIN_CITATION = "uncertain-citation"
_ANOTHER = Message("another document", "別の文書")
_NONE_SUCH = Message("which have no such provision", "当たる規定なし")


def uncertain_citation(version: CheckedVersion) -> Iterator[Finding]:
    """A citation of a name that may be another document's, in one version by itself."""
    if version.before is not None:
        return  # told as a change of the version before
    for citation in _unsure(version):
        named = named_if_ours(citation, version.places)
        ours = names(named, version.places) if named else _NONE_SUCH
        yield _found(version, citation, ours, matters=False)


def uncertain_by_change(change: VersionChange) -> Iterator[Finding]:
    """The same in a change: a warning where the answer matters, since the number that it gives
    names another provision than before, or none."""
    for citation in _unsure(change.proposed):
        was = _targets_before(citation, change)
        now = named_if_ours(citation, change.proposed.places)
        if was and [each.key for each in was] != [each.key for each in now]:
            yield _found(change.proposed, citation, _became(was, change), matters=True)
        else:
            ours = names(now, change.proposed.places) if now else _NONE_SUCH
            yield _found(change.proposed, citation, ours, matters=False)


def _unsure(version: CheckedVersion) -> Iterator[Citation]:
    for citation in version.citations:
        if citation.reference.owner.whose is Whose.UNSURE and not version.is_old(citation.at):
            yield citation


def _targets_before(citation: Citation, change: VersionChange) -> list[Provision]:
    """What the citation would name in the present articles, were it ours."""
    if change.is_typed(citation):
        return []
    return named_if_ours(citation, change.present.places)


def named_if_ours(citation: Citation, places: Places) -> list[Provision]:
    """What the numbers of the citation name in these articles."""
    found: list[Resolved] = [
        resolve(pointer, places, citation.at.key)
        for pointer in citation.reference.pointers
        if not pointer.relative
    ]
    return [target for each in found for target in each.targets]


def _became(was: list[Provision], change: VersionChange) -> Message:
    before = names(was, change.present.places)
    now = [kept for each in was if (kept := change.now(each)) is not None]
    if len(now) < len(was):
        return Message(f"{before.en}, of which not all is left", f"{before.ja}、残らないものあり")
    after = names(now, change.proposed.places)
    return Message(f"{before.en}, now {after.en}", f"{before.ja}、変更後の{after.ja}")


def _found(version: CheckedVersion, citation: Citation, ours: Message, *, matters: bool) -> Finding:
    text = " ".join(citation.reference.text.split())
    owner = citation.reference.owner.name
    other = Message(f"“{owner}”", f"「{owner}」") if owner else _ANOTHER
    said = Message(
        f"{text} is either of {other.en} or of these articles ({ours.en}); it was left as it is.",
        f"「{text}」は、{other.ja}の規定か、この定款の規定（{ours.ja}）か確かでないため、"
        "そのままにしています。",
    )
    found = version.found(UNCERTAIN_CITATION, citation.at, said, (citation.reference.text,))
    return found if matters else replace(found, severity=NOTICE)
