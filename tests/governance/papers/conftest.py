"""The companies of the demonstration, the amendment of 2013 adopted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from governance import record
from governance.models import Company, User
from governance.models.role import Role
from governance.papers.comparison import ComparisonPaper, comparison_paper
from governance.papers.vocabulary import state_of_articles
from proposals.demo.loading import load
from proposals.workflow import moves
from proposals.workflow.adopting import adoption_of
from tests.people import person

DRAFTED = datetime(2013, 5, 24, 9, 0, tzinfo=UTC)
BEFORE, MEETING, JULY = date(2013, 6, 25), date(2013, 6, 26), date(2013, 7, 1)


@pytest.fixture(scope="module")
def loaded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[dict[str, Company]]:
    """By code; loaded once for the tests of a file, each of which is rolled back to this."""
    with django_db_blocker.unblock(), transaction.atomic():
        (proposal,) = load("3774").proposals
        legal, secretary = (User.objects.get(username=name) for name in ("legal", "secretary"))
        moves.submit(proposal, by=legal, at=DRAFTED)
        moves.approve(proposal, by=secretary, at=DRAFTED)
        record.adopt(adoption_of(proposal), by=secretary)
        (other,) = load("9990").proposals
        yield {"3774": proposal.company, "9990": other.company}
        transaction.set_rollback(True)


@pytest.fixture
def iij(loaded: dict[str, Company], db: None) -> Company:
    """English alone; Articles 8 and 9 are adopted on 26 June 2013 and in force from 1 July."""
    return loaded["3774"]


@pytest.fixture
def aogiri(loaded: dict[str, Company], db: None) -> Company:
    """Both languages; an amendment of 24 June 2022 is in force from 1 September."""
    return loaded["9990"]


@pytest.fixture
def company(db: None) -> Company:
    """One without articles yet, beside those of the demonstration."""
    return Company.objects.create(code="9001", name_en="Sample Inc.", name_ja="株式会社みほん")


@pytest.fixture
def legal(company: Company) -> User:
    """Under another name than the legal staff of the demonstration."""
    return person("recorder", company, Role.LEGAL_STAFF)


def compared(company, language, present, proposed, **given) -> ComparisonPaper:
    """The articles in force on one day beside those of another."""
    return comparison_paper(
        company,
        language,
        present=state_of_articles(present, "in_force", language),
        proposed=state_of_articles(proposed, "in_force", language),
        table=record.compare_days(company, language, present, proposed, "in_force"),
        **given,
    )
