"""Heads, captions and enumerations of English articles and bylaws."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..language import Enumerator, Head
from ..numbering import Digits, follows, read_numeral, style_of, write_numeral
from ..provision import Kind, Number, Piece, Role
from .levels import COUNT_WORD, ORDINAL_WORD, in_words, is_word, letter_style, value_of

_BRANCH_SIGNS = "-‐‑–−－"
_BRANCH = f"[{_BRANCH_SIGNS}]"
_NUMBER = re.compile(
    rf"[0-9０-９]+(?:[-.‐‑–−－][0-9０-９]+)*|[①-⑳]"
    rf"|\b(?:{ORDINAL_WORD}|{COUNT_WORD})\b|\b[IVXLCDMivxlc]+\b|\b[A-Za-z](?=[.)])|\b[a-z]{{1,2}}\b",
    re.I,
)
_NUMERAL = r"(?P<num>[0-9０-９]+(?:[-‐–−－][0-9０-９]+)*|[IVXLCDM]+)"
_HEADS = (
    (
        Kind.ARTICLE,
        re.compile(
            rf"(?P<mark>(?:Article|ARTICLE|Art\.)[ \t　]*{_NUMERAL}[.:．]?)(?P<rest>.*)", re.S
        ),
    ),
    (
        Kind.CHAPTER,
        re.compile(rf"(?P<mark>(?:Chapter|CHAPTER)[ \t　]*{_NUMERAL}[.:．]?)(?P<rest>.*)", re.S),
    ),
    (
        Kind.SECTION,
        re.compile(
            r"(?P<mark>(?:Section|SECTION|Sec\.|§)[ \t　]*"
            r"(?P<num>(?:[0-9]+[.])*[0-9]+|[IVXLCDM]+)[.:]?)(?P<rest>.*)",
            re.S,
        ),
    ),
)  # fmt: skip
_ROMAN_CHAPTER = re.compile(r"(?P<mark>(?P<num>[IVXLCDM]+)\.)(?P<rest>[ \t]+.*)", re.S)
_SUPPLEMENTARY = re.compile(
    r"(?:Supplementary (?:Provisions?|Rules?)|SUPPLEMENTARY (?:PROVISIONS?|RULES?)"
    r"|Addend(?:a|um)|ADDEND(?:A|UM))"
    r"[ \t]*(?P<rest>.*)",
    re.S,
)
_GAP = re.compile(r"[ \t　]*(?:[-–—:][ \t]+)?")
_BRACKETED = re.compile(
    r"(?P<caption>\((?:[^()]|\([^()]*\))+\)|（[^（）]+）|\[[^\[\]]+\])"
    r"(?P<gap>[ \t　]*)(?P<rest>.*)",
    re.S,
)
_CAPTION = re.compile(r"[(（\[](?:[^()（）\[\]]|[(（][^()（）]*[)）])+[)）\]]")
_SENTENCE_END = re.compile(r"[.;:,!?][\"”’')\]]*$")

_ENUMERATORS = (
    ("(n)", re.compile(r"([(（])([0-9０-９]+)([)）])"), False),
    ("n)", re.compile(r"()([0-9０-９]{1,3})([)）])"), False),
    ("n.", re.compile(r"()([0-9０-９]{1,3})([.．])(?=[ \t　]|$)"), False),
    ("n", re.compile(r"()([0-9０-９]{1,2})()(?=[ \t　])"), True),
    ("①", re.compile(r"()([①-⑳])()"), False),
    ("(i)", re.compile(r"([(（])([ivxl]+)([)）])"), False),
    ("(a)", re.compile(r"([(（])([a-z]{1,2})([)）])"), False),
    ("(A)", re.compile(r"([(（])([A-Z])([)）])"), False),
    ("i.", re.compile(r"()([ivxl]+)(\.)(?=[ \t])"), True),
    ("a.", re.compile(r"()([a-z])([.)])(?=[ \t])"), True),
    ("A.", re.compile(r"()([A-Z])(\.)(?=[ \t])"), True),
)
_BULLET = re.compile(r"([-*•·–])(?=[ \t])")
_STYLES = {"(i)": "small roman", "i.": "small roman", "(a)": "small letter", "a.": "small letter"}


def _number(numeral: str) -> Number | None:
    parts = [value_of(part) for part in re.split(_BRANCH, numeral)]
    return None if None in parts else Number(*(part for part in parts if part is not None))


def _is_title(text: str) -> bool:
    """Whether words after a mark are a title and no sentence: "General Powers"."""
    words = text.split()
    return bool(words) and len(words) <= 12 and not _SENTENCE_END.search(text) and text[0].isupper()


def head(line: str) -> Head | None:
    """The head of a chapter, article, section or supplementary part in a line without indent.

    head = ("Article" | "Chapter" | "Section") number stop? (title | "(" caption ")" text? | text)?
    e.g. "Article 6. (Number of Shares)", "CHAPTER II. SHARES", "Section 4.6. Removal."
    """
    for kind, pattern in _HEADS:
        if match := pattern.match(line):
            return _head(kind, match)
    if match := _SUPPLEMENTARY.match(line):
        rest = match["rest"].strip()
        if (
            not rest
            or _CAPTION.fullmatch(rest)
            or (re.fullmatch(r"[-–—:(\[]?.*\d{4}.*", rest) and len(rest) < 60)
        ):
            return Head(Kind.PART, None, (Piece(Role.CAPTION, line),))
        return None
    # "I. Name" may head a chapter or an item: the reader looks at what comes next.
    if (match := _ROMAN_CHAPTER.match(line)) and _is_title(match["rest"].strip()):
        found = _head(Kind.CHAPTER, match)
        return found and Head(found.kind, found.number, found.pieces, found.rest, is_sure=False)
    return None


def _head(kind: Kind, match: re.Match[str]) -> Head | None:
    mark, rest = match["mark"], match["rest"]
    numeral = match["num"]
    number = _number(numeral.rsplit(".", 1)[-1])
    if number is None:
        return None
    stopped = mark[-1] in ".:．"
    gap = _GAP.match(rest)
    space = gap.group() if gap else ""
    rest = rest[len(space) :]
    pieces = [Piece(Role.MARK, mark)]
    if space:
        pieces.append(Piece(Role.SPACE, space))
    if not rest:
        return Head(kind, number, tuple(pieces), is_sure=stopped or mark.isupper())
    if not space and not stopped:
        return None  # "Article 14(1)" and "Article 5th" cite or tell, they do not head
    if bracketed := _BRACKETED.fullmatch(rest):
        if stopped or not bracketed["rest"] or bracketed["rest"][0].isupper():
            pieces.append(Piece(Role.CAPTION, bracketed["caption"]))
            if bracketed["gap"]:
                pieces.append(Piece(Role.SPACE, bracketed["gap"]))
            return Head(kind, number, tuple(pieces), bracketed["rest"])
        return None
    if _is_title(rest) and (stopped or kind is Kind.CHAPTER or mark.isupper() or space.strip()):
        pieces.append(Piece(Role.CAPTION, rest))
        return Head(kind, number, tuple(pieces))
    if stopped and kind is not Kind.CHAPTER:
        return Head(kind, number, tuple(pieces), rest, is_sure=rest[0].isupper())
    if (
        rest[0].isupper()
        and kind is Kind.ARTICLE
        and not re.match(r"(?:Paragraph|Item|Section|and|or)\b", rest)
    ):
        return Head(kind, number, tuple(pieces), rest, is_sure=False)
    return None


def is_caption(line: str) -> bool:
    """Whether a line is a caption in brackets: "(Chairman)", not an item "(1)" or "(a)"."""
    line = line.strip()
    return bool(_CAPTION.fullmatch(line)) and not re.fullmatch(
        r"[(（](?:\d+|[ivxl]+|[a-zA-Z]{1,2})[)）]", line
    )


def is_title_below(head: Head, line: str) -> bool:
    """Whether the line below a bare head is its title: always sought below a chapter, below an
    article only where its head is in capitals ("ARTICLE II" / "Registered Offices")."""
    mark = next((piece.text for piece in head.pieces if piece.role is Role.MARK), "")
    if head.kind not in (Kind.ARTICLE, Kind.CHAPTER) or not (
        head.kind is Kind.CHAPTER or mark.isupper()
    ):
        return False
    return _is_title(line) and not is_caption(line) and not enumerators(line) and _no_head(line)


def _no_head(line: str) -> bool:
    return head(line) is None


def may_count_paragraphs(family: str) -> bool:
    """Whether a list of this family that starts at 2 counts paragraphs after an unmarked first."""
    return family in ("n", "n.", "(n)", "①", "n)")


def enumerators(line: str) -> tuple[Enumerator, ...]:
    """Every way the start of a line can be read as a count: "(i)" is Roman one and the letter i.

    enumerator = "(" number ")" | number "." | number " " | "(a)" | "(i)" | bullet
    """
    found = []
    for family, pattern, is_weak in _ENUMERATORS:
        if not (match := pattern.match(line)):
            continue
        value = read_numeral(match[2], _STYLES.get(family, ""))
        if value is None:
            continue
        rest = line[match.end() :]
        text = rest.lstrip(" \t　")
        if is_weak and family == "n" and not text[:1].isupper() and text[:1] not in '"“‘(':
            continue
        found.append(
            Enumerator(
                family, Number(value), match.group(), rest[: len(rest) - len(text)], text, is_weak
            )
        )
    if not found and (match := _BULLET.match(line)):
        rest = line[match.end() :]
        text = rest.lstrip(" \t")
        found.append(Enumerator(match[1], None, match.group(), rest[: len(rest) - len(text)], text))
    return tuple(found)


def is_wrapped(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of `before`, broken by the width of a page."""
    before = before.rstrip()
    if not before or (_SENTENCE_END.search(before) and not before.endswith(",")):
        return False
    return line[:1].islower() or len(before) >= 40


def flat(text: str) -> str:
    """A logical line on one line: breaks made by the width of a page become spaces."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", text)


def numerals(mark: str) -> tuple[str, ...]:
    """The numerals in a mark: ("9", "2") for "Article 9-2."."""
    return tuple(re.findall(r"[0-9０-９]+", mark))


def number_span(mark: str, *, whole: bool) -> tuple[int, int]:
    """Where the number stands in a mark: the "14" of "Article 14.", or whole, "Article 14"."""
    match = _NUMBER.search(mark)
    if not match:
        return (0, len(mark))
    return (0, match.end()) if whole else match.span()


def relabel(mark: str, number: Number, digits: Digits) -> str:
    """The mark with another number, in its own style: "Article 14." -> "Article 16.", "(c)" ->
    "(d)", "second" -> "third"; of "Section 4.6" the last part is the section's."""
    start, end = number_span(mark, whole=False)
    wider, point, old = mark[start:end].rpartition(".")
    new = _numeral_like(old, number, digits)
    return f"{mark[:start]}{wider}{point}{new}{mark[end:]}"


def _numeral_like(old: str, number: Number, digits: Digits) -> str:
    """A number in the style of a numeral: "9-2" for "8-2", "IV" for "III", "d" for "c"."""
    sign = next((character for character in old if character in _BRANCH_SIGNS), "-")
    first = re.split(_BRANCH, old)[0]
    if is_word(first):
        return sign.join(in_words(part, first) for part in number)
    style = letter_style(first) or style_of(first)
    if style in ("half", "full", ""):
        return sign.join(digits.write(part, first) for part in number)
    return sign.join(write_numeral(part, style) for part in number)


def head_pieces(kind: Kind, number: Number | None, caption: str) -> tuple[Piece, ...]:
    """The head of a provision where no neighbour shows how: as in the usual English articles."""
    space = Piece(Role.SPACE, "\n")
    if kind is Kind.PART:
        return (Piece(Role.CAPTION, caption or "Supplementary Provisions"), space)
    if kind is Kind.CHAPTER:
        roman = write_numeral(number.main if number else 1, "roman")
        title = (Piece(Role.SPACE, " "), Piece(Role.CAPTION, caption)) if caption else ()
        return (Piece(Role.MARK, f"CHAPTER {roman}."), *title, space)
    above = (Piece(Role.CAPTION, f"({caption})"), space) if caption else ()
    return (*above, Piece(Role.MARK, f"Article {number}."), space)


def cite(kind: Kind, number: Number, digits: Digits) -> str:
    """How a provision is cited: "Article 10", "Paragraph 2", "Item 3"."""
    return f"{kind.value.capitalize()} {'-'.join(digits.write(part) for part in number)}"


def usual_mark(kind: Kind, number: Number) -> tuple[str, str]:
    """The mark of a paragraph or item where no neighbour shows one, and the gap after it."""
    return (str(number), " ") if kind is Kind.PARAGRAPH else (f"({number})", " ")


def cite_all(kind: Kind, numbers: Sequence[Number], digits: Digits) -> str:
    """How several are cited: "Articles 7 and 8", "Articles 7 through 9", "Paragraphs 1 and 5"."""
    if len(numbers) == 1:
        return cite(kind, numbers[0], digits)
    written = ["-".join(digits.write(part) for part in number) for number in numbers]
    level = f"{kind.value.capitalize()}s"
    if len(numbers) > 2 and all(follows(after, before) for before, after in pairwise(numbers)):
        return f"{level} {written[0]} through {written[-1]}"
    return f"{level} {', '.join(written[:-1])} and {written[-1]}"


def cite_within(wider: str, narrower: str) -> str:
    """A citation inside another: "Article 7, Paragraph 2"."""
    return f"{wider}, {narrower}"


def within(mark: str, article: Number) -> str:
    """A section's mark under an article of another number: "Section 4.6." -> "Section 5.6."."""
    start, end = number_span(mark, whole=False)
    before, dot, last = mark[start:end].rpartition(".")
    if not dot:
        return mark
    style = style_of(before)
    written = write_numeral(article.main, style) if style else before
    return f"{mark[:start]}{written}.{last}{mark[end:]}"
