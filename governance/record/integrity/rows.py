"""The rows as they stand, beside what the chain says of them."""

from collections.abc import Collection, Iterator
from datetime import UTC
from hashlib import sha256
from itertools import groupby

from django.db import connection

from governance.record.integrity.chain import ChainReport, LastWritten
from governance.record.integrity.tables import COMPUTED, ChainedTable


def row_problems(report: ChainReport, tables: Collection[ChainedTable]) -> Iterator[str]:
    """Rows that are not as they were written last, rows that nobody wrote, and rows that are
    gone.
    """
    stored: dict[str, set[int]] = {}
    for table in tables:
        stored[table.name] = set()
        for key, columns, content in _rows(table, report.chain):
            stored[table.name].add(key)
            written = report.last_written.get((table.name, key))
            if written is None or written.operation == "DELETE":
                yield f"{table.name} {key} was entered past the chain."
            elif _digest(table, key, columns, content, written) != written.content_sha256:
                yield f"{table.name} {key} is not what was written last."
        if not _is_guarded(table):
            yield f"{table.name} is not guarded: its triggers are missing or switched off."
    for (name, key), written in report.last_written.items():
        if name in stored and key not in stored[name] and written.operation != "DELETE":
            yield f"{name} {key} is gone, and its deletion was not written."


def unaudited_writes(report: ChainReport, tables: Collection[ChainedTable]) -> Iterator[str]:
    """Transactions that wrote rows and left no line in the audit."""
    audited = {table.name for table in tables if table.needs_audit}
    bare = [
        write
        for write in report.writes
        if write.table in audited and write.transaction not in report.audited
    ]
    for (_transaction, at), writes in groupby(bare, lambda write: (write.transaction, write.at)):
        rows = ", ".join(dict.fromkeys(f"{write.table} {write.row}" for write in writes))
        moment = f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
        yield f"On {moment} {rows} was written without a line in the audit."


def _rows(table: ChainedTable, chain: int) -> Iterator[tuple[int, str, str]]:
    """Key, names of the columns and content of each row of the chain, as the chain has them."""
    computed = ", ".join(f"'{name}'" for name in COMPUTED)
    sql = (  # The names are those of our own tables.
        "SELECT key, (SELECT string_agg(name, ',' ORDER BY name COLLATE \"C\")"  # noqa: S608
        f" FROM jsonb_object_keys(content) name), content::text"
        f" FROM (SELECT stored.{table.key} AS key, to_jsonb(stored) - ARRAY[{computed}] AS content"
        f" FROM {table.name} stored WHERE {table.of_chain} = %s) written ORDER BY key"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [chain])
        yield from cursor.fetchall()


def _digest(table: ChainedTable, key: int, columns: str, content: str, written: LastWritten) -> str:
    """The SHA-256 of the columns that were written; a later version may have added others."""
    if columns != written.columns:
        content = _content_of_columns(table, key, written.columns)
    return sha256(content.encode()).hexdigest()


def _content_of_columns(table: ChainedTable, key: int, columns: str) -> str:
    sql = (
        "SELECT jsonb_object_agg(name, value)::text"  # noqa: S608
        f" FROM {table.name} stored, jsonb_each(to_jsonb(stored)) each(name, value)"
        f" WHERE stored.{table.key} = %s AND name = ANY(string_to_array(%s, ','))"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [key, columns])
        (found,) = cursor.fetchone()
    return str(found)


def _is_guarded(table: ChainedTable) -> bool:
    """Whether the table has triggers of ours, the chain's among them, and none is switched off."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(tgenabled = 'O') AND bool_or(tgname = 'chained') FROM pg_trigger"
            " WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            [table.name],
        )
        (guarded,) = cursor.fetchone()
    return bool(guarded)
