"""Amendments for tests: operations of the text core on the articles of the day, adopted."""

from collections.abc import Mapping
from datetime import date

from governance import record
from governance.models import Amendment, Company, User
from governance.record import Adoption, NewPart, OwnDays, ProposedProvision, Words
from governance.text.amending.builder import amend
from governance.text.amending.operations import SUPPLEMENTARY, Delete, Insert, Move, Operation
from tests.rows import FIRST_DAY

Days = tuple[date | None, date | None]
"""A day of effect and a day of expiry of one's own."""


def found(
    company: Company,
    *bodies: str,
    by: User,
    day: date = FIRST_DAY,
    effective_on: date | None = FIRST_DAY,
) -> Amendment:
    """The first articles: numbered from 1, in English."""
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    return record.adopt(
        Adoption(
            amendment=Amendment(
                company=company, decided_by="import", adopted_on=day, effective_on=effective_on
            ),
            provisions=tuple(
                ProposedProvision(f"n{number}", "main", "article", number, 0, Words(body_en=body))
                for number, body in enumerate(bodies, 1)
            ),
            parts=(NewPart("main", kind="main"),),
        ),
        by=by,
    )


def adoption(
    company: Company,
    *operations: Operation,
    adopted_on: date,
    effective_on: date | None,
    days: Mapping[str, Days] | None = None,
) -> Adoption:
    """What a board makes of the articles as adopted on the day; `days` by key of the operation."""
    days = days or {}
    base = record.articles_as_of(company, adopted_on)
    trees = {
        language: amend(record.articles_tree(base, language), operations).proposed
        for language in company.languages
    }
    own = {
        _key(each): OwnDays(not isinstance(each, Move), *days.get(_key(each), (None, None)))
        for each in operations
    }
    ended = {
        each.at: days.get(each.at, (None, None))[0]
        for each in operations
        if isinstance(each, Delete) and not each.keep_number
    }
    openers = [
        each for each in operations if isinstance(each, Insert) and each.after == SUPPLEMENTARY
    ]
    return Adoption(
        amendment=Amendment(
            company=company,
            decided_by="board",
            section="Article 191",
            adopted_on=adopted_on,
            effective_on=effective_on,
        ),
        base=tuple(base),
        provisions=record.provisions_of(base, trees, own),
        deleted=ended,
        parts=tuple(NewPart(f"{each.key}/part", title_en=each.part_title) for each in openers),
    )


def adopted(
    company: Company,
    *operations: Operation,
    by: User,
    adopted_on: date,
    effective_on: date | None,
    days: Mapping[str, Days] | None = None,
) -> Amendment:
    made = adoption(
        company, *operations, adopted_on=adopted_on, effective_on=effective_on, days=days
    )
    return record.adopt(made, by=by)


def keys(company: Company, day: date) -> dict[str, str]:
    """The identity of each article as adopted on the day, by its number."""
    return {row.label: row.key for row in record.articles_as_of(company, day)}


def texts(company: Company, day: date, clock: str = "in_force") -> list[str]:
    """The articles of the day, each "9-2 What it says."."""
    read = record.articles_as_of(company, day, clock=clock)  # type: ignore[arg-type]
    return [f"{row.label} {row.body_en}" for row in read]


def _key(operation: Operation) -> str:
    return operation.key if isinstance(operation, Insert) else operation.at
