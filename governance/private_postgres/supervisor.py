"""The process that owns the server.

`python -m governance.private_postgres.supervisor FOLDER MODE`
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from governance.private_postgres import cluster
from governance.private_postgres.os_user import OsUser
from governance.private_postgres.paths import DataPaths, try_lock

IDLE_SECONDS = 2  # seconds that the server outlives its last user: the next command often follows
POLL_SECONDS = 0.2  # seconds between looks at the users
END_TIMEOUT = 30  # seconds for what is left of a killed server to end


def run_server(paths: DataPaths, *, durable: bool) -> None:
    """Run the server until nobody uses it. Says nothing when it is ready, and why when it fails."""
    users, server_lock = paths.open_lock("users"), paths.open_lock("server")
    _wait_for(server_lock)
    os_user = OsUser.for_cluster(paths.cluster)
    if not os_user.is_ours:
        paths.folder.chmod(0o711)  # the server's user passes through to its cluster
    cluster.prepare(paths, os_user, durable=durable)
    sockets = cluster.socket_folder(paths, os_user)
    try:
        server = cluster.start(paths, os_user, sockets, durable=durable, inherits=server_lock)
        try:
            written = paths.folder / "ready.new"
            written.write_text(str(sockets))
            written.replace(paths.ready)
            _detach_output(paths)
            _wait_until_unused(server, users)
        finally:
            paths.ready.unlink(missing_ok=True)
            cluster.stop(server)
    finally:
        if sockets != paths.cluster:
            shutil.rmtree(sockets, ignore_errors=True)


def _wait_for(server_lock: int) -> None:
    """Wait until the processes of a server whose supervisor was killed are gone."""
    deadline = time.monotonic() + END_TIMEOUT
    while not try_lock(server_lock, fcntl.LOCK_EX):
        if time.monotonic() > deadline:
            raise cluster.ServerFailed(
                "an earlier server has lost its supervisor and does not end."
            )
        time.sleep(0.02)


def _detach_output(paths: DataPaths) -> None:
    """Close the pipe to our starter, who waits for that; what we still print goes to the log."""
    with paths.log.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)


def _wait_until_unused(server: subprocess.Popen[bytes], users: int) -> None:
    """Return when the server has ended, or, holding their lock, when its users have been gone."""
    alone_since: float | None = None
    while server.poll() is None:
        if not try_lock(users, fcntl.LOCK_EX):
            alone_since = None
        elif alone_since is None:
            alone_since = time.monotonic()
        elif time.monotonic() - alone_since >= IDLE_SECONDS:
            return  # whoever comes now waits until we have ended, and starts another supervisor
        if alone_since is not None:
            fcntl.flock(users, fcntl.LOCK_UN)
        try:
            server.wait(POLL_SECONDS)
        except subprocess.TimeoutExpired:
            continue


def _exit(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def main(folder: str, mode: str) -> None:
    if os.fork():  # our starter waits for this process only, and need not know the supervisor's end
        os._exit(0)
    os.setsid()
    os.chdir("/")
    signal.signal(signal.SIGTERM, _exit)
    paths = DataPaths(Path(folder))
    try:
        with paths.locked("supervisor"):
            run_server(paths, durable=mode == "durable")
    except (cluster.ServerFailed, OSError) as error:
        print(error, flush=True)  # noqa: T201  (into the pipe to our starter)
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
