"""The texts that wait to be recorded: added, corrected, removed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from governance.models import Company, Intake, User
from governance.models.violations import validation_text
from governance.people import audit
from governance.record import Refused
from governance.record.refusal import format_day


class TextSavedMeanwhile(Exception):
    """Somebody else has saved the text meanwhile; `stored` is what stands there now."""

    def __init__(self, stored: Intake) -> None:
        super().__init__(str(stored))
        self.stored = stored


class TextFields(TypedDict, total=False):
    """The fields of a text that a person fills in."""

    adopted_on: date
    effective_on: date | None
    effective_unknown: bool
    text_ja: str
    text_en: str
    file_ja: str
    file_en: str
    notes: Sequence[Mapping[str, str]]


@transaction.atomic
def add_text(company: Company, *, by: User, **given: Unpack[TextFields]) -> Intake:
    """Keep a text of a day. Raises `Refused` with a sentence."""
    made = Intake(company=company, created_by=by, **given)
    _save(made, by=by)
    audit.record("intake.added", by=by, company=company, about=_about(made))
    return made


@transaction.atomic
def change_text(intake: Intake, *, by: User, version: int, **given: Unpack[TextFields]) -> Intake:
    """Keep the corrected text. Raises `Conflict` where `version` is not the stored one, `Refused`
    where it is on record already.
    """
    stored = _locked(intake)
    if stored.version != version:
        raise TextSavedMeanwhile(stored)
    for name, value in given.items():
        setattr(stored, name, value)
    stored.version += 1
    _save(stored, by=by)
    return stored


@transaction.atomic
def remove_text(intake: Intake, *, by: User) -> None:
    """Remove a text that is not on record; its history keeps what it said."""
    stored = _locked(intake)
    audit.set_history_user(stored, by=by)
    audit.record("intake.removed", by=by, company=stored.company, about=_about(stored))
    stored.delete()


def refuse_if_later_is_recorded(company: Company, adopted_on: date) -> None:
    """Raises `Refused` where the articles of a later day are on record: the history goes on."""
    newest = company.amendments.aggregate(newest=Max("adopted_on"))["newest"]
    if newest is not None and newest > adopted_on:
        raise Refused(
            _(
                "The articles as adopted on %(newest)s are on record already; those of an earlier"
                " day, %(day)s, cannot be brought in after them."
            )
            % {"newest": format_day(newest), "day": format_day(adopted_on)}
        )


def _locked(intake: Intake) -> Intake:
    stored = Intake.objects.select_for_update(of=("self",)).select_related("company")
    found = stored.filter(pk=intake.pk).first()
    if found is None:
        raise Refused(_("Somebody has taken this text away meanwhile."))
    if found.is_recorded:
        raise Refused(_("This text is on record and is kept as it is."))
    return found


def _save(intake: Intake, *, by: User) -> None:
    refuse_if_later_is_recorded(intake.company, intake.adopted_on)
    try:
        intake.full_clean()
        audit.set_history_user(intake, by=by)
        with transaction.atomic():
            intake.save()
    except ValidationError as error:
        raise Refused(validation_text(error)) from error
    except IntegrityError as error:  # two people at once
        raise Refused(_("A text of this day has been brought in already.")) from error


def _about(intake: Intake) -> str:
    return f"{intake.company.code} {intake.adopted_on:%Y-%m-%d}"
