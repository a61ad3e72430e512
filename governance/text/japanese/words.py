"""The words of a Japanese sentence, as they may be underlined.

words = (citation | word)*         a citation is taken as `grammar` finds it, thing by thing
word  = number | company | municipality | conjunction | two verbs | known suffix? | kana
      | katakana suffix? | kanji ending? | sign

A text without spaces is cut where a known word begins and where the script changes, a verb's
ending kept with its stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from governance.text.japanese.grammar import find_citations
from governance.text.japanese.terms import ORDINARY_WORDS, TERMS
from governance.text.japanese.vocabulary import (
    AFTER_VERBS,
    CONJUNCTIONS,
    COUNTERS,
    ERA,
    FUNCTION_WORDS,
    JOINING,
    KANJI_NUMERALS,
    MAY_FOLLOW,
    MAY_PRECEDE,
    NUMERAL,
    VERB_ENDINGS,
    any_of,
)
from governance.text.lexicon import Lexicon
from governance.text.patterns import pattern

SENTENCE_ENDS = frozenset("。！？")
# The end of a sentence that is surely one.
SENTENCE_BREAK = pattern(r"。(?![」』）)\]〕】])")

# -- what a token is: all expressions here are verbose, a space is written [ ]

# Kanji of every plane, and the selector of a variant behind one.
_KANJI_SIGNS = "一-笫笭-鿿㐀-䶿豈-\ufaff\U00020000-\U0003ffff々〆ヵヶ〇"
_VARIANT = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
# 第 before a number belongs to what follows it.
_KANJI = rf"(?:(?:[{_KANJI_SIGNS}]|第(?![0-9０-９{KANJI_NUMERALS[1:]}])){_VARIANT}?)"
_CONJUNCTION = any_of(CONJUNCTIONS)
_BLANK = r"[○◯●]+"  # a number to be filled in
_DIGITS = rf"(?:元|[0-9０-９]+|[{KANJI_NUMERALS}]+|{_BLANK})"
_FIGURE = r"[0-9０-９]+(?:[,，.．][0-9０-９]+|[万億兆](?=[0-9０-９])[0-9０-９]+)*"
_COUNTER = rf"""(?:
    (?:[万億兆]|百万|千万)?(?:{any_of(COUNTERS)}            # 名, 万株
    |[か箇カヶヵケ](?:年|月|所|条)間?|年(?:間|度)?|月)      # か月, 年間
  | [万億兆]円?                                             # 億円
)"""
_LIST_MARK = r"(?:[①-⑳]|[（(][0-9０-９]{1,2}[）)])"
_COMPANY = r"(?:株式(?:会社|會社)|(?:合同|合資|合名|有限)会社)"
_COMPANY_FORM = r"(?:C[oO]\.,[ ]?L(?:td|TD)\.|(?:Inc|INC|Ltd|LTD|Corp|CORP)\.)"
_LATIN = r"(?>[A-Za-zＡ-Ｚａ-ｚÀ-ÿ]+(?:['’&＆/-][A-Za-zＡ-Ｚａ-ｚÀ-ÿ]+)*[0-9０-９]*)"
# A sign that the name of a company may have.
_SIGN = rf"""(?:
    (?!{_CONJUNCTION}|当該|{_COMPANY})
    [第{_KANJI_SIGNS}ァ-ヴーA-Za-zＡ-Ｚａ-ｚ・&＆]{_VARIANT}?
)"""

# 東村山市 is one, 区域 and 市場 are none.
_NO_MUNICIPALITY = r"(?!山市|[域分画間内外別会場民長議道立営役])"

# -- what a verb ends in

_STEM_END = rf"(?:のみ|{any_of(AFTER_VERBS)}|が(?![るりっられ])|や(?![かす]))"
_KANA_OF_VERB = rf"(?:(?:(?!{_STEM_END})[ぁ-ん]){{1,6}})"  # the める of 定める, not of 定めるところ
_VERB_ENDING = pattern(_KANA_OF_VERB)
_DO = "(?:する|した|して|し|され|させ|せず|すべ|でき)"  # the forms that cut a noun from its verb
_DOES_OR_NA = pattern(rf"{_DO}|な(?![ぁ-ん])")
_DOES_AND_ENDS = pattern(rf"{_DO}(?![ぁ-ん])")
# A last sign that belongs to the known word before it: the 業 of 販売業, but 取締役|等, 選任|後.
_SUFFIX = pattern(
    rf"""
    (?!{_CONJUNCTION}|[等前後中内外間時毎各全当本同]){_KANJI}
    (?!(?!{_CONJUNCTION}){_KANJI}|{_KANA_OF_VERB})
    """,
    re.X,
)

# -- the kinds of tokens

# What does not begin with kana is looked for here first.
_TOKENS = {
    "date": rf"""
        {ERA}?{_DIGITS}年{_DIGITS}月(?:{_DIGITS}日|末日)?      # 2026年6月25日
      | {ERA}{_DIGITS}年度?                                    # 令和8年度
      | {_DIGITS}月(?:{_DIGITS}日|末日)                        # 3月31日
    """,
    "ordinal": rf"第{NUMERAL}(?:[期種部位]|号議案|[章節款条條項号號回])",  # 第21回, 第86号
    "fraction": rf"{_DIGITS}分の{_DIGITS}",  # 3分の2
    "number": rf"""
        {_FIGURE}{_COUNTER}?                                   # 75,520,000株
      | [一二三四五六七八九十百千〇]+{_COUNTER}                # 二名
      | {_BLANK}{_COUNTER}                                     # ○年間
    """,
    "list mark": _LIST_MARK,
    "address": r"https?://[!-~]*[/-9A-Za-z]",
    "company": rf"""
        {_COMPANY}(?:{_LATIN}(?:[ ]{_LATIN})+|{_SIGN}+)        # 株式会社青葉電機
      | {_SIGN}{{1,24}}{_COMPANY}(?!{_SIGN})                   # 青葉電機株式会社; none is longer
    """,
    "municipality": rf"""
        # 港区 of 東京都港区
        (?<=[都道府県市郡区]){_KANJI}{{1,5}}?[市区郡町村]+{_NO_MUNICIPALITY}
        # 横浜市 of 横浜市西区
      | (?!{_KANJI}{{2,3}}[都道府県]){_KANJI}{{1,5}}?市(?={_KANJI}{{1,4}}?区{_NO_MUNICIPALITY})
    """,
    "foreign name": rf"""
        (?!{_COMPANY_FORM}){_LATIN}(?:[ ](?!{_COMPANY_FORM})(?:&[ ])?{_LATIN})*
        (?:,?[ ]?{_COMPANY_FORM})?                             # Aoba Co., Ltd.
    """,
    "conjunction": _CONJUNCTION,
    "two verbs made one": rf"""
        (?:[申差貸押返]し|[{_KANJI_SIGNS}][りきいえけせちみびげれて])   # 届け出る, 申し込む
        [出込替換付扱受入上下合直戻渡越増取立消継続止当置払捨切決加]
        (?!(?!{_CONJUNCTION}){_KANJI}){_KANA_OF_VERB}?
    """,
    "space": r"\s+",
    "sign": r"[^\w\s]",
}
_TOKEN = pattern("|".join(_TOKENS.values()), re.X)
_LIST_MARK_ALONE = pattern(r"[①-⑳]|[（(](?:[0-9０-９]{1,3}|[ア-ン])[）)]")

_FUNCTION_WORD = rf"(?:のみ(?!なし)|{any_of(FUNCTION_WORDS)})"
_KANA = pattern(rf"{_FUNCTION_WORD}|(?:(?!{_FUNCTION_WORD})[ぁ-んー])+")
_KANJI_RUN = pattern(rf"{_KANJI}+")
_COUNT_BEHIND = pattern(  # 選任|後|二年|以内, 毎|三年
    r"[前後約毎各満](?=[一二三四五六七八九十百千〇]+(?:[か箇カヶヵケ]?[年月]|日|週|名|株|円))"
)
_KATAKANA_RUN = pattern(r"[ァ-ヴ][ァ-ヴーヽヾ]*(?:・[ァ-ヴ][ァ-ヴーヽヾ]*)*")


@cache
def _known() -> Lexicon:
    return Lexicon((*TERMS, *ORDINARY_WORDS, *CONJUNCTIONS))


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text.

    One word each: dates, citations, numbers with their counter, names of companies, legal terms.
    What is left is cut where the script changes, a verb's ending kept with its stem.
    """
    return _with_cited(text, _cited(text))


def tokens_by_level(text: str) -> list[str]:
    """The same, each level of a citation a word of its own: 前項|第12号."""
    return _with_cited(text, _cited_levels(text))


def _with_cited(text: str, cited: Iterable[tuple[int, int]]) -> list[str]:
    """The words of a text, of which text[start:end] is one for each of `cited`, in order."""
    found: list[str] = []
    at = 0
    for start, end in cited:
        found += _words(text, at, start)
        found.append(text[start:end])
        at = end
    return [*found, *_words(text, at, len(text))]


def _cited(text: str) -> Iterator[tuple[int, int]]:
    """Where the things that citations name stand: 第9条 and 第10条 in 第9条及び第10条. A label in
    brackets behind them (第2号（１）) is a word of its own, as where it counts an item."""
    for citation in find_citations(text):
        for pointer in citation.pointers:
            steps = [step for step in pointer.steps if step.start >= pointer.start]
            bracketed = next((step.start for step in steps if text[step.start] in "（("), None)
            yield pointer.start, bracketed or pointer.end


def _cited_levels(text: str) -> Iterator[tuple[int, int]]:
    """Where the levels of citations stand: 第9条 and 第2項 in 第9条第2項."""
    for citation in find_citations(text):
        for pointer in citation.pointers:
            starts = [step.start for step in pointer.steps if step.start > pointer.start]
            yield from pairwise([pointer.start, *starts, pointer.end])


def _words(text: str, start: int, end: int) -> Iterator[str]:
    """The words of text[start:end], in which nothing is cited."""
    while start < end:
        stop = min(_end_of_word(text, start), end)
        yield text[start:stop]
        start = stop


def _end_of_word(text: str, at: int) -> int:
    """word = token | known suffix? | kana | katakana suffix? | kanji ending?"""
    is_kana = "ぁ" <= text[at] <= "ん" or text[at] == "ー"
    if not is_kana and (match := _TOKEN.match(text, at)):
        return match.end()
    known = _known().end(text, at)
    if known > at:
        return suffix.end() if (suffix := _SUFFIX.match(text, known)) else known
    if is_kana:
        match = _KANA.match(text, at)
    elif match := _KANJI_RUN.match(text, at):
        return _end_of_kanji(text, at, match.end())
    elif match := _KATAKANA_RUN.match(text, at):
        return suffix.end() if (suffix := _SUFFIX.match(text, match.end())) else match.end()
    return match.end() if match else at + 1


def _end_of_kanji(text: str, at: int, end: int) -> int:
    """kanji ending?      up to a known word: 選任|する, 公正|な, but 有する, 定める whole"""
    known = _known()
    if _COUNT_BEHIND.match(text, at):
        return at + 1
    stop = next((i for i in range(at + 1, end) if known.end(text, i) > i), end)
    if stop < end:
        return stop
    if end - at > 1:
        ending = None if _DOES_OR_NA.match(text, end) else _VERB_ENDING.match(text, end)
    else:
        ending = _DOES_AND_ENDS.match(text, end) or _VERB_ENDING.match(text, end)
    return ending.end() if ending else end


_DEFINED = pattern(r"「([^「」。]{1,40})」")


def defined_terms(text: str) -> list[str]:
    """What stands in quotation marks, as long as it can be a term."""
    return _DEFINED.findall(text)


def term_forms(term: str) -> tuple[str, ...]:
    """The term alone: Japanese has no plural."""
    return (term,)


# -- how words weigh and hold together

_LIGHT = frozenset({*FUNCTION_WORDS, *CONJUNCTIONS, "のみ", "等", "者"})
_NOUN = pattern(rf"(?:{_KANJI}|[ァ-ヴー])\Z")
_NOUN_BEGINS = pattern(rf"{_KANJI}|[ァ-ヴ]")
_MODIFIES = pattern(r"[るたうくすむつ]\Z|(?<![らなよ])い\Z|ない\Z")  # 定める, 高い
_COUNTED = pattern(r"[0-9０-９]|第?[一二三四五六七八九十百千]")


@lru_cache(4096)
def word_weight(word: str) -> int:
    """How much an unchanged word speaks for being left without underline: 1 for signs and the
    small words of any sentence, 2 for others, 3 for a number, date or citation."""
    if word in _LIGHT or not word[0].isalnum():
        return 1
    return 3 if _COUNTED.match(word) else 2


def edge_penalty(before: str, after: str) -> int:
    """How badly the edge of an underline stands between two neighbours: 3, it may not, before
    the ending of a verb (招集|する), 2 before a particle and between a verb and the noun behind it
    (定める|額), 1 before の and after a conjunction, 0 elsewhere."""
    if (after in VERB_ENDINGS or after == "な") and _NOUN.search(before):
        return 3
    if after in _LIGHT and after not in JOINING:
        return 1 if after == "の" else 2
    if _NOUN_BEGINS.match(after) and _MODIFIES.search(before):
        return 2
    return 1 if before in JOINING else 0


def is_conjunction(word: str) -> bool:
    """Whether the word joins the last of a list to the others: 及び, または."""
    return word in JOINING


def is_list_mark(word: str) -> bool:
    """Whether the word counts items within a line: ①, （1）, （ア）."""
    return not word[0].isalpha() and _LIST_MARK_ALONE.fullmatch(word) is not None


_ENDS_IN_NUMBER = pattern(r"第[0-9０-９〇一二三四五六七八九十百千]+[章節款条項号]?")
_STANDS_BESIDE = JOINING | frozenset(
    """
    当該 各自 以外 以内 以上 以下 以後 以降 以前 未満 全員 全部 一部 若干名 毎年 毎月 随時
    最終 最初 最後 場合
    """.split()  # noqa: SIM905
)


def is_one_name(before: str, behind: str) -> bool:
    """Whether two words beside each other make one longer word (取締役|候補): both are written in
    kanji or katakana there, and neither stands beside any noun (各, 等, 以外)."""
    if not (_NOUN.search(before) and _NOUN_BEGINS.match(behind)):
        return False
    if {before, behind} & _STANDS_BESIDE or _ENDS_IN_NUMBER.fullmatch(before):
        return False
    if word_weight(before) == 3 or word_weight(behind) == 3:
        return False
    return before not in MAY_PRECEDE and behind not in MAY_FOLLOW


_WORD = pattern(rf"{_KANJI}+|[ァ-ヴー]+|[A-Za-z]+|[0-9０-９]+")


def similarity_units(text: str) -> list[str]:
    """What the likeness of two texts is counted in: pairs of kanji, other words by script; kana
    say little."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if len(word) > 2 and word[0] >= "一":
            found.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            found.append(word)
    return found
