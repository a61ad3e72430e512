"""Keys: what is written is read again, and nothing else is taken for one."""

import pytest

from governance.text.tree.keys import (
    ArticleKey,
    ChangeKey,
    PartKey,
    RowKey,
    opened_part_key,
    opener_of,
    row_key,
    unit_key,
)


@pytest.mark.parametrize(
    ("key", "written"), [(ArticleKey(14), "a14"), (ChangeKey(0), "c0"), (PartKey(2), "p2")]
)
def test_a_key_is_read_as_it_was_written(key: RowKey, written: str) -> None:
    assert str(key) == written
    assert row_key(written) == key
    assert [each == row_key(written) for each in (ArticleKey(14), ChangeKey(0), PartKey(2))] == [
        each == key for each in (ArticleKey(14), ChangeKey(0), PartKey(2))
    ]


@pytest.mark.parametrize(
    "text", ["", "a", "14", "a-1", "a１", "x1", "a1/part", "start", f"a{10**18}"]
)
def test_anything_else_is_no_key_of_a_row(text: str) -> None:
    assert row_key(text) is None


def test_keys_of_one_number_are_told_apart_by_what_they_name() -> None:
    assert len({ArticleKey(1), ChangeKey(1), PartKey(1)}) == 3


def test_what_is_below_an_article_has_its_key_in_its_own() -> None:
    assert unit_key("a14/paragraph:2/item:1") == "a14"
    assert unit_key("a14") == "a14"


def test_a_part_is_known_by_the_insertion_that_opens_it() -> None:
    assert opened_part_key("c8") == "c8/part"
    assert opener_of("c8/part") == "c8"
    assert opener_of("c8") is None
