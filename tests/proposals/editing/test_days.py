"""How a proposal begins, its dates and its titles."""

from datetime import date

import pytest

from governance.models import AuditEntry, Meeting
from governance.people.refused import Refused
from proposals import editing
from proposals.models import Proposal
from tests.rows import meeting

DAY = date(2013, 6, 26)


def test_a_meeting_and_its_proposals_are_begun_by_legal_staff(company, legal, secretary):
    with pytest.raises(Refused):
        editing.create_meeting(company, by=secretary, kind="ordinary", ordinal=21, date=DAY)
    ordinary = editing.create_meeting(company, by=legal, kind="ordinary", ordinal=21, date=DAY)
    other = editing.create_meeting(company, by=legal, kind="extraordinary", date=date(2013, 9, 1))
    assert (ordinary.slug, other.slug) == ("21", "20130901")
    with pytest.raises(Refused):
        editing.create_proposal(ordinary, by=secretary, base_day=DAY, title_en="A")
    first = editing.create_proposal(ordinary, by=legal, base_day=DAY, title_en=" A\r\n")
    second = editing.create_proposal(ordinary, by=legal, base_day=DAY, title_ja="定款一部変更の件")
    third = editing.create_proposal(other, by=legal, base_day=DAY, title_en="C", number=7)
    assert [one.address for one in (first, second, third)] == [
        "3774-21-1",
        "3774-21-2",
        "3774-20130901-7",
    ]
    assert (first.title_en, first.state, first.created_by) == ("A", "drafting", legal)
    assert list(first.authors.all()) == [legal]
    assert list(AuditEntry.objects.order_by("pk").values_list("what", "about")) == [
        ("meeting.created", "3774-21"),
        ("meeting.created", "3774-20130901"),
        ("proposal.created", "3774-21-1"),
        ("proposal.created", "3774-21-2"),
        ("proposal.created", "3774-20130901-7"),
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {"kind": "ordinary", "ordinal": 21},
            "The company has a meeting with this name in addresses already.",
        ),
        (
            {"kind": "ordinary", "ordinal": None},
            "An ordinary meeting has an ordinal from 1 on; any other has none.",
        ),
        (
            {"kind": "ordinary", "ordinal": 0},
            "An ordinary meeting has an ordinal from 1 on; any other has none.",
        ),
        (
            {"kind": "ordinary", "ordinal": 40_000},
            "ordinal: Ensure this value is less than or equal to 32767.",
        ),
        ({"kind": "monthly", "ordinal": 1}, "kind: Value 'monthly' is not a valid choice."),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(values, sentence, company, legal):
    editing.create_meeting(company, by=legal, kind="ordinary", ordinal=21, date=DAY)
    with pytest.raises(Refused) as refused:
        editing.create_meeting(company, by=legal, date=DAY, **values)
    assert refused.value.sentence == sentence
    assert Meeting.objects.count() == 1


def test_a_proposal_that_cannot_be_is_refused(company, legal):
    agenda = meeting(company)
    editing.create_proposal(agenda, by=legal, base_day=DAY, title_en="A")
    for values, sentence in [
        (
            {"title_en": "A", "number": 1},
            "The agenda of this meeting has a proposal of this number already.",
        ),
        ({"title_en": "A", "number": 1000}, "Proposals are numbered from 1 to 999."),
        ({"title_en": " "}, "Write the title of the proposal."),
        ({"title_en": "x" * 301}, "The text has 301 characters; at most 300 are possible."),
    ]:
        with pytest.raises(Refused) as refused:
            editing.create_proposal(agenda, by=legal, base_day=DAY, **values)
        assert refused.value.sentence == sentence
    assert Proposal.objects.count() == 1


def test_dates_given_are_set_and_the_others_stay(proposal, legal, reader):
    with pytest.raises(Refused):
        editing.set_dates(proposal, by=reader, version=1, notice_on=date(2013, 6, 7))
    saved = editing.set_dates(
        proposal, by=legal, version=1, notice_on=date(2013, 6, 7), effective_on=None
    )
    assert saved.version == 2
    stored = Proposal.objects.get(pk=proposal.pk)
    assert (stored.notice_on, stored.effective_on, stored.resolved_on) == (
        date(2013, 6, 7),
        None,
        date(2013, 5, 24),
    )
    assert (stored.version, stored.history.first().history_user) == (2, legal)


def test_dates_that_cannot_be_are_refused(proposal, legal):
    with pytest.raises(Refused) as refused:
        editing.set_dates(proposal, by=legal, version=1, announced_on=date(2013, 5, 23))
    assert refused.value.sentence == (
        "The announcement cannot come before the resolution of the Board of Directors."
    )
    with pytest.raises(Refused) as refused:
        editing.set_dates(proposal, by=legal, version=1, base_day=None)
    assert refused.value.sentence == "day of the present text: This field cannot be null."
    with pytest.raises(TypeError, match="holiday_on"):
        editing.set_dates(proposal, by=legal, version=1, holiday_on=DAY)
    assert Proposal.objects.get(pk=proposal.pk).version == 1


def test_a_stale_save_of_dates_or_titles_is_a_conflict(proposal, legal, colleague):
    editing.set_dates(proposal, by=colleague, version=1, notice_on=date(2013, 6, 7))
    with pytest.raises(editing.Conflict) as conflict:
        editing.set_dates(proposal, by=legal, version=1, notice_on=date(2013, 6, 10))
    assert conflict.value.stored.notice_on == date(2013, 6, 7)
    assert conflict.value.typed == {"notice_on": date(2013, 6, 10)}
    with pytest.raises(editing.Conflict):
        editing.set_titles(proposal, by=legal, version=1, title_ja="", title_en="B")
    saved = editing.set_titles(proposal, by=legal, version=2, title_ja="", title_en="B")
    assert (saved.title_en, saved.version) == ("B", 3)


def test_other_edits_leave_the_version_of_the_dates(proposal, articles, legal):
    """Whoever has the dates open is not disturbed by work on the changes."""
    before = Proposal.objects.get(pk=proposal.pk)
    editing.add_reason(proposal, by=legal, body_en="One.")
    after = Proposal.objects.get(pk=proposal.pk)
    assert after.version == before.version
    assert after.updated_at > before.updated_at
