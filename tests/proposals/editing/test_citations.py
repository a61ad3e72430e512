"""Decisions on citations of which the program is unsure: made, kept, taken back."""

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.draft.uncertain import uncertain_citations
from proposals.models import DecidedCitation, Proposal
from tests.proposals.views.drafting import amend
from tests.rows import article, wording

DOUBTFUL = "The term of Article 4 of the Kamo Way is one year, and Article 3 holds."


@pytest.fixture
def doubtful(proposal, articles, legal):
    """A draft whose Article 6 cites what may be another document."""
    amend(proposal, legal, articles[6], DOUBTFUL)
    return proposal


def uncertain(proposal: Proposal):
    return uncertain_citations(load_rows(proposal), "en")


def decide(proposal, by, whose):
    (one,) = uncertain(proposal)
    editing.decide_citation(proposal, by=by, language="en", name=one.name, whose=whose)


def outcomes(proposal):
    return [
        (one.outcome, one.before, one.after)
        for one in draft(proposal, "en").consequences
        if one.is_typed
    ]


def insert_first(proposal, by):
    editing.add_change(
        proposal,
        by=by,
        operation="insert",
        after="start",
        caption_en="Seal",
        body_en="There is a seal.",
    )


def test_both_readings_are_told(doubtful):
    (one,) = uncertain(doubtful)
    assert (one.citation.citation, one.citation.other) == ("Article 4", "the Kamo Way")
    assert one.citation.ours is not None
    assert (one.citation.ours.en, one.citation.ours.ja) == ("Article 4 (Shares)", "第4条（Shares）")
    assert (one.citation.decided, one.decision) == (None, None)


def test_what_is_ours_follows_from_then_on(doubtful, legal):
    decide(doubtful, legal, "ours")
    insert_first(doubtful, legal)
    assert outcomes(doubtful) == [
        ("followed", "Article 4", "Article 5"),
        ("followed", "Article 3", "Article 4"),
    ]
    codes = {one.code for one in draft(doubtful, "en").findings}
    assert "uncertain-citation" not in codes
    assert "citation-unverified" not in codes


def test_what_is_another_document_s_stays_and_is_asked_no_more(doubtful, legal):
    decide(doubtful, legal, "other")
    insert_first(doubtful, legal)
    assert outcomes(doubtful)[0] == ("external", "Article 4", "Article 4")
    assert "uncertain-citation" not in {one.code for one in draft(doubtful, "en").findings}


def test_a_decision_stands_while_its_words_are_saved_in_new_numbers(doubtful, legal):
    decide(doubtful, legal, "ours")
    insert_first(doubtful, legal)
    change = doubtful.changes.get(operation="replace")
    editing.save_change(change, by=legal, version=change.version, caption_en="Years")
    change.refresh_from_db()
    assert change.body_en == DOUBTFUL.replace("Article 4", "Article 5").replace(
        "Article 3", "Article 4"
    )
    assert outcomes(doubtful) == [
        ("kept", "Article 5", "Article 5"),
        ("kept", "Article 4", "Article 4"),
    ]
    assert [one.citation.decided.value for one in uncertain(doubtful)] == ["ours"]


def test_a_decision_lapses_with_its_words(doubtful, legal):
    decide(doubtful, legal, "ours")
    change = doubtful.changes.get()
    editing.save_change(
        change, by=legal, version=change.version, body_en=DOUBTFUL.replace("one year", "two years")
    )
    assert [one.citation.decided for one in uncertain(doubtful)] == [None]
    assert outcomes(doubtful)[0][0] == "unsure"


def test_it_can_be_changed_and_taken_back_and_the_history_tells_who_did(doubtful, legal, colleague):
    decide(doubtful, legal, "ours")
    decide(doubtful, colleague, "other")
    row = DecidedCitation.objects.get()
    assert (row.whose, row.by) == ("other", colleague)
    decide(doubtful, legal, "")
    assert not DecidedCitation.objects.exists()
    assert [
        (one.history_type, one.whose, one.history_user)
        for one in DecidedCitation.history.order_by("history_id")
    ] == [("+", "ours", legal), ("~", "other", colleague), ("-", "other", legal)]
    assert outcomes(doubtful)[0][0] == "unsure"
    decide(doubtful, legal, "")  # sent twice
    assert not DecidedCitation.objects.exists()


def test_wording_that_stood_before_is_decided_too(proposal, articles, legal):
    made = articles[6].wordings.get().amendment
    words = "Fees are those of Article 2 of the Kamo Way."
    wording(article(articles[6].part), 7, made, position=70, caption_en="Fees", body_en=words)
    decide(proposal, legal, "ours")
    insert_first(proposal, legal)
    told = [(one.outcome, one.before, one.after) for one in draft(proposal, "en").consequences]
    assert told[-1] == ("followed", "Article 2", "Article 3")
    assert [one.citation.decided.value for one in uncertain(proposal)] == ["ours"]


def test_refused_where_the_words_have_changed_and_by_who_may_not_edit(doubtful, legal, secretary):
    (one,) = uncertain(doubtful)
    with pytest.raises(Refused, match="Only legal staff"):
        editing.decide_citation(doubtful, by=secretary, language="en", name=one.name, whose="ours")
    change = doubtful.changes.get()
    editing.save_change(change, by=legal, version=1, body_en="The term is a year.")
    with pytest.raises(Refused) as refused:
        editing.decide_citation(doubtful, by=legal, language="en", name=one.name, whose="ours")
    assert refused.value.sentence == "The words of this citation have changed. Look at it again."
