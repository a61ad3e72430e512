"""All that a proposal's papers are made of, column by column, and how it differs from before.

What is stored is kept with the approval; a later difference in any column has a name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils.translation import gettext as _

from governance.models import Company, Meeting, Part, Wording
from proposals.draft.recent import Recent
from proposals.draft.rows import DraftRows
from proposals.models import Change, DecidedCitation, Proposal, Reason

Columns = Mapping[str, Any]
Rows = Mapping[str, Mapping[str, Columns]]
"""By table and by row: column and value, as JSON has them."""

_TABLES: dict[str, tuple[type[Model], frozenset[str]]] = {
    "company": (Company, frozenset({"id", "time_zone", "second_factor_roles"})),
    # That it was adjourned is known when what it decides on was approved long ago.
    "meeting": (Meeting, frozenset({"id", "company", "slug", "continued_on"})),
    "proposal": (
        Proposal,
        frozenset(
            {
                "id",
                "company",
                "state",
                "amendment",
                "accepted_consequences",
                "amended_by_meeting",
                "decided_on",
                "insertion_orders",
                "base_amendment",
                "created_by",
                "created_at",
                "updated_at",
                "version",
            }
        ),
    ),
    "part": (Part, frozenset({"id", "company"})),
    "wording": (
        Wording,
        # Who decided it, and since when it is in force, is printed nowhere.
        frozenset(
            {
                "id",
                "article",
                "company",
                "amendment",
                "adopted_on",
                "in_force",
                "ended_by",
                "ended_on",
                "superseded_at",
                "superseded_by",
                "superseded_why",
                "corrects",
            }
        ),
    ),
    "change": (Change, frozenset({"id", "proposal", "company", "version", "over_wording"})),
    "decision": (DecidedCitation, frozenset({"id", "proposal", "by", "decided_at"})),
    "reason": (Reason, frozenset({"id", "proposal", "version"})),
}
"""The tables, and the columns of each that no paper depends on. A new column counts."""

_EMPTY: tuple[object, ...] = (None, "", False, [])
"""What a column that came with a later version says of a row that was stored before."""
_LONGEST_QUOTATION = 60


@dataclass(frozen=True)
class StoredDifference:
    """A column that no longer says what it said; None on a side where the row was not there."""

    table: str
    row: str
    column: str
    before: str | None
    now: str | None

    @property
    def sentence(self) -> str:
        """Which thing changed, from what to what, in the language of the interface."""
        model = _TABLES[self.table][0]
        thing = str(model._meta.verbose_name)
        values = {"thing": f"{thing} {self.row}".rstrip()}
        if self.before is None:
            return _("%(thing)s was added.") % values
        if self.now is None:
            return _("%(thing)s was taken away.") % values
        field = model._meta.get_field(self.column)
        values |= {
            "column": str(getattr(field, "verbose_name", self.column)),
            "before": _quotation(self.before),
            "now": _quotation(self.now),
        }
        return _("%(thing)s, %(column)s: “%(before)s” is now “%(now)s”.") % values


def stored_rows(rows: DraftRows) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows behind the papers of a proposal, as JSON holds them."""
    proposal = rows.proposal
    parts = {wording.part.key: wording.part for wording in rows.wordings}
    return {
        "company": {"": _columns("company", proposal.company)},
        "meeting": {"": _columns("meeting", proposal.meeting)},
        "proposal": {"": _columns("proposal", proposal)},
        "part": {key: _columns("part", part) for key, part in parts.items()},
        # The proposals of a meeting have them in common.
        "wording": _wordings.get((), lambda: _wording_columns(rows.wordings), rows.wordings),
        "change": {str(change.pk): _columns("change", change) for change in rows.changes},
        "decision": {str(one.pk): _columns("decision", one) for one in rows.decisions},
        "reason": {str(reason.pk): _columns("reason", reason) for reason in rows.reasons},
    }


_wordings: Recent[dict[str, dict[str, Any]]] = Recent(4)


def _wording_columns(wordings: Iterable[Wording]) -> dict[str, dict[str, Any]]:
    return {wording.key: _columns("wording", wording) for wording in wordings}


def stored_differences(before: Rows, now: Rows) -> tuple[StoredDifference, ...]:
    """All that is not as it was."""
    return tuple(
        found
        for table in _TABLES
        for key in dict.fromkeys((*before.get(table, {}), *now.get(table, {})))
        for found in _row_differences(table, key, before.get(table, {}), now.get(table, {}))
    )


def _row_differences(
    table: str, key: str, before: Mapping[str, Columns], now: Mapping[str, Columns]
) -> Iterator[StoredDifference]:
    name = _row_name(table, key, before.get(key) or now[key])
    if key not in before or key not in now:
        was = None if key not in before else ""
        yield StoredDifference(table, name, "", was, None if key not in now else "")
        return
    for column in dict.fromkeys((*before[key], *now[key])):
        old, new = before[key].get(column), now[key].get(column)
        is_newer = column not in before[key] and new in _EMPTY
        if old != new and not is_newer:
            yield StoredDifference(table, name, column, _text(old), _text(new))


def _row_name(table: str, key: str, columns: Columns) -> str:
    """What tells the row from others of its table: the number of an article, the place of a
    reason.
    """
    if table == "wording" and columns.get("number"):
        branch = f"-{columns['branch']}" if columns.get("branch") else ""
        return f"{columns['number']}{branch}"
    return str(columns.get("position", "")) if table == "reason" else "" if not key else f"({key})"


def _columns(table: str, row: Model) -> dict[str, Any]:
    left_out = _TABLES[table][1]
    return {
        field.name: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in left_out and not field.generated
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, dict, list)):
        return value
    return DjangoJSONEncoder().default(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _quotation(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTATION else f"{line[:_LONGEST_QUOTATION]}…"
