"""Rows of the comparison table in every house style: what is shown, shortened and headed."""

from dataclasses import replace

import pytest

from governance.text.compare import compare
from governance.text.comparing.match import match
from governance.text.reading.read import read
from governance.text.table.build import comparison_table
from governance.text.table.house_style import PRESETS, HouseStyle
from governance.text.table.rows import Cell, Row

RELEASE, NOTICE = PRESETS["english-release"], PRESETS["english-notice"]


def rows(present: str, proposed: str, style: HouseStyle = RELEASE) -> list[Row]:
    sides = (read(text, style.language).articles for text in (present, proposed))
    return list(compare(*sides, style).table.rows)


def printed(cell: Cell) -> str:
    """The lines of a cell, parted by "/", with what is underlined between low lines."""
    return " / ".join(
        "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for line in cell.lines
    )


def shown(present: str, proposed: str, style: HouseStyle = RELEASE) -> list[tuple[str, str, str]]:
    return [
        (row.kind, printed(row.present), printed(row.proposed))
        for row in rows(present, proposed, style)
        if row.shown
    ]


def test_nothing_changed_shows_nothing() -> None:
    text = "Article 1.\nThe name is Kamo.\n"
    (row,) = rows(text, text)
    assert (row.kind, row.shown, row.is_run, row.key) == ("unchanged", False, True, "article:1")


def test_lines_of_one_paragraph_are_compared_line_by_line() -> None:
    same = "Article 1. / The name of the Company is Kamo."
    present = (
        "Article 1.\nThe name of the Company is Kamo.\nIts seat is in Kyoto.\nIt may be wound up.\n"
    )
    proposed = (
        "Article 1.\nThe name of the Company is Kamo.\nIts seat is in Nara.\nNobody owns it.\n"
    )
    assert shown(present, proposed) == [
        (
            "amended",
            f"{same} / Its seat is in _Kyoto_. / _It may be wound up._",
            f"{same} / Its seat is in _Nara_. / _Nobody owns it._",
        )
    ]


def test_items_whose_labels_changed_are_an_amendment() -> None:
    present = "Article 1.\nThe objects are:\n(1) lamps; and\n(2) oil.\n"
    proposed = present.replace("(1)", "1.").replace("(2)", "2.")
    assert shown(present, proposed) == [
        (
            "amended",
            "Article 1. / The objects are: / _(1)_ lamps; and / _(2)_ oil.",
            "Article 1. / The objects are: / _1._ lamps; and / _2._ oil.",
        )
    ]


PARAGRAPHS = """(Meetings)
Article 1.
A meeting is called in June.
2 The notice is sent two weeks before.
3 The notice names the matters.
4 The chairman is chosen by lot.
"""


def test_unchanged_paragraphs_shrink_and_each_has_its_row() -> None:
    proposed = PARAGRAPHS.replace("by lot", "by vote")
    assert shown(PARAGRAPHS, proposed, NOTICE) == [
        (
            "amended",
            "(Meetings) / Article 1. / (Provisions omitted)",
            "(Meetings) / Article 1. / (Present provisions maintained)",
        ),
        ("unchanged", "2–3 (Provisions omitted)", "2–3 (Present provisions maintained)"),
        ("amended", "4 The chairman is chosen by _lot_.", "4 The chairman is chosen by _vote_."),
    ]


def test_a_paragraph_put_in_and_one_taken_out_have_rows_of_their_own() -> None:
    proposed = PARAGRAPHS.replace("2 The notice is sent two weeks before.\n3", "2").replace(
        "4 The chairman is chosen by lot.\n",
        "3 The chairman is chosen by lot.\n4 Minutes of every meeting are kept for ten years.\n",
    )
    assert shown(PARAGRAPHS, proposed, NOTICE) == [
        (
            "amended",
            "(Meetings) / Article 1. / (Provisions omitted)",
            "(Meetings) / Article 1. / (Present provisions maintained)",
        ),
        ("deleted", "_2 The notice is sent two weeks before._", "(Deleted)"),
        ("renumbered", "_3_–_4_ (Provisions omitted)", "_2_–_3_ (Present provisions maintained)"),
        ("inserted", "(New Provision)", "_4 Minutes of every meeting are kept for ten years._"),
    ]


def test_the_head_stands_alone_where_only_one_side_has_the_first_paragraph() -> None:
    proposed = (
        PARAGRAPHS.replace("4 The chairman", "5 The chairman")
        .replace("3 The notice", "4 The notice")
        .replace("2 The notice", "3 The notice")
        .replace("A meeting", "Shareholders may meet without any place at all.\n2 A meeting")
    )
    found = shown(PARAGRAPHS, proposed, NOTICE)
    assert found[0] == ("amended", "(Meetings) / Article 1.", "(Meetings) / Article 1.")
    assert found[1] == (
        "inserted",
        "(New Provision)",
        "_Shareholders may meet without any place at all._",
    )


def test_a_paragraph_that_moved_past_others_names_its_other_place() -> None:
    proposed = (
        "(Meetings)\nArticle 1.\nA meeting is called in June.\n2 The chairman is chosen by lot.\n"
        "3 The notice is sent two weeks before.\n4 The notice names the matters.\n"
    )
    moved = [(row.kind, row.moved) for row in rows(PARAGRAPHS, proposed, NOTICE) if row.moved]
    assert moved == [
        ("inserted", "article:1/paragraph:4"),
        ("deleted", "article:1/paragraph:2"),
    ]


MAIN = "Article 1.\nThe name is Kamo.\n"


def test_a_new_supplementary_part_is_headed_and_underlined() -> None:
    proposed = f"{MAIN}Supplementary Provisions\nThis takes effect in 2027.\n"
    assert shown(MAIN, proposed) == [
        (
            "inserted",
            "(New Provision)",
            "_Supplementary Provisions_ / _This takes effect in 2027._",
        )
    ]


def test_a_supplementary_part_that_goes_is_headed_and_underlined() -> None:
    present = f"{MAIN}Supplementary Provisions\nThis took effect in 2001.\n"
    assert shown(present, MAIN) == [
        ("deleted", "_Supplementary Provisions_ / _This took effect in 2001._", "(Deleted)")
    ]


def test_a_heading_that_changed_is_underlined_where_it_did() -> None:
    present = f"{MAIN}Supplementary Provisions (of 2001)\nArticle 1.\nThis took effect.\n"
    proposed = present.replace("of 2001", "of 2011").replace("took effect", "has taken effect")
    ((kind, old, new),) = shown(present, proposed)
    assert kind == "amended"
    assert old.startswith("Supplementary Provisions (of _2001_) / Article 1.")
    assert new.startswith("Supplementary Provisions (of _2011_) / Article 1.")


CHAPTERS = """第１章　総則
第１条　商号は鴨川計器とする。
第２条　本店を京都市に置く。
第２章　株式
第３条　株券を発行する。
第３章　計算
第４条　事業年度は四月から三月までとする。
"""


@pytest.mark.parametrize("style", ["japanese-release", "japanese-notice"])
def test_headings_stand_over_what_is_shown_and_runs_end_at_them(style: str) -> None:
    proposed = CHAPTERS.replace("発行する", "発行しない")
    found = shown(CHAPTERS, proposed, PRESETS[style])
    assert found[:4] == [
        ("chapter", "第１章　総則", "第１章　総則"),
        ("unchanged", "第１条～第２条　（条文省略）", "第１条～第２条　（現行どおり）"),
        ("chapter", "第２章　株式", "第２章　株式"),
        ("amended", "第３条　株券を_発行する_。", "第３条　株券を_発行しない_。"),
    ]
    # What follows the last change is shown by one preset and left out by the other.
    assert len(found) == (6 if style == "japanese-notice" else 4)


FOUR_CHAPTERS = f"""{CHAPTERS}第５条　剰余金を配当する。
第４章　雑則
第６条　公告は官報でする。
附　則
第１条　本店を移す。
"""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # Runs go on past the chapters in which nothing changes, and moved numbers are no change.
        (
            {"鴨川計器": "賀茂計器", "本店を移す": "支店を移す"},
            [
                ("chapter", "第１章　総則"),
                ("amended", "第１条　商号は_鴨川計器_とする。"),
                ("unchanged", "第２条～第６条　（条文省略）"),
                ("amended", "附　則 / 第１条　_本店_を移す。"),
            ],
        ),
        (
            {"第３条　株券を発行する。\n": "", "第４": "第３", "第５": "第４", "第６": "第５"},
            [
                ("unchanged", "第１条～第２条　（条文省略）"),
                ("chapter", "第２章　株式"),
                ("deleted", "_第３条　株券を発行する。_"),
            ],
        ),
    ],
)
def test_headings_of_changed_chapters_only(
    changes: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    proposed = FOUR_CHAPTERS
    for old, new in changes.items():
        proposed = proposed.replace(old, new)
    style = replace(PRESETS["japanese-release"], changed_chapters_only=True)
    found = shown(FOUR_CHAPTERS, proposed, style)
    assert [row[:2] for row in found][: len(expected)] == expected
    assert not [row for row in found if "第３章" in row[1]]


def test_a_run_crosses_headings_that_are_not_shown() -> None:
    present = "CHAPTER I. ONE\nArticle 1.\nOne.\nCHAPTER II. TWO\nArticle 2.\nTwo.\n"
    proposed = (
        "CHAPTER I. ONE\nArticle 1.\nNewly made for this very purpose.\nArticle 2.\nOne.\n"
        "CHAPTER II. TWO\nArticle 3.\nTwo.\n"
    )
    found = rows(present, proposed)
    assert [(row.kind, row.present.first, row.present.last) for row in found] == [
        ("chapter", "chapter:1", "chapter:1"),
        ("inserted", None, None),
        ("renumbered", "article:1", "article:2"),
    ]
    assert found[-1].present.keys == ("article:1", "chapter:2", "article:2")


def test_a_heading_of_two_lines_is_printed_on_one() -> None:
    old = "附　則\n（平成18年6月29日）\n第１条　本店を移す。\n第２条　支店を閉じる。\n"
    new = "附　則\n（令和8年6月25日）\n第１条　門を開く。\n"
    present = "第１条　商号は鴨川計器とする。\n" + old
    found = shown(present, present + new, PRESETS["japanese-notice"])
    assert found == [
        ("unchanged", "第１条　（条文省略）", "第１条　（現行どおり）"),
        (
            "unchanged",
            "附　則（平成18年6月29日） / 第１条～第２条　（条文省略）",
            "附　則（平成18年6月29日） / 第１条～第２条　（現行どおり）",
        ),
        ("inserted", "（新設）", "_附　則（令和8年6月25日）_ / _第１条　門を開く。_"),
    ]


def test_wrapped_lines_of_a_new_article_are_printed_on_one() -> None:
    new = "Article 2.\nThe Company makes lamps of\nbrass and of copper.\n"
    assert shown("Article 1.\nThe name is Kamo.\n", "Article 1.\nThe name is Kamo.\n" + new)[
        -1
    ] == (
        "inserted",
        "(New Provision)",
        "_Article 2._ / _The Company makes lamps of brass and of copper._",
    )


def test_headings_of_sections_stand_over_articles_without_chapters() -> None:
    present = (
        "第１節　総則\n第１条　商号を鴨川計器とする。\n第２節　株式\n第２条　株券を発行する。\n"
    )
    found = rows(present, present.replace("する。", "しない。"), PRESETS["japanese-release"])
    assert [(row.kind, row.shown, row.present.first) for row in found] == [
        ("chapter", True, "section:1"),
        ("amended", True, "article:1"),
        ("chapter", True, "section:2"),
        ("amended", True, "article:2"),
    ]
    found = rows(present, present.replace("行する。", "行しない。"), PRESETS["english-release"])
    assert not [row for row in found if row.kind == "chapter" and row.shown]


def test_indents_are_said_by_the_level() -> None:
    present = "Article 1.\nThe Company trades in:\n  (1) lamps; and\n  (2) wicks.\n"
    (row,) = rows(present, present.replace("wicks", "oil"))
    assert [(line.level, line.text) for line in row.proposed.lines] == [
        (0, "Article 1."),
        (0, "The Company trades in:"),
        (1, "(1) lamps; and"),
        (1, "(2) oil."),
    ]


def test_an_article_without_a_number_stands_by_its_caption_in_a_run() -> None:
    present = (
        "（名称）\nこの法人は鴨川会という。\n（目的）\n第２条　水鳥を守る。\n"
        "（事務所）\n第３条　事務所を京都市に置く。\n"
    )
    proposed = present.replace("水鳥", "野鳥")
    assert shown(present, proposed, PRESETS["japanese-release"])[0][1] == "名称　（条文省略）"
    proposed = present.replace("京都市", "奈良市")
    assert shown(present, proposed, PRESETS["japanese-release"])[0][1] == (
        "名称～第２条　（条文省略）"
    )


BIRDS = "Herons and cranes that rest upon the roof are left in peace by everybody."


@pytest.mark.parametrize("birds", [BIRDS, "Birds are left in peace."])
def test_neighbours_that_changed_places_are_told_alike_in_both_directions(birds: str) -> None:
    """The one with fewer words is said to have moved, whichever version is the earlier."""
    seat = "The seat of the Company is in Kyoto and not elsewhere."
    one, other = (
        "".join(f"Article {n}.\n{body}\n" for n, body in enumerate(bodies, 1))
        for bodies in (("The name is Kamo.", seat, birds), ("The name is Kamo.", birds, seat))
    )
    present = read(one, "en").articles
    proposed = match(present, read(other, "en").articles)
    moved = [
        {row.key for row in comparison_table(old, new, RELEASE).rows if row.moved}
        for old, new in ((present, proposed), (proposed, present))
    ]
    assert moved[0] == moved[1] == ({"article:2"} if birds == BIRDS else {"article:3"})


def test_of_neighbours_with_as_many_words_the_same_moved_in_both_directions() -> None:
    one, other = (
        f"Article 1.\nKamo.\nArticle 2.\n{body}\nArticle 3.\n{last}\n"
        for body, last in (
            ("A seat in Kyoto.", "A bird on roofs."),
            ("A bird on roofs.", "A seat in Kyoto."),
        )
    )
    present = read(one, "en").articles
    proposed = match(present, read(other, "en").articles)
    for old, new in ((present, proposed), (proposed, present)):
        rows = comparison_table(old, new, RELEASE).rows
        assert {row.key for row in rows if row.moved} == {"article:2"}
