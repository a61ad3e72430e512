"""The operations file: what it may hold, and what is said of what it may not."""

from __future__ import annotations

from typing import Any

import pytest

from governance.text.amending.operations import START, SUPPLEMENTARY, Delete, Insert, Move, Replace
from governance.text.amending.operations_file import OperationsFileError, operations
from governance.text.reading.read import read

TEXT = """CHAPTER I. GENERAL
Article 1. The objects are:
(1) lamps; and
(2) oil.
Article 2. The seat is in Kyoto.
"""
PARTS = """
Supplementary Provisions
1. The name may be used from April 1, 2001.

Supplementary Provisions
Article 1. Article 1 was amended on May 1, 2005.
Article 2. The seat was moved on May 2, 2005.
"""


def read_from(data: object, text: str = TEXT) -> list[Any]:
    return list(operations(data, read(text, "en").articles))


def test_every_operation() -> None:
    assert read_from(
        [
            {"op": "delete", "at": "article:2"},
            {"op": "delete", "at": "article:2", "keep_number": True},
            {"op": "move", "at": "article:2", "after": "start"},
            {"op": "replace", "at": "article:2", "text": "The seat is in Osaka."},
            {"op": "replace", "at": "article:2", "caption": ""},
            {"op": "replace", "at": "chapter:1", "text": "NAME"},
            {"op": "replace", "at": "chapter:1", "caption": "NAME"},
            {"op": "insert", "after": "article:1", "caption": "Seal", "text": "It is red."},
            {"op": "insert", "after": "article:1/item:2", "kind": "item", "text": "wicks"},
            {"op": "insert", "after": "article:1", "branch": True, "text": "It is red."},
            {"op": "insert", "after": "article:2", "kind": "chapter", "text": "SEALS"},
            {"op": "insert", "after": "article:2", "kind": "chapter", "caption": "SEALS"},
        ]
    ) == [
        Delete("article:2"),
        Delete("article:2", keep_number=True),
        Move("article:2", START),
        Replace("article:2", None, "The seat is in Osaka."),
        Replace("article:2", "", None),
        Replace("chapter:1", "NAME", None),
        Replace("chapter:1", "NAME", None),
        Insert("insert:8", "article:1", "Seal", "It is red."),
        Insert("insert:9", "article:1/paragraph:1/item:2", "", "wicks", "item"),
        Insert("insert:10", "article:1", "", "It is red.", branch=True),
        Insert("insert:11", "article:2", "SEALS", "", "chapter"),
        Insert("insert:12", "article:2", "SEALS", "", "chapter"),
    ]


def test_supplementary_is_the_end_of_the_last_part() -> None:
    entry = {"op": "insert", "after": "supplementary", "text": "It is binding."}
    found = read_from([entry, entry], TEXT + PARTS)
    assert [each.after for each in found] == ["supplementary.2:2", "supplementary.2:2"]


@pytest.mark.parametrize("text", [TEXT, TEXT + PARTS.partition("\n\n")[0]])
def test_supplementary_opens_one_part_where_the_last_has_no_articles(text: str) -> None:
    entry = {"op": "insert", "after": "supplementary", "text": "It is binding."}
    found = read_from([entry, {"op": "delete", "at": "article:2"}, entry, entry], text)
    assert [each.after for each in found if isinstance(each, Insert)] == [
        SUPPLEMENTARY,
        "insert:1",
        "insert:3",
    ]


NO_OP = 'Operation 1: "op" must be one of insert, replace, delete, move, not {}.'
WRONG = [
    ({"op": "delete"}, "The operations file must hold a list."),
    (["delete"], "Operation 1: it must be an object."),
    (
        [{"op": "remove", "at": "article:1"}],
        NO_OP.format("'remove'"),
    ),
    ([{}], NO_OP.format("None")),
    ([{"op": ["delete"]}], NO_OP.format("['delete']")),
    ([{"op": "delete"}], 'Operation 1: "at" is missing.'),
    ([{"op": "move", "at": "article:1"}], 'Operation 1: "after" is missing.'),
    (
        [{"op": "delete", "at": "article:1", "text": "x"}],
        'Operation 1: "text" is no field of "delete".',
    ),
    ([{"op": "delete", "at": 1}], 'Operation 1: "at" must be a string.'),
    ([{"op": "replace", "at": "article:1", "text": None}], 'Operation 1: "text" must be a string.'),
    (
        [{"op": "delete", "at": "article:1", "keep_number": 1}],
        'Operation 1: "keep_number" must be true or false.',
    ),
    (
        [{"op": "insert", "after": "article:1", "text": "x", "branch": "yes"}],
        'Operation 1: "branch" must be true or false.',
    ),
    (
        [{"op": "delete", "at": "article:1"}, {"op": "delete", "at": "article:9"}],
        "Operation 2: there is no provision at article:9.",
    ),
    (
        [{"op": "move", "at": "article:9", "after": "start"}],
        "Operation 1: there is no provision at article:9.",
    ),
    (
        [{"op": "move", "at": "article:1", "after": "article:9"}],
        "Operation 1: there is no provision at article:9.",
    ),
    (
        [{"op": "insert", "after": "article:1", "kind": "part", "text": "x"}],
        (
            'Operation 1: "kind" must be one of article, chapter, section, subsection, paragraph,'
            " item, not 'part'."
        ),
    ),
    (
        [{"op": "insert", "after": "start", "kind": "section", "caption": "x", "text": "y"}],
        "Operation 1: a heading has no wording: give its title alone.",
    ),
    (
        [{"op": "insert", "after": "article:1", "text": "  "}],
        'Operation 1: an insertion needs a "text".',
    ),
]


@pytest.mark.parametrize(("data", "said"), WRONG)
def test_wrong_file(data: object, said: str) -> None:
    with pytest.raises(OperationsFileError) as wrong:
        read_from(data)
    assert str(wrong.value) == said
