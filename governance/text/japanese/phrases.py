"""Japanese phrases by which the checks tell what a sentence says, beside citations and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from governance.text.japanese.vocabulary import KANJI_NUMERALS
from governance.text.patterns import pattern
from governance.text.tree.number import read_numeral, write_numeral

_SUBSTITUTED = (
    pattern(  # 「前条」とあるのは「会社法第325条」と読み替える, 「前条」とあるのは、…とする
        r"""
    「(?P<quoted>[^「」]{1,200})」
    (?=(?:(?:、|及び|および|又は|または|並びに)?「[^「」]{1,200}」)*+とあ(?:る|り))
    """,
        re.X,
    )
)
_CONJUNCTION = pattern(
    r"(?:、|，)?(?P<word>及び|および|並びに|ならびに|又は|または|若しくは)[、，]?\s*\Z"
)
_DELETES_ITSELF = pattern(
    r"""
    (?:(?:本|この|当)(?:附則|付則|条|項|規定)|附則|付則|前[条項])
    [^。]{0,60}?(?:を?削除(?:する|します|される|するもの)|を?削る|効力を失う)
    """,
    re.X,
)
_TELLS_WHEN = pattern(
    r"""
    日|後|とき|時|際|期限|期間|まで|もって|以て|次第|年|月|終結|経過|到来
    """,
    re.X,
)
_NO_CAPTION = pattern(
    r"""
    (?:削除|新設|改正|変更|現行|旧|新|略|以下|案|本文|ただし書|但書|前段|後段|全部|一部|参照|抄|抜粋
      |注|備考|同条|同項|各号|各項|附則|別表)
  | .*(?:除く|含む|限る|いう|場合|とき|準用|同じ|同様|規定|参照|関する|おいて|変更[前後]|改正[前後])
    [。．]?$
  | .*(?:第[0-9０-９一二三四五六七八九十百]+|[。、「」])
    """,
    re.X,
)
_LONGEST_CAPTION = 24
_KANJI_NUMERAL = pattern(rf"第(?P<numeral>[{KANJI_NUMERALS}]{{2,}})(?=[条項号章節款])")
_UNITS = "十百千"


def substituted_words(text: str) -> Iterator[tuple[int, str]]:
    """The quoted words of other provisions that are to be read otherwise, each with where the
    quotation begins: 同条中「前条」とあるのは…"""
    for match in _SUBSTITUTED.finditer(text):
        yield match.start(), match["quoted"]


def conjunction_at_end(text: str) -> str:
    """The 及び or 又は with which an item leads on to the last one; "" where it does not."""
    match = _CONJUNCTION.search(text)
    return match["word"] if match else ""


def deletes_itself(sentence: str) -> bool:
    """Whether a supplementary provision says that it is deleted: 本附則は、…これを削除する。"""
    return _DELETES_ITSELF.search(sentence) is not None


def tells_when(sentence: str) -> bool:
    """Whether a sentence has words that tell a time, or refer to one: 同日の経過後."""
    return _TELLS_WHEN.search(sentence) is not None


def may_be_caption(words: str) -> bool:
    """Whether words in brackets behind a citation may be a caption: 第14条（議長）."""
    return len(words) <= _LONGEST_CAPTION and not _NO_CAPTION.match(words)


def false_numerals(text: str) -> Iterator[str]:
    """Kanji numerals in citations and labels that are none: 第三十二十条."""
    for match in _KANJI_NUMERAL.finditer(text):
        numeral = match["numeral"]
        if any(unit in numeral for unit in _UNITS) and not _is_numeral(numeral):
            yield numeral


def _is_numeral(numeral: str) -> bool:
    """Whether units stand in their order; 一百 and 百〇三 are written for 百 and 百三 too."""
    value = read_numeral(numeral, "kanji")
    return value is not None and _plain(write_numeral(value, "kanji")) == _plain(numeral)


def _plain(numeral: str) -> str:
    return re.sub(r"一(?=[十百千])|[〇○◯]", "", numeral)
