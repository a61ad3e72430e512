"""The search page: what is found, how it is marked, and for whom."""

import re
from datetime import date

import pytest

from governance.models import Membership
from governance.models.role import Role
from tests.rows import article, days, decided, imported, main_part, meeting, wording
from tests.rows import supplementary_part as supplementary

pytestmark = pytest.mark.django_db
OLD, NEW = date(2012, 6, 27), date(2013, 6, 26)


@pytest.fixture
def bonds(company):
    """Article 7 of 2012 on bonds in both languages, renumbered 8 and given other words in 2013."""
    first = imported(company, OLD)
    second = decided(meeting(company, day=NEW), effective_on=NEW)
    of = article(main_part(company))
    wording(
        of,
        7,
        first,
        caption_ja="社債",
        caption_en="Bonds",
        body_ja="社債は、取締役会の決議により発行する。\n２　社債権者集会は、本店で開く。",
        body_en="Bonds <shall> be issued by the Board.\n2 Meetings are held at the head office.",
        in_force=days(OLD, NEW),
        ended_by=second,
        ended_on=NEW,
    )
    wording(
        of,
        8,
        second,
        caption_ja="新株予約権",
        caption_en="Options",
        body_ja="新株予約権は、取締役会の決議により発行する。",
        body_en="Options shall be issued by the Board.",
        in_force=days(NEW),
    )
    return of


def main_of(page) -> str:
    """The page without its head and its masthead."""
    return re.sub(r"(?s).*<main|</main>.*", "", page.content.decode())


def marked(page) -> list[str]:
    return re.findall(r"<mark>([^<]*)</mark>", page.content.decode())


def test_past_wording_is_found_in_japanese(signed_in, bonds, reader, stranger):
    page = signed_in(reader).get("/search/", {"q": "社債"})
    (found,) = page.context["articles"]
    assert (found.name.text, found.language) == ("第8条（新株予約権）", "ja")
    (one,) = found.wordings
    assert (one.found.status, one.own_name.text) == ("past", "第7条（社債）")
    lines = [line.text for excerpt in one.excerpts for line in excerpt.lines]
    assert lines == [
        "社債は、取締役会の決議により発行する。",
        "２　社債権者集会は、本店で開く。",
    ]
    assert marked(page) == ["社債", "社債", "社債"]
    text = main_of(page)
    assert f'href="/3774/articles/{bonds.pk}/?language=ja#w{one.found.wording.pk}"' in text
    assert "Past wording" in text
    assert "until Tuesday, June 25, 2013" in text
    assert signed_in(stranger).get("/search/", {"q": "社債"}).context["articles"] == []
    answer = signed_in(stranger).get("/search/", {"q": "社債", "company": "3774"})
    assert answer.status_code == 404


def test_past_wording_is_found_in_english(signed_in, bonds, reader):
    page = signed_in(reader).get("/search/", {"q": '"issued BY" bonds'})
    (found,) = page.context["articles"]
    assert (found.name.text, found.language) == ("Article 8 (Options)", "en")
    assert [one.own_name.text for one in found.wordings] == ["Article 7 (Bonds)"]
    assert marked(page) == ["Bonds", "Bonds", "issued by"]
    assert "<mark>Bonds</mark> &lt;shall&gt; be <mark>issued by</mark> the Board." in main_of(page)


def test_both_wordings_are_shown_the_present_one_first(signed_in, bonds, reader):
    page = signed_in(reader).get("/search/", {"q": "取締役会"})
    (found,) = page.context["articles"]
    assert [one.found.status for one in found.wordings] == ["present", "past"]
    assert "1 article" in main_of(page)
    assert "2 wordings" in main_of(page)
    without = signed_in(reader).get("/search/", {"q": "取締役会", "wordings": "present"})
    assert [one.found.status for one in without.context["articles"][0].wordings] == ["present"]


def test_language_narrows(signed_in, bonds, reader):
    client = signed_in(reader)
    for language, count in {"": 1, "ja": 1, "en": 0}.items():
        page = client.get("/search/", {"q": "社債", "language": language})
        assert len(page.context["articles"]) == count
    assert "Look in all companies, in both languages" in main_of(page)


def test_lines_that_stand_above_already_are_not_repeated(signed_in, company, reader):
    first, second = imported(company, OLD), decided(meeting(company, day=NEW), effective_on=NEW)
    of = article(main_part(company))
    ended = {"in_force": days(OLD, NEW), "ended_by": second, "ended_on": NEW}
    wording(of, 7, first, body_en="Bonds are issued.\nOne.", **ended)
    wording(of, 8, second, body_en="Bonds are issued.\nTwo.")
    page = signed_in(reader).get("/search/", {"q": "bonds"})
    (found,) = page.context["articles"]
    assert [one.is_repeated for one in found.wordings] == [False, True]
    assert main_of(page).count("The same lines as above.") == 1
    assert marked(page) == ["Bonds"]


def test_article_that_is_no_more_says_so(signed_in, company, reader):
    first, second = imported(company, OLD), decided(meeting(company, day=NEW), effective_on=NEW)
    ended = {"in_force": days(OLD, NEW), "ended_by": second, "ended_on": NEW}
    wording(article(main_part(company)), 7, first, body_en="Bonds.", **ended)
    of = article(supplementary(company))
    wording(of, 1, first, body_en="Bonds of old.", in_force=days(OLD, NEW), expires_on=NEW)
    text = main_of(signed_in(reader).get("/search/", {"q": "bonds"}))
    notes = re.findall(r'(?s)<p class="result-place secondary">(.*?)</p>', text)
    assert [re.sub(r"<[^>]+>|\s+", " ", note).split() for note in notes] == [
        ["Deleted"],
        ["Supplementary", "Provisions", "Expired"],
    ]


def test_many_lines_are_counted(signed_in, company, reader):
    body = "\n".join(f"Bond {number}." for number in range(8))
    wording(article(main_part(company)), 1, imported(company), body_en=body)
    page = signed_in(reader).get("/search/", {"q": "bond"})
    assert len(marked(page)) == 5
    assert "and 3 more lines" in main_of(page)


@pytest.mark.parametrize("count", [1, 3])
def test_searching_takes_few_queries(signed_in, company, reader, django_assert_num_queries, count):
    main, first = main_part(company), imported(company, OLD)
    second = decided(meeting(company, day=NEW), effective_on=NEW)
    for number in range(1, count + 1):
        of = article(main)
        ended = {"in_force": days(OLD, NEW), "ended_by": second, "ended_on": NEW}
        wording(of, number, first, body_en="Bonds of old.", **ended)
        wording(of, number, second, body_en="Bonds.")
    client = signed_in(reader)
    with django_assert_num_queries(6):
        page = client.get("/search/", {"q": "bonds"})
    assert len(page.context["articles"]) == count


@pytest.fixture
def many(company):
    main, made = main_part(company), imported(company)
    for number in range(1, 46):
        wording(article(main), number, made, body_en="The wording.")


def test_pages_have_twenty_articles(signed_in, many, reader):
    client = signed_in(reader)
    numbers = []
    for page in ("1", "2", "3"):
        answer = client.get("/search/", {"q": "wording", "page": page})
        numbers += [found.result.named_by.number for found in answer.context["articles"]]
        assert "45 articles" in main_of(answer)
        assert f"page {page} of 3" in main_of(answer)
    assert numbers == list(range(1, 46))
    assert 'rel="prev" href="?q=wording&amp;page=2"' in main_of(answer)
    assert 'rel="next"' not in main_of(answer)


@pytest.mark.parametrize(
    ("page", "shown"), [("0", 3), ("-1", 3), ("99", 3), ("x", 1), ("", 1), ("1e9", 1), ("９", 3)]
)
def test_page_that_is_none_is_the_nearest(signed_in, many, reader, page, shown):
    answer = signed_in(reader).get("/search/", {"q": "wording", "page": page})
    assert answer.context["page"].number == shown


def test_person_of_several_companies_chooses(signed_in, bonds, reader, other_company, stranger):
    client = signed_in(reader)
    assert "company" not in client.get("/search/").context["form"].fields
    Membership.objects.create(user=reader, company=other_company, role=Role.READER)
    row = article(main_part(other_company))
    wording(row, 3, imported(other_company), caption_ja="社債", body_ja="社債。", body_en="")
    codes = {}
    for chosen in ("", "3774", "9001"):
        page = client.get("/search/", {"q": "社債", "company": chosen})
        codes[chosen] = [found.result.company.code for found in page.context["articles"]]
    assert codes == {"": ["3774", "9001"], "3774": ["3774"], "9001": ["9001"]}
    page = signed_in(stranger).get("/search/", {"q": "社債"})
    assert [found.result.company.code for found in page.context["articles"]] == ["9001"]


@pytest.mark.parametrize("query", ["", "  ", '""', "\x00"])
def test_empty_page_says_what_it_is_for(signed_in, bonds, reader, query):
    page = signed_in(reader).get("/search/", {"q": query})
    assert "Finds what the articles of your companies say" in main_of(page)
    assert page.context["articles"] == []


def test_nothing_found_says_what_one_can_try(signed_in, bonds, reader):
    text = main_of(signed_in(reader).get("/search/", {"q": "nowhere"}))
    assert "No wording says this." in text
    assert "Take a word away" not in text
    assert "Look in all companies" not in text
    several = {"q": "no where", "wordings": "present", "page": "4"}
    text = main_of(signed_in(reader).get("/search/", several))
    assert "Take a word away" in text
    assert '<a href="?q=no+where">Look in all companies' in text


def test_control_characters_do_no_harm(signed_in, bonds, reader):
    page = signed_in(reader).get("/search/?q=%00%E7%A4%BE%E5%82%B5%01%0A%1f&page=%00&language=")
    assert marked(page) == ["社債", "社債", "社債"]
    assert signed_in(reader).get("/search/?q=%ff%fe%ed%a0%80").status_code == 200
    assert signed_in(reader).get("/search/?q=a&company=%00").status_code == 404


def test_what_is_too_long_is_refused_with_a_sentence(signed_in, bonds, reader):
    longest = signed_in(reader).get("/search/", {"q": "社" * 200})
    refused = signed_in(reader).get("/search/", {"q": "社" * 201})
    assert (longest.status_code, refused.status_code) == (200, 422)
    assert "That is too long to search for: 201 characters, and 200 are the most." in main_of(
        refused
    )
    assert "社" * 201 in main_of(refused)


@pytest.mark.parametrize(("name", "value"), [("language", "zz"), ("wordings", "new")])
def test_choice_that_is_none_is_refused(signed_in, bonds, reader, name, value):
    page = signed_in(reader).get("/search/", {"q": "社債", name: value})
    assert page.status_code == 422
    assert f"{value} is not one of the available choices" in main_of(page)


def test_markup_that_is_asked_for_is_text(signed_in, bonds, reader):
    text = signed_in(reader).get("/search/", {"q": "<shall>"}).content.decode()
    assert "<mark>&lt;shall&gt;</mark>" in text
    text = signed_in(reader).get("/search/", {"q": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in text


def test_field_stands_in_the_masthead_of_other_pages(signed_in, bonds, reader, client):
    page = signed_in(reader).get("/3774/articles/").content.decode()
    assert page.count('role="search"') == 1
    assert signed_in(reader).get("/search/").content.decode().count('role="search"') == 1
    assert 'role="search"' not in client.get("/sign-in/").content.decode()


def test_person_without_company_is_reported(signed_in, django_user_model):
    nobody = django_user_model.objects.create_user("nobody")
    assert "You do not belong to a company yet." in main_of(signed_in(nobody).get("/search/"))
    assert signed_in(nobody).get("/search/", {"q": "a"}).context["articles"] == []


def test_headings_are_counted_as_what_they_are(signed_in, company, reader):
    main, first = main_part(company), imported(company)
    wording(article(main, "chapter"), 1, first, caption_en="BONDS", position=1)
    wording(article(main), 1, first, body_en="Bonds.", position=2)
    text = main_of(signed_in(reader).get("/search/", {"q": "bonds"}))
    assert "2 articles and headings" in text
