"""What the words of a change mean at the moment they are saved.

What a person types in the proposed column speaks the proposed numbers of that moment. Stored beside
it is which provision each number meant (`Change.citation_targets`), so that it follows every later
change.
"""

from collections.abc import Iterable, Mapping
from copy import copy

from django.utils.translation import gettext as _

from governance.people.refused import Refused
from governance.text.citations.typed_targets import find_targets, shown_citations
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows
from proposals.draft.versions import (
    PresentAndProposed,
    apply_changes,
    current_wording,
    numbers_version_of,
)
from proposals.models import Change
from proposals.models.change_constraints import WORDING


class NumbersMoved(Refused):
    """The words cite numbers, and the page that they come from showed others."""


OPERATIONS_WITH_WORDING = frozenset(
    {Change.Operation.INSERT, Change.Operation.REPLACE, Change.Operation.MOVE}
)


def prepare_wordings(
    several: Iterable[tuple[Change, Mapping[str, object]]], rows: DraftRows
) -> None:
    """Make the words of changes, each with the values that were given for it, what is stored beside
    `rows`.

    Words that only repeat what stands are dropped, words not given are brought to the numbers of
    this moment, and what all of them cite is noted by identity. Raises `Refused` where an amended
    body is emptied.
    """
    changes = []
    wordless = after = rows
    for change, given in several:
        _renew_words_not_given(change, rows, given)
        if change.operation != Change.Operation.INSERT:
            wordless = wordless.with_change(_without_words(change))
        changes.append(change)
    for change in changes:
        for language in change.proposal.company.languages:
            if change.operation != Change.Operation.INSERT:
                _drop_unchanged_words(change, language, apply_changes(wordless, language))
        change.citation_targets = {}
        after = after.with_change(change)
    for change in changes:
        targets: dict[str, str] = {}
        for language in change.proposal.company.languages:
            if change.text("body", language):
                proposed = apply_changes(after, language).proposed
                targets |= find_targets(proposed, key_of(change), rows.decisions_in(language))
        change.citation_targets = targets


def gives_wording(change: Change, rows: DraftRows, given: Mapping[str, object]) -> bool:
    """Whether `given` has words for `change`, or the change is new and has words."""
    if change.operation not in OPERATIONS_WITH_WORDING:
        return False
    is_new = all(one.pk != change.pk for one in rows.changes)
    return is_new or any(name.startswith(("caption_", "body_")) for name in given)


def changes_nothing(change: Change) -> bool:
    """Whether `change` amends a provision and leaves all its words, its place and its end as they
    are.
    """
    is_amending = change.operation == Change.Operation.REPLACE
    return is_amending and not change.gives_words and change.expires_on is None


def require_numbers(change: Change, rows: DraftRows, numbers_version: str) -> None:
    """Raise `Refused` where the words of `change` cite numbers and the form that they come from
    showed others (`numbers_version`; "" where there was no form).
    """
    if not numbers_version or not change.citation_targets:
        return
    for language in rows.proposal.company.languages:
        if numbers_version_of(apply_changes(rows, language).proposed) != numbers_version:
            raise NumbersMoved(
                _(
                    "The numbers of the proposed articles have changed since this page was opened."
                    " Check the numbers cited (%(cited)s) and save again."
                )
                % {"cited": ", ".join(shown_citations(change.citation_targets))}
            )


def _renew_words_not_given(change: Change, rows: DraftRows, given: Mapping[str, object]) -> None:
    """Bring the words not given to the numbers of this moment, which the new ones speak."""
    old = next((one for one in rows.changes if one.pk == change.pk), None)
    if old is None:
        return
    for language in change.proposal.company.languages:
        versions = apply_changes(rows, language)
        for name, words in current_wording(old, versions, language).items():
            if f"{name}_{language}" not in given:
                setattr(change, f"{name}_{language}", words)


def _without_words(change: Change) -> Change:
    """The same change without its words."""
    made = copy(change)
    for name in WORDING:
        setattr(made, name, None)
    made.citation_targets = {}
    return made


def _drop_unchanged_words(change: Change, language: str, without: PresentAndProposed) -> None:
    """Keep only words that differ from what would stand without them."""
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
