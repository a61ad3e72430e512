"""How a proposal begins: its meeting, and the proposal itself."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.models import Company, Meeting, User
from governance.models.amendment import LONGEST_TITLE
from governance.people import audit
from governance.people.refused import Refused, stored_text
from proposals.editing.transaction import save
from proposals.models import Proposal
from proposals.models.proposal import ProposedBy
from proposals.workflow.permissions import refusal_to_draft


class AgendaItemValues(TypedDict, total=False):
    """The title of the agenda item in each language, one of which may be empty; and whose proposal
    it is.
    """

    title_ja: str
    title_en: str
    proposed_by: str


@transaction.atomic
def create_meeting(
    company: Company, *, by: User, kind: str, date: date, ordinal: int | None = None
) -> Meeting:
    """Enter a meeting; an ordinary one has an ordinal."""
    _require(by, company)
    meeting = Meeting(company=company, kind=kind, date=date, ordinal=ordinal)
    meeting.slug = meeting.default_slug
    save(meeting, by=by, new=True)
    audit.record("meeting.created", by=by, company=company, about=f"{company.code}-{meeting.slug}")
    return meeting


@transaction.atomic
def create_proposal(
    meeting: Meeting,
    *,
    by: User,
    base_day: date,
    number: int | None = None,
    **values: Unpack[AgendaItemValues],
) -> Proposal:
    """Begin a proposal on the agenda of `meeting`; without `number` it takes the next one.

    `base_day` is the day whose articles, as adopted, are amended.
    """
    # Locked, so that two proposals begun at once do not take one number.
    meeting = (
        Meeting.objects.select_for_update(of=("self",)).select_related("company").get(pk=meeting.pk)
    )
    company = meeting.company
    _require(by, company)
    proposed_by = _proposed_by(meeting, values.get("proposed_by") or ProposedBy.COMPANY)
    if number is None:
        on_agenda = Proposal.objects.filter(meeting=meeting).on_agenda()
        last = on_agenda.aggregate(last=Max("number"))["last"]
        number = (last or 0) + 1
    proposal = Proposal(
        company=company,
        meeting=meeting,
        number=number,
        base_day=base_day,
        proposed_by=proposed_by,
        title_ja=stored_text(values.get("title_ja", ""), longest=LONGEST_TITLE).strip(),
        title_en=stored_text(values.get("title_en", ""), longest=LONGEST_TITLE).strip(),
        created_by=by,
    )
    save(proposal, by=by, new=True)
    proposal.authors.add(by)
    audit.record("proposal.created", by=by, company=company, about=proposal.address)
    return proposal


def _require(by: User, company: Company) -> None:
    if sentence := refusal_to_draft(by, company):
        raise Refused(sentence)


def _proposed_by(meeting: Meeting, proposed_by: str) -> str:
    """Whose proposal it is, once it is certain that they may make one there."""
    if meeting.is_of_board and proposed_by != ProposedBy.COMPANY:
        raise Refused(
            _(
                "Shareholders make proposals to a general meeting (Companies Act, Articles 303 to"
                " 305), not to the board."
            )
        )
    return proposed_by
