"""Which provision continues which, where nobody says."""

from dataclasses import replace

import pytest

from governance.text.compare import compare
from governance.text.comparing import in_place, match, siblings
from governance.text.comparing.thresholds import THRESHOLDS
from governance.text.reading.read import read
from governance.text.table.house_style import PRESETS

NAME = "The name of the Company is Kamogawa Instruments and nothing else is its name."
SEAT = "The head office stands in Kyoto, and branches are opened by resolution of the board."
FISH = "Whoever keeps salmon in the garden pond of the factory feeds them twice a day."
BIRD = "Herons and cranes that rest upon the roof in winter are left in peace by everybody."
TREE = "Old cedar trees along the western fence are never felled without a written permit."


def articles(*bodies: str) -> str:
    """Articles in order; a body may begin with its caption in brackets."""
    lines = []
    for number, body in enumerate(bodies, 1):
        caption, sign, rest = body.partition(")\n")
        if sign:
            lines.append(f"{caption})")
        lines.append(f"Article {number}.\n{rest or body}")
    return "\n".join(lines) + "\n"


def found(present: str, proposed: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs, insertions and deletions of articles, by their numbers."""
    sides = (read(text, "en").articles for text in (present, proposed))
    units = compare(*sides, PRESETS["english-release"]).units

    def number(address: str) -> int:
        return int(address.partition(":")[2])

    pairs = [(number(old), number(new)) for old, new in units.pairs]
    return pairs, [number(each) for each in units.inserted], [number(x) for x in units.deleted]


CASES = {
    "one inserted at the front": ((NAME, SEAT), (FISH, NAME, SEAT), [(1, 2), (2, 3)], [1], []),
    "one deleted": ((NAME, SEAT, FISH), (NAME, FISH), [(1, 1), (3, 2)], [], [2]),
    "one number, unrelated words": ((NAME, FISH), (NAME, BIRD), [(1, 1)], [2], [2]),
    "moved past two others": (
        (NAME, SEAT, FISH, BIRD),
        (BIRD, NAME, SEAT, FISH),
        [(1, 2), (2, 3), (3, 4), (4, 1)],
        [],
        [],
    ),
    "moved and amended": (
        (NAME, SEAT, FISH),
        (FISH.replace("twice", "three times"), NAME, SEAT),
        [(1, 2), (2, 3), (3, 1)],
        [],
        [],
    ),
    "rewritten under its own caption": (
        (f"(Name)\n{NAME}", f"(Animals)\n{FISH}"),
        (f"(Name)\n{NAME}", "(Animals)\nWhoever keeps carp in the pond asks the factory first."),
        [(1, 1), (2, 2)],
        [],
        [],
    ),
    "two merged into one": (
        (NAME, SEAT, FISH, BIRD),
        (NAME, f"{SEAT}\n2 {FISH}", BIRD),
        [(1, 1), (2, 2), (4, 3)],
        [],
        [3],
    ),
    "one split into two": (
        (NAME, f"{SEAT}\n2 {FISH}", BIRD),
        (NAME, SEAT, FISH, BIRD),
        [(1, 1), (2, 2), (3, 4)],
        [3],
        [],
    ),
    "emptied in its place": ((NAME, SEAT, FISH), (NAME, "(Deleted)", FISH), None, [], []),
    "all new": ((NAME,), (FISH, BIRD), [], [1, 2], [1]),
    "moved, and two that it could be": (
        (FISH, FISH.replace("twice", "once"), NAME, SEAT, TREE),
        (NAME, SEAT, TREE, FISH.replace("twice", "often")),
        [(1, 4), (3, 1), (4, 2), (5, 3)],
        [],
        [2],
    ),
}


@pytest.mark.parametrize(
    ("present", "proposed", "pairs", "inserted", "deleted"), CASES.values(), ids=CASES
)
def test_what_continues_what(
    present: tuple[str, ...],
    proposed: tuple[str, ...],
    pairs: list[tuple[int, int]] | None,
    inserted: list[int],
    deleted: list[int],
) -> None:
    same = [(n, n) for n in range(1, len(present) + 1)]
    expected = (same if pairs is None else pairs, inserted, deleted)
    assert found(articles(*present), articles(*proposed)) == expected


def test_articles_without_words_keep_to_their_numbers() -> None:
    present = "(Seal)\nArticle 1.\n(Flag)\nArticle 2.\n"
    assert found(present, present.replace("Flag", "Banner")) == ([(1, 1), (2, 2)], [], [])


def test_an_article_is_emptied_though_a_heading_goes_past_it() -> None:
    present = (
        f"CHAPTER I. A\nArticle 1.\n{NAME}\nCHAPTER II. SALMON\nArticle 2.\n{FISH}\n"
        f"CHAPTER III. TREES\nArticle 3.\n{TREE}\n"
    )
    proposed = (
        f"CHAPTER I. A\nArticle 1.\n{NAME}\nCHAPTER II. TREES\nArticle 2. (Deleted)\n"
        f"Article 3.\n{TREE}\n"
    )
    sides = (read(text, "en").articles for text in (present, proposed))
    units = compare(*sides, PRESETS["english-release"]).units
    assert ("article:2", "article:2") in units.amended
    assert (units.inserted, units.deleted) == ((), ("chapter:2",))


def test_emptied_articles_are_told_apart_by_order() -> None:
    present = articles("(Deleted)", NAME, "(Deleted)", SEAT)
    proposed = articles(NAME, "(Deleted)", SEAT)
    pairs, inserted, deleted = found(present, proposed)
    assert (pairs, inserted, deleted) == ([(2, 1), (3, 2), (4, 3)], [], [1])


@pytest.mark.parametrize("count", [1, 2, 12])
def test_emptied_articles_behind_a_new_one_keep_their_order(count: int) -> None:
    """Though each now has the number that the next had, which was emptied too."""
    bodies = [f"{each} Rule {'x' * n}." for n, each in enumerate([NAME, SEAT, FISH, BIRD] * 3)]
    present = articles(*bodies[:count], TREE)
    proposed = articles("Nothing is ever sold here.", *["(Deleted)"] * count, TREE)
    pairs = [(number, number + 1) for number in range(1, count + 2)]
    assert found(present, proposed) == (pairs, [1], [])


def test_paragraphs_are_followed_into_another_article() -> None:
    present = articles(f"{NAME}\n2 {FISH}\n3 {TREE}", SEAT)
    proposed = articles(f"{NAME}\n2 {TREE}", f"{SEAT}\n2 {FISH}")
    sides = (read(text, "en").articles for text in (present, proposed))
    below = compare(*sides, PRESETS["english-release"]).provisions
    assert ("article:1/paragraph:2", "article:2/paragraph:2") in below.pairs
    assert ("article:1/paragraph:3", "article:1/paragraph:2") in below.pairs
    assert (below.inserted, below.deleted) == ((), ())


LONG = (
    "The number of shares that may be issued is forty million, of which thirty million are common "
    "shares, nine million are class A preferred shares, and one million are class B preferred."
)
TERM = "The term of a Director ends at the meeting of the last year within two years."
TERM_BUT = (
    "The term of a Director (but no Member of the Committee of Audit) ends at the meeting of the "
    "last year within one year."
)
TERM_OF_MEMBERS = TERM.replace("Director", "Director who is a Member")
SHORT = "The number of shares that may be issued is ten million."


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # an only paragraph, whatever it says now
        (f"(Shares)\n{SHORT}", f"(Shares)\n{LONG}", ["1-1"]),
        # extended, cut, and said anew, between two that stayed
        (f"{NAME}\n2 {SHORT}\n3 {TREE}", f"{NAME}\n2 {LONG}\n3 {TREE}", ["1-1", "2-2", "3-3"]),
        (f"{NAME}\n2 {LONG}\n3 {TREE}", f"{NAME}\n2 {SHORT}\n3 {TREE}", ["1-1", "2-2", "3-3"]),
        (f"{NAME}\n2 {FISH}\n3 {TREE}", f"{NAME}\n2 {LONG}\n3 {TREE}", ["1-1", "3-3"]),
        # the first goes on as the first, though the new second is more like it
        (TERM, f"1. {TERM_BUT}\n2. {TERM_OF_MEMBERS}", ["1-1"]),
        # put in before it, and hardly touched
        (TERM, f"1. {BIRD}\n2. {TERM_BUT}", ["1-2"]),
        # too short to tell
        (
            f"{NAME}\n2 Lamps.\n3 {TREE}",
            f"{NAME}\n2 Lamps, and whatever else gives light, are sold.\n3 {TREE}",
            ["1-1", "3-3"],
        ),
        # split in two, of which the first begins as it did
        (
            f"{NAME}\n2 {SEAT} {FISH}\n3 {TREE}",
            f"{NAME}\n2 {SEAT}\n3 {FISH}\n4 {TREE}",
            ["1-1", "2-2", "3-4"],
        ),
        # not from a paragraph to an item
        (f"{NAME}\n2 {SHORT}", f"{NAME}\n(1) {LONG}", ["1-1"]),
    ],
)
def test_what_was_reworded_in_its_place_is_a_pair(old: str, new: str, pairs: list[str]) -> None:
    sides = (read(articles(body, SEAT), "en").articles for body in (old, new))
    below = compare(*sides, PRESETS["english-release"]).provisions.pairs
    prefix = "article:1/paragraph:"
    found = [(a.removeprefix(prefix), b.removeprefix(prefix)) for a, b in below]
    assert [f"{a}-{b}" for a, b in found if "article" not in a] == pairs


def test_a_paragraph_and_a_section_are_no_pair() -> None:
    present = read(f"ARTICLE I\nName\n{NAME}\nARTICLE II\nSeat\n{SEAT}\n", "en").articles
    proposed = read(
        f"ARTICLE I\nName\nSection 1.1. Name. {FISH}\nARTICLE II\nSeat\n{SEAT}\n", "en"
    ).articles
    below = compare(present, proposed, PRESETS["english-release"]).provisions
    assert below.deleted == ("article:1/paragraph:1",)
    assert "article:1/section:1" in below.inserted


def test_a_paragraph_that_two_others_resemble_continues_one_of_them() -> None:
    present = articles(f"{NAME}\n2 {FISH}", f"{SEAT}\n2 {FISH.replace('twice', 'once')}", TREE)
    proposed = articles(NAME, SEAT, f"{TREE}\n2 {FISH.replace('twice', 'often')}")
    sides = (read(text, "en").articles for text in (present, proposed))
    below = compare(*sides, PRESETS["english-release"]).provisions
    assert ("article:1/paragraph:2", "article:3/paragraph:2") in below.pairs
    assert (below.inserted, below.deleted) == ((), ("article:2/paragraph:2",))


def test_what_stands_below_known_articles_is_paired_by_wording() -> None:
    present = read(
        articles(f"{FISH}\n2 {TREE}", NAME) + "Supplementary Provisions\n", "en"
    ).articles
    proposed = read(articles(f"{BIRD}\n2 {FISH}\n3 {TREE}", NAME, SEAT), "en").articles
    units = list(proposed.main.children)
    units[2] = replace(units[2], key="new")
    known = replace(proposed, main=replace(proposed.main, children=tuple(units)))
    found = match.match_below_articles(present, known)
    first, second, third = found.main.children
    assert [paragraph.key for paragraph in first.children] == [
        "+article:1/paragraph:1",
        "article:1/paragraph:1",
        "article:1/paragraph:2",
    ]
    assert [unit.key for unit in (first, second, third)] == ["article:1", "article:2", "new"]


def test_paragraphs_that_changed_places_are_pairs() -> None:
    present = articles(f"{NAME}\n2 {FISH}\n3 {TREE}")
    proposed = articles(f"{NAME}\n2 {TREE}\n3 {FISH.replace('twice', 'once')}")
    sides = (read(text, "en").articles for text in (present, proposed))
    below = compare(*sides, PRESETS["english-release"]).provisions
    assert below.pairs == (
        ("article:1/paragraph:1", "article:1/paragraph:1"),
        ("article:1/paragraph:2", "article:1/paragraph:3"),
        ("article:1/paragraph:3", "article:1/paragraph:2"),
    )


def supplementary(*parts: str | None) -> str:
    """An article, and supplementary parts; None is one of which there is the heading only."""
    heading = "Supplementary Provisions\n"
    below = ("" if part is None else f"{part}\n" for part in parts)
    return articles(NAME) + "".join(heading + part for part in below)


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ((SEAT,), (SEAT, FISH), ["supplementary", "+supplementary.2"]),
        ((SEAT,), (FISH, SEAT), ["+supplementary.1", "supplementary"]),
        ((SEAT, FISH), (FISH,), ["supplementary.2"]),
        ((SEAT,), (SEAT, SEAT), ["supplementary", "+supplementary.2"]),
        (("",), ("",), ["supplementary"]),
        ((SEAT, None), (SEAT, None), ["supplementary.1", "supplementary.2"]),
        ((SEAT,), (SEAT, None), ["supplementary", "+supplementary.2"]),
    ],
)
def test_supplementary_parts_continue_what_they_come_from(
    old: tuple[str | None, ...], new: tuple[str | None, ...], keys: list[str]
) -> None:
    sides = [read(supplementary(*parts), "en").articles for parts in (old, new)]
    matched = match.match(sides[0], sides[1])
    assert [part.key for part in matched.supplementary] == keys


def test_very_long_texts_are_compared_near_their_diagonal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few = replace(THRESHOLDS, most_comparisons=4)
    monkeypatch.setattr(match, "THRESHOLDS", few)
    monkeypatch.setattr(siblings, "THRESHOLDS", few)
    monkeypatch.setattr(in_place, "THRESHOLDS", few)
    olds = [body.replace("the", f"the number {n}") for n, body in enumerate((NAME, SEAT, FISH))]
    assert found(articles(NAME, SEAT, FISH), articles(*olds)) == ([(1, 1), (2, 2), (3, 3)], [], [])
    # What moved, or was merged, is not looked for any more.
    assert found(articles(TREE, BIRD, FISH), articles(NAME, SEAT, NAME))[0] == []
    assert found(articles(f"{SEAT}\n2 {FISH}"), articles(f"{SEAT}\n2 {TREE}"))[0] == [(1, 1)]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "第62条　従業員が各号のいずれかに該当する場合には、懲戒解雇処分を行なう。",
            "第2条　本店を東京都に置く。",
            "第２条　当会社は，次の事業を営む。\n第３条　当会社は，本店を東京都中央区に置く。",
        ),
        (
            "第1条　総会は毎年招集する。",
            "第1条　総会は毎年招集する。\n２　議長は会長が務める。",
            "第1条　総会は毎年招集する。\n２　監事は出席する。\n３　議長は会長が務める。",
            "第1条　毎年招集する。\n２　書面による。\n３　監事は出席する。\n４　議長が務める。",
        ),
    ],
)
def test_what_is_added_one_text_after_another_never_shares_a_key(texts: tuple[str, ...]) -> None:
    articles = read(texts[0], "ja").articles
    for text in texts[1:]:
        articles = match.match(articles, read(text, "ja").articles)
        keys = [each.key for each in articles.walk()]
        assert sorted(keys) == sorted(set(keys))
        assert match.match_below_articles(articles, articles) == articles
