import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DataPaths:
    """The data folder of a private PostgreSQL.

    users.lock       shared by all who use the server; taken alone by the supervisor to end it
    starting.lock    held by the user who starts a supervisor
    supervisor.lock  held by the supervisor
    server.lock      held by the supervisor and by every process of the server, which inherit it
    ready            the folder of the server's socket; there while the server can be reached
    cluster/         the cluster's data, its password and usually its socket
    """

    folder: Path

    @property
    def ready(self) -> Path:
        return self.folder / "ready"

    @property
    def cluster(self) -> Path:
        return self.folder / "cluster"

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def password(self) -> Path:
        return self.cluster / "password"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def open_lock(self, name: str) -> int:
        """Open `name`.lock. A lock on it lasts until the last copy of the descriptor closes."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        return os.open(self.folder / f"{name}.lock", flags, 0o600)

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Hold `name`.lock alone, waiting for it."""
        lock = self.open_lock(name)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def is_supervised(self) -> bool:
        """Tell whether a supervisor lives."""
        lock = self.open_lock("supervisor")
        try:
            return not try_lock(lock, fcntl.LOCK_SH)
        finally:
            os.close(lock)

    def is_ready(self) -> bool:
        """Tell whether a supervisor lives and its server can be reached."""
        return self.is_supervised() and self.ready.exists()


def try_lock(lock: int, how: int) -> bool:
    """Lock without waiting; tell whether that went."""
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
