"""Amendments made through the table alone, undone to the bare articles and done again."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from governance import record
from governance.models import Company, Wording
from governance.text.citations.consequence import FOLLOWED
from proposals.demo.loading import LoadedDemo
from proposals.draft.derive import Draft, draft
from proposals.models import Proposal
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import (
    act,
    begin,
    body,
    insert,
    leave,
    rewrite,
    saved,
    undo_and_redo_all,
    write,
)

BEFORE, ADOPTED = date(2022, 6, 23), date(2022, 6, 24)
TODAY = date(2026, 5, 15)


def desk(opened: Open, proposal: Proposal, query: str) -> Page:
    page = opened("stranger")
    page.goto(f"/proposals/{proposal.address}/?{query}&open=all")
    return page


def aogiri() -> Company:
    return Company.objects.get(code="9990")


def row_of(page: Page, number: int, suffix: str = "") -> str:
    """The selector of the row of an article of the main part."""
    found = aogiri().wordings.filter(number=number, kind="article", part__kind="main")
    return f"#row-a{found.values_list('article', flat=True).distinct().get()}{suffix}"


def drafted(proposal: Proposal, language: str = "en") -> Draft:
    return draft(Proposal.objects.get(pk=proposal.pk), language)


def numbers(proposal: Proposal, side: str) -> list[str]:
    articles = getattr(drafted(proposal), side)
    return [f"{one.key} {one.number}" for _part, one in articles.units()]


def test_electronic_provision_in_both_languages(demo: LoadedDemo, opened: Open) -> None:
    proposal = begin(aogiri(), BEFORE)
    page = desk(opened, proposal, "language=ja&languages=both")
    own = row_of(page, 16)
    new = Wording.objects.get(article_id=int(own.removeprefix("#row-a")), ended_by=None)
    expect(page.locator(f"{own} td.present")).to_contain_text("インターネット開示")
    rewrite(page, page.locator(own), new.caption_ja, new.body_ja)
    lacking = page.locator("#panel-changes summary .lacks-words")
    expect(lacking).to_have_text("≠ 1")
    rewrite(page, page.locator(f"{own}-en"), new.caption_en, new.body_en)
    expect(lacking).to_have_count(0)
    adopted = record.articles_as_of(aogiri(), ADOPTED)
    for language in ("ja", "en"):
        then = record.articles_tree(adopted, language).by_key(new.article.key)
        now = drafted(proposal, language).proposed.by_key(new.article.key)
        assert now is not None
        assert then is not None
        assert (now.caption, now.body) == (then.caption, then.body)
    undo_and_redo_all(page, 2)


def test_a_number_is_emptied_and_one_gets_a_branch(demo: LoadedDemo, opened: Open) -> None:
    proposal = begin(aogiri(), TODAY)
    page = desk(opened, proposal, "language=en")
    act(page, page.locator(row_of(page, 10)), "delete")
    page.locator(".strip").get_by_label("Keep the number").check()
    emptied = page.locator("#table td.proposed", has_text=re.compile(r"Article 10\W+\(?Deleted"))
    expect(emptied).to_have_count(1)
    expect(page.locator(".strip :focus")).to_have_count(1)
    page.locator(".strip").get_by_role("button", name="Done").click()
    insert(page, page.locator(row_of(page, 12)), "Seal", "The Company has a seal.")
    saved(page)
    with page.expect_response("**/table/decide/**"):
        page.locator(".strip").get_by_label("branch number").check()
    body(page).focus()
    leave(page)
    expect(page.locator("#table td.proposed", has_text="Article 12-2")).to_have_count(1)
    present, proposed = numbers(proposal, "present"), numbers(proposal, "proposed")
    assert [one.split()[1] for one in proposed if one not in present] == ["12-2"]
    assert set(present) <= set(proposed)
    undo_and_redo_all(page, 4)


def test_an_article_is_moved_and_amended_and_citations_follow(
    demo: LoadedDemo, opened: Open
) -> None:
    proposal = begin(aogiri(), TODAY)
    page = desk(opened, proposal, "language=en")
    moved = row_of(page, 11)
    write(page, page.locator(moved)).press("Control+End")
    page.keyboard.type(" So it is.")
    leave(page)
    act(page, page.locator(moved), "move")
    place = page.locator(".strip").get_by_label("Place")
    after_two = place.locator("option", has_text="after Article 2 ").first
    place.select_option(after_two.get_attribute("value"))
    expect(page.locator(f"{moved} td.proposed")).to_contain_text("Article 3.")
    expect(page.locator(f"{moved} td.proposed ins", has_text="So it is.")).to_have_count(1)
    insert(page, page.locator(row_of(page, 12)), "Seal", "The Company has a seal.")
    leave(page)
    followed = [one for one in drafted(proposal).consequences if one.outcome == FOLLOWED]
    assert len({one.before for one in followed}) >= 3
    undo_and_redo_all(page, 3)
