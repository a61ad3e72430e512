"""The rows as they stand, beside the newest row of their histories."""

from collections.abc import Iterator

from django.db import connection

from governance.models import Amendment, Article, Company, Meeting, Membership, Part, Wording
from governance.record.integrity.tables import COMPUTED

_MODELS = (Company, Membership, Meeting, Part, Article, Amendment, Wording)
NOT_IN_HISTORY = ("updated_at",)
"""Touched by every edit of what belongs to a row, without a row of history."""


def history_problems(
    company: int, tables: tuple[tuple[str, str], ...] | None = None
) -> Iterator[str]:
    """Rows of the company that are not as the newest row of their history says.

    `tables` are table and the column of the company; without them those of the record.
    """
    for table, column in tables or _of_record():
        history = table.replace("_", "_historical", 1)
        left_out = ", ".join(f"'{name}'" for name in (*COMPUTED, *NOT_IN_HISTORY))
        sql = (  # The names are those of our own tables.
            f"SELECT stored.id FROM {table} stored"  # noqa: S608
            " LEFT JOIN LATERAL (SELECT to_jsonb(past) AS row"
            f" FROM {history} past WHERE past.id = stored.id"
            " ORDER BY history_date DESC, history_id DESC LIMIT 1) newest ON true"
            f" WHERE stored.{column} = %s AND (newest.row IS NULL"
            f" OR NOT newest.row @> (to_jsonb(stored) - ARRAY[{left_out}]))"
            " ORDER BY stored.id"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [company])
            for (key,) in cursor.fetchall():
                yield f"{table} {key} is not as its history says."


def _of_record() -> tuple[tuple[str, str], ...]:
    return tuple(
        (model._meta.db_table, "id" if model is Company else "company_id") for model in _MODELS
    )
