"""From rows to articles, table and findings."""

from datetime import date

import pytest

from governance.models import Company
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.operations import anchors_first
from proposals.draft.rows import load_rows
from proposals.models import Change, Proposal
from tests.rows import article, days, imported, meeting, wording


def insert(proposal, by, after, caption, body="New words.", **values):
    return editing.add_change(
        proposal, by=by, operation="insert", after=after, caption_en=caption, body_en=body, **values
    )


def codes(drafted):
    return [(finding.code, finding.severity, finding.key) for finding in drafted.findings]


def fresh(proposal):
    return Proposal.objects.with_names().get(pk=proposal.pk)


def test_without_changes_nothing_is_proposed(proposal):
    drafted = draft(proposal, "en")
    assert drafted.proposed == drafted.present
    assert (drafted.findings, drafted.changes) == ((), {})
    assert [one.outcome for one in drafted.consequences] == ["kept", "kept", "kept"]
    assert [row for row in drafted.table.rows if row.kind not in ("unchanged", "chapter")] == []


def test_a_draft_is_four_queries_in_one_language_or_two(
    proposal, articles, legal, company, django_assert_num_queries
):
    for number in (3, 4, 5):
        change = insert(proposal, legal, articles[number].key, f"After {number}")
        insert(proposal, legal, change.key, f"After that, {number}")
    editing.add_change(proposal, by=legal, operation="delete", at=articles[6].key)
    editing.add_reason(proposal, by=legal, body_en="See {proposed:4} and {present:6}.")
    Company.objects.filter(pk=company.pk).update(keeps_japanese=True)
    shown = fresh(proposal)
    with django_assert_num_queries(4):
        rows = load_rows(shown)
        for language in ("en", "en"):
            drafted = draft(shown, language, rows=rows)
            assert len(drafted.changes) == 7
    assert rows.present("en") is rows.present("en")


def test_changes_are_found_by_the_identity_they_are_about(proposal, articles, legal):
    inserted = insert(proposal, legal, articles[3].key, "A")
    deleted = editing.add_change(proposal, by=legal, operation="delete", at=articles[6].key)
    drafted = draft(proposal, "en")
    assert drafted.changes == {inserted.key: inserted, articles[6].key: deleted}
    shown = {key for row in drafted.table.rows for key in row.proposed.keys + row.present.keys}
    assert set(drafted.changes) <= shown


def test_a_change_that_is_not_stored_is_previewed(proposal, articles, legal):
    kept = insert(proposal, legal, articles[3].key, "A", "One.")
    preview = Change(
        proposal=proposal,
        operation="insert",
        anchor_change=kept,
        caption_en="B",
        body_en="See Article 4.",
        position=1,
    )
    drafted = draft(proposal, "en", rows=load_rows(proposal).with_change(preview))
    assert drafted.proposed.find("article:5").key == "c0"
    assert draft(proposal, "en").proposed.by_key("c0") is None
    # One that is stored stands for itself with the words in hand.
    kept.body_en = "Other."
    assert (
        draft(proposal, "en", rows=load_rows(proposal).with_change(kept))
        .proposed.find("article:4")
        .body
        == "Other."
    )
    assert draft(proposal, "en").proposed.find("article:4").body == "One."
    assert Change.objects.count() == 1


def test_siblings_stand_by_position_and_behind_their_anchors(proposal, articles, legal):
    second = insert(proposal, legal, articles[3].key, "Second")
    insert(proposal, legal, second.key, "Behind the second")
    first = insert(proposal, legal, articles[3].key, "First", first=True)
    insert(proposal, legal, first.key, "Behind the first")
    proposed = draft(proposal, "en").proposed
    assert [proposed.find(f"article:{number}").caption for number in range(4, 8)] == [
        "First",
        "Behind the first",
        "Second",
        "Behind the second",
    ]


def test_a_long_chain_of_insertions_keeps_its_order():
    chain = [
        Change(
            pk=count,
            operation="insert",
            position=1,
            anchor_article_id=7 if count == 1 else None,
            anchor_change_id=None if count == 1 else count - 1,
        )
        for count in range(1, 3001)
    ]
    assert [one.pk for one in anchors_first(reversed(chain))] == list(range(1, 3001))


def test_a_broken_reference_is_found_once_and_tells_why(proposal, articles, legal):
    editing.add_change(proposal, by=legal, operation="delete", at=articles[2].key)
    broken = [one for one in draft(proposal, "en").errors if one.code == "broken-reference"]
    assert [one.at for one in broken] == ["article:3/paragraph:1"]


def test_a_change_whose_place_has_gone_is_reported_and_left_out(proposal, articles, legal):
    made = imported(proposal.company, date(2013, 1, 10))
    short = article(articles[6].part)
    wording(short, 7, made, position=70, caption_en="Short", body_en="Not for long.")
    removal = editing.add_change(proposal, by=legal, operation="delete", at=short.key)
    behind = insert(proposal, legal, short.key, "Behind it")
    further = insert(proposal, legal, behind.key, "Further")
    standing = insert(proposal, legal, articles[1].key, "Standing")
    editing.set_dates(
        proposal,
        by=legal,
        version=Proposal.objects.get(pk=proposal.pk).version,
        base_day=date(2013, 1, 9),
    )
    drafted = draft(fresh(proposal), "en")
    assert {key: finding.code for finding in drafted.errors if (key := finding.key)} == {
        removal.target.key: "place-gone",
        behind.key: "place-gone",
        further.key: "place-gone",
    }
    assert list(drafted.changes) == [standing.key]
    assert len(drafted.stored_changes) == 4


def test_what_is_not_in_force_yet_is_marked(proposal, articles, company):
    agenda = meeting(company, 20, date(2013, 5, 1))
    assert draft(proposal, "en").pending == frozenset()
    made = imported(company, agenda.date)
    later = article(articles[6].part)
    wording(later, 7, made, position=70, in_force=days(date(2013, 7, 1)))
    unknown = wording(article(articles[6].part), 8, made, position=80, in_force=None)
    assert draft(proposal, "en").pending == {later.key, unknown.key}


def test_wording_missing_in_a_language_that_is_kept_is_an_error(proposal, articles, company, legal):
    change = insert(proposal, legal, articles[3].key, "A")
    chapter = editing.add_change(
        proposal,
        by=legal,
        operation="insert",
        kind="chapter",
        after=articles[4].key,
        caption_ja="機関",
    )
    amended = editing.add_change(
        proposal, by=legal, operation="replace", at=articles[5].key, caption_ja="議長"
    )
    reason = editing.add_reason(proposal, by=legal, body_ja="理由。")
    assert [
        (finding.code, finding.key, finding.message.en) for finding in draft(proposal, "en").errors
    ] == [
        ("empty-wording", chapter.key, "CHAPTER III: the new chapter has no English title."),
        (
            "empty-wording",
            amended.target.key,
            "Article 6: its amendment has no English wording.",
        ),
        ("empty-reason", f"reason:{reason.pk}", "Reason (1): it has no English text."),
    ]
    assert draft(proposal, "en").proposed.by_key(change.key).body == "New words."


def test_characters_that_no_face_of_the_papers_has_are_told(proposal, articles, company, legal):
    made = imported(company, date(2013, 5, 1))
    rare = article(articles[6].part)
    wording(rare, 7, made, position=70, caption_en="Rare", body_en="Of \ue000 and 𠮷.")
    change = insert(proposal, legal, articles[3].key, "Named \ue001 and 丆")
    reason = editing.add_reason(proposal, by=legal, body_en="For 辻\U000e01ef and 葛\U000e0100.")
    proposal = fresh(proposal)
    proposal.title_en = "Amendment \ue002"
    found = [
        (one.severity, one.side, one.key, one.message.en)
        for one in draft(proposal, "en").findings
        if one.code == "character-missing"
    ]
    box = "{}: the faces of the papers lack the character “{}” ({}); it would be printed as a box."
    shape = (
        "Reason (1): the faces of the papers lack this variant of “辻” (U+8FBB U+E01EF); it would"
        " be printed in its usual shape."
    )
    assert sorted(found) == sorted(
        [
            ("warning", "present", rare.key, box.format("Article 7", "\ue000", "U+E000")),
            ("warning", "proposed", change.key, box.format("Article 4", "\ue001", "U+E001")),
            ("warning", "proposed", "", box.format("Title on the agenda", "\ue002", "U+E002")),
            (
                "warning",
                "proposed",
                f"reason:{reason.pk}",
                shape,
            ),
        ]
    )


def test_the_days_of_a_change_are_checked_against_the_proposal(proposal, articles, legal):
    early = insert(proposal, legal, articles[3].key, "A", effective_on=date(2013, 6, 25))
    brief = insert(proposal, legal, articles[3].key, "B", expires_on=date(2013, 6, 26))
    fine = insert(
        proposal,
        legal,
        articles[3].key,
        "C",
        effective_on=date(2013, 7, 1),
        expires_on=date(2013, 7, 2),
    )
    assert fine.key in draft(proposal, "en").changes
    assert codes(draft(proposal, "en")) == [
        ("change-effective-early", "error", early.key),
        ("change-expires-early", "error", brief.key),
    ]
    # The sentence of the form and of the database, with the days.
    statement = draft(proposal, "en").findings[1].statement
    assert statement.en == (
        "a provision expires after the day it takes effect, not on it or before. It takes effect on"
        " Wednesday, June 26, 2013 and expires on Wednesday, June 26, 2013."
    )
    assert statement.ja == (
        "失効日は、効力発生日より後の日としてください。"
        "効力発生日は2013年6月26日（水）、失効日は2013年6月26日（水）です。"
    )


def test_the_days_of_the_proposal_are_among_the_findings(proposal, legal):
    editing.set_dates(proposal, by=legal, version=1, notice_on=date(2013, 6, 12))
    assert codes(draft(fresh(proposal), "en")) == [("notice-too-late", "error", "")]


@pytest.mark.parametrize("language", ["en"])
def test_the_table_is_in_the_house_style_of_the_company(language, proposal, company):
    company.house_style_en = "english-notice"
    company.house_style_overrides = {"en": {"note": "(Changes are underlined.)"}}
    company.save()
    style = draft(fresh(proposal), language).table.style
    assert (style.name, style.note) == ("english-notice", "(Changes are underlined.)")


def test_number_in_a_reason_that_moves_is_among_the_consequences(proposal, articles, legal):
    insert(proposal, legal, articles[3].key, "A")
    words = "See Article {proposed:3} and Article {proposed:5}."
    reason = editing.add_reason(proposal, by=legal, body_en=words)
    found = draft(fresh(proposal), "en").reason_consequences
    assert [(one.key, one.outcome, one.before, one.after) for one in found] == [
        (f"reason:{reason.pk}", "followed", "Article 4", "Article 5")
    ]
    assert found[0].why.en == "Article 4 becomes Article 5."
