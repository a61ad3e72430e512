"""A draft split in two: chosen changes become a proposal of their own, with all that is theirs."""

from collections.abc import Collection, Iterator
from copy import copy
from dataclasses import dataclass
from typing import Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import User
from governance.people.refused import Refused
from governance.text.naming import full_title
from governance.text.tree.keys import unit_key
from proposals.draft.operations import anchors_first, key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.draft.versions import apply_changes
from proposals.editing.copying import RowsToCopy, copy_rows
from proposals.editing.days import SCHEDULED
from proposals.editing.new_proposals import AgendaItemValues, create_proposal
from proposals.editing.ordering import save_order
from proposals.editing.transaction import edit_transaction, name_other_proposal, save, sign_step
from proposals.models import Change, Proposal, Reason
from proposals.models.board_authority import BOARD_FIELDS


@dataclass(frozen=True)
class SplitProposal:
    """The new proposal, and the reasons that cover changes of both, which each has from now on."""

    made: Proposal
    shared_reasons: tuple[Reason, ...]


@transaction.atomic
def split_proposal(
    proposal: Proposal, *, by: User, changes: Collection[Change], **titles: Unpack[AgendaItemValues]
) -> SplitProposal:
    """Let these changes of a draft be a proposal of their own, the next on the agenda.

    Their reasons, decisions and underlines, the days, the condition and the authors go with them.
    Raises `Refused`, naming the provisions, where what goes stands behind what stays or cites it.
    """
    made = create_proposal(
        proposal.meeting,
        by=by,
        base_day=proposal.base_day,
        **titles | AgendaItemValues(proposed_by=proposal.proposed_by),
    )
    with edit_transaction(proposal, by=by, what="proposal.split") as locked:
        require_never_released(locked)
        name_other_proposal(made)
        parting = _Parting(load_rows(locked), frozenset(change.pk for change in changes))
        parting.require_possible()
        given = parting.rows_to_copy()
        shared = parting.shared_reasons
        _take_out(parting, by=by)
    with edit_transaction(made, by=by, what="proposal.split_off") as locked_new:
        name_other_proposal(proposal)
        for name in (*SCHEDULED, *BOARD_FIELDS):
            setattr(locked_new, name, getattr(locked, name))
        save(locked_new, by=by)
        copy_rows(given, into=load_rows(locked_new), by=by)
        # Whoever wrote a part of it does not review it under another number.
        locked_new.authors.add(*proposal.authors.all(), proposal.created_by)
    return SplitProposal(made, shared)


def require_never_released(proposal: Proposal) -> None:
    """Raise `Refused` where others know the proposal as one: it was released, or amended by the
    meeting.
    """
    if proposal.amended_by_meeting or proposal.releases.exists():
        raise Refused(
            _(
                "Others know Proposal No. %(number)d as it is: it was released, or amended by the"
                " meeting. Withdraw it, and draft anew what is to be decided on instead."
            )
            % {"number": proposal.number}
        )


@dataclass(frozen=True)
class _Parting:
    """The rows of a draft, and which of its changes go."""

    rows: DraftRows
    pks: frozenset[int]

    @property
    def going(self) -> list[Change]:
        return [one for one in self.rows.changes if one.pk in self.pks]

    @property
    def staying(self) -> list[Change]:
        return [one for one in self.rows.changes if one.pk not in self.pks]

    @property
    def shared_reasons(self) -> tuple[Reason, ...]:
        stay = {one.reason_id for one in self.staying}
        return tuple(one for one in self.reasons if one.pk in stay)

    @property
    def reasons(self) -> list[Reason]:
        """The reasons that cover what goes."""
        go = {one.reason_id for one in self.going}
        return [one for one in self.rows.reasons if one.pk in go]

    def rows_to_copy(self) -> RowsToCopy:
        keys = {key_of(one) for one in self.staying}
        # Copies: a row that is deleted forgets its key.
        return RowsToCopy(
            [copy(one) for one in self.going],
            [copy(one) for one in self.reasons],
            [copy(one) for one in self.rows.decisions if unit_key(one.at) not in keys],
            [one for one in self.rows.proposal.underlines if unit_key(one["key"]) not in keys],
        )

    def require_possible(self) -> None:
        """Raise `Refused` where these changes cannot be taken out by themselves."""
        if self.pks - {one.pk for one in self.rows.changes}:
            raise Refused(_("The change is another proposal's, or somebody removed it."))
        if not self.going or not self.staying:
            raise Refused(_("Choose some of the changes, and leave some."))
        for one, other in ((self.going, self.staying), (self.staying, self.going)):
            for change, needed in _dependences(one, other):
                raise Refused(
                    _(
                        "%(change)s cannot be parted from %(needed)s, behind which it stands or"
                        " which it cites. Let both go or both stay."
                    )
                    % {"change": self.name(change), "needed": self.name(needed)}
                )

    def name(self, change: Change) -> str:
        versions = apply_changes(self.rows, self.rows.proposal.company.languages[0])
        for articles in (versions.proposed, versions.present):
            if found := articles.by_key(key_of(change)):
                return full_title(found, articles)
        return str(change)


def _dependences(
    changes: Collection[Change], others: Collection[Change]
) -> Iterator[tuple[Change, Change]]:
    """Each change that says something of what one of the others inserts, with that."""
    by_pk = {one.pk: one for one in others}
    by_key = {key_of(one): one for one in others}
    for change in changes:
        if change.anchor_change_id in by_pk:
            yield change, by_pk[change.anchor_change_id]
        for meant in change.citation_targets.values():
            for key in meant.split():
                other = by_key.get(unit_key(key))
                # What stands in the present articles can be cited without the other.
                if other and (key.startswith("+") or other.operation == Change.Operation.INSERT):
                    yield change, other


def _take_out(parting: _Parting, *, by: User) -> None:
    """Take what goes out of the draft: changes, the reasons of these alone, their underlines."""
    gone = {key_of(one) for one in parting.going}
    for change in reversed(anchors_first(parting.going)):
        sign_step(change, by=by)
        change.delete()
    shared = parting.shared_reasons
    own = [one for one in parting.reasons if one not in shared]
    for reason in own:
        sign_step(reason, by=by)
        reason.delete()
    save_order([one for one in parting.rows.reasons if one not in own], by=by)
    for decision in parting.rows.decisions:
        if unit_key(decision.at) in gone:
            sign_step(decision, by=by)
            decision.delete()
    proposal = parting.rows.proposal
    kept = [one for one in proposal.underlines if unit_key(one["key"]) not in gone]
    if kept != proposal.underlines:
        proposal.underlines = kept
        save(proposal, by=by)
