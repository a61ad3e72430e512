"""Underlines set by hand: kept with who set them, undone, taken back, printed."""

from dataclasses import replace

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.demo.loading import load
from proposals.draft.derive import draft
from proposals.editing import SelectedWords
from proposals.models import Proposal
from proposals.papers.release import release_paper
from proposals.releases.certificate import certify, problems_of
from proposals.releases.content import content_of
from tests.proposals.views.drafting import CHAIR, amend


def fresh(proposal):
    return Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk)


def cell_lines(proposal, key, side, language="en"):
    """The lines of an article on one side, underlined words between underscores."""
    drafted = draft(fresh(proposal), language)
    cells = [getattr(row, side) for row in drafted.table.rows if not row.is_run]
    return [
        "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for cell in cells
        if any(each.partition("/")[0] == key for each in cell.keys)
        for line in cell.lines
    ]


def mark(proposal, by, key, side, words, *, on=True, language="en"):
    """Underline the first such words, or not, as a page would ask for it."""
    lines = [one.replace("_", "") for one in cell_lines(proposal, key, side, language)]
    place, text = next((count, one) for count, one in enumerate(lines) if words in one)
    start = text.index(words)
    editing.underline_words(
        proposal,
        by=by,
        language=language,
        words=SelectedWords(key, side, place, text, start, start + len(words), on),
    )


@pytest.fixture
def key(proposal, articles, legal):
    amend(proposal, legal, articles[5])
    return articles[5].key


def test_words_are_underlined_and_left_without_in_either_column(proposal, legal, key):
    assert cell_lines(proposal, key, "proposed")[-2:] == [
        "The _Chair_ shall chair a general meeting.",
        "2 The preceding paragraph applies.",
    ]
    mark(proposal, legal, key, "proposed", "a general")
    mark(proposal, legal, key, "proposed", "The Chair ", on=False)
    mark(proposal, legal, key, "present", "shall")
    assert cell_lines(proposal, key, "proposed")[-2] == "The Chair shall chair _a general_ meeting."
    was = cell_lines(proposal, key, "present")[-2]
    assert was == "The _President shall_ chair a general meeting."
    one, other = draft(fresh(proposal), "en").underlined.by_hand
    assert (one.by, one.added, one.removed) == (legal.get_username(), ("a general",), ("Chair",))
    assert (other.override.side, other.added) == ("present", ("shall",))


def test_what_is_as_it_was_computed_is_no_decision(proposal, legal, key):
    before = cell_lines(proposal, key, "proposed")
    mark(proposal, legal, key, "proposed", "meeting")
    mark(proposal, legal, key, "proposed", "meeting", on=False)
    assert fresh(proposal).underlines == []
    assert cell_lines(proposal, key, "proposed") == before


def test_it_is_taken_back_undone_and_done_again(proposal, legal, key):
    before = cell_lines(proposal, key, "proposed")
    mark(proposal, legal, key, "proposed", "meeting")
    marked = cell_lines(proposal, key, "proposed")
    (one,) = draft(fresh(proposal), "en").underlined.by_hand
    editing.take_back_underline(proposal, by=legal, name=one.name)
    assert cell_lines(proposal, key, "proposed") == before
    with pytest.raises(Refused, match="taken back already"):
        editing.take_back_underline(proposal, by=legal, name=one.name)
    editing.undo(proposal, by=legal)
    assert cell_lines(proposal, key, "proposed") == marked
    editing.undo(proposal, by=legal)
    assert cell_lines(proposal, key, "proposed") == before
    editing.redo(proposal, by=legal)
    assert cell_lines(proposal, key, "proposed") == marked


def test_it_stands_while_its_words_stand(proposal, articles, legal, key):
    mark(proposal, legal, key, "proposed", "meeting")
    change = proposal.changes.get()
    longer = CHAIR.replace("meeting", "meeting in person")
    editing.save_change(change, by=legal, version=change.version, body_en=longer)
    assert cell_lines(proposal, key, "proposed")[-2].endswith("_meeting in person_.")
    # Underlined again where it was carried to, it is still one decision.
    mark(proposal, legal, key, "proposed", "in person", on=False)
    (one,) = draft(fresh(proposal), "en").underlined.by_hand
    assert one.added == ("meeting",)
    change.refresh_from_db()
    other = CHAIR.replace("meeting", "assembly")
    editing.save_change(change, by=legal, version=change.version, body_en=other)
    drafted = draft(fresh(proposal), "en")
    assert [one.code for one in drafted.findings].count("override-lost") == 1
    editing.remove_change(proposal.changes.get(), by=legal)
    editing.undo(proposal, by=legal)
    assert draft(fresh(proposal), "en").underlined.by_hand


def test_what_was_not_shown_is_refused(proposal, legal, key):
    words = SelectedWords(key, "proposed", 0, "(Chairman)", 0, 3, True)
    for wrong in (
        {"text": "(Chairwoman)"},
        {"place": 7},
        {"side": "elsewhere"},
        {"key": "a999999"},
        {"end": 99},
        {"start": 3},
    ):
        with pytest.raises(Refused):
            editing.underline_words(
                proposal,
                by=legal,
                language="en",
                words=replace(words, **wrong),
            )
    assert fresh(proposal).underlines == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_is_printed_and_certified(db, django_user_model, language):
    (proposal,) = load("9990").proposals
    by = django_user_model.objects.get(username="stranger")
    drafted = draft(fresh(proposal), language)
    key = next(row.key for row in drafted.table.shown if row.kind == "amended").partition("/")[0]
    place, start = next(
        (place, sum(len(span.text) for span in line.spans[:count]))
        for place in range(9)
        for line, _computed in [drafted.underlined.line(key, "proposed", place)]
        for count, one in enumerate(line.spans)
        if not one.changed and len(one.text.split(" ")[0]) > 4
    )
    line, _computed = drafted.underlined.line(key, "proposed", place)
    words = SelectedWords(key, "proposed", place, line.text, start, start + 4, True)
    editing.underline_words(proposal, by=by, language=language, words=words)
    paper = release_paper(draft(fresh(proposal), language))
    printed, computed = draft(fresh(proposal), language).underlined.line(key, "proposed", place)
    assert (computed, printed.text) == (line, line.text)
    assert printed != computed
    cells = [row.proposed.lines for row in paper.table.rows]
    assert any(printed in lines for lines in cells)
    other = "ja" if language == "en" else "en"
    assert not draft(fresh(proposal), other).underlined.by_hand
    content = content_of(fresh(proposal))
    assert problems_of(certify(content)) == []
    content["applied"][language]["underlines"] = []
    assert problems_of(certify(content)) != []
