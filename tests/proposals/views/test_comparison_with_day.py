"""A draft beside the articles of any day."""

from datetime import date

import pytest

from governance.models import Article, AuditEntry
from proposals.draft.comparison_with_day import compare_with_day
from tests.proposals.views.drafting import add, amend

PATH = "/proposals/3774-21-1/comparison/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(proposal, articles, legal):
    amend(proposal, legal, Article.objects.get(wordings__caption_en="Chairman"))
    add(proposal, legal, after=articles[1].key)
    return proposal


def kinds(table):
    return [row.kind for row in table.shown if row.kind not in ("chapter", "unchanged")]


def test_a_draft_beside_a_day(signed_in, draft, legal, secretary, reader, stranger):
    for user in (legal, secretary):
        page = signed_in(user).get(f"{PATH}?on=2013-06-25&as=in-force")
        # The chair is amended; two others cite an article whose number moves.
        assert kinds(page.context["table"]) == ["inserted", "renumbered", *["amended"] * 3]
        text = page.content.decode()
        assert "As in force on Tuesday, June 25, 2013" in text
        assert "As proposed" in text
        assert "DRAFT" in text
    opened = AuditEntry.objects.filter(what="proposal.opened", about="3774-21-1")
    assert [entry.actor for entry in opened.order_by("pk")] == [legal, secretary]
    for user in (reader, stranger):
        assert signed_in(user).get(PATH).status_code == 404
    assert opened.count() == 2


def test_a_day_before_the_articles_has_everything_new(draft):
    table = compare_with_day(draft, "en", date(1999, 1, 1), "adopted")
    assert {row.kind for row in table.rows} == {"inserted"}


def test_without_a_day_it_is_today(signed_in, draft, legal):
    page = signed_in(legal).get(PATH)
    assert page.context["form"].cleaned_data["on"] >= date(2026, 1, 1)
    assert page.context["query"].endswith("&as=as-adopted")


def test_a_proposal_without_changes_reads_the_same(signed_in, proposal, legal):
    page = signed_in(legal).get(f"{PATH}?on=2013-06-25")
    assert "The articles read the same on both sides." in page.content.decode()


def test_what_is_no_day_is_said(signed_in, draft, legal):
    page = signed_in(legal).get(f"{PATH}?on=soon&as=in-force")
    assert page.status_code == 400
    assert 'value="soon"' in page.content.decode()


def test_the_proposal_leads_there(signed_in, draft, legal):
    page = signed_in(legal).get("/proposals/3774-21-1/")
    assert f'href="{PATH}?language=en"' in page.content.decode()
