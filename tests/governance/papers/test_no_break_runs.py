import pytest

from governance.templatetags.paper import no_break, no_break_runs


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("in Article 189 Paragraph 2 of the Act", ["Article 189", "Paragraph 2"]),
        ("Articles 8 through 13", ["Articles 8"]),
        ("Article 9-2 and Item 3", ["Article 9-2", "Item 3"]),
        ("as of July 1, 2013", ["July 1"]),
        ("that he/she owns Less-than-a-full-unit Shares", ["he/she", "Less-than-a-full-unit"]),
        ("on Forms 20-F and 6-K, which", ["20-F", "6-K"]),
        ("E-mail: ir@iij.ad.jp", ["E-mail", "ir@iij.ad.jp"]),
        ("at http://www.iij.ad.jp/en/.", ["http://www.iij.ad.jp/en/."]),
        ("an-expression-much-too-long-to-be-kept-in-one-piece", []),
        ("第8条及び第9条", ["第8条", "第9条"]),
        ("会社法第399条の13第６項の規定", ["第399条の13", "第６項"]),
        ("毎年３月31日の第12回定時株主総会", ["３月31日", "第12回"]),
        ("第三者および第2の規定", []),
        ("前条および第5条、第７項。", ["第5条、", "第７項。"]),
        ("2022年９月１日（以下「施行日」という。）第９条の２「", []),
        ("", []),
    ],
)
def test_runs_keep_together_what_belongs_together(text: str, kept: list[str]) -> None:
    parts = no_break_runs(text)
    assert [part.text for part in parts if part.is_unbroken] == kept
    assert "".join(part.text for part in parts) == text


def test_html_says_it_and_escapes_the_text() -> None:
    assert no_break("<b> & Article 9, 第９条、") == (
        '&lt;b&gt; &amp; <span class="no-break">Article 9</span>,'
        ' <span class="no-break">第９条、</span>'
    )
