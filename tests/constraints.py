"""Plain SQL against the constraints of the database, one statement for each."""

from collections.abc import Iterable, Mapping

import pytest
from django.db import IntegrityError, connection, models, transaction
from psycopg.errors import Diagnostic


def constraints_of(tracked: Iterable[type[models.Model]]) -> set[str]:
    """The names of the declared constraints that a statement can break.

    Left out are the uniques over a primary key and more: they are there for composite foreign keys
    to point at, and the primary key refuses first.
    """
    return {
        constraint.name
        for model in tracked
        for constraint in model._meta.constraints
        if not (isinstance(constraint, models.UniqueConstraint) and "id" in constraint.fields)
    }


def assert_refused(name: str, statement: str, rows: Mapping[str, int | str]) -> None:
    """The database refuses the statement, and for the reason that the constraint's name tells."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        _execute(statement.format_map(rows))
    told: Diagnostic = caught.value.__cause__.diag  # type: ignore[union-attr]
    assert told.constraint_name == name


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert cursor.rowcount == 1, "the statement touched another number of rows than one"
        # Some wait for the end of the transaction.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
