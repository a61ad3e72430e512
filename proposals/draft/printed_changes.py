"""What each change of a draft prints: its rows in every language, its days and its reason.

Besides the changes that are stored there are those that follow from them: provisions that the table
shows as changed because a citation in them followed. By what they print they are reviewed: an
approval stands as long as that is the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from governance.models.digests import digest_of_data
from governance.papers.dates import LanguageCode
from governance.text.table.rows import Cell, Row
from governance.text.tree.keys import unit_key
from governance.text.tree.provision import Provision
from proposals.draft import live_numbers
from proposals.draft.derive import Draft
from proposals.models import Change

Drafts = Mapping[LanguageCode, Draft]
Content = dict[str, Any]


@dataclass(frozen=True)
class PrintedChange:
    """What the change about the provision of identity `key` prints, as plain data:

    - "languages": by language, "proposed" and "present" (number, caption, body, None for what is
      not there) and "rows" (kind, then each line of both cells with its underlines);
    - "days": those on which it takes effect and expires where it has its own;
    - "reasons": by language, the reason that covers it.

    `typed` are the words as a person wrote them, by which a wording that was changed is told from
    one that followed; they are kept with a review and are no part of the digest.
    """

    key: str
    content: Content
    typed: list[str | None]

    @cached_property
    def digest(self) -> str:
        return digest_of_data(self.content)

    @property
    def stored(self) -> Content:
        """What a review keeps of it."""
        return {**self.content, "typed": self.typed}


def printed_changes(drafts: Drafts) -> tuple[PrintedChange, ...]:
    """What the changes print, in the order of the table of the first language; what has no row
    there comes last.
    """
    rows = {code: _rows_by_key(one) for code, one in drafts.items()}
    keys = dict.fromkeys(
        key
        for code, one in drafts.items()
        for key, several in rows[code].items()
        if key in one.changes or any(_is_changed(row) for row in several)
    )
    for one in drafts.values():
        keys |= dict.fromkeys(one.changes)
    return tuple(_printed(key, drafts, rows) for key in keys)


def printed_differences(before: Content, now: PrintedChange) -> list[str]:
    """What of a change prints otherwise than in a review of it, each in a word or two."""
    found: dict[str, None] = {}
    for code, printed in now.content["languages"].items():
        was = before["languages"].get(code)
        if was is None:
            found[_("another language")] = None
            continue
        found |= dict.fromkeys(_in_language(was, printed, before["typed"] == now.typed))
    if before["days"] != now.content["days"]:
        found[_("its days")] = None
    if before["reasons"] != now.content["reasons"]:
        found[_("its reason")] = None
    return list(found)


def _in_language(was: Content, now: Content, is_typed_so: bool) -> Iterator[str]:
    if was == now:
        return
    sides = [(was[side] or {}, now[side] or {}) for side in ("proposed", "present")]
    (old, new), (old_present, new_present) = sides
    if bool(old) != bool(new):
        yield _("whether it stands")
    elif any(old.get(name) != new.get(name) for name in ("caption", "body")):
        yield _("a citation that followed") if is_typed_so else _("the wording")
    if old.get("number") != new.get("number"):
        yield _("the number")
    if old_present != new_present:
        yield _("the present wording")
    if sides[0][0] == sides[0][1] and old_present == new_present:
        yield _("its underlines or its row")


def _rows_by_key(drafted: Draft) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in drafted.table.shown:
        if not row.is_run and row.key:
            found.setdefault(unit_key(row.key), []).append(row)
    return found


def _is_changed(row: Row) -> bool:
    """Whether anything in it is underlined."""
    cells = (row.present, row.proposed)
    return any(span.changed for cell in cells for line in cell.lines for span in line.spans)


def _printed(
    key: str, drafts: Drafts, rows: Mapping[LanguageCode, Mapping[str, list[Row]]]
) -> PrintedChange:
    changes = [one.changes[key] for one in drafts.values() if key in one.changes]
    change = changes[0] if changes else None
    content = {
        "languages": {
            str(code): {
                "proposed": _words(one.proposed.by_key(key)),
                "present": _words(one.present.by_key(key)),
                "rows": [_row(row) for row in rows[code].get(key, ())],
            }
            for code, one in drafts.items()
        },
        "days": _days(change),
        "reasons": {str(code): _reason(change, one) for code, one in drafts.items()},
    }
    names = [f"{name}_{code}" for code in drafts for name in ("caption", "body")]
    return PrintedChange(key, content, [getattr(change, name, None) for name in names])


def _words(provision: Provision | None) -> Content | None:
    if provision is None:
        return None
    return {
        "number": provision.label or "",
        "caption": provision.caption or "",
        "body": provision.body or "",
    }


def _row(row: Row) -> list[Any]:
    return [row.kind, row.moved is not None, _cell(row.present), _cell(row.proposed)]


def _cell(cell: Cell) -> list[Any]:
    return [
        [line.role, line.level, [[span.text, span.changed] for span in line.spans]]
        for line in cell.lines
    ]


def _days(change: Change | None) -> list[str | None]:
    days = (change.effective_on, change.expires_on) if change else (None, None)
    return [day.isoformat() if day else None for day in days]


def _reason(change: Change | None, drafted: Draft) -> str:
    reasons = (one for one in drafted.reasons if change and one.pk == change.reason_id)
    found = next(reasons, None)
    if found is None:
        return ""
    text = found.text("body", drafted.language)
    return live_numbers.render(text, drafted.versions, drafted.language)
