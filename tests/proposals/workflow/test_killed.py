"""A process killed in the middle of an act leaves nothing half done; repeated, it completes."""

import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from governance import record
from governance.models import AuditEntry, Company, Membership, User
from governance.models.role import Role
from governance.record.integrity import read_chain
from proposals import editing
from proposals.models import Approval, Proposal, Release, ReleasedFile, Review
from proposals.releases.verification import verify_company
from proposals.workflow import moves
from proposals.workflow.releasing import Publication
from tests.adoptions import found, keys
from tests.people import person
from tests.proposals.conftest import BASE_DAY
from tests.rows import MEETING_DAY

NOW = datetime(2013, 5, 24, 6, 30, tzinfo=UTC)
AFTER = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)
PLACES = (0.0, 0.3, 0.6, 0.9, 1.0)
"""How far the act has come when its process is killed: the first statement, …, the last."""

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


def killed(act: Act, proposal: Proposal, statement: int) -> None:
    """Run the act in a process of its own that is killed before its statement of that number."""
    process = os.fork()
    if process:
        _pid, status = os.waitpid(process, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        return
    try:
        # The connection is the parent's; closing it here would close it there.
        connection.connection = None
        with counted(statement):
            act(proposal)
    finally:
        os.kill(os.getpid(), signal.SIGKILL)


def counted(last: int | None = None) -> AbstractContextManager[object]:
    """Count the statements; with `last`, kill this process before the one of that number."""
    counted.seen = 0  # type: ignore[attr-defined]

    def execute(run: Callable[..., object], sql: str, *arguments: object) -> object:
        # The dry run is one level deeper: savepoints are not counted.
        if "SAVEPOINT" in sql:
            return run(sql, *arguments)
        if counted.seen == last:  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGKILL)
        counted.seen += 1  # type: ignore[attr-defined]
        return run(sql, *arguments)

    return connection.execute_wrapper(execute)


@pytest.mark.parametrize("name", ACTS)
def test_nothing_is_half_done_and_repeated_it_completes(proposal: Proposal, name: str) -> None:
    before, act = ACTS[name]
    for each in before:
        each(proposal)
    tried = Proposal.objects.get()
    with transaction.atomic(), counted():
        act(tried)
        transaction.set_rollback(True)
    statements = counted.seen  # type: ignore[attr-defined]
    assert statements > 10
    stood = state()
    for place in PLACES:
        killed(act, Proposal.objects.get(), int(place * (statements - 1)))
        assert state() == stood
    act(Proposal.objects.get())
    done = state()
    assert done["state"] != stood["state"]
    assert verify_company(Company.objects.get()).problems == []
    # Sent again, it is refused, and nothing is there twice.
    with pytest.raises(moves.Refused):
        act(Proposal.objects.get())
    assert state() == done
