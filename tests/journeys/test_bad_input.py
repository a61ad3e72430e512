"""Bad input: a clear message where it is, nothing typed is lost, nothing executed, never a fault.

That no answer was a fault of the program (500), and that no script ran against the content policy,
is looked at by `opened` for every page of these tests.
"""

from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from governance.models.wording import LONGEST_BODY
from proposals.demo.loading import LoadedDemo
from proposals.models import Change
from tests.journeys.conftest import Open
from tests.journeys.drafting_steps import ADDRESS, download

AT = f"/proposals/{ADDRESS}/"
INSERT = f"{AT}changes/insert/?after=start"
KEPT = "Nothing has been saved yet. What you typed is still here."
MARKUP = (
    """<script>executed = 1</script><img src=x onerror="executed = 1">"'>&lt;{{ 7 }}{% now "Y" %}"""
)


@pytest.fixture
def page(demo: LoadedDemo, opened: Open) -> Page:
    """A blank page of legal staff, who see the demonstration's proposal."""
    return opened("legal")


def shown_at(page: Page, path: str) -> tuple[int, str]:
    """The status and the heading of the page at `path`."""
    answer = page.goto(path)
    assert answer
    return answer.status, page.locator("h1").inner_text()


def error_at(field: Locator) -> str:
    """What is said at the field, and only there; a screen reader is told that it belongs to it."""
    expect(field).to_have_attribute("aria-invalid", "true")
    # An editor with chips stands in the place of its field.
    name = field.get_attribute("aria-labelledby") or field.get_attribute("id") or ""
    told = field.page.locator(f"#{name.removesuffix('_label')}_error")
    assert told.get_attribute("id") in (field.get_attribute("aria-describedby") or "").split()
    return told.inner_text()


def enter(field: Locator, text: str) -> None:
    """Put in what no keyboard types."""
    field.evaluate("(one, text) => { one.type = 'text'; one.value = text; }", text)


def save(page: Page) -> None:
    """Send the form, which is to come back."""
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text(KEPT)


NOT_THERE = (
    "/proposals/3774-21-2/",
    "/proposals/3774-99-1/",
    "/proposals/9999-21-1/",
    "/proposals/3774-21-99999999999999999999/",
    "/proposals/3774-21-1'--/",
    "/proposals/3774-21-1%00/",
    "/proposals/３７７４-21-1/",
    "/9999/articles/",
    "/3774/articles/0/",
    "/3774/articles/99999999999999999999/",
    f"{AT}changes/0/",
    f"{AT}changes/99999999999999999999/",
    f"{AT}changes/99999999999999999999/remove/",
    f"{AT}reasons/99999999999999999999/",
    f"{AT}changes/replace/",
    f"{AT}changes/replace/?at=",
    f"{AT}changes/replace/?at=a0",
    f"{AT}changes/replace/?at=a99999999999999999999",
    f"{AT}changes/replace/?at=p1",
    f"{AT}changes/delete/?at=%00",
    f"{AT}changes/move/?at=<script>",
    f"{AT}changes/insert/?after=c99999999999999999999",
    f"{AT}changes/insert/?after=a1%27--",
    f"{AT}release/fr/",
    f"{AT}release/en.odt",
)


def test_what_is_not_there_is_said_so(page: Page) -> None:
    assert {path: shown_at(page, path) for path in NOT_THERE} == dict.fromkeys(
        NOT_THERE, (404, "There is no such page")
    )
    page.get_by_role("link", name="To the start page").click()
    expect(page.get_by_role("heading", name="Companies")).to_be_visible()


def test_questions_that_make_no_sense_are_passed_over(page: Page) -> None:
    for question in ("language=xx", "language=%00", "kind=nonsense", "at=a1", "page=-1&page[]=1"):
        for path in (AT, f"{AT}changes/insert/", "/3774/articles/"):
            assert shown_at(page, f"{path}?{question}")[0] == 200


def test_empty_wording(page: Page) -> None:
    page.goto(INSERT)
    page.get_by_label("Caption").fill("A Caption")
    page.get_by_label("Takes effect on").fill("2013-07-01")
    page.get_by_label("Wording").fill("  \n ")
    save(page)
    assert error_at(page.get_by_label("Wording")) == "The wording is empty. Write it here."
    expect(page.get_by_label("Caption")).to_have_value("A Caption")
    expect(page.get_by_label("Takes effect on")).to_have_value("2013-07-01")
    expect(page.get_by_label("Place")).to_have_value("start")

    page.get_by_label("Wording").fill("Now there is one.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")


def test_wording_emptied(page: Page, demo: LoadedDemo) -> None:
    change = Change.objects.get(operation="replace", body_en__startswith="A director")
    page.goto(f"{AT}changes/{change.pk}/")
    page.get_by_label("Wording").fill("")
    save(page)
    assert (
        error_at(page.get_by_label("Wording"))
        == "The wording is empty. Delete the article if it is to go."
    )


def test_number_that_does_not_exist(page: Page) -> None:
    typed = "As to Article {proposed:8}.\nAs to Article {proposed:99} and {present:8-2 caption}."
    page.goto(f"{AT}reasons/")
    field = page.get_by_label("Reason", exact=True)
    field.fill(typed)
    expect(page.locator("#printed")).to_contain_text("As to Article {proposed:99}")
    save(page)
    assert error_at(field).splitlines() == [
        "Line 2, column 15: {proposed:99} names nothing in the proposed articles.",
        "Line 2, column 33: {present:8-2 caption} names nothing in the present articles.",
    ]
    expect(page.locator("textarea[name=body_en]")).to_have_value(typed)


NO_DATE = "This is no date. Write one such as 2013-06-26."


def test_date_that_is_none(page: Page) -> None:
    for typed, told in (
        ("2013-02-30", NO_DATE),
        ("next week", NO_DATE),
        ("0000-00-00", NO_DATE),
        ("2013-06-26; DROP TABLE", NO_DATE),
        ("1013-06-26", "The year is too early."),
        ("9999-12-31", "The year is too late."),
    ):
        page.goto(f"{AT}dates/")
        enter(page.get_by_label("Announcement"), typed)
        save(page)
        assert error_at(page.get_by_label("Announcement")) == told
        expect(page.get_by_label("Announcement")).to_have_value(typed)
        expect(page.get_by_label("Effective date")).to_have_value("2013-06-26")


def test_dates_out_of_order(page: Page) -> None:
    page.goto(f"{AT}dates/")
    page.get_by_label("Announcement").fill("2013-05-01")
    save(page)
    assert error_at(page.get_by_label("Announcement")) != ""
    expect(page.get_by_label("Announcement")).to_have_value("2013-05-01")


def test_a_megabyte_of_wording(page: Page) -> None:
    typed = "All work and no play. " * 50_000
    page.goto(INSERT)
    page.get_by_label("Caption").fill("A Caption")
    enter(page.get_by_label("Wording"), typed)
    save(page)
    assert error_at(page.get_by_label("Wording")) == (
        f"Ensure this value has at most {LONGEST_BODY} characters (it has {len(typed)})."
    )
    assert page.get_by_label("Wording").input_value() == typed
    expect(page.get_by_label("Caption")).to_have_value("A Caption")


def test_more_than_any_form_holds(page: Page, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100_000  # some megabytes take the browser long
    typed = "x" * 100_001
    page.goto(INSERT)
    enter(page.get_by_label("Wording"), typed)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading")).to_have_text("That was too much at once")
    page.go_back()
    assert page.get_by_label("Wording").input_value() == typed


def test_signs_that_cannot_be_printed(page: Page) -> None:
    for sign in ("\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x9d", "\u2028", "\u202e", "\uffff"):
        said = f"(U+{ord(sign):04X})"
        page.goto(INSERT)
        page.get_by_label("Wording").fill("Words.")
        enter(page.get_by_label("Caption"), f"A{sign}B")
        enter(page.get_by_label("Wording"), f"Words.\n2 More{sign} of them.")
        save(page)
        assert said in error_at(page.get_by_label("Caption"))
        assert said in error_at(page.get_by_label("Wording"))
        # No page can hold U+0000; a browser shows its stand-in.
        shown = sign.replace("\x00", "\ufffd")
        assert page.get_by_label("Wording").input_value() == f"Words.\n2 More{shown} of them."


def texts(page: Page) -> Locator:
    """Every field of the form for text, once."""
    return page.locator("form.form :is(input[type=text], textarea, [contenteditable]):visible")


def fill_all(page: Page, path: str, text: str) -> None:
    page.goto(path)
    assert texts(page).count() > 0
    for field in texts(page).all():
        field.fill(text)


def test_markup_in_every_field_stays_text(
    demo: LoadedDemo, page: Page, opened: Open, tmp_path: Path
) -> None:
    change = demo.proposals[0].changes.filter(operation="replace").earliest("pk")
    pages = [AT, f"{AT}reasons/", f"{AT}title/", f"{AT}release/en/", "/3774/proposals/"]
    for path in (
        INSERT,
        f"{AT}changes/insert/?after=start&kind=chapter",
        f"{AT}changes/{change.pk}/",
        f"{AT}reasons/",
        f"{AT}title/",
    ):
        fill_all(page, path, MARKUP)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("status")).to_contain_text("Saved")
    changes = [f"{AT}changes/{one.pk}/" for one in demo.proposals[0].changes.all()]
    for path in (*pages, *changes):
        page.goto(path)
        assert not page.evaluate("'executed' in window")
        assert page.locator("main :is(script, img)").count() == 0
    page.goto(AT)
    expect(page.locator("h1")).to_have_text(MARKUP)
    expect(page.locator(".panel .reasons p:not(.covered)").last).to_have_text(MARKUP)
    page.goto(f"{AT}changes/{change.pk}/")
    expect(page.get_by_label("Wording")).to_have_value(MARKUP)

    page.goto(AT)
    with pdfplumber.open(download(page, tmp_path)) as document:
        printed = "".join("".join(one.extract_text().split()) for one in document.pages)
    assert printed.count("".join(MARKUP.split())) >= 3


def test_markup_where_nothing_is_saved(page: Page, opened: Open) -> None:
    stranger = opened()
    fill_all(stranger, "/sign-in/", MARKUP)
    stranger.get_by_label("Password").fill(MARKUP)
    stranger.get_by_role("button", name="Sign in").click()
    expect(stranger.get_by_role("alert")).to_contain_text("The name or the password is not right.")
    expect(stranger.get_by_label("Name")).to_have_value(MARKUP)
    fill_all(page, "/3774/proposals/new/", MARKUP)
    page.get_by_label("Date of the new meeting").fill("")
    page.get_by_label("Meeting", exact=True).select_option("new")
    page.get_by_role("button", name="Begin the proposal").click()
    expect(page.get_by_role("alert")).to_contain_text(KEPT)
    for one in (page, stranger):
        assert not one.evaluate("'executed' in window")


def test_what_no_form_offers_is_refused(page: Page, demo: LoadedDemo) -> None:
    """As sent by a page that is out of date, or by somebody who made one."""
    before = [*Change.objects.order_by("pk").values()]
    change = f"{AT}changes/{demo.proposals[0].changes.latest('pk').pk}/"
    for path, name, value in (
        (INSERT, "after", "c99999999999999999999"),
        (INSERT, "after", "<script>"),
        (INSERT, "reason", "99999999999999999999"),
        (INSERT, "reason", "x"),
        (INSERT, "numbering", "branch or so"),
        (INSERT, "version", "one"),
        (change, "version", "99999999999999999999999"),
        (change, "version", "-1"),
        (INSERT, "numbers_version", "x" * 65),
    ):
        page.goto(path)
        page.get_by_label("Wording").fill("Words.")
        page.locator("form.form").evaluate(
            """(form, [name, value]) => {
              for (const one of form.querySelectorAll(`[name=${name}]`)) one.remove();
              const made = document.createElement("input");
              form.append(Object.assign(made, { name, value, type: "hidden" }));
            }""",
            [name, value],
        )
        save(page)
        expect(page.get_by_label("Wording")).to_have_value("Words.")
    assert [*Change.objects.order_by("pk").values()] == before
