"""Clerical corrections: visible as such, and no amendments."""

from datetime import date

import pytest
from django.utils.translation import override

from governance import record
from governance.models import Amendment, Article, AuditEntry, Wording
from governance.record import Refused
from governance.record.same_words import with_corrected_lines
from governance.text.amending.operations import Insert, Replace
from tests.adoptions import adopted, found, keys, texts

DAY, MEETING, LATER = date(2013, 5, 24), date(2013, 6, 26), date(2014, 6, 25)


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
    # And so is the wording that took the slip over.
    assert texts(company, MEETING)[2] == "3 A slip of the pen."


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


SLIP, RIGHT = "One line.\nA slip of the pne.\nThe last.", "One line.\nA slip of the pen.\nThe last."


@pytest.fixture
def carried_on(company, legal):
    """A slip in Article 2; later it is renumbered, then another of its lines is amended."""
    found(company, "One.", SLIP, by=legal)
    first = keys(company, DAY)["1"]
    adopted(
        company, Insert("n", after=first, body="New."), by=legal,
        adopted_on=MEETING, effective_on=MEETING,
    )  # fmt: skip
    key = keys(company, LATER)["3"]
    adopted(
        company, Replace(key, body=SLIP.replace("The last.", "Another end.")), by=legal,
        adopted_on=LATER, effective_on=LATER,
    )  # fmt: skip
    return list(company.wordings.recorded().filter(body_en__contains="pne").order_by("adopted_on"))


def kinds(article):
    return [step.kind for step in record.history_of(article)]


def test_later_wordings_with_the_same_words_are_corrected_too(company, carried_on, legal):
    article = carried_on[0].article
    before = kinds(article)
    record.correct(carried_on[0], body_en=RIGHT, reason="Typed wrongly.", by=legal)
    steps = record.history_of(article)
    assert [step.wording.body_en for step in steps] == [
        RIGHT, RIGHT, RIGHT.replace("The last.", "Another end."),
    ]  # fmt: skip
    assert kinds(article) == before == ["made", "renumbered", "amended"]
    assert [len(step.corrections) for step in steps] == [1, 1, 1]
    assert {row.superseded_why for step in steps for row in step.corrections} == {"Typed wrongly."}


def test_only_those_that_are_named_are_corrected(company, carried_on, legal):
    found = record.wordings_with_same_words(carried_on[1], {"body_en": RIGHT})
    assert [(each.wording, each.is_later) for each in found] == [
        (carried_on[0], False), (carried_on[2], True),
    ]  # fmt: skip
    record.correct(
        carried_on[1], body_en=RIGHT, reason="A slip.", by=legal, also=[carried_on[0].pk]
    )
    bodies = [step.wording.body_en for step in record.history_of(carried_on[0].article)]
    assert [("pne" in body) for body in bodies] == [False, False, True]


def test_a_number_and_a_caption_are_corrected_where_they_are_the_same(company, carried_on, legal):
    values = {"number": 1, "branch": 2, "caption_en": "Pens"}
    found = record.wordings_with_same_words(carried_on[0], values)
    assert [sorted(each.corrected_values) for each in found] == [["caption_en"], ["caption_en"]]
    found = record.wordings_with_same_words(carried_on[1], values)
    assert [sorted(each.corrected_values) for each in found] == [
        ["caption_en"], ["branch", "caption_en", "number"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wrong", "right", "expected"),
    [
        ("a\nb", "a\nb", "a\nc", "a\nc"),
        ("x\nb\ny", "a\nb", "a\nc", "x\nc\ny"),
        ("x\ny", "a\nb", "a\nc", "x\ny"),
        ("b\nb", "a\nb", "a\nc", "b\nb"),  # which of the two is not certain
        ("x\na\ny", "a\nb", "a\nnew\nb", "x\na\nnew\ny"),
        ("a\ny", "a\nb", "new\na\nb", "new\na\ny"),
        ("x\na\nb", "a\nb", "a", "x\na"),
    ],
)
def test_lines_are_corrected_where_they_stand(text, wrong, right, expected):
    assert with_corrected_lines(text, wrong, right) == expected
