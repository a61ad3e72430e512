"""What differs by language sits in a module of that language, the same on both sides."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from governance.text.language import Language
from governance.text.languages import LANGUAGES
from tests.paths import ROOT

CORE = ROOT / "governance" / "text"
ENGLISH, JAPANESE = CORE / "english", CORE / "japanese"
JAPANESE_SIGNS = re.compile(r"[぀-ヿ一-鿿]")  # kana and kanji
# Where else Japanese may stand, but for the messages.
EXCEPTIONS = {
    "tree/number.py": "numerals of every script have their values in one table",
}


def names_of(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.py")}


def test_both_languages_have_the_same_files() -> None:
    assert names_of(ENGLISH) == names_of(JAPANESE)
    assert len(names_of(ENGLISH)) > 10


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_the_names_that_the_core_asks_for_and_no_others(code: str) -> None:
    asked = {*Language.__annotations__, *vars(Language)} - {"__annotations__"}
    asked = {name for name in asked if not name.startswith("_")}
    assert {*LANGUAGES[code].__all__} == asked  # type: ignore[attr-defined]
    assert len(asked) > 30


def test_japanese_stands_in_the_modules_of_japanese_and_in_messages() -> None:
    found = [
        f"{path.relative_to(CORE)}:{line} {text}"
        for path in sorted(CORE.rglob("*.py"))
        if path.parent not in (ENGLISH, JAPANESE) and str(path.relative_to(CORE)) not in EXCEPTIONS
        for line, text in japanese_outside_of_messages(path.read_text("utf-8"))
    ]
    assert found == []


def test_exceptions_are_needed() -> None:
    for name in EXCEPTIONS:
        assert list(japanese_outside_of_messages((CORE / name).read_text("utf-8")))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('"""第9条"""\n', []),
        ('def f():\n    """第9条"""\n', []),
        ('Message("Item", "号")', []),
        ('subject.found("code", at, f"{en}.", f"「{ja}」です。")', []),
        ('ja = f"{name}の規定"', []),
        ('ja.append("規定")', []),
        ('UNITS = {"item": "号"}', [(1, "号")]),
        ('\npattern(f"[附付]{GAP}則")', [(2, "[附付]"), (2, "則")]),
        ('BRACKETS = "（）「」"', []),
        ('if text.startswith("第"): Message("a", "号")', [(1, "第")]),
    ],
)
def test_japanese_outside_of_messages_is_seen(code: str, expected: list[tuple[int, str]]) -> None:
    assert list(japanese_outside_of_messages(code)) == expected


def japanese_outside_of_messages(code: str) -> Iterator[tuple[int, str]]:
    """The strings with kana or kanji that are neither docstrings nor parts of a message: said to
    `Message`, `found` or `_unplaced`, to a variable `ja`, or one of a pair that is returned."""
    tree = ast.parse(code)
    allowed = {id(each) for node in ast.walk(tree) if is_message(node) for each in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and JAPANESE_SIGNS.search(node.value)
            and id(node) not in allowed
        ):
            yield node.lineno, node.value


def is_message(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return True
        case ast.Call(func=ast.Name(id="Message" | "_unplaced") | ast.Attribute(attr="found")):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="ja"))):
            return True
        case ast.Assign(targets=[ast.Name(id="ja")]):
            return True
        case ast.Return(value=ast.Tuple(elts=[_, _])):  # English, Japanese
            return True
        case _:
            return False
