"""What becomes of proposals, recorded in the browser: outcomes, conditions, corrections."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from governance import record
from governance.models import Company, Meeting, User, Wording
from governance.models.role import Role
from proposals import editing
from proposals.models import Proposal
from proposals.workflow import moves
from tests.journeys.conftest import Open
from tests.people import person
from tests.proposals.conftest import BASE_DAY
from tests.releases import publish
from tests.rows import MEETING_DAY

NOW = datetime(2013, 5, 24, 5, 0, tzinfo=UTC)
DAYS = {"resolved_on": BASE_DAY, "announced_on": BASE_DAY, "effective_on": MEETING_DAY}
ONE, TWO, THREE = (f"/proposals/3774-21-{number}/" for number in (1, 2, 3))


def user(name: str) -> User:
    return User.objects.get(username=name)


@pytest.fixture
def meeting(bare: Company) -> Meeting:
    return editing.create_meeting(
        bare, by=user("legal"), kind="ordinary", date=MEETING_DAY, ordinal=21
    )


def begin(meeting: Meeting, at: str, body: str, **given: Any) -> Proposal:
    """A proposal that gives an article other words, with its reason and days."""
    legal = user("legal")
    begun = editing.create_proposal(
        meeting, by=legal, base_day=BASE_DAY, title_en=given.pop("title_en", "Amendment"), **given
    )
    # What the board decides is announced on the day on which it decides.
    by_board = {**DAYS, "resolved_on": None, "announced_on": MEETING_DAY}
    days = by_board if meeting.is_of_board else DAYS
    begun = editing.set_dates(begun, by=legal, version=begun.version, **days)
    change = editing.add_change(
        begun,
        by=legal,
        operation="replace",
        at=article(meeting.company, at).key,
        body_en=body,
    )
    editing.add_reason(begun, by=legal, covers=[change], body_en=f"For another Article {at}.")
    return begun


def approve(*proposals: Proposal) -> None:
    for proposal in proposals:
        moves.submit(proposal, by=user("legal"), at=NOW)
        moves.approve(proposal, by=user("secretary"), at=NOW)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def states() -> list[str]:
    return list(Proposal.objects.order_by("number").values_list("state", flat=True))


def article(company: Company, label: str, day: date = BASE_DAY) -> Wording:
    rows = record.articles_as_of(company, day, clock="in_force")
    return next(row for row in rows if (row.kind, row.label) == ("article", label))


def test_two_meet_in_one_article_and_a_shareholder_s_is_rejected(
    bare: Company, meeting: Meeting, opened: Open
) -> None:
    first = begin(meeting, "14", "The Chair shall preside.")
    second = begin(meeting, "14", "The President shall preside.")
    third = begin(meeting, "2", "The objects are these.", proposed_by="shareholders")
    approve(first, second, third)
    page, legal = opened("secretary"), opened("legal")
    page.goto("/3774/meetings/21/")
    expect(page.locator(".overlaps")).to_contain_text("Proposals 1 and 2 both change Article 14")
    for address, verb in ((ONE, "adopt"), (THREE, "reject")):
        page.goto(f"{address}{verb}/")
        press(page, f"Record the {'adoption' if verb == 'adopt' else 'rejection'}")
        expect(page.get_by_role("status")).to_be_visible()
    page.goto(f"{TWO}adopt/")
    press(page, "Record the adoption")
    expect(page.get_by_role("alert")).to_contain_text("as amended by the meeting")
    page.goto(f"{TWO}amend-at-meeting/")
    page.get_by_label("Comment").fill("A motion from the floor.")
    press(page, "Amended by the meeting")
    expect(page.get_by_role("status")).to_contain_text("Reopened to enter what the meeting amended")

    legal.goto(f"{TWO}dates/")
    legal.get_by_label("Day of the present text").fill(str(MEETING_DAY))
    press(legal, "Save")
    expect(legal.get_by_role("status")).to_contain_text("Saved")
    legal.goto(f"{TWO}changes/{second.changes.get().pk}/")
    legal.get_by_label("Wording").fill("The Chair or the President shall preside.")
    press(legal, "Save")
    expect(legal.get_by_role("status")).to_contain_text("Saved")
    press(legal, "Submit for review")
    expect(legal.get_by_role("status")).to_contain_text("Submitted for review")
    page.goto(TWO)
    press(page, "Approve")
    expect(page.get_by_role("status")).to_contain_text("Approved")
    page.goto(f"{TWO}adopt/")
    press(page, "Record the adoption")
    expect(page.get_by_role("status")).to_contain_text("Adopted by the meeting")
    assert states() == ["adopted", "adopted", "rejected"]
    page.goto("/3774/meetings/21/")
    expect(page.locator(".agenda tbody")).to_contain_text("Adopted as amended")
    assert article(bare, "14", MEETING_DAY).body_en == "The Chair or the President shall preside."


def test_the_board_alone_lowers_the_unit(bare: Company, opened: Open) -> None:
    legal = user("legal")
    board = editing.create_meeting(bare, by=legal, kind="board", date=MEETING_DAY)
    unit = next(
        row for row in record.articles_as_of(bare, BASE_DAY) if "one unit of" in row.body_en
    )
    words = unit.body_en.replace("100 shares", "10 shares")
    proposal = begin(board, unit.label, words)
    at = f"/proposals/{proposal.address}/"
    page, secretary = opened("legal"), opened("secretary")
    page.goto(at)
    expect(page.get_by_role("button", name="Submit for review")).to_be_disabled()
    page.goto(f"{at}board-authority/")
    page.get_by_label("Article 195, Paragraph 1").check()
    page.get_by_label("Number in the present articles").fill("100")
    page.get_by_label("Number in the proposed articles").fill("10")
    press(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.goto(at)
    press(page, "Submit for review")
    expect(page.get_by_role("status")).to_contain_text("Submitted for review")
    secretary.goto(at)
    press(secretary, "Approve")
    expect(secretary.get_by_role("status")).to_contain_text("Approved")
    secretary.goto(f"{at}adopt/")
    press(secretary, "Record the adoption")
    expect(secretary.get_by_role("status")).to_contain_text("Adopted")
    page.goto("/3774/amendments/")
    expect(page.locator("main")).to_contain_text("Article 195, Paragraph 1")
    assert article(bare, unit.label, MEETING_DAY).body_en == words


def test_a_condition_comes_true_later(bare: Company, meeting: Meeting, opened: Open) -> None:
    begin(meeting, "14", "The Chair shall preside.")
    page, secretary = opened("legal"), opened("secretary")
    page.goto(f"{ONE}dates/")
    page.get_by_label("Effective date").fill("")
    page.get_by_label("Where the day of effect is not known").select_option("reorganisation")
    page.get_by_label("Condition in words").fill("the merger with ABC taking effect")
    press(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    approve(Proposal.objects.get())
    secretary.goto(f"{ONE}adopt/")
    press(secretary, "Record the adoption")
    expect(secretary.get_by_role("status")).to_contain_text("Adopted")
    page.goto("/3774/articles/2013-07-01/as-adopted/article:14/")
    waits = "Adopted, day of effect unknown (Subject to the merger with ABC taking effect)"
    expect(page.locator(".not-yet-in-force")).to_have_text(waits)
    assert article(bare, "14", date(2013, 12, 1)).body_en != "The Chair shall preside."
    secretary.goto("/3774/amendments/")
    secretary.get_by_role("link", name="Record the day of effect").click()
    secretary.get_by_role("textbox").last.fill("2013-10-01")
    press(secretary, "Record the day")
    expect(secretary.get_by_role("status")).to_be_visible()
    page.goto("/3774/articles/2013-10-01/in-force/article:14/")
    expect(page.locator(".provision")).to_contain_text("The Chair shall preside.")
    assert article(bare, "14", date(2013, 10, 1)).body_en == "The Chair shall preside."


def test_a_release_is_corrected(bare: Company, meeting: Meeting, opened: Open) -> None:
    proposal = begin(meeting, "14", "The Chiar shall preside.")
    approve(proposal)
    publish(proposal, by=user("secretary"))
    page, secretary, reader = opened("legal"), opened("secretary"), opened("reader")
    page.goto(f"{ONE}correct/")
    page.get_by_label("Comment").fill("A letter is wrong.")
    press(page, "Correct the release")
    expect(page.get_by_role("status")).to_contain_text("Reopened to correct the release")
    page.goto(f"{ONE}changes/{proposal.changes.get().pk}/")
    page.get_by_label("Wording").fill("The Chair shall preside.")
    press(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    reader.goto(f"{ONE}releases/")
    expect(reader.locator(".releases > li")).to_have_count(1)
    approve(Proposal.objects.get())
    secretary.goto(f"{ONE}publish/")
    secretary.get_by_label("Time of publication").fill("16:00")
    secretary.get_by_label("Where the board's resolution is recorded").fill("Minutes, item 4")
    press(secretary, "Release")
    expect(secretary.get_by_role("status")).to_contain_text("Released")
    reader.goto(f"{ONE}releases/")
    expect(reader.locator(".releases > li")).to_have_count(2)
    expect(reader.locator("#release-2")).to_contain_text("correction of release 1")
    reader.goto(f"{ONE}release/en/")
    for words in ("The Chiar shall preside.", "The Chair shall preside."):
        expect(reader.locator("main")).to_contain_text(words)


def test_two_secretaries_record_one_adoption_once(
    bare: Company, meeting: Meeting, opened: Open
) -> None:
    approve(begin(meeting, "14", "The Chair shall preside."))
    person("second-secretary", bare, Role.BOARD_SECRETARY)
    first, second = opened("secretary"), opened("second-secretary")
    for page in (first, second):
        page.goto(f"{ONE}adopt/")
    press(first, "Record the adoption")
    expect(first.get_by_role("status")).to_contain_text("Adopted")
    press(second, "Record the adoption")
    expect(second.locator("main")).to_contain_text("This proposal is adopted.")
    assert bare.amendments.filter(decided_by="meeting").count() == 1
