"""The margin's uncertain citations, and the buttons that decide them."""

from proposals.models import DecidedCitation
from tests.proposals.views.drafting import amend

PATH = "/proposals/3774-21-1/"
DOUBTFUL = "The term of Article 4 of the Kamo Way is one year."


def field_name(page):
    (one,) = page.context["uncertain"]
    return one["name"]


def test_both_readings_and_their_buttons_stand_in_the_margin(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    assert "panel-uncertain" not in client.get(PATH).text
    amend(proposal, legal, articles[6], DOUBTFUL)
    page = client.get(PATH)
    (one,) = page.context["uncertain"]
    assert (one["where"], one["url"]) == ("Article 6 (Term)", f"#row-a{articles[6].pk}")
    text = " ".join(page.text.split())
    assert 'Of this document? <q lang="en">the Kamo Way</q>' in text
    assert "Of these articles? Article 4 (Shares)" in text
    assert 'name="whose" value="ours">' in text


def test_it_is_decided_and_taken_back(signed_in, proposal, articles, legal):
    amend(proposal, legal, articles[6], DOUBTFUL)
    client = signed_in(legal)
    given = {"language": "en", "name": field_name(client.get(PATH)), "whose": "other"}
    answer = client.post(f"{PATH}citations/", given)
    assert (answer.status_code, answer.url) == (302, f"{PATH}#panel-uncertain")
    page = client.get(PATH)
    assert "of another document: decided by" in " ".join(page.text.split())
    client.post(f"{PATH}citations/", {**given, "whose": ""})
    assert not DecidedCitation.objects.exists()
    assert "Of this document?" in client.get(PATH).text


def test_what_cannot_be_is_said(signed_in, proposal, articles, legal, reader):
    amend(proposal, legal, articles[6], DOUBTFUL)
    client = signed_in(legal)
    given = {"language": "en", "name": field_name(client.get(PATH)), "whose": "ours"}
    for wrong, sentence in (
        ({"name": "0" * 16}, "The words of this citation have changed."),
        ({"whose": "nobody"}, "The form names no citation of this draft."),
        ({"language": "fr"}, "The form names no citation of this draft."),
    ):
        answer = client.post(f"{PATH}citations/", {**given, **wrong})
        assert answer.status_code == 403
        assert sentence in answer.text
    assert client.get(f"{PATH}citations/").url == PATH
    assert signed_in(reader).post(f"{PATH}citations/", given).status_code in (403, 404)
    assert not DecidedCitation.objects.exists()
