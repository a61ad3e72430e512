"""Changes: added, saved, placed, ordered and removed; each function allowed and refused."""

from datetime import date

import pytest

from governance.models import AuditEntry
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.draft.versions import apply_changes, current_wording
from proposals.models import Change
from tests.rows import article, imported, main_part, supplementary_part, wording
from tests.states import put

CHAIR = "The Chair shall chair a general meeting.\n2 The preceding paragraph applies."


def insert(proposal, by, after, caption, body="New words.", **values):
    return editing.add_change(
        proposal,
        by=by,
        operation="insert",
        after=after,
        caption_en=caption,
        body_en=body,
        **values,
    )


def outline(proposal):
    """Numbers and captions of the proposed articles, supplementary parts after a bar."""
    proposed = apply_changes(load_rows(proposal), "en").proposed
    parts = [
        [f"{unit.number} {unit.caption}" for unit in part.children if unit.kind == "article"]
        for part in proposed.parts
    ]
    return [caption for part in parts for caption in ("|", *part)][1:]


def body_of(proposal, key):
    return apply_changes(load_rows(proposal), "en").proposed.by_key(key).body


def test_an_edit_makes_an_author_and_leaves_a_line(proposal, articles, colleague, secretary):
    with pytest.raises(Refused) as refused:
        insert(proposal, secretary, articles[3].key, "Capital")
    assert refused.value.sentence == "Only legal staff of the company may edit a proposal."
    assert (Change.objects.count(), AuditEntry.objects.count()) == (0, 0)
    change = insert(proposal, colleague, articles[3].key, "Capital")
    assert list(proposal.authors.values_list("username", flat=True).order_by("username")) == [
        "colleague",
        "legal",
    ]
    (line,) = AuditEntry.objects.all()
    assert (line.what, line.actor, line.about) == ("change.added", colleague, "3774-21-1")
    (row,) = change.history.all()
    assert (row.history_type, row.history_user) == ("+", colleague)


def test_nothing_is_edited_in_review(proposal, articles, legal):
    change = insert(proposal, legal, articles[3].key, "Capital")
    reason = editing.add_reason(proposal, by=legal, body_en="Because.")
    put(proposal, "in_review")
    edits = [
        lambda: insert(proposal, legal, articles[3].key, "Capital"),
        lambda: editing.save_change(change, by=legal, version=1, body_en="Other."),
        lambda: editing.save_change(change, by=legal, version=1, after=articles[1].key),
        lambda: editing.remove_change(change, by=legal),
        lambda: editing.add_reason(proposal, by=legal, body_en="Because."),
        lambda: editing.save_reason(reason, by=legal, version=1, body_en="Other."),
        lambda: editing.shift_reason(reason, by=legal, up=True),
        lambda: editing.set_covered_changes(reason, by=legal, changes=[change]),
        lambda: editing.remove_reason(reason, by=legal),
        lambda: editing.set_dates(proposal, by=legal, version=1, notice_on=None),
        lambda: editing.set_titles(proposal, by=legal, version=1, title_ja="", title_en="A"),
    ]
    sentence = "This proposal is in review and cannot be edited until it is returned."
    for edit in edits:
        with pytest.raises(Refused) as refused:
            edit()
        assert refused.value.sentence == sentence
    change.refresh_from_db()
    assert (change.body_en, change.version, change.reason) == ("New words.", 1, None)


def test_insertions_stand_in_the_order_in_which_they_came_or_first(proposal, articles, legal):
    insert(proposal, legal, articles[3].key, "A")
    second = insert(proposal, legal, articles[3].key, "B")
    insert(proposal, legal, second.key, "B, continued")
    insert(proposal, legal, articles[3].key, "Before A", first=True)
    insert(proposal, legal, "start", "Start")
    assert outline(proposal) == [
        "1 Start",
        "2 Trade Name",
        "3 Objects",
        "4 Location",
        "5 Before A",
        "6 A",
        "7 B",
        "8 B, continued",
        "9 Shares",
        "10 Chairman",
        "11 Term",
    ]


def test_a_new_supplementary_part_takes_what_is_added_to_it(proposal, articles, legal):
    first = insert(proposal, legal, "supplementary", "", "In force on July 1.")
    second = insert(proposal, legal, "supplementary", "", "Deleted on July 1.")
    assert (first.new_part, second.new_part, second.anchor_change) == (True, False, first)
    assert outline(proposal)[6:] == ["|", "1 ", "2 "]


def test_the_four_operations_are_carried_out(proposal, articles, legal):
    editing.add_change(proposal, by=legal, operation="delete", at=articles[1].key)
    editing.add_change(
        proposal, by=legal, operation="move", at=articles[6].key, after=articles[4].key
    )
    editing.add_change(
        proposal, by=legal, operation="replace", at=articles[5].key, caption_en="The Chair"
    )
    insert(proposal, legal, articles[6].key, "Branch", numbering="branch")
    assert outline(proposal) == [
        "1 Objects",
        "2 Location",
        "3 Shares",
        "4 Term",
        "5 The Chair",
        "5-2 Branch",
    ]


def test_a_chapter_is_inserted_by_its_title(proposal, articles, legal):
    chapter = editing.add_change(
        proposal,
        by=legal,
        operation="insert",
        kind="chapter",
        after=articles[4].key,
        caption_en="Meetings",
    )
    provision = apply_changes(load_rows(proposal), "en").proposed.by_key(chapter.key)
    assert (str(provision.kind), str(provision.number), provision.caption) == (
        "chapter",
        "3",
        "Meetings",
    )


@pytest.mark.parametrize("second", ["replace", "delete", "move"])
def test_an_article_takes_one_operation(second, proposal, articles, legal):
    editing.add_change(proposal, by=legal, operation="delete", at=articles[5].key)
    values = {"body_en": CHAIR} if second == "replace" else {}
    after = articles[2].key if second == "move" else ""
    with pytest.raises(Refused) as refused:
        editing.add_change(
            proposal, by=legal, operation=second, at=articles[5].key, after=after, **values
        )
    assert refused.value.sentence == ("The proposal amends, deletes or moves this article already.")
    assert Change.objects.count() == 1
    editing.add_change(
        proposal, by=legal, operation=second, at=articles[4].key, after=after, **values
    )


def test_one_change_gives_a_new_place_and_new_words(proposal, articles, legal):
    change = editing.add_change(
        proposal, by=legal, operation="replace", at=articles[5].key, body_en=CHAIR
    )
    editing.save_change(change, by=legal, version=1, after=articles[1].key, first=True)
    change.refresh_from_db()
    assert (change.operation, change.version) == ("move", 2)
    assert outline(proposal)[:3] == ["1 Trade Name", "2 Chairman", "3 Objects"]
    assert body_of(proposal, articles[5].key) == CHAIR
    # The words of a moved article are given without its place, and speak the proposed numbers.
    editing.save_change(change, by=legal, version=2, body_en="Article 3 applies.")
    change.refresh_from_db()
    assert change.citation_targets == {"article:3": articles[2].key}
    assert outline(proposal)[1] == "2 Chairman"
    # Left where it stands, it keeps its words, whose number follows.
    editing.save_change(change, by=legal, version=3, after="")
    change.refresh_from_db()
    assert (change.operation, change.anchor_article) == ("replace", None)
    assert outline(proposal)[:3] == ["1 Trade Name", "2 Objects", "3 Location"]
    assert body_of(proposal, articles[5].key) == "Article 2 applies."


def test_a_moved_article_whose_words_are_as_they_were_is_moved_alone(proposal, articles, legal):
    change = editing.add_change(
        proposal,
        by=legal,
        operation="move",
        at=articles[4].key,
        after=articles[1].key,
        first=True,
        body_en="Shares are issued under Article 3.",
    )
    assert (change.operation, change.body_en) == ("move", None)
    assert body_of(proposal, articles[4].key) == "Shares are issued under Article 3."


def test_an_article_is_given_an_end_alone(proposal, articles, legal):
    end = date(2014, 6, 26)
    change = editing.add_change(
        proposal, by=legal, operation="replace", at=articles[5].key, expires_on=end
    )
    change.refresh_from_db()
    assert (change.gives_words, change.expires_on) == (False, end)
    assert draft(proposal, "en").errors == ()
    with pytest.raises(Refused, match="Nothing here differs"):
        editing.save_change(change, by=legal, version=1, expires_on=None)


def test_places_and_targets_must_be_the_proposals_own(proposal, articles, legal, other_company):
    elsewhere = wording(article(main_part(other_company)), 1, imported(other_company)).article
    for at in (elsewhere.key, "a999999", "c1", "p1", "article:1", "", "a1\x00"):
        with pytest.raises(Refused) as refused:
            editing.add_change(proposal, by=legal, operation="delete", at=at)
        assert refused.value.sentence == (
            "The present articles have no such provision; the page may be out of date."
        )
    for after in (elsewhere.key, elsewhere.part.key, "a999999", "c1", "p0", "x", "", "p\x00"):
        with pytest.raises(Refused) as refused:
            insert(proposal, legal, after, "A")
        assert refused.value.sentence == "There is no such place; the page may be out of date."
    with pytest.raises(Refused) as refused:
        editing.add_change(
            proposal, by=legal, operation="move", at=articles[5].key, after=articles[5].key
        )
    assert refused.value.sentence == "Nothing can stand after itself."
    assert Change.objects.count() == 0


def test_words_that_cannot_be_kept_are_refused_with_their_place(proposal, articles, legal):
    for body, sentence in [
        ("", "Write the wording of what is inserted."),
        (" \n　", "Write the wording of what is inserted."),
        (
            "One line,\r\nand an\x00other.",
            "Line 2, column 7 holds a character that cannot be printed (U+0000); remove it.",
        ),
        (
            "half \ud800",
            "Line 1, column 6 holds a character that cannot be printed (U+D800); remove it.",
        ),
        ("x" * 100_001, "The text has 100001 characters; at most 100000 are possible."),
    ]:
        with pytest.raises(Refused) as refused:
            insert(proposal, legal, articles[3].key, "A", body)
        assert refused.value.sentence == sentence
    with pytest.raises(Refused) as refused:
        insert(proposal, legal, articles[3].key, "x" * 301)
    assert refused.value.sentence == "The text has 301 characters; at most 300 are possible."
    with pytest.raises(Refused) as refused:
        insert(proposal, legal, articles[3].key, "A", numbering="keep")
    assert refused.value.sentence == (
        "Only what is inserted can take a branch number; only what is deleted can keep its number."
    )
    with pytest.raises(Refused) as refused:
        insert(proposal, legal, articles[3].key, "A", numbering="elsewhere")
    assert refused.value.sentence == "numbering: Value 'elsewhere' is not a valid choice."
    assert Change.objects.count() == 0
    change = insert(proposal, legal, articles[3].key, "(Capital)", "One\r\ntwo\n\n")
    assert (change.caption_en, change.body_en) == ("Capital", "One\ntwo")


def test_markup_is_kept_as_it_was_typed(proposal, articles, legal):
    body = "<script>alert(1)</script> & <b>{{ x }}</b> {% y %} 'quoted' \"twice\""
    change = insert(proposal, legal, articles[3].key, "<i>", body)
    change.refresh_from_db()
    assert (change.caption_en, change.body_en) == ("<i>", body)


def test_an_amendment_keeps_only_what_differs(proposal, articles, legal):
    with pytest.raises(Refused) as refused:
        editing.add_change(
            proposal,
            by=legal,
            operation="replace",
            at=articles[5].key,
            caption_en="Chairman",
            body_en=(
                "The President shall chair a general meeting.\r\n2 The preceding paragraph applies."
            ),
        )
    assert refused.value.sentence == "Nothing here differs from the present wording."
    with pytest.raises(Refused) as refused:
        editing.add_change(proposal, by=legal, operation="replace", at=articles[5].key, body_en="")
    assert refused.value.sentence == "The wording is empty. Delete the article if it is to go."
    change = editing.add_change(
        proposal,
        by=legal,
        operation="replace",
        at=articles[5].key,
        caption_en="(Chairman)",
        body_en=CHAIR,
    )
    assert (change.caption_en, change.body_en) == (None, CHAIR)
    change = editing.save_change(change, by=legal, version=1, caption_en="")
    assert (change.caption_en, change.body_en, change.version) == ("", CHAIR, 2)


@pytest.fixture
def citing(proposal, articles, legal):
    """An insertion that cites Articles 2 and 5, of which the second has become Article 6."""
    made = insert(proposal, legal, articles[6].key, "Citing", "As set out in Articles 2 and 5.")
    insert(proposal, legal, articles[3].key, "Capital")
    made.refresh_from_db()
    return made


def test_citations_typed_follow_later_insertions(proposal, articles, citing):
    assert citing.citation_targets == {
        "article:2": articles[2].key,
        "article:5": articles[5].key,
    }
    assert body_of(proposal, citing.key) == "As set out in Articles 2 and 6."


def test_a_form_shows_citations_in_the_numbers_of_the_moment(proposal, citing):
    shown = current_wording(citing, draft(proposal, "en"), "en")
    assert shown == {"caption": "Citing", "body": "As set out in Articles 2 and 6."}


def test_what_is_typed_over_a_citation_speaks_the_numbers_of_the_moment(
    proposal, articles, citing, legal
):
    saved = editing.save_change(
        citing, by=legal, version=1, body_en="As set out in Articles 2, 4 and 6."
    )
    insert(proposal, legal, "start", "Start")
    assert saved.citation_targets["article:4"] == Change.objects.get(caption_en="Capital").key
    assert saved.citation_targets["article:6"] == articles[5].key
    assert body_of(proposal, saved.key) == "As set out in Articles 3, 5 and 7."


def test_words_not_given_are_brought_to_the_numbers_of_the_moment(proposal, articles, legal):
    citing = insert(proposal, legal, articles[6].key, "Citing", "As set out in Article 5.")
    insert(proposal, legal, articles[3].key, "Capital")
    citing = editing.save_change(citing, by=legal, version=1, caption_en="Cited")
    assert citing.body_en == "As set out in Article 6."
    assert citing.citation_targets == {"article:6": articles[5].key}
    insert(proposal, legal, articles[3].key, "More capital")
    assert body_of(proposal, citing.key) == "As set out in Article 7."


def test_what_it_inserts_itself_can_be_cited(proposal, articles, legal):
    own = insert(proposal, legal, articles[3].key, "Own", "Article 4 means this one.")
    assert own.citation_targets == {"article:4": own.key}
    insert(proposal, legal, articles[1].key, "Before")
    assert body_of(proposal, own.key) == "Article 5 means this one."


def test_the_following_article_is_the_one_it_was_when_it_was_typed(proposal, articles, legal):
    words = "Who asks:\n(1) a member; or\n(2) who may under the following article."
    citing = insert(proposal, legal, articles[3].key, "Rights", words)
    assert citing.citation_targets == {"en the following article": articles[4].key}
    between = insert(proposal, legal, citing.key, "Between", "The preceding article is in force.")
    told = [
        (one.outcome, one.before, one.after)
        for one in draft(proposal, "en").consequences
        if one.key.startswith((citing.key, between.key))
    ]
    assert told == [
        ("shifted", "the following article", "Article 6"),
        ("kept", "The preceding article", "The preceding article"),
    ]
    assert body_of(proposal, citing.key) == words.replace("the following article", "Article 6")


def test_two_new_articles_that_change_places_keep_what_they_cite(proposal, articles, legal):
    one = insert(proposal, legal, articles[3].key, "One", "There is a gate.")
    two = insert(proposal, legal, one.key, "Two", "The gate of the preceding article is red.")
    editing.save_change(two, by=legal, version=1, after=articles[3].key, first=True)
    assert body_of(proposal, two.key) == "The gate of Article 5 is red."
    two.refresh_from_db()
    editing.save_change(two, by=legal, version=two.version, after=one.key)
    assert body_of(proposal, two.key) == "The gate of the preceding article is red."


def test_numbers_typed_on_a_page_that_is_out_of_date_are_refused(proposal, articles, legal):
    shown = draft(proposal, "en").numbers_version
    insert(proposal, legal, articles[1].key, "By somebody else")
    with pytest.raises(Refused) as refused:
        insert(proposal, legal, articles[3].key, "A", "See Article 3.", numbers_version=shown)
    assert refused.value.sentence == (
        "The numbers of the proposed articles have changed since this page was opened."
        " Check the numbers cited (article:3) and save again."
    )
    with pytest.raises(Refused, match=r"numbers cited \(the preceding article\)"):
        insert(
            proposal,
            legal,
            articles[3].key,
            "A",
            "See the preceding article.",
            numbers_version=shown,
        )
    insert(proposal, legal, articles[3].key, "A", "Cites nothing.", numbers_version=shown)
    insert(
        proposal,
        legal,
        articles[3].key,
        "A",
        "See Article 3.",
        numbers_version=draft(proposal, "en").numbers_version,
    )


def test_a_stale_save_is_a_conflict_that_carries_both_versions(
    proposal, articles, legal, colleague
):
    opened = insert(proposal, legal, articles[3].key, "Capital", "One.")
    editing.save_change(opened, by=colleague, version=1, body_en="Two.")
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_change(opened, by=legal, version=1, body_en="Three.", caption_en="Capital")
    assert conflict.value.stored.body_en == "Two."
    assert conflict.value.stored.version == 2
    assert conflict.value.typed == {"body_en": "Three.", "caption_en": "Capital"}
    assert conflict.value.sentence == (
        "Somebody saved this while you were writing; both versions are shown."
    )
    with pytest.raises(editing.Conflict):
        editing.remove_change(opened, by=legal, version=1)
    editing.save_change(opened, by=legal, version=2, body_en="Three.")
    editing.remove_change(opened, by=colleague)
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_change(opened, by=legal, version=3, body_en="Four.")
    assert conflict.value.stored is None
    assert conflict.value.typed == {"body_en": "Four."}
    with pytest.raises(editing.Conflict):
        editing.remove_change(opened, by=legal)


def test_what_stands_after_a_removed_insertion_takes_its_place(proposal, articles, legal):
    insert(proposal, legal, articles[3].key, "A")
    removed = insert(proposal, legal, articles[3].key, "B")
    insert(proposal, legal, articles[3].key, "C")
    one = insert(proposal, legal, removed.key, "B1")
    insert(proposal, legal, removed.key, "B2")
    insert(proposal, legal, one.key, "B1a")
    editing.add_change(proposal, by=legal, operation="move", at=articles[6].key, after=removed.key)
    before = outline(proposal)
    assert before == [
        "1 Trade Name",
        "2 Objects",
        "3 Location",
        "4 A",
        "5 B",
        "6 B1",
        "7 B1a",
        "8 B2",
        "9 Term",
        "10 C",
        "11 Shares",
        "12 Chairman",
    ]
    editing.remove_change(removed, by=legal)
    assert [name.partition(" ")[2] for name in outline(proposal)] == [
        name.partition(" ")[2] for name in before if name != "5 B"
    ]
    one.refresh_from_db()
    assert (one.anchor_article, one.anchor_change) == (articles[3], None)
    (gone,) = Change.history.filter(id=removed.pk, history_type="-")
    assert gone.history_user == legal


def test_the_next_one_takes_over_a_new_supplementary_part(proposal, articles, legal):
    first = insert(
        proposal,
        legal,
        "supplementary",
        "A",
        new_part_title_en="Supplementary Provisions",
    )
    second = insert(proposal, legal, "supplementary", "B")
    insert(proposal, legal, second.key, "B1")
    insert(proposal, legal, "supplementary", "C")
    assert outline(proposal)[6:] == ["|", "1 A", "2 B", "3 B1", "4 C"]
    editing.remove_change(first, by=legal)
    assert outline(proposal)[6:] == ["|", "1 B", "2 B1", "3 C"]
    second.refresh_from_db()
    assert (second.new_part, second.new_part_title_en) == (True, "Supplementary Provisions")
    editing.remove_change(second, by=legal)
    for change in Change.objects.all():
        editing.remove_change(change, by=legal)
    assert Change.objects.count() == 0
    assert len(outline(proposal)) == 6


def test_an_insertion_is_placed_elsewhere_with_what_stands_after_it(proposal, articles, legal):
    first = insert(proposal, legal, articles[3].key, "A")
    after_it = insert(proposal, legal, first.key, "A1")
    for after in (first.key, after_it.key):
        with pytest.raises(Refused) as refused:
            editing.save_change(first, by=legal, version=1, after=after)
        assert refused.value.sentence == "This cannot stand after what stands after it."
    first = editing.save_change(first, by=legal, version=1, after=articles[1].key)
    assert outline(proposal)[:4] == ["1 Trade Name", "2 A", "3 A1", "4 Objects"]
    with pytest.raises(editing.Conflict) as conflict:
        editing.save_change(first, by=legal, version=1, after=articles[2].key)
    assert conflict.value.typed == {"after": articles[2].key}


def test_an_existing_supplementary_part_is_a_place_of_its_own(company, proposal, articles, legal):
    part = supplementary_part(company)
    old = wording(article(part), 1, imported(company, date(2012, 7, 1)), caption_en="Old")
    insert(proposal, legal, part.key, "First in it")
    insert(proposal, legal, old.key, "Behind it")
    insert(proposal, legal, "supplementary", "In a part of its own")
    assert outline(proposal)[6:] == [
        "|",
        "1 First in it",
        "2 Old",
        "3 Behind it",
        "|",
        "1 In a part of its own",
    ]
