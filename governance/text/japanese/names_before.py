"""What Japanese words right before a citation name: 会社法第309条, 当会社の定款第８条.

name = word "（…）"? "の"?      e.g. 会社法, 法, 金融商品取引法（以下「金商法」という。）
"""

from __future__ import annotations

from governance.text.japanese.documents import (
    ACTORS,
    NO_DOCUMENTS,
    ORDINARY,
    OWN_RULES,
    RELATED,
    STIPULATED,
)
from governance.text.japanese.names import (
    NOTHING,
    REACH,
    Around,
    Name,
    document_at_end,
    named,
    word_at_end,
)
from governance.text.japanese.past import BODY
from governance.text.japanese.vocabulary import GAP, NUMERAL, any_of
from governance.text.owner import Whose
from governance.text.patterns import pattern

_DIGITS = pattern(r"[0-9０-９・]+")
_PARTS = pattern(rf"(?:第{GAP}{NUMERAL}{GAP}[編部])+\Z")
_OWN_BODY = pattern(BODY)
_BODIES = ("会社", "社", "法人")
_LONGEST_LEAD = 12  # に定められた
_CLOSE_QUOTES = '」』”"】》〉'
_GAPS = " \t　"
_STIPULATED = pattern(rf"(?:{any_of(STIPULATED)}|(?P<related>{any_of(RELATED)}))$")


def name_before(around: Around, end: int, floor: int) -> Name:
    """The name that ends at a place; what stands before `floor` is of something else."""
    text = around.text
    while end > floor and text[end - 1] in _GAPS:
        end -= 1
    bare, has_no = _bare_end(around, end, floor)
    if bare == floor:
        return _in_brackets(around, end) or NOTHING
    return (
        document_at_end(around, bare, floor)
        or _stipulated(around, end, floor)
        or _unknown(text, bare, floor, has_no=has_no)
        or _in_brackets(around, end)
        or NOTHING
    )


def _in_brackets(around: Around, end: int) -> Name | None:
    """A document alone in brackets before a citation: 〔倫理規程〕第９条"""
    opening = around.opens.get(end - 1)
    found = None if opening is None else document_at_end(around, end - 1, opening + 1)
    is_alone = found is not None and opening is not None and found.start == opening + 1
    return found if is_alone else None


def _bare_end(around: Around, end: int, floor: int) -> tuple[int, bool]:
    """Where the words end before a citation, without の, 中, quotes and a bracket that explains
    them, and whether の stood there."""
    text = around.text
    has_no = False
    for _ in range(2):
        while end > floor and text[end - 1] in _GAPS:
            end -= 1
        if end > floor and text[end - 1] == "の":
            end, has_no = end - 1, True
        if end > floor and text[end - 1] == "中":
            end -= 1
        while end > floor and text[end - 1] in _CLOSE_QUOTES:
            end -= 1
        opening = around.opens.get(end - 1)
        if opening is not None and opening > floor:
            end = opening
        end = _before_parts(text, end, floor)
    return end, has_no


def _before_parts(text: str, end: int, floor: int) -> int:
    """Where the words end before the parts of a law that articles do not have: 民法第２編."""
    match = _PARTS.search(text, max(floor, end - _LONGEST_LEAD), end)
    return match.start() if match else end


def _stipulated(around: Around, end: int, floor: int) -> Name | None:
    """会社法に定める第309条, 信託契約所定の第３条"""
    match = _STIPULATED.search(around.text, max(floor, end - _LONGEST_LEAD), end)
    if match is None:
        return None
    inner, _ = _bare_end(around, match.start(), floor)
    found = document_at_end(around, inner, floor)
    if found and (found.whose is not Whose.PAST or found.text.endswith(OWN_RULES)):
        return Name(found.text + around.text[inner:end], found.start, end, found.whose, found.rule)
    word = word_at_end(around.text[max(floor, inner - REACH) : inner])
    is_ordinary = word.endswith((*ACTORS, *ORDINARY)) or _DIGITS.fullmatch(word)
    if match["related"] or not word or is_ordinary:
        return None
    return named(word + around.text[inner:end], end, Whose.UNSURE, "unknown-name")


def _unknown(text: str, end: int, floor: int, *, has_no: bool) -> Name | None:
    """A word that no list knows: GDPR第６条, 見本の第３条; not who acts: 取締役会の第９条."""
    word = word_at_end(text[max(floor, end - REACH) : end])
    if not word or _DIGITS.fullmatch(word):
        return None
    if word.endswith((*ORDINARY, *NO_DOCUMENTS)) or (has_no and _is_actor(word)):
        return None
    return named(word, end, Whose.UNSURE, "unknown-name-of" if has_no else "unknown-name")


def _is_actor(word: str) -> bool:
    """Whether a word says who acts under these articles: 取締役会, 当会社, but not 相手方会社."""
    is_other_body = word.endswith(_BODIES) and not _OWN_BODY.fullmatch(word)
    return word.endswith(ACTORS) and not is_other_body
