"""Who decides besides a general meeting: the board alone, or all shareholders in writing."""

from datetime import UTC, date, datetime

import pytest

from governance import record
from governance.people.refused import Refused
from governance.templatetags.meetings import decision_name
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.readiness import missing_for_review
from proposals.models import Proposal
from proposals.papers.release import release_paper
from proposals.workflow import moves
from tests.proposals.conftest import BASE_DAY
from tests.rows import article, imported, main_part, wording

DAY = date(2013, 6, 3)
NOW = datetime(2013, 6, 3, 1, 0, tzinfo=UTC)
AUTHORISED = "The total number of shares authorised to be issued is {} shares."
DOUBLED = AUTHORISED.format("151,040,000")
UNIT = "The number of shares per unit is {} shares."
SPLIT = {
    "board_section": "184-2",
    "board_number_before": 75_520_000,
    "board_number_after": 151_040_000,
    "board_shares_before": 206_000,
    "board_shares_after": 412_000,
    "board_one_class": True,
}
OTHER_NUMBER = ["board-beyond-authority", "board-number-not-written"]
UNIT_AT_SPLIT = {
    "board_section": "191",
    "board_number_before": 100,
    "board_number_after": 200,
    "board_shares_before": 206_000,
    "board_shares_after": 412_000,
}


@pytest.fixture
def articles(company):
    """Three articles: the name, the authorised shares, the unit."""
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    main, made = main_part(company), imported(company)
    bodies = ("The Company is Example Inc.", AUTHORISED.format("75,520,000"), UNIT.format(100))
    found = {}
    for number, body in enumerate(bodies, 1):
        found[number] = article(main)
        wording(found[number], number, made, position=number * 10, body_en=body)
    return found


@pytest.fixture
def begin(company, articles, legal):
    """A proposal at a meeting of that kind, with its days, an amendment and its reason."""

    def begin(kind="board", at=2, body=DOUBLED, **days) -> Proposal:
        meeting = editing.create_meeting(company, by=legal, kind=kind, date=DAY)
        begun = editing.create_proposal(meeting, by=legal, base_day=BASE_DAY, title_en="Shares")
        days = {"announced_on": DAY, "effective_on": date(2013, 10, 1)} | days
        begun = editing.set_dates(begun, by=legal, version=begun.version, **days)
        reason = editing.add_reason(begun, by=legal, body_en="Shares are split.")
        editing.add_change(
            begun, by=legal, operation="replace", at=articles[at].key, body_en=body, reason=reason
        )
        return Proposal.objects.select_related("company", "meeting").get(pk=begun.pk)

    return begin


@pytest.fixture
def state(legal):
    def state(proposal: Proposal, **authority) -> Proposal:
        return editing.set_board_authority(
            proposal, by=legal, version=proposal.version, **authority
        )

    return state


def codes(proposal):
    return [one.code for one in draft(proposal, "en").findings if one.code.startswith("board-")]


def sentences(proposal):
    return [one.message.en for one in draft(proposal, "en").errors]


def adopt(proposal, legal, secretary):
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    moves.adopt(proposal, by=secretary, at=NOW)


def test_the_board_raises_the_authorised_shares_at_a_split(begin, state, legal, secretary, company):
    proposal = state(begin(), **SPLIT)
    assert (codes(proposal), missing_for_review(proposal)) == ([], ())
    assert proposal.address == "3774-20130603b-1"
    adopt(proposal, legal, secretary)
    made = company.amendments.order_by("pk").last()
    assert (made.decided_by, made.meeting, made.section) == (
        "board",
        None,
        "Article 184, Paragraph 2",
    )
    assert decision_name(made) == "Board of directors (Article 184, Paragraph 2): Shares"
    assert record.articles_as_of(company, DAY)[1].body_en == AUTHORISED.format("151,040,000")
    in_force = record.articles_as_of(company, DAY, clock="in_force")
    assert in_force[1].body_en == AUTHORISED.format("75,520,000")


def test_a_board_needs_no_notice_and_no_electronic_provision(begin, state):
    proposal = state(begin(), **SPLIT)
    assert [day.field for day in proposal.schedule.days] == [
        "resolved_on",
        "announced_on",
        "effective_on",
    ]
    assert proposal.schedule[proposal.schedule.days[0]] == DAY


def test_the_release_says_who_decided(begin, state):
    paper = release_paper(draft(state(begin(), **SPLIT), "en"))
    assert paper.opening.endswith(
        "resolved the partial amendment of its articles of incorporation pursuant to Article 184,"
        " Paragraph 2 of the Companies Act, which requires no resolution of a general meeting of"
        " shareholders, as described below:"
    )
    assert [line.label for line in paper.schedule] == [
        "Date of the resolution of the Board of Directors:",
        "Scheduled effective date:",
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"board_number_after": 151_040_001}, ["board-may-not-decide", *OTHER_NUMBER]),
        ({"board_number_after": 75_520_000}, ["board-may-not-decide", *OTHER_NUMBER]),
        ({"board_one_class": False}, ["board-may-not-decide"]),
        ({"board_shares_after": None}, ["board-numbers-missing"]),
        ({"board_number_before": 80_000_000}, OTHER_NUMBER),
        ({"board_section": ""}, ["board-authority-missing"]),
    ],
)
def test_what_a_split_does_not_allow(begin, state, changed, told):
    assert codes(state(begin(), **SPLIT | changed)) == told


def test_what_is_beyond_the_number_needs_a_general_meeting(begin, state, legal, articles):
    proposal = state(begin(), **SPLIT)
    editing.add_change(
        proposal, by=legal, operation="replace", at=articles[1].key, body_en="It is Other Inc."
    )
    assert codes(proposal) == ["board-beyond-authority"]
    (told,) = sentences(proposal)
    assert told == (
        "Article 1: it changes more than the number of authorised shares, which alone the"
        " board may change (Companies Act, Article 184, Paragraph 2); the rest needs a general"
        " meeting (Article 466)."
    )
    with pytest.raises(Refused, match="needs a general meeting"):
        moves.submit(proposal, by=legal, at=NOW)


@pytest.mark.parametrize(
    ("after", "shares_after", "told"),
    [
        (200, 412_000, []),
        (201, 412_000, ["board-may-not-decide"]),
        (200, 399_999, ["board-may-not-decide"]),
        # 1,100 shares per unit, at a split of one to eleven.
        (1100, 2_266_000, ["board-unit-too-large"]),
    ],
)
def test_the_unit_at_a_split(begin, state, after, shares_after, told):
    proposal = begin(at=3, body=UNIT.format(f"{after:,}"))
    given = UNIT_AT_SPLIT | {"board_number_after": after, "board_shares_after": shares_after}
    assert codes(state(proposal, **given)) == told


def test_the_board_lowers_the_unit_and_tells_the_shareholders(begin, state):
    proposal = begin(at=3, body=UNIT.format(10))
    lowered = {"board_section": "195-1", "board_number_before": 100}
    assert codes(state(proposal, **lowered, board_number_after=10)) == ["board-unit-notice"]
    proposal.refresh_from_db()
    assert codes(state(proposal, **lowered, board_number_after=200)) == [
        "board-may-not-decide",
        *OTHER_NUMBER,
    ]


def test_the_board_abolishes_the_unit(begin, state, legal, articles):
    proposal = begin(at=3, body=UNIT.format(10))
    editing.remove_change(proposal.changes.get(), by=legal, version=1)
    editing.add_change(proposal, by=legal, operation="delete", at=articles[3].key)
    given = {"board_section": "195-1", "board_number_before": 100, "board_number_after": None}
    assert codes(state(proposal, **given)) == ["board-unit-notice"]
    given["board_number_after"] = 10
    proposal.refresh_from_db()
    assert codes(state(proposal, **given)) == ["board-unit-notice", "board-beyond-authority"]


def test_another_number_or_another_article_is_beyond_it(begin, state, legal, articles):
    proposal = state(begin(), **SPLIT)
    unit = {"at": articles[3].key, "body_en": UNIT.format(50)}
    editing.add_change(proposal, by=legal, operation="replace", **unit)
    assert codes(proposal) == ["board-beyond-authority"]
    proposal.refresh_from_db()
    abolished = {"board_section": "195-1", "board_number_before": 100, "board_number_after": None}
    for change in proposal.changes.all():
        editing.remove_change(change, by=legal)
    for number in (1, 3):
        editing.add_change(proposal, by=legal, operation="delete", at=articles[number].key)
    assert codes(state(proposal, **abolished)) == ["board-unit-notice", "board-beyond-authority"]


def test_shareholders_propose_to_a_general_meeting(company, articles, legal):
    board = editing.create_meeting(company, by=legal, kind="board", date=DAY)
    with pytest.raises(Refused, match="Articles 303 to 305"):
        editing.create_proposal(board, by=legal, base_day=BASE_DAY, proposed_by="shareholders")


def test_all_shareholders_agree_in_writing(begin, legal, secretary, company):
    proposal = begin("written", resolved_on=date(2013, 5, 27), announced_on=date(2013, 5, 27))
    assert (codes(proposal), missing_for_review(proposal)) == ([], ())
    assert "resolution in writing (Article 319, Paragraph 1 of the Companies Act)" in (
        release_paper(draft(proposal, "en")).opening
    )
    adopt(proposal, legal, secretary)
    made = company.amendments.order_by("pk").last()
    assert (made.decided_by, made.meeting) == ("meeting", proposal.meeting)
    assert decision_name(made).startswith("Resolution of the Shareholders in Writing")
