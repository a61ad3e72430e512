"""From an approved proposal to what the record adopts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from governance.models import Amendment
from governance.models.languages import ArticlesLanguage, interface_language
from governance.people.refused import Refused
from governance.record import AdoptedReason, Adoption, NewPart, OwnDays, provisions_of
from governance.text.tree.keys import opened_part_key
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.agenda.adoption_in_order import OrderDecisions, rows_at_adoption
from proposals.draft.live_numbers import render
from proposals.draft.operations import key_of
from proposals.draft.versions import PresentAndProposed, apply_changes
from proposals.models import Change, Proposal, Reason
from proposals.models.board_authority import BoardSection
from proposals.models.effect_condition import ConditionKind
from proposals.models.state import FAILED, State


def newest_amendment(proposal: Proposal) -> Amendment | None:
    """The amendment of the company that was adopted last."""
    return proposal.company.amendments.order_by("adopted_on", "pk").last()


def adoption_of(
    proposal: Proposal, *, adopted_on: date | None = None, decisions: OrderDecisions | None = None
) -> Adoption:
    """The amendment that the meeting makes of `proposal`, in all languages that the company keeps.

    `adopted_on` is the last day of the meeting unless it decided on another;
    `decisions` as `moves.adopt` takes them. Raises `Refused` while the proposal is not approved,
    when it overlaps with one that was adopted before it, and when a change has lost its place in
    the articles. Nothing is written: `governance.record.adopt` does that.
    """
    if proposal.state not in (State.APPROVED, State.RELEASED):
        raise Refused(_("Only an approved or a released proposal can be adopted."))
    day = adopted_on or proposal.meeting.days[-1]
    rows = rows_at_adoption(proposal, day, decisions)
    versions = {language: apply_changes(rows, language) for language in proposal.company.languages}
    _refuse_lost_places(*versions.values())
    first = next(iter(versions.values()))
    changes = first.placed
    return Adoption(
        amendment=_amendment(proposal, adopted_on=day),
        base=rows.wordings,
        provisions=provisions_of(
            rows.wordings,
            {language: each.proposed for language, each in versions.items()},
            {key_of(one): _own_days(one) for one in changes if not _leaves_nothing(one)},
        ),
        deleted={key_of(one): one.effective_on for one in changes if _leaves_nothing(one)},
        parts=_new_parts(changes, first.proposed, dated=day),
        reasons=tuple(_reasons(rows.reasons, changes, versions)),
    )


def _amendment(proposal: Proposal, *, adopted_on: date) -> Amendment:
    by_board = proposal.meeting.is_of_board
    kinds = Amendment.DecidedBy
    made = Amendment(
        company=proposal.company,
        decided_by=kinds.BOARD if by_board else kinds.MEETING,
        meeting=None if by_board else proposal.meeting,
        section=BoardSection(proposal.board_section).citation if by_board else "",
        adopted_on=adopted_on,
        effective_on=proposal.effective_on,
        title_ja=proposal.title_ja,
        title_en=proposal.title_en,
    )
    if proposal.condition_kind == ConditionKind.PROPOSAL:
        made.effective_on = _day_condition_was_met(proposal, adopted_on)
    elif condition := proposal.condition:
        made.condition_ja, made.condition_en = condition.ja, condition.en
    return made


def _day_condition_was_met(proposal: Proposal, adopted_on: date) -> date:
    """The day on which both this proposal and the one that it waits for are adopted."""
    other = Proposal.objects.get(waiting_proposals=proposal)
    if other.state in FAILED:
        raise Refused(
            _(
                "It was to take effect only with the adoption of Proposal No. %(number)d, which"
                " has failed; record that it was rejected or withdrawn."
            )
            % {"number": other.number}
        )
    if other.decided_on is None:
        raise Refused(
            _("It waits for the adoption of Proposal No. %(number)d; record that first.")
            % {"number": other.number}
        )
    return max(adopted_on, other.decided_on)


def _own_days(change: Change) -> OwnDays:
    return OwnDays(
        is_reworded=change.operation != Change.Operation.MOVE or change.gives_words,
        effective_on=change.effective_on,
        expires_on=change.expires_on,
    )


def _reasons(
    reasons: Iterable[Reason],
    changes: Iterable[Change],
    versions: Mapping[ArticlesLanguage, PresentAndProposed],
) -> Iterator[AdoptedReason]:
    """The reasons as printed, their live numbers written out; those without words are left out."""
    for reason in reasons:
        said = {
            language: "\n".join(
                render(paragraph, sides, language) for paragraph in reason.paragraphs(language)
            )
            for language, sides in versions.items()
        }
        covers = tuple(key_of(change) for change in changes if change.reason_id == reason.pk)
        if any(said.values()):
            body_ja, body_en = (
                said.get(code, "") for code in (ArticlesLanguage.JAPANESE, ArticlesLanguage.ENGLISH)
            )
            yield AdoptedReason(body_ja, body_en, covers)


def _refuse_lost_places(*versions: PresentAndProposed) -> None:
    language = interface_language()
    lost = [finding.message.in_language(language) for each in versions for finding in each.lost]
    if lost:
        raise Refused(" ".join(dict.fromkeys(lost)))


def _leaves_nothing(change: Change) -> bool:
    """Whether nothing is left of its target, not even a number."""
    return change.operation == Change.Operation.DELETE and change.numbering != Change.Numbering.KEEP


def _new_parts(
    changes: tuple[Change, ...], proposed: ArticlesOfIncorporation, *, dated: date
) -> tuple[NewPart, ...]:
    """The parts of the proposed articles that the record does not have, in their order."""
    openers = {opened_part_key(key_of(change)): change for change in changes if change.new_part}
    parts = [
        NewPart(
            part.key,
            title_ja=openers[part.key].new_part_title_ja,
            title_en=openers[part.key].new_part_title_en,
            dated=dated,
        )
        for part in proposed.supplementary
        if part.key in openers
    ]
    if proposed.main.key == "main" and proposed.main.children:
        # A company that had no articles so far.
        parts.insert(0, NewPart("main", kind="main"))
    return tuple(parts)
