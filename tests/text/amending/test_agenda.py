"""Amendments adopted in order give what amending at once gives, or they were said to overlap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from governance.text.amending.agenda import (
    AmendmentOverlap,
    OverlapKind,
    SeparateAmendment,
    amend_in_order,
    amendment_overlaps,
)
from governance.text.amending.builder import OperationError, amend
from governance.text.amending.operations import (
    START,
    SUPPLEMENTARY,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
)
from governance.text.citations.typed_targets import find_targets
from governance.text.reading.read import read
from governance.text.tree.provision import ArticlesOfIncorporation

ARTICLES = 8


def articles(cited: tuple[int, ...] = (3, 1, 5, 2, 8, 7, 4, 6)) -> ArticlesOfIncorporation:
    """Eight articles in two chapters; each cites another."""
    lines = ["CHAPTER I. GENERAL"]
    for number, other in enumerate(cited, 1):
        if number == 5:
            lines.append("CHAPTER II. SHARES")
        lines.append(f"Article {number}. This is provision {number}. See Article {other}.")
        lines.append(f"2 The preceding paragraph applies to Article {other}, Paragraph 1.")
    return read("\n".join(lines), "en").articles.with_keys_as_addresses()


PRESENT = articles()


def key(number: int) -> str:
    return f"article:{number}"


def insert(name: str, after: object, body: str = "New words.", **options: object) -> Insert:
    return Insert(name, after, body=body, **options)  # type: ignore[arg-type]


def kinds(first: list[Operation], second: list[Operation]) -> list[tuple[str, str]]:
    return [(each.kind.value, each.key) for each in points(first, second)]


def points(first: list[Operation], second: list[Operation]) -> tuple[AmendmentOverlap, ...]:
    return amendment_overlaps(SeparateAmendment(PRESENT, first), SeparateAmendment(PRESENT, second))


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ([Replace(key(2), body="A.")], [Replace(key(3), body="B.")], []),
        (
            [Replace(key(2), body="A.")],
            [Replace(key(2), body="B.")],
            [("article", "article:2")],
        ),
        ([Delete(key(2))], [Move(key(2), key(7))], [("article", "article:2")]),
        ([insert("x", key(2))], [insert("y", key(2))], [("place", "article:2")]),
        ([insert("x", START)], [insert("y", START)], [("place", "start")]),
        ([insert("x", key(2))], [insert("y", key(4))], []),
        ([insert("x", key(2))], [Move(key(6), key(2))], [("place", "article:2")]),
        ([Delete(key(4))], [insert("y", key(4))], [("lost-place", "article:4")]),
        ([insert("x", key(4))], [Delete(key(4))], [("lost-place", "article:4")]),
        ([Delete(key(4), keep_number=True)], [insert("y", key(4))], []),
        ([insert("x", SUPPLEMENTARY)], [insert("y", SUPPLEMENTARY)], []),
        (
            [Delete(key(4))],
            [Replace(key(2), body="See Article 4.", citation_targets={"article:4": key(4)})],
            [("citation", "article:4")],
        ),
        (
            [insert("x", key(2)), insert("w", key(4), branch=True)],
            [Delete(key(1)), insert("y", key(3))],
            [("number", "y")],
        ),
    ],
)
def test_where_two_overlap(first, second, found):
    assert kinds(first, second) == found


def test_a_later_amendment_is_carried_over_by_identity():
    first = [insert("x", key(1)), Delete(key(6))]
    second = [
        Replace(key(5), body="Now see Article 7.", citation_targets={"article:7": key(7)}),
        insert("y", key(8), body="See Article 3.", citation_targets={"article:3": key(3)}),
    ]
    result = amend_in_order(PRESENT, [first, second])
    assert result.present == PRESENT
    assert result.proposed.by_key(key(5)).number == (6,)
    assert "Now see Article 7." in result.proposed.by_key(key(5)).written()
    assert result.proposed.by_key(key(7)).number == (7,)
    assert "See Article 4." in result.proposed.by_key("y").written()


def test_the_order_of_the_agenda_decides_who_stands_first():
    one, other = [insert("x", key(2))], [insert("y", key(2))]
    in_order = amend_in_order(PRESENT, [one, other]).proposed
    assert in_order.by_key("y").number < in_order.by_key("x").number
    assert points(one, other)[0].kind is OverlapKind.PLACE


@st.composite
def amendments(draw: st.DrawFn, name: str) -> list[Operation]:
    """Some operations on different articles; words that cite others."""
    numbers = draw(st.lists(st.integers(1, ARTICLES), unique=True, min_size=1, max_size=3))
    operations: list[Operation] = []
    for count, number in enumerate(numbers):
        cited = draw(st.integers(1, ARTICLES))
        body = f"Words of {name}{count}. See Article {cited}.\n2 A second paragraph."
        match draw(st.sampled_from(("insert", "branch", "replace", "delete", "keep", "move"))):
            case "replace":
                operations.append(Replace(key(number), body=body))
            case "delete":
                operations.append(Delete(key(number)))
            case "keep":
                operations.append(Delete(key(number), keep_number=True))
            case "move":
                after = draw(st.integers(1, ARTICLES).filter(lambda n, own=number: n != own))
                operations.append(Move(key(number), key(after)))
            case kind:
                operations.append(
                    Insert(
                        f"{name}{count}",
                        key(number),
                        body=body,
                        branch=kind == "branch",
                    )
                )
    return operations


def typed(operations: list[Operation]) -> list[Operation]:
    """The operations with what each number in their words meant in their own proposed text."""
    proposed = amend(PRESENT, operations).proposed
    return [
        replace(each, citation_targets=find_targets(proposed, key_of(each)))
        if isinstance(each, (Insert, Replace))
        else each
        for each in operations
    ]


def key_of(operation: Insert | Replace) -> str:
    return operation.key if isinstance(operation, Insert) else operation.at


@hypothesis_settings(max_examples=150)
@given(first=amendments("x"), second=amendments("y"))
def test_in_order_is_at_once_or_they_overlap(first, second):
    try:
        first, second = typed(first), typed(second)
    except OperationError:
        return
    if points(first, second):
        return
    at_once = amend(PRESENT, [*first, *second])
    in_order = amend_in_order(PRESENT, [first, second])
    # A citation that was said to be lost is a person's to put right, in either way.
    if not at_once.findings:
        assert written(in_order.proposed) == written(at_once.proposed)


def written(text: ArticlesOfIncorporation) -> str:
    return "".join(part.written() for part in text.parts)
