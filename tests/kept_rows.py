"""Rows that many tests begin with: made once, and copied back after a test that commits.

A copy of each table stands in a schema of its own, so that Django, which truncates the tables after
such a test, does not know of it. Sequences go on, so that no number is given twice.
"""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.db import connection

from tests.triggers import without_triggers

# What was kept in the test database of this process.
_kept: set[str] = set()

# What the database computes itself is not copied.
_COLUMNS = (
    "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)"
    " FROM information_schema.columns"
    " WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'"
)


def put(name: str, make: Callable[[], object]) -> None:
    """The rows that `make` leaves in an empty database; it is called the first time alone."""
    if name not in _kept:
        make()
        _keep(name)
        _kept.add(name)
        return
    with without_triggers(), connection.cursor() as cursor:
        for table, columns in _tables():
            cursor.execute(
                f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{name}"."{table}"'  # noqa: S608
            )


def _keep(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{name}"')
        for table, _columns in _tables():
            cursor.execute(f'CREATE TABLE "{name}"."{table}" AS TABLE "{table}"')


def _tables() -> Iterator[tuple[str, str]]:
    """The tables of the program and their columns; those of Django it fills by itself."""
    with connection.cursor() as cursor:
        for app in ("governance", "proposals"):
            for model in apps.get_app_config(app).get_models(include_auto_created=True):
                table = model._meta.db_table
                cursor.execute(_COLUMNS, [table])
                (columns,) = cursor.fetchone()
                yield table, columns
