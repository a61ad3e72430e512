"""Words found in a line: by themselves, in longer words, in citations."""

import pytest

from governance.text.find_words import find_words, word_instead
from governance.text.languages import language_for


def found(code, line, searched):
    """Each hit as its place, its kind, and what it is a part of."""
    language = language_for(code)
    hits = find_words(line, searched, language, language.references(line))
    return [(line[: one.start].count(" "), str(one.kind), one.whole) for one in hits]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("取締役は、取締役会を招集する。", ["word", "within"]),
        ("社外取締役及び各取締役", ["within", "word"]),
        ("当該取締役以外の取締役等", ["word", "word"]),
        ("取締役２名、取締役三名以上", ["word", "word"]),
        ("取締役候補者、元取締役、常務取締役", ["within", "word", "within"]),
        ("取締役又は監査役、監査役並びに取締役", ["word", "word"]),
    ],
)
def test_japanese_term_is_told_from_longer_ones(line, kinds):
    assert [kind for _at, kind, _whole in found("ja", line, "取締役")] == kinds


def test_longer_japanese_term_is_named():
    wholes = [whole for _at, _kind, whole in found("ja", "監査役会と補欠監査役と監査役", "監査役")]
    assert wholes == ["監査役会", "補欠監査役", ""]


@pytest.mark.parametrize(
    ("line", "searched", "expected"),
    [
        ("Each Director attends.", "Director", [("word", "")]),
        ("Directors elect the Director's proxy.", "Director", [("word", ""), ("word", "")]),
        ("the Board of Directors", "Director", [("within", "Board of Directors")]),
        ("an Outside Director", "director", [("within", "Outside Director")]),
        ("the Director Nominee", "Director", [("within", "Director Nominee")]),
        (
            "a shareholder's share, any shares",
            "share",
            [("within", "shareholder"), *[("word", "")] * 2],
        ),
        ("A director may go. Lead on.", "lead", [("word", "")]),
        ("two companies", "Company", [("word", "")]),
    ],
)
def test_english_words_in_either_number_are_told_from_longer_ones(line, searched, expected):
    assert [(kind, whole) for _at, kind, whole in found("en", line, searched)] == expected


@pytest.mark.parametrize(
    ("code", "line", "searched", "expected"),
    [
        ("en", "under Article 5 and Article 50", "Article 5", ["Article 5"]),
        ("en", "Articles 3 to 5 apply", "articles", ["Articles 3 to 5"]),
        ("ja", "第５条及び第15条第５項", "5", ["第５条", "第15条第５項"]),
        ("ja", "会社法第５条の会社", "会社", ["会社法第５条", ""]),
        ("ja", "前項の規定", "前項", ["前項"]),
    ],
)
def test_citations_are_found_as_citations_and_numbers_are_not_cut(code, line, searched, expected):
    hits = found(code, line, searched)
    assert [whole for _at, _kind, whole in hits] == expected
    assert all((kind == "citation") == bool(whole) for _at, kind, whole in hits)


@pytest.mark.parametrize(
    ("hit", "searched", "replacement", "expected"),
    [
        ("Director", "Director", "Officer", "Officer"),
        ("Directors", "Director", "Secretary", "Secretaries"),
        ("Director", "Directors", "Officers", "Officer"),
        ("director", "Director", "Officer", "officer"),
        ("DIRECTORS", "Director", "Officer", "OFFICERS"),
        ("the Board", "the Board", "", ""),
    ],
)
def test_replacement_takes_number_and_capitals(hit, searched, replacement, expected):
    assert word_instead(hit, searched, replacement, language_for("en")) == expected
