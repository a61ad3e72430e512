"""The comparison table as the place of work, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from proposals.demo.loading import LoadedDemo
from proposals.models import Change
from tests.journeys.conftest import Open
from tests.journeys.desk_steps import act, body, leave, lines, row, saved, table_of, write
from tests.journeys.drafting_steps import ADDRESS

AT = f"/proposals/{ADDRESS}/"
CHAIRMAN = "Article 16 (Chairman)"


@pytest.fixture
def page(demo: LoadedDemo, opened: Open) -> Page:
    page = opened("legal")
    page.goto(AT)
    return page


def chairman() -> str | None:
    return Change.objects.get(body_en__contains="shall chair a general meeting").body_en


def test_words_are_typed_where_they_stand(page: Page) -> None:
    cell = row(page, CHAIRMAN).locator("td.proposed")
    cell.locator("p.text").click(position={"x": 3, "y": 8})
    expect(body(page)).to_be_focused()
    page.keyboard.type("Indeed, ")
    saved(page)
    assert (chairman() or "").startswith("Indeed, A director designated")
    # Nothing but the text is in the cell; what is underlined is drawn over it.
    assert page.locator(".cell-body ins").count() == 0
    assert page.evaluate("CSS.highlights.get('changed-words').size") > 0
    leave(page)
    expect(row(page, CHAIRMAN).locator("td.proposed ins").nth(1)).to_contain_text("Indeed, A")
    expect(row(page, CHAIRMAN).locator("tr").first).to_be_focused()


def test_a_cell_saves_itself_on_leaving(page: Page) -> None:
    write(page, row(page, CHAIRMAN)).press("Control+End")
    page.keyboard.type(" So it is.")
    page.locator("h1").click()
    saved(page)
    assert (chairman() or "").endswith("Board of Directors. So it is.")
    expect(page.locator(".cell-body")).to_have_count(0)


def test_escape_takes_back_what_was_typed(page: Page) -> None:
    before, shown = chairman(), table_of(page)
    write(page, row(page, CHAIRMAN)).press("Control+Home")
    page.keyboard.type("Not this. ")
    saved(page)
    assert chairman() != before
    page.keyboard.press("Escape")
    expect(page.locator(".cell-body")).to_have_count(0)
    assert chairman() == before
    assert table_of(page) == shown


def cursor_behind_line(page: Page, line: int) -> None:
    page.locator(".cell-body > p").nth(line).evaluate(
        "(line) => getSelection().collapse(line.firstChild, line.firstChild.length)"
    )


def test_enter_and_tab_make_paragraphs_and_items(page: Page) -> None:
    write(page, row(page, "Article 8 (Rights")).press("Control+Home")
    before = lines(page)
    cursor_behind_line(page, 2)
    page.keyboard.press("Enter")
    page.keyboard.type("A right of its own;")
    labels = [line.partition(" ")[0] for line in lines(page)]
    assert labels[1:] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert lines(page)[3] == "(3) A right of its own;"
    page.keyboard.press("Shift+Tab")
    assert "2 A right of its own;" in lines(page)
    page.keyboard.press("Tab")
    assert sum(line.startswith("(") for line in lines(page)) == 5
    for _count in range(len("A right of its own;")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    assert sum(line.startswith("(") for line in lines(page)) == 4
    for _count in range(40):
        page.keyboard.press("Control+z")
    assert lines(page) == before


def test_a_paste_keeps_its_structure(page: Page) -> None:
    write(page, row(page, CHAIRMAN)).press("Control+End")
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "one\\ntwo");
          data.setData("text/html", "<p>In these cases:</p>" +
            "<ol><li>of <b>illness</b>;</li><li>of absence.</li></ol>");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }"""
    )
    assert lines(page)[-2:] == ["(1) of illness;", "(2) of absence."]
    leave(page)
    assert (chairman() or "").endswith("In these cases:\n(1) of illness;\n(2) of absence.")


def test_an_article_is_inserted_deleted_and_moved_at_its_row(page: Page) -> None:
    act(page, row(page, "Article 9 (Request"), "insert")
    page.locator(".cell-caption").type("Seal")
    page.keyboard.press("Enter")
    page.keyboard.type("The Company has a seal.")
    saved(page)
    leave(page)
    expect(row(page, "Article 10 (Seal)").locator("td.proposed .number")).to_have_text(
        "Article 10."
    )
    expect(row(page, "Article 17 (Chairman)")).to_have_count(1)

    act(page, row(page, "Article 17 (Chairman)"), "move")
    strip = page.locator(".strip")
    strip.get_by_label("Place").select_option(label="after the new Article 10 (Seal)")
    expect(row(page, "Article 11 (Chairman)")).to_have_count(1)
    moved = row(page, "Article 11 (Chairman)").locator("ins", has_text="A director designated")
    expect(moved).to_have_count(1)
    # The strip comes anew and takes the focus, which the next act would lose.
    expect(page.locator(".strip [name=after]")).to_be_focused()

    act(page, row(page, "Article 10 (Seal)"), "take-back")
    expect(row(page, "Article 10 (Chairman)")).to_have_count(1)
    act(page, row(page, "Article 10 (Chairman)"), "take-back")
    page.locator(".fold-toggle", has_text="Article 8 to Article 19").click()
    act(page, row(page, "Article 16 (Chairman)"), "delete")
    expect(page.locator("tr.deleted .present .caption")).to_have_text("(Chairman)")
    page.locator(".strip").get_by_label("Keep the number").check()
    kept = page.locator("td.proposed", has_text=re.compile(r"Article 16\W+Deleted"))
    expect(kept).to_have_count(1)


def test_every_step_is_undone_and_done_again(page: Page) -> None:
    shown = [table_of(page)]
    write(page, row(page, CHAIRMAN)).press("Control+Home")
    page.keyboard.type("First, ")
    leave(page)
    shown.append(table_of(page))
    act(page, row(page, "Article 9 (Request"), "take-back")
    expect(row(page, "Article 9 (Request")).to_have_count(0)
    shown.append(table_of(page))
    for state in (shown[1], shown[0]):
        page.get_by_role("button", name="Undo").click()
        assert _soon(page, state)
    for state in shown[1:]:
        page.get_by_role("button", name="Redo").click()
        assert _soon(page, state)
    page.reload()
    assert table_of(page) == shown[2]


def _soon(page: Page, wanted: object) -> bool:
    for _count in range(100):
        if table_of(page) == wanted:
            return True
        page.wait_for_timeout(100)
    return False


def test_a_fold_opens_in_place(page: Page) -> None:
    shown = table_of(page)
    page.locator(".fold-toggle", has_text="CHAPTER I.").click()
    expect(row(page, "Article 1 (").locator("td.present .text")).to_contain_text(
        "shall be Kabushiki"
    )
    expect(page.locator(".fold-toggle", has_text="CHAPTER I.")).to_be_focused()
    assert table_of(page) == shown
    page.locator(".fold-toggle", has_text="CHAPTER I.").click()
    expect(row(page, "Article 1 (")).to_have_count(0)


def test_the_network_is_cut_and_comes_back(page: Page) -> None:
    write(page, row(page, CHAIRMAN)).press("Control+Home")
    page.context.set_offline(True)
    page.keyboard.type("Offline, ")
    expect(page.locator(".bar-end .saved")).to_contain_text("Not saved: no connection.")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "Offline, A director" in kept
    page.keyboard.type("still: ")
    page.context.set_offline(False)
    saved(page)
    assert (chairman() or "").startswith("Offline, still: A director")
    page.wait_for_function("localStorage.length === 0")


def test_words_that_never_reached_the_server_are_there_again(page: Page) -> None:
    write(page, row(page, CHAIRMAN)).press("Control+Home")
    page.context.set_offline(True)
    page.keyboard.type("Lost and found: ")
    expect(page.locator(".bar-end .saved")).to_contain_text("Not saved")
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(AT)
    expect(body(again)).to_contain_text("Lost and found: A director")
    leave(again)
    assert (chairman() or "").startswith("Lost and found: A director")


def test_unsaved_words_go_with_who_signs_out(page: Page) -> None:
    page.evaluate("localStorage.setItem('unsaved:x', '{}')")
    page.locator("summary", has_text="legal").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_a_composition_is_not_disturbed(opened: Open, demo: LoadedDemo) -> None:
    page = opened("stranger", locale="ja-JP")
    page.goto("/proposals/9990-12-1/?language=ja")
    group = page.locator(
        "#table tbody.printed", has=page.locator("tr.amended [data-act=amend]")
    ).first
    act(page, group, "amend")
    field = body(page)
    field.press("Control+End")
    before = lines(page)
    chrome = page.context.new_cdp_session(page)
    for typed in ("ｔ", "と", "とう", "とうきょう"):
        chrome.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
        page.wait_for_timeout(400)
        assert lines(page)[-1] == before[-1] + typed
    chrome.send("Input.insertText", {"text": "東京"})
    assert lines(page)[-1] == before[-1] + "東京"
    expect(page.locator(".bar-end .saved")).to_contain_text("保存")
    assert lines(page)[-1] == before[-1] + "東京"


def test_what_cannot_be_saved_is_told_at_the_cell(page: Page) -> None:
    before = chairman()
    field = write(page, row(page, CHAIRMAN))
    field.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.locator(".cell-note")).to_contain_text("The wording is empty.")
    page.keyboard.type("A\u202eB")
    expect(page.locator(".cell-note")).to_contain_text("U+202E")
    assert lines(page) == ["A\u202eB"]
    assert chairman() == before
    page.keyboard.press("Escape")
    expect(page.locator(".cell-body")).to_have_count(0)
    assert chairman() == before


def test_two_people_in_one_cell(page: Page, opened: Open, demo: LoadedDemo) -> None:
    other = opened("legal")
    other.goto(AT)
    for one, typed in ((page, "Mine: "), (other, "Theirs: ")):
        write(one, row(one, CHAIRMAN)).press("Control+Home")
        if one is other:
            one.keyboard.type(typed)
            saved(one)
            leave(one)
    page.keyboard.type("Mine: ")
    expect(page.locator(".conflict .theirs")).to_contain_text("Theirs: A director")
    assert (chairman() or "").startswith("Theirs: ")
    page.get_by_role("button", name="Keep what I typed").click()
    saved(page)
    assert (chairman() or "").startswith("Mine: A director")


def test_what_is_inserted_is_chosen_under_the_new_row(page: Page) -> None:
    shown = table_of(page)
    act(page, row(page, "Article 9 (Request"), "insert")
    page.locator(".strip").get_by_role("button", name="Item of Article 9").click()
    expect(body(page).locator("p").last).to_have_text("(1) ")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".cell-body")).to_have_count(0)
    assert table_of(page) == shown  # an item without words is none
    act(page, row(page, "Article 9 (Request"), "insert")
    page.locator(".strip").get_by_role("button", name="Paragraph of Article 9").click()
    expect(body(page).locator("p").last).to_have_text("2 ")
    page.keyboard.type("The Company shall comply.")
    leave(page)
    own = row(page, "Article 9 (Request").locator("td.proposed p.text").last
    expect(own).to_have_text("2 The Company shall comply.")
    act(page, row(page, "Article 9 (Request"), "insert")
    page.locator(".strip").get_by_role("button", name="Chapter heading").click()
    expect(page.locator(".cell-caption")).to_be_focused()
    page.keyboard.type("PURCHASE")
    leave(page)
    new = page.locator("#table tr.inserted.chapter td.proposed")
    expect(new).to_have_text("CHAPTER III. PURCHASE")


SELECT = """(line, words) => {
  const start = line.textContent.indexOf(words), range = new Range();
  const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let at = 0, node; (node = walk.nextNode()); at += node.length) {
    if (at <= start && start < at + node.length) range.setStart(node, start - at);
    const end = start + words.length;
    if (at < end && end <= at + node.length) range.setEnd(node, end - at);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_words_are_underlined_by_hand(page: Page) -> None:
    shown = table_of(page)
    for side, words, button in (
        ("present", "general meeting", "Underline"),
        ("proposed", "director designated", "No underline"),
    ):
        line = row(page, CHAIRMAN).locator(f"td.{side} p.text", has_text=words).first
        line.evaluate(SELECT, words)
        page.locator(".mark-words").get_by_role("button", name=button, exact=True).click()
        decision = row(page, CHAIRMAN).locator(".decision", has_text=words)
        expect(decision).to_contain_text("legal")
    expect(row(page, CHAIRMAN).locator("td.present del", has_text="general meeting")).to_have_count(
        1
    )
    page.reload()
    expect(row(page, CHAIRMAN).locator(".decision")).to_have_count(2)
    for left in (1, 0):
        row(page, CHAIRMAN).get_by_role("button", name="Take back", exact=True).first.click()
        expect(row(page, CHAIRMAN).locator(".decision")).to_have_count(left)
    assert table_of(page) == shown
    # The keyboard alone: words of an open cell.
    write(page, row(page, CHAIRMAN)).press("Control+Home")
    for _count in range(2):
        page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Control+u")
    expect(row(page, CHAIRMAN).locator(".decision")).to_contain_text("A director")
