"""Dated texts into the record: the first as it stands, later ones as amendments."""

from datetime import date

import pytest

from governance import record
from governance.intake import pending_texts, steps, to_record
from governance.intake.steps import present_trees
from governance.models import Amendment, AuditEntry, Company, Intake, User
from governance.text.reading.write import write
from tests.rows import meeting

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = date(2008, 6, 27), date(2012, 6, 27), date(2013, 6, 26)
EN_2008 = """Articles of Incorporation
CHAPTER I. GENERAL PROVISIONS
(Trade Name)
Article 1.
The Company shall be called Example Inc.
(Objects)
Article 2.
The objects of the Company are the following businesses:
(1) telecommunications
(2) consulting
(Location)
Article 3.
The Company shall have its head office in Tokyo, besides the branches of Article 2.
Supplementary Provisions
Article 1. These articles take effect on June 27, 2008.
"""
EN_2012 = EN_2008.replace(
    "(Location)\nArticle 3.",
    "(Public Notices)\nArticle 3.\nPublic notices shall be electronic.\n(Location)\nArticle 4.",
)
EN_2013 = EN_2012.replace("in Tokyo", "in Osaka").split("Supplementary")[0]
JA_2008 = """定款
第１章　総則
（商号）
第１条　当会社は、株式会社見本と称する。
（目的）
第２条　当会社は、次の事業を営む。
（１）電気通信
（２）コンサルティング
（本店）
第３条　当会社は、本店を東京都に置く。
附則
第１条　この定款は、2008年６月27日から施行する。
"""


@pytest.fixture
def english(company: Company) -> Company:
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    return company


def added(company: Company, by: User, day: date, **texts: str) -> Intake:
    return pending_texts.add_text(company, by=by, adopted_on=day, **texts)  # type: ignore[arg-type]


def stated(company: Company, day: date) -> list[str]:
    rows = record.articles_as_of(company, day, clock="in_force")
    return [f"{row.kind} {row.label} {row.caption_en}".rstrip() for row in rows]


def test_the_first_text_enters_as_it_stands(english: Company, legal: User) -> None:
    made = to_record.record_text(added(english, legal, FIRST, text_en=EN_2008), by=legal)
    assert (made.decided_by, made.adopted_on, made.effective_on) == ("import", FIRST, FIRST)
    assert stated(english, FIRST) == [
        "chapter 1 GENERAL PROVISIONS",
        "article 1 Trade Name",
        "article 2 Objects",
        "article 3 Location",
        "article 1",
    ]
    assert stated(english, date(2008, 6, 26)) == []
    assert [(part.kind, part.title_en) for part in english.parts.all()] == [
        ("main", "Articles of Incorporation"),
        ("supplementary", "Supplementary Provisions"),
    ]
    objects = english.wordings.get(number=2)
    assert objects.body_en == (
        "The objects of the Company are the following businesses:\n(1) telecommunications\n"
        "(2) consulting"
    )
    assert list(AuditEntry.objects.order_by("pk").values_list("what", flat=True)) == [
        "intake.added",
        "amendment.adopted",
        "intake.recorded",
    ]


def test_later_texts_become_the_history(english: Company, legal: User) -> None:
    for day, text in ((FIRST, EN_2008), (SECOND, EN_2012), (THIRD, EN_2013)):
        to_record.record_text(added(english, legal, day, text_en=text), by=legal)
    assert stated(english, SECOND)[3:5] == ["article 3 Public Notices", "article 4 Location"]
    assert len(stated(english, THIRD)) == 5  # the supplementary provisions are gone
    location = english.wordings.get(number=4, ended_by=None).article
    assert [(step.kind, step.wording.label) for step in record.history_of(location)] == [
        ("made", "3"),
        ("renumbered", "4"),
        ("amended", "4"),
    ]
    # What did not change is not written again.
    assert english.wordings.filter(number=1, part__kind="main", kind="article").count() == 1


def test_texts_whose_days_of_effect_overtake_each_other(company: Company, legal: User) -> None:
    """What the second changes for later is renumbered by the third meanwhile, in Japanese too."""
    osaka = JA_2008.replace("東京都", "大阪府")
    inserted = osaka.replace(
        "（本店）\n第３条", "（公告）\n第３条　公告は、電子公告による。\n（本店）\n第４条"
    )
    later = date(2013, 8, 1)
    for day, effective, text in (
        (FIRST, None, JA_2008),
        (SECOND, later, osaka),
        (THIRD, None, inserted),
    ):
        made = pending_texts.add_text(
            company, by=legal, adopted_on=day, effective_on=effective, text_ja=text
        )
        to_record.record_text(made, by=legal)
    location = company.wordings.get(number=4, body_ja__contains="大阪府", kind="article")
    stored_texts = {
        day: [
            (row.label, "大阪府" in row.body_ja)
            for row in record.articles_as_of(company, day, clock="in_force")
            if row.article_id == location.article_id
        ]
        for day in (SECOND, THIRD, date(2013, 7, 31), later)
    }
    assert stored_texts == {
        SECOND: [("3", False)],
        THIRD: [("4", False)],
        date(2013, 7, 31): [("4", False)],
        later: [("4", True)],
    }


def test_day_of_effect_that_is_not_known_yet(english: Company, legal: User) -> None:
    to_record.record_text(added(english, legal, FIRST, text_en=EN_2008), by=legal)
    text = pending_texts.add_text(
        english, by=legal, adopted_on=SECOND, effective_unknown=True, text_en=EN_2012
    )
    made = to_record.record_text(text, by=legal)
    assert (made.adopted_on, made.effective_on) == (SECOND, None)
    before = stated(english, FIRST)
    assert stated(english, date(2030, 1, 1)) == before
    rows = record.articles_as_of(english, SECOND, clock="adopted")
    assert [row.caption_en for row in rows if row.number == 3] == ["Public Notices"]
    record.set_day_of_effect(made, on=date(2012, 10, 1), by=legal)
    assert stated(english, date(2012, 9, 30)) == before
    assert "article 4 Location" in stated(english, date(2012, 10, 1))


def test_first_text_of_a_day_of_effect_not_known(english: Company, legal: User) -> None:
    text = pending_texts.add_text(
        english, by=legal, adopted_on=FIRST, effective_unknown=True, text_en=EN_2008
    )
    made = to_record.record_text(text, by=legal)
    assert stated(english, date(2030, 1, 1)) == []
    record.set_day_of_effect(made, on=SECOND, by=legal)
    assert (len(stated(english, SECOND)), stated(english, FIRST)) == (5, [])


def test_day_of_effect_is_known_or_not(english: Company, legal: User) -> None:
    with pytest.raises(record.Refused, match="known or it is not"):
        pending_texts.add_text(
            english,
            by=legal,
            adopted_on=FIRST,
            effective_on=SECOND,
            effective_unknown=True,
            text_en=EN_2008,
        )


def test_meeting_of_the_day_has_decided(english: Company, legal: User) -> None:
    at = meeting(english, day=THIRD)
    to_record.record_text(added(english, legal, FIRST, text_en=EN_2008), by=legal)
    to_record.record_text(added(english, legal, THIRD, text_en=EN_2012), by=legal)
    decided = Amendment.objects.order_by("adopted_on").values_list("decided_by", "meeting")
    assert list(decided) == [("import", None), ("meeting", at.pk)]


def test_both_languages_enter_together(company: Company, legal: User) -> None:
    to_record.record_text(added(company, legal, FIRST, text_ja=JA_2008, text_en=EN_2008), by=legal)
    one = company.wordings.get(number=3, kind="article")
    assert (one.caption_ja, one.caption_en) == ("本店", "Location")
    assert one.body_ja == "当会社は、本店を東京都に置く。"
    assert one.body_en.startswith("The Company shall have its head office")
    company.refresh_from_db()
    assert company.numerals_ja == "full"


def test_only_what_differs_is_marked_in_either_language(company: Company, legal: User) -> None:
    to_record.record_text(added(company, legal, FIRST, text_ja=JA_2008, text_en=EN_2008), by=legal)
    company.refresh_from_db()  # its numerals are those of the text
    base = record.articles_as_of(company, SECOND)
    half = JA_2008.translate(str.maketrans("１２３", "123")).replace("（1）", "（１）")
    texts = {
        "ja": half.replace("（2）", "（２）").replace("東京都", "大阪府"),
        "en": EN_2008.replace("Tokyo", "Osaka"),
    }
    made = steps.next_step(texts, present_trees(base, company))
    for language, changed in (("ja", "大阪府"), ("en", "Osaka")):
        table = made.table(language, company.house_style(language))
        spans = [
            span.text
            for row in table.rows
            for line in row.proposed.lines
            for span in line.spans
            if span.changed
        ]
        assert spans == [changed]
        assert made.changes(language).amended == (("article:3", "article:3"),)


def test_languages_with_other_articles_are_refused(company: Company, legal: User) -> None:
    fewer = JA_2008.replace("第３条", "第４条")
    text = added(company, legal, FIRST, text_ja=fewer, text_en=EN_2008)
    with pytest.raises(record.Refused, match="not the same articles"):
        to_record.record_text(text, by=legal)
    assert not company.wordings.exists()
    text.refresh_from_db()
    assert not text.is_recorded


def test_texts_are_recorded_in_their_order(english: Company, legal: User) -> None:
    first = added(english, legal, FIRST, text_en=EN_2008)
    second = added(english, legal, SECOND, text_en=EN_2012)
    with pytest.raises(record.Refused, match="June 27, 2008 comes before"):
        to_record.record_text(second, by=legal)
    to_record.record_text(first, by=legal)
    to_record.record_text(second, by=legal)
    with pytest.raises(record.Refused, match="on record already"):
        to_record.record_text(second, by=legal)


def test_text_of_a_day_before_what_is_on_record(english: Company, legal: User) -> None:
    to_record.record_text(added(english, legal, SECOND, text_en=EN_2012), by=legal)
    with pytest.raises(record.Refused, match="June 27, 2012 are on record already; those of an"):
        added(english, legal, FIRST, text_en=EN_2008)
    later = added(english, legal, THIRD, text_en=EN_2013)
    with pytest.raises(record.Refused, match="on record already"):
        pending_texts.change_text(later, by=legal, version=1, adopted_on=FIRST)
    assert english.intakes.get(amendment=None).adopted_on == THIRD


def test_language_that_comes_later(company: Company, legal: User) -> None:
    to_record.record_text(added(company, legal, FIRST, text_ja=JA_2008), by=legal)
    both = added(company, legal, SECOND, text_ja=JA_2008, text_en=EN_2008)
    to_record.record_text(both, by=legal)
    for clock in ("adopted", "in_force"):
        rows = record.articles_as_of(company, SECOND, clock=clock)  # type: ignore[arg-type]
        assert [row.caption_en for row in rows if row.caption_ja] == [
            "GENERAL PROVISIONS", "Trade Name", "Objects", "Location",
        ]  # fmt: skip


def test_text_that_changes_nothing_or_cannot_be_read(english: Company, legal: User) -> None:
    to_record.record_text(added(english, legal, FIRST, text_en=EN_2008), by=legal)
    same = added(english, legal, SECOND, text_en=EN_2008.replace("\n(", "\n\n("))
    with pytest.raises(record.Refused, match="says what is on record"):
        to_record.record_text(same, by=legal)
    bad = pending_texts.change_text(same, by=legal, version=1, text_en="no article here")
    with pytest.raises(record.Refused, match="No article was found"):
        to_record.record_text(bad, by=legal)


def test_text_in_the_other_language_alone_ends_nothing(company: Company, legal: User) -> None:
    to_record.record_text(added(company, legal, FIRST, text_en=EN_2008), by=legal)
    with pytest.raises(record.Refused, match="the other language only"):
        to_record.record_text(added(company, legal, SECOND, text_ja=JA_2008), by=legal)
    assert company.wordings.filter(ended_by=None).count() == 5


def test_article_that_went_to_another_part_is_new_there(english: Company, legal: User) -> None:
    to_record.record_text(added(english, legal, FIRST, text_en=EN_2008), by=legal)
    moved = "Article 1.\nThe Company shall be called Example Inc.\nSupplementary Provisions\n" + (
        "(Location)\nArticle 1.\nThe Company shall have its head office in Tokyo, besides the"
        " branches of Article 2.\n"
    )
    to_record.record_text(added(english, legal, SECOND, text_en=moved), by=legal)
    assert stated(english, SECOND) == ["article 1", "article 1 Location"]


def test_article_without_wording_is_named(english: Company, legal: User) -> None:
    text = added(english, legal, FIRST, text_en=EN_2008 + "Article 2.\n")
    with pytest.raises(record.Refused, match="There is no wording under Article 2"):
        to_record.record_text(text, by=legal)


def test_headings_of_sections_stay_where_they_are(company: Company, legal: User) -> None:
    first = "定款\n第１章　株式\n第１節　総則\n第１条　甲は。\n第２節　種類株式\n第２条　乙は。\n"
    second = first.replace("第２節", "第２節　名簿\n第２条　丙は。\n第３節").replace(
        "第２条　乙", "第３条　乙"
    )
    to_record.record_text(added(company, legal, FIRST, text_ja=first), by=legal)
    to_record.record_text(added(company, legal, SECOND, text_ja=second), by=legal)
    company.refresh_from_db()
    for day, text in ((FIRST, first), (SECOND, second)):
        rows = record.articles_as_of(company, day, clock="in_force")
        assert write(record.articles_tree(rows, "ja")) == text
    # What did not change is not written again: one heading came, one has another number.
    assert company.wordings.filter(kind="chapter", number=None).count() == 4


def test_numbers_that_stand_twice_are_refused(english: Company, legal: User) -> None:
    text = EN_2008.replace("Article 3.", "Article 2.")
    with pytest.raises(record.Refused, match="same number: Article 2"):
        to_record.record_text(added(english, legal, FIRST, text_en=text), by=legal)
    assert not english.parts.exists()


def test_what_nobody_may_do_with_a_text(english: Company, legal: User) -> None:
    text = added(english, legal, FIRST, text_en=EN_2008)
    with pytest.raises(record.Refused, match="brought in already"):
        added(english, legal, FIRST, text_en=EN_2012)
    pending_texts.change_text(text, by=legal, version=1, text_en=EN_2012)
    with pytest.raises(pending_texts.TextSavedMeanwhile) as caught:
        pending_texts.change_text(text, by=legal, version=1, text_en=EN_2008)
    assert caught.value.stored.text_en == EN_2012
    to_record.record_text(text, by=legal)
    for act in (
        lambda: pending_texts.change_text(text, by=legal, version=2, text_en=EN_2008),
        lambda: pending_texts.remove_text(text, by=legal),
    ):
        with pytest.raises(record.Refused, match="on record"):
            act()
    assert [each.history_user for each in text.history.all()] == [legal, legal, legal]


def test_text_is_taken_away_and_its_history_stays(english: Company, legal: User) -> None:
    text = added(english, legal, FIRST, text_en=EN_2008)
    pending_texts.remove_text(text, by=legal)
    assert not Intake.objects.exists()
    assert [(each.history_type, each.history_user) for each in Intake.history.all()] == [
        ("-", legal),
        ("+", legal),
    ]
