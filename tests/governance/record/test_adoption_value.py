"""Two trees and the rows they were made of, as the provisions that an adoption holds."""

from datetime import date

import pytest

from governance import record
from governance.record import OwnDays, Refused, Words, provisions_of
from governance.text.amending.builder import amend
from governance.text.amending.operations import Insert, Replace
from governance.text.reading.compose import (
    ProvisionContent,
    compose_articles,
    compose_provision,
)
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Number
from tests import rows

DAY = date(2013, 5, 24)


def tree(code: str, *numbers: Number) -> ArticlesOfIncorporation:
    words = {"en": "Words.", "ja": "文言。"}[code]
    return compose_articles(
        code,
        [
            compose_provision(
                ProvisionContent(Kind.ARTICLE, number, body=words, key=f"n{place}"), code
            )
            for place, number in enumerate(numbers)
        ],
    )


@pytest.fixture
def base(company):
    imported, part = rows.imported(company), rows.main_part(company)
    for number in (1, 2):
        rows.wording(
            rows.article(part),
            number,
            imported,
            caption_ja="見出し",
            body_en=f"No. {number}.  ",
            body_ja=f"第{number}の文言。",
        )
    return record.articles_as_of(company, DAY)


def test_both_languages_stand_in_one_provision():
    trees = {code: tree(code, Number(1), Number(1, 2)) for code in ("ja", "en")}
    assert [
        (each.key, each.part, each.number, each.branch, each.words, each.own_days)
        for each in provisions_of((), trees)
    ] == [
        ("n0", "main", 1, 0, Words(body_ja="文言。", body_en="Words."), OwnDays()),
        ("n1", "main", 1, 2, Words(body_ja="文言。", body_en="Words."), OwnDays()),
    ]


@pytest.mark.parametrize(
    ("japanese", "sentence"),
    [
        ((Number(1), Number(3)), "differ at article 3 and article 2"),
        ((Number(1),), "differ in the count"),
    ],
)
def test_languages_that_disagree_are_refused(japanese, sentence):
    with pytest.raises(Refused, match=sentence):
        provisions_of((), {"ja": tree("ja", *japanese), "en": tree("en", Number(1), Number(2))})


def test_a_number_of_two_branches_is_refused():
    with pytest.raises(Refused, match=r"one branch \(9-2\), not with more \(9-2-3\)"):
        provisions_of((), {"en": tree("en", Number(9, 2, 3))})


def test_what_reads_as_before_is_kept_to_the_letter(base):
    trees = {
        code: amend(
            record.articles_tree(base, code), [Replace(base[1].key, caption="New")]
        ).proposed
        for code in ("ja", "en")
    }
    one, two = provisions_of(base, trees, {base[1].key: OwnDays()})
    assert one.words == Words.of(base[0])
    assert two.words == Words("New", "New", base[1].body_ja, base[1].body_en)
    assert (one.own_days.is_reworded, two.own_days.is_reworded) == (False, True)


def test_words_of_a_language_no_longer_kept_stay(base):
    operation = Insert("new", after=base[0].key, body="New.")
    proposed = {"en": amend(record.articles_tree(base, "en"), [operation]).proposed}
    found = provisions_of(base, proposed)
    assert [(each.number, each.words.body_ja) for each in found] == [
        (1, "第1の文言。"),
        (2, ""),
        (3, "第2の文言。"),
    ]


def test_articles_as_they_stand_keep_their_words(base):
    assert [(each.key, each.words) for each in record.unchanged_provisions(base)] == [
        (row.key, Words.of(row)) for row in base
    ]
