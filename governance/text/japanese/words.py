"""The words of a Japanese sentence, as they may be underlined."""

from __future__ import annotations

import re
from functools import lru_cache

from governance.text.japanese.heads import BRANCH, NUMERAL
from governance.text.japanese.terms import ORDINARY, TERMS
from governance.text.patterns import one_of

SENTENCE_ENDS = frozenset("。！？")
# The end of a sentence that is surely one.
SENTENCE_BREAK = re.compile(r"。(?![」』）)\]〕】])")


# What ends the kana that belong to a verb: 定める|ところにより, 行う|ことができる.
_STEM_ENDS = """
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
_FUNCTION_WORDS = (
    *_STEM_ENDS,
    *"""
が や か ば た たる たり だけ
する した して し しない せず すべき され される された されて されない させ させる させた させて
ある あり あった あるいは いる いた いう いい おり おいて おける なる なった まま
とる とり とった おく おき おいた ない なく
よる よって よらず みなす みなし
""".split(),  # noqa: SIM905
)
_SAHEN = r"(?:する|した|して|し|され|させ|せず|すべ|でき)"
# 第 before a number belongs to what follows it.
_KANJI = r"(?:[一-笫笭-龥々〆ヵヶ〇]|第(?![0-9０-９一二三四五六七八九十百千]))"
_CONJUNCTIONS = ("及び", "又は", "並びに", "若しくは", "且つ", "但し")
_KNOWN = one_of((*TERMS, *ORDINARY, *_CONJUNCTIONS))
_FUNCTION = rf"(?:のみ(?!なし)|{one_of(_FUNCTION_WORDS)})"
_STEM_END = rf"(?:のみ|{one_of(_STEM_ENDS)}|が(?![るりっられ])|や(?![かす]))"
_KANA_OF_VERB = rf"(?:(?!{_STEM_END})[ぁ-ん]){{1,6}}"

# -- numbers, dates, citations

_COUNTER = (
    r"(?:(?:[万億兆]|百万|千万)?(?:名|人|株|円|個|社|件|回|倍|割|歳|条|項|号|種類|種|通|口"
    r"|[か箇カヶヵケ](?:年|月|所|条)間?|年(?:間|度)?|月|日間|日|週間|週|時間|時|分"
    r"|[％%]|パーセント|ポイント)|[万億兆]円?)"
)
_FIGURE = r"[0-9０-９]+(?:[,，.．][0-9０-９]+|[万億兆](?=[0-9０-９])[0-9０-９]+)*"
_ERA = r"(?:明治|大正|昭和|平成|令和)?"
_DIGITS = r"(?:元|[0-9０-９]+|[〇一二三四五六七八九十百千]+)"
_LEVEL = r"(?:章|節|条(?![件約例文理])|項(?!目)|号)"
_STEPS = rf"(?:第?{NUMERAL}{_LEVEL}{BRANCH})*(?:(?<=[号項])[イロハニホヘトチリヌ](?![ァ-ヴー]))?"
_ITEM_MARK = r"(?:[①-⑳]|[（(][0-9０-９]{1,2}[）)])"
_NUMBER = (
    rf"{_ERA}{_DIGITS}年{_DIGITS}月(?:{_DIGITS}日|末日)?"  # 2026年6月25日
    rf"|(?:明治|大正|昭和|平成|令和){_DIGITS}年(?:度)?"
    rf"|{_DIGITS}月(?:{_DIGITS}日|末日)"  # 3月31日
    rf"|(?:[附付]則)?第{NUMERAL}{_LEVEL}{BRANCH}{_STEPS}"  # 第9条の2第2項第3号イ
    rf"|(?:前各|前々|[前次]{NUMERAL}|(?<![以直事午])前|次|同|本){_LEVEL}{_STEPS}"  # 前条第2項
    rf"|第{NUMERAL}(?:回|期|種|部|位|号議案)"
    rf"|{_DIGITS}分の{_DIGITS}"  # 3分の2
    rf"|{_FIGURE}{_COUNTER}?|[一二三四五六七八九十百千〇]+{_COUNTER}"  # 10名, 75,520,000株, 二名
    rf"|{_ITEM_MARK}"
)

# -- names

_LATIN = r"(?>[A-Za-zＡ-Ｚａ-ｚÀ-ÿ]+(?:['’&＆/-][A-Za-zＡ-Ｚａ-ｚÀ-ÿ]+)*[0-9０-９]*)"
_FORM = r"(?:C[oO]\., ?L(?:td|TD)\.|(?:Inc|INC|Ltd|LTD|Corp|CORP)\.)"
_COMPANY = r"(?:株式(?:会社|會社)|(?:合同|合資|合名|有限)会社)"
_SIGN = rf"(?:(?!{one_of(_CONJUNCTIONS)}|当該|{_COMPANY})[一-龥々〆ァ-ヴーA-Za-zＡ-Ｚａ-ｚ・&＆])"
_NAME = (
    r"https?://[!-~]*[/-9A-Za-z]"
    rf"|{_COMPANY}(?:{_LATIN}(?: {_LATIN})+|{_SIGN}+)"  # 株式会社青葉電機
    rf"|{_SIGN}{{1,24}}{_COMPANY}(?!{_SIGN})"  # 青葉電機株式会社; none is longer
    rf"|(?!{_FORM}){_LATIN}(?: (?!{_FORM})(?:& )?{_LATIN})*(?:,? ?{_FORM})?"  # Aoba Co., Ltd.
)

_JOINER = one_of(_CONJUNCTIONS)
_SUFFIX = (
    rf"(?:(?!{_JOINER}|[等前後中内外間時毎各全当本同]){_KANJI}"
    rf"(?!(?!{_JOINER}){_KANJI}|{_KANA_OF_VERB}))"
)
# 届け出る, 読み替える, 申し込む: two verbs made one.
_TWO_VERBS = (
    r"(?:[申差貸押返]し|[一-笫笭-龥][りきいえけせちみびげれて])"
    r"[出込替換付扱受入上下合直戻渡越増取立消継続止当置払捨切決加]"
    rf"(?!(?!{_JOINER}){_KANJI})(?:{_KANA_OF_VERB})?"
)
_TOKEN = re.compile(
    rf"{_NUMBER}|{_NAME}|{_JOINER}|{_TWO_VERBS}"
    # A suffix of one sign belongs to the word before it: 販売業, but 取締役|等, 選任|後.
    rf"|{_KNOWN}{_SUFFIX}?"
    rf"|{_FUNCTION}"
    r"|[ァ-ヴ][ァ-ヴーヽヾ]*(?:・[ァ-ヴ][ァ-ヴーヽヾ]*)*"
    # 選任|する, but 有する and 定める whole
    rf"|(?:(?!{_KNOWN}){_KANJI}){{2,}}(?:(?!{_SAHEN}){_KANA_OF_VERB})?"
    rf"|{_KANJI}(?:{_SAHEN}(?![ぁ-ん])|{_KANA_OF_VERB})?"
    rf"|(?:(?!{_FUNCTION})[ぁ-んー])+"
    r"|\s+"
    r"|.",
    re.S,
)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text.

    One word each: dates, citations, numbers with their counter, names of companies, legal terms.
    What is left is cut where the script changes, a verb's ending kept with its stem.
    """
    return _TOKEN.findall(text)


def flat(text: str) -> str:
    """A logical line on one line: breaks made by the width of a page go."""
    return re.sub(r"[ \t　]*\n[ \t　]*", "", text)


_DEFINED = re.compile(r"「([^「」。]{1,40})」")


def defined_terms(text: str) -> list[str]:
    """What stands in quotation marks, as long as it can be a term."""
    return _DEFINED.findall(text)


# -- how words weigh and hold together

_LIGHT = frozenset({*_FUNCTION_WORDS, *_CONJUNCTIONS, "のみ", "等", "者"})
_JOINING = frozenset({*_CONJUNCTIONS, "および", "または", "ならびに", "もしくは", "かつ", "ただし"})
_ENDINGS = frozenset(
    """
    する した して し しない せず すべき され される された されて されない
    させ させる させた させて でき できる できない
    """.split()  # noqa: SIM905
)
_NOUN = re.compile(r"[一-龥々〆ァ-ヴー]\Z")
_COUNTED = re.compile(r"[0-9０-９]|第?[一二三四五六七八九十百千]")


@lru_cache(4096)
def weight(word: str) -> int:
    """How much an unchanged word speaks for being left without underline: 1 for signs and the
    small words of any sentence, 2 for others, 3 for a number, date or citation."""
    if word in _LIGHT or not word[0].isalnum():
        return 1
    return 3 if _COUNTED.match(word) else 2


def binding(before: str, after: str) -> int:
    """How badly the edge of an underline stands between two neighbours: 3, it may not, before
    the ending of a verb (招集|する), 2 before a particle, 1 after a conjunction, 0 elsewhere."""
    if after in _ENDINGS and _NOUN.search(before):
        return 3
    if after in _LIGHT and after not in _JOINING:
        return 2
    return 1 if before in _JOINING else 0


def is_item_mark(word: str) -> bool:
    """Whether the word counts items within a line: ①, （1）."""
    return not word[0].isalpha() and re.fullmatch(_ITEM_MARK, word) is not None


_WORD = re.compile(rf"{_KANJI}+|[ァ-ヴー]+|[A-Za-z]+|[0-9０-９]+")


def likeness(text: str) -> list[str]:
    """What the likeness of two texts is counted in: pairs of kanji, other words by script; kana
    say little."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if len(word) > 2 and word[0] >= "一":
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(word)
    return found
