"""The page of a proposal and the list: who sees what, what it shows, and at what price."""

import pytest

from governance.models import AuditEntry
from proposals import editing
from proposals.models import Proposal
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, add, amend, complete
from tests.releases import publish

PATH = "/proposals/3774-21-1/"
LIST = "/3774/proposals/"


def shown(page):
    """The rows by kind, with the sides' first lines."""
    return [
        (row.kind, row.present.lines[0].text, row.proposed.lines[0].text)
        for group in page.context["groups"]
        for row in group.rows
        if group.kind == "printed"
    ]


def folds(page):
    """What is folded or unfolded, by its name, and whether it is open."""
    return [(one.name, one.is_open) for one in page.context["groups"] if one.kind == "fold"]


def test_four_people_and_a_draft(signed_in, proposal, legal, secretary, reader, stranger):
    answers = [
        signed_in(user).get(PATH).status_code for user in (legal, secretary, reader, stranger)
    ]
    assert answers == [200, 200, 404, 404]
    listed = [
        [one.address for one in signed_in(user).get(LIST).context["proposals"]]
        for user in (legal, secretary, reader)
    ]
    assert listed == [["3774-21-1"], ["3774-21-1"], []]
    assert signed_in(stranger).get(LIST).status_code == 404


def test_readers_are_told_why_the_list_is_empty(signed_in, proposal, reader):
    page = signed_in(reader).get(LIST).content.decode()
    assert "Readers see a proposal once it is released." in page
    assert "3774-21-1" not in page


def test_readers_see_what_is_released(signed_in, proposal, legal, secretary, reader, stranger):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    assert signed_in(reader).get(PATH).status_code == 404
    publish(proposal, by=secretary)
    page = signed_in(reader).get(PATH)
    assert page.status_code == 200
    assert "DRAFT" not in page.content.decode()
    assert "Download PDF" in page.content.decode()
    assert signed_in(stranger).get(PATH).status_code == 404


def test_table_is_that_of_the_paper_and_opens_what_it_leaves_out(
    signed_in, proposal, articles, legal, secretary
):
    amend(proposal, legal, articles[5])
    page = signed_in(legal).get(PATH)
    assert shown(page) == [("amended", "(Chairman)", "(Chairman)")]
    assert folds(page) == [
        ("CHAPTER I. General Provisions · Article 1 to Article 3", False),
        ("CHAPTER II. Shares · Article 4", False),
        ("Article 6", False),
    ]
    # Whoever may not edit reads the same, and may comment.
    page = signed_in(secretary).get(PATH)
    assert shown(page) == [("amended", "(Chairman)", "(Chairman)")]
    assert len(folds(page)) == 3
    offered = {action.label for group in page.context["groups"] for action in group.actions}
    assert offered == {"Comment"}


def test_fold_opens_into_its_wording(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[5])
    page = signed_in(legal).get(f"{PATH}?open=a{articles[2].pk},nonsense")
    assert [is_open for _name, is_open in folds(page)] == [True, False, False]
    opened = [group for group in page.context["groups"] if group.kind == "unit"]
    assert [group.name for group in opened] == [
        "CHAPTER I. General Provisions",
        "Article 1 (Trade Name)",
        "Article 2 (Objects)",
        "Article 3 (Location)",
    ]
    assert [line.text for line in opened[3].rows[0].present.lines] == [
        "(Location)", "Article 3.", "The Company shall have its head office in Tokyo.",
    ]  # fmt: skip
    whole = signed_in(legal).get(f"{PATH}?open=all")
    assert all(is_open for _name, is_open in folds(whole))


def test_what_is_renumbered_alone_is_shown_with_its_numbers(signed_in, proposal, articles, legal):
    add(proposal, legal, f"a{articles[1].pk}")
    page = signed_in(legal).get(f"{PATH}?open=a{articles[2].pk}")
    two = next(one for one in page.context["groups"] if one.id == f"row-a{articles[2].pk}")
    numbers = [cell.lines[1].text for cell in (two.rows[0].present, two.rows[0].proposed)]
    assert (two.kind, numbers) == ("unit", ["Article 2.", "Article 3."])


def test_draft_without_a_change_shows_the_articles_whole(signed_in, proposal, articles, legal):
    page = signed_in(legal).get(PATH)
    assert [is_open for _name, is_open in folds(page)] == [True, True]
    assert sum(group.kind == "unit" for group in page.context["groups"]) == 8
    assert "left as" not in page.content.decode()


def test_reader_is_not_told_what_only_others_may(signed_in, proposal, legal, secretary, reader):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    moves.approve(proposal, by=secretary, at=NOW)
    publish(proposal, by=secretary)
    page = signed_in(reader).get(PATH)
    assert page.context["buttons"] == []
    assert "may edit" not in page.content.decode()
    assert "disabled" not in page.content.decode()


def test_findings_and_what_is_missing_lead_to_their_place(signed_in, proposal, articles, legal):
    change = amend(proposal, legal, articles[5], "Article 99 applies.")
    page = signed_in(legal).get(PATH)
    (finding,) = page.context["findings"]
    assert (finding["where"], finding["url"]) == ("Article 5 (Chairman)", f"#row-a{articles[5].pk}")
    missing = page.context["buttons"][0].missing
    assert [(one["sentence"], one["url"]) for one in missing] == [
        ("The change of Article 5 has no reason.", f"{PATH}reasons/"),
        (
            "Article 5: Article 99 names no provision of these articles.",
            f"?language=en&open=a{articles[5].pk}#row-a{articles[5].pk}",
        ),
    ]
    editing.remove_change(change, by=legal)
    editing.add_change(proposal, by=legal, operation="delete", at=f"a{articles[5].pk}")
    gone = signed_in(legal).get(PATH).context["changed"]
    assert f"#gone-a{articles[5].pk}" in [entry.url for entry in gone]


def test_actions_of_a_row_depend_on_what_was_done_to_it(signed_in, proposal, articles, legal):
    change = amend(proposal, legal, articles[5])
    rows = signed_in(legal).get(f"{PATH}?open=all").context["groups"]
    amended = next(one for one in rows if one.kind == "printed")
    assert [(action.label, action.key) for action in amended.actions] == [
        ("Edit", "e"), ("Move", "m"), ("Insert after", "i"), ("Take back", "d"),
        ("Why this?", "w"), ("Comment", "c"),
    ]  # fmt: skip
    assert amended.actions[0].url == f"{PATH}changes/{change.pk}/"
    untouched = next(one for one in rows if one.id == f"row-a{articles[1].pk}")
    assert [action.label for action in untouched.actions] == [
        "Amend",
        "Insert after",
        "Delete",
        "Move",
        "Why this?",
        "Comment",
    ]
    assert untouched.actions[1].url == f"{PATH}changes/insert/?after=a{articles[1].pk}"


def test_outline_marks_what_becomes_of_each(signed_in, proposal, articles, legal):
    add(proposal, legal, f"a{articles[1].pk}", caption="Seal")
    amend(proposal, legal, articles[5])
    editing.add_change(proposal, by=legal, operation="delete", at=f"a{articles[3].pk}")
    outline = signed_in(legal).get(PATH).context["outline"]
    assert [(one.number, one.title, one.mark) for one in outline if one.kind == "article"] == [
        ("1", "Trade Name", ""),
        ("2", "Seal", "new"),
        ("2 → 3", "Objects", ""),
        ("3", "Location", "gone"),
        ("4", "Shares", "changed"),
        ("5", "Chairman", "changed"),
        ("6", "Term", ""),
    ]


def test_what_followed_stands_in_the_margin(signed_in, proposal, articles, legal):
    add(proposal, legal, f"a{articles[1].pk}")
    page = signed_in(legal).get(PATH)
    followed = page.context["consequences"]["followed"]
    assert [(one.where, one.after) for one in followed] == [
        ("Article 5 (Shares)", "Article 3"),
        ("Article 7 (Term)", "Article 6"),
    ]


def test_next_move_is_refused_in_words_while_something_is_missing(signed_in, proposal, legal):
    button = signed_in(legal).get(PATH).context["buttons"][0]
    assert button.name == "submit"
    assert [one["sentence"] for one in button.missing] == ["The proposal has no change yet."]


def test_buttons_of_each_person_in_review(signed_in, proposal, legal, secretary):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)

    def of(user):
        return [(one.name, one.refusal) for one in signed_in(user).get(PATH).context["buttons"]]

    assert of(secretary) == [("approve", ""), ("return", "")]
    assert of(legal) == [
        ("approve", "Only a board secretary of the company may approve a proposal."),
        ("recall", ""),
    ]
    page = signed_in(legal).get(PATH).content.decode()
    assert "This proposal is in review and cannot be edited until it is returned." in page
    assert "changes/insert/" not in page


def test_steps_have_their_dates(signed_in, proposal, legal):
    steps = signed_in(legal).get(PATH).context["steps"]
    assert [(one.name, one.present) for one in steps] == [
        ("Drafting", True), ("Review", False), ("Board", False),
        ("Release", False), ("Meeting", False), ("In force", False),
    ]  # fmt: skip
    assert [str(one.day) for one in steps[2:]] == [
        "2013-05-24", "2013-05-24", "2013-06-26", "2013-06-26",
    ]  # fmt: skip


def test_opening_is_recorded(signed_in, proposal, legal, reader, stranger):
    for user in (legal, reader, stranger):
        signed_in(user).get(PATH)
    assert [(one.actor, one.what, one.about) for one in AuditEntry.objects.all()] == [
        (legal, "proposal.opened", "3774-21-1")
    ]


def test_page_takes_as_many_queries_however_much_it_shows(
    signed_in, proposal, articles, legal, django_assert_num_queries
):
    client = signed_in(legal)
    client.get(PATH)  # the articles are read once for all that follow
    amend(proposal, legal, articles[6])
    with django_assert_num_queries(23):
        client.get(PATH)
    for number in (1, 2, 3):
        add(proposal, legal, f"a{articles[number].pk}")
    complete(proposal, legal)
    with django_assert_num_queries(23):
        client.get(PATH)


def test_list_takes_as_many_queries_for_three_as_for_one(
    signed_in, proposal, legal, django_assert_num_queries
):
    client = signed_in(legal)
    with django_assert_num_queries(6):
        client.get(LIST)
    for number in (2, 3):
        Proposal.objects.create(
            company=proposal.company,
            meeting=proposal.meeting,
            number=number,
            base_day=proposal.base_day,
            title_en=f"Proposal {number}",
            created_by=legal,
        )
    with django_assert_num_queries(6):
        assert len(client.get(LIST).context["proposals"]) == 3


@pytest.mark.parametrize(
    "path",
    [
        "/proposals/3774-21-2/",
        "/proposals/3774-22-1/",
        "/proposals/9999-21-1/",
        "/proposals/3774-21-0/",
        "/proposals/3774-21-1%00/",
        "/proposals/nothing/",
        "/proposals/3774-99999999999999-1/",
        "/proposals/3774-21-1/changes/999999999999999999999/",
        "/proposals/3774-21-1/changes/1/remove/",
        "/proposals/3774-21-1/reasons/7/",
        "/proposals/3774-21-1/release/xx/",
        "/proposals/3774-21-1/release/ja/",
        "/proposals/3774-21-1/release/ja.pdf",
    ],
)
def test_what_is_not_there_is_not_found(signed_in, proposal, legal, path):
    assert signed_in(legal).get(path).status_code == 404


def test_page_in_japanese(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[5])
    page = signed_in(legal).get(PATH, headers={"Accept-Language": "ja"}).content.decode()
    assert '<html lang="ja">' in page
    assert "第21回定時株主総会" in page
    assert "2013年6月26日（水）" in page
    # The wording stays in the language that it is kept in, and says so.
    assert '<table class="comparison law on-desk editable"\n           lang="en"' in page
