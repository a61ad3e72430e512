"""Releases made by hand, in English and Japanese, without the database or the core's table."""

from dataclasses import replace
from datetime import date

import pytest

from proposals.calendar.days import Schedule
from proposals.demo import data_of
from proposals.papers.facts import Facts
from proposals.papers.release import ReleasePaper, compose
from tests.proposals.table_cases import written_table

REASONS = (
    "The Company proposes to establish new provisions of Article 8 and Article 9.\nAnd why.",
    "To make the operations of general meetings of shareholders more flexible.",
)


def schedule(**days: date | None) -> Schedule:
    """The days of May 2013, but those given."""
    known = {
        "meeting_on": date(2013, 6, 26),
        "resolved_on": date(2013, 5, 24),
        "announced_on": date(2013, 5, 24),
        "effective_on": date(2013, 6, 26),
    }
    return Schedule(**known | days)


@pytest.fixture
def facts() -> Facts:
    company = data_of("3774")["company"]
    return Facts(
        language="en",
        code="3774",
        company={
            "representative": "",
            **{
                name: company[f"{name}_en"]
                for name in (
                    *("name", "short_name", "listings", "place", "about_title", "about"),
                    *("forward_looking", "contact"),
                )
            },
        },
        meeting_kind="ordinary",
        meeting_ordinal=21,
        board_law="",
        days=schedule(),
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


@pytest.fixture
def japanese_facts(facts: Facts) -> Facts:
    return replace(
        facts,
        language="ja",
        company={
            "name": "株式会社インターネットイニシアティブ",
            "short_name": facts.company["short_name"],
            "listings": "東証第一部",
            "representative": "代表取締役社長　みほん 花子",
            "about_title": "",
            "about": "",
            "forward_looking": "",
            "contact": "広報部　みほん 太郎\n（TEL　03-0000-0000）",
        },
        subject="定款の一部変更の件",
    )


@pytest.fixture
def japanese_paper(japanese_facts: Facts) -> ReleasePaper:
    return compose(
        japanese_facts,
        address="3774-21-1",
        is_draft=True,
        reasons=["第14条（議長）を改めます。", "条数を繰り下げます。"],
        table=written_table("ja-layout", "japanese-release"),
    )
