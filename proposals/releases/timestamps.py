"""Time-stamps of releases by an authority outside (RFC 3161): asked for, stored, verified.

An authority is told a hash and nothing else. What it signs is that the head of the company's chain,
the release with all that was written before, existed at a time.
"""

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from cryptography import x509
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from governance.people import audit
from governance.record.integrity import head_of_chain
from governance.record.pending_rows import lock_company
from proposals.models import Release, ReleaseTimestamp

SECONDS_TO_ANSWER = 10
LARGEST_ANSWER = 100_000
_logger = logging.getLogger(__name__)


class TimestampFailed(Exception):
    """The authority gave no time-stamp; the message says why, in English."""


def unstamped_releases() -> QuerySet[Release]:
    """The releases that no authority has signed, the oldest first."""
    found = Release.objects.filter(timestamp__isnull=True).order_by("pk")
    return found.select_related("proposal__company", "proposal__meeting", "by")


def try_to_stamp(release: Release) -> None:
    """Ask for a time-stamp where the site configures an authority. What fails is logged, shown on
    the release and asked for again by `manage.py timestamp`.
    """
    if not settings.TIMESTAMP_AUTHORITY:
        return
    try:
        stamp(release)
    except TimestampFailed as failed:
        _logger.warning("Release %s is not time-stamped: %s", release.pk, failed)


def stamp(release: Release) -> ReleaseTimestamp:
    """Ask the authority for a time-stamp, verify it and store it. Raises `TimestampFailed`."""
    proposal = release.proposal
    head = head_of_chain(proposal.company_id)
    answer = _ask(head)
    with transaction.atomic():
        lock_company(proposal.company_id)
        made, is_new = ReleaseTimestamp.objects.get_or_create(
            release=release,
            defaults={
                "authority": settings.TIMESTAMP_AUTHORITY,
                "chain_head": head,
                "response": answer.as_bytes(),
                "stamped_at": answer.tst_info.gen_time,
            },
        )
        if is_new:
            what = "release.timestamped"
            audit.record(what, by=release.by, company=proposal.company, about=proposal.address)
    return made


def timestamp_problems(timestamp: ReleaseTimestamp) -> Iterator[str]:
    """Why a stored time-stamp does not hold; nothing where it does."""
    name = f"The time-stamp of release {timestamp.release.number}"
    try:
        answer = decode_timestamp_response(bytes(timestamp.response))
        _verify(answer, timestamp.chain_head)
    except (TimestampFailed, ValueError) as error:
        yield f"{name} does not hold: {error}"
        return
    if answer.tst_info.gen_time != timestamp.stamped_at:
        yield f"{name} is of another time than is stored."


def _ask(head: str) -> TimeStampResponse:
    builder = TimestampRequestBuilder().data(head.encode()).hash_algorithm(HashAlgorithm.SHA256)
    query = Request(  # noqa: S310 - the settings allow http and https alone
        settings.TIMESTAMP_AUTHORITY,
        data=builder.build().as_bytes(),
        headers={"Content-Type": "application/timestamp-query"},
    )
    try:
        with urlopen(query, timeout=SECONDS_TO_ANSWER) as sent:  # noqa: S310
            answer = decode_timestamp_response(sent.read(LARGEST_ANSWER))
    except (URLError, OSError, ValueError) as error:
        raise TimestampFailed(f"{settings.TIMESTAMP_AUTHORITY} gave no answer: {error}") from error
    _verify(answer, head)
    return answer


def _verify(answer: TimeStampResponse, head: str) -> None:
    if not settings.TIMESTAMP_CERTIFICATE:
        raise TimestampFailed("TIMESTAMP_CERTIFICATE names no certificate to verify it with.")
    verifier = VerifierBuilder(roots=_roots(settings.TIMESTAMP_CERTIFICATE)).build()
    try:
        verifier.verify_message(answer, head.encode())
    except (VerificationError, ValueError) as error:
        raise TimestampFailed(str(error)) from error


@cache
def _roots(path: str) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(Path(path).read_bytes())
    except (OSError, ValueError) as error:
        raise TimestampFailed(f"{path} holds no certificate: {error}") from error
