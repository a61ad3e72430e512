"""A company whose articles were adopted, amended and corrected, each by its own transaction."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection, transaction

from governance import record
from governance.models import Company
from governance.models.role import Role
from governance.record.integrity import (
    RECORD_TABLES,
    ChainReport,
    history_problems,
    read_chain,
    row_problems,
    rule_problems,
    unaudited_writes,
)
from governance.text.amending.operations import Insert, Replace
from tests.adoptions import adopted, found, keys
from tests.people import person

MEETING, JULY = date(2013, 6, 26), date(2013, 7, 1)


@pytest.fixture
def recorded(transactional_db: None) -> Company:
    with transaction.atomic():
        company = Company.objects.create(code="3774", name_en="Example Inc.", name_ja="見本")
        legal = person("legal", company, Role.LEGAL_STAFF)
        found(company, "One.", "Two.", "Three.", by=legal)
    first = keys(company, MEETING)["1"]
    adopted(
        company,
        Insert("new", after=first, body="New."),
        Replace(first, body="Uno."),
        by=legal,
        adopted_on=MEETING,
        effective_on=JULY,
    )
    wording = record.articles_as_of(company, JULY)[0]
    record.correct(wording, body_en="Eins.", reason="Typed wrongly.", by=legal)
    return company


@pytest.fixture
def problems(recorded: Company) -> Callable[[], list[str]]:
    """All that the record of the company breaks."""
    return lambda: problems_of(read_chain(recorded.pk), recorded)


def problems_of(report: ChainReport, company: Company) -> list[str]:
    return [
        *report.problems,
        *row_problems(report, RECORD_TABLES),
        *unaudited_writes(report, RECORD_TABLES),
        *history_problems(company.pk),
        *rule_problems(company),
    ]


def run(*statements: str) -> None:
    """Plain SQL in one transaction, as whoever has the password of the database would."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
