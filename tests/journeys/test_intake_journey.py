"""Legal staff bring articles in: from a Word file and a PDF, and a history of three files."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from governance import record
from governance.models import Company
from governance.models.role import Role
from tests.governance.intake.files.originals import (
    deleted,
    inserted,
    levels,
    numbering,
    p,
    pdf,
    r,
    word,
)
from tests.governance.intake.test_to_record import EN_2008, EN_2012, EN_2013, JA_2008
from tests.journeys.accessibility import problems
from tests.journeys.conftest import Open
from tests.people import person

ENGLISH = [line for line in EN_2008.split("\n") if line]


@pytest.fixture
def company(transactional_db: None) -> Company:
    """A company that keeps both languages and has nothing on record yet."""
    made = Company.objects.create(
        code="7777", name_en="Example Inc.", name_ja="株式会社見本", authoritative_language="ja"
    )
    person("legal", made, Role.LEGAL_STAFF)
    return made


def word_file(lines: list[str]) -> bytes:
    """The articles as Word has them: their numbers are the program's."""
    numbered = levels(("decimal", "Article %1."), after="space")
    body = [
        p(line.partition(".")[2].strip(), number="1") if line.startswith("Article ") else p(line)
        for line in lines[: lines.index("Supplementary Provisions")]
    ]
    return word(*body, parts={"numbering": numbering({"1": numbered})})


def choose(page: Page, label: str, name: str, data: bytes, folder: Path) -> None:
    (folder / name).write_bytes(data)
    page.get_by_label(label).set_input_files(folder / name)


def outline(page: Page) -> list[str]:
    return [one.inner_text().strip() for one in page.locator(".outline-lines li.article b").all()]


def test_a_word_file_and_a_pdf(company: Company, opened: Open, tmp_path: Path) -> None:
    page = opened("legal", reduced_motion="reduce")
    page.goto("/7777/articles/")
    page.get_by_role("link", name="Bring in articles").click()
    assert problems(page, "the empty intake") == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_label("Adopted on").fill("2008-06-27")
    japanese = [line for line in JA_2008.split("\n") if line][:-2]
    told = ["（１）電気通信", "（2005年廃止の事業を除く）"]
    paper = pdf(
        *japanese[:6],
        *told,
        *japanese[8:],
        head='"株式会社見本　定款"',
        css="@page { size: 130mm 100mm }",
    )
    choose(page, "Japanese file", "定款.pdf", paper, tmp_path)
    choose(page, "English file", "articles.docx", word_file(ENGLISH), tmp_path)
    page.get_by_role("button", name="Read it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("As adopted on Friday, June 27, 2008")
    expect(page.locator("main")).to_contain_text("Left out: running heads")
    shown = page.locator("#outline")
    expect(shown).to_contain_text("Article 2, Paragraph 1 has 1 item in Japanese and 2 in English")
    assert problems(page, "a text as read") == []
    page.set_viewport_size({"width": 1280, "height": 800})

    # The outline leads to the line; what is corrected is read as one types.
    field = page.get_by_label("Japanese text")
    page.locator(".outline-lines[lang=ja] li.item a.line-number").first.click()
    selected = field.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)")
    assert selected == "（１）電気通信"
    field.press("ArrowRight")
    field.press_sequentially("事業")
    field.fill(field.input_value().replace("（2005年廃止の事業を除く）", "（２）コンサルティング"))
    expect(page.locator("#disagreements")).to_have_count(0)
    expect(shown).to_contain_text("（２） コンサルティング")
    assert not company.wordings.exists()
    page.get_by_role("button", name="Put on record").click()

    expect(page).to_have_url("/7777/articles/")
    expect(page.get_by_role("status")).to_contain_text("June 27, 2008 are on record")
    expect(page.locator("section.article")).to_have_count(3)
    rows = record.articles_as_of(company, date(2008, 6, 27), clock="in_force")
    second = next(row for row in rows if row.kind == "article" and row.number == 2)
    assert (
        second.body_ja == "当会社は、次の事業を営む。\n（１）電気通信事業\n（２）コンサルティング"
    )
    assert second.body_en.endswith("(1) telecommunications\n(2) consulting")


def test_structure_is_corrected_beside_the_outline(
    company: Company, opened: Open, tmp_path: Path
) -> None:
    """A Word file whose tracked changes are refused, with a schedule behind, put right and saved
    once; the day of effect is not known yet.
    """
    company.keeps_english = False
    company.save()
    numbered = levels(("decimal", "第%1条"), ("decimal", "%2"), ("decimal", "（%3）"))
    numbered = numbered.replace(
        '<w:lvl w:ilvl="1"><w:start w:val="1"/>', '<w:lvl w:ilvl="1"><w:start w:val="2"/>'
    )
    body = (
        p("定款"),
        p("昭和60年４月１日作成"),
        p("（商号）"),
        p(
            inner=r("当会社は、株式会社") + deleted("見本") + inserted(r("手本")) + r("と称する。"),
            number="1",
        ),
        p("（目的）"),
        p("当会社は、次の事業を営む。", number="1"),
        p("電気通信", number="1", level=2),
        p("コンサルティング", number="1", level=2),
        p("前項の事業は、国内で営む。", number="1", level=1),
        p("第３条の本店は、東京都に置く。"),
        p("以　上"),
    )
    data = word(*body, parts={"numbering": numbering({"1": numbered})})
    page = opened("legal")
    page.goto("/7777/intake/")
    page.get_by_label("Adopted on").fill("2008-06-27")
    page.get_by_label("The day of effect is not known yet").check()
    page.get_by_label("Read them as refused").check()
    choose(page, "Japanese file", "定款.docx", data, tmp_path)
    page.get_by_role("button", name="Read it").click()

    shown = page.locator("#outline")
    expect(page.locator("main")).to_contain_text("Tracked changes were refused")
    expect(shown).to_contain_text("2 articles")
    expect(shown).to_contain_text("株式会社見本と称する。")
    expect(page.locator(".outline-lines li.item b")).to_have_text(["（1）", "（2）"])
    doubts = page.locator(".issues .where")
    expect(doubts).to_have_text(["Line 2, column 1", "Line 11, column 1"])

    field = page.get_by_label("Japanese text")
    doubts.last.click()
    assert (
        field.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)") == "以　上"
    )
    field.press("Backspace")
    field.fill(
        field.input_value()
        .replace("昭和60年４月１日作成\n", "")
        .replace("第３条の本店は、", "（本店）\n第３条　当会社は、本店を")
    )
    expect(shown).to_contain_text("3 articles")
    expect(doubts).to_have_count(0)
    page.get_by_role("button", name="Put on record").click()
    expect(page.get_by_role("status")).to_contain_text("June 27, 2008 are on record")
    amendment = company.amendments.get()
    assert amendment.effective_on is None
    assert record.articles_as_of(company, date(2030, 1, 1), clock="in_force") == []
    rows = record.articles_as_of(company, date(2008, 6, 27))
    items = ["（1）　電気通信", "（2）　コンサルティング"]
    assert [(row.label, row.body_ja) for row in rows] == [
        ("1", "当会社は、株式会社見本と称する。"),
        (
            "2",
            "\n".join(["当会社は、次の事業を営む。", *items, "2　前項の事業は、国内で営む。"]),
        ),
        ("3", "当会社は、本店を東京都に置く。"),
    ]


def test_refused_file_is_told_and_nothing_is_lost(
    company: Company, opened: Open, tmp_path: Path
) -> None:
    page = opened("legal")
    page.goto("/7777/intake/")
    page.get_by_label("Adopted on").fill("2008-06-27")
    page.get_by_label("English text").fill(EN_2008)
    choose(page, "Japanese file", "scan.pdf", pdf(body="<svg width='9' height='9'/>"), tmp_path)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("alert")).to_contain_text("holds pictures of pages and no text")
    expect(page.get_by_label("English text")).to_have_value(EN_2008.rstrip("\n") + "\n")
    expect(page.get_by_label("Adopted on")).to_have_value("2008-06-27")


@pytest.mark.parametrize("scripts", [True, False])
def test_history_of_three_files(
    company: Company, opened: Open, tmp_path: Path, scripts: bool
) -> None:
    company.keeps_japanese, company.authoritative_language = False, "en"
    company.save()
    page = opened("legal", java_script_enabled=scripts)
    files = (
        ("2013-06-26", "2013.txt", EN_2013.encode()),
        ("2008-06-27", "2008.txt", EN_2008.encode("utf-16")),
        ("2012-06-27", "2012.pdf", pdf(*EN_2012.split("\n"), language="en")),
    )
    for day, name, data in files:
        page.goto("/7777/intake/")
        page.get_by_label("Adopted on").fill(day)
        choose(page, "English file", name, data, tmp_path)
        page.get_by_role("button", name="Read it").click()
        expect(page.locator("h1")).to_contain_text(f"20{day[2:4]}")
    # The latest is compared already, but the oldest is confirmed first.
    page.goto("/7777/intake/")
    expect(page.locator(".intake-texts li .tag")).to_have_text(
        ["To be confirmed next", "Waiting", "Waiting"]
    )
    page.locator(".intake-texts a").last.click()
    expect(page.get_by_role("button", name="Put on record")).to_be_disabled()
    page.goto("/7777/intake/")
    page.get_by_role("link", name="Go on").click()
    expect(page.locator("table.comparison")).to_have_count(0)
    page.get_by_role("button", name="Put on record").click()

    # On to the second, as a comparison table; left in the middle, nothing confirmed is lost.
    expect(page.locator("tr.inserted .proposed .text")).to_have_text(
        "Public notices shall be electronic."
    )
    page.goto("/")
    page.goto("/7777/intake/")
    expect(page.locator(".intake-texts").locator("xpath=..")).to_contain_text("1 of 3 on record")
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="Put on record").click()
    expect(page.locator("tr.amended ins")).to_have_text("Osaka")
    expect(page.locator("tr.amended del")).to_have_text("Tokyo")
    page.get_by_role("button", name="Put on record").click()
    expect(page).to_have_url("/7777/articles/")

    location = company.wordings.get(number=4, kind="article", ended_by=None).article
    page.goto(f"/7777/articles/{location.pk}/")
    expect(page.locator(".timeline > li")).to_have_count(3)
    page.goto("/7777/intake/")
    expect(page.locator(".intake-texts li .tag")).to_have_text(["On record"] * 3)
