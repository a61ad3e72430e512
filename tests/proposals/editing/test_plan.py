"""What is planned is what is saved, and planning saves nothing."""

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.models import Change, Reason

CHAIR = "The Chair shall chair a general meeting.\n2 The preceding paragraph applies."
SEAL = {"caption_en": "(Seal)", "body_en": "The Company has a seal under Article 5.\r\n"}
COLUMNS = [
    field.attname
    for field in Change._meta.fields
    if field.name not in ("id", "version", "position", "citation_targets")
]


def table(drafted):
    """The rows of a draft's table, the keys of what is inserted left out."""
    return [
        (row.kind, *([line.text for line in side.lines] for side in (row.present, row.proposed)))
        for row in drafted.table.rows
    ]


@pytest.mark.parametrize(
    ("operation", "at", "after", "words"),
    [
        ("insert", None, 3, SEAL),
        ("insert", None, 1, SEAL | {"numbering": "branch"}),
        ("insert", None, "supplementary", SEAL | {"new_part_title_en": "Supplementary Provision"}),
        ("replace", 5, None, {"body_en": CHAIR, "caption_en": "Chairman"}),
        ("delete", 3, None, {"numbering": "keep"}),
        ("move", 5, 1, {}),
    ],
)
def test_a_new_change_is_saved_as_it_was_planned(
    operation, at, after, words, proposal, articles, legal
):
    # Numbers have moved before, and something stands at the place already.
    first = editing.add_change(
        proposal, by=legal, operation="insert", after=articles[1].key, caption_en="A", body_en="A."
    )
    values = {"operation": operation, **words}
    if at is not None:
        values["at"] = articles[at].key
    if after is not None:
        values |= {"after": after if isinstance(after, str) else articles[after].key, "first": True}
    rows = load_rows(proposal)
    planned = editing.plan(rows, values)
    assert list(Change.objects.all()) == [first]
    previewed = table(draft(proposal, "en", rows=rows.with_change(planned)))

    saved = editing.add_change(proposal, by=legal, **values)
    saved.refresh_from_db()
    assert {name: getattr(planned, name) for name in COLUMNS} == {
        name: getattr(saved, name) for name in COLUMNS
    }
    assert previewed == table(draft(proposal, "en"))


def test_an_edited_change_is_saved_as_it_was_planned(proposal, articles, legal):
    change = editing.add_change(
        proposal, by=legal, operation="insert", after=articles[1].key, **SEAL
    )
    values = {"body_en": "Article 7 applies.", "after": articles[4].key, "first": True}
    rows = load_rows(proposal)
    planned = editing.plan(rows, values, change=change)
    assert (change.body_en, change.anchor_article_id) == (
        "The Company has a seal under Article 5.",
        articles[1].pk,
    )
    previewed = table(draft(proposal, "en", rows=rows.with_change(planned)))

    saved = editing.save_change(change, by=legal, version=1, **values)
    saved.refresh_from_db()
    assert {name: getattr(planned, name) for name in COLUMNS} == {
        name: getattr(saved, name) for name in COLUMNS
    }
    assert planned.citation_targets == saved.citation_targets
    assert previewed == table(draft(proposal, "en"))


def test_what_cannot_be_saved_cannot_be_planned(proposal, articles):
    rows = load_rows(proposal)
    for values in (
        {"operation": "insert", "after": "a999999", **SEAL},
        {"operation": "replace", "at": "a999999", "body_en": CHAIR},
        {"operation": "replace", "at": articles[5].key, "body_en": ""},
    ):
        with pytest.raises(Refused):
            editing.plan(rows, values)


def test_a_reason_is_saved_as_it_was_planned(proposal, articles, legal):
    texts = {"body_en": "To amend Article {proposed:5 caption}.\r\n\r\n"}
    planned = editing.plan_reason(load_rows(proposal), texts, reason=Reason())
    assert planned.body_en == f"To amend Article {{proposed:@{articles[5].key} caption}}."
    saved = editing.add_reason(proposal, by=legal, **texts)
    assert saved.body_en == planned.body_en
