"""Who gets what at every address: cases/addresses.txt says it for nine kinds of people.

A line has the name of an address and, for GET and for POST, a sign for each person in the order of
`PEOPLE`: what a draft's own people may open, save or are refused, and that it is not there for
anybody else. An address that is not listed fails.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.models import (
    Amendment,
    Article,
    Company,
    Intake,
    Invitation,
    Membership,
    User,
    Wording,
)
from governance.models.role import Role
from proposals.commenting import NewComment, add_comment
from proposals.models import DraftStep, Proposal
from tests.governance.views.test_every_address import ADDRESSES, ARGUMENTS
from tests.paths import ROOT
from tests.people import person
from tests.proposals.views.drafting import add, reason
from tests.rows import FIRST_DAY

TABLE = ROOT / "tests/governance/views/cases/addresses.txt"
PARTS = 12
PEOPLE = (
    "nobody",
    "stranger",
    "reader",
    "administrator",
    "legal",
    "colleague",
    "secretary",
    "writing_secretary",
    "site",
)
SIGNS = {
    200: "o",  # shown
    204: "o",
    302: ">",  # done, and led on
    301: ">",
    403: "r",  # refused with a sentence
    404: "-",  # not there
    405: "m",  # nothing that is asked for, or sent, so
    409: "c",  # somebody saved something else meanwhile
    422: "e",  # the form says what is wrong
    "sign in": "s",
}


def expected() -> dict[str, tuple[str, str]]:
    lines = (line.split() for line in TABLE.read_text("utf-8").splitlines())
    return {words[0]: (words[1], words[2]) for words in lines if words and words[0] != "#"}


@pytest.fixture
def rows(proposal: Proposal, articles: dict[int, Article], legal: User) -> dict[str, int]:
    """The keys of rows that an address can name, by the word that stands in its name."""
    company = proposal.company
    changed = add(proposal, legal, f"a{articles[1].pk}")
    written = reason(proposal, legal)
    text = Intake.objects.create(
        company=company, adopted_on=FIRST_DAY, text_en="Article 1. One.", created_by=legal
    )
    new = NewComment(about=f"a{articles[2].pk}", words="The objects", suggestion="The aims")
    said = add_comment(proposal, by=legal, new=new)
    invited = Invitation.objects.create(
        company=company,
        email="new@example.com",
        role=Role.READER,
        invited_by=legal,
        ends_at=timezone.now(),
    )
    return {
        "article": articles[1].pk,
        "change": changed.pk,
        "remove": changed.pk,
        "decide_changed": changed.pk,
        "comment": said.pk,
        "take_suggestion": said.pk,
        "moment": DraftStep.objects.filter(proposal=proposal).latest("pk").pk,
        "reason": written.pk,
        "shift_reason": written.pk,
        "remove_reason": written.pk,
        "correct": Wording.objects.filter(article=articles[1]).get().pk,
        "start": Amendment.objects.get(company=company).pk,
        "intake": text.pk,
        "remove_intake": text.pk,
        "leave": legal.pk,
        "revoke": invited.pk,
        "take_role": Membership.objects.get(company=company, user=legal).pk,
    }


@pytest.fixture
def clients(
    company: Company,
    legal: User,
    secretary: User,
    reader: User,
    stranger: User,
    colleague: User,
    writing_secretary: User,
    proposal: Proposal,
) -> dict[str, Client]:
    """Somebody signed in of each kind; `writing_secretary` wrote a part of the proposal."""
    proposal.authors.add(writing_secretary)
    known = {
        "legal": legal,
        "secretary": secretary,
        "reader": reader,
        "stranger": stranger,
        "colleague": colleague,
        "writing_secretary": writing_secretary,
        "administrator": person("administrator", company, Role.ADMINISTRATOR),
        "site": User.objects.create_superuser("site"),
    }
    found = {name: Client() for name in PEOPLE}
    for name, user in known.items():
        found[name].force_login(user)
    return found


def sign(client: Client, method: str, path: str) -> str:
    """What is answered; whatever it would have changed is taken back, and who is signed in."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(path)
        transaction.set_rollback(True)
    client.cookies = cookies
    location = answer.headers.get("Location", "")
    return SIGNS["sign in" if "/sign-in/?next=" in location else answer.status_code]


def answers(path: str, clients: dict[str, Client]) -> tuple[str, str]:
    gets = "".join(sign(clients[name], "get", path) for name in PEOPLE)
    return gets, "".join(sign(clients[name], "post", path) for name in PEOPLE)


def test_every_address_is_listed():
    assert sorted(expected()) == [name for name, _wanted in ADDRESSES]


@pytest.mark.parametrize("part", range(PARTS))
def test_everybody_gets_what_is_theirs(
    clients: dict[str, Client], rows: dict[str, int], part: int
) -> None:
    """Several addresses a test: people and rows are made once for them."""
    found = {}
    for name, wanted in ADDRESSES[part::PARTS]:
        known = ARGUMENTS | {"pk": rows.get(name.partition(":")[2], 1)}
        path = reverse(name, kwargs={one: known.get(one, 1) for one in wanted})
        found[name] = answers(path, clients)
    wanted_of_all = expected()
    assert found == {name: wanted_of_all[name] for name in found}
