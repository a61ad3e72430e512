"""What a person chooses where the program derived something: other words for a citation, a pair of
articles or a new and a deleted one.
"""

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.papers.dates import LanguageCode
from governance.people.refused import Refused
from governance.text.tree.keys import unit_key
from proposals.draft.citation_choices import CitationChoices, citation_choices, reworded_body
from proposals.draft.derive import draft
from proposals.draft.operations import key_of
from proposals.draft.rows import load_rows
from proposals.draft.versions import apply_changes
from proposals.editing.changes import NothingChanged, add_change, remove_change, save_change
from proposals.editing.ordering import current_row
from proposals.editing.transaction import edit_transaction, save
from proposals.models import Change, Proposal
from proposals.models.change_constraints import WORDING

Operation = Change.Operation


def reword_citation(
    proposal: Proposal, *, by: User, language: LanguageCode, citation: str, style: str
) -> None:
    """Write a citation in another style (`CitationStyle`); `citation` is its `citation_name`. The
    words become the article's own, as if they had been typed.
    """
    with edit_transaction(proposal, by=by, what="words.saved") as locked:
        drafted = draft(locked, language, rows=load_rows(locked))
        key = unit_key(citation.partition("@")[0])
        found = next(
            (one for one in citation_choices(drafted, key) if citation_name(one) == citation), None
        )
        words = next((words for each, words in found.forms if each == style), "") if found else ""
        if found is None or not words:
            raise Refused(_("The words of this citation have changed. Look at it again."))
        body = {f"body_{language}": reworded_body(drafted, found, words)}
        change = drafted.changes.get(key)
        given: dict[str, Any] = body
        if change is None:
            add_change(locked, by=by, operation=Operation.REPLACE, at=key, **given)
            return
        try:
            save_change(change, by=by, version=change.version, **given)
        except NothingChanged:
            remove_change(change, by=by)


def citation_name(one: CitationChoices) -> str:
    """What a page says for a citation: where it stands."""
    return f"{one.at}@{one.line}:{one.start}-{one.end}"


def separate_pair(proposal: Proposal, *, by: User, key: str) -> None:
    """Let an amended article be a deleted one and a new one in its place."""
    with edit_transaction(proposal, by=by, what="change.added") as locked:
        rows = load_rows(locked)
        change = next((one for one in rows.changes if key_of(one) == key), None)
        if change is None or change.operation != Operation.REPLACE or change.expires_on:
            raise Refused(_("This is not an article whose words alone are amended."))
        words = {
            f"{name}_{language}": getattr(standing, name)
            for language in locked.company.languages
            if (standing := apply_changes(rows, language).proposed.by_key(key))
            for name in ("caption", "body")
        }
        common: dict[str, Any] = {"by": by, "reason": change.reason}
        common["effective_on"] = change.effective_on
        remove_change(change, by=by)
        add_change(locked, operation=Operation.DELETE, at=key, **common)
        made: dict[str, Any] = {"kind": change.kind, "after": key, "first": True, **words}
        add_change(locked, operation=Operation.INSERT, **common, **made)


def insert_as_new(change: Change, *, by: User, after: str) -> None:
    """Let the words of a change whose article has gone be a new article behind `after`. Refused
    where it has no words.
    """
    with edit_transaction(change.proposal, by=by, what="change.added") as locked:
        row = current_row(load_rows(locked).changes, change)
        words = {name: getattr(row, name) or "" for name in WORDING}
        if not any(words.values()):
            raise Refused(_("The change has no words."))
        days = {name: getattr(row, name) for name in ("reason", "effective_on", "expires_on")}
        remove_change(row, by=by)
        made: dict[str, Any] = {"kind": row.kind, "after": after, "first": True, **days, **words}
        add_change(locked, by=by, operation=Operation.INSERT, **made)


def accept_consequences(
    proposal: Proposal, *, by: User, language: LanguageCode, names: Collection[str]
) -> None:
    """Note that what followed was looked at and accepted; `names` are those of the page."""
    with edit_transaction(proposal, by=by, what="consequences.accepted") as locked:
        who, at = by.get_full_name() or by.get_username(), timezone.now().isoformat()
        known = {one["name"] for one in locked.accepted_consequences if one["language"] == language}
        new = [name for name in dict.fromkeys(names) if name not in known]
        locked.accepted_consequences = [
            *locked.accepted_consequences,
            *({"language": language, "name": name, "by": who, "at": at} for name in new),
        ]
        if new:
            save(locked, by=by)


def _are_pair(inserting: Change, deleting: Change) -> bool:
    operations = (inserting.operation, deleting.operation)
    is_new_and_deleted = operations == (Operation.INSERT, Operation.DELETE)
    return is_new_and_deleted and inserting.kind == deleting.kind


def join_pair(proposal: Proposal, *, by: User, new: str, deleted: str) -> None:
    """Let a new article and a deleted one be one that is amended where the deleted one stands."""
    with edit_transaction(proposal, by=by, what="change.added") as locked:
        rows = load_rows(locked)
        by_key = {key_of(one): one for one in rows.changes}
        inserting, deleting = by_key.get(new), by_key.get(deleted)
        if inserting is None or deleting is None or not _are_pair(inserting, deleting):
            raise Refused(_("These are not a new article and a deleted one."))
        words: dict[str, Any] = {
            f"{name}_{language}": getattr(standing, name)
            for language in locked.company.languages
            if (standing := apply_changes(rows, language).proposed.by_key(new)) and standing.body
            for name in ("caption", "body")
        }
        days = {name: getattr(inserting, name) for name in ("reason", "effective_on", "expires_on")}
        remove_change(inserting, by=by)
        remove_change(deleting, by=by)
        add_change(locked, by=by, operation=Operation.REPLACE, at=deleted, **days, **words)
