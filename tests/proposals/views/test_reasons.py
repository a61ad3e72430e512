"""Writing and ordering the reasons."""

import re

import pytest

from governance.models import Company
from proposals import editing
from proposals.models import Reason
from tests.proposals.views.drafting import add, amend, reason

PATH = "/proposals/3774-21-1/reasons/"


def texts(proposal):
    return [one.body_en for one in proposal.reasons.order_by("position")]


def errors(answer):
    return {name: list(told) for name, told in answer.context["form"].errors.items()}


def test_reason_is_added_with_what_it_covers(signed_in, proposal, articles, legal, stranger):
    change = amend(proposal, legal, articles[5])
    client = signed_in(legal)
    typed = {"body_en": "Regarding Article {present:5 caption}.\nAnd so on.", "covers": [change.pk]}
    assert client.post(PATH, typed).headers["Location"] == PATH
    made = Reason.objects.get()
    assert made.body_en == f"Regarding Article {{present:@a{articles[5].pk} caption}}.\nAnd so on."
    assert list(made.changes.all()) == [change]
    assert client.get(PATH).context["reasons"][0]["paragraphs"] == [
        "Regarding Article 5 (Chairman).",
        "And so on.",
    ]
    assert signed_in(stranger).post(PATH, typed).status_code == 404


def test_numbers_are_live(signed_in, proposal, articles, legal):
    made = reason(proposal, legal, "Article {proposed:5} changes.")
    add(proposal, legal, f"a{articles[1].pk}")
    page = signed_in(legal).get(f"{PATH}{made.pk}/")
    assert page.context["form"]["body_en"].value() == "Article [proposed 6] changes."
    assert page.context["printed"][0]["paragraphs"] == ["Article 6 changes."]
    six = next(
        one for one in page.context["numbers"]["proposed"] if one["name"] == "Article 6 (Chairman)"
    )
    assert [(one["typed"]["en"], one["shown"]["en"]) for one in six["forms"]] == [
        ("[proposed 6]", "6"),
        ("[proposed 6 with caption]", "6 (Chairman)"),
    ]


def test_reason_is_edited_moved_and_removed(signed_in, proposal, legal):
    first, second = reason(proposal, legal, "First."), reason(proposal, legal, "Second.")
    client = signed_in(legal)
    client.post(f"{PATH}{second.pk}/up/")
    assert texts(proposal) == ["Second.", "First."]
    client.post(f"{PATH}{second.pk}/down/")
    typed = {"body_en": "The first.", "version": first.version}
    client.post(f"{PATH}{first.pk}/", typed)
    assert texts(proposal) == ["The first.", "Second."]
    client.post(f"{PATH}{first.pk}/remove/")
    assert texts(proposal) == ["Second."]


def test_first_reason_cannot_go_up(signed_in, proposal, legal):
    made = reason(proposal, legal)
    answer = signed_in(legal).post(f"{PATH}{made.pk}/up/")
    assert (answer.status_code, answer.context["sentence"]) == (403, "This is the first reason.")


def test_reason_that_covers_changes_stays(signed_in, proposal, articles, legal):
    made = reason(proposal, legal, covers=[amend(proposal, legal, articles[5])])
    answer = signed_in(legal).post(f"{PATH}{made.pk}/remove/")
    assert answer.status_code == 403
    assert answer.context["sentence"] == (
        "This reason still covers changes: Amend: Chairman. Give them another reason first."
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "The reason is empty. Write it here."),
        (" \n ", "The reason is empty. Write it here."),
        (
            "See Article {proposed:99}.",
            "Line 1, column 13: {proposed:99} names nothing in the proposed articles.",
        ),
        ("x" * 20_001, "Ensure this value has at most 20000 characters (it has 20001)."),
        (
            "\x00",
            "The text holds a character that cannot be stored (U+0000). Type it anew there.",
        ),
    ],
)
def test_bad_reason_is_told_at_the_field_and_shown_again(signed_in, proposal, legal, typed, told):
    answer = signed_in(legal).post(PATH, {"body_en": typed})
    assert (answer.status_code, errors(answer)) == (422, {"body_en": [told]})
    assert typed in answer.content.decode()
    assert not Reason.objects.exists()


def test_preview_prints_the_numbers_and_stores_nothing(signed_in, proposal, legal):
    typed = {"body_en": "Article {present:5 caption}; {proposed:99}", "preview": "live"}
    answer = signed_in(legal).post(PATH, typed, headers={"HX-Request": "true"})
    # One number that names nothing leaves all as they were typed.
    assert answer.context["printed"][0]["paragraphs"] == [typed["body_en"]]
    typed["body_en"] = "Article {present:5 caption}"
    answer = signed_in(legal).post(PATH, typed, headers={"HX-Request": "true"})
    assert "Article 5 (Chairman)" in answer.content.decode()
    assert not Reason.objects.exists()


def test_two_at_once_loses_nobodys_words(signed_in, proposal, legal, colleague):
    made = reason(proposal, legal, "First.")
    typed = {"body_en": "Mine.", "version": made.version}
    editing.save_reason(made, by=colleague, version=made.version, body_en="Theirs.")
    client = signed_in(legal)
    answer = client.post(f"{PATH}{made.pk}/", typed)
    assert answer.status_code == 422
    assert answer.context["saved_meanwhile"] == [{"label": "Reason", "text": "Theirs."}]
    assert "Mine.</textarea>" in answer.content.decode()
    again = typed | {"version": answer.context["form"]["version"].value()}
    assert client.post(f"{PATH}{made.pk}/", again).status_code == 302
    assert texts(proposal) == ["Mine."]


def test_page_takes_a_dozen_queries(
    signed_in, proposal, articles, legal, django_assert_num_queries
):
    for text in ("One.", "Two.", "Three."):
        made = reason(proposal, legal, text)
    client = signed_in(legal)
    for path in (PATH, f"{PATH}{made.pk}/"):
        with django_assert_num_queries(11):
            client.get(path)


def test_what_is_sent_twice_is_saved_once(signed_in, proposal, legal):
    client = signed_in(legal)
    for _time in range(2):
        assert client.post(PATH, {"body_en": "To move on."}).status_code == 302
    made = Reason.objects.get()
    typed = {"body_en": "To move\r\non.", "version": made.version, "numbers_version": ""}
    for _time in range(2):
        assert client.post(f"{PATH}{made.pk}/", typed).status_code == 302
    assert texts(proposal) == ["To move\non."]
    for _time in range(2):
        assert client.post(f"{PATH}{made.pk}/remove/").headers["Location"] == PATH
    assert texts(proposal) == []


def test_words_for_a_reason_that_is_removed_meanwhile_are_kept_to_be_copied(
    signed_in, proposal, legal, colleague
):
    made = reason(proposal, legal, "First.")
    editing.remove_reason(made, by=colleague)
    client = signed_in(legal)
    answer = client.post(f"{PATH}{made.pk}/", {"body_en": "Mine.", "version": made.version})
    assert answer.status_code == 403
    assert answer.context["sentence"] == "Somebody removed this while you were writing."
    assert answer.context["typed"] == ["Mine."]
    assert client.get(f"{PATH}{made.pk}/").status_code == 404


def test_panel_says_what_each_covers_and_what_nothing_covers(signed_in, proposal, articles, legal):
    covered = amend(proposal, legal, articles[5])
    bare = add(proposal, legal, f"a{articles[1].pk}")
    reason(proposal, legal, "First.", covers=[covered])
    page = signed_in(legal).get("/proposals/3774-21-1/")
    (shown,) = page.context["reasons"]
    assert [one["name"] for one in shown["covers"]] == ["Article 6 (Chairman)"]
    assert [one["name"] for one in page.context["without_reason"]] == ["Article 2 (Seal)"]
    form = signed_in(legal).get(f"{PATH}?covers={bare.pk}").context["form"]
    assert form["covers"].value() == [str(bare.pk)]


def test_words_for_what_follows_are_ready_made_in_both_languages(
    signed_in, proposal, articles, legal
):
    Company.objects.update(keeps_japanese=True)
    client = signed_in(legal)
    form = client.get(f"{PATH}?words=catch-all").context["form"]
    words = {f"body_{code}": form[f"body_{code}"].value() for code in ("en", "ja")}
    assert all(words.values())
    client.post(PATH, words)
    assert Reason.objects.get().body_ja == words["body_ja"]


def test_no_form_and_no_list_shows_a_brace(signed_in, proposal, articles, legal):
    change = amend(proposal, legal, articles[5])
    made = reason(proposal, legal, "Article {proposed:5 caption} of {present:4}.", covers=[change])
    client = signed_in(legal)
    step = proposal.steps.order_by("-pk").first()
    for path in (
        PATH,
        f"{PATH}{made.pk}/",
        "/proposals/3774-21-1/",
        f"/proposals/3774-21-1/changes/{change.pk}/",
        f"/proposals/3774-21-1/history/{step.pk}/",
    ):
        text = client.get(path).content.decode()
        assert not re.search(r"\{(present|proposed)", text), path
    editing.remove_change(change, by=legal)
    assert "[proposed 5 with caption]" in client.get(f"{PATH}{made.pk}/").content.decode()
