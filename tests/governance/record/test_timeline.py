"""The amendments of a company, each with what it did to the articles."""

from datetime import date

from governance import record
from governance.models import AmendmentReason, Company, User
from governance.text.amending.operations import Delete, Insert, Replace
from tests.adoptions import adopted, found, keys

JUNE, JULY, NEXT = date(2013, 6, 26), date(2013, 7, 1), date(2014, 6, 25)


def change_texts(company: Company) -> list[list[str]]:
    """Each amendment, the newest first: "2 renumbered 3"."""
    return [
        [
            " ".join(
                part
                for part in (
                    change.before.label if change.before else "",
                    change.kind,
                    change.after.label if change.after else "",
                )
                if part
            )
            for change in entry.changes
        ]
        for entry in record.timeline(company)
    ]


def test_each_amendment_with_what_it_changed(company: Company, legal: User) -> None:
    found(company, "The name.", "The seat.", "The minutes.", by=legal)
    at = keys(company, JUNE)
    adopted(
        company,
        Insert("c1", after=at["1"], body="New."),
        Replace(at["3"], body="The minutes are kept."),
        by=legal,
        adopted_on=JUNE,
        effective_on=JUNE,
        # In the meantime Article 3 has its old words under its new number: one change all the same.
        days={at["3"]: (JULY, None)},
    )
    adopted(company, Delete(at["2"]), by=legal, adopted_on=NEXT, effective_on=NEXT)
    assert change_texts(company) == [
        ["3 ended", "4 renumbered 3"],
        ["made 2", "2 renumbered 3", "3 amended 4"],
        ["made 1", "made 2", "made 3"],
    ]


def test_a_reason_that_covers_several_articles_is_listed_once(
    company: Company, legal: User
) -> None:
    first = found(company, "The name.", "The seat.", by=legal)
    for wording in first.wordings.all():
        AmendmentReason.objects.create(
            company=company, amendment=first, article=wording.article, position=1, body_en="Why."
        )
    AmendmentReason.objects.create(company=company, amendment=first, position=2, body_en="Rest.")
    (entry,) = record.timeline(company)
    assert [reason.position for reason in entry.reasons] == [1, 2]


def test_a_corrected_row_is_no_amendment(company: Company, legal: User) -> None:
    first = found(company, "The nmae.", by=legal)
    record.correct(first.wordings.get(), reason="A slip.", by=legal, body_en="The name.")
    assert change_texts(company) == [["made 1"]]


def test_no_amendments(company: Company) -> None:
    assert record.timeline(company) == []
