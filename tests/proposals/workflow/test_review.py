from datetime import date

import pytest
from django.db import IntegrityError, transaction

from governance.models import Company, User
from proposals.models import Proposal, Review
from tests import rows


def test_reviews_are_only_added(company: Company, legal: User) -> None:
    proposal = Proposal.objects.create(
        company=company,
        meeting=rows.meeting(company),
        title_en="Partial Amendment",
        base_day=date(2013, 5, 24),
        created_by=legal,
    )
    Review.objects.create(
        proposal=proposal, move="submit", from_state="drafting", to_state="in_review", by=legal
    )
    reviews = proposal.reviews.all()
    with pytest.raises(IntegrityError, match="UPDATE is refused"), transaction.atomic():
        reviews.update(comment="Never said.")
    with pytest.raises(IntegrityError, match="DELETE is refused"), transaction.atomic():
        reviews.delete()
    assert [(review.move, review.comment) for review in reviews] == [("submit", "")]
