"""Forms of changes that are sent too late, or twice: no words are lost, and nothing is doubled."""

from proposals import editing
from proposals.models import Change
from tests.proposals.views.drafting import add, amend, errors, form_of

PATH = "/proposals/3774-21-1/"
CHANGES = f"{PATH}changes/"
SEAL = {"caption_en": "Seal", "body_en": "The Company has a seal.", "numbering": "renumber"}


def test_two_who_amend_one_article_at_once_lose_no_words(
    signed_in, proposal, articles, legal, colleague
):
    path, client = f"{CHANGES}replace/?at={articles[5].key}", signed_in(legal)
    mine = form_of(client, path) | {"body_en": "Mine."}
    amend(proposal, colleague, articles[5], "Theirs.")
    answer = client.post(path, mine)
    assert answer.status_code == 422
    assert answer.context["saved_meanwhile"] == [{"label": "Wording", "text": "Theirs."}]
    assert "Mine.</textarea>" in answer.content.decode()
    assert Change.objects.get().body_en == "Theirs."
    form = answer.context["form"]
    again = {name: form[name].value() or "" for name in form.fields}
    assert client.post(path, again).status_code == 302
    assert Change.objects.get().body_en == "Mine."


def test_words_for_an_article_that_is_deleted_meanwhile_are_kept_to_be_copied(
    signed_in, proposal, articles, legal, colleague
):
    path, client = f"{CHANGES}replace/?at={articles[5].key}", signed_in(legal)
    mine = form_of(client, path) | {"body_en": "Mine."}
    signed_in(colleague).post(f"{CHANGES}delete/?at={articles[5].key}", {"numbering": "renumber"})
    answer = client.post(path, mine)
    assert answer.status_code == 403
    assert answer.context["sentence"] == (
        "Somebody has made another change of this article meanwhile."
    )
    assert "Mine." in answer.context["typed"]
    assert Change.objects.get().operation == "delete"


def test_words_for_a_change_that_is_taken_back_meanwhile_are_kept_to_be_copied(
    signed_in, proposal, articles, legal, colleague
):
    change = amend(proposal, legal, articles[5], "First.")
    path, client = f"{CHANGES}{change.pk}/", signed_in(legal)
    mine = form_of(client, path) | {"body_en": "Mine."}
    editing.remove_change(change, by=colleague)
    answer = client.post(path, mine)
    assert answer.status_code == 403
    assert answer.context["sentence"] == "Somebody removed this while you were writing."
    assert "Mine." in answer.context["typed"]
    assert client.get(path).status_code == 404
    # Taking it back a second time asks for what is so already.
    assert client.post(f"{path}remove/").headers["Location"] == PATH


def test_what_is_sent_twice_is_saved_once(signed_in, proposal, articles, legal):
    client, after = signed_in(legal), articles[2].key
    path = f"{CHANGES}insert/?after={after}"
    typed = form_of(client, path) | SEAL | {"body_en": "It has a seal,\r\nand keeps it."}
    first, second = client.post(path, typed), client.post(path, typed)
    made = Change.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"{PATH}#row-c{made.pk}"

    # An amendment, and what it was amended to; line ends as a browser sends them.
    path = f"{CHANGES}{made.pk}/"
    typed = form_of(client, path) | {"body_en": "It has a seal,\r\nand uses it."}
    first, second = client.post(path, typed), client.post(path, typed)
    assert first.headers["Location"] == second.headers["Location"] == f"{PATH}#row-c{made.pk}"
    assert Change.objects.get().version == made.version + 1


def test_words_for_a_place_that_is_gone_meanwhile_are_kept(
    signed_in, proposal, articles, legal, colleague
):
    path, client = f"{CHANGES}insert/?after=supplementary", signed_in(legal)
    mine = form_of(client, path) | {"body_en": "Mine."}
    add(proposal, colleague, "supplementary")
    answer = client.post(path, mine)
    assert answer.status_code == 422
    assert errors(answer) == {"after": ["There is no such place."]}
    assert "Mine.</textarea>" in answer.content.decode()
    assert client.get(path).status_code == 404


def test_a_caption_is_one_line(signed_in, proposal, articles, legal):
    typed = {**SEAL, "caption_en": "Company\r\nSeal", "after": articles[2].key}
    signed_in(legal).post(f"{CHANGES}insert/", typed)
    assert Change.objects.get().caption_en == "Company Seal"
