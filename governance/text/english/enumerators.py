"""Marks that count paragraphs and items in English articles and bylaws."""

from __future__ import annotations

from governance.text.english.vocabulary import SUFFIX, letter_branch, numbers_of
from governance.text.language import Enumerator
from governance.text.patterns import pattern
from governance.text.tree.number import read_numeral
from governance.text.tree.provision import Kind, Number

_ENUMERATORS = (
    ("(n)", pattern(rf"([(（])([0-9０-９]+{SUFFIX}?)([)）])"), False),
    ("n)", pattern(rf"()([0-9０-９]{{1,3}}{SUFFIX}?)([)）])"), False),
    ("n.", pattern(rf"()([0-9０-９]{{1,3}}{SUFFIX}?)([.．])(?=[ \t　]|$)"), False),
    ("n.n.n", pattern(r"((?:[0-9]{1,3}\.){2})([0-9]{1,3})(\.?)(?=[ \t])"), False),
    ("n.n.n.n", pattern(r"((?:[0-9]{1,3}\.){3})([0-9]{1,3})(\.?)(?=[ \t])"), False),
    ("n", pattern(r"()([0-9０-９]{1,2})()(?=[ \t　])"), True),
    ("①", pattern(r"()([①-⑳])()"), False),
    ("(i)", pattern(r"([(（])([ivxl]+)([)）])"), False),
    ("(a)", pattern(r"([(（])([a-z]{1,2})([)）])"), False),
    ("(A)", pattern(r"([(（])([A-Z])([)）])"), False),
    ("(I)", pattern(r"([(（])([IVXL]+)([)）])"), False),
    ("i)", pattern(r"()([ivxl]+)([)）])(?=[ \t　])"), False),
    ("a)", pattern(r"()([a-z]{1,2})([)）])(?=[ \t　])"), False),
    ("I)", pattern(r"()([IVXL]+)([)）])(?=[ \t　])"), False),
    ("A)", pattern(r"()([A-Z])([)）])(?=[ \t　])"), False),
    ("i.", pattern(r"()([ivxl]+)(\.)(?=[ \t])"), True),
    ("a.", pattern(r"()([a-z])(\.)(?=[ \t])"), True),
    ("A.", pattern(r"()([A-Z])(\.)(?=[ \t])"), True),
)
_BULLET = pattern(r"[-*•·–](?=[ \t])(?!\s*\d+\s*[-–]?\Z)")  # but "- 3 -" is a page number
# Behind a stop or a space: "1)", "a)", "iv)", before the bracket that closes it.
_MARK_BEHIND = pattern(
    r"(?:^|[\s、。，．,;:；：・])(?:[0-9０-９]{1,3}|[a-zA-Zａ-ｚＡ-Ｚ]|[ivxlⅰ-ⅻ]{1,5})$"
)
_STYLES = {
    **dict.fromkeys(("(i)", "i.", "i)"), "small roman"),
    **dict.fromkeys(("(I)", "I)"), "roman"),
    **dict.fromkeys(("(a)", "a.", "a)"), "small letter"),
    **dict.fromkeys(("(A)", "A.", "A)"), "letter"),
}


def may_count_paragraphs(family: str) -> bool:
    """Whether a list of this family that starts at 2 counts paragraphs after an unmarked first."""
    return family in ("n", "n.", "(n)", "①", "n)")


def enumerators(line: str) -> tuple[Enumerator, ...]:
    """Every way the start of a line can be read as a count: "(i)" is Roman one and the letter i.

    enumerator = "(" number ")" | number "." | number " " | "(a)" | "(i)" | bullet
    """
    found: list[Enumerator] = []
    branched: list[Enumerator] = []
    for family, mark, is_weak in _ENUMERATORS:
        if not (match := mark.match(line)):
            continue
        style = _STYLES.get(family, "")
        value = read_numeral(match[2], style) if style else None
        number = (value,) if value else None if style else numbers_of(match[2])
        if number is None or 0 in number:
            continue
        rest = line[match.end() :]
        text = rest.lstrip(" \t　")
        if is_weak and family == "n" and not text[:1].isupper() and text[:1] not in '"“‘(':
            continue
        gap = rest[: len(rest) - len(text)]
        kind = Kind.PARAGRAPH if family == "n.n.n" else None
        number_read = Number(*number)
        if family in ("(a)", "a)") and (branch := letter_branch(match[2])):
            branched.append(Enumerator(family, Number(*branch), match.group(), gap, text))
        found.append(Enumerator(family, number_read, match.group(), gap, text, is_weak, kind))
    if not found and (match := _BULLET.match(line)):
        rest = line[match.end() :]
        text = rest.lstrip(" \t")
        gap = rest[: len(rest) - len(text)]
        found.append(Enumerator(match.group(), None, match.group(), gap, text))
    return (*found, *branched)


def ends_in_list_mark(before: str) -> bool:
    """Whether the words before a closing bracket are a list mark that it belongs to: "1)"."""
    return _MARK_BEHIND.search(before) is not None
