"""What the words of a change mean at the moment they are saved.

What a person types in the proposed column speaks the proposed numbers of that moment. Stored beside
it is which provision each number meant (`Change.cites`), so that it follows every later change.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.text.citations.typed_citations import find_targets
from proposals.draft.derive import Sides, Stored, numbering_of, sides, typed
from proposals.draft.operations import key_of
from proposals.models import Change
from proposals.models.change import WORDING

WORDED = frozenset({Change.Operation.INSERT, Change.Operation.REPLACE})


def settle(
    change: Change, rows: Stored, *, given: Mapping[str, object], numbering: str = ""
) -> None:
    """Make the words of `change` ready to be stored beside `rows`, its draft without them.

    Words that only repeat what stands are dropped, words not given are brought to the numbers of
    this moment, and the citations of all are stored by identity. Raises `Refused` where nothing is
    changed, where an amended body is emptied, and where `numbering` (that of the form) is no longer
    the draft's and the words cite numbers.
    """
    if change.operation not in WORDED or not _is_worded(change, rows, given):
        return
    languages = change.proposal.company.languages
    before = {str(language): sides(rows, language) for language in languages}
    _renew(change, rows, before, given)
    if change.operation == Change.Operation.REPLACE:
        without = rows.without(change)
        for language in languages:
            _drop_repetition(change, language, sides(without, language))
        if all(getattr(change, name) is None for name in WORDING):
            raise Refused(_("Nothing here differs from the present wording."))
    after = rows.with_unsaved(change)
    change.cites = {}
    cites: dict[str, str] = {}
    for language in languages:
        if change.text("body", language):
            cites |= find_targets(sides(after, language).proposed, key_of(change))
    stale = any(numbering != numbering_of(one.proposed) for one in before.values())
    if cites and numbering and stale:
        raise Refused(
            _(
                "The numbers of the proposed articles have changed since this page was opened."
                " Check the numbers cited (%(cited)s) and save again."
            )
            % {"cited": ", ".join(cites)}
        )
    change.cites = cites


def _is_worded(change: Change, rows: Stored, given: Mapping[str, object]) -> bool:
    """Whether words are given, or the change is new."""
    is_new = all(one.pk != change.pk for one in rows.changes)
    return is_new or any(name.startswith(("caption_", "body_")) for name in given)


def _renew(
    change: Change, rows: Stored, before: Mapping[str, Sides], given: Mapping[str, object]
) -> None:
    """Bring the words not given to the numbers of this moment, which the new ones speak."""
    old = next((one for one in rows.changes if one.pk == change.pk), None)
    if old is None:
        return
    for language, now in before.items():
        for name, words in typed(old, now, language).items():
            if f"{name}_{language}" not in given:
                setattr(change, f"{name}_{language}", words)


def _drop_repetition(change: Change, language: str, without: Sides) -> None:
    """Keep only words that differ from what would stand without the change."""
    standing = without.proposed.by_key(key_of(change))
    if standing is None:
        return
    body: str | None = getattr(change, f"body_{language}")
    if body is not None and body == standing.body:
        setattr(change, f"body_{language}", None)
    elif body == "":
        raise Refused(_("The wording is empty. Delete the article if it is to go."))
    if getattr(change, f"caption_{language}") == standing.caption:
        setattr(change, f"caption_{language}", None)
