"""A release made by hand, without the database and without the text core's table."""

from datetime import date

import pytest

from proposals.demo import data_of
from proposals.papers.facts import Facts
from proposals.papers.release import ReleasePaper, compose
from tests.proposals.table_cases import written_table

REASONS = (
    "The Company proposes to establish new provisions of Article 8 and Article 9.\nAnd why.",
    "To make the operations of general meetings of shareholders more flexible.",
)


@pytest.fixture
def facts() -> Facts:
    company = data_of("3774")["company"]
    return Facts(
        language="en",
        code="3774",
        name=company["name_en"],
        short_name=company["short_name_en"],
        listings=company["listings_en"],
        place=company["place_en"],
        representative="",
        about_title=company["about_title_en"],
        about=company["about_en"],
        forward_looking=company["forward_looking_en"],
        contact=company["contact_en"],
        meeting_ordinal=21,
        meeting_on=date(2013, 6, 26),
        resolved_on=date(2013, 5, 24),
        announced_on=date(2013, 5, 24),
        effective_on=date(2013, 6, 26),
        subject="Partial Amendment of the Articles of Incorporation",
    )


@pytest.fixture
def paper(facts: Facts) -> ReleasePaper:
    return compose(
        facts,
        address="3774-21-1",
        is_draft=True,
        reasons=REASONS,
        table=written_table("iij-2013-05-24"),
    )
