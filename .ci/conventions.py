#!/usr/bin/env python3
"""Finds names that stand for two things, and functions that are too long or ask too much.

A public class or function of one name in two modules is looked at as one thing; a reader who knows
the one is misled by the other. Functions have 40 lines, 5 parameters and, in one expression, 5
conditions at most. `conventions.toml` has what is allowed, and why, and what is still to be
mended; what is in neither fails. Run from the project's folder.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

CODE = ("governance", "proposals")
MOST_LINES, MOST_PARAMETERS, MOST_CONDITIONS = 40, 5, 5
LANGUAGES = ("english", "japanese")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def main() -> int:
    """Prints what is wrong; the exit status is 1 if something is."""
    known = tomllib.loads(Path(".ci/conventions.toml").read_text("utf-8"))
    modules = {str(path): ast.parse(path.read_text("utf-8")) for path in sorted(files())}
    found = {"names": dict(double_names(modules)), "functions": dict(large_functions(modules))}
    status = 0
    for kind, entries in found.items():
        allowed, to_mend = known["allowed"][kind], known["to_mend"][kind]
        for entry, what in sorted(entries.items()):
            if entry not in allowed and entry not in to_mend:
                print(f"{entry}: {what}")
                status = 1
        for entry in sorted({*allowed, *to_mend} - set(entries)):
            print(f".ci/conventions.toml: {entry} is mended; take it out.", file=sys.stderr)
    return status


def files() -> Iterator[Path]:
    for folder in CODE:
        yield from (path for path in Path(folder).rglob("*.py") if "migrations" not in path.parts)


def double_names(modules: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Names that stand for two things, with the modules that have them."""
    places: dict[str, list[str]] = {}
    for module, tree in modules.items():
        for node in tree.body:
            if isinstance(node, (ast.ClassDef, *Function.__args__)) and node.name[0] != "_":
                places.setdefault(node.name, []).append(module)
    for name, having in places.items():
        if len({as_one_thing(module) for module in having}) > 1:
            yield name, "stands for two things, in " + ", ".join(having)


def as_one_thing(module: str) -> str:
    """The module, with what is one thing in several modules taken for one: the same module of each
    language, and a command's class."""
    parts = Path(module).with_suffix("").parts
    if "commands" in parts:
        return "commands"
    return "/".join("LANGUAGE" if part in LANGUAGES else part for part in parts)


def large_functions(modules: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Functions over a limit, as `module:function`, with what is over it."""
    for module, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, Function.__args__) and (over := ", ".join(over_limits(node))):
                yield f"{module}:{node.name}", over


def over_limits(function: Function) -> Iterator[str]:
    lines = (function.end_lineno or 0) - function.lineno + 1
    if lines > MOST_LINES:
        yield f"{lines} lines"
    given = function.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    parameters = len([name for name in names if name not in ("self", "cls")])
    if parameters > MOST_PARAMETERS:
        yield f"{parameters} parameters"
    conditions = max(map(conditions_in, ast.walk(function)), default=0)
    if conditions > MOST_CONDITIONS:
        yield f"{conditions} conditions in one expression"


def conditions_in(node: ast.AST) -> int:
    """How many conditions an expression joins with `and` and `or`."""
    if isinstance(node, ast.BoolOp):
        return sum(max(1, conditions_in(value)) for value in node.values)
    if isinstance(node, ast.UnaryOp):
        return conditions_in(node.operand)
    return 0


if __name__ == "__main__":
    sys.exit(main())
