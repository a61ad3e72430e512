"""Constraints that PostgreSQL has and Django lacks, declared beside the others in
`Meta.constraints`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BaseConstraint, CheckConstraint, F, Model, Q


class CompositeForeignKey(BaseConstraint):
    """Several columns of one row refer together to one row of another table.

    Keeps what a row repeats about another (its company, its kind) true in the database:
    `CompositeForeignKey(fields=("meeting", "company"), to="governance.Meeting", to_fields=("id",
    "company"), …)`. `to_fields` need a unique constraint of their own, not deferrable. Like
    Django's foreign keys it is checked at the end of the transaction; a row that holds NULL in any
    of the columns is not checked (MATCH SIMPLE).
    """

    def __init__(
        self,
        *,
        fields: Sequence[str],
        to: str,
        to_fields: Sequence[str],
        name: str,
        **violation: Any,
    ) -> None:
        if len(fields) != len(to_fields):
            raise ValueError(f"{name}: as many fields as to_fields are needed.")
        self.fields = tuple(fields)
        self.to = to
        self.to_fields = tuple(to_fields)
        super().__init__(name=name, **violation)

    def constraint_sql(  # type: ignore[override]
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> str:
        quote = schema_editor.quote_name
        # The models of the migration's moment: a later rename must not change an old migration.
        target = model._meta.apps.get_model(self.to)
        here = ", ".join(quote(_column(model, field)) for field in self.fields)
        there = ", ".join(quote(_column(target, field)) for field in self.to_fields)
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY ({here})"
            f" REFERENCES {quote(target._meta.db_table)} ({there}) DEFERRABLE INITIALLY DEFERRED"
        )

    def create_sql(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> str:  # type: ignore[override]
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> str:  # type: ignore[override]
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(
        self,
        model: type[Model],
        instance: Model,
        exclude: Any = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        if exclude and not set(exclude).isdisjoint(self.fields):
            return
        values = [getattr(instance, _attribute(model, field)) for field in self.fields]
        if None in values:
            return
        target = model._meta.apps.get_model(self.to)
        wanted = {
            _attribute(target, field): value
            for field, value in zip(self.to_fields, values, strict=True)
        }
        if not target._base_manager.using(using).filter(**wanted).exists():
            raise ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        path, arguments, options = super().deconstruct()
        return (
            path,
            arguments,
            {**options, "fields": self.fields, "to": self.to, "to_fields": self.to_fields},
        )

    def __eq__(self, other: object) -> bool:
        if isinstance(other, CompositeForeignKey):
            return self.deconstruct() == other.deconstruct()
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<CompositeForeignKey {self.name}: {self.fields} to {self.to} {self.to_fields}>"


class DatesInOrder(CheckConstraint):
    """`later` is not before `earlier`, or, with `strictly`, is after it; either may be unknown
    (NULL). The message stands at the field `later`.

    Forms are answered without asking the database: a page with six dates does not cost six queries.
    """

    def __init__(
        self,
        *,
        earlier: str,
        later: str,
        name: str,
        strictly: bool = False,
        **violation: Any,
    ) -> None:
        self.earlier = earlier
        self.later = later
        self.strictly = strictly
        super().__init__(
            condition=Q(**{f"{later}__{'gt' if strictly else 'gte'}": F(earlier)}),
            name=name,
            **violation,
        )

    def validate(
        self,
        model: type[Model],  # noqa: ARG002 - Django's signature
        instance: Model,
        exclude: Any = None,
        using: str = DEFAULT_DB_ALIAS,  # noqa: ARG002
    ) -> None:
        if exclude and not {self.earlier, self.later}.isdisjoint(exclude):
            return
        earlier, later = getattr(instance, self.earlier), getattr(instance, self.later)
        if not isinstance(earlier, date) or not isinstance(later, date):
            return
        if later < earlier or (self.strictly and later == earlier):
            error = ValidationError(
                self.get_violation_error_message(), code=self.violation_error_code
            )
            raise ValidationError({self.later: error})

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        path, arguments, options = super().deconstruct()
        del options["condition"]
        if self.strictly:
            options["strictly"] = True
        return path, arguments, {**options, "earlier": self.earlier, "later": self.later}


def _column(model: type[Model], field: str) -> str:
    return str(model._meta.get_field(field).column)  # type: ignore[union-attr]


def _attribute(model: type[Model], field: str) -> str:
    return str(model._meta.get_field(field).attname)  # type: ignore[union-attr]
