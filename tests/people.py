"""The four people of every test: legal staff, board secretary, reader, and a stranger.

The stranger belongs to another company only.

Every test of a page ends with the stranger, who gets 404.
"""

import pytest

from governance.models import Company, Membership, User
from governance.models.role import Role

PASSWORD = "not a secret in a test"


def person(name: str, company: Company, *roles: Role) -> User:
    user = User.objects.create_user(name, password=PASSWORD)
    for role in roles:
        Membership.objects.create(user=user, company=company, role=role)
    return user


@pytest.fixture
def company(db: None) -> Company:
    return Company.objects.create(
        code="3774",
        name_en="Internet Initiative Japan Inc.",
        name_ja="株式会社インターネットイニシアティブ",
        short_name_en="IIJ",
        authoritative_language="ja",
    )


@pytest.fixture
def other_company(db: None) -> Company:
    return Company.objects.create(
        code="9001", name_ja="株式会社みほん", keeps_english=False, authoritative_language="ja"
    )


@pytest.fixture
def legal(company: Company) -> User:
    return person("legal", company, Role.LEGAL_STAFF)


@pytest.fixture
def secretary(company: Company) -> User:
    return person("secretary", company, Role.BOARD_SECRETARY)


@pytest.fixture
def reader(company: Company) -> User:
    return person("reader", company, Role.READER)


@pytest.fixture
def stranger(other_company: Company) -> User:
    return person("stranger", other_company, Role.LEGAL_STAFF)
