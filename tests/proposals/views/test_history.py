"""The history of a draft: each step in words, with its difference, and the draft of its moment."""

from proposals import editing
from proposals.workflow import moves
from tests.proposals.views.drafting import CHAIR, NOW, add, amend, complete, reason
from tests.releases import publish

PATH = "/proposals/3774-21-1/"


def told(page):
    return [(event.done, event.who, event.is_undone) for event in page.context["events"]]


def test_each_step_is_named_in_words(signed_in, proposal, articles, legal, secretary, colleague):
    made = add(proposal, legal, f"a{articles[1].pk}")
    change = amend(proposal, colleague, articles[5])
    editing.save_change(change, by=legal, version=1, after=made.key)
    editing.add_change(proposal, by=legal, operation="delete", at=f"a{articles[3].pk}")
    reason(proposal, legal, covers=[made])
    editing.remove_change(made, by=legal)
    editing.undo(proposal, by=colleague)
    page = signed_in(secretary).get(PATH)
    assert told(page) == [
        ("Undone: Taken back: Article 2 (Seal)", "colleague", False),
        ("Taken back: Article 2 (Seal)", "legal", True),
        ("Reason written", "legal", False),
        ("Deleted: Article 3 (Location)", "legal", False),
        ("Moved: Article 5 (Chairman)", "legal", False),
        ("Amended: Article 5 (Chairman)", "colleague", False),
        ("Inserted: Article 2 (Seal)", "legal", False),
        ("Begun", "legal", False),
    ]


def test_a_step_shows_its_difference_and_the_draft_of_its_moment(
    signed_in, proposal, articles, legal, reader, stranger
):
    change = amend(proposal, legal, articles[5])
    first = proposal.steps.get()
    editing.save_change(change, by=legal, version=1, body_en="The Chair presides.")
    editing.add_change(proposal, by=legal, operation="delete", at=f"a{articles[3].pk}")
    path = f"{PATH}history/{first.pk}/"
    page = signed_in(legal).get(path)
    (difference,) = page.context["differences"]
    marked = [
        [span.text for line in side for span in line if span.changed]
        for side in (difference.before, difference.after)
    ]
    assert marked == [["President"], ["Chair"]]
    rows = page.context["table"].shown
    assert [row.kind for row in rows] == ["deleted", "renumbered", "amended", "amended"]
    assert "".join(line.text for line in rows[2].present.lines).endswith(CHAIR.replace("\n", ""))
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    assert signed_in(legal).get(f"{PATH}history/999999/").status_code == 404
    assert [signed_in(user).get(path).status_code for user in (reader, stranger)] == [404, 404]


def test_readers_see_the_moves_alone(signed_in, proposal, articles, legal, secretary, reader):
    amend(proposal, legal, articles[5])
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    page = signed_in(reader).get(PATH)
    assert [event.done for event in page.context["events"]] == [
        "Released", "Approved", "Submitted for review", "Begun",
    ]  # fmt: skip
