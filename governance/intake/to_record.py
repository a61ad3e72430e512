"""A dated text into the record, in one transaction, through `record.adopt`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance import record
from governance.intake.expiries import Answers, days_of_expiry
from governance.intake.steps import (
    IntakeStep,
    TreesByLanguage,
    next_step,
    part_titles,
    present_trees,
)
from governance.models import Amendment, Company, Intake, Meeting, User, Wording
from governance.models.company import Numerals
from governance.models.languages import interface_language
from governance.people import audit
from governance.record import Adoption, NewPart, OwnDays, Refused, Words
from governance.record.refusal import format_day
from governance.text.languages import language_for
from governance.text.reading.write import usual_digits
from governance.text.tree.number import Digits
from governance.text.tree.provision import Kind


@dataclass(frozen=True)
class TextDays:
    """The days of a text; `effective_on` None: not known yet. What ends by itself does so on the
    day that `expiries` give, else on that of its words.
    """

    adopted_on: date
    effective_on: date | None
    expiries: Answers = field(default_factory=dict)

    @property
    def start(self) -> date:
        """The first day on which it may be in force."""
        return self.effective_on or self.adopted_on


@transaction.atomic
def record_text(intake: Intake, *, by: User, expiries: Answers | None = None) -> Amendment:
    """Enter the text as an amendment adopted on its day, and keep with it what it became.

    Raises `governance.record.Refused` with a sentence, and writes nothing, where the text cannot
    be read, its languages have not the same articles, an earlier text waits to be recorded, or a
    provision ends by itself on a day that neither its words nor `expiries` tell.
    """
    locked = Intake.objects.select_for_update().select_related("company").get(pk=intake.pk)
    if locked.is_recorded:
        raise Refused(_("This text is on record already."))
    if earlier := unrecorded_text_before(locked):
        raise Refused(
            _("The text of %(day)s comes before this one: record that one first.")
            % {"day": format_day(earlier.adopted_on)}
        )
    made = adopt_texts(
        locked.company,
        locked.texts,
        TextDays(locked.adopted_on, locked.takes_effect_on, expiries or {}),
        by=by,
    )
    locked.amendment = made
    audit.set_history_user(locked, by=by)
    locked.save(update_fields=["amendment"])
    about = f"{locked.company.code} {locked.adopted_on:%Y-%m-%d}"
    audit.record("intake.recorded", by=by, company=locked.company, about=about)
    return made


def unrecorded_text_before(intake: Intake) -> Intake | None:
    """The earliest text that comes before this one and is not recorded yet."""
    waiting = Intake.objects.filter(
        company=intake.company_id, amendment=None, adopted_on__lt=intake.adopted_on
    )
    return waiting.order_by("adopted_on").first()


@transaction.atomic
def adopt_texts(
    company: Company,
    texts: Mapping[str, str],
    days: TextDays,
    *,
    by: User,
) -> Amendment:
    """The texts of a day, by language, as an amendment of the articles before it. Raises
    `Refused`.
    """
    base = record.articles_as_of(company, days.adopted_on)
    found = next_step(texts, present_trees(base, company))
    if not found.proposed:
        raise Refused(_refusal_text(found))
    _refuse_without_wording(found)
    if base and found.changes_nothing:
        raise Refused(_("This text says what is on record already."))
    if not base:
        _set_numerals(company, found, by=by)
    expires_on = days_of_expiry(found.expiries, days.expiries, days.start)
    amendment = _amendment(company, base, days)
    return record.adopt(_adoption(amendment, base, found, expires_on), by=by)


def _refuse_without_wording(found: IntakeStep) -> None:
    said_in = {
        unit.key
        for tree in found.proposed.values()
        for _part, unit in tree.units()
        if unit.body.strip()
    }
    for language, tree in found.proposed.items():
        for _part, unit in tree.units():
            if unit.kind is Kind.ARTICLE and unit.key not in said_in and unit.number:
                name = language_for(language).cite(unit.kind, unit.number, Digits())
                raise Refused(_("There is no wording under %(name)s.") % {"name": name})


def _amendment(company: Company, base: Sequence[Wording], days: TextDays) -> Amendment:
    of_shareholders = company.meetings.exclude(kind=Meeting.Kind.BOARD)
    meeting = of_shareholders.filter(date=days.adopted_on).first() if base else None
    return Amendment(
        company=company,
        decided_by="meeting" if meeting else "import",
        meeting=meeting,
        adopted_on=days.adopted_on,
        effective_on=days.effective_on,
    )


def _adoption(
    amendment: Amendment,
    base: Sequence[Wording],
    found: IntakeStep,
    expires_on: Mapping[str, date],
) -> Adoption:
    """The step from the articles of the record, `base`, to the texts, as an amendment;
    `expires_on` by identity.
    """
    tree = next(iter(found.proposed.values()))
    kept = {unit.key for _part, unit in tree.units()}
    stored = {wording.key for wording in base}
    reworded = {key: OwnDays() for key in _reworded(base, found.proposed)}
    ending = {
        key: OwnDays(is_reworded=key in reworded or key not in stored, expires_on=day)
        for key, day in expires_on.items()
    }
    return Adoption(
        amendment=amendment,
        base=tuple(base),
        provisions=record.provisions_of(base, found.proposed, reworded | ending),
        deleted=dict.fromkeys(wording.key for wording in base if wording.key not in kept),
        parts=tuple(_new_parts(amendment.company, found.proposed)),
    )


def _reworded(base: Sequence[Wording], proposed: TreesByLanguage) -> Iterator[str]:
    """The identities of the articles of the record that the texts give other words."""
    stored = {wording.key: Words.of(wording) for wording in base}
    for each in record.provisions_of(base, proposed):
        if each.key in stored and each.words != stored[each.key]:
            yield each.key


def _new_parts(company: Company, proposed: TreesByLanguage) -> Iterator[NewPart]:
    """The parts with provisions in them that the record does not have yet."""
    tree = next(iter(proposed.values()))
    on_record = {part.key for part in company.parts.all()}
    for part in tree.parts:
        if part.key not in on_record and part.children:
            titles = part_titles(proposed, part.key)
            yield NewPart(
                part.key,
                kind="main" if part is tree.main else "supplementary",
                title_ja=titles.get("ja", ""),
                title_en=titles.get("en", ""),
            )


def _set_numerals(company: Company, found: IntakeStep, *, by: User) -> None:
    """Let the Japanese articles be written with the numerals that the first text has."""
    outline = found.outlines.get("ja")
    if outline is None:
        return
    style = usual_digits(outline.articles)
    for each in Numerals:
        digits = Company(numerals_ja=each).digits_ja
        is_style = (digits.one, digits.many) == (style.one, style.many)
        if each != company.numerals_ja and is_style:
            company.numerals_ja = each
            audit.set_history_user(company, by=by)
            company.save(update_fields=["numerals_ja"])
            return


def _refusal_text(found: IntakeStep) -> str:
    if found.unreadable:
        return next(iter(found.unreadable.values())).in_language(interface_language())
    if not found.outlines:
        return _("There is no text, so there is nothing to record.")
    return _(
        "The Japanese and the English have not the same articles. Correct what the list names, or"
        " record one language alone."
    )
