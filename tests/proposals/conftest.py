"""A company with a few articles, and a proposal to amend them at the 21st ordinary meeting."""

from datetime import date

import pytest

from governance.models import Article, Company, User
from governance.models.role import Role
from proposals.models import Proposal
from tests.people import person
from tests.rows import article, imported, main_part, meeting, wording

BASE_DAY = date(2013, 5, 24)
CHAPTERS = ("General Provisions", "Shares")
ARTICLES = (
    ("Trade Name", "The Company shall be called Example Inc."),
    ("Objects", "The objects of the Company are the businesses listed below."),
    ("Location", "The Company shall have its head office in Tokyo."),
    ("Shares", "Shares are issued under Article 2."),
    (
        "Chairman",
        "The President shall chair a general meeting.\n2 The preceding paragraph applies.",
    ),
    ("Term", "The term of a director is one year, Article 5 notwithstanding."),
)


@pytest.fixture
def colleague(company: Company) -> User:
    """Legal staff who did not begin the proposal."""
    return person("colleague", company, Role.LEGAL_STAFF)


@pytest.fixture
def writing_secretary(company: Company) -> User:
    """Somebody who holds both roles."""
    return person("writing-secretary", company, Role.LEGAL_STAFF, Role.BOARD_SECRETARY)


@pytest.fixture
def articles(company: Company) -> dict[int, Article]:
    """Six articles, the first three in a first chapter, by number; English alone is kept."""
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    main, made = main_part(company), imported(company)
    wording(article(main, "chapter"), 1, made, position=1, caption_en=CHAPTERS[0])
    by_number: dict[int, Article] = {}
    for number, (caption, body) in enumerate(ARTICLES, 1):
        if number == 4:
            wording(article(main, "chapter"), 2, made, position=35, caption_en=CHAPTERS[1])
        by_number[number] = article(main)
        wording(
            by_number[number],
            number,
            made,
            position=number * 10,
            caption_en=caption,
            body_en=body,
        )
    return by_number


@pytest.fixture
def proposal(company: Company, legal: User, articles: dict[int, Article]) -> Proposal:
    """Begun by legal staff, with all days that a release needs and no change yet."""
    begun = Proposal.objects.create(
        company=company,
        meeting=meeting(company),
        base_day=BASE_DAY,
        title_en="Partial Amendment of the Articles of Incorporation",
        resolved_on=BASE_DAY,
        announced_on=BASE_DAY,
        effective_on=date(2013, 6, 26),
        created_by=legal,
    )
    begun.authors.add(legal)
    return begun
