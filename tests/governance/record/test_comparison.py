"""The articles of two days beside each other."""

from datetime import date

from governance import record
from governance.models import Company, User
from governance.models.wording import Clock
from governance.text.amending.operations import Delete, Insert, Replace
from governance.text.table.rows import ComparisonTable
from tests import rows
from tests.adoptions import adopted, found, keys

JUNE, JULY = date(2013, 6, 26), date(2013, 7, 1)
BEFORE = date(2012, 6, 27)


def table(
    company: Company, present: date, proposed: date, clock: Clock = "adopted"
) -> ComparisonTable:
    return record.compare_days(company, "en", present, proposed, clock)


def kinds(made: ComparisonTable) -> list[str]:
    return [row.kind for row in made.rows]


def changed(made: ComparisonTable) -> list[list[list[str]]]:
    return [
        [
            [span.text for line in cell.lines for span in line.spans if span.changed]
            for cell in (row.present, row.proposed)
        ]
        for row in made.shown
        if row.kind == "amended"
    ]


def test_articles_pair_by_identity_and_paragraphs_by_wording(company: Company, legal: User) -> None:
    found(company, "The name is IIJ.", "The chairman presides.\nThe minutes are kept.", by=legal)
    at = keys(company, BEFORE)
    new = "The meeting is held in Tokyo.\nThe chairman presides.\nThe minutes are kept."
    adopted(
        company,
        Insert("c1", after=at["1"], body="The Company makes things."),
        Replace(at["2"], body=new),
        by=legal,
        adopted_on=JUNE,
        effective_on=JULY,
    )
    made = table(company, date(2013, 6, 25), JUNE)
    assert kinds(made) == ["unchanged", "inserted", "amended"]
    assert changed(made) == [[["2"], ["3", "The meeting is held in Tokyo."]]]
    # In force nothing has changed on that day.
    assert kinds(table(company, BEFORE, JUNE, clock="in_force")) == ["unchanged"]


def test_a_day_before_the_first_articles_has_none(company: Company, legal: User) -> None:
    found(company, "The name is IIJ.", by=legal)
    before, first = date(2000, 1, 1), BEFORE
    assert kinds(table(company, before, first)) == ["inserted"]
    assert kinds(table(company, first, before)) == ["deleted"]
    assert kinds(table(company, before, date(2000, 1, 2))) == []


def test_back_in_time_what_was_deleted_is_inserted(company: Company, legal: User) -> None:
    found(company, "The name is IIJ.", "The minutes are kept.", by=legal)
    gone = keys(company, BEFORE)["2"]
    adopted(company, Delete(gone), by=legal, adopted_on=JUNE, effective_on=JUNE)
    assert kinds(table(company, JUNE, BEFORE)) == ["unchanged", "inserted"]


def test_what_has_no_text_in_the_language_says_so(company: Company) -> None:
    made, part = rows.imported(company), rows.main_part(company)
    meeting = rows.meeting(company)
    amendment = rows.decided(meeting, JUNE)
    amended, untold = rows.article(part), rows.article(part)
    old = {"body_ja": "商号は、甲とする。", "body_en": ""}
    rows.wording(
        amended,
        1,
        made,
        **old,
        in_force=rows.days(made.adopted_on, JUNE),
        ended_by=amendment,
        ended_on=JUNE,
    )
    rows.wording(amended, 1, amendment, body_ja="商号は、乙とする。", body_en="It is called B.")
    rows.wording(untold, 2, made, **old)
    compared = table(company, BEFORE, JUNE)
    assert kinds(compared) == ["amended", "unchanged"]
    assert changed(compared) == [[["(There is no English text on record.)"], ["It is called B."]]]
