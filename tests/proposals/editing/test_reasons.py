"""Reasons: written, ordered, covering changes; each function allowed and refused."""

import pytest

from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.live_numbers import UnknownNumberError, render
from proposals.models import Change, Proposal, Reason
from tests.rows import meeting


def reasons(proposal):
    return list(
        Reason.objects.filter(proposal=proposal)
        .order_by("position")
        .values_list("position", "body_en")
    )


def insert(proposal, by, after, caption, **values):
    return editing.add_change(
        proposal,
        by=by,
        operation="insert",
        after=after,
        caption_en=caption,
        body_en="New words.",
        **values,
    )


def test_a_reason_is_added_behind_the_others(proposal, legal, reader):
    with pytest.raises(Refused):
        editing.add_reason(proposal, by=reader, body_en="One.")
    editing.add_reason(proposal, by=legal, body_en="One.\r\nAccordingly, …\r\n")
    editing.add_reason(proposal, by=legal, body_en="Two.")
    assert reasons(proposal) == [(1, "One.\nAccordingly, …"), (2, "Two.")]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "Write the reason."),
        (" \n ", "Write the reason."),
        ("x" * 20_001, "The text has 20001 characters; at most 20000 are possible."),
        ("\x07", "Line 1, column 1 holds a character that cannot be printed (U+0007); remove it."),
    ],
)
def test_a_reason_that_cannot_be_kept_is_refused(body, sentence, proposal, legal):
    with pytest.raises(Refused) as refused:
        editing.add_reason(proposal, by=legal, body_en=body)
    assert refused.value.sentence == sentence
    assert reasons(proposal) == []


def test_numbers_in_a_reason_follow_later_changes(proposal, articles, legal):
    change = insert(proposal, legal, articles[3].key, "Capital")
    reason = editing.add_reason(
        proposal,
        by=legal,
        body_en="To establish Article {proposed:4 caption} and amend Article {present:5}.",
    )
    assert reason.body_en == (
        f"To establish Article {{proposed:@{change.key} caption}}"
        f" and amend Article {{present:@{articles[5].key}}}."
    )
    insert(proposal, legal, articles[1].key, "Before")
    assert render(reason.body_en, draft(proposal, "en"), "en") == (
        "To establish Article 5 (Capital) and amend Article 5."
    )
    editing.remove_change(change, by=legal)
    drafted = draft(proposal, "en")
    assert render(reason.body_en, drafted, "en") == (
        "To establish Article [provision no longer in the draft] and amend Article 5."
    )
    assert ("live-number-gone", f"reason:{reason.pk}") in [
        (finding.code, finding.key) for finding in drafted.errors
    ]


def test_a_number_that_does_not_exist_is_told_with_its_place(proposal, legal):
    with pytest.raises(UnknownNumberError) as unknown:
        editing.add_reason(
            proposal, by=legal, body_en="Article {proposed:5},\nArticle {present:77}"
        )
    (place,) = unknown.value.places
    assert (place.line, place.column, place.text) == (2, 9, "{present:77}")
    assert reasons(proposal) == []


def test_numbers_typed_on_a_page_that_is_out_of_date_are_refused(proposal, articles, legal):
    shown = draft(proposal, "en").numbers_version
    insert(proposal, legal, articles[1].key, "By somebody else")
    with pytest.raises(Refused) as refused:
        editing.add_reason(
            proposal, by=legal, body_en="Article {proposed:4}", numbers_version=shown
        )
    assert refused.value.sentence == (
        "The numbers of the proposed articles have changed since this page was opened."
        " Check the numbers cited and save again."
    )
    editing.add_reason(proposal, by=legal, body_en="No number.", numbers_version=shown)
    now = draft(proposal, "en").numbers_version
    editing.add_reason(proposal, by=legal, body_en="Article {proposed:4}", numbers_version=now)


def test_a_stale_save_is_a_conflict_that_carries_both_versions(proposal, legal, colleague):
    opened = editing.add_reason(proposal, by=legal, body_en="One.")
    editing.save_reason(opened, by=colleague, version=1, body_en="Two.")
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_reason(opened, by=legal, version=1, body_en="Three.")
    assert (conflict.value.stored.body_en, conflict.value.stored.version) == ("Two.", 2)
    assert conflict.value.typed == {"body_en": "Three."}
    saved = editing.save_reason(opened, by=legal, version=2, body_en="Three.")
    assert (saved.version, saved.history.count()) == (3, 3)
    editing.remove_reason(opened, by=legal)
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_reason(opened, by=legal, version=3, body_en="Four.")
    assert conflict.value.stored is None


def test_a_reason_that_covers_changes_stays(proposal, articles, legal):
    reason = editing.add_reason(proposal, by=legal, body_en="One.")
    other = editing.add_reason(proposal, by=legal, body_en="Two.")
    inserted = insert(proposal, legal, articles[3].key, "Capital", reason=reason)
    deleted = editing.add_change(
        proposal, by=legal, operation="delete", at=articles[6].key, reason=reason
    )
    with pytest.raises(Refused) as refused:
        editing.remove_reason(reason, by=legal)
    assert refused.value.sentence == (
        "This reason still covers changes: Insert: Capital, Delete: Term."
        " Give them another reason first."
    )
    editing.set_covered_changes(other, by=legal, changes=[inserted, deleted])
    editing.remove_reason(reason, by=legal)
    assert reasons(proposal) == [(1, "Two.")]
    assert set(Change.objects.values_list("reason", flat=True)) == {other.pk}


def test_a_reason_covers_exactly_what_it_is_told_to(proposal, articles, legal):
    one = insert(proposal, legal, articles[3].key, "A")
    two = insert(proposal, legal, articles[3].key, "B")
    reason = editing.add_reason(proposal, by=legal, body_en="One.", covers=[one])
    editing.set_covered_changes(reason, by=legal, changes=[two])
    assert list(Change.objects.order_by("pk").values_list("reason", flat=True)) == [
        None,
        reason.pk,
    ]


def test_reasons_and_changes_of_another_proposal_are_refused(proposal, articles, company, legal):
    other = Proposal.objects.create(
        company=company,
        meeting=meeting(company, 22),
        base_day=proposal.base_day,
        title_en="Other",
        created_by=legal,
    )
    foreign = editing.add_reason(other, by=legal, body_en="One.")
    own = editing.add_reason(proposal, by=legal, body_en="One.")
    with pytest.raises(Refused) as refused:
        insert(proposal, legal, articles[3].key, "A", reason=foreign)
    assert refused.value.sentence == "The reason is another proposal's."
    change = insert(proposal, legal, articles[3].key, "A", reason=own)
    with pytest.raises(Refused) as refused:
        editing.set_covered_changes(foreign, by=legal, changes=[change])
    assert refused.value.sentence == ("The change is another proposal's, or somebody removed it.")
    change.refresh_from_db()
    assert change.reason == own


def test_reasons_trade_places(proposal, legal):
    for body in ("One.", "Two.", "Three."):
        editing.add_reason(proposal, by=legal, body_en=body)
    first, _second, last = Reason.objects.order_by("position")
    with pytest.raises(Refused) as refused:
        editing.shift_reason(first, by=legal, up=True)
    assert refused.value.sentence == "This is the first reason."
    with pytest.raises(Refused) as refused:
        editing.shift_reason(last, by=legal, up=False)
    assert refused.value.sentence == "This is the last reason."
    editing.shift_reason(last, by=legal, up=True)
    assert reasons(proposal) == [(1, "One."), (2, "Three."), (3, "Two.")]
    editing.shift_reason(first, by=legal, up=False)
    assert reasons(proposal) == [(1, "Three."), (2, "One."), (3, "Two.")]
