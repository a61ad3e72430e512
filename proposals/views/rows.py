"""The comparison table as the screen shows it: the rows of the paper, with what can be done there.

The table on screen is the table on paper. What the paper runs together or leaves out is a fold that
opens in place into its wording, so that the present articles can be read whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from zlib import crc32

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from governance.text.naming import full_title, heading, label
from governance.text.table.build import unit_rows
from governance.text.table.rows import Row
from governance.text.tree.keys import ArticleKey, row_key, unit_key
from governance.text.tree.provision import HEADINGS, Kind, Provision
from proposals.draft.derive import Draft
from proposals.draft.missing_words import missing_words
from proposals.draft.underlines import UnderlineByHand
from proposals.draft.versions import PresentAndProposed
from proposals.models import Change

MOST_UNFOLDED = 60
"""A draft that changes nothing yet shows the wording of so many articles and headings unfolded."""

ALL = "all"
"""Names every fold."""


@dataclass(frozen=True)
class RowAction:
    """Something to be done at a row: what it does ("" where it only leads elsewhere), what the link
    says, where it leads, its single key.
    """

    name: str
    label: str
    url: str
    key: str = ""


@dataclass(frozen=True)
class TableGroup:
    """What stands together in the table and is replaced together: a row of the paper (of an article
    that is printed by paragraphs, all of them), the head of a fold, or what a fold opens into.
    """

    id: str
    rows: tuple[Row, ...]
    kind: str = "printed"
    name: str = ""
    """What it is about, in the language of the articles."""
    actions: tuple[RowAction, ...] = ()
    is_open: bool = False
    is_current: bool = False
    keys: tuple[str, ...] = ()
    """Of a fold, the identities of all that it folds."""
    by_hand: tuple[UnderlineByHand, ...] = ()
    """The underlines that a person set in its words."""
    language: str = ""
    """That of its words, where it is the second of a table in two languages."""
    titles: tuple[str, ...] = ()
    """The heads of its two columns in that language."""
    out_of_step: str = ""
    """What its words lack that those of the other language have, as a sentence."""
    comments: int = 0
    """How many open comments there are about it."""

    @property
    def key(self) -> str:
        """The identity of what it is about."""
        own = self.id.partition("-")[2]
        return own.removesuffix(f"-{self.language}") if self.language else own

    @cached_property
    def digest(self) -> str:
        """What tells whether a page that has this group shows it as it is."""
        cells = (cell for row in self.rows for cell in (row.present, row.proposed))
        spans = "".join(
            f"\n{line.role}{line.level}"
            + "".join(f"{span.changed:d}{span.text}" for span in line.spans)
            for cell in cells
            for line in cell.lines
        )
        kinds = "".join(row.kind for row in self.rows)
        acts = "".join(action.url for action in self.actions)
        hand = "".join(f"{one.name}{one.note}" for one in self.by_hand)
        shown = f"{self.kind}{self.is_open}{kinds}{self.name}{acts}{hand}{self.out_of_step}"
        shown += f"{self.comments}{spans}"
        return f"{crc32(shown.encode()):x}"


def printed_groups(draft: Draft, *, current: str = "") -> list[TableGroup]:
    """The rows of the paper alone; `current` is the key that a form is about."""
    return [
        TableGroup(
            id=f"printed-{count}",
            rows=(row,),
            is_current=bool(current) and current in (*row.proposed.keys, *row.present.keys),
        )
        for count, row in enumerate(draft.table.shown)
    ]


@dataclass(frozen=True)
class RowTools:
    """What a person may do at the rows, and how many open comments each has, by its identity."""

    may_edit: bool = False
    may_comment: bool = False
    comments: Mapping[str, int] = field(default_factory=dict)


def table_groups(
    draft: Draft, tools: RowTools, *, unfolded: Collection[str] = ()
) -> list[TableGroup]:
    """The table of `draft`; `unfolded` are the identities of provisions whose fold is open, or
    `ALL`.
    """
    is_short = sum(1 for _each in draft.present.units()) <= MOST_UNFOLDED
    if ALL in unfolded or (is_short and not draft.changes):
        both = (draft.present, draft.proposed)
        unfolded = {unit.key for articles in both for _part, unit in articles.units()}
    builder = GroupBuilder(draft, tools, frozenset(unfolded))
    return list(builder.groups())


def unfolded_after(groups: Iterable[TableGroup], unfolded: Collection[str], key: str) -> set[str]:
    """What is `unfolded` once the fold of identity `key` among `groups` was opened or closed."""
    fold = next((one for one in groups if one.id == f"fold-{key}"), None)
    if fold is not None and fold.is_open:
        return set(unfolded) - set(fold.keys)
    return {*unfolded, key}


def name_by_key(draft: Draft | PresentAndProposed, key: str, *, first: str = "proposed") -> str:
    """The full name of what `key` is, in the proposed articles or (`first`) the present ones."""
    sides = [draft.proposed, draft.present]
    for articles in sides if first == "proposed" else reversed(sides):
        if found := articles.by_key(key):
            return full_title(found, articles)
    return ""


def row_link(key: str, anchors: Collection[str]) -> str:
    """The address of the row of `key` on the page; one that opens its fold where it is closed."""
    here = next((one for one in (f"row-{key}", f"gone-{key}") if one in anchors), "")
    return f"#{here}" if here else f"?open={key}#row-{key}"


@dataclass(frozen=True)
class GroupBuilder:
    """Makes the groups of a table in one language."""

    draft: Draft
    tools: RowTools
    unfolded: frozenset[str] = frozenset()

    def groups(self) -> Iterator[TableGroup]:
        for is_fold, rows in groupby(self.draft.table.rows, _is_folded):
            if not is_fold:
                for _key, own in groupby(rows, _identity):
                    yield self._printed(tuple(own))
                continue
            for is_shown, own in groupby(rows, lambda row: row.shown):
                if is_shown:
                    for row in own:
                        yield from self._fold((row,), _keys([row]))
                else:
                    for keys in self._by_chapter(_keys(own)):
                        yield from self._fold((), keys)

    def _printed(self, rows: tuple[Row, ...]) -> TableGroup:
        first = rows[0]
        # A moved provision stands in two places; the proposed one bears its identity.
        side = "row" if first.proposed.keys else "gone"
        return self._with_actions(TableGroup(f"{side}-{unit_key(first.key)}", rows), first)

    def _with_actions(self, group: TableGroup, row: Row) -> TableGroup:
        key = group.key
        name = name_by_key(self.draft, key)
        actions = self._actions(row, key) if name else ()
        by_hand = tuple(
            one
            for one in self.draft.underlined.by_hand
            if one.override.key == key
            and getattr(row, "proposed" if group.id.startswith("row-") else "present").keys
        )
        lacking = self._missing_words(key) if group.id.startswith("row-") else ""
        return replace(
            group,
            name=name,
            actions=actions,
            by_hand=by_hand,
            out_of_step=lacking,
            comments=self.tools.comments.get(key, 0),
        )

    def _actions(self, row: Row, key: str) -> tuple[RowAction, ...]:
        own = _actions(self.draft, row, key) if self.tools.may_edit else ()
        if not self.tools.may_comment:
            return own
        url = _url_at(
            "comments", self.draft.proposal.address, about=key, language=self.draft.language
        )
        return (*own, RowAction("", _("Comment"), f"{url}#form", "c"))

    def _missing_words(self, key: str) -> str:
        change = self.draft.changes.get(key)
        missing = missing_words(change, self.draft.rows) if change else {}
        return missing_sentence(missing.get(self.draft.language, ()))

    def _fold(self, rows: tuple[Row, ...], keys: list[str]) -> Iterator[TableGroup]:
        """What the paper runs together (`rows`) or leaves out, and its wording where it is open."""
        is_open = not self.unfolded.isdisjoint(keys)
        name = self._name_of_fold(keys)
        head = TableGroup(f"fold-{keys[0]}", rows, "fold", name, is_open=is_open)
        yield replace(head, keys=tuple(keys))
        if is_open:
            yield from self.units(keys)

    def units(self, keys: Iterable[str]) -> Iterator[TableGroup]:
        """Provisions that the paper runs together or leaves out, each with its wording."""
        draft = self.draft
        for row in unit_rows(draft.present, draft.proposed, draft.table.style, keys, draft.terms):
            side = "row" if row.proposed.keys else "gone"
            group = TableGroup(f"{side}-{row.key}", (row,), "unit")
            yield self._with_actions(group, row)

    def _by_chapter(self, keys: list[str]) -> Iterator[list[str]]:
        """What is left out in document order, a fold for each chapter."""
        found: list[str] = []
        for key in keys:
            if found and self._provision(key).kind is Kind.CHAPTER:
                yield found
                found = []
            found.append(key)
        if found:
            yield found

    def _provision(self, key: str) -> Provision:
        found = self.draft.present.by_key(key) or self.draft.proposed.by_key(key)
        assert found is not None  # a row covers provisions of either side
        return found

    def _name_of_fold(self, keys: list[str]) -> str:
        """Its chapter, and its first and last article: "CHAPTER I. GENERAL, Article 1 to 7"."""
        several = [self._provision(key) for key in keys]
        heads = [heading(one) for one in several if one.kind in HEADINGS][:1]
        articles = [label(one) or one.body[:20] for one in several if one.kind not in HEADINGS]
        ends = list(dict.fromkeys((articles[0], articles[-1]))) if articles else []
        if len(ends) > 1:
            ends = [_("%(first)s to %(last)s") % {"first": ends[0], "last": ends[1]}]
        return " · ".join((*heads, *ends))


def missing_sentence(missing: Collection[str]) -> str:
    """What the words of one language lack (`missing_words`), said at their cell."""
    if "body" in missing:
        return _("The wording is changed in the other language only.")
    return _("The caption or title is changed in the other language only.") if missing else ""


def _is_folded(row: Row) -> bool:
    return row.is_run or not row.shown


def _identity(row: Row) -> tuple[bool, str]:
    return bool(row.proposed.keys), unit_key(row.key)


def _keys(rows: Iterable[Row]) -> list[str]:
    return [key for row in rows for key in row.proposed.keys or row.present.keys]


def _actions(draft: Draft, row: Row, key: str) -> tuple[RowAction, ...]:
    """What can be done with the provision of that identity, the usual first."""
    address = draft.proposal.address
    change = draft.changes.get(key)
    is_present = isinstance(row_key(key), ArticleKey)
    actions: list[RowAction] = []
    if change is not None and change.operation != Change.Operation.DELETE:
        url = reverse("proposals:change", args=[address, change.pk])
        actions.append(RowAction("amend", _("Edit"), url, "e"))
        actions.append(RowAction("move", _("Move"), url, "m"))
    elif change is None and is_present:
        actions.append(RowAction("amend", _("Amend"), _url_at("replace", address, at=key), "e"))
    if row.kind != "deleted" and row_key(key) is not None:
        url = _url_at("insert", address, after=key)
        actions.append(RowAction("insert", _("Insert after"), url, "i"))
    if change is None and is_present:
        actions.append(RowAction("delete", _("Delete"), _url_at("delete", address, at=key), "d"))
        actions.append(RowAction("move", _("Move"), _url_at("move", address, at=key), "m"))
    if change is not None:
        url = reverse("proposals:remove", args=[address, change.pk])
        actions.append(RowAction("take-back", _("Take back"), url, "d"))
    actions.append(RowAction("why", _("Why this?"), f"?why={key}#row-{key}", "w"))
    return tuple(actions)


def _url_at(name: str, address: str, **query: str) -> str:
    return f"{reverse(f'proposals:{name}', args=[address])}?{urlencode(query)}"
