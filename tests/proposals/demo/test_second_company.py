"""The second company of the demonstration: Japanese articles and their English text, one proposal,
and what follows from it in both languages. What is expected was written down by hand.
"""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pdfplumber
import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker

from governance import record
from governance.models import Article, Company, User, Wording
from governance.papers.pdf import pdf
from governance.text.checks import check
from governance.text.citations.resolve import citations
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from proposals import editing
from proposals.demo.loading import load
from proposals.draft.derive import Draft, draft
from proposals.draft.readiness import missing_for_review
from proposals.draft.rows import load_rows
from proposals.models import Change, Proposal
from proposals.papers.release import release_paper
from proposals.releases.papers import shown_release
from proposals.workflow import moves
from tests.proposals.printed_release import marked, marked_columns, printed_lines
from tests.proposals.table_cases import without_keys, written_table

STYLES = {"ja": "japanese-release", "en": "english-release"}
LANGUAGES = tuple(STYLES)
PATH = "/proposals/9990-12-1/"
NOW = datetime(2026, 5, 13, 1, 0, tzinfo=UTC)
MENDED = {
    "body_ja": "当会社は、会社法第430条の２第１項の規定により、取締役会の決議によって、"
    "前条第１項に規定する者との間に、補償契約を締結することができる。",
    "body_en": "Pursuant to Article 430-2 Paragraph 1 of the Companies Act, the Company may, by a"
    " resolution of the Board of Directors, enter into an indemnity agreement with the persons"
    " provided for in Paragraph 1 of the preceding article.",
}


pytestmark = pytest.mark.django_db  # also those that see no more than what was loaded once


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Proposal]:
    """LoadedDemo once for all tests here, each of which is rolled back to this."""
    with django_db_blocker.unblock(), transaction.atomic():
        [found] = load("9990").proposals
        yield found
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def drafts(loaded: Proposal, django_db_blocker: DjangoDbBlocker) -> dict[str, Draft]:
    with django_db_blocker.unblock():
        rows = load_rows(loaded)
    return {code: draft(loaded, code, rows=rows) for code in LANGUAGES}


@pytest.fixture
def proposal(loaded: Proposal, db: None) -> Proposal:
    return loaded


@pytest.fixture
def company(proposal: Proposal) -> Company:
    return proposal.company


def present_of(company: Company, language: str) -> ArticlesOfIncorporation:
    return record.articles_tree(record.articles_as_of(company, date(2026, 5, 15)), language)


def shape(provision: Provision) -> list[tuple[str, str]]:
    """Paragraphs, items and their numbers, at whatever depth."""
    return [(str(one.kind), str(one.number)) for one in provision.walk()]


# The present articles


def test_articles_are_all_there_in_the_companys_numerals(company: Company) -> None:
    present = present_of(company, "ja")
    chapters = [one for one in present.main.children if one.kind == "chapter"]
    assert [f"{one.label}　{one.caption}" for one in chapters] == [
        "第１章　総則",
        "第２章　株式",
        "第３章　株主総会",
        "第４章　取締役および取締役会",
        "第５章　監査役および監査役会",
        "第６章　会計監査人",
        "第７章　計算",
    ]
    marks = [one.label for one in present.main.children if one.kind == "article"]
    assert marks[:10] == [*(f"第{digit}条" for digit in "１２３４５６７８９"), "第10条"]
    assert marks[10:] == [f"第{number}条" for number in range(11, 49)]
    assert [(part.caption, [one.label for one in part.children]) for part in present.parts[1:]] == [
        ("附則（2018年６月22日）", ["第１条"]),
        ("附則（2022年６月24日）", ["第１条"]),
    ]


def test_both_texts_have_the_same_provisions(company: Company) -> None:
    japanese, english = present_of(company, "ja"), present_of(company, "en")
    pairs = zip(japanese.units(), english.units(), strict=True)
    assert [(one.key, shape(one)) for (_, one), _ in pairs] == [
        (one.key, shape(one)) for _, one in english.units()
    ]


def test_both_texts_cite_the_same_provisions(company: Company) -> None:
    cited = []
    for language in LANGUAGES:
        articles = present_of(company, language)
        found: dict[str | None, set[object]] = {}
        for one in citations(articles):
            named = found.setdefault(articles.address_of(one.at.key), set())
            if not one.is_ours:
                named |= {
                    tuple(step.number for step in each.steps) for each in one.reference.pointers
                }
            else:
                named |= {
                    articles.address_of(to.key) for each in one.resolved for to in each.targets
                }
            assert not one.is_broken
        cited.append(found)
    assert cited[0] == cited[1]
    # Ours, those of the Companies Act, and those of the articles of another time.
    assert sum(isinstance(one, str) for named in cited[0].values() for one in named) == 28
    assert sum(isinstance(one, tuple) for named in cited[0].values() for one in named) == 17


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_check_cries_on_the_present_articles(company: Company, language: str) -> None:
    assert check(present_of(company, language), "present") == ()


def test_article_16_was_amended_in_2022(company: Company) -> None:
    article = Article.objects.get(
        wordings__company=company, wordings__caption_ja="電子提供措置等", part__kind="main"
    )
    assert [
        (
            step.kind,
            step.wording.adopted_on,
            step.wording.in_force.lower,
            step.wording.caption_en,
            str(step.wording.amendment.decided_by),
        )
        for step in record.history_of(article)
    ] == [
        (
            "made",
            date(2018, 10, 1),
            date(2018, 10, 1),
            "Internet Disclosure of Reference Documents and Other Materials",
            "import",
        ),
        (
            "amended",
            date(2022, 6, 24),
            date(2022, 9, 1),
            "Electronic Provision of Materials",
            "meeting",
        ),
    ]


# What the proposal makes of them


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_is_as_written_down(drafts: dict[str, Draft], language: str) -> None:
    written = written_table(f"9990-12-1-{language}", STYLES[language])
    assert without_keys(drafts[language].table) == without_keys(written)


def test_both_tables_have_the_same_changes(drafts: dict[str, Draft]) -> None:
    """The style for English leaves out the chapter headings that stay as they are."""
    rows = {
        code: [
            (row.kind, row.present.first, row.proposed.first, row.moved)
            for row in drafts[code].table.shown
            if row.kind not in ("chapter", "unchanged")
        ]
        for code in LANGUAGES
    }
    assert rows["ja"] == rows["en"]
    assert [row for row in rows["ja"] if row[3]] == [
        ("deleted", "article:13", None, "article:14"),
        ("inserted", None, "article:14", "article:13"),
    ]


@pytest.mark.parametrize(
    "term",
    ["株主総会", "取締役会", "監査役会", "監査等委員会", "監査等委員", "会計監査人", "取締役社長"],
)
def test_no_underline_cuts_a_legal_term(drafts: dict[str, Draft], term: str) -> None:
    lines = [
        line
        for row in drafts["ja"].table.shown
        for cell in (row.present, row.proposed)
        for line in cell.lines
    ]
    whole = sum(span.text.count(term) for line in lines for span in line.spans)
    assert whole == sum(line.text.count(term) for line in lines) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_all_that_is_proposed(drafts: dict[str, Draft], language: str) -> None:
    """No provision of either side is missing from the table."""
    drafted = drafts[language]
    keys = {
        side: [key for row in drafted.table.rows for key in getattr(row, side).keys]
        for side in ("present", "proposed")
    }
    assert keys["present"] == [unit.key for _, unit in drafted.present.units()]
    assert keys["proposed"] == [unit.key for _, unit in drafted.proposed.units()]


CONSEQUENCES = {
    "ja": [
        ("article:16/paragraph:1", "shifted", "前条", "第15条"),
        ("article:16/paragraph:2", "followed", "第13条", "第14条"),
        ("article:31/paragraph:1", "followed", "第25条から第29条まで", "第25条から第30条まで"),
        (
            "article:34/paragraph:1",
            "broken",
            "前条第１項および第41条第１項",
            "前条第１項および第41条第１項",
        ),
        ("article:44/paragraph:1", "followed", "第46条", "第42条"),
        ("supplementary.2:1/paragraph:2", "past", "第41条第２項", "第41条第２項"),
    ],
    "en": [
        ("article:16/paragraph:1", "shifted", "the preceding article", "Article 15"),
        ("article:16/paragraph:2", "followed", "Article 13", "Article 14"),
        ("article:31/paragraph:1", "followed", "Articles 25 through 29", "Articles 25 through 30"),
        ("article:34/paragraph:1", "broken", "Article 41 Paragraph 1", "Article 41 Paragraph 1"),
        ("article:44/paragraph:1", "followed", "Article 46", "Article 42"),
        (
            "supplementary.2:1/paragraph:2",
            "past",
            "Article 41 Paragraph 2",
            "Article 41 Paragraph 2",
        ),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_follow_shift_and_break(drafts: dict[str, Draft], language: str) -> None:
    assert [
        (one.at, one.outcome, one.before, one.after)
        for one in drafts[language].consequences
        if one.outcome not in ("kept", "external")
    ] == CONSEQUENCES[language]


def test_references_to_other_law_are_left(drafts: dict[str, Draft]) -> None:
    for language, act in (("ja", "会社法"), ("en", "the Companies Act")):
        left = [one for one in drafts[language].consequences if one.outcome == "external"]
        assert all(one.before == one.after for one in left)
        assert [one.before for one in left if f"{act}" in one.why.in_language(language)][:3] == {
            "ja": ["第189条第２項", "第166条第１項", "第165条第２項"],
            "en": [
                "Article 189 Paragraph 2",
                "Article 166 Paragraph 1",
                "Article 165 Paragraph 2",
            ],
        }[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_older_supplementary_provisions_cite_the_numbers_of_their_time(
    drafts: dict[str, Draft], language: str
) -> None:
    """Whatever Article 12, amended in 2018, were called today, it would be left there."""
    [article] = drafts[language].proposed.supplementary[0].children
    assert article == drafts[language].present.supplementary[0].children[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_stand_beside_the_draft(drafts: dict[str, Draft], language: str) -> None:
    assert [(one.code, one.severity, one.side, one.at) for one in drafts[language].findings] == [
        ("changed-range", "warning", "proposed", "article:31/paragraph:1"),
        ("broken-reference", "error", "proposed", "article:34/paragraph:1"),
    ]


def test_mended_it_goes_through_review(proposal: Proposal, drafts: dict[str, Draft]) -> None:
    # The reference that is broken is said once, and not in each language.
    assert len(missing_for_review(proposal)) == 1
    by, reviewer = (User.objects.get(username=name) for name in ("stranger", "reviewer"))
    mend = Wording.objects.get(company=proposal.company, number=33, kind="article")
    reason = drafts["ja"].reasons[0]
    editing.add_change(proposal, by=by, operation="replace", at=mend.key, reason=reason, **MENDED)
    fresh = Proposal.objects.with_names().get(pk=proposal.pk)
    assert missing_for_review(fresh) == ()
    assert [one.code for one in draft(fresh, "ja").findings] == ["changed-range"]
    moves.submit(fresh, by=by, at=NOW)
    moves.approve(fresh, by=reviewer, at=NOW)
    fresh = Proposal.objects.with_names().get(pk=proposal.pk)
    papers = [shown_release(fresh, code).paper for code in LANGUAGES]
    assert [(paper.is_draft, paper.file_name) for paper in papers] == [
        (False, "9990-12-1-release-ja.pdf"),
        (False, "9990-12-1-release-en.pdf"),
    ]


# Its release


def test_head_and_schedule_of_the_japanese_release(drafts: dict[str, Draft]) -> None:
    paper = release_paper(drafts["ja"])
    assert [(line.label, line.value) for line in paper.particulars] == [
        ("会社名", "株式会社青桐精密"),
        ("代表者名", "代表取締役社長　望月　遥"),
        ("", "（コード番号　9990　東証プライム）"),
        ("問合せ先", "法務部長　小平　誠"),
        ("", "（TEL　0266-00-0000）"),
    ]
    assert (paper.dateline, paper.banner, paper.title, paper.record, paper.closing) == (
        "2026年5月15日",
        "各位",
        "定款の一部変更に関するお知らせ",
        "記",
        "以上",
    )
    assert paper.opening == (
        "当社は、本日開催の取締役会において、2026年6月26日開催予定の第12回定時株主総会に"
        "「定款一部変更の件」を付議することを決議いたしましたので、下記のとおりお知らせいたします。"
    )
    assert [(line.label, line.day) for line in paper.schedule] == [
        ("定款変更のための株主総会開催日", "2026年6月26日（金）（予定）"),
        ("定款変更の効力発生日", "2026年6月26日（金）（予定）"),
    ]


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        (
            "ja",
            [
                ["第４条（機関）", "第29条（重要な業務執行の決定の委任）", "の附則第１条を"],
                ["第15条の２（場所の定めのない株主総会）", "第13条（基準日）", "第３章に"],
                ["第24条（相談役および顧問）", "の附則第１条を"],
                [],
            ],
        ),
        (
            "en",
            [
                [
                    "Article 4 (Organs)",
                    "Article 29 (Delegation of Decisions on the Execution of Important Operations)",
                    "Article 1 of the Supplementary Provisions dated June 26, 2026",
                ],
                [
                    "Article 15-2 (General Meetings of Shareholders without a Designated Place)",
                    "Article 13 (Record Date)",
                    "Chapter III of",
                ],
                [
                    "Article 24 (Counselors and Advisors)",
                    "Article 1 of the Supplementary Provisions dated June 24, 2022",
                ],
                [],
            ],
        ),
    ],
)
def test_numbers_in_the_reasons_are_live(
    drafts: dict[str, Draft], language: str, numbers: list[list[str]]
) -> None:
    reasons = release_paper(drafts[language]).reasons
    assert [reason.mark for reason in reasons] == ["(1)", "(2)", "(3)", "(4)"]
    for reason, expected in zip(reasons, numbers, strict=True):
        text = "\n".join(reason.paragraphs)
        assert [number for number in expected if number not in text] == []
        assert "{" not in text


@pytest.mark.parametrize(
    ("language", "head"),
    [("ja", ["現行定款", "変更案"]), ("en", ["Present Articles", "Proposed Articles"])],
)
def test_pdf_read_back_is_the_table_with_its_underlines(
    drafts: dict[str, Draft], language: str, head: list[str], tmp_path: Path
) -> None:
    paper = release_paper(drafts[language])
    assert paper.file_name == f"9990-12-1-release-{language}-DRAFT.pdf"
    output = tmp_path / paper.file_name
    call_command("release", "9990-12-1", language=language, output=output)
    assert output.read_bytes() == pdf(paper)
    with pdfplumber.open(io.BytesIO(output.read_bytes())) as document:
        printed = marked_columns(document, head)
        pages = [printed_lines(page) for page in document.pages]
    rows = written_table(f"9990-12-1-{language}", STYLES[language]).rows
    assert printed == tuple(
        marked(line for row in rows for line in getattr(row, side).lines)
        for side in ("present", "proposed")
    )
    assert [lines[0].split()[-1] for lines in pages] == [paper.draft_mark] * len(pages)
    assert paper.draft_mark == {"en": "DRAFT", "ja": "案"}[language]


# Its pages


@pytest.fixture
def client_of(proposal: Proposal) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="stranger"))
    return client


def addresses(proposal: Proposal) -> list[str]:
    wording = Wording.objects.get(company=proposal.company, number=16, ended_by=None)
    change = Change.objects.get(
        proposal=proposal,
        caption_en="Delegation of Decisions on the Execution of Important Operations",
    )
    return [
        "/9990/articles/",
        f"/9990/articles/{wording.article_id}/",
        "/9990/proposals/",
        PATH,
        f"{PATH}reasons/",
        f"{PATH}changes/insert/?after={wording.key}",
        f"{PATH}changes/{change.pk}/",
        f"{PATH}release/ja/",
        f"{PATH}release/en/",
    ]


def test_pages_take_few_queries(
    proposal: Proposal, client_of: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address in addresses(proposal):
        for language in LANGUAGES:
            client_of.cookies["django_language"] = language
            with django_assert_max_num_queries(24):
                assert client_of.get(address).status_code == 200, address


def test_nobody_of_the_first_company_sees_it(proposal: Proposal) -> None:
    load("3774")
    client = Client()
    client.force_login(User.objects.get(username="legal"))
    assert {client.get(one).status_code for one in addresses(proposal)} == {404}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "ja",
            [
                "「第25条から第30条まで」には、第29条が新たに含まれます。",
                "「前条第１項および第41条第１項」が指す現行の第41条は削除されます。",
            ],
        ),
        (
            "en",
            [
                "Article 29 is now covered by Articles 25 through 30.",
                "前条第１項および第41条第１項 name present Article 41, which is deleted.",
            ],
        ),
    ],
)
def test_findings_are_said_in_the_language_of_the_interface(
    client_of: Client, language: str, sentences: list[str]
) -> None:
    """Each beside the name of its article, which its sentence then does not repeat."""
    client_of.cookies["django_language"] = language
    answer = client_of.get(f"{PATH}?language=ja")
    assert [
        (one["where"], one["message"].in_language(language)) for one in answer.context["findings"]
    ] == [
        ("第31条（取締役会規程）", sentences[0]),
        ("第34条（補償契約）", sentences[1]),
    ]
    assert all(sentence in answer.content.decode() for sentence in sentences)


def test_the_law_is_shown_in_the_language_asked_for(client_of: Client) -> None:
    for language, number, wording in (
        ("ja", "第16条", "電子提供措置をとるものとする。"),
        ("en", "Article 16", "the Company shall take measures for the electronic provision"),
    ):
        page = client_of.get(f"/9990/articles/?language={language}").content.decode()
        assert number in page
        assert wording in page
