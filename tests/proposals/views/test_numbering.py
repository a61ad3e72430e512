"""The three ways to make room, as the forms offer them, and what each does to the numbers."""

import pytest
from django.utils import translation

from governance.models import Company
from proposals.draft.derive import draft
from proposals.models import Change, Proposal

CHANGES = "/proposals/3774-21-1/changes/"
NEW = {"caption_en": "Seal", "body_en": "The Company has a seal."}


def numbers(proposal, kind="article"):
    """The marks and captions (of what has none, the words) of the proposed articles."""
    return [
        (unit.label, unit.caption or unit.body)
        for unit in draft(proposal, "en").proposed.main.children
        if unit.kind == kind
    ]


def offered(client, path):
    form = client.get(path).context["form"]
    return dict(form.fields["numbering"].choices)


@pytest.mark.parametrize(
    ("address", "english", "japanese"),
    [
        (
            "insert/?after={article}",
            {
                "renumber": "Renumber: later articles move down, and what cites them follows",
                "branch": "Give it a branch number, as in Article 9-2: no other number moves",
            },
            {
                "renumber": "以後の条を繰り下げる（引用している条番号も改まります）",
                "branch": "枝番号を付ける（「第９条の２」のように。ほかの条番号は動きません）",
            },
        ),
        (
            "insert/?kind=chapter&after={article}",
            {
                "renumber": "Renumber: later chapters move down, and what cites them follows",
                "branch": "Give it a branch number, as in Chapter 2-2: no other number moves",
            },
            {
                "renumber": "以後の章を繰り下げる（引用している章番号も改まります）",
                "branch": "枝番号を付ける（「第２章の２」のように。ほかの章番号は動きません）",
            },
        ),
        (
            "delete/?at={article}",
            {
                "renumber": "Renumber: later articles move up, and what cites them follows",
                "keep": "Keep the number, as in “Article 9 (Deleted)”: no other number moves",
            },
            {
                "renumber": "以後の条を繰り上げる（引用している条番号も改まります）",
                "keep": "条番号を残す（「第９条　削除」のように。ほかの条番号は動きません）",
            },
        ),
        (
            "delete/?at={chapter}",
            {
                "renumber": "Renumber: later chapters move up, and what cites them follows",
                "keep": "Keep the number, as in “Chapter 2. Deleted”: no other number moves",
            },
            {
                "renumber": "以後の章を繰り上げる（引用している章番号も改まります）",
                "keep": "章番号を残す（「第２章　削除」のように。ほかの章番号は動きません）",
            },
        ),
    ],
)
def test_each_way_is_offered_in_words(
    signed_in, proposal, articles, legal, stranger, address, english, japanese
):
    chapter = articles[4].pk - 1  # the heading right before it
    path = CHANGES + address.format(article=articles[3].key, chapter=f"a{chapter}")
    client = signed_in(legal)
    assert offered(client, path) == english
    with translation.override("ja"):
        client.cookies["django_language"] = "ja"
        assert offered(client, path) == japanese
    assert signed_in(stranger).get(path).status_code == 404


def test_what_is_only_amended_or_moved_needs_no_room(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    for act in ("replace", "move"):
        form = client.get(f"{CHANGES}{act}/?at={articles[3].key}").context["form"]
        assert "numbering" not in form.fields


@pytest.mark.parametrize(
    ("numbering", "after"),
    [
        (
            "renumber",
            [
                ("Article 3.", "Location"),
                ("Article 4.", "Seal"),
                ("Article 5.", "Shares"),
                ("Article 6.", "Chairman"),
                ("Article 7.", "Term"),
            ],
        ),
        (
            "branch",
            [
                ("Article 3.", "Location"),
                ("Article 3-2.", "Seal"),
                ("Article 4.", "Shares"),
                ("Article 5.", "Chairman"),
                ("Article 6.", "Term"),
            ],
        ),
    ],
)
def test_an_insertion_makes_room(signed_in, proposal, articles, legal, numbering, after):
    path = f"{CHANGES}insert/?after={articles[3].key}"
    signed_in(legal).post(path, {**NEW, "after": articles[3].key, "numbering": numbering})
    assert numbers(proposal)[2:] == after


@pytest.mark.parametrize(
    ("numbering", "after"),
    [
        (
            "renumber",
            [("Article 3.", "Shares"), ("Article 4.", "Chairman"), ("Article 5.", "Term")],
        ),
        (
            "keep",
            [
                ("Article 3.", "(Deleted)"),
                ("Article 4.", "Shares"),
                ("Article 5.", "Chairman"),
                ("Article 6.", "Term"),
            ],
        ),
    ],
)
def test_a_deletion_closes_the_gap_or_leaves_it(
    signed_in, proposal, articles, legal, numbering, after
):
    signed_in(legal).post(f"{CHANGES}delete/?at={articles[3].key}", {"numbering": numbering})
    assert numbers(proposal)[2:] == after


def test_a_chapter_can_take_a_branch_number_or_keep_its_own(signed_in, proposal, articles, legal):
    client, first = signed_in(legal), f"a{articles[1].pk - 1}"
    client.post(
        f"{CHANGES}insert/?kind=chapter&after={articles[3].key}",
        {"caption_en": "Organs", "after": articles[3].key, "numbering": "branch"},
    )
    client.post(f"{CHANGES}delete/?at={first}", {"numbering": "keep"})
    assert numbers(proposal, "chapter") == [
        ("CHAPTER I.", "Deleted"),
        ("CHAPTER I-2.", "Organs"),
        ("CHAPTER II.", "Shares"),
    ]


def test_without_a_choice_what_follows_is_renumbered(signed_in, proposal, articles, legal):
    signed_in(legal).post(f"{CHANGES}delete/?at={articles[3].key}", {"reason": ""})
    assert Change.objects.get().numbering == "renumber"


def test_labels_of_several_languages_tell_which(
    signed_in, proposal: Proposal, articles, legal, company: Company
):
    Company.objects.filter(pk=company.pk).update(keeps_japanese=True)
    client, path = signed_in(legal), f"{CHANGES}insert/?after={articles[3].key}"
    labels = {name: field.label for name, field in client.get(path).context["form"].fields.items()}
    assert (labels["body_en"], labels["body_ja"]) == ("Wording (English)", "Wording (Japanese)")
    client.cookies["django_language"] = "ja"
    labels = {name: field.label for name, field in client.get(path).context["form"].fields.items()}
    assert (labels["body_en"], labels["body_ja"]) == ("本文（英語）", "本文（日本語）")


def test_words_that_only_repeat_what_stands_are_no_change_in_the_preview(
    signed_in, proposal, articles, legal
):
    """They are not stored either; what breaks in them is told as of words that stood before."""
    client = signed_in(legal)
    client.post(f"{CHANGES}delete/?at={articles[2].key}", {"numbering": "renumber"})
    path = f"{CHANGES}replace/?at={articles[4].key}"
    form = client.get(path).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    shown = client.post(path, {**given, "preview": "page"}).context
    [preview] = [one["draft"] for one in shown["previews"]]
    assert [(one.code, one.severity) for one in preview.findings] == [("broken-reference", "error")]
