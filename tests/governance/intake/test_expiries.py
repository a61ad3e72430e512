"""Supplementary provisions that end by themselves: read, asked for, and recorded."""

from datetime import date

import pytest

from governance import record
from governance.intake.to_record import TextDays, adopt_texts
from governance.models import Company, User
from governance.record import Refused

FIRST, SECOND, EXPIRY, LATER = (
    date(2024, 6, 25),
    date(2025, 6, 25),
    date(2025, 10, 1),
    date(2026, 6, 24),
)
MAIN = {
    "en": "Article 1. (Name) The name is Sample.\nArticle 2. (Seat) The seat is in Kyoto.\n",
    "ja": """（商号）
第１条　当会社は、みほんと称する。
（本店）
第２条　当会社は、本店を京都市に置く。
""",
}
PART = {
    "en": "Supplementary Provisions\nArticle 1. Article 2 takes effect on October 1, 2025.\n",
    "ja": "附則\n第１条　第２条の変更は、2025年10月１日から効力を生ずる。\n",
}
ENDS = {
    "en": "Article 2. These Supplementary Provisions shall be deleted as of October 1, 2025.\n",
    "ja": "第２条　本附則は、2025年10月１日をもってこれを削除する。\n",
}
ENDS_SOME_DAY = {
    "en": "Article 2. These Supplementary Provisions shall be deleted thereafter.\n",
    "ja": "第２条　本附則は、その経過後これを削除する。\n",
}
PARAGRAPH_ENDS = {
    "en": "Article 2. One.\n2. This paragraph shall be deleted as of October 1, 2025.\n",
    "ja": "第２条　甲。\n２　本項は、2025年10月１日をもって削除する。\n",
}
NAMED = {"en": "Supplementary Provisions, Article 2", "ja": "附則第２条"}
LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


def bring_in(
    company: Company, language: str, end: str, by: User, day: date = SECOND, **given: object
) -> None:
    text = MAIN[language] + (PART[language] + end if end else "")
    days = TextDays(day, given.pop("effective_on", day), given.pop("expiries", {}))
    adopt_texts(company, {language: text}, days, by=by)


def supplementary(company: Company, day: date, clock: str) -> list[tuple[str, date | None]]:
    rows = record.articles_as_of(company, day, clock=clock)
    return [(row.label, row.expires_on) for row in rows if not row.part.is_main]


@LANGUAGES
@pytest.mark.parametrize("clock", ["adopted", "in_force"])
def test_it_is_gone_from_the_day_that_it_names(company, legal, language, clock) -> None:
    bring_in(company, language, "", legal, FIRST)
    bring_in(company, language, ENDS[language], legal)
    assert supplementary(company, SECOND, clock) == [("1", EXPIRY), ("2", EXPIRY)]
    assert supplementary(company, EXPIRY, clock) == []
    # The text of a later day is without it: nothing is deleted a second time.
    with pytest.raises(Refused, match="on record already"):
        bring_in(company, language, "", legal, LATER)


@LANGUAGES
def test_it_is_gone_although_its_day_of_effect_is_not_known(company, legal, language) -> None:
    bring_in(company, language, ENDS[language], legal, effective_on=None)
    assert supplementary(company, SECOND, "adopted") == [("1", EXPIRY), ("2", EXPIRY)]
    assert supplementary(company, EXPIRY, "adopted") == []


@LANGUAGES
def test_a_day_that_its_words_do_not_tell_is_asked_for(company, legal, language) -> None:
    with pytest.raises(Refused) as refused:
        bring_in(company, language, ENDS_SOME_DAY[language], legal)
    assert "Article 2 ends by itself" in refused.value.sentence
    assert not company.amendments.exists()
    answer = {"supplementary:2": EXPIRY}
    bring_in(company, language, ENDS_SOME_DAY[language], legal, expiries=answer)
    assert supplementary(company, SECOND, "in_force") == [("1", EXPIRY), ("2", EXPIRY)]


@LANGUAGES
@pytest.mark.parametrize("end", [ENDS, ENDS_SOME_DAY])
def test_it_may_be_said_to_stay(company, legal, language, end) -> None:
    bring_in(company, language, end[language], legal, expiries={"supplementary:2": None})
    assert supplementary(company, LATER, "in_force") == [("1", None), ("2", None)]


@LANGUAGES
def test_what_a_later_text_still_has_has_not_ended(company, legal, language) -> None:
    bring_in(company, language, ENDS[language], legal, LATER)
    assert supplementary(company, LATER, "in_force") == [("1", None), ("2", None)]


@LANGUAGES
def test_an_answer_that_is_too_early_is_refused(company, legal, language) -> None:
    with pytest.raises(Refused, match="after the day it takes effect"):
        bring_in(company, language, ENDS[language], legal, expiries={"supplementary:2": SECOND})


@LANGUAGES
def test_a_part_of_an_article_stays_with_it(company, legal, language) -> None:
    bring_in(company, language, PARAGRAPH_ENDS[language], legal)
    assert supplementary(company, LATER, "in_force") == [("1", None), ("2", None)]


@LANGUAGES
def test_what_is_on_record_is_not_asked_for_again(company, legal, language) -> None:
    stays = {"supplementary:2": None}
    bring_in(company, language, ENDS_SOME_DAY[language], legal, FIRST, expiries=stays)
    other = MAIN[language].replace("Kyoto", "Osaka").replace("京都", "大阪")
    text = other + PART[language] + ENDS_SOME_DAY[language]
    adopt_texts(company, {language: text}, TextDays(SECOND, SECOND), by=legal)
    assert supplementary(company, LATER, "in_force") == [("1", None), ("2", None)]
