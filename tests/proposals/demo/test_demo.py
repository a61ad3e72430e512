from datetime import date

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from governance import record
from governance.models import Company, Membership, User, Wording
from proposals.demo import COMPANIES, PASSWORD
from proposals.demo.loading import load
from proposals.draft.derive import draft
from proposals.models import Change, Proposal, Reason


@pytest.fixture
def demo(db: None) -> Company:
    return load("3774").company


def test_articles_of_may_2013_are_all_there(demo: Company) -> None:
    present = record.articles_tree(record.articles_as_of(demo, date(2013, 5, 24)), "en")
    outline = [
        (str(unit.kind), str(unit.number), unit.caption)
        for _part, unit in present.units()
        if unit.kind == "chapter"
    ]
    assert outline == [
        ("chapter", "1", "GENERAL PROVISIONS"),
        ("chapter", "2", "SHARES"),
        ("chapter", "3", "GENERAL MEETINGS OF SHAREHOLDERS"),
        ("chapter", "4", "DIRECTORS AND BOARD OF DIRECTORS"),
        ("chapter", "5", "COMPANY AUDITORS AND BOARD OF COMPANY AUDITORS"),
        ("chapter", "6", "ACCOUNTING"),
    ]
    numbers = [
        unit.number[0] for _part, unit in present.units() if unit.kind == "article" and unit.number
    ]
    assert numbers == list(range(1, 36))


def test_no_article_cites_one_that_moves(demo: Company) -> None:
    """A followed citation would rightly break the runs of the table."""
    drafted = draft(Proposal.objects.at_address("3774-21-1").get(), "en")
    inserted = {change.key for change in drafted.stored_changes}
    outcomes = {
        one.outcome for one in drafted.consequences if one.key.partition("/")[0] not in inserted
    }
    assert outcomes <= {"kept", "external"}


def test_shares_were_authorized_by_the_board_of_september_2012(demo: Company) -> None:
    article = Wording.objects.get(company=demo, number=6, kind="article", ended_by=None).article
    said = "The total number of shares authorized to be issued by the Company shall be {} shares."
    assert [
        (step.kind, step.wording.adopted_on, step.wording.in_force.lower, step.wording.body_en)
        for step in record.history_of(article)
    ] == [
        ("made", date(2012, 4, 1), date(2012, 4, 1), said.format("377,600")),
        ("amended", date(2012, 9, 6), date(2012, 10, 1), said.format("75,520,000")),
    ]


@pytest.mark.parametrize(
    ("day", "clock", "shares"),
    [
        (date(2012, 9, 5), "adopted", "377,600"),
        (date(2012, 9, 6), "adopted", "75,520,000"),
        (date(2012, 9, 30), "in_force", "377,600"),
        (date(2012, 10, 1), "in_force", "75,520,000"),
    ],
)
def test_both_clocks_tell_the_split(demo: Company, day: date, clock: str, shares: str) -> None:
    articles = record.articles_tree(record.articles_as_of(demo, day, clock=clock), "en")
    article = articles.find("article:6")
    assert article is not None
    assert f" {shares} shares." in article.body


def test_proposal_is_the_release_s(demo: Company) -> None:
    proposal = Proposal.objects.at_address("3774-21-1").get()
    changes = Change.objects.filter(proposal=proposal).order_by("pk")
    assert [
        (str(change.operation), change.caption_en, change.effective_on, change.expires_on)
        for change in changes
    ] == [
        ("insert", "Request to Purchase Less-than-a-full-unit Shares", date(2013, 7, 1), None),
        ("insert", "Rights Pertaining to Less-than-a-full-unit Shares", date(2013, 7, 1), None),
        ("replace", None, None, None),
        ("replace", None, None, None),
        ("insert", None, None, date(2013, 7, 1)),
    ]
    assert [
        [change.pk for change in changes if change.reason_id == reason.pk]
        for reason in Reason.objects.filter(proposal=proposal).order_by("position")
    ] == [
        [changes[0].pk, changes[1].pk],
        [changes[2].pk, changes[3].pk],
        [changes[4].pk],
        [],
    ]


@pytest.mark.django_db
def test_command_says_what_there_is_and_who_can_sign_in(
    capsys: pytest.CaptureFixture[str], settings: LazySettings
) -> None:
    settings.DEBUG = True
    call_command("demo")
    call_command("demo")
    first, second = capsys.readouterr().out.split("3774 Internet Initiative Japan Inc.:")[1:]
    assert first.splitlines() == [
        " loaded",
        "  3774-21-1 Partial Amendment of the Articles of Incorporation (Drafting)",
        "9990 Aogiri Precision Co., Ltd.: loaded",
        "  9990-12-1 Partial Amendment of the Articles of Incorporation (Drafting)",
        "Sign in, each with the password demo, as",
        "  legal      Legal staff, 3774",
        "  secretary  Board secretary, 3774",
        "  reader     Reader, 3774",
        "  stranger   Legal staff, 9990",
        "  reviewer   Board secretary, 9990",
    ]
    assert second == first.replace(": loaded", ": already there, left as it is").replace(
        " loaded\n", " already there, left as it is\n", 1
    )
    assert (Company.objects.count(), Proposal.objects.count(), User.objects.count()) == (2, 2, 5)


@pytest.mark.django_db
def test_everybody_signs_in_with_the_password_and_belongs_to_one_company() -> None:
    for code in COMPANIES:
        load(code)
    assert all(user.check_password(PASSWORD) for user in User.objects.all())
    assert sorted(Membership.objects.values_list("user__username", "company__code", "role")) == [
        ("legal", "3774", "legal_staff"),
        ("reader", "3774", "reader"),
        ("reviewer", "9990", "board_secretary"),
        ("secretary", "3774", "board_secretary"),
        ("stranger", "9990", "legal_staff"),
    ]


@pytest.mark.django_db
def test_command_refuses_outside_debug(settings: LazySettings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError) as refused:
        call_command("demo")
    assert str(refused.value) == (
        "The demonstration is loaded with DEBUG=1 only: its passwords are known to all."
    )
    assert refused.value.returncode == 1
    assert Company.objects.count() == 0
