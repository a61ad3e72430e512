"""Rows of the record for tests, with no more said than the test is about."""

from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from governance.models import Amendment, Article, Company, Meeting, Part, Wording
from governance.models.wording import GAP

FIRST_DAY = date(2012, 6, 27)
MEETING_DAY = date(2013, 6, 26)


def days(start: date | None, end: date | None = None) -> DateRange:
    """`[start, end)`."""
    return DateRange(start, end)


def imported(company: Company, day: date = FIRST_DAY) -> Amendment:
    return Amendment.objects.create(
        company=company, decided_by="import", adopted_on=day, effective_on=day
    )


def meeting(company: Company, ordinal: int = 21, day: date = MEETING_DAY) -> Meeting:
    return Meeting.objects.create(company=company, kind="ordinary", ordinal=ordinal, date=day)


def decided(at: Meeting, effective_on: date | None = None) -> Amendment:
    """An amendment that the meeting adopted on its day."""
    return Amendment.objects.create(
        company=at.company,
        decided_by="meeting",
        meeting=at,
        adopted_on=at.date,
        effective_on=effective_on,
    )


def main_part(company: Company) -> Part:
    return Part.objects.create(company=company, kind="main")


def supplementary_part(company: Company, position: int = 1) -> Part:
    return Part.objects.create(
        company=company,
        kind="supplementary",
        position=position,
        title_en="Supplementary Provisions",
        title_ja="附則",
    )


def article(part: Part, kind: str = "article") -> Article:
    return Article.objects.create(company=part.company, part=part, kind=kind)


def wording(of: Article, number: int | None, by: Amendment, **columns: Any) -> Wording:
    """A wording made by that amendment, in force from its day on unless `columns` say otherwise."""
    body = "" if of.kind == "chapter" else "The wording."
    given = {
        "position": (number or 0) * GAP,
        "caption_en": "Caption",
        "body_en": body,
        "in_force": days(by.adopted_on),
    }
    return Wording.objects.create(
        article=of,
        company=of.company,
        part=of.part,
        kind=of.kind,
        number=number,
        amendment=by,
        adopted_on=by.adopted_on,
        **(given | columns),
    )
