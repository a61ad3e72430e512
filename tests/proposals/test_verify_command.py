"""`manage.py verify`: clean as it was written and from a backup read back; else it says what."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from governance.models import ChainEntry, User
from governance.private_postgres.cluster import BINARIES
from proposals.demo.loading import load
from proposals.models import Proposal, ReleasedFile
from proposals.workflow import moves
from tests.paths import ROOT
from tests.releases import publish
from tests.triggers import without_triggers

NOW = datetime(2013, 5, 24, 6, 30, tzinfo=UTC)
AFTER = datetime(2013, 6, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def adopted(transactional_db: None) -> Proposal:
    """The release of 24 May 2013: approved, released, adopted."""
    (proposal,) = load("3774").proposals
    legal, secretary = (User.objects.get(username=name) for name in ("legal", "secretary"))
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    moves.adopt(proposal, by=secretary, at=AFTER)
    return proposal


def verify(*options: str) -> str:
    told = StringIO()
    call_command("verify", *options, stdout=told)
    return told.getvalue()


def found(*options: str) -> str:
    """What it says where something does not hold."""
    told = StringIO()
    with pytest.raises(CommandError, match="does not hold"):
        call_command("verify", *options, stdout=told)
    return told.getvalue()


def test_it_is_clean_and_prints_heads_that_can_be_kept(adopted: Proposal) -> None:
    told = verify()
    newest = ChainEntry.objects.filter(chain=adopted.company_id).latest("position")
    assert told.splitlines()[0] == f"3774: {newest.position} entries, head {newest.sha256}"
    assert verify("--company", "3774", "--since", newest.sha256).startswith("3774: ")
    # A release names the head before it, so that a certificate kept elsewhere proves it too.
    head = adopted.releases.get().chain_head
    assert verify("--since", head).startswith("3774: ")
    with pytest.raises(CommandError, match="No chain has the hash"):
        verify("--since", "0" * 64)
    with pytest.raises(CommandError, match="There is no company '9999'"):
        verify("--company", "9999")


def test_a_changed_byte_of_a_release_is_named(adopted: Proposal) -> None:
    file = ReleasedFile.objects.get()
    content = bytearray(file.content)
    content[100] ^= 1
    with without_triggers():
        ReleasedFile.objects.update(content=bytes(content))
    told = found()
    assert f"proposals_releasedfile {file.pk} is not what was written last." in told
    assert f"{file.name} of release 1 is not the file that was published." in told


def test_changed_words_of_what_was_adopted_are_named(adopted: Proposal) -> None:
    assert adopted.amendment is not None
    wording = adopted.amendment.wordings.filter(number=16, ended_by=None).get()
    with without_triggers():
        type(wording).objects.filter(pk=wording.pk).update(body_en="The King shall chair.")
    told = found()
    assert f"governance_wording {wording.pk} is not what was written last." in told
    assert f"governance_wording {wording.pk} is not as its history says." in told
    assert "Article 16. (en) was adopted otherwise than it was approved." in told


def test_a_backup_read_back_is_clean(adopted: Proposal, tmp_path: Path) -> None:
    parameters = connection.get_connection_params()
    host, name = parameters["host"], parameters["dbname"]
    environment = os.environ | {
        "PGHOST": str(host),
        "PGUSER": str(parameters.get("user") or ""),
        "PGPASSWORD": str(parameters.get("password") or ""),
    }
    restored, dump = f"{name}_restored", tmp_path / "backup"

    def run(tool: str, *options: str) -> None:
        subprocess.run(
            [BINARIES / tool, *options], env=environment, check=True, capture_output=True
        )

    run("pg_dump", "--format=custom", f"--file={dump}", name)
    run("createdb", restored)
    try:
        run("pg_restore", f"--dbname={restored}", str(dump))
        address = f"postgresql:///{restored}?host={host}&user={environment['PGUSER']}"
        told = subprocess.run(
            [sys.executable, "manage.py", "verify"],
            cwd=ROOT,
            env=environment | {"DATABASE_URL": address, "DEBUG": "1"},
            check=False,
            capture_output=True,
            text=True,
        )
        assert (told.returncode, told.stdout, told.stderr) == (0, verify(), "")
    finally:
        run("dropdb", restored)
