from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from pytest_django import DjangoAssertNumQueries

from governance.models import Company, Meeting, User
from proposals.models import Change, Proposal, Reason
from tests import rows


@pytest.fixture
def proposal(company: Company, legal: User) -> Proposal:
    return Proposal.objects.create(
        company=company,
        meeting=rows.meeting(company),
        number=1,
        title_en="Partial Amendment of the Articles of Incorporation",
        base_day=date(2013, 5, 24),
        created_by=legal,
    )


def test_a_proposal_has_an_address(
    proposal: Proposal, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = Proposal.objects.at_address("3774-21-1").with_names().get()
        assert found.address == "3774-21-1"
    assert found == proposal


def test_a_proposal_of_an_extraordinary_meeting_has_one_too(company: Company, legal: User) -> None:
    meeting = Meeting.objects.create(company=company, kind="extraordinary", date=date(2013, 9, 1))
    proposal = Proposal.objects.create(
        company=company,
        meeting=meeting,
        number=2,
        title_ja="定款の一部変更の件",
        base_day=date(2013, 7, 1),
        created_by=legal,
    )
    assert proposal.address == "3774-20130901-2"
    assert Proposal.objects.at_address("3774-20130901-2").get() == proposal
    # The meeting is put off; what people wrote down of the address holds.
    meeting.date = date(2013, 9, 8)
    meeting.save()
    assert Proposal.objects.at_address("3774-20130901-2").get() == proposal


@pytest.mark.parametrize(
    "address",
    [
        "",
        "3774",
        "3774-21",
        "3774-21-2",
        "3774-22-1",
        "9001-21-1",
        "3774-21-01",
        "3774-21-0",
        "3774-21-1\n",
        "3774-21-１",
        "3774-21-" + "9" * 40,
        "3774-21-1\x00",
    ],
)
def test_an_address_of_nothing_finds_nothing(proposal: Proposal, address: str) -> None:
    assert list(Proposal.objects.at_address(address)) == []


def test_proposals_are_those_of_the_persons_companies(
    proposal: Proposal, legal: User, stranger: User
) -> None:
    assert list(Proposal.objects.of(legal)) == [proposal]
    assert list(Proposal.objects.of(stranger)) == []


def test_dates_out_of_order_are_told_at_their_fields(proposal: Proposal) -> None:
    proposal.resolved_on = date(2013, 5, 24)
    proposal.announced_on = date(2013, 5, 23)
    proposal.electronic_on = date(2013, 6, 12)
    proposal.notice_on = date(2013, 6, 11)
    proposal.effective_on = date(2013, 5, 1)
    with pytest.raises(ValidationError) as caught:
        proposal.full_clean()
    assert caught.value.message_dict == {
        "announced_on": [
            "The announcement cannot come before the resolution of the Board of Directors."
        ],
        "notice_on": [
            "The sending of the notice cannot come before the start of electronic provision."
        ],
        "effective_on": [
            "The taking of effect cannot come before the resolution of the Board of Directors."
        ],
    }


def test_dates_of_the_release_of_2013_stand(proposal: Proposal) -> None:
    proposal.resolved_on = proposal.announced_on = date(2013, 5, 24)
    proposal.effective_on = date(2013, 6, 26)
    proposal.full_clean()


def test_a_second_proposal_of_a_number_is_told(proposal: Proposal, legal: User) -> None:
    second = Proposal(
        company=proposal.company,
        meeting=proposal.meeting,
        number=1,
        title_en="Another",
        base_day=date(2013, 5, 24),
        created_by=legal,
    )
    with pytest.raises(ValidationError) as caught:
        second.full_clean()
    assert caught.value.message_dict == {
        "__all__": ["The agenda of this meeting has a proposal of this number already."]
    }


def test_a_change_takes_its_company_from_the_proposal(proposal: Proposal) -> None:
    part = rows.main_part(proposal.company)
    change = Change(proposal=proposal, operation="insert", anchor_part=part, body_en="Words.")
    change.full_clean()
    change.save()
    assert change.company == proposal.company


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"operation": "insert", "new_part": True, "body_en": ""}, "Write the wording of what is"),
        ({"operation": "insert", "body_en": "Words."}, "What is inserted or moved stands after"),
        ({"operation": "replace", "body_en": "Words."}, "What is amended, deleted or moved is an"),
        (
            {"operation": "insert", "new_part": True, "body_en": "W.", "numbering": "keep"},
            "Only what is",
        ),
    ],
)
def test_a_change_that_lacks_something_is_told(
    proposal: Proposal, columns: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        Change(proposal=proposal, **columns).full_clean()
    (told,) = caught.value.message_dict["__all__"]
    assert told.startswith(sentence)


def test_a_change_taken_out_of_the_draft_leaves_its_history(proposal: Proposal) -> None:
    part = rows.main_part(proposal.company)
    change = Change.objects.create(
        proposal=proposal, operation="insert", anchor_part=part, body_en="Words."
    )
    key = change.pk
    change.delete()
    lines = Change.history.filter(id=key)
    assert [(line.history_type, line.body_en) for line in lines] == [
        ("-", "Words."),
        ("+", "Words."),
    ]


def test_what_others_point_to_is_not_deleted(proposal: Proposal) -> None:
    article = rows.article(rows.main_part(proposal.company))
    reason = Reason.objects.create(proposal=proposal, position=1, body_en="So that it is so.")
    inserted = Change.objects.create(
        proposal=proposal,
        operation="insert",
        anchor_article=article,
        body_en="Words.",
        reason=reason,
    )
    Change.objects.create(
        proposal=proposal, operation="insert", anchor_change=inserted, body_en="More words."
    )
    for row in (article, reason, inserted, proposal, proposal.meeting, proposal.company):
        with pytest.raises(ProtectedError):
            row.delete()


def test_reasons_trade_places(proposal: Proposal) -> None:
    first = Reason.objects.create(proposal=proposal, position=1, body_en="First.")
    second = Reason.objects.create(proposal=proposal, position=2, body_en="Second.")
    first.position, second.position = 2, 1
    first.save()
    second.save()
    assert [reason.body_en for reason in proposal.reasons.all()] == ["Second.", "First."]


def test_a_reason_has_paragraphs() -> None:
    reason = Reason(body_en="The Company resolved.\n\nAccordingly, it proposes.\n", body_ja="")
    assert reason.paragraphs("en") == ["The Company resolved.", "Accordingly, it proposes."]
    assert reason.paragraphs("ja") == []
