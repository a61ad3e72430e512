"""Clerical corrections: visible as such, and no amendments."""

from datetime import date

import pytest
from django.utils.translation import override

from governance import record
from governance.models import Amendment, Article, AuditEntry, Wording
from governance.record import Refused
from governance.text.amending.operations import Insert
from tests.adoptions import adopted, found, keys, texts

DAY, MEETING = date(2013, 5, 24), date(2013, 6, 26)


@pytest.fixture
def wrong(company, legal):
    found(company, "One.", "A slip of the pne.", by=legal)
    return company.wordings.get(number=2)


def test_the_right_row_stands_for_the_same_days(company, wrong, secretary):
    right = record.correct(
        wrong, body_en="A slip of the pen.", reason=" Typed wrongly. ", by=secretary
    )
    for clock in ("in_force", "adopted"):
        assert texts(company, DAY, clock) == ["1 One.", "2 A slip of the pen."]
    wrong.refresh_from_db()
    assert (wrong.superseded_by, wrong.superseded_why) == (secretary, "Typed wrongly.")
    same = ("article", "number", "position", "amendment", "adopted_on", "in_force", "expires_on")
    assert [getattr(right, name) for name in same] == [getattr(wrong, name) for name in same]
    # No amendment is made.
    assert Amendment.objects.count() == 1
    assert AuditEntry.objects.latest("pk").what == "wording.corrected"
    assert right.history.get().history_user == secretary
    assert wrong.history.latest().history_user == secretary


def test_corrections_are_visible_in_the_history(company, wrong, legal, secretary):
    half = record.correct(wrong, body_en="A slip of the pn.", reason="First try.", by=legal)
    right = record.correct(half, body_en="A slip of the pen.", reason="Second.", by=secretary)
    (step,) = record.history_of(Article.objects.get(pk=wrong.article_id))
    assert (step.kind, step.wording, step.before) == ("made", right, None)
    assert [(row.body_en, row.superseded_by, row.superseded_why) for row in step.corrections] == [
        ("A slip of the pne.", legal, "First try."),
        ("A slip of the pn.", secretary, "Second."),
    ]


def test_a_number_is_corrected(company, wrong, legal):
    record.correct(wrong, number=1, branch=2, reason="It is Article 1-2.", by=legal)
    assert texts(company, DAY) == ["1 One.", "1-2 A slip of the pne."]


def test_the_record_is_amended_after_a_correction(company, wrong, legal):
    record.correct(wrong, body_en="A slip of the pen.", reason="Typed wrongly.", by=legal)
    key = keys(company, DAY)["1"]
    adopted(
        company,
        Insert("new", after=key, body="New."),
        by=legal,
        adopted_on=MEETING,
        effective_on=MEETING,
    )
    assert texts(company, MEETING) == ["1 One.", "2 New.", "3 A slip of the pen."]


def test_a_row_that_has_ended_is_corrected_too(company, wrong, legal):
    key = keys(company, DAY)["1"]
    adopted(
        company,
        Insert("new", after=key, body="New."),
        by=legal,
        adopted_on=MEETING,
        effective_on=MEETING,
    )
    record.correct(wrong, body_en="A slip of the pen.", reason="Typed wrongly.", by=legal)
    assert texts(company, DAY)[1] == "2 A slip of the pen."
    # The wording that took the slip over is a row of its own.
    assert texts(company, MEETING)[2] == "3 A slip of the pne."


@pytest.mark.parametrize(
    ("values", "reason", "sentence"),
    [
        ({"body_en": "A slip of the pen."}, "  ", "Say why the wording is corrected."),
        (
            {"body_en": "A slip of the pne."},
            "It was.",
            "The correction changes nothing in this wording.",
        ),
        (
            {"number": 1},
            "It is Article 1.",
            (
                "Two articles would be Article 1 from June 27, 2012 on: no two in force on one day"
                " can have the same number."
            ),
        ),
        (
            {"body_en": ""},
            "It was empty.",
            (
                "An article has a body in at least one language; a chapter heading has a caption"
                " and no body."
            ),
        ),
        ({"branch": 1}, "It had one.", "Branch numbers count from 2."),
        (
            {"body_en": "\x00"},
            "It was.",
            "Line 1, column 1 holds a character that cannot be printed (U+0000); remove it.",
        ),
        (
            {"caption_en": "x" * 301},
            "It was long.",
            "The text has 301 characters; at most 300 are possible.",
        ),
    ],
)
def test_what_cannot_be_is_refused(company, wrong, legal, values, reason, sentence):
    with pytest.raises(Refused) as refused:
        record.correct(wrong, reason=reason, by=legal, **values)
    assert refused.value.sentence == sentence
    assert Wording.objects.filter(superseded_at__isnull=False).count() == 0
    assert texts(company, DAY) == ["1 One.", "2 A slip of the pne."]


def test_a_row_is_corrected_once(wrong, legal):
    record.correct(wrong, body_en="A slip of the pen.", reason="Typed wrongly.", by=legal)
    with pytest.raises(Refused, match="was corrected already"):
        record.correct(wrong, body_en="Another.", reason="Typed wrongly.", by=legal)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Two articles would be Article 1-2 from June 27, 2012 on"),
        ("ja", "2012年6月27日以降、第1条の2が二つになります"),
    ],
)
def test_a_refusal_speaks_the_language_of_the_interface(company, wrong, legal, language, sentence):
    record.correct(wrong, number=1, branch=2, reason="It is Article 1-2.", by=legal)
    with override(language), pytest.raises(Refused, match=sentence):
        record.correct(
            company.wordings.get(number=1, branch=0), branch=2, reason="So is this.", by=legal
        )
