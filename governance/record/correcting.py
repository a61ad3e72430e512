"""Clerical corrections of rows that say what was never decided."""

from collections.abc import Collection, Mapping
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from governance.models import User, Wording
from governance.models.violations import validation_text
from governance.models.wording import LONGEST_BODY, LONGEST_CAPTION, LONGEST_CORRECTION_REASON
from governance.people import audit
from governance.people.printed_data import tell_printed_data_changed
from governance.people.refused import Refused, stored_text
from governance.record.pending_rows import PendingRows, lock_company, unsaved_copy
from governance.record.same_words import SameWords, wordings_with_same_words


class CorrectedValues(TypedDict, total=False):
    """What the row should have said; what is not given was right."""

    number: int | None
    branch: int
    caption_ja: str
    caption_en: str
    body_ja: str
    body_en: str


@transaction.atomic
def correct(
    wording: Wording,
    *,
    reason: str,
    by: User,
    also: Collection[int] | None = None,
    **corrected_values: Unpack[CorrectedValues],
) -> Wording:
    """Mark the row superseded, by whom, when and why, and enter the right one for the same days;
    return that one.

    No amendment is made: the articles never read as the wrong row says. Other wordings of the
    article with the same words are corrected in the same act: those whose keys are in `also`; for
    None the later ones, which took the slip over. Leaves a line in the audit; raises `Refused` with
    a sentence, and writes nothing, where there is nothing to correct or the record cannot hold it.
    """
    company = lock_company(wording.company_id)
    reason = stored_text(reason.strip(), longest=LONGEST_CORRECTION_REASON)
    wrong = Wording.objects.select_related("part").get(pk=wording.pk)
    if wrong.superseded_at is not None:
        raise Refused(_("This wording was corrected already."))
    if not reason:
        raise Refused(_("Say why the wording is corrected."))
    stored = {name: _stored(name, value) for name, value in corrected_values.items()}
    if all(value == getattr(wrong, name) for name, value in stored.items()):
        raise Refused(_("The correction changes nothing in this wording."))
    several = wordings_with_same_words(wrong, stored)
    others = [each for each in several if _is_chosen(each, also)]
    pending = PendingRows(
        company.wordings.recorded().filter(part=wrong.part_id, in_force__isempty=False), by=by
    )
    corrected = _replace(wrong, stored, pending, reason)
    for each in others:
        _replace(each.wording, each.corrected_values, pending, reason)
    pending.write()
    audit.record("wording.corrected", by=by, company=company, about=f"{company.code} {wrong.key}")
    tell_printed_data_changed(company, by=by)
    return corrected


def _is_chosen(one: SameWords, also: Collection[int] | None) -> bool:
    return one.is_later if also is None else one.wording.pk in also


def _replace(
    wrong: Wording, values: Mapping[str, object], pending: PendingRows, reason: str
) -> Wording:
    """Gather in `pending` that the row is superseded, and the right one, which is returned."""
    corrected = unsaved_copy(wrong)
    for name, value in values.items():
        setattr(corrected, name, value)
    try:
        # The uniqueness and the exclusion of others are the database's to judge.
        corrected.clean_fields(exclude=_fields_kept())
    except ValidationError as error:
        raise Refused(validation_text(error)) from error
    pending.supersede(wrong, reason)
    pending.add(corrected)
    return corrected


def _stored(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    return stored_text(value, longest=LONGEST_BODY if name.startswith("body") else LONGEST_CAPTION)


def _fields_kept() -> list[str]:
    return [
        field.name
        for field in Wording._meta.fields
        if field.name not in CorrectedValues.__annotations__
    ]
