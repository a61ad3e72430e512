"""What the levels of a Japanese text are called, and the words that count, join and end."""

from __future__ import annotations

from collections.abc import Iterable

from governance.text.tree.number import ARABIC, KANA, KANJI_NUMERAL, read_numeral
from governance.text.tree.provision import Kind, Number

# -- levels and their numbers

LEVELS = {
    "章": Kind.CHAPTER,
    "節": Kind.SECTION,
    "款": Kind.SUBSECTION,
    "条": Kind.ARTICLE,
    "項": Kind.PARAGRAPH,
    "号": Kind.ITEM,
}
OLD_SIGNS = {"條": "条", "號": "号"}  # as articles of long ago write them
HEADED = {"章": Kind.CHAPTER, "節": Kind.SECTION, "款": Kind.SUBSECTION, "条": Kind.ARTICLE}
LEVEL_NAMES = {kind: name for name, kind in LEVELS.items()}
LEVELS |= {old: LEVELS[new] for old, new in OLD_SIGNS.items()}
HEADED["條"] = Kind.ARTICLE
_DEPTHS = {
    kind: depth
    for depth, kind in enumerate(
        (
            *(Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.ARTICLE, Kind.PARAGRAPH),
            *(Kind.ITEM, Kind.SUBITEM),
        )
    )
}

GAP = r"[ \t　]*+"  # the spaces that a page sets between signs: 第 ９ 条
NUMERAL = rf"(?:{ARABIC}|{KANJI_NUMERAL})"
KANJI_DIGITS = "〇一二三四五六七八九"
KANJI_NUMERALS = f"{KANJI_DIGITS}十百千"
# Branches begin at 2: "第8条の一部". A branch is no count: "第8条の2名" are two persons.
_BRANCH_NUMERAL = rf"(?![一1１](?![0-9０-９十百])){NUMERAL}"
_NO_COUNT = (
    rf"(?![0-9０-９]|[{KANJI_NUMERALS}]|[,，.．][0-9０-９]"
    r"|[分部名人個つ者種社点株倍割週年月日回万億円箇％%]|か[年月所条])"
)
BRANCH = rf"(?:{GAP}[のノ]{GAP}(?:{_BRANCH_NUMERAL}){_NO_COUNT})*"  # 第9条の2の3


# What an article that keeps its number without wording says.
SAYS_DELETED = frozenset({"削除", "欠番"})


def is_narrower(kind: Kind, than: Kind) -> bool:
    return _DEPTHS[kind] > _DEPTHS[than]


def number_of(*numerals: str) -> Number:
    """The number of numerals as written: ("9", "２") -> Number(9, 2)."""
    return Number(*(read_numeral(numeral) or 0 for numeral in numerals))


def kana_style(sign: str) -> str:
    """Whether a kana counts イロハ or アイウ: in whichever it comes earlier; イ itself is the first
    of イロハ, as in nearly all rules."""
    iroha, kana = read_numeral(sign, "iroha"), read_numeral(sign, KANA)
    return "iroha" if sign == "イ" or (iroha or 99) < (kana or 99) else KANA


# -- eras and weekdays

# The year before each began.
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
# The day on which each began.
ERA_BEGINNINGS = {
    "明治": (1868, 1, 25),
    "大正": (1912, 7, 30),
    "昭和": (1926, 12, 25),
    "平成": (1989, 1, 8),
    "令和": (2019, 5, 1),
}
ERA = f"(?:{'|'.join(ERAS)})"
WEEKDAYS = "月火水木金土日"

# -- words that join and end

CONJUNCTIONS = ("及び", "又は", "並びに", "若しくは", "且つ", "但し")
JOINING = frozenset({*CONJUNCTIONS, "および", "または", "ならびに", "もしくは", "かつ", "ただし"})
# The forms of する, to do, that make a verb of a noun, and of できる, can.
VERB_ENDINGS = frozenset(
    """
    する した して し しない せず すべき され される された されて されない
    させ させる させた させて でき できる できない
    """.split()  # noqa: SIM905
)
# What ends the kana that belong to a verb: 定める|ところにより, 行う|ことができる.
AFTER_VERBS = """
は を に の と で へ も から まで より など
において における においては においても について については につき により による によって によらず
によるものとする によるものとし に関する に係る に対し に対する に対して に基づき に基づく に従い
に従って に際し として としての とする とし という といい とともに とみなす と認める と認められる
できる できない できるものとする である であり であって でない でなければ でなければならない
なければ なければならない ならない なお ないし なし
こと ことが ことができる ことができない ことができるものとする ことを要する ことを要しない
こととする もの ものとする ものとし もののほか ものは ものを ものとみなす
とき ときは ときも ところ ところにより ところによる ため ために ほか ほかに うち ごと ごとに
その その他 その他の この これ これら これを これらの それ それぞれ それらの あの
いずれ いずれか いずれも
および 及び または 又は ならびに 並びに もしくは 若しくは
かつ ただし 但し また もって あらかじめ すみやかに かかわらず かかる すべて
""".split()  # noqa: SIM905
# Words too, but no more than a part of one behind a stem: the が of 上がる, the や of 速やか.
FUNCTION_WORDS = (
    *AFTER_VERBS,
    *"""
が や か ば た たる たり だけ
する した して し しない せず すべき され される された されて されない させ させる させた させて
ある あり あった あるいは いる いた いう いい おり おいて おける なる なった まま
とる とり とった おく おき おいた ない なく
よる よって よらず みなす みなし
""".split(),  # noqa: SIM905
)

# Signs that stand before or behind a word without making another word of it: 各取締役, 取締役等.
MAY_PRECEDE = "各全当同本両前後該他及又並若旧現元毎内外"
MAY_FOLLOW = "等毎間内外側宛用上中時後前名数権者法第及又並若以各全当同本"

# -- what counts

COUNTERS = (
    *("名", "人", "株", "円", "個", "社", "件", "回", "倍", "割", "歳", "条", "項", "号", "種類"),
    *("種", "通", "口", "日間", "日", "週間", "週", "時間", "時", "分", "％", "%"),
    *("パーセント", "ポイント"),
)
ORDINAL_COUNTERS = ("回", "期", "種", "部", "位", "号議案")  # 第21回


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"
