"""Time, memory and cut words of `compare` against its peers: python -m tests.benchmarks.speed

Articles of 50 to 800, a tenth amended and one inserted at the front, in both languages. Each
measurement is a process of its own; a peer that takes over two minutes is given up. Printed is also
how many times as long as rapidfuzz's opcodes ours takes, checks included: rapidfuzz is given the
pairs of articles and parts them into the same words. The other peers come from `pip install
diff-match-patch redlines xmldiff`; what is not installed is said.
"Cut" counts the ends of marked stretches that fall inside a word, number or legal term.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from html import unescape
from itertools import pairwise
from statistics import median

from governance.text.languages import language_for
from tests.benchmarks.articles import Pair, pair

SIZES = (50, 100, 200, 400, 800)
PATIENCE = 120
Cuts = Iterable[tuple[str, list[int]]]


def ours(case: Pair) -> Callable[[], Cuts]:
    from governance.text.compare import compare
    from governance.text.reading.read import read
    from governance.text.table.house_style import PRESETS

    style = PRESETS["japanese-release" if case.language == "ja" else "english-release"]

    def run() -> Cuts:
        present, proposed = (
            read(text, case.language).articles for text in (case.present, case.proposed)
        )
        table = compare(present, proposed, style).table
        return (
            (line.text, _starts(len(span.text) for span in line.spans))
            for row in table.rows
            for cell in (row.present, row.proposed)
            for line in cell.lines
        )

    return run


def rapidfuzz_by_article(case: Pair) -> Callable[[], Cuts]:
    from rapidfuzz.distance import Indel

    from governance.text.comparing.match import match
    from governance.text.reading.read import read

    language = language_for(case.language)
    present, proposed = (
        read(text, case.language).articles for text in (case.present, case.proposed)
    )
    matched = match(present, proposed)
    pairs = [
        (old.written(), new.written())
        for _, old in present.units()
        if (new := matched.by_key(old.key))
    ]

    def run() -> Cuts:
        found: list[tuple[str, list[int]]] = []
        for texts in pairs:
            old, new = map(language.tokens, texts)
            codes = Indel.opcodes(old, new).as_list()
            found += [
                (texts[0], _starts(len("".join(old[code[1] : code[2]])) for code in codes)),
                (texts[1], _starts(len("".join(new[code[3] : code[4]])) for code in codes)),
            ]
        return found

    return run


def difflib_words(case: Pair, *, autojunk: bool = True) -> Callable[[], Cuts]:
    from difflib import SequenceMatcher

    language = language_for(case.language)

    def run() -> Cuts:
        old, new = language.tokens(case.present), language.tokens(case.proposed)
        codes = SequenceMatcher(None, old, new, autojunk=autojunk).get_opcodes()
        return (
            (case.present, _starts(len("".join(old[code[1] : code[2]])) for code in codes)),
            (case.proposed, _starts(len("".join(new[code[3] : code[4]])) for code in codes)),
        )

    return run


def difflib_words_without_autojunk(case: Pair) -> Callable[[], Cuts]:
    return difflib_words(case, autojunk=False)


def diff_match_patch(case: Pair) -> Callable[[], Cuts]:
    from diff_match_patch import diff_match_patch as peer  # type: ignore[import-not-found]

    def run() -> Cuts:
        tool = peer()
        tool.Diff_Timeout = 0  # an answer that depends on the clock is none
        parts = tool.diff_main(case.present, case.proposed)
        tool.diff_cleanupSemantic(parts)
        return (
            (case.present, _starts(len(text) for sign, text in parts if sign <= 0)),
            (case.proposed, _starts(len(text) for sign, text in parts if sign >= 0)),
        )

    return run


def redlines(case: Pair) -> Callable[[], Cuts]:
    from redlines import Redlines  # type: ignore[import-not-found]

    def run() -> Cuts:
        found = Redlines(case.present, case.proposed, markdown_style="none")
        return _from_marks(found.output_markdown, "<del>", "</del>", "<ins>", "</ins>")

    return run


def xmldiff(case: Pair) -> Callable[[], Cuts]:
    from xml.sax.saxutils import escape

    from xmldiff import formatting, main  # type: ignore[import-not-found]

    def xml(text: str) -> str:
        return "<r>" + "".join(f"<p>{escape(line)}</p>" for line in text.splitlines()) + "</r>"

    def run() -> Cuts:
        formatter = formatting.XMLFormatter(text_tags=("p",))
        marked = main.diff_texts(xml(case.present), xml(case.proposed), formatter=formatter)
        signs = ("<diff:delete>", "</diff:delete>", "<diff:insert>", "</diff:insert>")
        return _from_marks(unescape(marked), *signs)

    return run


TOOLS = (
    ours, rapidfuzz_by_article, difflib_words, difflib_words_without_autojunk, diff_match_patch,
    redlines, xmldiff,
)  # fmt: skip


def _starts(lengths: Iterable[int]) -> list[int]:
    """Where the stretches of these lengths begin."""
    places, place = [], 0
    for length in lengths:
        places.append(place)
        place += length
    return places


def _from_marks(marked: str, del1: str, del2: str, ins1: str, ins2: str) -> Cuts:
    """Both texts and the places of their marks, from one text with marks in it."""
    parts = re.split(f"({'|'.join(map(re.escape, (del1, del2, ins1, ins2)))})", marked)
    inside = ""
    sides: dict[str, list[str]] = {"old": [], "new": []}
    for part in parts:
        if part in (del1, ins1):
            inside = part
        elif part in (del2, ins2):
            inside = ""
        else:
            if inside != ins1:
                sides["old"].append(part)
            if inside != del1:
                sides["new"].append(part)
    return [("".join(side), _starts(map(len, side))) for side in sides.values()]


def cut_words(found: Cuts, code: str) -> int:
    """How many of the places fall inside a token of their text."""
    # In English words and numbers: a style may underline the number of "Article 14" alone.
    tokens = language_for(code).tokens if code == "ja" else re.compile(r"\w+|\W").findall
    count = 0
    for text, places in found:
        bounds = set(_starts(map(len, tokens(text))))
        count += sum(1 for place in places if place not in bounds and place < len(text))
    return count


def one(tool: str, code: str, size: int) -> dict[str, float]:
    """One measurement, in this process: the median of three runs where they are quick."""
    case = pair(size, code)
    run = next(each for each in TOOLS if each.__name__ == tool)(case)
    seconds = []
    while not seconds or (len(seconds) < 3 and sum(seconds) < 10):
        begin = time.process_time()
        found = run()
        seconds.append(time.process_time() - begin)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": median(seconds), "megabytes": peak, "cut": cut_words(found, code)}


def _measured(tool: str, code: str, size: int) -> dict[str, float] | str:
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--one", tool, code, str(size)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"over {PATIENCE} s"
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["failed"])[-1]
        return "not installed" if "ModuleNotFoundError" in last else last[:60]
    result: dict[str, float] = json.loads(done.stdout)
    return result


def rows(codes: Iterable[str], sizes: Iterable[int], tools: Collection[str]) -> Iterator[str]:
    """The lines of the table, as they are measured."""
    for code in codes:
        yield f"{code}: articles of {', '.join(map(str, sizes))}"
        mine: dict[int, float] = {}
        peer: dict[int, float] = {}
        for tool in (each for each in TOOLS if each.__name__ in tools):
            tired = False
            for size in sizes:
                found = "not tried" if tired else _measured(tool.__name__, code, size)
                if isinstance(found, str):
                    tired = True
                    yield f"  {tool.__name__:32}{size:6}  {found}"
                    continue
                mine.setdefault(size, found["seconds"])
                if tool is rapidfuzz_by_article:
                    peer[size] = found["seconds"]
                ratio = found["seconds"] / mine[size]
                yield (
                    f"  {tool.__name__:32}{size:6}{found['seconds']:10.3f} s{ratio:9.1f} x"
                    f"{found['megabytes']:8.0f} MB{found['cut']:8.0f} cut"
                )
        for size, seconds in peer.items() if "ours" in tools else ():
            yield f"  ours / rapidfuzz_by_article {size}: {mine[size] / seconds:.2f} times"
        for before, after in pairwise(mine):
            yield f"  ours {before} -> {after}: {mine[after] / mine[before]:.2f} times"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=3, metavar=("TOOL", "LANGUAGE", "SIZE"))
    parser.add_argument("--language", choices=["en", "ja"], action="append")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    names = [each.__name__ for each in TOOLS]
    parser.add_argument("--tools", choices=names, nargs="+", default=names)
    options = parser.parse_args()
    if options.one:
        tool, code, size = options.one
        print(json.dumps(one(tool, code, int(size))))
        return
    for line in rows(options.language or ("en", "ja"), options.sizes, options.tools):
        print(line, flush=True)


if __name__ == "__main__":
    main()
