"""Word files: what is written in fields, forms, readings and formulas, and what nobody sees."""

import pytest

from tests.governance.intake.files.originals import W, levels, numbering, p, r, word
from tests.governance.intake.files.test_word import lines, notes_of

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def field(instruction: str, result: str | None = None, form: str = "") -> str:
    """A field with its instruction; `form` is the XML of what is stored with it."""
    stored = f"<w:ffData>{form}</w:ffData>" if form else ""
    shown = "" if result is None else '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r(result)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{stored}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str, words: str) -> str:
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{r(words) if words else ''}"
        "</w:sdtContent></w:sdt>"
    )


def entries(*names: str) -> str:
    return "".join(f'<w:listEntry w:val="{name}"/>' for name in names)


CHOICES = (
    '<w:listItem w:displayText="４月" w:value="4"/><w:listItem w:displayText="６月" w:value="6"/>'
)
FORMS = "Form fields (1) were read with what is chosen or typed in them. Line 1: “{}”."
FRACTION = (
    f'<m:oMath xmlns:m="{M}"><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r>'
    "<m:t>b+1</m:t></m:r></m:den></m:f></m:oMath>"
)
FORMULA = "Formulas (1) were written on one line; compare them with the file. Line 1: “{}”."
NO_RESULT = (
    "Left out: fields that show nothing without the program that made the file (1). Line 1: “{}”."
)
PRIVATE = (
    "Characters without a meaning outside a font of their own (1) were kept; replace them."
    " Line 1: “\ue001”."
)
READ = "Left out: readings over characters (1). Line 1: “{}”."


@pytest.mark.parametrize(
    ("inner", "shown", "note"),
    [
        (
            field(r'EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 11(みほん),見本)'),
            "見本",
            READ.format("みほん"),
        ),
        (field(r"eq \o(\s\up 8(てい);定款)"), "定款", READ.format("てい")),
        (
            field(r"eq \o\ac(□,社)"),
            "社",
            "Characters in a circle or a frame (1) were read without it. Line 1: “社”.",
        ),
        (
            field(r"eq \o\ac(○,3)"),
            "③",
            "Characters in a circle or a frame (1) were read without it. Line 1: “3”.",
        ),
        (
            field(r"EQ \f(1,2)"),
            "1/2",
            "Formulas (1) were written on one line; compare them with the file. Line 1: “1/2”.",
        ),
        (
            field("FORMDROPDOWN", form=f"<w:ddList>{entries('春', '秋')}</w:ddList>"),
            "春",
            FORMS.format("春"),
        ),
        (
            field(
                "FORMDROPDOWN",
                form=f'<w:ddList><w:default w:val="1"/>{entries("春", "秋")}</w:ddList>',
            ),
            "秋",
            FORMS.format("秋"),
        ),
        (
            field("FORMCHECKBOX", form="<w:checkBox><w:default/><w:checked/></w:checkBox>"),
            "☒",
            FORMS.format("☒"),
        ),
        (
            field("FORMCHECKBOX", form='<w:checkBox><w:default w:val="0"/></w:checkBox>'),
            "☐",
            FORMS.format("☐"),
        ),
        (field("FORMTEXT", "奈良市", form="<w:textInput/>"), "奈良市", FORMS.format("奈良市")),
        (
            field("FORMTEXT", "\u2002\u2002", form="<w:textInput/>"),
            "  ",
            "Form fields in which nothing is typed (1) were read as nothing. Line 1.",
        ),
        (
            field("FORMTEXT", "  ", form='<w:textInput><w:default w:val="奈良市"/></w:textInput>'),
            "  ",
            "Form fields in which nothing is typed (1) were read as nothing. Line 1.",
        ),
        (
            field(r"eq \o(\s\up 6(株式),\s\do 2(会社))"),
            "株式会社",
            FORMULA.format("株式会社"),
        ),
        (
            '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
            "2",
            "Raised or lowered characters (1) were read like the others. Line 1: “2”.",
        ),
        (
            field("MACROBUTTON NoMacro [ここに名前]"),
            "[ここに名前]",
            "Prompts that nobody has replaced (1) were read as text. Line 1: “[ここに名前]”.",
        ),
        (
            field("MERGEFIELD 会社名"),
            "",
            NO_RESULT.format("MERGEFIELD 会社名"),
        ),
        (
            control(f"<w:dropDownList>{CHOICES}</w:dropDownList>", "６月"),
            "６月",
            FORMS.format("６月"),
        ),
        (
            control(f'<w:comboBox w:lastValue="4">{CHOICES}</w:comboBox>', ""),
            "４月",
            FORMS.format("４月"),
        ),
        (
            control('<w:date w:fullDate="2026-06-25T00:00:00Z"/>', "６月25日"),
            "６月25日",
            FORMS.format("６月25日"),
        ),
        (
            control("<w:showingPlcHdr/><w:text/>", "名前を入力"),
            "名前を入力",
            "Prompts that nobody has replaced (1) were read as text. Line 1: “名前を入力”.",
        ),
        (control("<w:text/>", "甲"), "甲", ""),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
            "☑",
            "",
        ),
        (
            '<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>',
            "・",
            "Signs that only a symbol font knows (1) stand as “・”. Line 1: “Webdings”.",
        ),
        (
            r("\ue001"),
            "\ue001",
            PRIVATE,
        ),
        (
            FRACTION,
            "a/(b+1)",
            "Formulas (1) were written on one line; compare them with the file. Line 1: “a/(b+1)”.",
        ),
        (
            '<w:r><w:drawing><wp:docPr xmlns:wp="urn:w" descr="社章"/></w:drawing></w:r>',
            "",
            "Left out: pictures and embedded objects (1). Line 1: “社章”.",
        ),
        ("<w:subDoc/>", "", "Left out: documents of another kind that are enclosed (1). Line 1."),
        (
            "<w:r><w:somethingNew/></w:r>",
            "",
            "Left out: parts of the file that are not known here (1). Line 1: “somethingNew”.",
        ),
        ("<w:r><w:softHyphen/><w:noBreakHyphen/><w:ptab/></w:r>", "-\t", ""),
    ],
)  # fmt: skip
def test_what_a_paragraph_shows_and_what_is_told(inner: str, shown: str, note: str) -> None:
    data = word(p(inner=r("第1条　甲") + inner + r("乙。")))
    assert lines(data) == [f"第1条　甲{shown}乙。"]
    assert notes_of(data) == ([note] if note else [])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("第1条　公告は、", "電子公告による。", ["第1条　公告は、電子公告による。"]),
        ("第1条　公告による。", "第2条　甲。", ["第1条　公告による。", "第2条　甲。"]),
        ("第１章　総則", "（商号）", ["第１章　総則", "（商号）"]),
        ("", "第1条　甲。", ["第1条　甲。"]),
    ],
)  # fmt: skip
def test_page_break_within_a_paragraph(before: str, after: str, expected: list[str]) -> None:
    for kind in ("page", "column"):
        broken = r(before) + f'<w:r><w:br w:type="{kind}"/></w:r>' + r(after)
        assert lines(word(p(inner=broken))) == expected


def test_page_break_in_a_paragraph_of_its_own_parts_no_sentence() -> None:
    alone = p(inner='<w:r><w:br w:type="page"/></w:r>')
    assert lines(word(p("第1条　公告は、"), alone, p("電子公告による。"))) == [
        "第1条　公告は、",
        "電子公告による。",
    ]


def test_prompt_of_a_whole_paragraph_is_told() -> None:
    content = f"<w:sdtContent>{p('条文を入力')}</w:sdtContent>"
    data = word(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>")
    assert notes_of(data) == [
        "Prompts that nobody has replaced (1) were read as text. Line 1: “条文を入力”."
    ]


def test_prompt_of_a_cell_is_told() -> None:
    cells = [f"<w:tc>{p(text)}</w:tc>" for text in ("期間", "日数を入力")]
    content = f"<w:sdtContent>{cells[1]}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>"
    data = word(p("第1条　次の表による。"), f"<w:tbl><w:tr>{cells[0]}{control}</w:tr></w:tbl>")
    assert notes_of(data)[0] == (
        "Prompts that nobody has replaced (1) were read as text. Line 2: “日数を入力”."
    )


def test_page_break_within_an_english_sentence() -> None:
    broken = r("Article 1. The seat is") + '<w:r><w:br w:type="page"/></w:r>' + r("in Kyoto.")
    assert lines(word(p(inner=broken)), language="en") == ["Article 1. The seat is in Kyoto."]


STYLES = f"""<w:styles xmlns:w="{W}">
 <w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style>
 <w:style w:type="character" w:styleId="derived"><w:basedOn w:val="note"/></w:style>
 <w:style w:type="character" w:styleId="shown"><w:basedOn w:val="note"/>
  <w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="draft"><w:rPr><w:vanish/></w:rPr></w:style>
 <w:style w:type="paragraph" w:styleId="draft2"><w:basedOn w:val="draft"/></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("paragraph_style", "properties", "is_seen"),
    [
        ("", "", True),
        ("", '<w:rStyle w:val="note"/>', False),
        ("", '<w:rStyle w:val="derived"/>', False),
        ("", '<w:rStyle w:val="shown"/>', True),
        ("", '<w:rStyle w:val="note"/><w:vanish w:val="0"/>', True),
        ("draft", "", False),
        ("draft2", "", False),
        ("draft", '<w:rStyle w:val="note"/>', True),
        ("draft", '<w:vanish w:val="0"/>', True),
    ],
)
def test_hidden_by_the_styles_of_paragraph_and_run(
    paragraph_style: str, properties: str, is_seen: bool
) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>（確認）</w:t></w:r>"
    data = word(p(inner=run, style=paragraph_style), p("第1条　甲。"), parts={"styles": STYLES})
    assert ("（確認）" in "".join(lines(data))) is is_seen
    told = ["Left out: hidden text (1). Line 1: “（確認）”."]
    assert notes_of(data) == ([] if is_seen else told)


def test_hidden_end_of_a_paragraph_lets_it_go_on_with_its_number() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    data = word(
        f"<w:p><w:pPr>{numbered}{hidden}</w:pPr>{r('（商号）')}</w:p>",
        p("当会社は、甲と称する。"),
        parts={"numbering": numbering({"1": levels(("decimal", "第%1条"), after="nothing")})},
    )
    assert lines(data) == ["第1条（商号）当会社は、甲と称する。"]


def test_what_stands_in_other_parts_is_told_with_its_words() -> None:
    def part(name: str, entry: str, words: str) -> str:
        inside = f'<w:{entry} w:id="2">{p(words)}</w:{entry}>' if entry else p(words)
        return f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'

    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="2"/></w:r>'
    data = word(
        p("第1条　甲。"),
        p(inner=r("第2条　乙。") + marks),
        parts={
            "header": part("hdr", "", "改定案　3"),
            "footnotes": part("footnotes", "footnote", "旧第3条"),
            "comments": part("comments", "comment", "要確認"),
        },
    )
    assert notes_of(data) == [
        "Left out: footnotes and endnotes (1). Line 2: “旧第3条”.",
        "Left out: comments (1). Line 2: “要確認”.",
        "Left out: headers and footers (1). “改定案 3”.",
    ]


def test_text_box_within_a_text_box_is_read_once() -> None:
    def box(inside: str) -> str:
        return f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"

    data = word(p(inner=r("第1条　甲。") + box(p(inner=r("外") + box(p("内"))))), p("第2条　乙。"))
    assert lines(data) == ["第1条　甲。", "外", "内", "第2条　乙。"]


@pytest.mark.parametrize(
    "types",
    [
        # By the ending alone, and in other capitals.
        '<Default Extension="xml" ContentType="{main}"/>',
        '<Override PartName="/Word/Document.xml" ContentType="{main}"/>',
    ],
)
def test_kind_of_the_main_part(types: str) -> None:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    data = word(p("第1条　甲。"), types=f'<Types xmlns="{space}">{types.format(main=main)}</Types>')
    assert lines(data) == ["第1条　甲。"]
