"""Work in a process of its own that is killed, or whose database is, before a statement of it.

The processes are forked from one that has a single thread (`forkserver`), so that none inherits a
lock that some thread of the tests holds.
"""

import os
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.db import connection, connections

if not apps.ready:
    django.setup()

CONTEXT = get_context("forkserver")
# With what they do imported once, not in each of them.
CONTEXT.set_forkserver_preload([__name__, "tests.proposals.workflow.test_killed"])
PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Kill:
    """What is killed before the statement of which number: "process", "backend" (the process of the
    database that serves this one) or "postmaster" (the one that serves all).
    """

    victim: str
    statement: int


@dataclass(frozen=True)
class Failure:
    """The name of the exception that ended the work."""

    name: str


@dataclass(frozen=True)
class Outcome:
    """What the work returned, or its `Failure`, None where the process was killed; how it ended."""

    value: Any
    exit_code: int | None

    @property
    def was_killed(self) -> bool:
        return self.exit_code == -signal.SIGKILL


def in_own_process(
    database: dict[str, Any], work: Callable[..., Any], *arguments: object, kill: Kill | None = None
) -> Outcome:
    """Do it with this database (as Django's settings have one), in a process of its own."""
    receiver, sender = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_work, args=(sender, database, work, arguments, kill))
    process.start()
    sender.close()
    process.join(PATIENCE)
    assert process.exitcode is not None, "it did not end"
    value = None
    with suppress(EOFError):
        value = receiver.recv() if receiver.poll() else None
    return Outcome(value, process.exitcode)


def _work(
    results: Connection,
    database: dict[str, Any],
    work: Callable[..., Any],
    arguments: tuple[object, ...],
    kill: Kill | None,
) -> None:
    connections.settings["default"] |= database
    with suppress(AttributeError):
        del connections["default"]
    statements = StatementCount(kill)
    try:
        with statements.running():
            value = work(*arguments)
    except Exception as error:  # noqa: BLE001 - told to whoever started it
        value = Failure(type(error).__name__)
    results.send(value)


class StatementCount:
    """Counts the statements that are run, and kills before one of them."""

    def __init__(self, kill: Kill | None = None) -> None:
        self.kill = kill
        self.seen = 0

    def running(self) -> AbstractContextManager[object]:
        return connection.execute_wrapper(self._execute)

    def _execute(self, run: Callable[..., object], sql: str, *arguments: object) -> object:
        # The dry run is one level deeper: savepoints are not counted.
        if "SAVEPOINT" not in sql:
            if self.kill is not None and self.seen == self.kill.statement:
                os.kill(_process(self.kill.victim), signal.SIGKILL)
            self.seen += 1
        return run(sql, *arguments)


def _process(victim: str) -> int:
    if victim == "process":
        return os.getpid()
    if victim == "backend":
        return int(connection.connection.info.backend_pid)
    folder = Path(connection.settings_dict["FOLDER"])
    return int((folder / "cluster" / "data" / "postmaster.pid").read_text().splitlines()[0])
