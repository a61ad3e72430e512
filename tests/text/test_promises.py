"""The promises of the core, held against articles and operations that Hypothesis builds."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.text import as_json
from governance.text.amending.builder import AmendmentResult, amend
from governance.text.amending.operations import Insert
from governance.text.amending.operations_file import operations
from governance.text.checks import findings_of
from governance.text.citations.consequence import BROKEN, FOLLOWED, SHIFTED
from governance.text.citations.resolve import citations
from governance.text.citations.typed_targets import find_targets
from governance.text.citations.verify import UNVERIFIED
from governance.text.compare import Comparison, compare
from governance.text.comparing.underline import underline
from governance.text.languages import LANGUAGES, language_for
from governance.text.reading.read import read
from governance.text.reading.write import write
from governance.text.table.house_style import PRESETS
from governance.text.tree.lines import normalised
from governance.text.tree.provision import ArticlesOfIncorporation, Kind
from tests.text.amending.implied import implied_operations
from tests.text.citing_strategies import citing_documents, citing_sentences
from tests.text.strategies import Article, Document, documents, operations_on

CODES = sorted(LANGUAGES)
STYLES = {code: [style for style in PRESETS.values() if style.language == code] for code in CODES}
# `THOROUGH=1 pytest tests/text/test_promises.py` looks at many more, drawn at random.
MANY = 20 if "THOROUGH" in os.environ else 1
some = settings(max_examples=25 * MANY)


@st.composite
def amendments(draw: st.DrawFn, **choices: bool) -> tuple[Document, list[dict[str, Any]]]:
    document = draw(st.sampled_from(CODES).flatmap(documents))
    return document, draw(operations_on(document, **choices))


def amended(document: Document, entries: list[dict[str, Any]]) -> AmendmentResult:
    present = read(document.text, document.code).articles
    return amend(present, operations(entries, present))


def compared(result: AmendmentResult) -> Comparison:
    """The same two texts compared with nothing known of the operations."""
    code = result.present.language
    present, proposed = (
        read(write(side), code).articles for side in (result.present, result.proposed)
    )
    return compare(present, proposed, STYLES[code][0])


@some
@given(st.sampled_from(CODES).flatmap(documents))
def test_reading_and_writing_are_inverse(document: Document) -> None:
    articles = read(document.text, document.code).articles
    assert write(articles) == document.text
    mains = [unit for unit in articles.main.children if unit.kind is Kind.ARTICLE]
    assert [unit.number and unit.number.main for unit in mains] == list(
        range(1, len(document.articles) + 1)
    )


@settings(some, max_examples=200 * MANY)
@given(st.sampled_from(CODES), st.text())
def test_any_text_is_read_without_loss(code: str, text: str) -> None:
    assert write(read(text, code).articles) == normalised(text)


_scraps = st.sampled_from(
    [
        "Article 1.", "Article 9-2 (Name)", "ARTICLE IV", "Section 4.6.", "(Chairman)", "2 ",
        "(1) ", "CHAPTER II. ", "Supplementary Provisions", "第１条（名称）", "第十三条　",
        "（議長）", "第2章の2　", "附　則", "２　", "イ　", "①", "第1項", "削除", "\n", "\n",
        "\n\n", "　", " ", "shall be kept.", "とする。", "\r\n", "a",
    ]
)  # fmt: skip


@settings(some, max_examples=200 * MANY)
@given(st.sampled_from(CODES), st.lists(_scraps, max_size=25).map("".join))
def test_scraps_of_articles_are_read_without_loss(code: str, text: str) -> None:
    read_once = read(text, code).articles
    assert write(read_once) == normalised(text)
    addresses = [address for address, _ in read_once.addresses()]
    assert len(set(addresses)) == len(addresses)


@some
@given(amendments())
def test_spans_rebuild_both_sides_and_no_provision_is_missing(
    case: tuple[Document, list[dict[str, Any]]],
) -> None:
    result = amended(*case)
    code = case[0].code
    sides = [read(write(side), code).articles for side in (result.present, result.proposed)]
    for style in STYLES[code]:
        comparison = compare(sides[0], sides[1], style)
        rows = comparison.table.rows
        for side, articles in (("present", comparison.present), ("proposed", comparison.proposed)):
            covered = [key for row in rows for key in getattr(row, side).keys]
            units = [unit.key for _, unit in articles.units()]
            assert [key for key in covered if key in set(units)] == units
            for row in rows:
                is_changed = row.kind in ("amended", "inserted", "deleted")
                if is_changed and style.rows_per == "article" and not style.shorten_paragraphs:
                    _rebuilds(getattr(row, side), articles)


def _rebuilds(cell: Any, articles: ArticlesOfIncorporation) -> None:
    """An amended cell of a style that shortens nothing has every line of its article."""
    if cell.is_absent:
        return
    unit = articles.by_key(cell.keys[0])
    assert unit is not None
    printed = "".join(line.text for line in cell.lines if line.role != "heading")
    assert "".join(printed.split()) == "".join(unit.written().split())


_words = st.sampled_from(
    [
        "the", "a", "Board", "of", "Directors", "shall", "(", ")", "「", "」", "取締役会", "は",
        "第8条の2", ",", ".", "。", "、", "10", "株主",
    ]
)  # fmt: skip
_line = st.lists(_words, max_size=14)


@settings(some, max_examples=200 * MANY)
@given(st.sampled_from(CODES), _line, _line)
def test_underlines_rebuild_and_cut_no_token(code: str, old: list[str], new: list[str]) -> None:
    language = language_for(code)
    joint = " " if code == "en" else ""
    before, after = joint.join(old), joint.join(new)
    for text, spans in zip((before, after), underline(before, after, language), strict=True):
        assert "".join(span.text for span in spans) == text
        bounds, place = set(), 0
        for token in language.tokens(text):
            bounds.add(place)
            place += len(token)
        cuts, place = set(), 0
        for span in spans:
            cuts.add(place)
            place += len(span.text)
        assert cuts <= bounds | {place}
    if before == after:
        assert not any(span.changed for span in underline(before, after, language)[0])


@some
@given(amendments(branches=False))
def test_what_a_comparison_implies_makes_the_proposed_text(
    case: tuple[Document, list[dict[str, Any]]],
) -> None:
    comparison = compared(amended(*case))
    made = amend(comparison.present, implied_operations(comparison)).proposed
    assert write(made) == write(comparison.proposed)


@some
@given(amendments())
def test_every_reference_resolves_or_is_reported(
    case: tuple[Document, list[dict[str, Any]]],
) -> None:
    result = amended(*case)
    reported = {finding.key for finding in findings_of(result)}
    for citation in citations(result.proposed):
        assert not citation.is_ours or not citation.is_broken or citation.at.key in reported


@st.composite
def typed_amendments(
    draw: st.DrawFn,
) -> tuple[Document, list[dict[str, Any]], list[dict[str, Any]]]:
    """Articles, an article typed with citations, and what is done later."""
    document, _left = draw(st.sampled_from(CODES).flatmap(citing_documents))
    count = len(document.articles)
    words = draw(citing_sentences(document.code, count))
    after = f"article:{draw(st.integers(1, count))}"
    return (
        document,
        [{"op": "insert", "after": after, "text": words}],
        draw(operations_on(document)),
    )


@settings(some, max_examples=60 * MANY)
@given(typed_amendments())
def test_typed_citations_name_what_they_named_when_typed(
    case: tuple[Document, list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    document, typed, later = case
    present = read(document.text, document.code).articles
    operation, *others = operations([*typed, *later], present)
    assert isinstance(operation, Insert)
    moment = amend(present, [operation]).proposed
    meant = replace(operation, citation_targets=find_targets(moment, operation.key))
    result = amend(present, [meant, *others])
    told = {each.key for each in result.consequences if each.is_typed and each.outcome == BROKEN}
    doubtful = [each for each in result.findings if each.code == UNVERIFIED]
    assert [each.about for each in doubtful if each.key not in told] == []
    was, now = (named_below(each, operation.key) for each in (moment, result.proposed))
    for key, (found, is_whole) in was.items():
        # What is gone is told, or out of a range of which one is left; what named nothing when it
        # was typed was told then.
        left = {each for each in found if result.proposed.by_key(each)}
        names = now[key][0]
        assert key in told or (left == names if is_whole else left <= names), write(result.proposed)


def named_below(articles: ArticlesOfIncorporation, key: str) -> dict[str, tuple[set[str], bool]]:
    """The identities that the citations in a provision name, by where they stand, and whether each
    of them names something."""
    found: dict[str, tuple[set[str], bool]] = {}
    for each in citations(articles):
        if each.at.key.startswith(key):
            names, is_whole = found.get(each.at.key, (set(), True))
            targets = {target.key for one in each.resolved for target in one.targets}
            found[each.at.key] = (names | targets, is_whole and not each.is_broken)
    return found


@some
@given(amendments())
def test_following_keeps_what_was_meant(
    case: tuple[Document, list[dict[str, Any]]],
) -> None:
    result = amended(*case)
    reported = {finding.key for finding in findings_of(result)}
    for consequence in result.consequences:
        assert (consequence.before != consequence.after) == (
            consequence.outcome in (FOLLOWED, SHIFTED)
        )
        assert consequence.why.en
        assert consequence.why.ja
        assert consequence.outcome != BROKEN or consequence.key in reported


@st.composite
def citing_amendments(draw: st.DrawFn) -> tuple[Document, tuple[str, ...], list[dict[str, Any]]]:
    document, left = draw(st.sampled_from(CODES).flatmap(citing_documents))
    return document, left, draw(operations_on(document))


@settings(some, max_examples=60 * MANY)
@given(citing_amendments())
def test_ours_names_what_it_named_and_all_else_stays_to_the_letter(
    case: tuple[Document, tuple[str, ...], list[dict[str, Any]]],
) -> None:
    document, left, entries = case
    result = amended(document, entries)
    assert [each.about for each in result.findings if each.code == UNVERIFIED] == []
    for each in result.consequences:
        assert each.before == each.after or each.outcome in (FOLLOWED, SHIFTED)
    changed = {entry["at"] for entry in entries if entry["op"] in ("delete", "replace")}
    for address, unit in result.present.addresses():
        now = result.proposed.by_key(unit.key)
        if now is not None and address not in changed and unit.kind is Kind.ARTICLE:
            for sentence in left:
                assert unit.written().count(sentence) <= now.written().count(sentence)


@some
@given(amendments(branches=False))
def test_amend_then_compare_finds_what_was_asked_for(
    case: tuple[Document, list[dict[str, Any]]],
) -> None:
    document, entries = case
    if any(entry["op"] in ("delete", "move") and not entry.get("keep_number") for entry in entries):
        # An emptied article has no words left: beside others that go, which one it was is a guess.
        entries = [entry for entry in entries if not entry.get("keep_number")]
    result = amended(document, entries)
    comparison = compared(result)
    known = as_json.amendment_json(result, ())
    found = as_json.comparison_json(comparison)
    for name in ("pairs", "inserted", "deleted"):
        assert found[name] == known[name]


_HASHED = """
import json, sys
from governance.text import as_json
from governance.text.compare import compare
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS
for code, *texts in json.load(sys.stdin):
    style = next(style for style in PRESETS.values() if style.language == code)
    versions = (read(text, code).articles for text in texts)
    print(json.dumps(as_json.comparison_json(compare(*versions, style))))
"""


def _versions(code: str) -> tuple[str, str, str]:
    """A language, and two texts in it that move, put in, take out and cite."""
    sentence = (
        "取締役会は、第{}条の規定により議案{}を決議する。"
        if code == "ja"
        else "The Board decides matter {1} under Article {0}."
    )
    articles = [Article(f"tag{n}", ((sentence.format(n % 7 + 1, n), ()),)) for n in range(9)]
    present = Document(code, tuple(articles), frozenset({0, 4}), True).text
    moved = (articles[3], *articles[:3], *articles[5:], articles[4])
    proposed = Document(code, moved, frozenset({0}), True).text
    return code, present, proposed


def test_answers_do_not_depend_on_hash_order() -> None:
    answers = {
        subprocess.run(
            [sys.executable, "-c", _HASHED],
            input=json.dumps([_versions(code) for code in CODES]),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    }
    assert len(answers) == 1
