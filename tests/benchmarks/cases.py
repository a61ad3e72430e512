"""Real amendments through both commands: python -m tests.benchmarks.cases FOLDER

The folder holds JSON files: `lang`, `present`, `proposed` (lists of lines) and `facts` about the
change: `renumber`, `renumber_paragraph`, `new`, `deleted`, `amended`, `merged`, `refs_followed`.
Each is compared, and its table of pairs held against the facts; then the operations on the
structure alone that the comparison implies are carried out by `amend`, and what became of the
references is held against the published text. What differs there and is known to be left stale
in the source (`refs_left_stale_in_source`) should be among the findings.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from governance.text.amending.builder import AmendmentResult, amend
from governance.text.compare import Comparison, compare
from governance.text.languages import language_for
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.table.house_style import PRESETS
from governance.text.tree.provision import ArticlesOfIncorporation
from tests.text.amending.implied import structural_operations

STYLES = {"en": "english-release", "ja": "japanese-release"}


def main(folder: str) -> None:
    """Prints a table of all cases in the folder, and below it what differs."""
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise SystemExit(f"{folder}: no case found.")
    columns = ("pairs", "new", "gone", "amended", "facts", "refs", "published", "findings")
    print(f"{'case':28}" + "".join(f"{column:>10}" for column in columns))
    notes: list[str] = []
    for path in paths:
        case = json.loads(path.read_text("utf-8"))
        notes.extend(f"{path.stem}: {note}" for note in one(path.stem, case))
    print()
    print("\n".join(notes))


def one(name: str, case: dict[str, Any]) -> list[str]:
    """Measures one case, prints its line and gives what is to be looked at."""
    code = case["lang"]
    present, proposed = (
        read("\n".join(case[side]), code).articles for side in ("present", "proposed")
    )
    for articles, side in ((present, "present"), (proposed, "proposed")):
        assert write(articles) == "\n".join(case[side]), f"{name}: {side} is not written as read"
    comparison = compare(present, proposed, PRESETS[STYLES[code]])
    notes: list[str] = []
    met = met_of = 0
    for fact, holds in facts(case["facts"], comparison):
        met_of += 1
        met += holds
        if not holds:
            notes.append(f"fact not met: {fact}")
    same, of, differing = references(amend(present, structural_operations(comparison)), comparison)
    notes.extend(differing)
    units = comparison.units
    figures = (
        len(units.pairs),
        len(units.inserted),
        len(units.deleted),
        len(units.amended),
        f"{met}/{met_of}",
        of,
        f"{same}/{of}",
        len(comparison.findings),
    )
    print(f"{name:28}" + "".join(f"{figure:>10}" for figure in figures))
    notes.extend(
        f"finding {finding.code} {finding.side} {finding.at}: {finding.message.en}"
        for finding in comparison.findings
    )
    return notes


def facts(known: dict[str, Any], comparison: Comparison) -> Iterator[tuple[str, bool]]:
    """Each fact that names provisions by number, and whether the comparison found it."""
    pairs = {*comparison.units.pairs, *comparison.provisions.pairs}
    inserted = {*comparison.units.inserted, *comparison.provisions.inserted}
    deleted = {*comparison.units.deleted, *comparison.provisions.deleted}
    amended = {*comparison.units.amended, *comparison.provisions.amended}
    old, new = comparison.present, comparison.proposed
    for name in ("renumber", "renumber_paragraph"):
        for before, after in known.get(name, {}).items():
            pair = (address(before, old), address(after, new))
            if all(pair):
                yield f"{before} -> {after}", pair in pairs
    for name, side, found in (("new", new, inserted), ("deleted", old, deleted)):
        for what in known.get(name, []):
            if place := address(what, side):
                yield f"{name}: {what}", place in found
    for what in known.get("amended", []):
        if place := address(what.removeprefix("旧"), old if "旧" in what else new):
            side = 0 if "旧" in what else 1
            yield f"amended: {what}", place in {pair[side] for pair in amended}


def references(result: AmendmentResult, comparison: Comparison) -> tuple[int, int, list[str]]:
    """How many references of unchanged lines read as published after the structural operations
    alone, of how many; and those that do not."""
    same = total = 0
    notes = []
    published = comparison.proposed
    for consequence in result.consequences:
        wanted = published.by_key(consequence.key)
        if wanted is None or consequence.outcome == "external":
            continue
        here = result.proposed.by_key(consequence.key)
        before = result.present.by_key(consequence.key)
        if here is None or before is None or not _unchanged(before.text, wanted.text):
            continue  # rewritten by the source itself
        total += 1
        if here.text == wanted.text or consequence.after in wanted.text:
            same += 1
        else:
            notes.append(
                f"reference {consequence.at}: {consequence.before} -> {consequence.after} "
                f"({consequence.outcome}), published: {wanted.text[:60]}"
            )
    return same, total, notes


def _unchanged(before: str, after: str) -> bool:
    """Whether two wordings differ in nothing but numbers."""

    def plain(text: str) -> str:
        return re.sub(r"[0-9０-９〇一二三四五六七八九十百]+|[IVX]+|同条|前条|前項", "#", text)

    return plain(before) == plain(after)


def address(name: str, articles: ArticlesOfIncorporation) -> str:
    """The address of a provision named as people name it ("Section 4.7", 第15条第2項), "" when
    the name is another kind of words."""
    language = language_for(articles.language)
    name = re.sub(r"(条|項)\((\d+)\)", r"\1第\2号", name)
    for reference in language.references(name):
        if reference.start > 0 or not reference.pointers[0].steps:
            continue
        steps = reference.pointers[0].steps
        place = "/".join(f"{step.kind}:{step.number}" for step in steps)
        if found := articles.find(place):
            return articles.address_of(found.key) or ""
    return ""


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tests.benchmarks.cases FOLDER")
    main(sys.argv[1])
