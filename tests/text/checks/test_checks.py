"""The checks by example: tests/text/cases/checks-en.txt, checks-ja.txt."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from governance.text.amending.builder import amend
from governance.text.amending.operations import START, Delete, Insert, Operation, Replace
from governance.text.checks import CHANGE_CHECKS, CHECKS, SEVERITIES, check, check_both, findings_of
from governance.text.checks.decidable import decidable_citations
from governance.text.compare import compare
from governance.text.dates_and_terms import Day
from governance.text.finding import ERROR, NOTICE, WARNING, Finding
from governance.text.languages import LANGUAGES
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from tests.paths import ROOT, TEXT_CASES
from tests.text.cases_file import Case, cases_of_both_languages

DOCS = ROOT / "docs" / "checks.md"
STYLES = {"en": PRESETS["english-release"], "ja": PRESETS["japanese-release"]}
HEADS = {"en": r"^(Article )(\d+)(\.)", "ja": r"^(第)(\d+)(条　)"}
NEW = {
    "en": "Article {}.\nWhoever leaves takes the umbrella along.\n",
    "ja": "第{}条　退出する者は、傘を持ち帰る。\n",
}


# Of findings whose severity depends on more than their code.
OTHER_SEVERITIES = {
    "changed-range": [NOTICE],
    "uncertain-citation": [NOTICE],
    "stale-reference": [WARNING],
    "range-inverted": [WARNING],
    "caption-mismatch": [ERROR],
    "citation-mismatch": [ERROR],
}
SECTIONS = ["text", "text-of", "words", "operations", "new-words", "day", "findings"]
FILE = cases_of_both_languages("checks", SECTIONS)
TEXTS = {(case.code, case.title): case.text("text") for case in FILE}
ALL = [case for case in FILE if not case.title.startswith("text: ")]


def about(case: Case) -> str:
    """The check that the case is about."""
    return case.title.partition(":")[0].removeprefix("no ")


def is_negative(case: Case) -> bool:
    return case.title.startswith("no ")


def words(case: Case, section: str) -> dict[int, str]:
    """The words of articles by number, " / " made a line end."""
    pairs = (line.split(": ", 1) for line in case.lines(section))
    return {int(number): text.replace(" / ", "\n") for number, text in pairs}


def day(case: Case) -> Day | None:
    if not case.lines("day"):
        return None
    year, month, of_month = map(int, case.text("day").split("-"))
    return year, month, of_month


def expected(case: Case) -> list[tuple[str, ...]]:
    return [tuple(line.split(maxsplit=2)) for line in case.lines("findings")]


def present(case: Case) -> str:
    if name := case.text("text-of"):
        text = TEXTS[case.code, f"text: {name}"]
    else:
        text = case.text("text")
    text += "\n"
    if not re.search(r"(?m)^(Article |ARTICLE |Section |CHAPTER |第.+条|第.+章|（.*）$)", text):
        text = ("Article 1.\n" if case.code == "en" else "第1条　") + text
    return with_words(text, words(case, "words"), case.code)


def proposed(case: Case, text: str) -> str:
    for operation in case.lines("operations"):
        sign, number = operation.split()
        units = re.split(f"(?m)(?={HEADS[case.code]})", text)
        units = [unit for unit in units if unit and re.match(HEADS[case.code], unit)]
        if sign == "-":
            del units[int(number) - 1]
        else:
            units.insert(int(number), NEW[case.code].format(0))
        text = "".join(
            re.sub(HEADS[case.code], rf"\g<1>{place}\g<3>", unit)
            for place, unit in enumerate(units, 1)
        )
    return with_words(text, words(case, "new-words"), case.code)


def with_words(text: str, words: dict[int, str], code: str) -> str:
    for number, body in words.items():
        head = HEADS[code].replace(r"(\d+)", f"({number})")
        gap = "\n" if code == "en" else ""
        text, count = re.subn(
            rf"(?ms){head}.*?(?=^Article |^第\d+条　|\Z)",
            lambda match, gap=gap, body=body: f"{match[1]}{match[2]}{match[3]}{gap}{body}\n",
            text,
        )
        assert count == 1, f"no article {number}"
    return text


@cache
def findings(case: Case) -> tuple[Finding, ...]:
    old = present(case)
    before = read(old, case.code).articles
    if not case.lines("operations") and not case.lines("new-words"):
        return check(before, "present", day(case))
    after = read(proposed(case, old), case.code).articles
    result = compare(before, after, STYLES[case.code], day(case))
    return tuple(each for each in result.findings if each.side == "proposed")


@pytest.mark.parametrize("case", ALL, ids=str)
def test_findings(case: Case) -> None:
    found = findings(case)
    with_fix = {entry[:2] for entry in expected(case) if len(entry) > 2}
    shown = [
        (each.code, each.at, each.fix.after)
        if each.fix and (each.code, each.at) in with_fix
        else (each.code, each.at)
        for each in found
    ]
    assert shown == expected(case)
    assert (about(case) in {each.code for each in found}) is not is_negative(case)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_finding_names_its_place_in_both_languages(case: Case) -> None:
    for each in findings(case):
        assert each.severity in (SEVERITIES[each.code], *OTHER_SEVERITIES.get(each.code, ()))
        place, colon, what = each.message.en.partition(": ")
        assert colon
        assert what
        assert not re.search(r"\w+:\d", each.message.en), "an address, not a name"
        assert place[0].isupper() or place.startswith("the ")
        assert each.message.ja.endswith("。")
        if each.fix:
            assert each.fix.before != each.fix.after
            assert each.fix.at == each.at


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_check_is_shown_three_times_finding_and_three_times_not(code: str) -> None:
    of_the_other = {"en": {"width-mixed"}, "ja": {"section-of-another"}}
    for negative in (False, True):
        shown = Counter(
            about(each) for each in ALL if each.code == code and is_negative(each) is negative
        )
        fewer = {check for check in SEVERITIES if shown[check] < 3}
        assert fewer == of_the_other[code]


def test_every_check_is_explained() -> None:
    rows = re.findall(r"(?m)^\| `([a-z-]+)` \| (\w+) \|", DOCS.read_text("utf-8"))
    found_elsewhere = {
        "override-lost": WARNING,
        "character-missing": WARNING,
        "citation-unverified": ERROR,
        "present-changed": ERROR,
        "empty-condition": ERROR,
        "board-authority-missing": ERROR,
        "board-numbers-missing": ERROR,
        "board-may-not-decide": ERROR,
        "board-beyond-authority": ERROR,
        "board-number-not-written": ERROR,
        "board-unit-too-large": ERROR,
        "board-unit-notice": NOTICE,
    }
    assert dict(rows) == {**SEVERITIES, **found_elsewhere}
    assert len(rows) == len(SEVERITIES) + len(found_elsewhere)


def test_every_code_comes_from_a_check() -> None:
    names = {each.__name__.replace("_", "-") for each in (*CHECKS, *CHANGE_CHECKS)}
    # Two codes have two checks: what the version by itself shows, and what the change does.
    assert names == {*SEVERITIES, "broken-by-change", "uncertain-by-change"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_clean_articles_have_no_finding(code: str) -> None:
    texts = [TEXT_CASES / f"articles-{code}.txt"]
    texts += sorted((ROOT / "proposals" / "demo").glob(f"*-articles-{code}.txt"))
    if code == "en":
        texts.append(ROOT / "proposals" / "demo" / "3774-articles.txt")
    assert len(texts) > 1
    for path in texts:
        lines = path.read_text("utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.startswith("#"))
        articles = read(text, code).articles
        assert check(articles, "present") == ()
        assert check(articles, "present", (2000, 1, 1)) == ()


# -- an amendment: what it followed, what it broke, and what was newly written

FIVE = """Article 1.
The name of the Company is Aoba.

Article 2.
Umbrellas stand at the door.

Article 3.
The fee is two silver coins.

Article 4.
The fees of Articles 2 through 3 are halved in May.

Article 5.
Whoever pays the fee of Article 3 may enter.
"""


WAS_LEFT = (
    "Article 6: Article 3 was left as before, but Article 3, which it named, is now Article 4."
)


def amended(*operations: Operation) -> list[tuple[str, str, str, str]]:
    articles = read(FIVE, "en").articles
    found = findings_of(amend(articles, operations))
    return [(each.code, each.severity, each.at, each.message.en) for each in found]


def key(address: str) -> str:
    provision = read(FIVE, "en").articles.find(address)
    assert provision is not None
    return provision.key


def test_amendment_that_is_followed_has_no_finding() -> None:
    assert amended(Insert("new", key("article:1"), body="Boots stand beside them.")) == []


def test_number_left_in_new_words_is_a_warning() -> None:
    found = amended(
        Insert("new", key("article:1"), body="Boots stand beside them."),
        Replace(key("article:5"), body="Whoever pays the fee of Article 3 may come in."),
    )
    assert found == [
        (
            "stale-reference",
            WARNING,
            "article:6/paragraph:1",
            WAS_LEFT,
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("Article 1 (Gates) holds.", "Article 1 (Lamps) holds.", ERROR),
        ("Article 1 (Lamps) holds.", "Article 1 (Lamps) holds indeed.", WARNING),
        ("The preceding Article (Article 2) holds.", "Members enter.", None),
        ("Members enter.", "The preceding Article (Article 1) holds.", ERROR),
        (
            "The preceding Article (Article 1) holds.",
            "The preceding Article (Article 1) is.",
            WARNING,
        ),
    ],
)
def test_captions_and_numbers_in_brackets_are_errors_where_they_are_new(
    old: str, new: str, severity: str | None
) -> None:
    text = "(Gates)\nArticle 1.\nRed.\n\n(Lamps)\nArticle 2.\nLit.\n\n(Rooms)\nArticle 3.\n{}\n"
    articles = read(text.format(old), "en").articles
    found = findings_of(amend(articles, [Replace("article:3", body=new)]))
    assert [each.severity for each in found if each.side == "proposed"] == (
        [severity] if severity else []
    )


@pytest.mark.parametrize(("level", "severity"), [("2 ", WARNING), ("", ERROR)])
def test_what_is_replaced_whole_under_a_number_that_is_cited_is_a_warning_below_articles(
    level: str, severity: str
) -> None:
    """The paragraph that the number names is another one; whether it is meant shows to a reader."""
    place = "Article 1, Paragraph 2" if level else "Article 2"
    head = "" if level else "Article 2.\n"
    text = "Article 1.\nThe gate is red.\n{}{}{}\n\nArticle 3.\nThe fee of {} is due.\n"
    old, new = (
        read(text.format(head, level, words, place), "en").articles
        for words in ("Umbrellas stand at the door of the house.", "Nobody sings after ten.")
    )
    found = compare(old, new, STYLES["en"]).findings
    assert [each.severity for each in found if each.code == "stale-reference"] == [severity]


def test_a_range_whose_ends_change_places_is_not_left_behind() -> None:
    text = "Article 1.\n{}\n\nArticle 2.\n{}\n\nArticle 3.\nArticles 1 through 2 are halved.\n"
    words = (
        "The gate is red and stands in the west.",
        "Umbrellas are kept at the door of it.",
    )
    old, new = (read(text.format(*each), "en").articles for each in (words, words[::-1]))
    assert compare(old, new, STYLES["en"]).findings == ()


def test_reference_broken_by_an_amendment_is_told_once_with_the_reason() -> None:
    found = amended(
        Delete(key("article:5")), Insert("x", key("article:4"), body="As in Article 9.")
    )
    assert [each[:3] for each in found] == [("broken-reference", ERROR, "article:5/paragraph:1")]
    found = amended(Delete(key("article:3")))
    assert [each[:3] for each in found] == [("broken-reference", ERROR, "article:4/paragraph:1")]
    assert found[0][3] == "Article 4: Article 3 names present Article 3, which is deleted."


@pytest.mark.parametrize(
    ("moved", "fixes"),
    [
        ("The fee, due at the door, is two silver coins.", ["Whoever pays the fee of Article 1"]),
        ("Boots stand beside the umbrellas at the door.", [None]),
    ],
)
def test_broken_reference_is_mended_where_what_it_named_lives_on(
    moved: str, fixes: list[str | None]
) -> None:
    """Article 3 goes, and a new article says most of what it said."""
    articles = read(FIVE.replace("Articles 2 through 3 are", "May is"), "en").articles
    result = amend(articles, [Delete("article:3"), Insert("new", START, body=moved)])
    found = [each for each in findings_of(result) if each.key == "article:5/paragraph:1"]
    assert [(each.code, each.severity) for each in found] == [("broken-reference", ERROR)]
    assert [each.fix and each.fix.after.partition(" may")[0] for each in found] == fixes


def test_number_left_in_new_words_that_names_nothing_is_an_error() -> None:
    five = FIVE.replace("Article 1.\nThe", "Article 1.\nAs Article 5 says, the")
    five = five.replace("Articles 2 through 3", "Articles 2 through 5")
    articles = read(five, "en").articles
    again = Replace("article:1", body="As Article 5 has it, the name of the Company is Aoba.")
    found = findings_of(amend(articles, [Delete("article:2"), again]))
    assert [(each.code, each.severity, each.at) for each in found] == [
        ("broken-reference", ERROR, "article:1/paragraph:1"),
        ("range-end-gone", ERROR, "article:3/paragraph:1"),
    ]


def test_range_that_gains_a_member_in_an_amendment_is_told_once() -> None:
    found = amended(Insert("new", key("article:2"), body="Boots stand beside them."))
    assert found == [
        (
            "changed-range",
            WARNING,
            "article:5/paragraph:1",
            "Article 5: Article 3 is now covered by Articles 2 through 4.",
        )
    ]


RANGES = {
    "en": "Article 1.\nWe sell:\n{}({}) whatever goes with each of the preceding items.\n",
    "ja": "第1条　次の物を売る。\n{}({}) 前各号に付帯する一切の物\n",
}
GOODS = {
    "en": ("lamps of brass", "wicks and oil", "umbrellas for guests"),
    "ja": ("真鍮の角灯", "灯心及び油", "客用の雨傘"),
}


@pytest.mark.parametrize(
    ("old", "new", "en", "ja"),
    [
        (
            (0,),
            (0, 1, 2),
            "Article 1, Item 2 and Item 3 are now covered by the preceding items.",
            "「前各号」には、第1条第2号および第3号が新たに含まれます。",
        ),
        (
            (0, 1),
            (1,),
            "present Article 1, Item 1 is no longer covered by the preceding items.",
            "「前各号」には、現行の第1条第1号が含まれなくなります。",
        ),
        (
            (0, 1),
            (0, 2),
            (
                "Article 1, Item 2 is now covered by the preceding items; "
                "present Article 1, Item 2 is no longer covered by the preceding items."
            ),
            "「前各号」には、第1条第2号が新たに含まれ、現行の第1条第2号が含まれなくなります。",
        ),
    ],
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_all_before_covers_now_is_a_notice(
    code: str, old: tuple[int, ...], new: tuple[int, ...], en: str, ja: str
) -> None:
    def articles(goods: tuple[int, ...]) -> ArticlesOfIncorporation:
        items = "".join(f"({n}) {GOODS[code][good]}\n" for n, good in enumerate(goods, 1))
        return read(RANGES[code].format(items, len(goods) + 1), code).articles

    (found,) = compare(articles(old), articles(new), STYLES[code]).findings
    assert (found.code, found.severity) == ("changed-range", NOTICE)
    assert found.message.in_language(code).endswith({"en": en, "ja": ja}[code])


def test_new_supplementary_provisions_are_checked_and_old_ones_left() -> None:
    old = FIVE + "\nSupplementary Provisions\n\nArticle 1.\nArticle 44 holds until May 1, 2027.\n"
    new = old + "\nArticle 2.\nArticle 45 holds until May 1, 2028.\n"
    result = compare(read(old, "en").articles, read(new, "en").articles, STYLES["en"])
    assert [(each.code, each.at) for each in result.findings] == [
        ("broken-reference", "supplementary:2/paragraph:1")
    ]


def test_articles_without_words_have_no_finding() -> None:
    assert check(read("Article 1.\n", "en").articles, "present") == ()
    assert check(read("第1条\n", "ja").articles, "present") == ()


def test_wording_put_elsewhere_is_known_in_long_texts_where_it_is_the_same() -> None:
    """Where there is too much to compare, a line that was moved on and not reworded is known."""
    rule = "Whoever pays the fee of the preceding Article may enter by the western gate."
    alike = rule.replace("western", "eastern")

    def text(lamps: str, last: str) -> str:
        cited = "".join(f"Article {n}.\n{lamps} Article {n}.\n\n" for n in range(1, 205))
        return f"{cited}Article 205.\n{last}\n"

    before = read(text("A lamp hangs by", rule), "en").articles
    for words, found in ((rule, ["article:205/paragraph:2"]), (alike, [])):
        read_after = read(text("Guests sing under", f"Lanterns shine.\n2 {words}"), "en").articles
        after = replace(read_after, main=renamed(read_after.main))
        shifted = [each.at for each in check_both(before, after) if each.side == "proposed"]
        assert [at for at in shifted if at.startswith("article:205")] == found


def renamed(provision: Provision) -> Provision:
    """The provision under identities of its own, all the way down."""
    children = tuple(map(renamed, provision.children))
    return replace(provision, key=f"new {provision.key}", children=children)


def test_provisions_without_numbers_are_named() -> None:
    first = read("Article 1.\nOne (1.\n\nArticle 2.\nTwo.\n", "en").articles
    bare = replace(first.main.children[0], number=None)
    main = replace(first.main, children=(bare, *first.main.children[1:]))
    found = check(ArticlesOfIncorporation("en", main), "present")
    assert [(each.code, each.message.in_language("en")) for each in found] == [
        ("number-absent", "the article without a number: it has no number."),
        ("unbalanced-brackets", "the article without a number: ( is not closed."),
    ]


def test_very_many_citations_in_one_wording_are_paired_from_its_ends() -> None:
    """Left as they were although every number moved: all but what was put in between is told."""
    cited = ["第２条"] * 210
    fresh = [*cited[:100], "第４条に定める者のほか、", *cited[100:]]
    old, new = (
        read(f"{begins}第{{}}条　{''.join(words)}\n第{{}}条　東京に置く。\n".format(*numbers), "ja")
        for begins, words, numbers in (("", cited, (1, 2)), ("第１条　新設。\n", fresh, (2, 3)))
    )
    found = compare(old.articles, new.articles, PRESETS["japanese-release"]).findings
    assert Counter(one.code for one in found)["stale-reference"] == len(cited)


def test_uncertain_citation_that_was_typed_speaks_the_proposed_numbers() -> None:
    """The finding and what a person is asked to decide name the same provision."""
    way = "Whoever keeps to Article 3 of the Kamo Way may enter."
    articles = read(FIVE, "en").articles
    typed = Replace("article:5", body=way)
    kept = read(FIVE.replace("Whoever pays the fee of Article 3 may enter.", way), "en").articles
    boots = Insert("new", "article:1", body="Boots stand beside them.")
    for present, others, severity, name in (
        (articles, [typed], NOTICE, "Article 3"),
        (kept, [], WARNING, "Article 3, now Article 4"),
    ):
        result = amend(present, [boots, *others])
        found = [each for each in findings_of(result) if each.code == "uncertain-citation"]
        proposed = [each for each in found if each.side == "proposed"]
        assert [(each.severity, name in each.message.en) for each in proposed] == [(severity, True)]
        (asked,) = decidable_citations(result)
        assert asked.ours is not None
        assert asked.ours.en == "Article 3"
