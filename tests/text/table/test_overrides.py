"""Underlines moved by hand: kept while their words stand, reported when they do not."""

from dataclasses import replace

import pytest

from governance.text.amending.builder import amend
from governance.text.amending.operations import Insert, Operation, Replace
from governance.text.comparing.span import Span
from governance.text.finding import WARNING
from governance.text.reading.read import read
from governance.text.table.build import comparison_table
from governance.text.table.house_style import PRESETS
from governance.text.table.overrides import UnderlineOverride, with_overrides
from governance.text.table.rows import CellLine, ComparisonTable

PRESENT = read(
    """(Name)
Article 1. The Company is Kamo.
(Chairman)
Article 2. The President shall chair the meeting.
2 The chairman shall keep order.
(Seat)
Article 3. The seat is in Kyoto.
""",
    "en",
).articles
CHAIR = "The Chairman shall chair the meeting."
LINE = "Article 2. The Chairman shall chair the meeting."


def table(body: str, *more: Operation, style: str = "english-release") -> ComparisonTable:
    amended = amend(PRESENT, [Replace("article:2", body=body), *more])
    return comparison_table(amended.present, amended.proposed, PRESETS[style])


def override(
    *words: str, text: str = LINE, side: str = "proposed", place: int = 1
) -> UnderlineOverride:
    ranges = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    return UnderlineOverride("article:2", side, text, ranges, place)


def marked(line: CellLine) -> str:
    return "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)


def lines(of: ComparisonTable, side: str = "proposed") -> list[str]:
    cells = [row.present if side == "present" else row.proposed for row in of.rows]
    within = [cell for cell in cells if any(key.startswith("article:2") for key in cell.keys)]
    return [marked(line) for cell in within for line in cell.lines]


def test_override_replaces_the_underlines_of_its_line() -> None:
    computed = table(f"{CHAIR}\n2 The chairman shall keep order.")
    assert lines(computed)[1] == "Article 2. The _Chairman_ shall chair the meeting."
    kept, findings = with_overrides(computed, [override("The Chairman")])
    assert lines(kept) == [
        "(Chairman)",
        "Article 2. _The Chairman_ shall chair the meeting.",
        "2 The chairman shall keep order.",
    ]
    assert lines(kept, "present") == lines(computed, "present")
    assert findings == ()


def test_override_on_the_present_side() -> None:
    text = "Article 2. The President shall chair the meeting."
    computed = table(f"{CHAIR}\n2 The chairman shall keep order.")
    kept, findings = with_overrides(
        computed, [override("The President", text=text, side="present")]
    )
    assert lines(kept, "present")[1] == "Article 2. _The President_ shall chair the meeting."
    assert lines(kept) == lines(computed)
    assert findings == ()


def test_no_underline_at_all() -> None:
    kept, findings = with_overrides(table(f"{CHAIR}\n2 The chairman rests."), [override()])
    assert lines(kept)[1:] == [LINE, "2 The chairman _rests_."]
    assert findings == ()


def test_override_keeps_its_words_when_the_number_moves() -> None:
    new = Insert("new", after="article:1", body="The Company makes lamps.")
    kept, findings = with_overrides(
        table(f"{CHAIR}\n2 The chairman shall keep order.", new), [override("The Chairman shall")]
    )
    assert lines(kept)[1] == "Article _3_. _The Chairman shall_ chair the meeting."
    assert findings == ()


def test_new_words_of_the_line_keep_their_computed_underline() -> None:
    body = "The Chairman shall chair the meeting forthwith.\n2 The chairman shall keep order."
    kept, findings = with_overrides(table(body), [override("The Chairman")])
    assert lines(kept)[1] == "Article 2. _The Chairman_ shall chair the meeting _forthwith_."
    assert findings == ()


def test_override_finds_its_line_in_another_paragraph() -> None:
    body = f"A meeting shall be held.\n2 {CHAIR}\n3 The chairman shall keep order."
    kept, findings = with_overrides(table(body), [override("The Chairman")])
    assert lines(kept)[2] == "_2 The Chairman_ shall chair the meeting."
    assert findings == ()


def test_override_in_rows_for_paragraphs() -> None:
    text = "2 The chairman shall keep silence."
    computed = table(f"{CHAIR}\n{text}", style="english-notice")
    kept, findings = with_overrides(computed, [override("keep silence", text=text)])
    assert lines(kept)[-1] == "2 The chairman shall _keep silence_."
    assert findings == ()


@pytest.mark.parametrize(
    "body",
    [
        "The Speaker shall chair the meeting.",  # the word is gone
        "The honourable Chairman shall chair the meeting.",  # parted
        "The Chairman shall chair the meeting, and The Chairman shall close it.",  # twice
        "The Chairmanship shall chair the meeting.",  # part of a longer word
    ],
)
def test_override_is_lost_with_its_words(body: str) -> None:
    computed = table(f"{body}\n2 The chairman shall keep order.")
    kept, findings = with_overrides(computed, [override("The Chairman")])
    assert kept == computed
    assert [(f.code, f.severity, f.side, f.at, f.key) for f in findings] == [
        ("override-lost", WARNING, "proposed", "article:2", "article:2")
    ]
    assert "“The Chairman”" in findings[0].message.en
    assert "「The Chairman」" in findings[0].message.ja


def test_no_underline_is_lost_with_its_line() -> None:
    computed = table("The Speaker shall chair.\n2 The chairman shall keep order.")
    kept, findings = with_overrides(computed, [override()])
    assert kept == computed
    assert f"“{LINE}”" in findings[0].message.en


def test_long_words_are_shortened_in_the_sentence() -> None:
    text = "Article 2. " + "The Chairman shall chair the meeting " * 3
    _, findings = with_overrides(table(CHAIR), [override(text, text=text)])
    assert f"“{text[:59]}…”" in findings[0].message.en


def test_override_of_a_word_that_stands_twice() -> None:
    text = "Article 2. The chairman and the chairman shall chair the meeting."
    second = UnderlineOverride("article:2", "proposed", text, ((28, 40),))
    assert second.words == ("the chairman",)
    once = UnderlineOverride("article:2", "proposed", text, ((15, 23),))
    longer = table("The chairman and the chairman shall both chair the meeting.")
    assert with_overrides(longer, [once])[1] == ()
    assert lines(with_overrides(longer, [once])[0])[1].startswith(
        "Article 2. The _chairman_ and the"
    )
    thrice = table("The chairman and the chairman and one chairman shall chair the meeting.")
    assert [f.code for f in with_overrides(thrice, [once])[1]] == ["override-lost"]


def test_lines_that_say_the_same_are_told_apart_by_their_place() -> None:
    body = "The following:\n(1) trade; and\n(2) lamps.\n2 The following too:\n(1) trade; and"
    text = "(1) trade; and"
    fourth = replace(override("trade", text=text), place=5)
    kept, findings = with_overrides(table(body), [fourth])
    assert lines(kept)[2] == "_(1) trade; and_"
    assert lines(kept)[5] == "(1) _trade_; and"
    assert findings == ()
    _, findings = with_overrides(table(body), [replace(fourth, place=9)])
    assert [f.code for f in findings] == ["override-lost"]


def test_override_of_a_provision_without_lines_is_lost() -> None:
    computed = table(CHAIR)
    gone = replace(override("The Chairman"), key="article:9")
    in_a_run = UnderlineOverride("article:3", "proposed", "Article 3", ((0, 7),))
    kept, findings = with_overrides(computed, [gone, in_a_run])
    assert kept == computed
    assert [(f.code, f.at, f.key) for f in findings] == [
        ("override-lost", "", "article:9"),
        ("override-lost", "", "article:3"),
    ]


def test_the_later_of_two_overrides_counts() -> None:
    kept, _ = with_overrides(table(CHAIR), [override("The"), override("shall chair")])
    assert lines(kept)[1] == "Article 2. The Chairman _shall chair_ the meeting."


def test_override_in_japanese() -> None:
    present = read("（議長）\n第2条　議長は、取締役社長とする。\n", "ja").articles
    amended = amend(present, [Replace("article:2", body="議長は、取締役会長とする。")])
    computed = comparison_table(amended.present, amended.proposed, PRESETS["japanese-release"])
    text = "第2条　議長は、取締役会長とする。"
    hand = UnderlineOverride("article:2", "proposed", text, ((8, 15),))
    assert lines(with_overrides(computed, [hand])[0])[1] == "第2条　議長は、_取締役会長とす_る。"
    inside = UnderlineOverride("article:2", "proposed", text, ((10, 13),))
    assert lines(with_overrides(computed, [inside])[0])[1] == "第2条　議長は、取締_役会長_とする。"
    longer = amend(
        present, [Replace("article:2", body="議長は、取締役会長とする。議長は、議事を整理する。")]
    )
    later = comparison_table(longer.present, longer.proposed, PRESETS["japanese-release"])
    kept, findings = with_overrides(later, [hand])
    assert lines(kept)[1] == "第2条　議長は、_取締役会長とする_。_議長は、議事を整理する_。"
    assert findings == ()
    kept, _ = with_overrides(later, [inside])
    assert lines(kept)[1] == "第2条　議長は、_取締役会長_とする。_議長は、議事を整理する_。"


def test_spans_of_an_override() -> None:
    assert override("The Chairman").spans == (
        Span("Article 2. "),
        Span("The Chairman", changed=True),
        Span(" shall chair the meeting."),
    )
    assert override().spans == (Span(LINE),)


@pytest.mark.parametrize("ranges", [((3, 3),), ((5, 2),), ((0, 4), (2, 6)), ((0, 999),)])
def test_ranges_outside_the_text(ranges: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="ranges"):
        UnderlineOverride("article:2", "proposed", LINE, ranges)


def test_side_that_is_none() -> None:
    with pytest.raises(ValueError, match="no side 'left'"):
        UnderlineOverride("article:2", "left", LINE, ())
