"""The rows that an adoption makes besides wordings: the amendment itself, new parts and articles,
reasons; and where each provision stands.
"""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from governance.models import Amendment, AmendmentReason, Article, Company, Part, User, Wording
from governance.models.violations import validation_text
from governance.people import audit
from governance.people.refused import Refused
from governance.record.adoption import AdoptedReason, NewPart, ProposedProvision
from governance.record.periods import Placement
from governance.record.positions import positions
from governance.record.refusal import provision_name, wording_name


def save_amendment(amendment: Amendment, *, by: User) -> Amendment:
    """The amendment, saved."""
    try:
        amendment.full_clean()
    except ValidationError as error:
        raise Refused(validation_text(error)) from error
    audit.set_history_user(amendment, by=by)
    amendment.save(force_insert=True)
    return amendment


def save_parts(new: Sequence[NewPart], company: Company, *, by: User) -> dict[str, Part]:
    """All parts by identity, the new ones entered."""
    found = {part.key: part for part in company.parts.all()}
    last = max((part.position for part in found.values()), default=0)
    for each in new:
        is_main = each.kind == "main"
        last += 0 if is_main else 1
        part = Part(
            company=company,
            kind=each.kind,
            position=0 if is_main else last,
            title_ja=each.title_ja,
            title_en=each.title_en,
            dated=each.dated,
        )
        try:
            part.full_clean()
        except ValidationError as error:
            raise Refused(validation_text(error)) from error
        audit.set_history_user(part, by=by)
        part.save(force_insert=True)
        found[each.key] = part
    return found


def save_articles(
    provisions: Sequence[ProposedProvision],
    present: Mapping[str, Wording],
    all_parts: Mapping[str, Part],
    *,
    by: User,
) -> dict[str, Article]:
    """The articles of the new provisions, entered, by the identity that the adoption gave them."""
    for each in provisions:
        row = present.get(each.key)
        if row is not None and all_parts[each.part] != row.part:
            raise Refused(
                _("%(name)s cannot be moved to another part: delete it there and insert it here.")
                % {"name": wording_name(row)}
            )
    new = [each for each in provisions if each.key not in present]
    rows = bulk_create_with_history(
        [
            Article(company=part.company, part=part, kind=each.kind)
            for each in new
            for part in [all_parts[each.part]]
        ],
        Article,
        default_user=by,
    )
    return {each.key: row for each, row in zip(new, rows, strict=True)}


def save_reasons(
    given: Sequence[AdoptedReason], article_ids: Mapping[str, int], amendment: Amendment
) -> None:
    """Enter why each article is changed, in the words of the day."""
    AmendmentReason.objects.bulk_create(
        AmendmentReason(
            company_id=amendment.company_id,
            amendment=amendment,
            article_id=article_ids[key] if key else None,
            position=position,
            body_ja=reason.body_ja,
            body_en=reason.body_en,
        )
        for position, reason in enumerate(given, 1)
        for key in reason.covers or ("",)
    )


def placements(
    provisions: Sequence[ProposedProvision],
    present: Mapping[str, Wording],
    all_parts: Mapping[str, Part],
) -> dict[str, Placement]:
    """Number and position of every provision, part by part."""
    by_part: dict[int, list[ProposedProvision]] = {}
    for each in provisions:
        by_part.setdefault(all_parts[each.part].pk, []).append(each)
    found: dict[str, Placement] = {}
    for members in by_part.values():
        current = [present[each.key].position if each.key in present else None for each in members]
        numbers: set[object] = set()
        for each, position in zip(members, positions(current), strict=True):
            number = (each.kind, each.number, each.branch)
            if each.number is not None and number in numbers:
                raise Refused(
                    _("Two articles of one part have the same number: %(name)s.")
                    % {"name": proposed_name(each)}
                )
            numbers.add(number)
            found[each.key] = Placement(each.number, each.branch, position)
    return found


def proposed_name(provision: ProposedProvision) -> str:
    """How a sentence names it: by its number to come."""
    return provision_name(provision.kind, provision.number, provision.branch)
