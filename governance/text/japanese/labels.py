"""Labels: where the number stands in a label or citation, the same with another number, and how
provisions are cited and headed where no neighbour shows how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from unicodedata import normalize

from governance.text.japanese.vocabulary import (
    BRANCH,
    GAP,
    LEVEL_NAMES,
    NUMERAL,
    kana_style,
    number_of,
)
from governance.text.japanese.wrapping import on_one_line
from governance.text.patterns import pattern
from governance.text.tree.number import (
    CIRCLED,
    FULL,
    HALF,
    KANJI,
    PARENTHESISED,
    PLACES,
    Digits,
    is_run,
    read_numeral,
    style_of,
    write_numeral,
)
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_SIGN = r"[①-⑳㉑-㉟㊱-㊿⑴-⒇ⅰ-ⅻⅠ-Ⅻア-ンヰヱ]|[ivxｉｖｘ]+|[a-zａ-ｚA-ZＡ-Ｚ]"
_LABEL = pattern(
    rf"(?P<num>{NUMERAL}|{_SIGN})(?P<unit>{GAP}[章節款条條項号號])?(?P<branch>{BRANCH})"
)
_NUMBERED = pattern(rf"第{GAP}({NUMERAL}){GAP}[章節款条條項号號]")
_NUMBERED_HEADING = pattern(rf"第{GAP}({NUMERAL}){GAP}([章節款])")
_ROMAN_SIGNS = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_JOINT = pattern(
    rf"{GAP}(?:[、，・]|(?:[、，]{GAP})?(?:及び|および|又は|または|若しくは|もしくは|と|や)){GAP}"
)


def number_span(label: str, *, whole: bool) -> tuple[int, int]:
    """Where the number stands in a label: the "17" of "第17条", the "9条の2" of "第9条の2"; or
    whole, the label itself."""
    match = _LABEL.search(label)
    if whole or match is None:
        return 0, len(label)
    return match.span() if match["branch"] else match.span("num")


def numerals(label: str) -> tuple[str, ...]:
    """The numerals of a label or citation that begins with 第: ("15", "3") for 第15条第3項. The
    others (２, (1), 前2項) say nothing of how the text writes its articles."""
    return tuple(_NUMBERED.findall(label))


def numbers_in(label: str) -> list[tuple[int, int]]:
    """Where the numbers of a label stand: the 9 and the 11 of 第9条から第11条まで."""
    return [match.span() for match in _LABEL.finditer(label)]


def relabel(label: str, number: Number, digits: Digits, before: Number | None = None) -> str:
    """The label or step with another number, in its own style: 第９条の２ -> 第10条の２,
    一項 -> 三項, イ -> ハ, ① -> ③. A line end inside it goes when the number changes."""
    del before
    flat = on_one_line(label)
    match = _LABEL.search(flat)
    if match is None or number == _number(match):
        return label
    numerals = re.findall(NUMERAL, match["branch"])
    branches = "".join(
        "の" + _written(part, numerals[i] if i < len(numerals) else match["num"], digits)
        for i, part in enumerate(number[1:])
    )
    written = _written(number.main, match["num"], digits)
    if number[1:] == _number(match)[1:]:
        branches = match["branch"]
    return "".join(
        (
            flat[: match.start()],
            written,
            match["unit"] or "",
            branches,
            flat[match.end() :],
        )
    )


def _number(match: re.Match[str]) -> Number:
    first = match["num"]
    style = kana_style(first) if _is_kana(first) else ""
    value = read_numeral(normalize("NFKC", first) if style_of(first) == "" else first, style)
    return Number(value or 0, *number_of(*re.findall(NUMERAL, match["branch"])))


def _is_kana(sign: str) -> bool:
    return "ア" <= sign[0] <= "ヱ"


def _written(value: int, old: str, digits: Digits) -> str:
    """The numeral in the style of the one it replaces."""
    style = style_of(old)
    if style in (HALF, FULL):  # 第十条 says nothing of how the text writes "9" in "(9)"
        many = digits.many if digits.many in (HALF, FULL) else style
        one = digits.one if digits.one in (HALF, FULL) else style
        return Digits(one, many).write(value, old)
    if style in (KANJI, PLACES):
        return digits.write(value, old)
    if style in (CIRCLED, PARENTHESISED):
        return write_numeral(value, style)
    if _is_kana(old):
        return write_numeral(value, kana_style(old))
    plain = normalize("NFKC", old)
    kind = "letter" if plain.strip("ivxIVX") else "roman"
    letters = write_numeral(value, f"small {kind}" if plain.islower() else kind)
    if "ⅰ" <= old[0].lower() <= "ⅻ":
        return next((sign for sign in _ROMAN_SIGNS if normalize("NFKC", sign) == letters), letters)
    return "".join(chr(ord(each) + 0xFEE0) for each in letters) if old[0] >= "Ａ" else letters


def with_letters(digits: Digits, labels: Sequence[tuple[str, Number]]) -> Digits:
    """Japanese articles are not counted by letters."""
    del labels
    return digits


def with_levels(digits: Digits, written: Iterable[str]) -> Digits:
    """The way of writing numbers with the styles that labels or citations show for chapters and
    their sections: 第一章 among 第1条, 第2条."""
    styles: dict[str, Counter[str]] = {}
    for each in written:
        for numeral, sign in _NUMBERED_HEADING.findall(each):
            styles.setdefault(sign, Counter())[style_of(numeral)] += 1
    shown = {sign: each.most_common(1)[0][0] for sign, each in styles.items()}
    levels = {**dict(digits.levels), **shown}
    own = {sign: each for sign, each in levels.items() if each not in (digits.one, digits.many)}
    return replace(digits, levels=tuple(own.items()))


def label_of_level(label: str, kind: Kind) -> str:
    """A chapter's label as that of a section or subsection below it: 第１章 -> 第１節."""
    return label.replace("章", LEVEL_NAMES[kind])


def relabel_for_article(label: str, article: Number) -> str:
    """A Japanese section does not say its article's number."""
    del article
    return label


def head_pieces(kind: Kind, number: Number | None, caption: str) -> tuple[Piece, ...]:
    """The head of a provision where no neighbour shows how: as in the usual articles."""
    line_end, gap = Piece(PieceRole.SPACE, "\n"), Piece(PieceRole.SPACE, "　")
    if kind is Kind.PART:
        return (Piece(PieceRole.CAPTION, caption or "附則"), line_end)
    if number is None:  # a heading or an article that bears none
        bracketed = f"（{caption}）" if kind is Kind.ARTICLE else caption
        return (Piece(PieceRole.CAPTION, bracketed), line_end) if caption else ()
    label = Piece(PieceRole.LABEL, cite(kind, number, Digits()))
    if kind is Kind.ARTICLE:
        above = (Piece(PieceRole.CAPTION, f"（{caption}）"), line_end) if caption else ()
        return (*above, label, gap)
    return (
        (label, gap, Piece(PieceRole.CAPTION, caption), line_end) if caption else (label, line_end)
    )


def usual_label(kind: Kind, number: Number) -> tuple[str, str]:
    """The label of a paragraph, item or sub-item where no neighbour shows one, and the gap."""
    if kind is Kind.SUBITEM:
        return cite(kind, number, Digits()), "　"
    written = "の".join(map(str, number))
    return (written if kind is Kind.PARAGRAPH else f"({written})"), "　"


def cite(kind: Kind, number: Number, digits: Digits) -> str:
    """How a provision is cited: 第10条, 第9条の2, 第2項, 第3号, イ."""
    if kind is Kind.SUBITEM:
        return write_numeral(number.main, "iroha")
    sign = LEVEL_NAMES[kind]
    if style := digits.style_of_level(sign):
        digits = replace(digits, one=style, many=style)
    branches = "".join(f"の{digits.write(part)}" for part in number[1:])
    return f"第{digits.write(number.main)}{sign}{branches}"


def cite_all(kind: Kind, numbers: Sequence[Number], digits: Digits) -> str:
    """How several are cited: 第7条及び第8条, 第7条から第9条まで, 第1項、第3項及び第5項."""
    written = [cite(kind, number, digits) for number in numbers]
    if len(numbers) == 1:
        return written[0]
    if is_run(numbers):
        return f"{written[0]}から{written[-1]}まで"
    return f"{'、'.join(written[:-1])}及び{written[-1]}"


def extend_list(cited: Sequence[str], before: str, behind: str) -> tuple[str, str] | None:
    """How several join a list between the joints before and behind them (及び, "" where there is
    none): the joint before, and they. 第2条、第4条 before 及び第7条; but 並びに joins lists, and
    they are one of their own then."""
    *most, last = cited
    if behind:
        return (before, "、".join(cited)) if _JOINT.fullmatch(behind) else None
    return ("、", "、".join(most) + before + last) if _JOINT.fullmatch(before) else None


def as_supplementary(cited: str) -> str:
    """A citation of an article of supplementary provisions: 附則第1条."""
    return "附則" + cited


def as_own(cited: str) -> str:
    """A citation said to be of these articles: 本定款第7条."""
    return "本定款" + cited


def cite_within(wider: str, narrower: str) -> str:
    """A citation inside another: 第7条第2項."""
    return wider + narrower


def is_lettered(label: str) -> bool:  # noqa: ARG001
    """Letters are cited by what they count: 第３号, イ."""
    return False
