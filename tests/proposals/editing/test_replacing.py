"""Words replaced in all articles: one change for each, one step, each hit accepted or not."""

import pytest

from governance.models import Company
from governance.people.refused import Refused
from proposals import editing
from proposals.draft.derive import draft
from proposals.draft.found_words import WordPair, find_in_draft
from proposals.draft.rows import load_rows
from proposals.models import Change, DraftStep, Proposal
from tests.proposals.editing.test_changes import insert
from tests.rows import article, supplementary_part, wording
from tests.rows import imported as imported_on


def fresh(proposal):
    return Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk)


def hits(proposal, searched, replacement="Firm", language="en"):
    pair = WordPair(searched, replacement)
    return find_in_draft(load_rows(fresh(proposal)), language, pair)


def replace_all(proposal, by, language="en", **pair):
    pairs = {language: WordPair(**pair)}
    names = [one.name for one in hits(proposal, language=language, **pair) if one.is_accepted]
    return editing.replace_words(fresh(proposal), by=by, pairs=pairs, accepted=names)


def body(proposal, key, language="en"):
    return draft(fresh(proposal), language).proposed.by_key(key).body


def test_accepted_hits_are_one_step_and_one_change_an_article(proposal, articles, legal, colleague):
    before = draft(fresh(proposal), "en").table.rows
    replaced = replace_all(proposal, legal, searched="Company", replacement="Firm")
    assert [one.where for one in replaced] == [
        "Article 1 (Trade Name)",
        "Article 2 (Objects)",
        "Article 3 (Location)",
    ]
    assert [one.act for one in DraftStep.objects.all()] == ["words.replaced"]
    assert Change.objects.count() == 3
    assert body(proposal, articles[1].key) == "The Firm shall be called Example Inc."
    editing.undo(fresh(proposal), by=colleague)
    assert draft(fresh(proposal), "en").table.rows == before
    editing.redo(fresh(proposal), by=legal)
    assert Change.objects.count() == 3


def test_hits_not_accepted_stay(proposal, articles, legal):
    first, *_others = hits(proposal, "Company")
    pairs = {"en": WordPair("Company", "Firm")}
    editing.replace_words(fresh(proposal), by=legal, pairs=pairs, accepted=[first.name])
    assert Change.objects.get().target == articles[1]


def test_captions_and_headings_are_looked_through_too(proposal, articles, legal):
    replaced = replace_all(proposal, legal, searched="Shares", replacement="Units")
    assert {(one.where, one.line) for one in replaced} == {
        ("CHAPTER II. Shares", -1),
        ("Article 4 (Shares)", -1),
        ("Article 4 (Shares)", 0),
    }
    assert draft(fresh(proposal), "en").proposed.by_key(articles[4].key).caption == "Units"
    assert body(proposal, articles[4].key) == "Units are issued under Article 2."


def test_words_are_put_into_changes_that_are_there(proposal, articles, legal):
    change = insert(proposal, legal, articles[3].key, "Seal", "The Company has Company seals.")
    amended = editing.add_change(
        proposal, by=legal, operation="replace", at=articles[1].key, body_en="The Firm is ours."
    )
    replace_all(proposal, legal, searched="Company", replacement="Firm")
    change.refresh_from_db()
    assert (change.body_en, change.version) == ("The Firm has Firm seals.", 2)
    replace_all(proposal, legal, searched="The Firm is ours", replacement="x")
    # Words that stand again as at present take the change back.
    pair = {"searched": "x", "replacement": "The Company shall be called Example Inc"}
    replace_all(proposal, legal, **pair)
    assert not Change.objects.filter(pk=amended.pk).exists()


def test_citations_are_told_and_follow_what_they_are_made_to_name(proposal, articles, legal):
    (one,) = hits(proposal, "Article 5", "Article 3")
    assert (one.is_citation, one.is_accepted, one.hit.whole) == (True, False, "Article 5")
    pairs = {"en": WordPair("Article 5", "Article 3")}
    editing.replace_words(fresh(proposal), by=legal, pairs=pairs, accepted=[one.name])
    insert(proposal, legal, articles[1].key, "Seal")
    assert body(proposal, articles[6].key).endswith("Article 4 notwithstanding.")


def test_words_that_changed_since_they_were_found_are_refused(proposal, articles, legal):
    names = [one.name for one in hits(proposal, "Company")]
    editing.add_change(
        proposal, by=legal, operation="replace", at=articles[1].key, body_en="The Company is it."
    )
    pairs = {"en": WordPair("Company", "Firm")}
    with pytest.raises(Refused, match="have changed since"):
        editing.replace_words(fresh(proposal), by=legal, pairs=pairs, accepted=names)
    assert Change.objects.count() == 1


def test_both_languages_are_one_change_and_old_provisions_speak_of_their_time(
    proposal, company, articles, legal
):
    Company.objects.filter(pk=company.pk).update(keeps_japanese=True)
    old = imported_on(company)
    part = supplementary_part(company)
    both = article(articles[1].part)
    wording(both, 7, old, position=70, body_en="The Company.", body_ja="当会社は当会社法人である。")
    first = article(part)
    wording(first, 1, old, body_en="The Company began.", body_ja="当会社は始まった。")
    pairs = {"en": WordPair("Company", "Firm"), "ja": WordPair("当会社", "当法人")}
    found = hits(proposal, "Company", "Firm") + hits(proposal, "当会社", "当法人", "ja")
    of_then = [one for one in found if one.is_of_its_time]
    assert {one.unit for one in of_then} == {first.key}
    assert not any(one.is_accepted for one in of_then)
    accepted = [one.name for one in found if one.is_accepted and one.unit == both.key]
    editing.replace_words(fresh(proposal), by=legal, pairs=pairs, accepted=accepted)
    change = Change.objects.get()
    assert (change.body_en, change.body_ja[:6]) == ("The Firm.", "当法人は当会")


def test_who_may_not_edit_replaces_nothing(proposal, articles, secretary):
    with pytest.raises(Refused):
        replace_all(proposal, secretary, searched="Company", replacement="Firm")
