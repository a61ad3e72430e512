"""The page on which words are found and replaced."""

from proposals.models import Change

PATH = "/proposals/3774-21-1/replace/"
SENT = {"find_en": "Company", "replacement_en": "Firm"}


def test_hits_are_shown_and_those_ticked_replaced(
    signed_in, proposal, articles, legal, secretary, reader, stranger
):
    client = signed_in(legal)
    assert client.get(PATH).status_code == 200
    page = client.post(PATH, {**SENT, "preview": "page"})
    assert page.status_code == 200
    hits = [hit for unit in page.context["found"] for hit in unit.hits]
    assert [hit.instead for hit in hits] == ["Firm"] * 3
    assert "<ins>Firm</ins> shall have its head office" in page.content.decode()
    answer = client.post(PATH, {**SENT, "accepted": [hits[0].name, hits[2].name]})
    assert answer.headers["Location"] == "/proposals/3774-21-1/"
    assert {one.target for one in Change.objects.all()} == {articles[1], articles[3]}
    assert signed_in(secretary).get(PATH).status_code == 403
    assert signed_in(reader).get(PATH).status_code == 404
    assert signed_in(stranger).post(PATH, SENT).status_code == 404


def test_nothing_typed_is_lost_where_nothing_can_be_replaced(signed_in, proposal, articles, legal):
    client = signed_in(legal)
    nothing = client.post(PATH, {"find_en": "", "replacement_en": "Firm"})
    assert (nothing.status_code, "Write what is to be found." in nothing.content.decode()) == (
        422,
        True,
    )
    none_ticked = client.post(PATH, SENT)
    assert none_ticked.status_code == 422
    assert "No hit is accepted" in none_ticked.content.decode()
    stale = client.post(PATH, {**SENT, "accepted": ["0" * 16]})
    assert stale.status_code == 422
    assert "have changed since they were found" in stale.content.decode()
    assert 'value="Firm"' in stale.content.decode()
    long = client.post(PATH, {**SENT, "find_en": "x" * 201, "preview": "page"})
    assert long.context["form"].errors
    absent = client.post(PATH, {**SENT, "find_en": "Kumquat", "preview": "page"})
    assert "Nothing was found" in absent.content.decode()
    assert not Change.objects.exists()


def test_word_in_a_longer_one_and_citation_say_so_and_are_not_ticked(
    signed_in, proposal, articles, legal
):
    page = signed_in(legal).post(PATH, {"find_en": "Article", "preview": "page"})
    text = page.content.decode()
    assert "A part of the citation “Article 5”" in text
    assert page.context["accepted"] == set()
    assert "checked" not in text.partition('name="accepted"')[2]
