"""What a form would store, for the preview: a change that is never saved."""

from copy import copy
from typing import Any

from governance.models import Part
from governance.text.amending.operations import START, SUPPLEMENTARY, anchor_named
from governance.text.tree.keys import ArticleKey, ChangeKey, PartKey, row_key
from proposals.draft.derive import Stored
from proposals.forms.draft import ChangeForm
from proposals.models import Change
from proposals.models.change import WORDING

_COLUMNS = {
    ArticleKey: "anchor_article_id",
    ChangeKey: "anchor_change_id",
    PartKey: "anchor_part_id",
}


def unsaved(
    rows: Stored, form: ChangeForm, *, at: str = "", change: Change | None = None
) -> Change:
    """The change as `form` reads now; fields that are not understood yet are left out."""
    made = copy(change) if change else Change(operation=form.operation, kind=form.kind)
    made.proposal, made.company = rows.proposal, rows.proposal.company
    if isinstance(target := row_key(at), ArticleKey):
        made.target_id = target.pk
    given = dict(_given(form))
    after = given.pop("after", "")
    for name, value in given.items():
        if _repeats(form, made, name, value):
            continue
        if name in {field.name for field in Change._meta.fields} - {"version"}:
            setattr(made, name, value)
    if change is None or after != form.initial.get("after"):
        _place(made, after, rows)
    # What is typed speaks the proposed numbers of this moment and is shown as it stands.
    made.cites = {}
    return made


def _repeats(form: ChangeForm, change: Change, name: str, value: Any) -> bool:
    """Whether a wording is only what stands without the change: it is not stored either."""
    if name not in WORDING or change.operation != Change.Operation.REPLACE:
        return False
    is_kept = getattr(change, name) is None
    standing = form.initial.get(name) or ""
    return is_kept and str(value or "").replace("\r\n", "\n") == standing


def _given(form: ChangeForm) -> dict[str, Any]:
    if form.is_bound:
        form.is_valid()
        return form.cleaned_data
    return {
        name: form.get_initial_for_field(field, name)
        for name, field in form.fields.items()
        if name != "reason"  # an identity there, and nothing that a preview shows
    }


def _place(change: Change, after: str, rows: Stored) -> None:
    if change.operation not in (Change.Operation.INSERT, Change.Operation.MOVE):
        return
    change.anchor_article_id = change.anchor_part_id = change.anchor_change_id = None
    change.new_part = False
    change.position = 0  # before what stands there already: they are counted from 1
    anchor = anchor_named(after)
    if anchor is SUPPLEMENTARY:
        change.new_part = True
    elif anchor is START:
        main = Part.objects.filter(company=rows.proposal.company, kind=Part.Kind.MAIN).first()
        change.anchor_part = main
    elif key := row_key(after):
        setattr(change, _COLUMNS[type(key)], key.pk)
