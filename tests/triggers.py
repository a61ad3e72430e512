"""The triggers of the tables whose rows the database keeps: how tests do without them.

The owner of a table can switch its triggers off, and the tests own theirs. `allow_truncation` lets
the tables be truncated after a test that commits; `without_triggers` is for a statement that is
refused before it comes to the rule that the test is about.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations

GUARDED = (
    "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace"
)


@contextmanager
def without_triggers(*tables: str) -> Iterator[None]:
    """The tables, or all, without their triggers until the end, within one transaction."""
    with transaction.atomic():
        _switch("DISABLE", tables)
        yield
        _switch("ENABLE", tables)


@contextmanager
def allow_truncation(operations: type[BaseDatabaseOperations]) -> Iterator[None]:
    """While this lasts Django, which truncates all tables after a test that commits, may do so."""
    flush: Callable[[BaseDatabaseOperations, list[str]], None] = operations.execute_sql_flush

    def execute_sql_flush(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        with without_triggers():
            flush(self, sql_list)

    operations.execute_sql_flush = execute_sql_flush  # type: ignore[method-assign]
    try:
        yield
    finally:
        operations.execute_sql_flush = flush  # type: ignore[method-assign]


def _switch(to: str, tables: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        # A table with constraints that still wait for the end of the transaction is not altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if not tables:
            cursor.execute(GUARDED)
            tables = [table for (table,) in cursor.fetchall()]
        cursor.execute("; ".join(f"ALTER TABLE {table} {to} TRIGGER USER" for table in tables))
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
