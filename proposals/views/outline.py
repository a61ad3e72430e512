"""The outline of a draft: every provision in order, with what becomes of it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from governance.text.naming import heading
from governance.text.tree.provision import HEADINGS, Provision
from proposals.draft.derive import Draft
from proposals.views.rows import row_link

SIGNS = {"new": "+", "gone": "−", "changed": "✎", "moved": "↕"}


@dataclass(frozen=True)
class DraftOutlineEntry:
    """A line of the outline. `mark` is "", new, gone, changed or moved; `number` reads "8 → 10"."""

    kind: str
    key: str
    number: str
    title: str
    mark: str
    url: str = ""
    """Its row on the page."""

    @property
    def sign(self) -> str:
        return SIGNS.get(self.mark, "")

    @property
    def mark_name(self) -> str:
        """The mark in a word."""
        return {
            "new": _("new"),
            "gone": _("deleted"),
            "changed": _("changed"),
            "moved": _("moved"),
        }.get(self.mark, "")


def outline(draft: Draft, anchors: Collection[str] = ()) -> list[DraftOutlineEntry]:
    """Proposed articles in their order; what is deleted stands where it stood. `anchors` are the
    rows that the page has.
    """
    kinds = {key: row.kind for row in draft.table.rows for key in row.proposed.keys}
    moved = {key for row in draft.table.rows if row.moved for key in row.proposed.keys}
    gone: dict[str, list[Provision]] = {}
    last = ""
    for _part, unit in draft.present.units():
        if draft.proposed.by_key(unit.key) is None:
            gone.setdefault(last, []).append(unit)
        else:
            last = unit.key
    entries = [_entry(unit, unit, "gone") for unit in gone.get("", ())]
    for part in draft.proposed.parts:
        if part is not draft.proposed.main and part.children:
            entries.append(DraftOutlineEntry("chapter", part.key, "", heading(part), ""))
        for unit in part.children:
            before = draft.present.by_key(unit.key)
            if before is None:
                mark = "new"
            elif unit.key in moved:
                mark = "moved"
            else:
                mark = "changed" if kinds.get(unit.key) == "amended" else ""
            entries.append(_entry(before, unit, mark))
            entries.extend(_entry(one, one, "gone") for one in gone.get(unit.key, ()))
    return [replace(entry, url=row_link(entry.key, anchors)) for entry in entries]


def _entry(before: Provision | None, after: Provision, mark: str) -> DraftOutlineEntry:
    if after.kind in HEADINGS:
        return DraftOutlineEntry("chapter", after.key, "", heading(after), mark)
    numbers = [str(one.number or "") for one in (before, after) if one is not None]
    number = numbers[0] if numbers[0] == numbers[-1] else " → ".join(numbers)
    return DraftOutlineEntry("article", after.key, number, after.caption or after.body[:40], mark)
