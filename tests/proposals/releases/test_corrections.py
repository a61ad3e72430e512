"""A correction is a further release: it says what it corrects, old and new beside each other."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from governance.people.refused import Refused
from proposals import editing
from proposals.models import Proposal, Release
from proposals.releases.papers import newest_published, shown_release
from proposals.workflow import moves
from tests.proposals.releases.conftest import NOW, PUBLISHED


@pytest.fixture
def corrected(approved, publish, approve, legal) -> Proposal:
    """Released, and released again with another word in Article 5."""
    publish(approved)
    moves.correct_release(approved, by=legal, at=NOW, comment="Article 5 names nobody.")
    (change,) = approved.changes.all()
    editing.save_change(
        change,
        by=legal,
        version=change.version,
        body_en="The President and Chair shall chair a general meeting."
        "\n2 The preceding paragraph applies.",
    )
    approve(approved)
    publish(approved, PUBLISHED + timedelta(hours=2))
    return approved


def columns(table):
    return [
        tuple("\n".join(line.text for line in cell.lines) for cell in (row.present, row.proposed))
        for row in table.rows
    ]


def test_old_and_new_stand_beside_each_other(corrected):
    paper = shown_release(corrected, "en").paper
    assert paper.title.startswith("(Correction) ")
    assert paper.correction_head == "Correction"
    assert "published on Friday, May 24, 2013" in paper.correction_opening
    (row,) = paper.correction.rows
    ((old, new),) = columns(paper.correction)
    assert "The Chair shall chair a general meeting." in old
    assert "The President and Chair shall chair a general meeting." in new
    marked = [s.text for line in row.proposed.lines for s in line.spans if s.changed]
    assert marked == ["President and"]
    # What follows is the release whole, as corrected.
    assert "The President and Chair" in "".join(
        line.text for each in paper.table.rows for line in each.proposed.lines
    )


def test_the_first_release_stays_as_it_was(corrected):
    first, second = Release.objects.order_by("number")
    assert (first.corrects, second.corrects, second.number) == (None, first, 2)
    assert bytes(first.files.get().content) != bytes(second.files.get().content)
    assert "correction" not in first.approval.content["papers"]["en"]["title"].lower()
    for moment, found in (
        (PUBLISHED - timedelta(minutes=1), None),
        (PUBLISHED, first),
        (PUBLISHED + timedelta(hours=2), second),
    ):
        assert newest_published(corrected, moment) == found


def test_a_correction_that_is_not_released_is_not_adopted(approved, publish, approve, legal):
    publish(approved)
    moves.correct_release(approved, by=legal, at=NOW, comment="The title.")
    editing.set_titles(
        approved, by=legal, version=approved.version, title_en="Amendment", title_ja=""
    )
    approve(approved)
    with pytest.raises(Refused) as refused:
        moves.adopt(approved, by=approved.reviews.last().by, at=NOW + timedelta(days=60))
    assert refused.value.sentence == (
        "The correction of the release is not released yet. Release it first."
    )


def test_days_that_contradict_each_other_are_refused(approved, publish):
    sentence = (
        "The papers say that it is announced on May 24, 2013; it cannot be published on"
        " May 25, 2013. Correct the date of the announcement, or the time of publication."
    )
    # 15:30 of UTC is the next day where the company is.
    for published_at in (PUBLISHED + timedelta(days=1), PUBLISHED.replace(hour=15)):
        with pytest.raises(Refused) as refused:
            publish(approved, published_at)
        assert refused.value.sentence == sentence
    assert Proposal.objects.get().state == "approved"
    assert not Release.objects.exists()


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)


@pytest.mark.parametrize("table", ["release", "releasedfile", "approval"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_a_release_is_neither_changed_nor_deleted(corrected, table, statement):
    with pytest.raises(IntegrityError, match="is refused"):
        run(statement.format(f"proposals_{table}"))
