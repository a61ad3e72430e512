"""The rows of the comparison table as the screen shows them: with what can be done at each.

The table on screen is the table on paper. Only while it may be edited, what the paper leaves out or
runs together can be opened, so that every provision is within reach.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from governance.text.naming import full_title, label
from governance.text.table.rows import Row
from governance.text.tree.keys import ArticleKey, row_key
from governance.text.tree.provision import HEADINGS
from proposals.draft.derive import Draft
from proposals.draft.versions import PresentAndProposed
from proposals.models import Change


@dataclass(frozen=True)
class RowAction:
    """Something to be done at a row: what the link says, where it leads, its single key."""

    label: str
    url: str
    key: str = ""


@dataclass(frozen=True)
class Collapsed:
    """A provision that the paper leaves out or runs together, within reach of an edit."""

    key: str
    name: str
    short: str
    becomes: str
    actions: tuple[RowAction, ...]


@dataclass(frozen=True)
class ShownRow:
    """A row of the paper with its actions; `row` is None where only `collapsed` can be opened."""

    row: Row | None
    anchor: str = ""
    name: str = ""
    actions: tuple[RowAction, ...] = ()
    collapsed: tuple[Collapsed, ...] = ()
    is_current: bool = False

    @property
    def collapsed_label(self) -> str:
        """What can be opened, by its first and last: "Article 1 to Article 7"."""
        articles = [one for one in self.collapsed if one.short] or list(self.collapsed)
        first, last = (one.short or one.name for one in (articles[0], articles[-1]))
        return (
            first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
        )


def shown_rows(draft: Draft, *, may_edit: bool, current: str = "") -> list[ShownRow]:
    """The rows of `draft` as the screen shows them; `current` is the key that a form is about."""
    rows: list[ShownRow] = []
    left_out: list[Row] = []
    order = {unit.key: place for place, (_part, unit) in enumerate(draft.proposed.units())}
    for count, row in enumerate(draft.table.rows):
        if not row.shown:
            left_out.append(row)
            continue
        if may_edit and not row.is_run and left_out:
            rows.append(ShownRow(None, collapsed=_collapsed(draft, left_out, order)))
        opened = [*left_out, row] if row.is_run else []
        left_out = []
        name = "" if row.is_run else name_by_key(draft, row.key)
        rows.append(
            ShownRow(
                row=row,
                # A moved provision has two rows of one key; the proposed one bears it.
                anchor=f"row-{row.key}" if row.proposed.keys else f"gone-{count}",
                name=name,
                actions=_actions(draft, row, row.key) if may_edit and name else (),
                collapsed=_collapsed(draft, opened, order) if may_edit and opened else (),
                is_current=bool(current) and current in (*row.proposed.keys, *row.present.keys),
            )
        )
    if may_edit and left_out:
        rows.append(ShownRow(None, collapsed=_collapsed(draft, left_out, order)))
    return rows


def _collapsed(draft: Draft, rows: list[Row], order: dict[str, int]) -> tuple[Collapsed, ...]:
    """The provisions of these rows in document order."""
    keyed = {key: row for row in rows for key in row.proposed.keys or row.present.keys}
    found = []
    for key in sorted(keyed, key=lambda key: order.get(key, -1)):
        before, after = draft.present.by_key(key), draft.proposed.by_key(key)
        if one := before or after:
            moved = before and after and before.number != after.number
            becomes = label(after) if after and moved else ""
            short = "" if one.kind in HEADINGS else label(one)
            actions = _actions(draft, keyed[key], key)
            found.append(
                Collapsed(key, name_by_key(draft, key, first="present"), short, becomes, actions)
            )
    return tuple(found)


def name_by_key(draft: Draft | PresentAndProposed, key: str, *, first: str = "proposed") -> str:
    """The full name of what `key` is, in the proposed articles or (`first`) the present ones."""
    sides = [draft.proposed, draft.present]
    for articles in sides if first == "proposed" else reversed(sides):
        if found := articles.by_key(key):
            return full_title(found, articles)
    return ""


def _actions(draft: Draft, row: Row, key: str) -> tuple[RowAction, ...]:
    """What can be done with the provision of that identity, the usual first."""
    address = draft.proposal.address
    change = draft.changes.get(key)
    is_present = isinstance(row_key(key), ArticleKey)
    actions: list[RowAction] = []
    if change is not None:
        changing = change.operation != Change.Operation.DELETE
        if changing:
            actions.append(
                RowAction(_("Edit"), reverse("proposals:change", args=[address, change.pk]), "e")
            )
        actions.append(
            RowAction(_("Take back"), reverse("proposals:remove", args=[address, change.pk]), "d")
        )
    elif is_present:
        actions.append(RowAction(_("Amend"), _url_at("replace", address, at=key), "e"))
    if row.kind != "deleted" and row_key(key) is not None:
        actions.append(RowAction(_("Insert after"), _url_at("insert", address, after=key), "i"))
    if change is None and is_present:
        actions.append(RowAction(_("Delete"), _url_at("delete", address, at=key), "d"))
        actions.append(RowAction(_("Move"), _url_at("move", address, at=key), "m"))
    return tuple(actions)


def _url_at(name: str, address: str, **query: str) -> str:
    return f"{reverse(f'proposals:{name}', args=[address])}?{urlencode(query)}"
