"""Amendments whose day of effect is not known when they are adopted."""

from datetime import date

import pytest

from governance import record
from governance.models import Amendment, AuditEntry
from governance.record import Refused
from governance.text.amending.operations import START as AT_START
from governance.text.amending.operations import Delete, Insert, Replace
from tests.adoptions import adopted, found, keys, texts

ADOPTED, START, LATER = date(2013, 6, 26), date(2013, 9, 1), date(2013, 12, 1)
FAR = date(2030, 1, 1)
BEFORE = ["1 One.", "2 Two.", "3 See Article 4.", "4 Four."]
AFTER = ["1 New.", "2 Uno.", "3 Two.", "4 See Article 5."]


@pytest.fixture
def articles(company, legal):
    found(company, "One.", "Two.", "See Article 4.", "Four.", by=legal)
    return keys(company, ADOPTED)


@pytest.fixture
def amendment(company, articles, legal):
    """Everything at once: a new article, one amended, one deleted; numbers follow."""
    return adopted(
        company,
        Insert("new", after=AT_START, body="New."),
        Replace(articles["1"], body="Uno."),
        Replace(articles["3"], body="See Article 5."),
        Delete(articles["4"]),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=None,
    )


def test_it_is_adopted_and_not_in_force(company, amendment):
    assert texts(company, ADOPTED, "adopted") == AFTER
    assert texts(company, FAR) == BEFORE


def test_its_start_is_set_later(company, amendment, secretary):
    started = record.set_day_of_effect(amendment, on=START, by=secretary)
    assert started.effective_on == START
    assert [texts(company, day) for day in (date(2013, 8, 31), START, FAR)] == [
        BEFORE,
        AFTER,
        AFTER,
    ]
    assert texts(company, date(2013, 7, 1), "adopted") == AFTER
    assert AuditEntry.objects.latest("pk").what == "amendment.start_set"
    assert started.history.latest().history_user == secretary


def test_its_start_is_set_once(company, amendment, legal):
    record.set_day_of_effect(amendment, on=START, by=legal)
    with pytest.raises(Refused) as refused:
        record.set_day_of_effect(amendment, on=LATER, by=legal)
    assert refused.value.sentence == "The day of effect is on record already: September 1, 2013."
    assert texts(company, START) == AFTER


def test_it_does_not_start_before_it_is_adopted(company, amendment, legal):
    with pytest.raises(Refused, match=r"\(June 26, 2013\) or later"):
        record.set_day_of_effect(amendment, on=date(2013, 6, 25), by=legal)
    assert Amendment.objects.get(pk=amendment.pk).effective_on is None


def test_what_has_its_own_day_has_that(company, articles, legal):
    made = adopted(
        company,
        Replace(articles["1"], body="Uno."),
        Replace(articles["2"], body="Due."),
        Insert("last", after=articles["4"], body="For a while."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=None,
        days={articles["1"]: (date(2013, 7, 1), None), "last": (ADOPTED, LATER)},
    )
    expected = ["1 Uno.", "2 Two.", "3 See Article 4.", "4 Four.", "5 For a while."]
    assert texts(company, date(2013, 7, 1)) == expected
    record.set_day_of_effect(made, on=START, by=legal)
    assert texts(company, START) == [expected[0], "2 Due.", *expected[2:]]
    assert texts(company, LATER) == [expected[0], "2 Due.", *expected[2:-1]]


def test_a_number_cannot_change_before_the_day_is_known(company, articles, legal):
    with pytest.raises(Refused, match="its number changes on that one"):
        adopted(
            company,
            Insert("new", after=AT_START, body="New."),
            Replace(articles["1"], body="Uno."),
            by=legal,
            adopted_on=ADOPTED,
            effective_on=None,
            days={articles["1"]: (date(2013, 7, 1), None)},
        )


def test_a_later_amendment_of_the_same_article_asks_for_the_day_first(company, amendment, legal):
    key = keys(company, ADOPTED)["2"]
    change = Replace(key, body="Eins.")
    with pytest.raises(Refused) as refused:
        adopted(company, change, by=legal, adopted_on=START, effective_on=START)
    assert refused.value.sentence == (
        "The day on which Article 2, as adopted on June 26, 2013, takes effect is not known. Record"
        " that day first."
    )
    record.set_day_of_effect(amendment, on=START, by=legal)
    adopted(company, change, by=legal, adopted_on=START, effective_on=LATER)
    assert texts(company, LATER)[1] == "2 Eins."


@pytest.mark.parametrize(
    ("start", "own", "derived"),
    [
        (date(2013, 9, 1), date(2013, 9, 1), date(2013, 10, 1)),
        (date(2013, 11, 1), None, date(2013, 11, 1)),
    ],
)
def test_a_new_article_renumbered_while_it_waits(company, articles, legal, start, own, derived):
    """First as Article 5, then as Article 6 from October on: by the first's day, then the other."""
    first = adopted(
        company,
        Insert("new", after=articles["4"], body="New."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=None,
    )
    new = keys(company, ADOPTED)["5"]
    adopted(
        company,
        Insert("other", after=articles["4"], body="Other."),
        by=legal,
        adopted_on=date(2013, 7, 1),
        effective_on=date(2013, 10, 1),
    )
    record.set_day_of_effect(first, on=start, by=legal)
    lives = company.wordings.filter(article=new.removeprefix("a")).order_by("pk")
    assert [(row.number, row.in_force.lower) for row in lives] == [(5, own), (6, derived)]
    assert texts(company, FAR)[4:] == ["5 Other.", "6 New."]


def test_one_after_the_other(company, articles, legal):
    """Two amendments of one article, both of an unknown day."""
    first, second = (
        adopted(
            company,
            Replace(articles["1"], body=body),
            by=legal,
            adopted_on=ADOPTED,
            effective_on=None,
        )
        for body in ("Uno.", "Eins.")
    )
    with pytest.raises(Refused, match="Article 1, as adopted on June 26, 2013"):
        record.set_day_of_effect(second, on=LATER, by=legal)
    record.set_day_of_effect(first, on=START, by=legal)
    record.set_day_of_effect(second, on=LATER, by=legal)
    days = (ADOPTED, START, LATER)
    assert [texts(company, day)[0] for day in days] == ["1 One.", "1 Uno.", "1 Eins."]


def test_a_provision_deleted_before_its_day_was_known_ends_on_that_of_the_deletion(
    company, articles, legal
):
    first = adopted(
        company,
        Insert("new", after=articles["4"], body="New."),
        by=legal,
        adopted_on=ADOPTED,
        effective_on=None,
    )
    new = keys(company, ADOPTED)["5"]
    adopted(company, Delete(new), by=legal, adopted_on=START, effective_on=LATER)
    assert texts(company, START, "adopted") == BEFORE
    record.set_day_of_effect(first, on=START, by=legal)
    assert texts(company, START) == [*BEFORE, "5 New."]
    assert texts(company, LATER) == BEFORE
