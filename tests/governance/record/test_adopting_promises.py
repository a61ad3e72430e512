"""What holds of any row of amendments, whatever they insert, amend, delete and move, and when."""

from datetime import date, timedelta
from random import Random

import pytest

from governance import record
from governance.models import Amendment, Company, User
from governance.record import Refused
from governance.text.amending.builder import OperationError
from governance.text.amending.operations import Delete, Insert, Move, Operation, Replace
from tests.adoptions import Days, adoption, found, texts
from tests.rows import FIRST_DAY

FAR = date(2100, 1, 1)


@pytest.mark.parametrize("seed", range(8))
def test_every_amendment_reads_as_it_was_decided(company, legal, seed):
    random = Random(seed)  # noqa: S311 - an experiment to be repeated, not a secret
    found(company, *(f"No. {n}, see Article {n % 6 + 1}." for n in range(1, 7)), by=legal)
    day, done = FIRST_DAY, 0
    waiting: list[Amendment] = []
    for count in range(9):
        day += timedelta(random.randrange(4))
        effective_on = None if random.random() < 0.1 else day + timedelta(random.randrange(12))
        operations, days = decided(company, random, count, day, effective_on)
        before = Readings(company)
        try:
            made = adoption(
                company, *operations, adopted_on=day, effective_on=effective_on, days=days
            )
            amendment = record.adopt(made, by=legal)
        except (OperationError, Refused):
            assert Readings(company) == before
            continue
        done += 1
        after = Readings(company)
        # What is past stays as it was.
        assert after.until(day, "as_adopted") == before.until(day, "as_adopted")
        assert after.until(effective_on, "in_force") == before.until(effective_on, "in_force")
        # What was decided is what is as adopted.
        assert texts(company, day, "adopted") == [
            f"{label(each)} {each.words.body_en}" for each in made.provisions
        ]
        if effective_on is None:
            waiting.append(amendment)
        elif waiting:
            set_start(waiting.pop(0), day + timedelta(random.randrange(20)), legal)
    for amendment in waiting:
        set_start(amendment, day + timedelta(60), legal)
    # In the end all of it is in force, and what is in force is what was adopted.
    assert done >= 2
    assert texts(company, FAR) == texts(company, FAR, "adopted")


def set_start(amendment: Amendment, day: date, by: User) -> None:
    try:
        record.set_day_of_effect(amendment, on=day, by=by)
    except Refused:
        # Where a deletion of a later amendment, with a day of its own, lets no number free.
        record.set_day_of_effect(amendment, on=day + timedelta(60), by=by)


def decided(
    company: Company, random: Random, count: int, day: date, effective_on: date | None
) -> tuple[list[Operation], dict[str, Days]]:
    rows = record.articles_as_of(company, day)
    targets = random.sample(rows, k=min(len(rows), random.randrange(1, 4)))
    operations: list[Operation] = []
    days: dict[str, Days] = {}
    for place, row in enumerate(targets):
        other = random.choice(rows).key
        new = f"x{count}.{place}"
        operation = random.choice(
            [
                Insert(new, after=row.key, body=f"New {new}.", branch=random.random() < 0.3),
                Insert(new, after=row.key, body=f"New {new}."),
                Replace(row.key, body=f"Amended {new}, see {row.body_en.partition('see ')[2]}"),
                Delete(row.key, keep_number=random.random() < 0.3),
                Move(row.key, after=other),
            ]
        )
        operations.append(operation)
        key = operation.key if isinstance(operation, Insert) else operation.at
        if effective_on and random.random() < 0.4 and not isinstance(operation, Move):
            days[key] = (effective_on + timedelta(random.randrange(1, 20)), None)
    return operations, days


class Readings:
    """The articles of every day that matters here, by both clocks."""

    def __init__(self, company: Company) -> None:
        rows = company.wordings.recorded().in_document_order()
        self.rows = [(row, f"{row.label} {row.body_en}") for row in rows]

    def until(self, day: date | None, clock: str) -> list[list[str]]:
        """Those of each day before `day`; of all days where it is not known."""
        days = (FIRST_DAY + timedelta(count) for count in range(200))
        return [
            [said for row, said in self.rows if one in (getattr(row, clock) or ())]
            for one in days
            if day is None or one < day
        ]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Readings) and all(
            self.until(None, clock) == other.until(None, clock)
            for clock in ("as_adopted", "in_force")
        )

    __hash__ = None  # type: ignore[assignment]


def label(provision: record.ProposedProvision) -> str:
    return f"{provision.number}-{provision.branch}" if provision.branch else str(provision.number)
