"""The forms that change a draft: saved, previewed, refused, and nothing lost."""

from datetime import date

import pytest
from django.utils.html import escape

from governance.models import AuditEntry
from proposals import editing
from proposals.draft.derive import draft
from proposals.models import Change
from proposals.workflow import moves
from tests.proposals.views.drafting import NOW, add, amend, complete, errors, form_of, reason

PATH = "/proposals/3774-21-1/"
CHANGES = f"{PATH}changes/"
SEAL = {"caption_en": "Seal", "body_en": "The Company has a seal.", "numbering": "renumber"}


def outline(proposal):
    return [
        f"{unit.number} {unit.caption}"
        for part in draft(proposal, "en").proposed.parts
        for unit in part.children
        if unit.kind == "article"
    ]


def test_insert_leads_back_to_its_row(signed_in, proposal, articles, legal, stranger):
    path = f"{CHANGES}insert/?after=a{articles[2].pk}"
    client = signed_in(legal)
    assert form_of(client, path)["after"] == f"a{articles[2].pk}"
    answer = client.post(path, {**SEAL, "after": f"a{articles[2].pk}"})
    made = Change.objects.get()
    assert answer.headers["Location"] == f"{PATH}#row-c{made.pk}"
    assert outline(proposal)[2] == "3 Seal"
    assert b"Saved" in client.get(PATH).content
    assert signed_in(stranger).post(path, SEAL).status_code == 404


def test_what_is_said_to_stand_after_an_article_stands_right_behind_it(
    signed_in, proposal, articles, legal
):
    client, after = signed_in(legal), f"a{articles[2].pk}"
    for caption in ("Second", "First"):
        client.post(f"{CHANGES}insert/", {**SEAL, "caption_en": caption, "after": after})
    assert outline(proposal)[1:5] == ["2 Objects", "3 First", "4 Second", "5 Location"]


def test_places_are_named_in_plain_words(signed_in, proposal, articles, legal):
    add(proposal, legal, f"a{articles[1].pk}")
    field = signed_in(legal).get(f"{CHANGES}insert/").context["form"].fields["after"]
    labels = [label for _group, choices in field.choices[1:] for _key, label in choices]
    assert labels == [
        "at the very beginning",
        "first in CHAPTER I. General Provisions",
        "after Article 1 (Trade Name)",
        "after the new Article 2 (Seal)",
        "after Article 2 (Objects), to be Article 3",
        "after Article 3 (Location), to be Article 4",
        "first in CHAPTER II. Shares",
        "after Article 4 (Shares), to be Article 5",
        "after Article 5 (Chairman), to be Article 6",
        "after Article 6 (Term), to be Article 7",
        "in new supplementary provisions",
    ]


def test_chapter_heading_and_supplementary_provisions(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    client.post(
        f"{CHANGES}insert/?kind=chapter", {"caption_en": "Directors", "after": f"a{articles[5].pk}"}
    )
    path = f"{CHANGES}insert/?after=supplementary"
    assert "new_part_title_en" in form_of(client, path)
    client.post(path, {**SEAL, "after": "supplementary", "expires_on": "2013-07-01"})
    proposed = draft(proposal, "en").proposed
    assert [unit.kind for unit in proposed.main.children][-2:] == ["chapter", "article"]
    assert [len(part.children) for part in proposed.supplementary] == [1]
    assert Change.objects.get(new_part=True).expires_on == date(2013, 7, 1)


def test_amend_shows_the_present_wording_beside_the_field(signed_in, proposal, articles, legal):
    path = f"{CHANGES}replace/?at=a{articles[5].pk}"
    client = signed_in(legal)
    page = client.get(path)
    assert [line.text for line in page.context["present"]["en"]["lines"]] == [
        "(Chairman)",
        "Article 5.",
        "The President shall chair a general meeting.",
        "2 The preceding paragraph applies.",
    ]
    typed = form_of(client, path)
    assert typed["body_en"].startswith("The President shall chair")
    typed["body_en"] = typed["body_en"].replace("President", "Chair")
    client.post(path, typed)
    change = Change.objects.get()
    # What was not changed is not stored: it goes on following the present wording.
    assert (change.caption_en, change.body_en[:9]) == (None, "The Chair")


def test_amending_shows_the_numbers_of_the_proposed_column(signed_in, proposal, articles, legal):
    add(proposal, legal, f"a{articles[1].pk}")
    typed = form_of(signed_in(legal), f"{CHANGES}replace/?at=a{articles[4].pk}")
    assert typed["body_en"] == "Shares are issued under Article 3."


def test_second_change_of_an_article_leads_to_the_first(signed_in, proposal, articles, legal):
    change = amend(proposal, legal, articles[5])
    for operation in ("replace", "delete", "move"):
        answer = signed_in(legal).get(f"{CHANGES}{operation}/?at=a{articles[5].pk}")
        assert answer.headers["Location"] == f"{CHANGES}{change.pk}/"


def test_delete_and_move(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    client.post(f"{CHANGES}delete/?at=a{articles[3].pk}", {"numbering": "renumber"})
    client.post(f"{CHANGES}move/?at=a{articles[6].pk}", {"after": f"a{articles[1].pk}"})
    assert outline(proposal) == ["1 Trade Name", "2 Term", "3 Objects", "4 Shares", "5 Chairman"]


def test_change_can_be_edited_placed_elsewhere_and_taken_back(signed_in, proposal, articles, legal):
    change = add(proposal, legal, f"a{articles[1].pk}")
    path, client = f"{CHANGES}{change.pk}/", signed_in(legal)
    typed = form_of(client, path)
    assert typed["after"] == f"a{articles[1].pk}"
    covering = reason(proposal, legal)
    typed |= {"caption_en": "Common Seal", "after": f"a{articles[5].pk}", "reason": covering.pk}
    client.post(path, typed)
    assert outline(proposal)[4:] == ["5 Chairman", "6 Common Seal", "7 Term"]
    assert Change.objects.get().reason == covering
    assert client.get(f"{path}remove/").status_code == 200
    assert client.post(f"{path}remove/").headers["Location"] == f"{PATH}#content"
    assert not Change.objects.exists()


def test_preview_is_the_table_as_it_would_be_and_stores_nothing(
    signed_in, proposal, articles, legal
):
    path = f"{CHANGES}replace/?at=a{articles[5].pk}"
    words = "The Chair shall chair a general meeting.\n2 The preceding paragraph applies."
    typed = {"caption_en": "Chairman", "body_en": words, "preview": "live"}
    for headers in ({"HX-Request": "true"}, {}):
        answer = signed_in(legal).post(path, typed, headers=headers)
        assert answer.status_code == 200
        (preview,) = answer.context["previews"]
        (group,) = preview["own"]
        marked = [
            [span.text for line in cell.lines for span in line.spans if span.changed]
            for cell in (group.rows[0].present, group.rows[0].proposed)
        ]
        assert marked == [["President"], ["Chair"]]
        is_whole_page = b"<!doctype html>" in answer.content
        assert is_whole_page is not bool(headers)
    assert not Change.objects.exists()
    assert not AuditEntry.objects.filter(what="change.added").exists()


def test_preview_follows_the_place(signed_in, proposal, articles, legal):
    typed = {**SEAL, "after": f"a{articles[1].pk}", "preview": "live"}
    answer = signed_in(legal).post(f"{CHANGES}insert/", typed, headers={"HX-Request": "true"})
    (preview,) = answer.context["previews"]
    (group,) = preview["own"]
    assert group.rows[0].proposed.lines[1].text == "Article 2."
    assert len(preview["consequences"]["followed"]) == 2


def test_preview_survives_what_is_half_typed(signed_in, proposal, articles, legal):
    typed = {"after": "zzz", "body_en": "", "effective_on": "soon", "preview": "live"}
    answer = signed_in(legal).post(f"{CHANGES}insert/", typed, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.context["previews"]) == (200, [])


def test_very_long_wording_is_not_compared_while_it_is_typed(signed_in, proposal, articles, legal):
    path = f"{CHANGES}replace/?at=a{articles[5].pk}"
    typed = {"body_en": "x " * 30_000, "preview": "live"}
    answer = signed_in(legal).post(path, typed, headers={"HX-Request": "true"})
    assert "too long to be compared while you type" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"body_en": ""}, {"body_en": ["The wording is empty. Write it here."]}),
        ({"body_en": " \n　\n"}, {"body_en": ["The wording is empty. Write it here."]}),
        (
            {"body_en": "A\x00B"},
            {
                "body_en": [
                    "The text holds a character that cannot be stored (U+0000). Type it anew there."
                ]
            },
        ),
        ({"after": "zzz"}, {"after": ["There is no such place."]}),
        ({"after": ""}, {"after": ["This field is required."]}),
        (
            {"effective_on": "2013-02-30"},
            {"effective_on": ["This is no date. Write one such as 2013-06-26."]},
        ),
        ({"effective_on": "0001-01-01"}, {"effective_on": ["The year is too early."]}),
        (
            {"effective_on": "2013-07-01", "expires_on": "2013-07-01"},
            {
                "expires_on": [
                    "A provision expires after the day it takes effect, not on it or before."
                ]
            },
        ),
        (
            {"caption_en": "x" * 301},
            {"caption_en": ["Ensure this value has at most 300 characters (it has 301)."]},
        ),
        (
            {"body_en": "One.\n2 T\x07wo."},
            {
                "body_en": [
                    "Line 2, column 4 holds a character that cannot be printed (U+0007); remove it."
                ]
            },
        ),
    ],
)
def test_bad_input_is_told_at_the_field_and_shown_again(
    signed_in, proposal, articles, legal, typed, told
):
    given = {**SEAL, "after": f"a{articles[1].pk}", **typed}
    answer = signed_in(legal).post(f"{CHANGES}insert/", given)
    assert (answer.status_code, errors(answer)) == (422, told)
    page = answer.content.decode()
    for name, text in typed.items():
        if name != "after":
            assert escape(text) in page
    assert not Change.objects.exists()


@pytest.mark.parametrize("name", ["reason", "numbering", "version"])
def test_absurd_choice_is_told_at_the_field(signed_in, proposal, articles, legal, name):
    change = amend(proposal, legal, articles[5])
    client = signed_in(legal)
    path = f"{CHANGES}{change.pk}/" if name != "numbering" else f"{CHANGES}insert/"
    answer = client.post(path, {**SEAL, "after": f"a{articles[1].pk}", name: "zzz"})
    assert (answer.status_code, list(errors(answer))) == (422, [name])


def test_five_megabytes_are_shown_again_with_a_message(signed_in, proposal, articles, legal):
    text = "あ" * (5 * 1024 * 1024 // 3)
    given = {**SEAL, "after": f"a{articles[1].pk}", "body_en": text}
    answer = signed_in(legal).post(f"{CHANGES}insert/", given)
    assert answer.status_code == 422
    assert errors(answer) == {
        "body_en": [f"Ensure this value has at most 100000 characters (it has {len(text)})."]
    }
    assert text in answer.content.decode()


def test_markup_is_text(signed_in, proposal, articles, legal):
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    client = signed_in(legal)
    given = {"caption_en": hostile, "body_en": hostile, "after": f"a{articles[1].pk}"}
    client.post(f"{CHANGES}insert/", {**given, "numbering": "renumber"})
    made = Change.objects.get()
    for path in (PATH, f"{CHANGES}{made.pk}/", f"{CHANGES}insert/", f"{PATH}reasons/"):
        page = client.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
    assert escape(hostile) in client.get(PATH).content.decode()


@pytest.mark.parametrize(
    "query", ["at=zzz", "at=", "", "at=a0", "at=a99999999999999999999999", "at=p1", "at=%00"]
)
@pytest.mark.parametrize("operation", ["replace", "delete", "move"])
def test_article_that_is_not_there(signed_in, proposal, legal, operation, query):
    assert signed_in(legal).get(f"{CHANGES}{operation}/?{query}").status_code == 404


@pytest.mark.parametrize("after", ["zzz", "a0", "c1", "p0", "%00", "a9999999999999999999999999"])
def test_place_that_is_not_there(signed_in, proposal, legal, after):
    assert signed_in(legal).get(f"{CHANGES}insert/?after={after}").status_code == 404


def test_nothing_changed_is_told(signed_in, proposal, articles, legal):
    path, client = f"{CHANGES}replace/?at=a{articles[5].pk}", signed_in(legal)
    answer = client.post(path, form_of(client, path))
    assert errors(answer) == {"__all__": ["Nothing here differs from the present wording."]}


def test_two_at_once_loses_nobodys_words(signed_in, proposal, articles, legal, colleague):
    change = amend(proposal, legal, articles[5], "First.")
    path, client = f"{CHANGES}{change.pk}/", signed_in(legal)
    mine = form_of(client, path) | {"body_en": "Mine."}
    editing.save_change(change, by=colleague, version=change.version, body_en="Theirs.")
    answer = client.post(path, mine)
    assert answer.status_code == 422
    assert errors(answer) == {
        "__all__": ["Somebody saved this while you were writing; both versions are shown."]
    }
    page = answer.content.decode()
    assert answer.context["saved_meanwhile"] == [{"label": "Wording", "text": "Theirs."}]
    assert "Mine.</textarea>" in page
    assert Change.objects.get().body_en == "Theirs."
    # Saved again, it is a decision.
    form = answer.context["form"]
    again = {name: form[name].value() or "" for name in form.fields}
    assert client.post(path, again).status_code == 302
    assert Change.objects.get().body_en == "Mine."


def test_numbers_that_moved_meanwhile_are_not_taken_for_others(
    signed_in, proposal, articles, legal, colleague
):
    path, client = f"{CHANGES}replace/?at=a{articles[5].pk}", signed_in(legal)
    typed = form_of(client, path) | {"body_en": "Article 2 applies."}
    add(proposal, colleague, f"a{articles[1].pk}")
    answer = client.post(path, typed)
    assert answer.status_code == 422
    assert "The numbers of the proposed articles have changed" in errors(answer)["__all__"][0]
    assert "Article 2 applies.</textarea>" in answer.content.decode()


@pytest.mark.parametrize("path", ["insert/", "replace/?at=a{}", "delete/?at=a{}", "move/?at=a{}"])
def test_proposal_in_review_answers_with_the_refusal(
    signed_in, proposal, articles, legal, secretary, path
):
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    address = CHANGES + path.format(articles[1].pk)
    sentence = "This proposal is in review and cannot be edited until it is returned."
    before = Change.objects.count()
    for answer in (
        signed_in(legal).get(address),
        signed_in(legal).post(address, {**SEAL, "body_en": "Words of an hour."}),
    ):
        assert (answer.status_code, answer.context["sentence"]) == (403, sentence)
    # What was typed can be copied from the page that refuses it.
    assert "Words of an hour.</textarea>" in answer.content.decode()
    refused = signed_in(secretary).get(address)
    assert refused.context["sentence"] == "Only legal staff of the company may edit a proposal."
    assert Change.objects.count() == before


@pytest.mark.parametrize(
    ("path", "queries"),
    [("insert/", 11), ("replace/?at=a{}", 11), ("delete/?at=a{}", 11), ("move/?at=a{}", 11)],
)
def test_forms_take_a_dozen_queries(
    signed_in, proposal, articles, legal, django_assert_num_queries, path, queries
):
    add(proposal, legal, f"a{articles[1].pk}")
    reason(proposal, legal)
    client = signed_in(legal)
    with django_assert_num_queries(queries):
        client.get(CHANGES + path.format(articles[2].pk))


def test_company_of_two_languages_writes_and_previews_both(
    signed_in, proposal, articles, legal, company
):
    company.keeps_japanese, company.name_ja = True, "株式会社みほん"
    company.save()
    path, client = f"{CHANGES}insert/", signed_in(legal)
    typed = {
        "after": f"a{articles[1].pk}",
        "numbering": "renumber",
        "caption_en": "Seal",
        "body_en": "The Company has a seal.",
        "caption_ja": "社印",
        "body_ja": "当会社に社印を置く。",
    }
    answer = client.post(path, {**typed, "preview": "live"}, headers={"HX-Request": "true"})
    own = [
        [line.text for group in one["own"] for line in group.rows[0].proposed.lines]
        for one in answer.context["previews"]
    ]
    assert own == [
        ["(Seal)", "Article 2.", "The Company has a seal."],
        ["（社印）", "第2条", "当会社に社印を置く。"],
    ]
    # Either language may be written first; the draft tells what is missing.
    client.post(path, {**typed, "caption_ja": "", "body_ja": ""})
    made = Change.objects.get()
    assert (made.body_en, made.body_ja) == ("The Company has a seal.", "")
    told = [
        (one["where"], one["finding"].message.en)
        for one in client.get(f"{PATH}?language=ja").context["findings"]
        if one["url"].endswith(f"row-c{made.pk}")
    ]
    assert told == [("第2条", "Article 2: the new article has no Japanese wording.")]
