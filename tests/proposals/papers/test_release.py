from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from governance.papers.pdf import markup
from governance.papers.sections import NumberedReason
from governance.text.comparing.span import Span
from governance.text.table.rows import Cell, CellLine, ComparisonTable, Row
from proposals.papers import english
from proposals.papers.facts import Facts
from proposals.papers.release import ReleasePaper, ScheduleLine
from tests.proposals.papers.conftest import schedule


class Paragraphs(HTMLParser):
    """The text of each <p> of a page, with what is marked as changed between underscores."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_open = False
        self.feed(page)

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag == "p":
            self.found.append("")
            self._is_open = True
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag)
        self._is_open = self._is_open and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.found[-1] += data

    def _mark(self, tag: str) -> None:
        if tag in ("ins", "del"):
            self.found[-1] += "_"


def test_head_is_made_from_the_data(paper: ReleasePaper) -> None:
    assert paper.banner == "For Immediate Release"
    assert paper.title == "IIJ Announces Partial Amendment of its Articles of Incorporation"
    assert paper.dateline == "TOKYO — May 24, 2013 —"
    assert paper.opening == (
        "Internet Initiative Japan Inc. (“IIJ”, NASDAQ: IIJI, TSE1: 3774) today announced that at"
        " the meeting of the Board of Directors held on May 24, 2013, IIJ resolved to propose the"
        " partial amendment of its articles of incorporation at the 21st Ordinary General Meeting"
        " of Shareholders scheduled to be held on June 26, 2013, as described below:"
    )


def test_schedule_has_weekdays_and_the_right_ordinal(paper: ReleasePaper) -> None:
    assert paper.schedule == (
        ScheduleLine(
            "Scheduled date of the 21st Ordinary General Meeting of Shareholders:",
            "Wednesday, June 26, 2013",
        ),
        ScheduleLine("Scheduled effective date:", "Wednesday, June 26, 2013"),
    )


def test_reasons_are_numbered_and_their_further_paragraphs_nested(paper: ReleasePaper) -> None:
    assert paper.reasons == (
        NumberedReason(
            "(1)",
            (
                "The Company proposes to establish new provisions of Article 8 and Article 9.",
                "And why.",
            ),
        ),
        NumberedReason(
            "(2)",
            ("To make the operations of general meetings of shareholders more flexible.",),
        ),
    )


def test_extraordinary_meeting_has_no_ordinal(facts: Facts) -> None:
    assert english.meeting(replace(facts, meeting_kind="extraordinary", meeting_ordinal=None)) == (
        "Extraordinary General Meeting of Shareholders"
    )


def test_announcement_after_the_resolution_names_both_days(facts: Facts) -> None:
    later = replace(facts, days=schedule(announced_on=date(2013, 5, 27)))
    assert english.dateline(later) == "TOKYO — May 27, 2013 —"
    assert "held on May 24, 2013, IIJ resolved" in english.opening(later)


def test_what_is_not_known_is_seen_to_be_missing(facts: Facts) -> None:
    bare = replace(
        facts,
        company=facts.company | {"short_name": "", "listings": "", "place": ""},
        days=schedule(announced_on=None, resolved_on=None),
    )
    assert english.dateline(bare) == "[date to be set] —"
    assert english.opening(bare).startswith(
        "Internet Initiative Japan Inc. today announced that at the meeting of the Board of"
        " Directors held on [date to be set], Internet Initiative Japan Inc. resolved"
    )


@pytest.mark.parametrize(
    ("is_draft", "name"),
    [(True, "3774-21-1-release-en-DRAFT.pdf"), (False, "3774-21-1-release-en.pdf")],
)
def test_file_name_says_draft_until_approval(
    paper: ReleasePaper, is_draft: bool, name: str
) -> None:
    assert replace(paper, is_draft=is_draft).file_name == name


def test_page_prints_every_line_of_the_table_to_the_letter(paper: ReleasePaper) -> None:
    printed = Paragraphs(markup(paper)).found
    lines = [
        "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for row in paper.table.shown
        for cell in (row.present, row.proposed)
        for line in cell.lines
    ]
    start = printed.index(lines[0])
    assert printed[start : start + len(lines)] == lines


def test_page_prints_all_that_the_paper_says(paper: ReleasePaper) -> None:
    printed = Paragraphs(markup(paper)).found
    assert printed[:3] == ["DRAFT", paper.banner, f"{paper.dateline} {paper.opening}"]
    assert printed[3:6] == [
        "(1) The Company proposes to establish new provisions of Article 8 and Article 9.",
        "And why.",
        "(2) To make the operations of general meetings of shareholders more flexible.",
    ]
    assert printed[-6:] == [
        *(f"{line.label} {line.day}" for line in paper.schedule),
        *paper.about,
        *paper.forward_looking,
        "For inquiries, contact: IIJ Investor Relations",
        "Tel: +81-3-5259-6500 E-mail: ir@iij.ad.jp URL: http://www.iij.ad.jp/en/ir",
    ]


def test_approved_page_says_draft_nowhere(paper: ReleasePaper) -> None:
    assert "DRAFT" not in markup(replace(paper, is_draft=False))


def test_present_column_deletes_and_proposed_column_inserts(paper: ReleasePaper) -> None:
    page = markup(paper)
    assert "<del>The President and Director</del> shall chair" in page
    assert "<ins>A director designated in advance by the Board of Directors</ins> shall" in page
    assert "chaired by <del>the President and Director</del>.</p>" in page


def test_markup_in_wording_is_printed_and_not_obeyed(paper: ReleasePaper) -> None:
    wicked = '<script>alert(1)</script> & <img src="http://example.com/x.png">'
    line = CellLine("text", 0, (Span(wicked, changed=True),))
    row = Row("inserted", Cell(None, None, ()), Cell("article:1", "article:1", (line,)))
    table = ComparisonTable(paper.table.style, (row,))
    page = markup(replace(paper, table=table, opening=wicked, company='"><b>'))
    printed = Paragraphs(page).found
    assert f"{paper.dateline} {wicked}" in printed
    assert f"_{wicked}_" in printed
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
