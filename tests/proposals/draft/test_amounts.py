"""Whole numbers as articles write them."""

import pytest

from proposals.draft.amounts import amounts, without_amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a total of 150,000,000 shares", {150_000_000}),
        ("a total of 200 million shares", {200_000_000}),
        ("発行可能株式総数は、150,000,000株とする。", {150_000_000}),
        ("発行可能株式総数は、１億5,000万株とする。", {150_000_000}),
        ("発行可能株式総数は、一億五千万株とする。", {150_000_000}),
        ("発行可能株式総数は、二億株とする。", {200_000_000}),
        ("単元株式数は、百株とする。", {100}),
        ("単元株式数は、１千株とする。", {1000}),
        ("単元株式数は、二〇〇株とする。", {200}),
        ("one hundred (100) shares", {100}),
        ("No number.", set()),
        ("千二百三十四", {1234}),
        ("12万3,456", {123_456}),
        ("1兆2億", {1_000_200_000_000}),
    ],
)
def test_numbers_are_read(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shall be one hundred (100) shares.", "shall be two hundred and fifty (250) shares."),
        ("単元株式数は、百株とする。", "単元株式数は、1,000株とする。"),
        ("発行可能株式総数は、１億5,000万株とする。", "発行可能株式総数は、３億株とする。"),
    ],
)
def test_what_differs_in_numbers_alone(one, other):
    assert without_amounts(one) == without_amounts(other)


def test_other_words_differ():
    assert without_amounts("It has 100 shares.") != without_amounts("It issues 100 shares.")
