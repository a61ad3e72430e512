"""A draft copied: the same table, reasons and decisions, under keys of its own."""

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.live_numbers import render
from proposals.draft.rows import load_rows
from proposals.draft.uncertain import uncertain_citations
from proposals.models import Change, Proposal
from tests.proposals.editing.test_changes import insert
from tests.rows import MEETING_DAY, meeting

DOUBTFUL = "Article 4 of the Kamo Way holds."


def fresh(proposal):
    return Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk)


@pytest.fixture
def drafted(proposal, articles, legal):
    """An insertion, one behind it that cites it, a move behind it, a decision, two reasons."""
    first = insert(proposal, legal, articles[3].key, "First", "Words.")
    second = insert(proposal, legal, first.key, "Second", f"See Article 4. {DOUBTFUL}")
    moved = editing.add_change(
        proposal, by=legal, operation="move", at=articles[1].key, after=second.key
    )
    editing.add_reason(
        proposal, by=legal, covers=[first], body_en="Article {proposed:3 caption} is new."
    )
    editing.add_reason(proposal, by=legal, covers=[moved], body_en="c1 and {braces} stay.")
    (one,) = uncertain_citations(load_rows(fresh(proposal)), "en")
    editing.decide_citation(fresh(proposal), by=legal, language="en", name=one.name, whose="ours")
    line, _computed = draft(fresh(proposal), "en").underlined.line(second.key, "proposed", 0)
    words = editing.SelectedWords(second.key, "proposed", 0, line.text, 1, 4, False)
    editing.underline_words(fresh(proposal), by=legal, language="en", words=words)
    return fresh(proposal)


def shown(proposal):
    made = draft(fresh(proposal), "en")
    reasons = [(render(one.body_en, made, "en"), one.changes.count()) for one in made.reasons]
    decided = [one.decision and one.decision.whose for one in uncertain_citations(made.rows, "en")]
    return made.table.rows, reasons, decided


def copied(source, by, at):
    into = editing.create_proposal(at, by=by, base_day=source.base_day, title_en=source.title_en)
    editing.copy_draft(source, into=into, by=by)
    return fresh(into)


def test_copy_shows_what_its_source_shows(drafted, articles, legal, colleague):
    made = copied(drafted, colleague, drafted.meeting)
    assert texts(shown(made)) == texts(shown(drafted))
    assert not set(made.changes.values_list("pk")) & set(drafted.changes.values_list("pk"))
    # Who wrote it reviews no copy of it.
    assert set(made.authors.all()) == {legal, colleague}
    (one,), (other,) = (draft(each, "en").underlined.by_hand for each in (drafted, made))
    assert (one.removed, one.override.text) == (other.removed, other.override.text)
    assert one.override.key != other.override.key


def texts(shown_):
    """What is shown, but for the identities of what is inserted."""
    rows, *others = shown_
    return [(row.kind, row.present.lines, row.proposed.lines) for row in rows], others


def test_copy_and_source_are_changed_apart(drafted, articles, legal):
    other = meeting(drafted.company, ordinal=22, day=MEETING_DAY.replace(year=2014))
    before = shown(drafted)
    made = copied(drafted, legal, other)
    insert(made, legal, "start", "Zeroth")
    # Citations, live numbers and places of the copy follow what the copy inserts.
    first = made.changes.get(caption_en="First")
    assert f"c{first.pk}" in made.changes.get(caption_en="Second").citation_targets.values()
    assert shown(made)[1][0] == ("Article 4 (First) is new.", 1)
    assert shown(drafted) == before


def test_copy_is_one_step(drafted, articles, legal):
    made = copied(drafted, legal, drafted.meeting)
    editing.undo(made, by=legal)
    assert not Change.objects.filter(proposal=made).exists()
    assert not made.reasons.exists()
    editing.redo(made, by=legal)
    assert texts(shown(made)) == texts(shown(drafted))


def test_only_an_empty_draft_of_the_company_takes_a_copy(drafted, articles, legal):
    with pytest.raises(Refused, match="empty draft"):
        editing.copy_draft(drafted, into=drafted, by=legal)
