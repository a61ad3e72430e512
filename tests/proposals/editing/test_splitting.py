"""A draft split in two, and two drafts joined: nothing is lost, and what meets is named."""

from datetime import date

import pytest

from governance.models import AuditEntry
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.live_numbers import render
from proposals.draft.rows import load_rows
from proposals.draft.step_words import records_by_step, step_sentence
from proposals.draft.uncertain import uncertain_citations
from proposals.models import Change, Proposal
from tests.proposals.agenda.conftest import MEETING, NOW
from tests.proposals.editing.test_changes import insert


def fresh(proposal: Proposal) -> Proposal:
    return Proposal.objects.with_names().get(pk=proposal.pk)


@pytest.fixture
def drafted(proposal, articles, legal) -> Proposal:
    """Two insertions, the second behind the first and citing it; an amendment; two reasons, the
    second of which covers the amendment and the first insertion.
    """
    first = insert(proposal, legal, articles[1].key, "First", "Words.")
    second = insert(proposal, legal, first.key, "Second", "Article 2 applies.")
    amended = editing.add_change(
        proposal, by=legal, operation="replace", at=articles[6].key, body_en="Two years."
    )
    editing.add_reason(proposal, by=legal, covers=[second], body_en="For {proposed:3}.")
    editing.add_reason(proposal, by=legal, covers=[first, amended], body_en="For {proposed:8}.")
    return fresh(proposal)


def change(proposal: Proposal, **wanted: object) -> Change:
    return proposal.changes.get(**wanted)


def split(proposal: Proposal, legal, *changes: Change, title: str = "Term"):
    return editing.split_proposal(proposal, by=legal, changes=changes, title_en=title)


def reasons(proposal: Proposal) -> list[str]:
    drafted = draft(fresh(proposal), "en")
    return [render(one.body_en, drafted, "en") for one in drafted.reasons]


def last_sentence(proposal: Proposal) -> str:
    drafted = draft(fresh(proposal), "en")
    return step_sentence(proposal.steps.last(), records_by_step(proposal), drafted)


def refusal(function, *arguments, **options) -> str:
    with pytest.raises(Refused) as refused:
        function(*arguments, **options)
    return refused.value.sentence


def test_the_chosen_go_with_all_that_is_theirs(drafted, legal, company):
    before = draft(drafted, "en").proposed
    result = split(drafted, legal, change(drafted, operation="replace"))
    made = fresh(result.made)
    assert (made.address, made.title_en) == ("3774-21-2", "Term")
    assert [made.effective_on, made.resolved_on] == [drafted.effective_on, drafted.resolved_on]
    assert change(made).body_en == "Two years."
    # What covered changes of both stands in both, its number in those of the articles of each.
    assert [one.body_en[:4] for one in result.shared_reasons] == ["For "]
    assert reasons(made) == ["For 6."]
    assert reasons(drafted) == ["For 3.", "For 8."]
    assert last_sentence(drafted) == "Split: a part became Proposal No. 2"
    assert last_sentence(made) == "Split off from Proposal No. 1"
    acts = AuditEntry.objects.filter(what__startswith="proposal.").order_by("pk")
    assert list(acts.values_list("what", "about"))[-3:] == [
        ("proposal.created", "3774-21-2"),
        ("proposal.split", "3774-21-1"),
        ("proposal.split_off", "3774-21-2"),
    ]
    # Both adopted give what the one would have given.
    joined = editing.join_proposals(fresh(drafted), made, by=legal, at=NOW)
    again = draft(fresh(joined), "en").proposed
    assert [(u.number, u.body) for _p, u in again.units()] == [
        (u.number, u.body) for _p, u in before.units()
    ]


def test_decisions_underlines_and_the_condition_go_along(drafted, articles, legal):
    chosen = change(drafted, operation="replace")
    words = "Article 4 of the Kamo Way holds.\n2 Plain words stand here."
    editing.save_change(chosen, by=legal, version=chosen.version, body_en=words)
    (doubtful,) = uncertain_citations(load_rows(fresh(drafted)), "en")
    editing.decide_citation(
        fresh(drafted), by=legal, language="en", name=doubtful.name, whose="ours"
    )
    line, _computed = draft(fresh(drafted), "en").underlined.line(articles[6].key, "proposed", 3)
    selected = (line.text, 0, len(line.text), False)
    plain = editing.SelectedWords(articles[6].key, "proposed", 3, *selected)
    editing.underline_words(fresh(drafted), by=legal, language="en", words=plain)
    drafted = fresh(drafted)
    assert len(drafted.underlines) == 1
    drafted = editing.set_dates(
        drafted,
        by=legal,
        version=drafted.version,
        effective_on=None,
        condition_kind="board_day",
    )
    made = fresh(split(drafted, legal, chosen).made)
    drafted = fresh(drafted)
    assert (made.condition_kind, drafted.condition_kind) == ("board_day", "board_day")
    for one, count in ((made, 1), (drafted, 0)):
        assert one.decided_citations.count() == count
        assert len(draft(one, "en").underlined.by_hand) == count
        assert draft(one, "en").underlined.lost == ()


def test_what_stands_behind_another_or_cites_it_is_not_parted(drafted, legal):
    first, second = (change(drafted, caption_en=name) for name in ("First", "Second"))
    sentence = (
        "Article 3 (Second) cannot be parted from Article 2 (First), behind which it stands or"
        " which it cites. Let both go or both stay."
    )
    assert refusal(split, drafted, legal, second) == sentence
    assert refusal(split, drafted, legal, first) == sentence
    assert refusal(split, drafted, legal) == "Choose some of the changes, and leave some."
    everything = list(drafted.changes.all())
    assert refusal(split, drafted, legal, *everything).startswith("Choose some")
    assert Proposal.objects.count() == 1
    split(drafted, legal, first, second)
    assert set(fresh(drafted).changes.values_list("operation", flat=True)) == {"replace"}


def test_who_wrote_a_part_stays_its_author(drafted, legal, colleague):
    made = editing.split_proposal(
        drafted, by=colleague, changes=[change(drafted, operation="replace")], title_en="Term"
    ).made
    assert set(made.authors.all()) == {legal, colleague}


def test_a_split_is_taken_back_by_joining(drafted, legal, colleague, company):
    made = fresh(split(drafted, legal, change(drafted, operation="replace")).made)
    assert refusal(editing.undo, drafted, by=legal) == (
        "It was split in this step; to go back, join it with Proposal No. 2."
    )
    assert refusal(editing.undo, made, by=legal).endswith("join it with Proposal No. 1.")
    AuditEntry.objects.create(
        company=company, actor=colleague, what="proposal.opened", about=made.address
    )
    editing.join_proposals(drafted, made, by=legal, at=NOW)
    assert reasons(drafted) == ["For 3.", "For 8."]
    # Somebody had seen it, so that it stays on record.
    made = fresh(made)
    assert (made.state, made.reviews.get().comment) == ("withdrawn", "Joined with Proposal No. 1")
    assert last_sentence(drafted) == "Joined with Proposal No. 2"
    assert refusal(editing.undo, drafted, by=legal) == (
        "Proposal No. 2 was joined with it in this step; to go back, split it."
    )


@pytest.fixture
def other(proposal, legal) -> Proposal:
    return editing.create_proposal(
        proposal.meeting, by=legal, base_day=proposal.base_day, title_en="Other"
    )


def join(proposal: Proposal, other: Proposal, legal) -> Proposal:
    return editing.join_proposals(fresh(proposal), fresh(other), by=legal, at=NOW)


def test_what_both_put_at_one_place_stands_behind(drafted, other, articles, legal):
    insert(other, legal, articles[1].key, "Third", "Article 2 is this.")
    join(drafted, other, legal)
    shown = [unit.caption for _part, unit in draft(fresh(drafted), "en").proposed.units()]
    assert [one for one in shown if one in ("First", "Second", "Third")] == [
        "First",
        "Second",
        "Third",
    ]
    # It cited itself by the number of then.
    third = draft(fresh(drafted), "en").proposed
    (body,) = (unit.body for _part, unit in third.units() if unit.caption == "Third")
    assert body == "Article 4 is this."
    assert fresh(other).state == "discarded"


def test_one_article_of_both_is_named(drafted, other, articles, legal):
    editing.add_change(other, by=legal, operation="delete", at=articles[6].key)
    assert refusal(join, drafted, other, legal) == (
        "Both proposals change Article 6 (Term). Take the change back in one of them, and write"
        " in the other how it is to read."
    )
    assert (fresh(other).state, drafted.changes.count()) == ("drafting", 3)


def test_days_that_differ_are_named_and_what_is_missing_is_taken(drafted, other, legal):
    late = date(2013, 5, 27)
    other = editing.set_dates(
        other, by=legal, version=other.version, announced_on=late, notice_on=date(2013, 6, 10)
    )
    assert refusal(join, drafted, other, legal) == (
        "The two proposals differ: Announcement (May 24, 2013 and May 27, 2013). Set the same in"
        " both, or give the changes days of their own."
    )
    editing.set_dates(drafted, by=legal, version=drafted.version, announced_on=late)
    join(drafted, other, legal)
    assert (fresh(drafted).notice_on, fresh(drafted).effective_on) == (date(2013, 6, 10), MEETING)


def test_a_condition_beside_a_day_is_named(drafted, other, legal):
    condition = {"condition_kind": "board_day"}
    other = editing.set_dates(other, by=legal, version=other.version, **condition)
    assert refusal(join, drafted, other, legal) == (
        "The two proposals differ: Effective date (June 26, 2013 and On a day to be set by the"
        " Board of Directors). Set the same in both, or give the changes days of their own."
    )
    drafted = editing.set_dates(
        drafted, by=legal, version=drafted.version, effective_on=None, **condition
    )
    join(drafted, other, legal)
    assert fresh(drafted).condition_kind == "board_day"


def test_nothing_is_left_to_wait_for_what_goes(drafted, other, legal):
    drafted = editing.set_dates(
        drafted,
        by=legal,
        version=drafted.version,
        effective_on=None,
        condition_kind="proposal",
        condition_proposal=other,
    )
    assert refusal(join, drafted, other, legal) == (
        "Proposal No. 1 takes effect with the adoption of Proposal No. 2, which would go. Set"
        " another condition first."
    )
    assert refusal(join, other, drafted, legal).startswith("Proposal No. 1 takes effect with")


def test_a_proposal_of_shareholders_stays_by_itself(drafted, legal):
    theirs = editing.create_proposal(
        drafted.meeting,
        by=legal,
        base_day=drafted.base_day,
        title_en="Theirs",
        proposed_by="shareholders",
    )
    assert "of shareholders" in refusal(join, drafted, theirs, legal)


def test_only_drafts_are_split_and_joined(drafted, other, legal, secretary):
    sentence = "Only legal staff of the company may edit a proposal."
    assert refusal(split, drafted, secretary, change(drafted, operation="replace")) == (
        "Only legal staff of the company may begin a proposal."
    )
    assert refusal(join, drafted, other, secretary) == sentence
    assert refusal(join, drafted, drafted, legal) == "Two drafts of one meeting are joined."
