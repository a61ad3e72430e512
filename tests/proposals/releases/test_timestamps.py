"""Releases time-stamped by an authority, one that does not answer, and a stored answer changed."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from governance.models import AuditEntry, User
from proposals.demo.loading import load
from proposals.models import Proposal, ReleaseTimestamp
from proposals.releases.verification import verify_company
from proposals.workflow import moves
from tests.proposals.releases.authority import Authority
from tests.proposals.releases.conftest import NOW
from tests.releases import publish
from tests.triggers import without_triggers


@pytest.fixture
def authority(tmp_path: Path, settings: Any) -> Iterator[Authority]:
    made = Authority(tmp_path)
    with made.running():
        settings.TIMESTAMP_AUTHORITY = made.address
        settings.TIMESTAMP_CERTIFICATE = str(made.certificate)
        yield made


@pytest.fixture
def approved(transactional_db: None) -> Proposal:
    (proposal,) = load("3774").proposals
    legal, secretary = (User.objects.get(username=name) for name in ("legal", "secretary"))
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    return proposal


def released(proposal: Proposal) -> Proposal:
    publish(proposal, by=User.objects.get(username="secretary"))
    return proposal


def problems(proposal: Proposal) -> list[str]:
    return verify_company(proposal.company).problems


def test_a_release_is_time_stamped_and_verified(
    approved: Proposal, authority: Authority, client, tmp_path_factory, settings
) -> None:
    proposal = released(approved)
    stamp = ReleaseTimestamp.objects.get()
    assert (stamp.release.proposal, stamp.authority) == (proposal, authority.address)
    assert AuditEntry.objects.filter(what="release.timestamped", about=proposal.address).exists()
    assert problems(proposal) == []
    client.force_login(User.objects.get(username="secretary"))
    for path in ("releases/", "releases/1/"):
        page = client.get(f"/proposals/{proposal.address}/{path}").content.decode()
        assert f"by {authority.address}" in page
    # A changed byte of the answer, and a certificate of somebody else, are named.
    changed = bytearray(stamp.response)
    changed[-1] ^= 1
    with without_triggers():
        ReleaseTimestamp.objects.update(response=bytes(changed))
    assert any("The time-stamp of release 1 does not hold" in one for one in problems(proposal))
    with without_triggers():
        ReleaseTimestamp.objects.update(response=bytes(stamp.response))
    assert problems(proposal) == []
    other = Authority(tmp_path_factory.mktemp("other"))
    settings.TIMESTAMP_CERTIFICATE = str(other.certificate)
    assert any("The time-stamp of release 1 does not hold" in one for one in problems(proposal))


def test_an_authority_that_does_not_answer_hinders_nothing_and_is_asked_again(
    approved: Proposal, authority: Authority, settings: Any, client
) -> None:
    settings.TIMESTAMP_AUTHORITY = "http://127.0.0.1:1/"
    proposal = released(approved)
    assert (proposal.state, ReleaseTimestamp.objects.count()) == ("released", 0)
    client.force_login(User.objects.get(username="secretary"))
    page = client.get(f"/proposals/{proposal.address}/releases/").content.decode()
    assert "Not time-stamped yet" in page
    with pytest.raises(CommandError, match="1 could not be time-stamped"):
        call_command("timestamp", stderr=StringIO())
    settings.TIMESTAMP_AUTHORITY = authority.address
    told = StringIO()
    call_command("timestamp", stdout=told)
    assert told.getvalue().startswith("3774-21-1, release 1: ")
    call_command("timestamp", stdout=told)
    assert ReleaseTimestamp.objects.count() == 1
    assert problems(proposal) == []


def test_without_an_authority_nothing_is_asked(approved: Proposal) -> None:
    released(approved)
    assert not ReleaseTimestamp.objects.exists()
    with pytest.raises(CommandError, match="TIMESTAMP_AUTHORITY is not set"):
        call_command("timestamp")
