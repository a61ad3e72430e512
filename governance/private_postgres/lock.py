import fcntl
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from governance.private_postgres.paths import DataPaths

START_TIMEOUT = 60  # seconds; a first start on a slow disk takes a few
ROOT = Path(__file__).resolve().parents[2]


class CannotStart(Exception):
    """The private PostgreSQL does not start; the message is what it printed."""


@dataclass(frozen=True)
class ServerAddress:
    """How to reach the server: psycopg's parameters of the same names."""

    host: str
    user: str
    password: str


_locks: dict[Path, int] = {}  # one lock a process and folder, held until the process ends
_acquiring = Lock()


def acquire_server(folder: Path, *, durable: bool = True) -> ServerAddress:
    """Make sure that the server of `folder` runs and goes on running while this process lives.

    Costs next to nothing when it runs, so it is asked before every new connection: a server whose
    supervisor was killed in between is started again. `durable=False`, which counts when the server
    is started, does not wait for the disk: for tests.

    Raises CannotStart.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = DataPaths(folder.resolve())
        with _acquiring:
            _hold_users_lock(paths)
            if not paths.is_ready():
                with paths.locked("starting"):
                    _start(paths, durable=durable)
        return ServerAddress(paths.ready.read_text(), "teikan", paths.password.read_text())
    except PermissionError as error:
        raise CannotStart(f"{error.filename} belongs to somebody else.") from error


def _hold_users_lock(paths: DataPaths) -> None:
    held = _locks.get(paths.folder)
    path = paths.folder / "users.lock"
    if held is not None:
        # The folder may have been deleted and made again under a long-lived process.
        if path.exists() and os.path.samestat(os.fstat(held), path.stat()):
            return
        os.close(_locks.pop(paths.folder))
    lock = paths.open_lock("users")
    # Waits only while a supervisor is ending its server: the next one can start after that.
    fcntl.flock(lock, fcntl.LOCK_SH)
    _locks[paths.folder] = lock


def _start(paths: DataPaths, *, durable: bool) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    output = ""
    while not paths.is_ready():
        if time.monotonic() > deadline:
            raise CannotStart(
                f"The private PostgreSQL did not start within {START_TIMEOUT} seconds."
            )
        if paths.is_supervised():  # its starter died, or it is just ending
            time.sleep(0.02)
            continue
        if output:
            raise CannotStart(f"The private PostgreSQL in {paths.folder} did not start: {output}")
        paths.ready.unlink(missing_ok=True)
        # The supervisor leaves this process and session at once; what it prints comes through the
        # pipe, which it closes when the server is ready or has failed.
        mode = "durable" if durable else "fleeting"
        supervisor = subprocess.run(
            [sys.executable, "-m", "governance.private_postgres.supervisor", paths.folder, mode],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        output = supervisor.stdout.strip() or "its supervisor ended."
