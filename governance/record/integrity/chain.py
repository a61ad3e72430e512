"""The chain of a company, computed again from its entries."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from governance.models import ChainEntry


@dataclass(frozen=True)
class LastWritten:
    """What the chain says of a row last."""

    operation: str
    columns: str
    content_sha256: str


@dataclass(frozen=True)
class Write:
    """Rows of one table that one transaction wrote."""

    transaction: int
    at: datetime
    table: str
    row: int


@dataclass
class ChainReport:
    """What a chain says, and what of it does not hold."""

    chain: int
    length: int = 0
    head: str = ""
    """The hash of the newest entry; kept outside, it proves later what stood then."""
    hashes: set[str] = field(default_factory=set)
    last_written: dict[tuple[str, int], LastWritten] = field(default_factory=dict)
    audited: set[int] = field(default_factory=set)
    """The transactions that left a line in the audit."""
    writes: list[Write] = field(default_factory=list)
    """What was written since the chain began."""
    problems: list[str] = field(default_factory=list)


def read_chain(chain: int) -> ChainReport:
    """The chain of a company, or of the installation (0), each entry computed again."""
    report = ChainReport(chain)
    for entry in _entries(chain):
        report.length += 1
        if entry.position != report.length:
            report.problems.append(
                f"Entry {report.length} of the chain is missing; {entry.position} follows."
            )
            report.length = entry.position
        if hash_of(entry, report.head) != entry.sha256:
            report.problems.append(
                f"Entry {entry.position} of the chain ({entry.table} {entry.row},"
                f" {_moment(entry.at)}) is not what was written."
            )
        report.head = entry.sha256
        report.hashes.add(entry.sha256)
        _note(entry, report)
    return report


def head_of_chain(chain: int) -> str:
    """The hash of the newest entry that is stored; "" where nothing was written yet."""
    newest = ChainEntry.objects.filter(chain=chain).order_by("-position")
    return newest.values_list("sha256", flat=True).first() or ""


def hash_of(entry: ChainEntry, before: str) -> str:
    """The hash of an entry after the one whose hash is `before`, "" for the first."""
    parts = (
        before,
        entry.chain,
        entry.position,
        f"{entry.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}",
        entry.transaction,
        entry.table,
        entry.row,
        entry.operation,
        entry.columns,
        entry.content_sha256,
    )
    return sha256("|".join(map(str, parts)).encode()).hexdigest()


def _entries(chain: int) -> Iterator[ChainEntry]:
    return ChainEntry.objects.filter(chain=chain).order_by("position", "pk").iterator(2000)


def _note(entry: ChainEntry, report: ChainReport) -> None:
    found = ChainEntry.Operation.FOUND
    report.last_written[entry.table, entry.row] = LastWritten(
        entry.operation, entry.columns, entry.content_sha256
    )
    if entry.operation == found:
        return
    if entry.table == "governance_auditentry":
        report.audited.add(entry.transaction)
    report.writes.append(Write(entry.transaction, entry.at, entry.table, entry.row))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
