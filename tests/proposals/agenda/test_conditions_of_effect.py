"""What an amendment waits for, where the day of its effect is not known."""

from datetime import date

import pytest

from governance import record
from governance.papers.articles import articles_of_day, paper_of
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.readiness import missing_for_review
from proposals.models import Proposal
from proposals.papers.release import release_paper
from proposals.workflow import moves
from tests.proposals.agenda.conftest import AFTER, MEETING

MERGER = {
    "effective_on": None,
    "condition_kind": "reorganisation",
    "condition_en": "the merger with ABC Co., Ltd. taking effect",
}


@pytest.fixture
def wait(legal):
    def wait(proposal: Proposal, **condition: object) -> Proposal:
        given = {"effective_on": None} | condition
        return editing.set_dates(proposal, by=legal, version=proposal.version, **given)

    return wait


@pytest.fixture
def drafted(proposal, articles, change):
    change(proposal, operation="replace", at=articles[6].key, body_en="The term is two years.")
    return proposal


def test_a_condition_takes_the_place_of_the_day(drafted, wait):
    proposal = wait(drafted, **MERGER)
    assert missing_for_review(proposal) == ()
    line = release_paper(draft(proposal, "en")).schedule[-1]
    assert (line.label, line.day) == (
        "Scheduled effective date:",
        "Subject to the merger with ABC Co., Ltd. taking effect",
    )


def test_a_condition_in_one_language_alone_keeps_it_from_review(drafted, wait, company):
    company.keeps_japanese, company.name_ja = True, "見本"
    company.save()
    proposal = wait(drafted, **MERGER)
    codes = [finding.code for finding in draft(proposal, "ja").findings]
    assert "empty-condition" in codes
    told = [(one.sentence, one.where) for one in missing_for_review(proposal)]
    assert ("The condition of the effect is not written in Japanese.", "dates") in told
    assert "empty-condition" not in [one.code for one in draft(proposal, "en").findings]
    # What the program words itself needs none.
    proposal = wait(proposal, condition_kind="board_day", condition_en="", condition_ja="")
    assert "empty-condition" not in [one.code for one in draft(proposal, "ja").findings]


def test_day_and_condition_contradict_each_other(drafted, wait):
    with pytest.raises(Refused, match="either a day of effect or a condition"):
        wait(drafted, **MERGER | {"effective_on": MEETING})


def test_the_record_waits_until_the_day_is_entered(
    drafted,
    wait,
    approve,
    secretary,
    company,
    client,
):
    proposal = wait(drafted, **MERGER)
    approve(proposal)
    moves.adopt(proposal, by=secretary, at=AFTER)
    made = company.amendments.order_by("pk").last()
    assert (made.effective_on, made.condition_en) == (
        None,
        "Subject to the merger with ABC Co., Ltd. taking effect",
    )
    paper = paper_of(articles_of_day(company, MEETING, "adopted", "en"))
    note = "Adopted, day of effect unknown (Subject to the merger with ABC Co., Ltd. taking effect)"
    assert [unit.note for unit in paper.parts[0].units if unit.note] == [f"{note}."]
    assert paper.notes == (f"{note}: the new wording of Article 6 (Term).",)
    client.force_login(secretary)
    for page in ("articles/2013-06-26/as-adopted/", "articles/2013-06-26/as-adopted/article:6/"):
        text = client.get(f"/3774/{page}").content.decode()
        assert text.count("(Subject to the merger with ABC Co., Ltd. taking effect)") == 2
        assert "{#" not in text  # a comment of a template has one line
    later = date(2013, 12, 1)
    assert _term(company, later) == "The term of a director is one year, Article 5 notwithstanding."
    record.set_day_of_effect(made, on=date(2013, 10, 1), by=secretary)
    assert _term(company, later) == "The term is two years."


def test_a_change_with_a_day_of_its_own_does_not_wait(
    drafted,
    articles,
    wait,
    change,
    approve,
    legal,
    secretary,
    company,
):
    change(drafted, operation="replace", at=articles[3].key, body_en="It sits in Osaka.")
    own = drafted.changes.get(target=articles[3])
    editing.save_change(own, by=legal, version=own.version, effective_on=date(2013, 7, 1))
    drafted.refresh_from_db()
    proposal = wait(drafted, **MERGER)
    approve(proposal)
    moves.adopt(proposal, by=secretary, at=AFTER)
    now = record.articles_as_of(company, date(2013, 8, 1), clock="in_force")
    assert [row.body_en for row in now if row.kind == "article"][2] == "It sits in Osaka."
    assert _term(company, date(2013, 8, 1)).startswith("The term of a director is one year")


def test_it_waits_for_another_proposal(three, wait, legal, secretary, company):
    first, second, third = three
    moves.reopen(third, by=legal, at=AFTER)
    third.refresh_from_db()
    wait(third, condition_kind="proposal", condition_proposal=second)
    third.refresh_from_db()
    assert third.condition.ja == "第2号議案が可決されることを条件とする"
    moves.submit(third, by=legal, at=AFTER)
    moves.approve(third, by=secretary, at=AFTER)
    moves.adopt(first, by=secretary, at=AFTER)
    with pytest.raises(Refused, match=r"waits for the adoption of Proposal No\. 2; record that"):
        moves.adopt(third, by=secretary, at=AFTER)
    moves.adopt(second, by=secretary, at=AFTER)
    moves.adopt(third, by=secretary, at=AFTER)
    assert company.amendments.order_by("pk").last().effective_on == MEETING


def test_it_fails_with_the_other_proposal(three, wait, legal, secretary):
    first, _second, third = three
    moves.reopen(third, by=legal, at=AFTER)
    third.refresh_from_db()
    wait(third, condition_kind="proposal", condition_proposal=first)
    moves.submit(third, by=legal, at=AFTER)
    moves.approve(third, by=secretary, at=AFTER)
    moves.reject(first, by=secretary, at=AFTER)
    with pytest.raises(Refused, match=r"the adoption of Proposal No\. 1, which has failed"):
        moves.adopt(third, by=secretary, at=AFTER)


def test_no_condition_waits_for_itself(proposal, begin, wait):
    other, third = begin("Other"), begin("Third")
    with pytest.raises(Refused, match="its own adoption"):
        wait(proposal, condition_kind="proposal", condition_proposal=proposal)
    wait(proposal, condition_kind="proposal", condition_proposal=other)
    wait(other, condition_kind="proposal", condition_proposal=third)
    with pytest.raises(Refused, match="Proposal 1 waits for this one already"):
        wait(third, condition_kind="proposal", condition_proposal=Proposal.objects.get(number=1))


def test_the_condition_is_undone_with_the_dates(drafted, wait, legal):
    wait(drafted, **MERGER)
    editing.undo(drafted, by=legal)
    drafted.refresh_from_db()
    assert (drafted.condition_kind, drafted.effective_on) == ("", MEETING)


def _term(company, day):
    rows = record.articles_as_of(company, day, clock="in_force")
    return [row.body_en for row in rows if row.kind == "article"][5]
