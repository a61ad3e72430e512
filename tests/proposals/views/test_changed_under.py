"""A draft whose articles change under it: carried over by identity, each overlap decided."""

from datetime import date

import pytest

from governance import record
from proposals import editing
from proposals.draft.derive import draft
from proposals.models import Change, Proposal
from tests.proposals.views.drafting import amend, form_of
from tests.rows import article, days, imported, wording

PATH = "/proposals/3774-21-1/"


def fresh(proposal):
    return Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk)


def errors(proposal):
    return [one.code for one in draft(fresh(proposal), "en").errors if one.code.startswith("pres")]


@pytest.fixture
def corrected(proposal, articles, legal, secretary):
    """A draft that amends Article 5 and deletes Article 3; then the record of both is corrected."""
    amend(proposal, legal, articles[5])
    editing.add_change(proposal, by=legal, operation="delete", at=articles[3].key)
    for number, body in ((5, "The Chief shall chair a general meeting."), (3, "In Kyoto.")):
        record.correct(
            articles[number].wordings.get(), reason="A slip.", by=secretary, body_en=body
        )
    return fresh(proposal)


def test_what_was_corrected_under_a_draft_is_named_and_kept_or_taken_back(
    signed_in, corrected, articles, legal, secretary, stranger
):
    client = signed_in(legal)
    assert errors(corrected) == ["present-changed", "present-changed"]
    shown = client.get(PATH).context["changed_under"]
    assert [one["name"] for one in shown] == ["Article 5 (Chairman)", "Article 3 (Location)"]
    texts = ["".join(span.text for span in line) for line in shown[0]["difference"].after]
    assert texts == ["Chairman", "The Chief shall chair a general meeting."]
    amended, deleted = (one["change"] for one in shown)
    where = f"{PATH}changes/{amended.pk}/decide/"
    assert client.post(where, {"do": "keep", "over": "1"}).status_code == 403
    client.post(where, {"do": "keep", "over": shown[0]["over"]})
    assert errors(corrected) == ["present-changed"]
    client.post(f"{PATH}changes/{deleted.pk}/decide/", {"do": "take-back"})
    assert errors(corrected) == []
    assert list(Change.objects.all()) == [amended]
    done = [one.done for one in client.get(PATH).context["events"]][:2]
    assert done == [
        "Taken back: Article 3 (Location)",
        "Kept over a changed present wording: Article 5 (Chairman)",
    ]
    editing.undo(corrected, by=legal)
    editing.undo(corrected, by=legal)
    assert errors(corrected) == ["present-changed", "present-changed"]
    assert signed_in(secretary).post(where, {"do": "keep"}).status_code == 403
    assert signed_in(stranger).post(where, {"do": "keep"}).status_code == 404


def test_words_written_anew_decide(corrected, articles, legal):
    change = Change.objects.get(operation="replace")
    editing.save_change(change, by=legal, version=1, effective_on=date(2013, 7, 1))
    assert errors(corrected) == ["present-changed", "present-changed"]
    change.refresh_from_db()
    editing.save_change(change, by=legal, version=2, body_en="The Chair presides.")
    assert errors(corrected) == ["present-changed"]


def test_article_that_another_day_does_not_have_is_shown_and_not_lost(
    signed_in, proposal, articles, legal
):
    later = imported(proposal.company, date(2013, 1, 10))
    new = article(articles[6].part)
    wording(new, 7, later, position=70, caption_en="Short", body_en="Not for long.")
    editing.add_change(
        proposal, by=legal, operation="replace", at=new.key, body_en="For a long time."
    )
    client = signed_in(legal)
    client.post(f"{PATH}dates/", form_of(client, f"{PATH}dates/") | {"base_day": "2013-01-09"})
    (shown,) = client.get(PATH).context["changed_under"]
    assert (shown["name"], shown["over"], shown["own"]) == ("Short", "", ["For a long time."])
    client.post(f"{PATH}dates/", form_of(client, f"{PATH}dates/") | {"base_day": "2013-05-24"})
    assert client.get(PATH).context["changed_under"] == []
    client.post(f"{PATH}dates/", form_of(client, f"{PATH}dates/") | {"base_day": "2013-01-09"})
    (shown,) = client.get(PATH).context["changed_under"]
    places = [value for _group, several in shown["places"] for value, _name in several]
    where = f"{PATH}changes/{shown['change'].pk}/decide/"
    assert articles[6].key in places
    client.post(where, {"do": "insert", "after": articles[6].key})
    (made,) = Change.objects.all()
    assert (made.operation, made.body_en) == ("insert", "For a long time.")
    assert made.anchor_article == articles[6]
    page = client.get(PATH)
    assert (page.context["changed_under"], errors(proposal)) == ([], [])
    editing.undo(proposal, by=legal)
    assert Change.objects.get().target == new


def test_a_later_amendment_of_an_article_is_told_before_the_day_moves(
    signed_in, proposal, articles, legal
):
    amend(proposal, legal, articles[5])
    client = signed_in(legal)
    assert client.get(PATH).context["amended_later"] == []
    later = imported(proposal.company, date(2013, 5, 30))
    old = articles[5].wordings.get()
    old.ended_by, old.ended_on = later, later.adopted_on
    old.in_force = days(old.adopted_on, later.adopted_on)
    old.save()
    wording(articles[5], 5, later, position=50, caption_en="Chairman", body_en="The Chief chairs.")
    page = client.get(PATH)
    (told,) = page.context["amended_later"]
    assert (told["name"], told["day"]) == ("Article 5 (Chairman)", date(2013, 5, 30))
    assert "Thursday, May 30, 2013" in page.content.decode()
    client.post(f"{PATH}dates/", form_of(client, f"{PATH}dates/") | {"base_day": "2013-05-30"})
    page = client.get(PATH)
    assert page.context["amended_later"] == []
    assert [one["name"] for one in page.context["changed_under"]] == ["Article 5 (Chairman)"]


def test_nothing_changed_is_no_overlap(proposal, articles, legal):
    amend(proposal, legal, articles[5])
    assert errors(proposal) == []
