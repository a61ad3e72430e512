"""The page on which a company's house style is chosen, and its sample."""

from dataclasses import replace
from typing import Any

import pytest

from governance.forms.house_style import CHAPTERS, HouseStyleForm
from governance.models import AuditEntry, Company, User
from governance.models.role import Role
from governance.papers.sample_amendment import sample_table
from governance.people.company_data import data_version
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS, HouseStyle
from tests.people import person

PAGE = "/3774/house-style/en/"
NOTICE = PRESETS["english-notice"]


@pytest.fixture
def administrator(company: Company) -> User:
    return person("head", company, Role.ADMINISTRATOR)


def given(style: HouseStyle, **changed: Any) -> dict[str, Any]:
    company = Company.objects.get(code="3774")
    values = HouseStyleForm.values_of(style) | {"version": data_version(company)} | changed
    return {name: value for name, value in values.items() if value is not False}


def test_an_administrator_chooses_it(signed_in, company, articles, administrator):
    client = signed_in(administrator)
    answer = client.post(PAGE, given(NOTICE, inserted_label="(Added)", chapters="changed"))
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    company.refresh_from_db()
    assert company.house_style("en") == replace(
        NOTICE, inserted_label="(Added)", changed_chapters_only=True
    )
    assert company.house_style_overrides["en"] == {
        "inserted_label": "(Added)",
        "changed_chapters_only": True,
    }
    told = AuditEntry.objects.filter(what="company.changed", actor=administrator)
    assert told.count() == 1
    client.post(PAGE, given(company.house_style("en")))
    assert told.count() == 1  # nothing changed
    assert client.get(PAGE).context["form"].initial["inserted_label"] == "(Added)"


def test_who_saves_second_sees_what_the_first_saved(signed_in, company, articles, administrator):
    client = signed_in(administrator)
    opened = given(NOTICE, inserted_label="(Mine)")
    client.post(PAGE, given(NOTICE, inserted_label="(Theirs)"))
    answer = client.post(PAGE, opened)
    assert answer.status_code == 409
    assert answer.context["saved_meanwhile"] == [
        {"label": "In place of what is new", "text": "(Theirs)"}
    ]
    assert "(Theirs)" in answer.content.decode()
    company.refresh_from_db()
    assert company.house_style("en").inserted_label == "(Theirs)"
    again = answer.context["form"].data.dict()
    assert client.post(PAGE, again).status_code == 302
    company.refresh_from_db()
    assert company.house_style("en").inserted_label == "(Mine)"


def test_what_is_wrong_is_said_and_nothing_is_stored(signed_in, company, articles, administrator):
    client = signed_in(administrator)
    for changed, field in (
        ({"rows_per": "page"}, "rows_per"),
        ({"present_title": ""}, "present_title"),
        ({"note": "x" * 201}, "note"),
        ({"preset": "japanese-release"}, "preset"),
    ):
        answer = client.post(PAGE, given(NOTICE, **changed))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
        assert answer.context["sample"] is None
    company.refresh_from_db()
    assert company.house_style("en") == PRESETS["english-release"]


def test_others_try_it_and_do_not_choose(signed_in, company, articles, reader, stranger):
    client = signed_in(reader)
    tried = client.get(
        PAGE, given(NOTICE, inserted_label="(Added)"), headers={"HX-Request": "true"}
    )
    assert "(Added)" in tried.content.decode()
    assert "<html" not in tried.content.decode()
    begun = client.get(PAGE, {"preset": "english-notice"}).context["form"].initial
    assert {**begun, "version": ""} == HouseStyleForm.values_of(NOTICE) | {"version": ""}
    assert client.post(PAGE, given(NOTICE)).status_code == 403
    assert signed_in(stranger).get(PAGE).status_code == 404
    assert client.get("/3774/house-style/fr/").status_code == 404


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_choice_is_seen_in_the_sample(language: str) -> None:
    article = {"en": "Article {0}. (Matter {0})\n", "ja": "（事項{0}）\n第{0}条　"}[language]
    words = {
        "en": "The Company has matter {0} of Article {1}, Paragraph 2.\n2. So it is.\n3. End.\n",
        "ja": "当会社は、第{1}条第２項の事項{0}を扱う。\n２　これを記す。\n３　ここに終わる。\n",
    }[language]
    chapter = {"en": "CHAPTER {0}. PART {0}\n", "ja": "第{0}章　部分{0}\n"}[language]
    text = ""
    for number in range(1, 17):
        text += chapter.format(number // 2 + 1) if number % 2 else ""
        text += article.format(number) + words.format(number, number % 16 + 1)
    present = read(text, language).articles
    base = next(style for style in PRESETS.values() if style.language == language)
    base = replace(base, show_chapters=True, unchanged_before_first=True)
    other: dict[str, list[Any]] = {
        "rows_per": ["article", "paragraph"],
        "range_form": ["lines", "line"],
        "number_mark": ["numeral", "label"],
        "citation_mark": ["whole", "level"],
    }
    for name in HouseStyleForm(language).fields:
        if name in ("preset", "version", "note") or name.endswith("title"):
            continue  # stand above the rows
        tables = []
        for value in other.get(name, [True, False]):
            changed = CHAPTERS["changed" if value else "always"] if name == "chapters" else {}
            if name.endswith("label") or name == "range_sign":
                changed = {name: "(one)" if value else "(other)"}
            style = replace(base, range_form="line") if name == "range_sign" else base
            found = sample_table(present, replace(style, **(changed or {name: value})))
            assert found is not None
            tables.append([(row.present, row.proposed) for row in found.shown])
        assert tables[0] != tables[1], name
