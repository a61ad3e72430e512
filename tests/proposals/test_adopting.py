"""The seed's proposal, approved and adopted through real rows."""

from datetime import UTC, date, datetime

import pytest

from governance import record
from governance.models import Amendment, Company, User
from proposals import workflow
from proposals.adopting import adoption_of
from proposals.demo.loading import load
from proposals.models import Proposal

NOW = datetime(2013, 5, 24, 9, 0, tzinfo=UTC)
MEETING, JULY = date(2013, 6, 26), date(2013, 7, 1)


@pytest.fixture
def proposal(db: None) -> Proposal:
    """The proposal of the release of 24 May 2013, approved."""
    (found,) = load("3774").proposals
    workflow.submit(found, by=User.objects.get(username="legal"), at=NOW)
    workflow.approve(found, by=User.objects.get(username="secretary"), at=NOW)
    return found


@pytest.fixture
def adopted(proposal: Proposal) -> Amendment:
    return record.adopt(adoption_of(proposal), by=User.objects.get(username="secretary"))


def numbers(company: Company, day: date, clock: str) -> str:
    """The articles of the day, runs drawn together: "1-7 10-37 S1"."""
    read = record.articles_as_of(company, day, clock=clock)  # type: ignore[arg-type]
    main = [w.number for w in read if w.part.is_main and w.kind == "article"]
    runs = [n for n in main if n - 1 not in main]
    ends = [n for n in main if n + 1 not in main]
    added = [f"S{w.number}" for w in read if not w.part.is_main]
    return " ".join([f"{a}-{b}" for a, b in zip(runs, ends, strict=True)] + added)


@pytest.mark.parametrize(
    ("day", "in_force", "as_adopted"),
    [
        (date(2013, 6, 25), "1-35", "1-35"),
        (date(2013, 6, 26), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 27), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 28), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 29), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 30), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 7, 1), "1-37", "1-37"),
        (date(2013, 7, 2), "1-37", "1-37"),
    ],
)
def test_the_seed_on_every_day(
    adopted: Amendment, day: date, in_force: str, as_adopted: str
) -> None:
    assert numbers(adopted.company, day, "in_force") == in_force
    assert numbers(adopted.company, day, "adopted") == as_adopted
