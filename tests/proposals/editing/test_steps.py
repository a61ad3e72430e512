"""Undo and redo: every step to the start of the draft and back, by its author or another."""

from datetime import date
from itertools import pairwise

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.calendar.days import DAYS
from proposals.draft.derive import draft
from proposals.draft.live_numbers import render
from proposals.models import Change, DraftStep, Proposal
from tests.proposals.editing.test_changes import CHAIR, insert


def shown(proposal):
    """All that the draft shows: table, reasons, days, findings."""
    drafted = draft(Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk), "en")
    reasons = [
        (render(one.body_en, drafted, "en"), [each.pk for each in one.changes.order_by("pk")])
        for one in drafted.reasons
    ]
    days = [drafted.proposal.schedule[day] for day in DAYS]
    return drafted.table.rows, reasons, days, drafted.findings, drafted.proposal.title_en


def steps_of_a_draft(proposal, articles, by):
    """Every kind of edit, one after the other."""
    first = insert(proposal, by, articles[3].key, "First", "Article 2 applies.")
    yield
    insert(proposal, by, first.key, "Second", "Article 4 applies.")
    yield
    amended = editing.add_change(
        proposal, by=by, operation="replace", at=articles[5].key, body_en=CHAIR
    )
    yield
    editing.save_change(amended, by=by, version=1, after=articles[1].key, first=True)
    yield
    editing.add_change(proposal, by=by, operation="delete", at=articles[2].key, numbering="keep")
    yield
    reason = editing.add_reason(
        proposal, by=by, covers=[first, amended], body_en="See Article {proposed:5 caption}."
    )
    yield
    other = editing.add_reason(proposal, by=by, body_en="To be clear.")
    yield
    editing.shift_reason(other, by=by, up=True)
    yield
    editing.save_reason(reason, by=by, version=1, body_en="See Article {proposed:2}.")
    yield
    editing.remove_reason(other, by=by)
    yield
    editing.set_covered_changes(reason, by=by, changes=[])
    yield
    version = Proposal.objects.get(pk=proposal.pk).version
    editing.set_dates(proposal, by=by, version=version, announced_on=date(2013, 5, 27))
    yield
    editing.set_titles(proposal, by=by, version=version + 1, title_ja="", title_en="Other")
    yield
    lines = draft(Proposal.objects.get(pk=proposal.pk), "en").underlined
    line, _computed = lines.line(articles[5].key, "proposed", 1)
    words = editing.SelectedWords(articles[5].key, "proposed", 1, line.text, 0, 7, False)
    editing.underline_words(proposal, by=by, language="en", words=words)
    yield
    editing.remove_change(first, by=by)
    yield


def test_every_step_is_undone_and_done_again(proposal, articles, legal, colleague):
    states = [shown(proposal)]
    states += [shown(proposal) for _step in steps_of_a_draft(proposal, articles, legal)]
    assert all(one != other for one, other in pairwise(states))
    for state in reversed(states[:-1]):
        editing.undo(proposal, by=colleague)
        assert shown(proposal) == state
    with pytest.raises(Refused, match="nothing to undo"):
        editing.undo(proposal, by=legal)
    for state in states[1:]:
        editing.redo(proposal, by=legal)
        assert shown(proposal) == state
    with pytest.raises(Refused, match="nothing to do again"):
        editing.redo(proposal, by=legal)
    assert proposal.steps.filter(of=None, state=DraftStep.State.UNDONE).count() == 0


def test_what_is_done_after_an_undo_ends_what_could_be_done_again(proposal, articles, legal):
    insert(proposal, legal, articles[3].key, "First")
    insert(proposal, legal, articles[1].key, "Second")
    editing.undo(proposal, by=legal)
    insert(proposal, legal, articles[2].key, "Third")
    with pytest.raises(Refused):
        editing.redo(proposal, by=legal)
    editing.undo(proposal, by=legal)
    editing.undo(proposal, by=legal)
    assert not Change.objects.exists()
    for _each in range(2):
        editing.redo(proposal, by=legal)
    assert sorted(Change.objects.values_list("caption_en", flat=True)) == ["First", "Third"]


def test_a_version_is_never_given_twice(proposal, articles, legal):
    """What was typed before an undo is noticed as older than what the undo brought back."""
    change = insert(proposal, legal, articles[3].key, "First")
    editing.save_change(change, by=legal, version=1, caption_en="Other")
    editing.undo(proposal, by=legal)
    with pytest.raises(editing.Conflict):
        editing.save_change(change, by=legal, version=2, caption_en="Late")
    editing.undo(proposal, by=legal)
    editing.redo(proposal, by=legal)
    change.refresh_from_db()
    assert (change.caption_en, change.version) == ("First", 4)


def test_savings_of_one_visit_are_one_step(proposal, articles, legal, colleague):
    change = insert(proposal, legal, articles[3].key, "First")
    for count in (1, 2, 3):
        change = editing.save_change(
            change,
            by=legal,
            version=change.version,
            visit=editing.Visit("one", count),
            body_en=f"Words {count}.",
        )
    assert DraftStep.objects.count() == 2
    editing.save_change(
        change, by=legal, version=4, visit=editing.Visit("two", 1), body_en="Words 4."
    )
    assert DraftStep.objects.count() == 3
    editing.undo(proposal, by=colleague)
    change.refresh_from_db()
    assert change.body_en == "Words 3."
    editing.undo(proposal, by=colleague)
    change.refresh_from_db()
    assert change.body_en == "New words."


def test_sendings_repeated_or_late_undo_nothing_newer(proposal, articles, legal, colleague):
    change = insert(proposal, legal, articles[3].key, "First")
    one, two = editing.Visit("one", 1), editing.Visit("one", 2)
    editing.save_change(change, by=legal, version=1, visit=two, body_en="Newer.")
    for visit in (one, two):
        with pytest.raises(editing.AlreadySaved):
            editing.save_change(change, by=legal, version=1, visit=visit, body_en="Older.")
    change.refresh_from_db()
    assert change.body_en == "Newer."
    # The answer was lost: what the same visit types on is no conflict.
    three = editing.Visit("one", 3)
    editing.save_change(change, by=legal, version=1, visit=three, body_en="Newest.")
    # What somebody else saved is one.
    editing.save_change(change, by=colleague, version=3, body_en="A colleague's.")
    with pytest.raises(editing.Conflict):
        editing.save_change(
            change, by=legal, version=3, visit=editing.Visit("one", 4), body_en="Mine."
        )


def test_nothing_done_is_no_step(proposal, articles, legal, secretary):
    with pytest.raises(Refused):
        insert(proposal, secretary, articles[3].key, "First")
    insert(proposal, legal, articles[3].key, "First")
    insert(proposal, legal, articles[3].key, "First")  # sent twice
    assert DraftStep.objects.count() == 1
    with pytest.raises(Refused):
        editing.undo(proposal, by=secretary)
