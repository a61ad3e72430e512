"""What the script of the table asks for and sends: answered in JSON, to those who may edit."""

import re
from uuid import uuid4

import pytest

from governance.models import Wording
from proposals import editing
from proposals.models import Change
from tests.proposals.views.drafting import CHAIR, add, amend
from tests.rows import article, wording

PATH = "/proposals/3774-21-1/"
DESK = f"{PATH}table/"


@pytest.fixture
def sent(signed_in, legal, proposal):
    """`sent("act", do="undo")`: what is answered, as the page of legal staff gets it."""
    client = signed_in(legal)

    def send(name, **values):
        return client.post(f"{DESK}{name}/", values)

    return send


def shown_to(signed_in, user):
    """The groups that a page has, as it tells them."""
    page = signed_in(user).get(PATH)
    return ",".join(f"{one.id}:{one.digest}" for one in page.context["groups"])


def test_the_desk_is_for_those_who_edit(signed_in, proposal, articles, secretary, reader, stranger):
    key = f"a{articles[5].pk}"
    asked = (f"cell/?key={key}", f"strip/?key={key}", "panels/")
    for user, status in ((secretary, 422), (reader, 404), (stranger, 404)):
        client = signed_in(user)
        assert [client.get(f"{DESK}{one}").status_code for one in asked] == [status] * 3
        posted = [
            client.post(f"{DESK}{name}/", {"key": key, "do": "delete"}).status_code
            for name in ("act", "draw", "words", "decide")
        ]
        assert posted == [status] * 4
    assert not Change.objects.exists()
    assert signed_in(stranger).get(f"{DESK}act/").status_code == 404
    assert signed_in(secretary).get(f"{DESK}act/").status_code == 405


def test_a_cell_is_given_with_its_words_and_labels(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[5])
    cell = signed_in(legal).get(f"{DESK}cell/?key=a{articles[5].pk}").json()
    assert (cell["caption"], cell["body"], cell["version"]) == ("Chairman", CHAIR, 1)
    assert [labels[:3] for labels in cell["lists"]] == [
        ["", "2 ", "3 "],
        ["(1) ", "(2) ", "(3) "],
        ["(a) ", "(b) ", "(c) "],
    ]
    assert cell["ranges"]["lines"] == [[[4, 9]], []]
    assert "<del>President</del>" in cell["present"]
    assert signed_in(legal).get(f"{DESK}cell/?key=a99999").status_code == 404


def test_a_new_row_says_what_can_be_inserted(signed_in, proposal, articles, legal):
    client, behind = signed_in(legal), f"a{articles[2].pk}"

    def offered(**query):
        answer = client.get(f"{DESK}cell/", query).json()
        found = re.findall(r'data-kind="(\w+)"\s+data-key="(\w*)"', answer["strip"])
        return [(kind, key) for kind, key in found], answer

    usual = [("article", ""), ("chapter", "")]
    below = [("paragraph", behind), ("item", behind)]
    assert offered(after=behind, kind="article")[0] == usual + below
    assert offered(after="supplementary", kind="chapter")[0] == usual
    last = Wording.objects.get(article=articles[6])
    emptied = article(last.part)
    wording(emptied, 7, last.amendment, position=70, caption_en="", body_en="(Deleted)")
    vacant = ("vacant", f"a{emptied.pk}")
    several, answer = offered(after=behind, kind="article")
    assert several == [*usual, *below, vacant]
    assert "As Article 7, which is vacant" in answer["strip"]
    assert offered(after=vacant[1], kind="article")[0] == [*usual, vacant]
    taken = client.get(f"{DESK}cell/", {"key": vacant[1], "add": "vacant"}).json()
    assert (taken["body"], taken["added"]) == ("(Deleted)", "")
    editing.save_words(
        proposal,
        by=legal,
        cell=editing.CellToSave(vacant[1]),
        visit=editing.Visit(str(uuid4()), 1),
        caption_en="Seal",
        body_en="The Company has a seal.",
    )
    assert offered(after=behind, kind="article")[0] == usual + below
    groups = client.get(PATH).context["groups"]
    (row,) = (one.rows[0] for one in groups if one.id == f"row-{vacant[1]}")
    assert [line.text for line in row.proposed.lines][-1] == "The Company has a seal."
    assert "Article 7 (Seal)" in [one.name for one in groups]


@pytest.mark.parametrize(
    ("body", "paragraph", "item"),
    [
        ("One.", "2 ", "(1) "),
        ("One.\n2 Two:\n(1) a;\n(2) b.", "3 ", "(3) "),
        ("One:\n(1) a;\n(3) c.", "2 ", "(4) "),
        ("One:\n(1) a.\n2 Two.", "3 ", "(1) "),
    ],
)
def test_a_paragraph_and_an_item_are_added_to_an_article(
    signed_in, proposal, articles, legal, body, paragraph, item
):
    amend(proposal, legal, articles[5], body)
    asked = {"key": f"a{articles[5].pk}"}
    client = signed_in(legal)
    assert "added" not in client.get(f"{DESK}cell/", asked).json()
    for kind, label in (("paragraph", paragraph), ("item", item)):
        cell = client.get(f"{DESK}cell/", {**asked, "add": kind}).json()
        assert cell["added"] == f"{body}\n{label}"


def test_words_are_drawn_without_being_saved(sent, articles):
    key = f"a{articles[5].pk}"
    answer = sent("draw", key=key, caption="The Chairman", body=CHAIR).json()
    assert answer["ranges"] == {"caption": [[0, 3]], "lines": [[[4, 9]], []]}
    assert not Change.objects.exists()
    long = sent("draw", key=key, caption="Chairman", body="long " * 5000).json()
    assert long == {"ranges": None}


def test_words_saved_bring_the_groups_that_the_page_lacks(
    signed_in, sent, proposal, articles, legal
):
    add(proposal, legal, f"a{articles[1].pk}")
    key, visit = f"a{articles[3].pk}", str(uuid4())
    values = {"key": key, "version": 0, "visit": visit, "sending": 1, "caption": "Location"}
    have = shown_to(signed_in, legal)
    answer = sent("words", have=have, body="The head office is in Kyoto.", **values).json()
    assert (answer["key"], answer["version"]) == (key, 1)
    assert answer["saved"].startswith("Saved ")
    # The run that it was part of is parted.
    assert f"row-{key}" in answer["groups"]
    assert f"fold-a{articles[2].pk}" in answer["groups"]
    assert answer["order"].index(f"row-{key}") > answer["order"].index(f"fold-a{articles[2].pk}")
    again = sent("words", have=have, body="The head office is in Kyoto.", **values)
    assert again.json() == {"repeated": True}
    stale = values | {"visit": str(uuid4())}
    conflict = sent("words", body="Elsewhere.", **stale)
    assert (conflict.status_code, conflict.json()["conflict"]) == (409, True)
    assert sent("words", body="x", **(values | {"visit": "nonsense"})).status_code == 422
    assert Change.objects.get(target=articles[3]).body_en == "The head office is in Kyoto."


def test_page_that_is_up_to_date_lacks_nothing(signed_in, sent, proposal, articles, legal):
    amend(proposal, legal, articles[5])
    answer = sent("act", do="sync", have=shown_to(signed_in, legal)).json()
    assert (answer["order"], answer["groups"]) == (None, {})


def test_numbers_that_moved_meanwhile_are_told(signed_in, sent, proposal, articles, legal):
    key = f"a{articles[5].pk}"
    cell = signed_in(legal).get(f"{DESK}cell/?key={key}").json()
    add(proposal, legal, f"a{articles[1].pk}")
    answer = sent(
        "words",
        key=key,
        version=0,
        visit=str(uuid4()),
        sending=1,
        numbers_version=cell["numbers_version"],
        caption="Chairman",
        body="Article 2 applies.",
    )
    assert (answer.status_code, answer.json()["numbers_moved"]) == (409, True)
    assert Change.objects.count() == 1


def test_place_numbering_and_days_are_decided_in_the_strip(sent, proposal, articles, legal):
    key = f"a{articles[5].pk}"
    assert sent("decide", key=key, after=f"a{articles[1].pk}").json()["version"] == 1
    assert sent("decide", key=key, expires_on="2014-06-30").json()["version"] == 2
    change = Change.objects.get()
    assert (change.operation, str(change.expires_on)) == ("move", "2014-06-30")
    wrong = sent("decide", key=key, effective_on="soon")
    assert wrong.status_code == 422
    assert "This is no date." in wrong.json()["sentence"]
    sent("decide", key=key, after="")
    sent("decide", key=key, expires_on="")
    assert not Change.objects.exists()
    sent("act", do="delete", key=key)
    sent("decide", key=key, numbering="keep")
    assert Change.objects.get().numbering == "keep"
    made = add(proposal, legal, f"a{articles[1].pk}")
    assert sent("decide", key=made.key, effective_on="2013-07-01").json()["version"] == 2
    made.refresh_from_db()
    assert str(made.effective_on) == "2013-07-01"


def test_acts_are_done_undone_and_refused_in_words(sent, proposal, articles, legal):
    key = f"a{articles[5].pk}"
    sent("act", do="delete", key=key)
    assert Change.objects.get().operation == "delete"
    sent("act", do="undo")
    assert not Change.objects.exists()
    sent("act", do="redo")
    sent("act", do="take-back", key=key)
    assert not Change.objects.exists()
    answer = sent("act", do="redo")
    assert (answer.status_code, answer.json()) == (
        422,
        {"sentence": "There is nothing to do again."},
    )
    assert sent("act", do="nonsense").status_code == 422


def test_undo_works_without_a_script(signed_in, proposal, articles, legal, secretary):
    amend(proposal, legal, articles[5])
    client = signed_in(legal)
    assert client.get(f"{PATH}undo/").headers["Location"] == PATH
    assert signed_in(secretary).post(f"{PATH}undo/").status_code == 403
    assert client.post(f"{PATH}undo/").headers["Location"] == PATH
    assert not Change.objects.exists()
    client.post(f"{PATH}redo/")
    assert editing.last_step(proposal) is not None
    page = client.get(PATH)
    assert (page.context["can_undo"], page.context["can_redo"]) == (True, False)
