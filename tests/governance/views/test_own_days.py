"""The line of amendments: each day of effect, what starts or ends on another, what expires."""

from datetime import date

import pytest

from governance.text.amending.operations import Delete, Insert, Replace
from tests.adoptions import adopted, found, keys

JUNE, JULY, AUGUST, OCTOBER = (
    date(2013, 6, 26),
    date(2013, 7, 1),
    date(2013, 8, 1),
    date(2013, 10, 1),
)
STARTS = {
    "en": "In force from Thursday, August 1, 2013",
    "ja": "2013年8月1日（木）から効力発生",
}
ENDS = {"en": "Deleted from Tuesday, October 1, 2013", "ja": "2013年10月1日（火）に削除"}
EXPIRES = {"en": "Expires on Tuesday, October 1, 2013", "ja": "2013年10月1日（火）に失効"}


@pytest.fixture
def own_days(signed_in, company, legal, reader, language):
    """The days of the newest amendment on the page, and the page."""

    def of(*operations, effective_on, days):
        adopted(
            company,
            *operations,
            by=legal,
            adopted_on=JUNE,
            effective_on=effective_on,
            days=days,
        )
        client = signed_in(reader)
        client.cookies["django_language"] = language
        page = client.get("/3774/amendments/")
        newest = page.context["lines"][0]
        return [(one.kind, one.day, one.names) for one in newest.own_days], page.content.decode()

    found(company, "One.", "Two.", "Three.", by=legal)
    return of


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_starts_or_ends_later_and_what_expires_is_named(own_days, company, language):
    at = keys(company, JUNE)
    listed, page = own_days(
        Replace(at["1"], body="Other."),
        Insert("new", after=at["2"], body="For a while."),
        effective_on=JULY,
        days={at["1"]: (AUGUST, None), "new": (None, OCTOBER)},
    )
    assert listed == [
        ("starts", AUGUST, ("Article 1",)),
        ("expires", OCTOBER, ("Article 3",)),
    ]
    assert STARTS[language] in page
    assert EXPIRES[language] in page


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_deleted_later_is_named(own_days, company, language):
    at = keys(company, JUNE)
    listed, page = own_days(
        Delete(at["3"]),
        Replace(at["1"], body="Other."),
        effective_on=JULY,
        days={at["3"]: (OCTOBER, None)},
    )
    assert listed == [("ends", OCTOBER, ("Article 3",))]
    assert ENDS[language] in page


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_day_of_its_own_is_named_although_the_amendments_is_not_known(
    own_days, company, language
):
    at = keys(company, JUNE)
    listed, page = own_days(
        Replace(at["1"], body="Other."),
        Replace(at["2"], body="Another."),
        effective_on=None,
        days={at["1"]: (AUGUST, None)},
    )
    assert listed == [("starts", AUGUST, ("Article 1",))]
    assert STARTS[language] in page


@pytest.mark.parametrize("language", ["en"])
def test_one_day_for_all_needs_no_list(own_days, company):
    at = keys(company, JUNE)
    listed, page = own_days(Replace(at["1"], body="Other."), effective_on=JULY, days={})
    assert listed == []
    assert 'class="own-days' not in page
