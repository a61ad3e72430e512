"""The rows of the comparison table as the screen shows them: with what can be done at each.

The table on screen is the table on paper. Only while it may be edited, what the paper leaves out or
runs together can be opened, so that every provision is within reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from governance.text.provision import HEADINGS, Provision
from governance.text.rows import Row
from governance.views.lines import heading
from proposals.drafts import Draft
from proposals.models import Change


@dataclass(frozen=True)
class Act:
    """Something to be done at a row: what the link says, where it leads, its single key."""

    label: str
    url: str
    key: str = ""


@dataclass(frozen=True)
class Within:
    """A provision inside a run, within reach of an edit."""

    key: str
    name: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class ShownRow:
    """A row, the name that its links are read out with, its acts, and what can be opened in it."""

    row: Row
    anchor: str
    name: str
    acts: tuple[Act, ...] = ()
    within: tuple[Within, ...] = ()
    is_current: bool = False

    @property
    def within_says(self) -> str:
        """What opens a run: what stands in it, first and last."""
        first, last = self.within[0].name, self.within[-1].name
        return (
            first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
        )


def shown_rows(draft: Draft, *, may_edit: bool, current: str = "") -> list[ShownRow]:
    """The rows of `draft` as the screen shows them; `current` is the key that a form is about."""
    rows = []
    for count, row in enumerate(draft.table.rows):
        keys = row.proposed.keys or row.present.keys
        one = None if row.is_run or not row.shown else _provision(draft, row.key)
        if not row.shown and not may_edit:
            continue
        rows.append(
            ShownRow(
                row=row,
                # A moved provision has two rows of one key; only the proposed one is its own.
                anchor=f"row-{row.key}" if row.proposed.keys else f"gone-{count}",
                name=name_of(one) if one else "",
                acts=_acts(draft, row, row.key) if may_edit and one else (),
                within=tuple(_within(draft, row)) if may_edit and one is None else (),
                is_current=bool(current) and current in keys,
            )
        )
    return rows


def name_of(provision: Provision) -> str:
    """How a provision is called: "Article 14 (Chairman)", "CHAPTER II. SHARES"."""
    if provision.kind in HEADINGS:
        return heading(provision)
    mark = provision.mark.strip().rstrip(".") or provision.text[:30]
    if not provision.caption:
        return mark
    opening, closing = ("（", "）") if "第" in mark else (" (", ")")
    return f"{mark}{opening}{provision.caption}{closing}"


def _within(draft: Draft, row: Row) -> Iterator[Within]:
    for key in row.proposed.keys or row.present.keys:
        if provision := _provision(draft, key):
            yield Within(key, name_of(provision), _acts(draft, row, key))


def _provision(draft: Draft, key: str) -> Provision | None:
    return draft.proposed.by_key(key) or draft.present.by_key(key)


def _acts(draft: Draft, row: Row, key: str) -> tuple[Act, ...]:
    """What can be done with the provision of that identity, the usual first."""
    address = draft.proposal.address
    change = draft.changes.get(key)
    acts: list[Act] = []
    if change is not None:
        changing = change.operation != Change.Operation.DELETE
        if changing:
            acts.append(Act(_("Edit"), reverse("proposals:change", args=[address, change.pk]), "e"))
        acts.append(
            Act(_("Take back"), reverse("proposals:remove", args=[address, change.pk]), "d")
        )
    elif key.startswith("a"):
        acts.append(Act(_("Amend"), _at("replace", address, at=key), "e"))
    if row.kind != "deleted" and (key[:1] in "ac" or key.startswith("p")):
        acts.append(Act(_("Insert after"), _at("insert", address, after=key), "i"))
    if change is None and key.startswith("a"):
        acts.append(Act(_("Delete"), _at("delete", address, at=key), "d"))
        acts.append(Act(_("Move"), _at("move", address, at=key), "m"))
    return tuple(acts)


def _at(name: str, address: str, **query: str) -> str:
    return f"{reverse(f'proposals:{name}', args=[address])}?{urlencode(query)}"
