"""The papers of both demonstrations: what each says, and its two formats beside each other."""

import io
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import docx
import pdfplumber
import pytest
from django.db import transaction
from docx.oxml.ns import qn
from pytest_django import DjangoDbBlocker

from governance.models import Meeting
from governance.papers.marked_articles import MarkedArticlesPaper
from governance.papers.pdf import pdf
from governance.papers.sections import SectionsPaper
from governance.papers.word import word
from governance.text.naming import name as provision_name
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.demo.loading import load
from proposals.draft.derive import Draft, draft
from proposals.models.proposal import ProposedBy
from proposals.papers.agenda_item import agenda_item, agenda_items
from proposals.papers.attachment import attachment, whole_comparison
from proposals.papers.board_resolution import board_resolution
from proposals.papers.kinds import KINDS
from proposals.papers.proposed_articles import proposed_articles
from proposals.papers.registration import registration
from proposals.papers.release import release_paper
from proposals.papers.release_sections import release_sections
from proposals.papers.tracked_changes import tracked_changes
from tests.drawing import ALIKE, by_mupdf, by_pdfium, difference, wrong_glyphs

DRAFTS = ("3774 en", "9990 en", "9990 ja")


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Draft]]:
    """The draft of each company in each of its languages, loaded once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        proposals = [load(code).proposals[0] for code in ("3774", "9990")]
        yield {
            f"{one.company.code} {language}": draft(one, str(language))
            for one in proposals
            for language in one.company.languages
        }
        transaction.set_rollback(True)


@pytest.fixture(params=DRAFTS)
def drafted(request: pytest.FixtureRequest, loaded: dict[str, Draft], db: None) -> Draft:
    return loaded[request.param]


def in_words(paper: SectionsPaper) -> list[str]:
    """All that a paper of sections says outside its tables, in its order."""
    said = [paper.day, paper.addressee, *(f"{one.label} {one.value}" for one in paper.particulars)]
    said += [paper.heading, paper.subtitle, paper.opening, paper.record]
    for section in paper.sections:
        said += [section.heading, *section.paragraphs]
        said += [text for reason in section.reasons for text in reason.paragraphs]
        said += [f"{one.label} {one.value}" for one in section.particulars]
    said.append(paper.closing)
    for section in paper.appendix:
        said += [section.heading, *section.paragraphs]
    return [" ".join(text.split()) for text in said if text.strip()]


def paragraphs_of(document: docx.document.Document) -> list[str]:
    """The paragraphs outside tables, a tab for the space that it is on paper."""
    return [" ".join(one.text.split()) for one in document.paragraphs if one.text.strip()]


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def rows_of(document: docx.document.Document) -> list[tuple[str, ...]]:
    (table,) = document.tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows[1:]]


def rows_shown(paper_table: object) -> list[tuple[str, ...]]:
    return [
        tuple("\n".join(line.text for line in cell.lines) for cell in (row.present, row.proposed))
        for row in paper_table.shown  # type: ignore[attr-defined]
    ]


def test_agenda_item_has_reasons_and_table(loaded: dict[str, Draft], db: None) -> None:
    english, japanese = (agenda_item(loaded[name]) for name in ("3774 en", "9990 ja"))
    assert [section.heading for section in english.sections] == [
        "Proposal No. 1: Partial Amendment of the Articles of Incorporation",
        "1. Reasons for the proposal",
        "2. Content of the amendments",
    ]
    assert english.subtitle == (
        "Internet Initiative Japan Inc. · 21st Ordinary General Meeting of Shareholders,"
        " June 26, 2013"
    )
    assert [section.heading for section in japanese.sections] == [
        "第1号議案　定款一部変更の件",
        "1．提案の理由",
        "2．変更の内容",
    ]
    assert japanese.sections[2].table == loaded["9990 ja"].table
    assert japanese.file_stem == "9990-12-1-agenda-item-ja-DRAFT"


def test_item_of_shareholders_says_so_and_has_the_opinion_of_the_board(
    loaded: dict[str, Draft], db: None
) -> None:
    proposal = loaded["9990 ja"].proposal
    proposal.proposed_by = ProposedBy.SHAREHOLDERS
    proposal.opinion_ja = "取締役会としては、本議案に反対いたします。\n理由は次のとおりです。"
    proposal.opinion_en = "The Board of Directors is against this proposal."
    try:
        items = [agenda_item(loaded[f"9990 {language}"]) for language in ("ja", "en")]
        resolved = board_resolution(loaded["9990 ja"])
    finally:
        proposal.proposed_by, proposal.opinion_ja, proposal.opinion_en = ProposedBy.COMPANY, "", ""
    assert [item.sections[0].paragraphs for item in items] == [
        ("本議案は、株主提案によるものであります。",),
        ("This is a proposal of shareholders.",),
    ]
    assert [(item.sections[3].heading, item.sections[3].paragraphs) for item in items] == [
        (
            "3．取締役会の意見",
            ("取締役会としては、本議案に反対いたします。", "理由は次のとおりです。"),
        ),
        (
            "3. Opinion of the Board of Directors",
            ("The Board of Directors is against this proposal.",),
        ),
    ]
    assert "株主提案による次の議案" in resolved.opening
    assert [one.heading for one in resolved.sections][2:] == ["3．取締役会の意見", "4．日程"]


def test_effect_on_another_day_than_the_meeting_is_told(loaded: dict[str, Draft], db: None) -> None:
    drafted = loaded["3774 en"]
    day = drafted.proposal.effective_on
    drafted.proposal.effective_on = None
    try:
        item = agenda_item(drafted)
    finally:
        drafted.proposal.effective_on = day
    assert item.sections[-1].heading == "3. Effective date"
    assert item.sections[-1].paragraphs == ("[date to be set]",)


def test_items_of_a_meeting_stand_in_its_order(loaded: dict[str, Draft], db: None) -> None:
    first = loaded["9990 ja"]
    paper = agenda_items([first, first])
    assert [one.heading for one in paper.sections if one.level == 2] == [
        "第1号議案　定款一部変更の件"
    ] * 2
    assert paper.file_stem == "9990-12-agenda-items-ja-DRAFT"


@pytest.mark.parametrize(
    ("kind", "english", "japanese"),
    [
        (
            Meeting.Kind.ORDINARY,
            (
                "RESOLVED, that “Partial Amendment of the Articles of Incorporation” as follows be"
                " submitted to the 12th Ordinary General Meeting of Shareholders scheduled to be"
                " held on June 26, 2026."
            ),
            (
                "当社は、2026年6月26日開催予定の第12回定時株主総会に、次のとおり"
                "「定款一部変更の件」を付議する。"
            ),
        ),
        (
            Meeting.Kind.WRITTEN,
            (
                "RESOLVED, that pursuant to Article 319, Paragraph 1 of the Companies Act, it be"
                " proposed to all shareholders to amend the articles of incorporation in part as"
                " follows."
            ),
            (
                "当社は、会社法第319条第1項の規定に基づき、株主の全員に対し、"
                "次のとおり定款の一部を変更することを提案する。"
            ),
        ),
        (
            Meeting.Kind.BOARD,
            (
                "RESOLVED, that pursuant to [provision to be stated], which requires no resolution"
                " of a general meeting of shareholders, the articles of incorporation be amended in"
                " part as follows."
            ),
            (
                "当社は、［根拠条文未入力］の規定に基づき、株主総会の決議によらず、"
                "次のとおり定款の一部を変更する。"
            ),
        ),
    ],
)
def test_board_resolves_by_who_decides(
    loaded: dict[str, Draft], db: None, kind: str, english: str, japanese: str
) -> None:
    meeting = loaded["9990 ja"].proposal.meeting
    was, meeting.kind = meeting.kind, kind
    try:
        resolved = [board_resolution(loaded[f"9990 {code}"]) for code in ("en", "ja")]
    finally:
        meeting.kind = was
    assert [one.opening for one in resolved] == [english, japanese]


def test_table_alone_is_that_of_the_release(drafted: Draft) -> None:
    paper = attachment(drafted)
    assert paper.table.rows == drafted.table.rows
    assert paper.label == {"en": "Attachment", "ja": "別紙"}[drafted.language]


def test_whole_comparison_has_every_provision_in_full(drafted: Draft) -> None:
    rows = whole_comparison(drafted).table.shown
    for side, articles in (("present", drafted.present), ("proposed", drafted.proposed)):
        cells = [getattr(row, side) for row in rows]
        printed = [
            line.text
            for cell in cells
            if not cell.is_absent
            for line in cell.lines
            if line.role != "label"
        ]
        assert "".join("".join(printed).split()).replace("　", "") == "".join(
            "".join(written(articles)).split()
        ).replace("　", "")


def written(articles: ArticlesOfIncorporation) -> list[str]:
    """The articles as they are written, the heads of supplementary parts with them."""
    return [
        "".join(piece.text for piece in provision.pieces)
        for part in articles.parts
        for provision in part.walk()
    ]


def test_articles_as_proposed_are_all_there_with_their_underlines(drafted: Draft) -> None:
    paper = proposed_articles(drafted)
    assert isinstance(paper, MarkedArticlesPaper)
    assert len(paper.units) == sum(1 for _part, _unit in drafted.proposed.units())
    changed = [
        unit.name for unit in paper.units if any(s.changed for x in unit.lines for s in x.spans)
    ]
    assert changed
    assert len(changed) < len(paper.units)


def test_list_for_the_register_has_every_changed_article_once_or_more(
    drafted: Draft,
) -> None:
    paper = registration(drafted)
    grid = paper.sections[0].grid
    named = [row[1] for row in grid.rows] if grid else []
    named += [] if len(paper.sections) == 1 else list(paper.sections[1].paragraphs[1:])
    changed = [
        row
        for row in whole_comparison(drafted).table.rows
        if row.kind in ("amended", "inserted", "deleted")
        and not (row.proposed.first or row.present.first or "").startswith(("chapter", "section"))
    ]
    assert len(set(named)) == len(changed)


def test_register_of_the_audit_and_supervisory_committee(
    loaded: dict[str, Draft], db: None
) -> None:
    grid = registration(loaded["9990 ja"]).sections[0].grid
    assert grid is not None
    assert [row[:2] for row in grid.rows] == [
        ("監査役設置会社である旨・監査役の氏名（第3項第17号）", "第４条（機関）"),
        ("監査役会設置会社である旨（第3項第18号）", "第４条（機関）"),
        (
            "監査等委員会設置会社である旨・重要な業務執行の決定の委任の定め（第3項第22号）",
            "第４条（機関）",
        ),
        ("電子提供措置をとる旨（第3項第12号の2）", "第16条（電子提供措置等）"),
        (
            "監査等委員会設置会社である旨・重要な業務執行の決定の委任の定め（第3項第22号）",
            "第29条（重要な業務執行の決定の委任）",
        ),
        (
            "役員等の責任の免除の定め（第426条第1項）（第3項第24号）",
            "現行第41条（監査役の責任免除）",
        ),
        (
            "責任限定契約の締結の定め（第427条第1項）（第3項第25号）",
            "現行第41条（監査役の責任免除）",
        ),
    ]
    assert {row[3] for row in grid.rows} == {"2026年6月26日（金）\n2026年7月10日（金）"}


def _left(document: docx.document.Document, gone: str) -> list[str]:
    """The lines when all changes are accepted (`gone` is "w:del") or rejected ("w:ins")."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(gone)}")
        dropped = [text for part in paragraph.iter(qn(gone)) for text in part.iter()]
        kept = [
            text.text or ""
            for text in paragraph.iter(qn("w:t"), qn("w:delText"))
            if text not in dropped
        ]
        if mark is None:
            found.append("".join(kept))
        else:
            assert not any(kept)
    return found


def test_tracked_changes_accepted_are_the_proposed_and_rejected_the_present_articles(
    drafted: Draft,
) -> None:
    document = opened(word(tracked_changes(drafted)))
    rows = whole_comparison(drafted).table.rows
    for gone, side in (("w:del", "proposed"), ("w:ins", "present")):
        expected = [
            line.text for row in rows for line in getattr(row, side).lines if line.role != "label"
        ]
        assert _left(document, gone)[3:] == expected
    numbers = [
        change.get(qn("w:id")) for change in document.element.body.iter(qn("w:ins"), qn("w:del"))
    ]
    assert len(numbers) == len(set(numbers)) > 0


def test_release_in_word_says_what_the_release_says(drafted: Draft) -> None:
    release = release_paper(drafted)
    paper = release_sections(release)
    document = opened(word(paper))
    said = paragraphs_of(document)
    for text in (
        *(release.banner, release.title, release.opening, release.reasons_head),
        *(text for reason in release.reasons for text in reason.paragraphs),
        *(release.content_opening, release.schedule_head, release.closing),
        *(release.about, release.forward_looking),
    ):
        for each in [text] if isinstance(text, str) else text:
            assert any(" ".join(each.split()) in one for one in said), each
    assert [one.day for one in release.schedule] == [
        one.partition(line.label)[2].strip()
        for line in release.schedule
        for one in said
        if one.startswith(line.label)
    ]
    assert rows_of(document) == rows_shown(release.table)
    assert paper.file_stem == release.file_name.removesuffix(".pdf")


@pytest.mark.parametrize("name", ["agenda-item", "board-resolution"])
def test_both_formats_of_a_paper_of_sections_say_the_same(drafted: Draft, name: str) -> None:
    paper = KINDS[name].compose(drafted, is_draft=True)
    document = opened(word(paper))
    note = drafted.table.style.note
    said = [one for one in paragraphs_of(document) if one != note]
    marks = {reason.mark for section in paper.sections for reason in section.reasons}
    assert [_without_mark(one, marks) for one in said] == in_words(paper)
    assert rows_of(document) == rows_shown(drafted.table)


def test_printed_item_has_its_headings(drafted: Draft) -> None:
    paper = agenda_item(drafted)
    with pdfplumber.open(io.BytesIO(pdf(paper))) as printed:
        text = "".join("".join((page.extract_text() or "").split()) for page in printed.pages)
    for one in (paper.heading, *(section.heading for section in paper.sections)):
        assert "".join(one.split()) in text


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if "pdf" in kind.endings])
def test_japanese_page_is_drawn_alike_by_both_engines(
    loaded: dict[str, Draft], db: None, name: str
) -> None:
    printed = pdf(KINDS[name].compose(loaded["9990 ja"], is_draft=True))
    assert set(wrong_glyphs(printed).values()) == {0}
    assert difference(next(by_mupdf(printed)), next(by_pdfium(printed))) < ALIKE


def _without_mark(text: str, marks: Collection[str]) -> str:
    for mark in marks:
        if mark and text.startswith(f"{mark} "):
            return text.removeprefix(f"{mark} ")
    return text


def test_no_paper_says_draft_once_approved(loaded: dict[str, Draft], db: None) -> None:
    for kind in KINDS.values():
        paper = kind.compose(loaded["3774 en"], is_draft=False)
        assert paper.draft_mark == ""
        assert "DRAFT" not in paper.file_stem


def test_same_draft_gives_the_same_bytes(loaded: dict[str, Draft], db: None) -> None:
    drafted = loaded["3774 en"]
    for kind in KINDS.values():
        ending = kind.endings[-1]
        first, second = (kind.file(replace(drafted), ending, is_draft=True) for _ in range(2))
        assert first == second


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "9990 en",
            ["Scheduled effective date of {0}:", "Scheduled effective date of present {0}:"],
        ),
        ("9990 ja", ["{0}の効力発生日", "現行{0}の効力発生日"]),
    ],
)
def test_the_schedule_says_the_own_days_of_changes(
    loaded: dict[str, Draft],
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    expected: list[str],
) -> None:
    """Of one that is kept and one that is deleted; the day of the others stands once."""
    drafted = loaded[name]
    before = len(release_paper(drafted).schedule)
    kept = next(each for each in drafted.changes if drafted.proposed.by_key(each))
    gone = next(each for each in drafted.changes if not drafted.proposed.by_key(each))
    for key in (kept, gone):
        monkeypatch.setattr(drafted.changes[key], "effective_on", date(2026, 10, 1))
    lines = release_paper(drafted).schedule[before:]
    called = [
        provision_name(articles.by_key(key), Places(articles)).in_language(drafted.language)
        for articles, key in ((drafted.proposed, kept), (drafted.present, gone))
    ]
    assert [line.label for line in lines] == [
        label.format(each) for label, each in zip(expected, called, strict=True)
    ]
    assert {line.day for line in lines} == {
        "Thursday, October 1, 2026" if name.endswith("en") else "2026年10月1日（木）（予定）"
    }


def test_a_day_that_the_amendment_states_itself_is_not_said_again(
    loaded: dict[str, Draft], db: None
) -> None:
    """Articles 8 and 9 of the release of 2013: their day stands in its supplementary provisions."""
    assert len(release_paper(loaded["3774 en"]).schedule) == 2


def test_a_day_stated_of_another_provision_is_said(
    loaded: dict[str, Draft], db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Article 16 on 1 July: the supplementary provisions state that day of Articles 8 and 9."""
    drafted = loaded["3774 en"]
    chair = next(
        each for each in drafted.changes if drafted.proposed.address_of(each) == "article:16"
    )
    monkeypatch.setattr(drafted.changes[chair], "effective_on", date(2013, 7, 1))
    assert [line.label for line in release_paper(drafted).schedule[2:]] == [
        "Scheduled effective date of Article 16:"
    ]
