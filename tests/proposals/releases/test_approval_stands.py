"""What was approved prints as it was, or says DRAFT; a later edit reopens it and names itself."""

from datetime import date

import pytest

from governance import record
from governance.models import Company, Meeting
from governance.models.role import Role
from governance.people.company_data import change_company, data_version
from governance.people.printed_data import tell_printed_data_changed
from governance.people.refused import Refused
from proposals.models import Approval, Change, Proposal, Reason, Review
from proposals.releases.content import changed_since_approval
from proposals.releases.papers import shown_release, was_approved
from tests.people import person
from tests.proposals.releases.conftest import NOW, PUBLISHED
from tests.states import put


def wording_of(articles, number):
    return articles[number].wordings.recorded().get()


def state_of(proposal: Proposal) -> str:
    return Proposal.objects.values_list("state", flat=True).get(pk=proposal.pk)


def test_an_approved_paper_is_printed_without_draft(complete, approve):
    assert shown_release(complete, "en").paper.is_draft
    approve(complete)
    assert was_approved(complete)
    assert not shown_release(complete, "en").paper.is_draft
    assert changed_since_approval(complete) == ()


def test_a_correction_of_the_record_reopens_the_approval_and_names_itself(
    approved, articles, legal
):
    record.correct(
        wording_of(articles, 2), reason="A slip.", by=legal, body_en="The objects are these."
    )
    assert state_of(approved) == "drafting"
    review = Review.objects.latest("pk")
    assert (review.move, review.from_state, review.to_state, review.by) == (
        "lapse",
        "approved",
        "drafting",
        legal,
    )
    assert review.comment == (
        "wording 2, body in English: “The objects of the Company are the businesses listed below.”"
        " is now “The objects are these.”."
    )


def test_an_administrator_who_changes_what_it_prints_reopens_it_and_is_told(approved, articles):
    company = approved.company
    head = person("head", company, Role.ADMINISTRATOR)
    unprinted = {"time_zone": "Asia/Seoul"}
    assert change_company(company, unprinted, version=data_version(company), by=head) == []
    assert state_of(approved) == "approved"
    printed = {"representative_en": "Somebody Else"}
    reopened = change_company(company, printed, version=data_version(company), by=head)
    assert (reopened, state_of(approved)) == (["3774-21-1"], "drafting")
    assert "Somebody Else" in Review.objects.latest("pk").comment


def test_a_correction_of_what_the_proposal_does_not_print_of_leaves_it_alone(
    approved, other_company, legal
):
    assert tell_printed_data_changed(other_company, by=legal) == []
    assert tell_printed_data_changed(approved.company, by=legal) == []
    assert state_of(approved) == "approved"


EDITS = {
    "company": lambda p: Company.objects.filter(pk=p.company_id).update(name_en="Other Inc."),
    "house style": lambda p: Company.objects.filter(pk=p.company_id).update(
        house_style_overrides={"en": {"note": "(Changed.)"}}
    ),
    "meeting": lambda p: Meeting.objects.filter(pk=p.meeting_id).update(date=date(2013, 6, 27)),
    "days": lambda p: Proposal.objects.filter(pk=p.pk).update(effective_on=date(2013, 7, 1)),
    "title": lambda p: Proposal.objects.filter(pk=p.pk).update(title_en="Another title"),
    "change": lambda p: Change.objects.filter(proposal=p).update(body_en="The President chairs."),
    "reason": lambda p: Reason.objects.filter(proposal=p).update(body_en="For no reason."),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_past_the_program_is_noticed_where_it_prints(
    edit, approved, secretary, legal, publish
):
    EDITS[edit](approved)
    fresh = Proposal.objects.with_names().get(pk=approved.pk)
    (difference,) = changed_since_approval(fresh)
    assert difference.sentence
    assert not was_approved(fresh)
    assert shown_release(fresh, "en").paper.is_draft
    with pytest.raises(Refused) as refused:
        publish(fresh)
    assert difference.sentence in refused.value.sentence
    assert tell_printed_data_changed(fresh.company, by=legal) == ["3774-21-1"]
    assert state_of(approved) == "drafting"


def test_what_was_released_is_printed_to_the_byte_whatever_is_edited(approved, publish, legal):
    released = publish(approved)
    before = shown_release(approved, "en")
    for edit in EDITS.values():
        edit(approved)
    fresh = Proposal.objects.with_names().get(pk=approved.pk)
    after = shown_release(fresh, "en")
    assert after.paper == before.paper
    assert not after.paper.is_draft
    assert bytes(after.file.content) == bytes(before.file.content)
    assert bytes(after.file.content).startswith(b"%PDF-")
    # The comparison with a day is derived from the rows, and says so.
    assert not was_approved(fresh)
    assert tell_printed_data_changed(fresh.company, by=legal) == []
    assert released.published_at == PUBLISHED


def test_a_proposal_approved_before_approvals_were_stored_says_draft(complete, secretary, publish):
    put(complete, "approved")
    fresh = Proposal.objects.with_names().get(pk=complete.pk)
    assert not Approval.objects.exists()
    assert shown_release(fresh, "en").paper.is_draft
    with pytest.raises(Refused) as refused:
        publish(fresh)
    assert refused.value.sentence == (
        "It was approved before approvals were stored. Reopen it and have it approved again."
    )


def test_the_meeting_adopts_what_was_released(approved, publish, secretary, articles, legal):
    from proposals.workflow import moves

    publish(approved)
    record.correct(wording_of(articles, 2), reason="A slip.", by=legal, body_en="The objects.")
    assert state_of(approved) == "released"
    with pytest.raises(Refused) as refused:
        moves.adopt(approved, by=secretary, at=NOW.replace(month=7))
    assert "is now “The objects.”" in refused.value.sentence
