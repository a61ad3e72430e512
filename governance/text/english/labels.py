"""Labels of English provisions: labels, their numbers, and how provisions are cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from governance.text.english.vocabulary import (
    BRANCH,
    BRANCH_SIGNS,
    COUNT_WORD,
    ORDINAL_WORD,
    in_words,
    is_word,
    letter_style,
)
from governance.text.patterns import pattern
from governance.text.tree.number import Digits, is_run, style_of, write_numeral
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_NUMBER = pattern(
    rf"""
    [0-9０-９]+(?:[{BRANCH_SIGNS}.][0-9０-９]+)*          # 9-2, 4.6
  | [①-⑳]
  | \b[IVXLCDM]+(?:[{BRANCH_SIGNS}.][0-9]+)*\b          # IV, IV-2
  | \b(?:{ORDINAL_WORD}|{COUNT_WORD})\b                 # Second, two
  | \b[ivxlc]+\b                                        # (iv)
  | \b[a-z](?=[.)])|\b[a-z]{{1,2}}\b                    # a), (b)
    """,
    re.I | re.X,
)


def numerals(label: str) -> tuple[str, ...]:
    """The numerals in a label: ("9", "2") for "Article 9-2."."""
    return tuple(re.findall(r"[0-9０-９]+", label))


def number_span(label: str, *, whole: bool) -> tuple[int, int]:
    """Where the number stands in a label: the "14" of "Article 14.", or whole, "Article 14"."""
    match = _NUMBER.search(label)
    if not match:
        return (0, len(label))
    return (0, match.end()) if whole else match.span()


def relabel(label: str, number: Number, digits: Digits) -> str:
    """The label with another number, in its own style: "Article 14." -> "Article 16.", "(c)" ->
    "(d)", "second" -> "third". Of "Section 4.6" the 4 is its article's and stays (see
    `relabel_for_article`); a branch of it is "Section 4.6.2"."""
    start, end = number_span(label, whole=False)
    old = label[start:end].split(".")
    if len(old) == 1:
        new = _numeral_like(old[0], number, digits)
    else:
        kept = old[:1] if start else []  # a bare "6.2" stands behind its article in a citation
        like = old[len(kept)]
        new = ".".join([*kept, *(_numeral_like(like, Number(part), digits) for part in number)])
    return label[:start] + new + label[end:]


def _numeral_like(old: str, number: Number, digits: Digits) -> str:
    """A number in the style of a numeral: "9-2" for "8-2", "IV" for "III", "d" for "c"."""
    sign = next((character for character in old if character in BRANCH_SIGNS), "-")
    first = re.split(BRANCH, old)[0]
    if is_word(first):
        return sign.join(in_words(part, first) for part in number)
    style = letter_style(first) or style_of(first)
    if style in ("half", "full", ""):
        return sign.join(digits.write(part, first) for part in number)
    # The branches of II are II-2 and II-3, unless the text itself has II-II.
    branches = [write_numeral(part, _branch_style(old) or "half") for part in number[1:]]
    return sign.join([write_numeral(number.main, style), *branches])


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
    return f"{kind.value.capitalize()} {'-'.join(digits.write(part) for part in number)}"


def usual_label(kind: Kind, number: Number) -> tuple[str, str]:
    """The label of a paragraph or item where no neighbour shows one, and the gap after it."""
    return (str(number), " ") if kind is Kind.PARAGRAPH else (f"({number})", " ")


def cite_all(kind: Kind, numbers: Sequence[Number], digits: Digits) -> str:
    """How several are cited: "Articles 7 and 8", "Articles 7 through 9", "Paragraphs 1 and 5"."""
    if len(numbers) == 1:
        return cite(kind, numbers[0], digits)
    written = ["-".join(digits.write(part) for part in number) for number in numbers]
    level = f"{kind.value.capitalize()}s"
    if is_run(numbers):
        return f"{level} {written[0]} through {written[-1]}"
    return f"{level} {', '.join(written[:-1])} and {written[-1]}"


def extend_list(cited: Sequence[str], before: str, behind: str) -> tuple[str, str] | None:  # noqa: ARG001
    """How several join a list: as they are cited by themselves, "Articles 2 and 4 and Article 7";
    so none is told."""
    return None


def as_own(cited: str) -> str:
    """A citation said to be of these articles: "Article 7 of these Articles"."""
    return f"{cited} of these Articles"


def cite_within(wider: str, narrower: str) -> str:
    """A citation inside another: "Article 7, Paragraph 2"."""
    return f"{wider}, {narrower}"


def relabel_for_article(label: str, article: Number) -> str:
    """A section's label under an article of another number: "Section 4.6." -> "Section 5.6."."""
    start, end = number_span(label, whole=False)
    before, dot, rest = label[start:end].partition(".")
    if not dot:
        return label
    style = style_of(before)
    written = write_numeral(article.main, style) if style else before
    return f"{label[:start]}{written}.{rest}{label[end:]}"


def is_subsection(label: str) -> bool:
    """English sections have none."""
    del label
    return False
