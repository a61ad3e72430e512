"""The adjournment or continuation of a general meeting (Companies Act, Article 317)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import Meeting, User
from governance.models.role import Role
from governance.people import audit
from governance.people.permissions import roles_in
from governance.people.refused import Refused
from governance.record.pending_rows import lock_company
from governance.record.refusal import format_day
from proposals.models import Proposal


def refusal_to_continue(user: User, meeting: Meeting) -> str:
    """The reason why `user` may not enter that the meeting was continued, or ""."""
    if Role.BOARD_SECRETARY not in roles_in(user, meeting.company):
        return _("Only a board secretary of the company may enter that a meeting was continued.")
    if meeting.kind not in Meeting.GENERAL:
        return _("Only a general meeting is adjourned or continued (Companies Act, Article 317).")
    return ""


@transaction.atomic
def continue_meeting(meeting: Meeting, *, by: User, on: date | None) -> Meeting:
    """Enter the day to which a meeting was adjourned or on which it was continued; None: no other.

    Raises `Refused` where something was decided on another day that it would no longer have.
    """
    lock_company(meeting.company_id)
    meeting = Meeting.objects.select_related("company").get(pk=meeting.pk)
    if sentence := refusal_to_continue(by, meeting):
        raise Refused(sentence)
    if on is not None and on <= meeting.date:
        raise Refused(
            _("A meeting is continued on a later day than its own, %(day)s.")
            % {"day": format_day(meeting.date)}
        )
    decided = Proposal.objects.filter(meeting=meeting, decided_on=meeting.continued_on).first()
    if meeting.continued_on is not None and decided is not None and on != meeting.continued_on:
        raise Refused(
            _("Proposal No. %(number)d was decided on %(day)s; that day stands.")
            % {"number": decided.number, "day": format_day(meeting.continued_on)}
        )
    meeting.continued_on = on
    audit.set_history_user(meeting, by=by)
    meeting.save(update_fields=["continued_on"])
    about = f"{meeting.company.code}-{meeting.slug}"
    audit.record("meeting.continued", by=by, company=meeting.company, about=about)
    return meeting
