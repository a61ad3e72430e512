"""Regular expressions: compiled when they are first used, and written so that a reader can check
them."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from governance.text.patterns import pattern
from tests.paths import ROOT

CORE = ROOT / "governance" / "text"
MODULES = sorted(CORE.rglob("*.py"))
LONGEST = 4_000  # signs of an expression with all its named parts
PATTERNS_AFTER_IMPORT = f"""
import gc
import governance.text.compare
from governance.text.patterns import UncompiledPattern
found = [each for each in gc.get_objects() if isinstance(each, UncompiledPattern)]
print(len(found))
print(sum("match" in vars(each) for each in found))
print(max(len(each.pattern) for each in found) <= {LONGEST})
"""


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    found = pattern("(A)rticle", re.I)
    assert found.pattern == "(A)rticle"
    assert found.findall("article ARTICLE") == ["a", "A"]
    assert found.sub("X", "Article 1") == "X 1"
    match = found.match("an Article", 3)
    assert match is not None
    assert match.span() == (3, 10)


def test_a_pattern_is_compiled_once_and_not_before() -> None:
    found = pattern("(")
    with pytest.raises(re.error):
        found.match("")
    found = pattern("a")
    assert found.match is found.match


def test_a_pattern_has_no_attributes_of_its_own() -> None:
    with pytest.raises(AttributeError):
        pattern("a").groups  # noqa: B018


def test_importing_the_core_compiles_nothing_and_no_expression_is_too_long_to_check() -> None:
    command = [sys.executable, "-c", PATTERNS_AFTER_IMPORT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    count, compiled, is_short = done.stdout.split()
    assert int(count) > 100
    assert (compiled, is_short) == ("0", "True")


def test_no_module_compiles_at_import() -> None:
    found = [
        f"{path.relative_to(CORE)}:{call.lineno}"
        for path in MODULES
        for call in calls_at_import(ast.parse(path.read_text("utf-8")))
        if ast.unparse(call.func) == "re.compile"
    ]
    assert found == []


def test_an_expression_over_two_lines_is_verbose() -> None:
    found = [
        f"{path.relative_to(CORE)}:{call.lineno}"
        for path in MODULES
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in ("pattern", "re.compile")
        and lines_of(call.args[0]) > 2
        and "re.X" not in ast.unparse(call)
        and not is_joined(call.args[0])
    ]
    assert found == []


def calls_at_import(tree: ast.AST) -> Iterator[ast.Call]:
    """The calls of a module that are made when it is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            yield from calls_at_import(node)


def lines_of(node: ast.expr) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def is_joined(node: ast.expr) -> bool:
    """Whether it is made of named parts: "|".join(...)."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".join")
