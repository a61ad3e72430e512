"""What is searched is folded by the database, what is asked for by Python: both say the same."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.search.folding import _SMALL, fold, folded

KNOWN = st.characters(exclude_categories=("Cs", "Cn"), exclude_characters="\0")
ODD = st.sampled_from(
    # Half width with voiced marks, ligatures, letters of several lengths, marks and spaces alone.
    "ｶﾞﾊﾟｰｱ１５Ａａ第条（）㈱㍿㌔①ﬁﬄẞßİıſKÅΣςσДд"
    "\u0301\u0327\u3099\u309a\u1100\u1161\u11a8각각´¨ "
    "\u3000\u00a0\u2028\x85\n\r\t\ufdfa\u0344\u0958"
)
TEXTS = st.text(st.one_of(KNOWN, ODD), max_size=30)


def in_database(texts: list[str]) -> list[str]:
    """The texts as the database folds them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT governance_folded(said) FROM unnest(%s::text[]) WITH ORDINALITY AS of(said, at)"
            " ORDER BY at",
            [texts],
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第１５条", "第15条"),
        ("ｶﾌﾞｼｷ", "カブシキ"),
        ("The DIRECTOR", "the director"),
        ("general\n  meeting　of", "general meeting of"),
        ("ﬁduciary", "fiduciary"),
        ("㈱①", "(株)1"),
        ("SOCIÉTÉ ΣΊΣΥΦΟΣ ДИРЕКТОР", "société σίσυφοσ директор"),
        ("İstanbul ẞ", "istanbul ß"),
        ("か\u3099", "が"),
        ("株式會社", "株式會社"),
    ],
)
def test_text_is_folded(db, text, wanted):
    assert (fold(text), folded(text).text, in_database([text])) == (wanted, wanted, [wanted])


def test_every_letter_is_folded_alike(db):
    blocks = [chr(code) for code in range(1, 0x3400) if unicodedata.category(chr(code)) != "Cn"]
    wide = [chr(code) for code in range(0xF900, 0x10000) if unicodedata.category(chr(code)) != "Cn"]
    letters = [f"x{letter}x" for letter in blocks + wide]
    assert len(letters) > 9000
    assert in_database(letters) == [fold(letter) for letter in letters]


def test_letters_are_those_that_the_database_has(db):
    """The database has the list since its migration: another Python may not bring another list."""
    assert len(_SMALL) == 26 + 637
    assert all(len(small) == 1 for small in _SMALL.values())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=40))
def test_any_text_is_folded_alike(db, texts):
    assert in_database(texts) == [fold(text) for text in texts]


@given(TEXTS)
def test_places_of_any_text_are_in_order_and_leave_nothing_out(text):
    value = folded(text)
    assert value.text == fold(text)
    assert list(value.starts) == sorted(value.starts)
    assert list(value.ends) == sorted(value.ends)
    covered = {at for place in zip(value.starts, value.ends, strict=True) for at in range(*place)}
    assert covered == set(range(len(text)))


@given(TEXTS, st.data())
def test_any_stretch_of_a_text_is_found_in_it(text, data):
    value = folded(text)
    start = data.draw(st.integers(0, len(value.text)))
    end = data.draw(st.integers(start, len(value.text)))
    word = value.text[start:end]
    hits = value.hits((word,))
    if not word:
        assert hits == []
        return
    assert any(a <= value.starts[start] and value.ends[end - 1] <= b for a, b in hits)
    assert all(word in fold(text[a:b]) for a, b in hits)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("取締役会は、取締役を置く。", ("取締役",), ["取締役", "取締役"]),
        ("ﾊﾟﾊﾟ", ("パ",), ["ﾊﾟﾊﾟ"]),
        ("ﾊﾟ・ﾊﾟ", ("パ",), ["ﾊﾟ", "ﾊﾟ"]),
        ("a ﬁeld", ("i",), ["ﬁ"]),
        ("general\n  meeting of", ("general meeting",), ["general\n  meeting"]),
        ("社債および社債権者", ("社債", "社債権者"), ["社債", "社債権者"]),
        ("がか", ("か",), ["か"]),
        ("aaaa", ("aa",), ["aaaa"]),
        ("監査役", ("社債",), []),
    ],
)
def test_hits_are_marked_in_the_text_as_written(text, words, marked):
    assert [text[start:end] for start, end in folded(text).hits(words)] == marked
