"""Amendments by example: tests/text/cases/amendments-en.txt, amendments-ja.txt.

    === title
    --- present        the articles as they stand
    --- operations     an operations file (docs/text.md)
    --- later          operations that came after the wording above was typed: what that cites is
                       in the numbers of its moment, and follows (may be left out)
    --- proposed       the articles as amended
    --- references     what became of each reference: `address outcome: before -> after`
    --- findings       `severity code address`, "present" before the address of that side
    --- rows STYLE     the table: `[kind moved] first..last | first..last`, a line of the present
                       side after "<", of the proposed side after ">", underlined _so_; may be
                       left out

Findings and references are told to the last one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from governance.text.amending import Amended, amend
from governance.text.checks import findings_of
from governance.text.house_style import PRESETS
from governance.text.languages import LANGUAGES
from governance.text.operations import Insert, Operation, Replace
from governance.text.operations_file import operations
from governance.text.provision import ArticlesOfIncorporation
from governance.text.reading import read
from governance.text.rows import Cell, ComparisonTable
from governance.text.table import comparison_table
from governance.text.typed import cited
from governance.text.writing import write

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    code: str
    line: int
    title: str
    sections: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.code}-{self.line}"

    def section(self, name: str) -> str:
        return dict(self.sections).get(name, "")


def cases() -> Iterator[Case]:
    for code in LANGUAGES:
        title, line, sections = "", 0, [["", ""]]
        path = CASES / f"amendments-{code}.txt"
        for number, text in enumerate([*path.read_text("utf-8").splitlines(), "=== "], 1):
            if text.startswith("=== "):
                if title:
                    yield Case(code, line, title, tuple((name, body) for name, body in sections))
                title, line, sections = text[4:], number, [["", ""]]
            elif text.startswith("--- "):
                sections.append([text[4:], ""])
            else:
                sections[-1][1] += text + "\n"


ALL = list(cases())


@cache
def amended(case: Case) -> Amended:
    present = read(case.section("present"), case.code).articles
    entries = json.loads(case.section("operations"))
    if not case.section("later"):
        return amend(present, operations(entries, present))
    later = json.loads(case.section("later"))
    typed = operations(entries, present)
    moment = amend(present, typed).proposed
    every = operations([*entries, *later], present)
    return amend(present, [*(citing(each, moment) for each in typed), *every[len(typed) :]])


def citing(operation: Operation, moment: ArticlesOfIncorporation) -> Operation:
    """The operation as it is stored: with what its wording cited when it was typed."""
    if isinstance(operation, Insert):
        return replace(operation, cites=cited(moment, operation.key))
    if isinstance(operation, Replace):
        return replace(operation, cites=cited(moment, operation.at))
    return operation


def outcome(case: Case) -> dict[str, str]:
    """What comes out, section by section, as the case file has it."""
    result = amended(case)
    references = [
        f"{each.at} {each.outcome}: {each.before} -> {each.after}" for each in result.consequences
    ]
    findings = [
        f"{each.severity} {each.code} {'present ' if each.side == 'present' else ''}{each.at}"
        for each in findings_of(result)
    ]
    found = {
        "proposed": write(result.proposed),
        "references": lines(references),
        "findings": lines(findings),
    }
    for name, _ in case.sections:
        if name.startswith("rows "):
            style = PRESETS[name.removeprefix("rows ")]
            table = comparison_table(result.present, result.proposed, style, result.moved)
            found[name] = lines(row_lines(table))
    return found


def lines(found: Sequence[str]) -> str:
    return "".join(line + "\n" for line in found)


def row_lines(table: ComparisonTable) -> list[str]:
    found = []
    for row in table.shown:
        kind = f"{row.kind} {row.moved}" if row.moved else row.kind
        found.append(f"[{kind}] {covered(row.present)} | {covered(row.proposed)}")
        found += [f"< {line}" for line in underlined(row.present)]
        found += [f"> {line}" for line in underlined(row.proposed)]
    return found


def covered(cell: Cell) -> str:
    return "none" if cell.is_absent else f"{cell.first}..{cell.last}"


def underlined(cell: Cell) -> list[str]:
    return [
        "  " * line.level
        + "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for line in cell.lines
    ]


@pytest.mark.parametrize("case", ALL, ids=str)
def test_amendment(case: Case) -> None:
    for name, found in outcome(case).items():
        assert found == case.section(name), f"{case.title}: {name}"


@pytest.mark.parametrize("case", ALL, ids=str)
def test_amended_articles_read_as_they_are(case: Case) -> None:
    """The proposed tree is the tree that its text has: nobody can tell it was amended."""
    proposed = amended(case).proposed
    again = read(write(proposed), case.code).articles
    assert [
        (address, each.mark, each.caption, each.lines) for address, each in again.addresses()
    ] == [(address, each.mark, each.caption, each.lines) for address, each in proposed.addresses()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_cases_show_every_outcome(code: str) -> None:
    shown = {
        each.outcome for case in ALL if case.code == code for each in amended(case).consequences
    }
    assert shown == {"kept", "followed", "shifted", "broken", "external"}
    titles = [case.title for case in ALL if case.code == code]
    assert len(titles) >= 15
    assert len(titles) == len(set(titles))
