"""Decisions on citations of which the program is unsure whose they are."""

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.papers.dates import LanguageCode
from governance.people.refused import Refused
from governance.text.citations.carried_decisions import carried_decisions
from governance.text.tree.keys import unit_key
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.uncertain import UncertainCitation, uncertain_citations
from proposals.draft.versions import apply_changes
from proposals.editing.transaction import edit_transaction, save, sign_step
from proposals.editing.wording import OPERATIONS_WITH_WORDING, prepare_wordings
from proposals.models import Change, DecidedCitation, Proposal


def decide_citation(
    proposal: Proposal, *, by: User, language: LanguageCode, name: str, whose: str
) -> None:
    """Decide whose the citation `name` is (see `UncertainCitation`): "ours" or "other", "" to take
    back what was decided. Refused where its words no longer stand.
    """
    with edit_transaction(proposal, by=by, what="citation.decided") as locked:
        rows = load_rows(locked)
        found = next((one for one in uncertain_citations(rows, language) if one.name == name), None)
        if found is None:
            raise Refused(_("The words of this citation have changed. Look at it again."))
        if whose:
            _save(found, locked, language, whose, by)
        elif found.decision is not None:
            sign_step(found.decision, by=by)
            found.decision.delete()
        _renew_wording(load_rows(locked), found, by)


def _save(
    found: UncertainCitation, proposal: Proposal, language: LanguageCode, whose: str, by: User
) -> None:
    one = found.citation
    row = found.decision or DecidedCitation(
        proposal=proposal, language=language, at=one.at, line=one.line, citation=one.citation
    )
    is_new = row.pk is None
    row.whose, row.by, row.decided_at = whose, by, timezone.now()
    save(row, by=by, new=is_new)


def _renew_wording(rows: DraftRows, found: UncertainCitation, by: User) -> None:
    """Note anew what the words of a change cite, the citation decided among them."""
    change = _change_of(rows, found.citation.at)
    if change is None:
        return
    planned = Change.objects.get(pk=change.pk)
    planned.proposal = rows.proposal
    prepare_wordings([(planned, {})], rows)
    planned.version += 1
    save(planned, by=by)
    carry_decisions(rows, rows.with_change(planned), by=by)


def _change_of(rows: DraftRows, at: str) -> Change | None:
    """The change that has typed the words at a provision."""
    return next(
        (
            one
            for one in rows.changes
            if one.operation in OPERATIONS_WITH_WORDING
            and key_of(one) == unit_key(at)
            and (one.body_ja or one.body_en)
        ),
        None,
    )


def carry_decisions(before: DraftRows, after: DraftRows, *, by: User) -> None:
    """Let decisions stand on words that were saved anew in the numbers of this moment: the same
    words, their citations followed."""
    for row in before.decisions:
        language: LanguageCode = "ja" if row.language == "ja" else "en"
        was = apply_changes(before, language).amended
        carried = carried_decisions([row.decision], was.as_given, was.proposed)
        now = apply_changes(after, language).amended.as_given.by_key(row.at)
        if not carried or now is None or row.line in now.lines:
            continue
        new = carried[0]
        if new.line in now.lines:
            row.line, row.citation = new.line, new.citation
            save(row, by=by)
