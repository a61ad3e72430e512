"""The articles of a day as data, held to the schema."""

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from pytest_django import DjangoAssertNumQueries

from governance.models import Company
from governance.papers.articles import articles_of_day
from governance.papers.as_json import as_json
from tests.governance.papers.conftest import MEETING
from tests.paths import SCHEMAS
from tests.rows import article, days, decided, imported, main_part, wording
from tests.rows import meeting as general_meeting

SCHEMA = SCHEMAS / "articles.schema.json"


def valid(data: dict[str, Any]) -> dict[str, Any]:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    return data


def by_address(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["address"]: each for part in data["parts"] for each in part["provisions"]}


@pytest.mark.parametrize(
    ("code", "language", "day"),
    [
        ("3774", "en", MEETING),
        ("9990", "ja", date(2022, 6, 30)),
        ("9990", "en", date(2026, 6, 30)),
    ],
)
@pytest.mark.parametrize("clock", ["adopted", "in_force"])
def test_it_is_what_its_schema_says(
    loaded: dict[str, Company], db: None, code: str, language: str, day: date, clock: str
) -> None:
    data = valid(as_json(articles_of_day(loaded[code], day, clock, language)))  # type: ignore[arg-type]
    head = (data["company"], data["language"], data["on"], data["as"])
    assert head == (code, language, str(day), clock.replace("_", "-"))


def test_each_provision_says_when_it_holds_and_who_decided(iij: Company) -> None:
    data = valid(as_json(articles_of_day(iij, MEETING, "adopted", "en")))
    assert [(part["address"], part["title"]) for part in data["parts"]] == [
        ("main", ""),
        ("supplementary", "Supplementary Provisions"),
    ]
    found = by_address(data)
    decided_by_the_meeting = {
        "by": "meeting",
        "meeting": {"kind": "ordinary", "ordinal": 21, "date": "2013-06-26"},
        "section": None,
        "title": "Partial Amendment of the Articles of Incorporation",
    }
    eight = found["article:8"]
    assert (eight["number"], eight["caption"]) == (
        "8",
        "Rights Pertaining to Less-than-a-full-unit Shares",
    )
    assert eight["text"].startswith("No shareholder ")
    assert (eight["adopted_on"], eight["in_force_from"], eight["in_force_until"]) == (
        "2013-06-26",
        "2013-07-01",
        None,
    )
    assert eight["decided"] == decided_by_the_meeting
    last = found["supplementary:1"]
    assert (last["in_force_from"], last["in_force_until"], last["expires_on"]) == (
        "2013-06-26",
        "2013-06-30",
        "2013-07-01",
    )
    assert found["article:1"]["decided"]["by"] == "import"
    assert found["chapter:1"] == found["article:1"] | {
        "address": "chapter:1",
        "kind": "chapter",
        "caption": "GENERAL PROVISIONS",
        "text": "",
    }


def test_branch_numbers_and_unknown_days(company: Company) -> None:
    main, made = main_part(company), imported(company)
    later = decided(general_meeting(company), effective_on=None)
    wording(article(main), 9, made)
    wording(article(main), 9, later, branch=2, position=9500, in_force=None)
    wording(article(main), 10, later, position=9800, in_force=days(MEETING, MEETING))
    found = by_address(valid(as_json(articles_of_day(company, MEETING, "adopted", "en"))))
    assert {
        address: (each["number"], each["in_force_from"], each["in_force_until"])
        for address, each in found.items()
    } == {
        "article:9": ("9", "2012-06-27", None),
        "article:9-2": ("9-2", None, None),
        "article:10": ("10", None, None),
    }


def test_queries_do_not_grow_with_the_articles(
    iij: Company, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        as_json(articles_of_day(iij, MEETING, "adopted", "en"))
