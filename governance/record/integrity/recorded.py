"""The articles as they stood on record right before an amendment was recorded, and right after."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from governance.models import Amendment, Wording


def articles_before_recording(amendment: Amendment, at: datetime) -> list[Wording]:
    """The articles as adopted before that amendment, which was recorded `at` that time, in document
    order; what was corrected later reads as it did then.
    """
    standing = Q(superseded_at__isnull=True) | Q(superseded_at__gte=at)
    entered = Q(corrects__isnull=True) | Q(corrects__superseded_at__lt=at)
    adopted = Q(amendment__lt=amendment.pk)
    kept = Q(ended_by__isnull=True) | Q(ended_by__gte=amendment.pk)
    return list(_wordings(amendment, standing & entered & adopted & kept))


def articles_after_recording(amendment: Amendment, at: datetime) -> list[Wording]:
    """The same after it."""
    standing = Q(superseded_at__isnull=True) | Q(superseded_at__gt=at)
    entered = Q(corrects__isnull=True) | Q(corrects__superseded_at__lte=at)
    adopted = Q(amendment__lte=amendment.pk)
    kept = Q(ended_by__isnull=True) | Q(ended_by__gt=amendment.pk)
    return list(_wordings(amendment, standing & entered & adopted & kept))


def _wordings(amendment: Amendment, wanted: Q) -> Iterator[Wording]:
    unexpired = Q(expires_on__isnull=True) | Q(expires_on__gt=amendment.adopted_on)
    found = Wording.objects.filter(wanted, unexpired, company=amendment.company_id)
    for wording in found.in_document_order().select_related("part", "amendment"):
        wording.company = amendment.company
        yield wording
