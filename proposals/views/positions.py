"""Where something can stand, in plain words: "after Article 7 (Share Certificates)"."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from governance.text.amending.operations import START, SUPPLEMENTARY, anchor_text
from governance.text.naming import heading, label, title_with_caption
from governance.text.tree.keys import PartKey, opener_of, row_key
from governance.text.tree.provision import HEADINGS, Provision
from proposals.draft.derive import Draft
from proposals.draft.operations import anchor_of, key_of
from proposals.forms.changes import Places
from proposals.models import Change


def place_choices(draft: Draft, change: Change | None = None, key: str = "") -> Places:
    """All places in document order, by chapter, but those at or behind the provision of `key`.

    What stands after `change` goes wherever it goes, so it cannot stand there itself.
    """
    groups: list[tuple[str, list[tuple[str, str]]]] = [
        (_("Articles of Incorporation"), [(anchor_text(START), _("at the very beginning"))])
    ]
    barred = {key, *_followers(draft, change)}
    for part in draft.proposed.parts:
        if part is not draft.proposed.main:
            groups.append((heading(part), []))
            if isinstance(row_key(part.key), PartKey):
                first = _("first in %(heading)s") % {"heading": heading(part)}
                groups[-1][1].append((part.key, first))
        for unit in part.children:
            if unit.kind in HEADINGS:
                groups.append((heading(unit), []))
            if unit.key not in barred:
                groups[-1][1].append((unit.key, _place_name(draft, unit)))
    if not any(one.new_part and one != change for one in draft.stored_changes):
        new = _("Supplementary provisions")
        name = _("in new supplementary provisions")
        groups.append((new, [(anchor_text(SUPPLEMENTARY), name)]))
    return [(name, choices) for name, choices in groups if choices]


def place_of(draft: Draft, key: str) -> str:
    """The place where the provision of `key` stands now, as one of the `place_choices`."""
    for part in draft.proposed.parts:
        before = part.key
        if part is draft.proposed.main:
            before = anchor_text(START)
        elif opener_of(part.key):
            before = anchor_text(SUPPLEMENTARY)
        for unit in part.children:
            if unit.key == key:
                return before
            before = unit.key
    return ""


def _place_name(draft: Draft, unit: Provision) -> str:
    if unit.kind in HEADINGS:
        return _("first in %(heading)s") % {"heading": heading(unit)}
    before = draft.present.by_key(unit.key)
    if before is None:
        return _("after the new %(name)s") % {
            "name": title_with_caption(unit, draft.proposed.language)
        }
    if before.number == unit.number:
        return _("after %(name)s") % {"name": title_with_caption(unit, draft.proposed.language)}
    return _("after %(name)s, to be %(new)s") % {
        "name": title_with_caption(before, draft.proposed.language),
        "new": label(unit),
    }


def _followers(draft: Draft, change: Change | None) -> Iterator[str]:
    """The keys of what stands, over however many anchors, after the insertion of `change`."""
    if change is None or change.operation != Change.Operation.INSERT:
        return
    anchors = {key_of(change)}
    left = list(draft.stored_changes)
    while found := [one for one in left if anchor_of(one) in anchors]:
        left = [one for one in left if one not in found]
        anchors |= {key_of(one) for one in found}
        yield from (key_of(one) for one in found)
