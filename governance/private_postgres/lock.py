import fcntl
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from governance.private_postgres.paths import Place

PATIENCE = 60  # seconds; a first start on a slow disk takes a few
ROOT = Path(__file__).resolve().parents[2]


class CannotStart(Exception):
    """The private PostgreSQL does not start; the message says what it said."""


@dataclass(frozen=True)
class Address:
    """How to reach the server: psycopg's parameters of the same names."""

    host: str
    user: str
    password: str


_leases: dict[Path, int] = {}  # one lease a process and folder, held until the process ends
_taking = Lock()


def take_lease(folder: Path, *, durable: bool = True) -> Address:
    """Make sure that the server of `folder` runs and goes on running while this process lives.

    Costs next to nothing when it runs, so it is asked before every new connection: a server whose
    keeper was killed in between is started again. `durable=False`, which counts when the server is
    started, does not wait for the disk: for tests.

    Raises CannotStart.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = Place(folder.resolve())
        with _taking:
            _hold(place)
            if not place.is_ready():
                with place.locked("starting"):
                    _start(place, durable=durable)
        return Address(place.ready.read_text(), "teikan", place.password.read_text())
    except PermissionError as error:
        raise CannotStart(f"{error.filename} belongs to somebody else.") from error


def _hold(place: Place) -> None:
    held = _leases.get(place.folder)
    path = place.folder / "users.lock"
    if held is not None:
        # The folder may have been deleted and made anew under a long-lived process.
        if path.exists() and os.path.samestat(os.fstat(held), path.stat()):
            return
        os.close(_leases.pop(place.folder))
    lease = place.open_lock("users")
    # Waits only while a keeper is ending its server: the next one can start after that.
    fcntl.flock(lease, fcntl.LOCK_SH)
    _leases[place.folder] = lease


def _start(place: Place, *, durable: bool) -> None:
    deadline = time.monotonic() + PATIENCE
    said = ""
    while not place.is_ready():
        if time.monotonic() > deadline:
            raise CannotStart(f"The private PostgreSQL did not start within {PATIENCE} seconds.")
        if place.is_kept():  # its starter died, or it is just ending
            time.sleep(0.02)
            continue
        if said:
            raise CannotStart(f"The private PostgreSQL in {place.folder} did not start: {said}")
        place.ready.unlink(missing_ok=True)
        # The keeper leaves this process and session at once; what it says comes through the pipe,
        # which it closes when the server is ready or has failed.
        mode = "durable" if durable else "fleeting"
        keeper = subprocess.run(
            [sys.executable, "-m", "governance.private_postgres.supervisor", place.folder, mode],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        said = keeper.stdout.strip() or "its keeper ended."
