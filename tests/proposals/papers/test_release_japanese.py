import io
import re
from dataclasses import replace
from datetime import date

import pikepdf

from governance.papers.pdf import markup, pdf
from governance.papers.sections import Particular
from proposals.papers.facts import Facts
from proposals.papers.release import ReleasePaper, ScheduleLine, compose
from tests.proposals.papers.conftest import schedule


def test_head_is_made_from_the_data(japanese_paper: ReleasePaper) -> None:
    assert japanese_paper.title == "定款の一部変更に関するお知らせ"
    assert (japanese_paper.dateline, japanese_paper.banner) == ("2013年5月24日", "各位")
    assert japanese_paper.particulars == (
        Particular("会社名", "株式会社インターネットイニシアティブ"),
        Particular("代表者名", "代表取締役社長　みほん 花子"),
        Particular("", "（コード番号　3774　東証第一部）"),
        Particular("問合せ先", "広報部　みほん 太郎"),
        Particular("", "（TEL　03-0000-0000）"),
    )
    assert japanese_paper.opening == (
        "当社は、本日開催の取締役会において、2013年6月26日開催予定の第21回定時株主総会に"
        "「定款の一部変更の件」を付議することを決議いたしましたので、下記のとおりお知らせいたします。"
    )
    assert (japanese_paper.record, japanese_paper.closing) == ("記", "以上")


def test_board_of_another_day_is_dated(japanese_facts: Facts, japanese_paper: ReleasePaper) -> None:
    later = compose(
        replace(
            japanese_facts,
            days=schedule(announced_on=date(2013, 5, 27)),
            meeting_kind="extraordinary",
            meeting_ordinal=None,
        ),
        address="3774-20130626-1",
        is_draft=False,
        reasons=["条数を繰り下げます。"],
        table=japanese_paper.table,
    )
    assert later.opening.startswith(
        "当社は、2013年5月24日開催の取締役会において、2013年6月26日開催予定の臨時株主総会に"
    )
    assert later.file_name == "3774-20130626-1-release-ja.pdf"
    assert [reason.mark for reason in later.reasons] == [""]


def test_schedule_has_weekdays(japanese_paper: ReleasePaper) -> None:
    assert japanese_paper.schedule == (
        ScheduleLine("定款変更のための株主総会開催日", "2013年6月26日（水）（予定）"),
        ScheduleLine("定款変更の効力発生日", "2013年6月26日（水）（予定）"),
    )


def test_page_stands_in_the_usual_order(japanese_paper: ReleasePaper) -> None:
    page = re.sub(r"<[^>]+>", "", markup(japanese_paper).partition("<body>")[2])
    places = [
        page.index(text)
        for text in (
            "2013年5月24日",
            "各位",
            "会社名",
            "定款の一部変更に関するお知らせ",
            "当社は、",
            "記\n",
            "1．変更の理由",
            "2．変更の内容",
            "（下線は変更部分を示します。）",
            "現行定款",
            "3．日程",
            "以上",
        )
    ]
    assert places == sorted(places)


def test_faces_are_our_own(japanese_paper: ReleasePaper) -> None:
    with pikepdf.open(io.BytesIO(pdf(japanese_paper))) as document:
        assert document.Root.Lang == "ja"
        names = {
            re.sub(r"^/[A-Z]{6}\+", "", str(font.BaseFont))
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert names == {
        "Noto-Serif-JP",
        "Noto-Sans-CJK-JP-Bold",
        "Source-Serif-Pro",
    }
