"""Labels of English provisions: labels, their numbers, and how provisions are cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from governance.text.english.vocabulary import (
    BRANCH,
    BRANCH_SIGNS,
    COUNT_WORD,
    LEVEL_WORD,
    LONE_LETTERS,
    ORDINAL_WORD,
    SUFFIX,
    in_words,
    is_word,
    letter_style,
    level,
    readings,
    suffix_like,
    suffix_of,
)
from governance.text.patterns import pattern
from governance.text.tree.number import (
    LETTER,
    ROMAN,
    Digits,
    is_run,
    read_numeral,
    style_of,
    write_numeral,
)
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_NUMBER = pattern(
    rf"""
    [0-9０-９]+(?:[{BRANCH_SIGNS}.][0-9０-９]+)*{SUFFIX}?  # 9-2, 4.6, 4A
  | [①-⑳]
  | \b[IVXLCDM]+(?:[{BRANCH_SIGNS}.][0-9]+)*\b          # IV, IV-2
  | \b(?:{ORDINAL_WORD}|{COUNT_WORD})\b                 # Second, two
  | \b[ivxlc]+\b                                        # (iv)
  | \b[a-z](?=[.)])|\b[a-z]{{1,2}}\b                    # a), (b)
    """,
    re.I | re.X,
)


_LEVEL_AND_NUMBER = pattern(
    rf"\b(?P<level>(?i:{LEVEL_WORD})s?)\s+(?P<number>[0-9]+|[IVXLCDM]+|[A-Z](?=[.:]))(?![\w-])"
)
_PAIR = pattern(r"[a-z]{2}")  # (bb), (zb)
_NUMBER_OF_RANGE = pattern(
    rf"(?<![\w.])(?:[0-9]+(?:[.][0-9]+)*(?:{BRANCH}(?=[0-9]{{1,2}}\b)[0-9]+)?{SUFFIX}?"
    r"|[IVXLC]+)(?!\w)"
)


def numerals(label: str) -> tuple[str, ...]:
    """The numerals in a label: ("9", "2") for "Article 9-2."."""
    return tuple(re.findall(r"[0-9０-９]+", label))


def with_letters(digits: Digits, labels: Sequence[tuple[str, Number]]) -> Digits:
    """The way of writing numbers with what the labels, each with its number, show of letters."""
    units = [each for each in labels if each[0][:1].isalpha() or each[0][:1] == "§"]
    pairs = [label.strip("().") for label, number in labels if not number.is_branch]
    branched = (label.strip("().") for label, number in labels if number.is_branch)
    return replace(
        digits,
        branch=_branch_style_of([label for label, _ in units]),
        lone_letter=_lone_letter_style(units),
        pair=next((pair for pair in pairs if _PAIR.fullmatch(pair) and pair != "aa"), ""),
        letter_branch=any(_PAIR.fullmatch(label) for label in branched),
    )


def with_levels(digits: Digits, written: Iterable[str]) -> Digits:
    """The way of writing numbers with the styles that labels or citations show for each level:
    "CHAPTER II." among "Article 1", "Article 2"."""
    styles: dict[str, Counter[str]] = {}
    for each in written:
        for match in _LEVEL_AND_NUMBER.finditer(each):
            kind, numeral = level(match["level"]).kind, match["number"]
            style = style_of(numeral) if not is_word(numeral) else ""
            if numeral in LONE_LETTERS:
                style = digits.lone_letter or ROMAN
            styles.setdefault(kind.value, Counter())[style] += 1
    shown = {kind: each.most_common(1)[0][0] for kind, each in styles.items()}
    levels = {**dict(digits.levels), **shown}
    own = {kind: style for kind, style in levels.items() if style in (ROMAN, LETTER)}
    return replace(digits, levels=tuple(own.items()))


def _branch_style_of(labels: Sequence[str]) -> str:
    """A branch as most of the labels that have one write it behind the number: "A", "bis"; "" where
    most write "9-2"."""
    found = [match.group() for match in map(_NUMBER.search, labels) if match]
    suffixes = Counter(
        suffix_of(numeral.rpartition(".")[2])[1] or re.sub(r"[^-‐‑–−－]", "", numeral)[:1]
        for numeral in found
    )
    del suffixes[""]
    most = suffixes.most_common(1)[0][0] if suffixes else ""
    return most if most.strip(BRANCH_SIGNS) else ""


def _lone_letter_style(labels: Sequence[tuple[str, Number]]) -> str:
    """What letters that Roman numerals have too are in the labels, by the numbers they stand for:
    "roman" in XLIX, L, LI, "letter" in H, I, J; "" where there are none."""
    styles: Counter[str] = Counter()
    for label, number in labels:
        match = _NUMBER.search(label)
        if match and match.group() in LONE_LETTERS:
            is_roman = read_numeral(match.group(), ROMAN) == number.main
            styles["roman" if is_roman else "letter"] += 1
    return styles.most_common(1)[0][0] if styles else ""


def number_span(label: str, *, whole: bool) -> tuple[int, int]:
    """Where the number stands in a label: the "14" of "Article 14.", or whole, "Article 14"."""
    match = _NUMBER.search(label)
    if not match:
        return (0, len(label))
    return (0, match.end()) if whole else match.span()


def numbers_in(label: str) -> list[tuple[int, int]]:
    """Where the numbers of a label stand that has several: "Articles 9 through 11."."""
    found = [match.span() for match in _NUMBER_OF_RANGE.finditer(label)]
    return found if len(found) > 1 else [number_span(label, whole=False)]


def relabel(label: str, number: Number, digits: Digits, before: Number | None = None) -> str:
    """The label with another number, in its own style: "Article 14." -> "Article 16.", "(c)" ->
    "(d)", "second" -> "third". Of "Section 4.6" the 4 is its article's and stays (see
    `relabel_for_article`); a branch of it is "Section 4.6.2". `before` is the number it has: by it
    the "(i)" that stands for nine is told from the one that stands for one."""
    start, end = number_span(label, whole=False)
    if before is not None and (both := readings(label[start:end])) is not None:
        is_letter = read_numeral(label[start:end], LETTER) == before.main and both[0] != both[1]
        digits = replace(digits, lone_letter=LETTER if is_letter else ROMAN)
    old = label[start:end].split(".")
    kept = old[:1] if start and len(old) > 1 else []  # a bare "6.2" stands behind its article
    like = old[len(kept)]
    written = _with_suffix(like, number, digits)
    if not written and len(old) > 1:
        written = ".".join(_numeral_like(like, Number(part), digits) for part in number)
    new = ".".join([*kept, written or _numeral_like(like, number, digits)])
    return label[:start] + new + label[end:]


def _with_suffix(old: str, number: Number, digits: Digits) -> str:
    """A branch written behind its number where `old` or the text writes them so: "5B" for "4A";
    "" where neither does, or the number has none."""
    main, suffix = suffix_of(old)
    suffix = suffix or (digits.branch if not re.search(BRANCH, old) else "")
    behind = suffix_like(number[1], suffix) if suffix and len(number) == 2 else ""
    return _numeral_like(main, Number(number.main), digits) + behind if behind else ""


def _numeral_like(old: str, number: Number, digits: Digits) -> str:
    """A number in the style of a numeral: "9-2" for "8-2", "IV" for "III", "d" for "c"."""
    sign = next((character for character in old if character in BRANCH_SIGNS), "-")
    first = re.split(BRANCH, suffix_of(old)[0])[0]
    if is_word(first):
        return sign.join(in_words(part, first) for part in number)
    style = letter_style(first) or style_of(first)
    if first.upper() in LONE_LETTERS and digits.lone_letter:
        style = f"small {digits.lone_letter}" if first.islower() else digits.lone_letter
    if style == "small letter" and len(number) == 2 and digits.letter_branch:
        return "".join(write_numeral(part, style) for part in (number[0], number[1] - 1))
    if style in ("half", "full", ""):
        return sign.join(digits.write(part, first) for part in number)
    # The branches of II are II-2 and II-3, unless the text itself has II-II.
    branches = [write_numeral(part, _branch_style(old) or "half") for part in number[1:]]
    return sign.join([write_numeral(number.main, style, digits.pair or first), *branches])


def _branch_style(numeral: str) -> str:
    _, *branches = re.split(BRANCH, numeral)
    return letter_style(branches[0]) or style_of(branches[0]) if branches else ""


def head_pieces(kind: Kind, number: Number | None, caption: str) -> tuple[Piece, ...]:
    """The head of a provision where no neighbour shows how: as in the usual English articles."""
    space = Piece(PieceRole.SPACE, "\n")
    if kind is Kind.PART:
        return (Piece(PieceRole.CAPTION, caption or "Supplementary Provisions"), space)
    if number is None:  # a heading or an article that bears none
        bracketed = f"({caption})" if kind is Kind.ARTICLE else caption
        return (Piece(PieceRole.CAPTION, bracketed), space) if caption else ()
    if kind is Kind.CHAPTER:
        main, *branch = number
        roman = "-".join([write_numeral(main, "roman"), *map(str, branch)])
        title = (Piece(PieceRole.SPACE, " "), Piece(PieceRole.CAPTION, caption)) if caption else ()
        return (Piece(PieceRole.LABEL, f"CHAPTER {roman}."), *title, space)
    if kind is Kind.SECTION:
        title = (
            (Piece(PieceRole.CAPTION, f"({caption})"), Piece(PieceRole.SPACE, " "))
            if caption
            else ()
        )
        return (Piece(PieceRole.LABEL, f"Section {number}."), Piece(PieceRole.SPACE, " "), *title)
    above = (Piece(PieceRole.CAPTION, f"({caption})"), space) if caption else ()
    return (*above, Piece(PieceRole.LABEL, f"Article {number}."), space)


def cite(kind: Kind, number: Number, digits: Digits) -> str:
    """How a provision is cited: "Article 10", "Paragraph 2", "Item 3"."""
    return f"{kind.value.capitalize()} {_plainly(kind, number, digits)}"


def _plainly(kind: Kind, number: Number, digits: Digits) -> str:
    """A number in digits: "9-2", or "9A" where the text writes branches so, "II" in its style."""
    style = digits.style_of_level(kind.value)
    if style in (ROMAN, LETTER):
        return "-".join([write_numeral(number.main, style), *map(str, number[1:])])
    usual = "-".join(digits.write(part) for part in number)
    return _with_suffix(digits.write(number.main), number, digits) or usual


def usual_label(kind: Kind, number: Number) -> tuple[str, str]:
    """The label of a paragraph, item or sub-item where no neighbour shows one, and the gap."""
    if kind is Kind.SUBITEM:
        return relabel("(a)", number, Digits()), " "
    return (str(number), " ") if kind is Kind.PARAGRAPH else (f"({number})", " ")


def cite_all(kind: Kind, numbers: Sequence[Number], digits: Digits) -> str:
    """How several are cited: "Articles 7 and 8", "Articles 7 through 9", "Paragraphs 1 and 5"."""
    if len(numbers) == 1:
        return cite(kind, numbers[0], digits)
    written = [_plainly(kind, number, digits) for number in numbers]
    level = f"{kind.value.capitalize()}s"
    if is_run(numbers):
        return f"{level} {written[0]} through {written[-1]}"
    return f"{level} {', '.join(written[:-1])} and {written[-1]}"


def extend_list(cited: Sequence[str], before: str, behind: str) -> tuple[str, str] | None:  # noqa: ARG001
    """How several join a list: as they are cited by themselves, "Articles 2 and 4 and Article 7";
    so none is told."""
    return None


def as_supplementary(cited: str) -> str:
    """A citation of an article of supplementary provisions."""
    return f"{cited} of the Supplementary Provisions"


def as_own(cited: str) -> str:
    """A citation said to be of these articles: "Article 7 of these Articles"."""
    return f"{cited} of these Articles"


def cite_within(wider: str, narrower: str) -> str:
    """A citation inside another: "Article 7, Paragraph 2"."""
    return f"{wider}, {narrower}"


def label_of_level(label: str, kind: Kind) -> str:
    """A chapter's label as that of a section below it: "CHAPTER I." -> "SECTION I."."""
    word = label[: len("chapter")]
    if word.lower() != "chapter":
        return label
    name = kind.value if word.islower() else kind.value.capitalize()
    return (name.upper() if word.isupper() else name) + label[len(word) :]


def relabel_for_article(label: str, article: Number) -> str:
    """A section's label under an article of another number: "Section 4.6." -> "Section 5.6."."""
    start, end = number_span(label, whole=False)
    before, dot, rest = label[start:end].partition(".")
    if not dot:
        return label
    style = style_of(before)
    written = write_numeral(article.main, style) if style else before
    return f"{label[:start]}{written}.{rest}{label[end:]}"


_LETTERED = pattern(r"\([A-Za-z]{1,5}\)")


def is_lettered(label: str) -> bool:
    """Whether a label counts by letters in brackets, (c), by which it is cited too: item (c)."""
    return bool(_LETTERED.fullmatch(label))
