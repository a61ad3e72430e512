"""The check of names and functions that `make lint` runs: what it finds, and what it lets be."""

import ast
import importlib.util
from types import ModuleType

import pytest

from tests.paths import ROOT


@pytest.fixture(scope="module")
def conventions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("conventions", ROOT / ".ci" / "conventions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("modules", "double"),
    [
        ({"a.py": "class Line: ...", "b.py": "class Line: ..."}, ["Line"]),
        ({"a.py": "def line(): ...", "b.py": "class line: ..."}, ["line"]),
        ({"a.py": "class _Line: ...", "b.py": "class _Line: ..."}, []),
        ({"a.py": "class Line: ...", "b.py": "def f():\n class Line: ..."}, []),
        ({"t/english/words.py": "def f(): ...", "t/japanese/words.py": "def f(): ..."}, []),
        ({"p/english.py": "def f(): ...", "p/japanese.py": "def f(): ..."}, []),
        ({"t/english/words.py": "def f(): ...", "t/japanese/marks.py": "def f(): ..."}, ["f"]),
        (
            {
                "a/management/commands/x.py": "class Command: ...",
                "a/management/commands/y.py": "class Command: ...",
            },
            [],
        ),
    ],
)
def test_a_name_of_two_things_is_found(
    conventions: ModuleType, modules: dict[str, str], double: list[str]
) -> None:
    trees = {module: ast.parse(source) for module, source in modules.items()}
    assert [name for name, _ in conventions.double_names(trees)] == double


@pytest.mark.parametrize(
    ("source", "over"),
    [
        ("def f():\n" + "    pass\n" * 39, ""),
        ("def f():\n" + "    pass\n" * 40, "41 lines"),
        ("def f(self, a, b, c, /, d, *, e): ...", ""),
        ("def f(a, b, c, d, *, e, f): ...", "6 parameters"),
        ("def f(a):\n    return a == 1 and (a or a) and not (a or a)", ""),
        (
            "def f(a):\n    return a == 1 and (a or a) and not (a or a or a)",
            "6 conditions in one expression",
        ),
    ],
)
def test_a_function_over_a_limit_is_found(conventions: ModuleType, source: str, over: str) -> None:
    found = dict(conventions.large_functions({"a.py": ast.parse(source)}))
    assert found == ({"a.py:f": over} if over else {})
