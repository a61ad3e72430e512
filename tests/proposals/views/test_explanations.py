"""Why a row reads as it does, and what is chosen instead."""

import pytest

from governance.models import Wording
from proposals import editing
from proposals.draft.derive import draft
from proposals.models import Change, Proposal
from proposals.views.explanations import explanations
from tests.proposals.views.drafting import add, amend

DESK = "/proposals/3774-21-1/table/"


def drafted(proposal):
    return draft(Proposal.objects.select_related("company", "meeting").get(pk=proposal.pk), "en")


def told(proposal, key):
    """What is told of a provision: about, words, sentence, labels of the choices."""
    return [
        (one.about, one.words, one.sentence, [choice.label for choice in one.choices])
        for one in explanations(drafted(proposal), key)
    ]


@pytest.fixture
def chosen(signed_in, legal, proposal):
    """`chosen(key, "By number")`: what that choice, made at the row of `key`, answers."""
    client = signed_in(legal)

    def choose(key, label):
        (choice,) = (
            choice
            for one in explanations(drafted(proposal), key)
            for choice in one.choices
            if choice.label.startswith(label)
        )
        return client.post(f"{DESK}act/", {"do": choice.act, **choice.values})

    return choose


def body(proposal, key):
    return drafted(proposal).proposed.by_key(key).body


def test_a_number_is_told_with_what_moves_it(proposal, articles, legal, chosen):
    new = add(proposal, legal, articles[1].key)
    number = ("Number", "", "Article 2 becomes Article 3, because of Article 2 (Seal).")
    branch = ["A branch number for Article 2 (Seal) instead"]
    assert (*number, branch) in told(proposal, articles[2].key)
    own = ("Number", "", "It takes the next number; what follows moves.")
    assert (*own, ["A branch number instead"]) in told(proposal, new.key)
    assert chosen(articles[2].key, "A branch number").status_code == 200
    new.refresh_from_db()
    assert new.numbering == "branch"
    assert "Number" not in [one[0] for one in told(proposal, articles[2].key)]
    assert chosen(new.key, "Renumber what follows").status_code == 200
    assert (*own, ["A branch number instead"]) in told(proposal, new.key)


def test_a_followed_citation_is_kept_or_written_otherwise(proposal, articles, legal, chosen):
    add(proposal, legal, articles[1].key)
    key = articles[4].key  # "Shares are issued under Article 2."
    followed = "Article 2 → Article 3"
    (one,) = (one for one in told(proposal, key) if one[0] == "Citation")
    assert (one[1], one[3]) == (followed, ["Keep “Article 2”"])
    assert chosen(key, "Keep").status_code == 200
    assert body(proposal, key) == "Shares are issued under Article 2."
    editing.undo(proposal, by=legal)
    assert body(proposal, key) == "Shares are issued under Article 3."


def test_a_citation_is_absolute_or_relative(proposal, articles, legal, chosen):
    key = articles[5].key
    amend(proposal, legal, articles[5], "Article 4 applies. So does the following Article.")
    labels = [one[3] for one in told(proposal, key) if one[0] == "Citation"]
    assert labels == [["By place: “The preceding Article”"], ["By number: “Article 6”"]]
    assert chosen(key, "By place").status_code == 200
    assert body(proposal, key).startswith("The preceding Article applies.")
    assert chosen(key, "By number: “Article 6”").status_code == 200
    assert body(proposal, key).endswith("So does Article 6.")
    assert chosen(key, "By number: “Article 4”").status_code == 200
    assert body(proposal, key).startswith("Article 4 applies.")
    assert Change.objects.count() == 1


def test_a_citation_that_no_longer_stands_is_refused(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[5], "Article 4 applies.")
    client = signed_in(legal)
    for citation, style in (
        (f"{articles[5].key}/paragraph:1@0:3-9", "relative"),
        (f"{articles[5].key}/paragraph:1@0:0-9", "keep"),
        ("", ""),
    ):
        sent = {"do": "reword", "citation": citation, "style": style}
        assert client.post(f"{DESK}act/", sent).status_code == 422
    assert body(proposal, articles[5].key) == "Article 4 applies."


def test_a_pair_is_a_deleted_and_a_new_article_or_one_amended(proposal, articles, legal, chosen):
    key = articles[5].key
    amend(proposal, legal, articles[5], "The Chair of Article 4 presides.")
    shown = drafted(proposal).table.rows
    assert chosen(key, "A deleted and a new").status_code == 200
    deleting, inserting = sorted(Change.objects.all(), key=lambda one: one.operation)
    assert (deleting.operation, inserting.operation) == ("delete", "insert")
    kinds = [row.kind for row in drafted(proposal).table.rows]
    assert kinds.count("deleted") == kinds.count("inserted") == 1
    assert body(proposal, inserting.key) == "The Chair of Article 4 presides."
    assert drafted(proposal).proposed.by_key(inserting.key).number.main == 5
    assert chosen(inserting.key, "The new wording of Article 5 (Chairman)").status_code == 200
    assert drafted(proposal).table.rows == shown
    assert Change.objects.get().operation == "replace"


def test_rows_runs_and_days_are_told(proposal, articles, legal):
    change = amend(proposal, legal, articles[5], "The Chair presides.")
    day = "It takes effect on Wednesday, June 26, 2013, the day of the whole proposal."
    assert ("Day", "", day, []) in told(proposal, articles[5].key)
    row = "It is the same article before and after, in other words."
    assert ("Row", "", row, ["A deleted and a new article instead"]) in told(
        proposal, articles[5].key
    )
    assert told(proposal, articles[2].key)[0][2].startswith("Nothing changes here")
    editing.remove_change(change, by=legal)
    editing.add_change(proposal, by=legal, operation="delete", at=articles[2].key)
    gone = ("Number", "", "Its number is given up; what follows moves.")
    assert (*gone, ["Keep the number instead"]) in told(proposal, articles[2].key)
    assert Wording.objects.count() == 8


def test_the_page_explains_a_row_without_a_script(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[5], "The Chair presides.")
    key = articles[5].key
    page = signed_in(legal).get(f"/proposals/3774-21-1/?why={key}").content.decode()
    assert "It is the same article before and after" in page
    strip = signed_in(legal).get(f"{DESK}strip/?key={key}&do=why").json()["strip"]
    assert "It is the same article before and after" in strip
