"""An act in whose middle its process or its database is killed leaves nothing half done; repeated,
it completes.
"""

import os
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from governance import record
from governance.models import AuditEntry, Company, Membership, User
from governance.models.role import Role
from governance.private_postgres.cluster import BINARIES
from governance.private_postgres.lock import acquire_server
from governance.record.integrity import read_chain
from proposals import editing
from proposals.models import Approval, Proposal, Release, ReleasedFile, Review
from proposals.releases.verification import verify_company
from proposals.workflow import moves
from proposals.workflow.releasing import Publication
from tests.adoptions import found, keys
from tests.people import person
from tests.proposals.conftest import BASE_DAY
from tests.proposals.workflow.own_process import Failure, Kill, StatementCount, in_own_process
from tests.rows import MEETING_DAY

NOW = datetime(2013, 5, 24, 6, 30, tzinfo=UTC)
AFTER = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
PLACES = (0.0, 0.3, 0.6, 0.9, 1.0)
"""How far the act has come when its process is killed: the first statement, …, the last."""
LOOKS = 1200  # a minute at least; a busy machine takes longer
KILLED_DATABASES = (("backend", 0.5), ("postmaster", 0.9))
"""Which process of the database is killed, and how far the act has come."""

Act = Callable[[Proposal], object]


@pytest.fixture
def proposal(transactional_db: None) -> Proposal:
    """Submitted for review; all in one transaction, as the demonstration is loaded."""
    with transaction.atomic():
        company = Company.objects.create(code="3774", name_en="Example Inc.", name_ja="見本")
        legal = person("legal", company, Role.LEGAL_STAFF)
        person("secretary", company, Role.BOARD_SECRETARY)
        found(company, "One.", "Two.", by=legal)
        meeting = editing.create_meeting(
            company, by=legal, kind="ordinary", date=MEETING_DAY, ordinal=21
        )
        begun = editing.create_proposal(meeting, by=legal, base_day=BASE_DAY, title_en="Amendment")
        days = {"resolved_on": BASE_DAY, "announced_on": BASE_DAY, "effective_on": MEETING_DAY}
        begun = editing.set_dates(begun, by=legal, version=begun.version, **days)
        reason = editing.add_reason(begun, by=legal, body_en="To say it better.")
        editing.add_change(
            begun,
            by=legal,
            operation="replace",
            at=keys(company, BASE_DAY)["2"],
            body_en="Deux.",
            reason=reason,
        )
    moves.submit(begun, by=legal, at=NOW)
    return begun


def secretary() -> User:
    return User.objects.get(username="secretary")


def approve(proposal: Proposal) -> object:
    return moves.approve(proposal, by=secretary(), at=NOW)


def publish(proposal: Proposal) -> object:
    publication = Publication(NOW, "Minutes, item 3")
    return moves.publish(proposal, by=secretary(), at=NOW, publication=publication)


def adopt(proposal: Proposal) -> object:
    return moves.adopt(proposal, by=secretary(), at=AFTER)


ACTS: dict[str, tuple[tuple[Act, ...], Act]] = {
    "approve": ((), approve),
    "publish": ((approve,), publish),
    "adopt": ((approve, publish), adopt),
}


def state() -> dict[str, object]:
    """All that these acts write."""
    company = Company.objects.get()
    models = (Review, Approval, Release, ReleasedFile, AuditEntry, Membership)
    return {
        "state": Proposal.objects.get().state,
        "rows": [model.objects.count() for model in models],
        "articles": [row.pk for row in record.articles_as_of(company, MEETING_DAY)],
        "head": read_chain(company.pk).head,
    }


def tried(name: str) -> int:
    """How many statements the act takes; nothing of it is kept."""
    statements = StatementCount()
    with transaction.atomic(), statements.running():
        ACTS[name][1](Proposal.objects.get())
        transaction.set_rollback(True)
    assert statements.seen > 10
    return statements.seen


def done(name: str) -> dict[str, object]:
    """Do it, see that it cannot be done again, and tell how all stands."""
    ACTS[name][1](Proposal.objects.get())
    after = state()
    with pytest.raises(moves.Refused):
        ACTS[name][1](Proposal.objects.get())
    assert state() == after
    return after


def problems() -> list[str]:
    return verify_company(Company.objects.get()).problems


def own_database() -> dict[str, Any]:
    """The database of this test, as another process is told of it."""
    return {"NAME": connection.settings_dict["NAME"]}


@pytest.mark.parametrize("name", ACTS)
def test_nothing_is_half_done_where_the_process_is_killed(proposal: Proposal, name: str) -> None:
    for each in ACTS[name][0]:
        each(proposal)
    statements, stood = tried(name), state()
    for place in PLACES:
        kill = Kill("process", int(place * (statements - 1)))
        assert in_own_process(own_database(), done, name, kill=kill).was_killed
        assert state() == stood
    assert done(name)["state"] != stood["state"]
    assert problems() == []


def test_nothing_is_half_done_where_the_database_is_killed(
    proposal: Proposal,
    tmp_path: Path,
) -> None:
    database = copied_cluster(tmp_path / "postgres")
    for name in ACTS:
        statements = in_own_process(database, tried, name).value
        stood = in_own_process(database, state).value
        for victim, place in KILLED_DATABASES:
            kill = Kill(victim, int(place * (statements - 1)))
            outcome = in_own_process(database, done, name, kill=kill)
            assert outcome.value in (Failure("OperationalError"), Failure("InterfaceError"))
            assert in_own_process(database, state_when_up).value == stood
        after = in_own_process(database, done, name).value
        assert after["state"] != stood["state"]
    assert in_own_process(database, problems).value == []


def state_when_up() -> dict[str, object]:
    """How all stands, once the database has repaired itself."""
    for _look in range(LOOKS):
        try:
            return state()
        except OperationalError:
            connection.close()
            time.sleep(0.05)
    raise AssertionError("The database did not come up again.")


def copied_cluster(folder: Path) -> dict[str, Any]:
    """A cluster of its own with a copy of the database of this test, as Django's settings have it.

    It runs as long as this process holds it.
    """
    acquire_server(folder, durable=False)
    dump = folder.with_suffix(".dump")
    run_tool("pg_dump", "--format=custom", f"--file={dump}", connection.settings_dict["NAME"])
    engine = "governance.private_postgres.backend"
    copied = {"ENGINE": engine, "NAME": "teikan", "FOLDER": folder, "DURABLE": False}
    assert in_own_process(copied, run_tool, "pg_restore", "--dbname=teikan", str(dump)).value == 0
    return copied


def run_tool(tool: str, *options: str) -> int:
    """Run a program of PostgreSQL on the server that this process uses."""
    parameters = connection.get_connection_params()
    reach = {"PGHOST": "host", "PGUSER": "user", "PGPASSWORD": "password"}
    environment = {name: str(parameters.get(given) or "") for name, given in reach.items()}
    done = subprocess.run(
        [BINARIES / tool, *options], env=os.environ | environment, check=True, capture_output=True
    )
    return done.returncode
