"""List marks of paragraphs, items and sub-items: ２, ②, 第2項, （1）, 一, イ, (ア), ・."""

from __future__ import annotations

import re
from unicodedata import normalize

from governance.text.japanese.vocabulary import GAP
from governance.text.language import Enumerator
from governance.text.patterns import pattern
from governance.text.tree.number import ARABIC, IROHA, KANA, KANJI_NUMERAL, read_numeral
from governance.text.tree.provision import Kind, Number

_BULLET = r"(?:[-*・•●○◯■□◆◇][ \t　]*)?"  # "- イ）" counts, its bullet is part of the mark
_N = rf"(?P<num>{ARABIC}(?:の{ARABIC})*)"
_K = rf"(?P<num>{KANJI_NUMERAL}(?:の{KANJI_NUMERAL})*)"
_UPPER = r"[0-9０-９]{1,3}[.．]"  # the numbers of what holds it: the 1 of 1.1
_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_CAPTIONED = r"(?=$|[ \t　]|[（(【][^（()）】]*[）)】](?:$|[ \t　]))"

# Family, pattern, and the style of its numerals where their characters show more than one.
_FAMILIES = tuple(
    (family, pattern(_BULLET + mark), style)
    for family, mark, style in (
        ("項", rf"第?{GAP}(?P<num>{ARABIC}|{KANJI_NUMERAL}){GAP}項{_CAPTIONED}", ""),
        ("号", rf"第?{GAP}(?P<num>{ARABIC}|{KANJI_NUMERAL}){GAP}号{_CAPTIONED}", ""),
        ("(n)", rf"[（(]{GAP}{_N}{GAP}[）)]", ""),
        ("(一)", rf"[（(]{GAP}{_K}{GAP}[）)]", ""),
        ("⑴", r"(?P<num>[⑴-⒇])", ""),
        ("①", rf"(?P<num>[{_CIRCLED}])", ""),
        ("n)", rf"{_N}[）)]", ""),
        ("n.", rf"{_N}[.．](?![0-9０-９])", ""),
        ("n.n", rf"{_UPPER}(?P<num>{ARABIC})[.．]?(?=[ \t　])", ""),
        ("n.n.n", rf"{_UPPER}{_UPPER}(?P<num>{ARABIC})[.．]?(?=[ \t　])", ""),
        ("n.n.n.n", rf"{_UPPER}{_UPPER}{_UPPER}(?P<num>{ARABIC})[.．]?(?=[ \t　])", ""),
        ("n、", rf"{_N}[、，](?![0-9０-９])", ""),
        ("n", rf"{_N}(?=[ \t　])", ""),
        ("一.", rf"{_K}[.．、，）)]", ""),
        ("一", rf"{_K}(?=[ \t　])", ""),
        ("(イ)", rf"[（(]{GAP}(?P<num>[ア-ンヰヱ]){GAP}[）)]", IROHA),
        ("(ア)", rf"[（(]{GAP}(?P<num>[ア-ン]){GAP}[）)]", KANA),
        ("イ)", r"(?P<num>[ア-ンヰヱ])[）)]", IROHA),
        ("ア)", r"(?P<num>[ア-ン])[）)]", KANA),
        ("イ.", r"(?P<num>[ア-ンヰヱ])[.．、，]", IROHA),
        ("ア.", r"(?P<num>[ア-ン])[.．、，]", KANA),
        ("イ", r"(?P<num>[ア-ンヰヱ])(?=[ \t　])", IROHA),
        ("ア", r"(?P<num>[ア-ン])(?=[ \t　])", KANA),
        ("(i)", rf"[（(]{GAP}(?P<num>[ivxｉｖｘⅰ-ⅻ]+){GAP}[）)]", "small roman"),
        ("i", r"(?P<num>[ⅰ-ⅻ])[.．、，）)]?", "small roman"),
        ("I", r"(?P<num>[Ⅰ-Ⅻ])[.．、，）)]?", "roman"),
        ("(a)", rf"[（(]{GAP}(?P<num>[a-zａ-ｚ]){GAP}[）)]", "letter"),
        ("(A)", rf"[（(]{GAP}(?P<num>[A-ZＡ-Ｚ]){GAP}[）)]", "letter"),
        ("a.", r"(?P<num>[a-zａ-ｚ])[.．、，）)]", "letter"),
        ("A.", r"(?P<num>[A-ZＡ-Ｚ])[.．、，）)]", "letter"),
    )
)
# Behind a stop or a space: "1）", イ）, 一）, before the bracket that closes it.
_MARK_BEHIND = pattern(
    r"""(?:^|[\s、。，．,;:；：・])
    (?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚＡ-Ｚ]|[ivxlⅰ-ⅻ]{1,5}|[ア-ンｱ-ﾝ]|[一二三四五六七八九十]{1,3})$""",
    re.X,
)
_LATIN = frozenset({"small roman", "roman", "letter"})  # ⅳ, ｂ
_WEAK = frozenset({"n、", "一.", "i", "I"})
_BARE_BULLET = pattern(r"(?P<mark>[-*○◯□◇](?=[ \t　])|[・•●■◆])")
_KINDS = {"項": Kind.PARAGRAPH, "号": Kind.ITEM}
_PARAGRAPHS = frozenset({"項", "(n)", "(一)", "⑴", "①", "n)", "n.", "n、", "n", "一.", "一"})


def may_count_paragraphs(family: str) -> bool:
    """Whether a list of this family that starts at 2 counts paragraphs after an unmarked first."""
    return family in _PARAGRAPHS


def enumerators(line: str) -> tuple[Enumerator, ...]:
    """Every way the start of a line can be read as a count: イ is the first of イロハ and the
    second of アイウ.

    enumerator = bullet? ( "第"? numeral "項" | "(" numeral ")" | numeral sign? | kana sign? )
    """
    found = []
    for family, mark, style in _FAMILIES:
        match = mark.match(line)
        if match is None:
            continue
        numeral = normalize("NFKC", match["num"]) if style in _LATIN else match["num"]
        parts = [read_numeral(part, style) for part in numeral.split("の")]
        if None in parts or 0 in parts:
            continue
        gap, rest = _after(line, match.end())
        is_weak = family in _WEAK or (family == "n" and gap == " ")
        number = Number(*(part for part in parts if part))
        found.append(
            Enumerator(family, number, match.group(), gap, rest, is_weak, _KINDS.get(family))
        )
    if not found and (match := _BARE_BULLET.match(line)):
        gap, rest = _after(line, match.end())
        found.append(Enumerator(match["mark"], None, match["mark"], gap, rest))
    return tuple(found)


def ends_in_list_mark(before: str) -> bool:
    """Whether the words before a closing bracket are a list mark that it belongs to: イ）."""
    return _MARK_BEHIND.search(before) is not None


def _after(line: str, at: int) -> tuple[str, str]:
    rest = line[at:]
    text = rest.lstrip(" \t　")
    return rest[: len(rest) - len(text)], text
