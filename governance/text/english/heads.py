"""Heads of English chapters, articles, sections and supplementary parts, and their captions.

head    = word number stop? gap (caption wording? | title | wording)?
word    = "Article" | "Chapter" | "Section" …          "ARTICLE IV", "Art. 5", "§ 4.6"
number  = digits ("-" digits)* | Roman | word          "9-2", "IV", "One"
caption = "(" … ")" | "[" … "]"                        "Article 6. (Number of Shares)"
title   = words that make no sentence                  "CHAPTER II. SHARES", "Article 1 - Name"
emptied = "(Deleted)" | "[Reserved]" | "Removed." …    is wording, or the title of a chapter
"""

from __future__ import annotations

import re
from dataclasses import replace

from governance.text.english.enumerators import enumerators
from governance.text.english.vocabulary import (
    BRANCH,
    COUNT_WORD,
    LONE_LETTERS,
    ORDINAL_WORD,
    SAYS_DELETED,
    SUFFIX,
    numbers_of,
    value_of,
)
from governance.text.english.wrapping import SENTENCE_END, is_unfinished
from governance.text.language import Head
from governance.text.patterns import pattern
from governance.text.tree.number import LETTER, ROMAN, all_follow, read_numeral
from governance.text.tree.provision import Kind, Number, Piece, PieceRole

_SPACE = r"[ \t　]"
_IN_WORDS = rf"(?i:{ORDINAL_WORD}|{COUNT_WORD})\b(?!-)"
_NUMERAL = (
    rf"[0-9０-９]+(?:{BRANCH}[0-9０-９]+)*{SUFFIX}?|[IVXLCDM]+(?:{BRANCH}[0-9]+)*(?!\w)|{_IN_WORDS}"
)
_LETTER = r"[A-Z](?=[.:．])"  # Article B.
_PART_NUMBER = rf"(?:[0-9]+(?:\.[0-9]+)*(?:{BRANCH}[0-9]{{1,2}})?{SUFFIX}?|[IVXLCDM]+(?!\w))"
_HEAD = pattern(
    rf"""
    (?P<label>
        (?:(?P<article>Article|ARTICLE|Art\.)|(?P<chapter>Chapter|CHAPTER))
        {_SPACE}*+(?P<number>{_NUMERAL}|{_LETTER})[.:．]?                # ARTICLE IV, Article 9-2.
    )(?P<rest>.*)
  | (?P<section>
        (?:Section|SECTION|Sec\.|§){_SPACE}*+
        (?P<part>[0-9]+(?:\.[0-9]+)*{SUFFIX}?|[IVXLCDM]+(?!\w)|{_IN_WORDS})[.:]?   # Section 4.6.
    )(?P<text>.*)
    """,
    re.S | re.X,
)
_ROMAN_CHAPTER = pattern(r"(?P<label>(?P<number>[IVXLCDM]+)\.)(?P<rest>[ \t]+.*)", re.S)
_PART_NAMES = (
    *("Supplementary Provisions", "Supplementary Provision", "Supplementary Rules"),
    *("Supplementary Rule", "Supplementary Clauses", "Supplementary Clause", "Addenda"),
    *("Addendum", "Additional Provisions", "Transitional Provisions"),
)
_SUPPLEMENTARY = pattern("|".join((*_PART_NAMES, *map(str.upper, _PART_NAMES))))
_DATED = pattern(rf"{_SPACE}*+(?:[-–—:(\[]?[^\n]*[0-9]{{4}}[^\n]*|[:：]?)")
_MONTH = r"""(?:
    Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?
  | Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?
)\.?"""
_DAY = pattern(  # "(as amended on June 29, 2006)", "Effective 1 April 2020", "June 2006."
    rf"""
    (?P<open>[(\[])?
    (?:(?:as[ ])?(?:amended|revised|adopted|effective|enacted|established)[ ])?
    (?:(?:on|as[ ]of|from)[ ])?
    (?:{_MONTH}[ ][0-9]{{1,2}},?[ ][0-9]{{4}}                          # June 29, 2006
      |[0-9]{{1,2}}[ ]{_MONTH}[ ][0-9]{{4}}                            # 29 June 2006
      |{_MONTH}[ ][0-9]{{4}})                                          # June 2006
    (?(open)[)\]]|\.?)
    """,
    re.I | re.X,
)
_GAP = pattern(rf"{_SPACE}*+(?:[-‐-―−:]{_SPACE}++)?")
_CAPTION = r"(?:\((?:[^()]|\([^()]*\))+\)|（(?:[^（）]|（[^（）]*）)+）|\[[^\[\]]+\])"
_BRACKETED = pattern(rf"(?P<caption>{_CAPTION})(?P<gap>{_SPACE}*+)(?P<rest>.*)", re.S)
_ALONE = pattern(_CAPTION)
_DELETED_PLACEHOLDER = pattern(  # "(Deleted)", "[Reserved].", "Removed."
    rf"[(\[（]?(?:{'|'.join(sorted(SAYS_DELETED))})\.?[)\]）]?\.?", re.I
)
_COUNTED = pattern(r"[(（](?:[0-9０-９]+|[ivxl]+|[a-zA-Z]{1,2})[)）]")
_LETTER_ALONE = pattern(r"[(（][A-Z][)）]")  # "Article 2. (A)" is called so, "(a)" counts
_VERBS = pattern(r"\b(?:shall|may|must|will|is|are|was|were|has|have|be)\b")
_SENTENCE_BEGINS = frozenset({"The", "A", "An", "Any", "No", "Each", "Every", "All", "If", "When"})
_SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as"}
)


_EMPTIED = pattern(
    rf"""
    (?P<label>
        (?:(?P<article>Articles?|ARTICLES?|Arts?\.)|(?P<chapter>Chapters?|CHAPTERS?)
          |Sections?|SECTIONS?|Secs?\.|§§?)
        {_SPACE}*+(?P<first>{_PART_NUMBER})
        (?P<others>(?:{_SPACE}*+(?:,?{_SPACE}*+(?i:through|thru|to|and|&)\b|[-–—~～,])
        {_SPACE}*+(?:(?:Article|ARTICLE|Chapter|CHAPTER|Section|SECTION){_SPACE}++)?
        {_PART_NUMBER})+)
        [.:．]?
    )
    (?P<gap>{_SPACE}*+(?:[-‐-―−:]{_SPACE}++)?)
    (?P<rest>.+)
    """,
    re.S | re.X,
)
_ONE_OF_SEVERAL = pattern(rf"(?<![\w.])(?:{_PART_NUMBER})(?!\w)")
_THROUGH = pattern(r"(?i:through|thru|to)\b|[-–—~～]")


def head(line: str) -> Head | None:
    """The head of a chapter, article, section or supplementary part in a line without indent."""
    if (match := _EMPTIED.fullmatch(line)) and (emptied := _emptied_head(match)):
        return emptied
    if match := _HEAD.match(line):
        if match["section"]:
            kind, label, numeral, rest = Kind.SECTION, *match.group("section", "part", "text")
        else:
            kind = Kind.ARTICLE if match["article"] else Kind.CHAPTER
            label, numeral, rest = match.group("label", "number", "rest")
        found = numbered_head(kind, label, numeral, rest)
        return found and replace(
            found, other_number=_other_number(kind, numeral), within=_within(kind, numeral)
        )
    if (match := _SUPPLEMENTARY.match(line)) and _is_part_title(line[match.end() :]):
        return Head(Kind.PART, None, (Piece(PieceRole.CAPTION, line),))
    # "I. Name" may head a chapter or an item: the reader looks at what comes next.
    if (match := _ROMAN_CHAPTER.match(line)) and _is_title(match["rest"].strip()):
        found = numbered_head(Kind.CHAPTER, match["label"], match["number"], match["rest"])
        return found and Head(found.kind, found.number, found.pieces, found.rest, is_sure=False)
    return None


def _emptied_head(match: re.Match[str]) -> Head | None:
    """ "Articles 9 through 11. (Deleted)", "Sections 4.2 and 4.3 [Reserved]": several numbers that
    go on, under one head."""
    kind = Kind.ARTICLE if match["article"] else Kind.CHAPTER if match["chapter"] else Kind.SECTION
    numerals = [match["first"], *_ONE_OF_SEVERAL.findall(match["others"])]
    numbers = [_number(kind, numeral) or Number(0) for numeral in numerals]
    first, last = numbers[0], numbers[-1]
    is_range = len(numbers) == 2 and bool(_THROUGH.search(match["others"]))
    goes_on = first[:-1] == last[:-1] and first < last if is_range else all_follow(numbers)
    same_article = len({_within(kind, numeral) for numeral in numerals}) == 1
    if not (goes_on and same_article and _DELETED_PLACEHOLDER.fullmatch(match["rest"])):
        return None
    pieces = [Piece(PieceRole.LABEL, match["label"])]
    if match["gap"]:
        pieces.append(Piece(PieceRole.SPACE, match["gap"]))
    found = Head(
        kind, first, (*pieces,), match["rest"],
        within=_within(kind, numerals[0]), last_number=last,
    )  # fmt: skip
    if kind is Kind.CHAPTER:
        return replace(found, pieces=(*pieces, Piece(PieceRole.CAPTION, match["rest"])), rest="")
    return found


def _is_part_title(rest: str) -> bool:
    """Whether what follows "Supplementary Provisions" on the line leaves it a title."""
    return len(rest) < 60 and bool(_DATED.fullmatch(rest) or _ALONE.fullmatch(rest.strip()))


def _number(kind: Kind, numeral: str) -> Number | None:
    """The number: 9-2 and 9A are branches; of "Section 4.6" the 6 counts, the 4 is its
    article's."""
    parts = (numeral.split(".")[1:] or [numeral]) if kind is Kind.SECTION else [numeral]
    found = [numbers_of(part) for part in parts]
    return None if None in found else Number(*(part for each in found if each for part in each))


def _other_number(kind: Kind, numeral: str) -> Number | None:
    """What a lone letter says in another style: the L of "Article L" is 50 or 12."""
    if kind is Kind.SECTION or numeral not in LONE_LETTERS:
        return None
    readings = {read_numeral(numeral, ROMAN), read_numeral(numeral, LETTER)}
    other = next(iter(readings - {value_of(numeral)}), None)
    return Number(other) if other else None


def _within(kind: Kind, numeral: str) -> Number | None:
    """The article's number that a section's says: the 4 of "4.6"."""
    article, dot, _ = numeral.partition(".")
    return Number(int(article)) if kind is Kind.SECTION and dot else None


def numbered_head(kind: Kind, label: str, numeral: str, rest: str) -> Head | None:
    """head = word number stop? gap (caption wording? | title | wording)?"""
    number = _number(kind, numeral)
    if number is None:
        return None
    stopped = label[-1] in ".:．"
    gap = _GAP.match(rest)
    space = gap.group() if gap else ""
    rest = rest[len(space) :]
    pieces = [Piece(PieceRole.LABEL, label)]
    if space:
        pieces.append(Piece(PieceRole.SPACE, space))
    if not rest:
        return Head(kind, number, tuple(pieces), is_sure=stopped or label.isupper())
    if not space and not stopped:
        return None  # "Article 14(1)" and "Article 5th" cite or tell, they do not head
    if _DELETED_PLACEHOLDER.fullmatch(rest):
        if kind is Kind.CHAPTER:
            return Head(kind, number, (*pieces, Piece(PieceRole.CAPTION, rest)))
        return Head(kind, number, tuple(pieces), rest)
    if bracketed := _BRACKETED.fullmatch(rest):
        return _captioned(kind, number, pieces, bracketed, stopped=stopped)
    is_marked = stopped or kind is Kind.CHAPTER or label.isupper() or bool(space.strip())
    if _is_title(rest) and (is_marked or _is_title_case(rest)):
        pieces.append(Piece(PieceRole.CAPTION, rest))
        is_part = kind is Kind.CHAPTER and bool(_SUPPLEMENTARY.fullmatch(rest))
        return Head(kind, number, tuple(pieces), is_sure=is_marked, is_supplementary=is_part)
    if kind is Kind.CHAPTER or (not stopped and not rest[0].isupper()):
        return None
    if not stopped and re.match(r"(?:Paragraph|Item|Section|and|or)\b", rest):
        return None
    is_sure = stopped and (rest[0].isupper() or bool(enumerators(rest)))
    return Head(kind, number, tuple(pieces), rest, is_sure=is_sure)


def _captioned(
    kind: Kind, number: Number, pieces: list[Piece], match: re.Match[str], *, stopped: bool
) -> Head | None:
    """caption wording?      "Article 6 (Number of Shares) The …", not "Article 6 (2) of the" """
    is_letter_alone = _LETTER_ALONE.fullmatch(match["caption"]) and not match["rest"]
    if _COUNTED.fullmatch(match["caption"]) and not is_letter_alone:
        rest = match["caption"] + match["gap"] + match["rest"]
        return Head(kind, number, tuple(pieces), rest) if stopped and match["rest"] else None
    if not stopped and match["rest"] and not match["rest"][0].isupper():
        return None
    pieces.append(Piece(PieceRole.CAPTION, match["caption"]))
    if match["gap"]:
        pieces.append(Piece(PieceRole.SPACE, match["gap"]))
    is_sure = stopped or not is_letter_alone  # "Article 2 (A)" may cite
    return Head(kind, number, tuple(pieces), match["rest"], is_sure)


def _is_title(text: str) -> bool:
    """Whether words are a title and no sentence, nor the beginning of one: "General Powers"."""
    words = text.split()
    if not words or len(words) > 12 or not text[0].isupper():
        return False
    if is_unfinished(text) and not text.isupper():  # "PART ONE" is whole, "Meetings of" is not
        return False
    if SENTENCE_END.search(text) or _VERBS.search(text) or re.search(r"[.;] ", text):
        return False
    if ": " in text and not _is_title_case(text):  # "Local Officers: Powers and Duties" is one
        return False
    return words[0] not in _SENTENCE_BEGINS or len(words) == 1 or _is_title_case(text)


def _is_title_case(text: str) -> bool:
    """Whether every word but small ones begins with a capital: "Number of Directors"."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if word not in _SMALL]
    return all(word[0].isupper() for word in words)


def is_caption(line: str) -> bool:
    """Whether a line is a caption in brackets: "(Chairman)", not an item "(1)" or "(a)", not what
    was emptied, nor a sentence or a remark in the middle of one."""
    line = line.strip()
    if not _ALONE.fullmatch(line):
        return False
    is_other = _COUNTED.fullmatch(line) or _DELETED_PLACEHOLDER.fullmatch(line)
    is_remark = line[1:].lstrip()[:1].islower()
    is_sentence = line[-2] in ".;" and _VERBS.search(line)
    return not (is_other or is_remark or is_sentence)


def is_bare_caption(line: str) -> bool:
    """English titles are told from wording by their capitals: see `head`."""
    del line
    return False


def is_contents(line: str) -> bool:
    """Whether a line heads a table of contents."""
    return line.strip(" :").lower() in ("contents", "table of contents")


def is_title_below(head: Head, line: str) -> bool:
    """Whether the line below a bare head is its title: any below a chapter or a head in capitals
    ("ARTICLE II" / "Registered Offices"), one in title case below an "Article 2" without a stop;
    below "Supplementary Provisions" it is their day, "(June 29, 2006)"."""
    if head.kind is Kind.PART:
        return bool(_DAY.fullmatch(line))
    label = next((piece.text for piece in head.pieces if piece.role is PieceRole.LABEL), "")
    if head.kind is Kind.ARTICLE:
        is_bare = label[-1] not in ".:．" and _is_title_case(line)
    else:
        is_bare = head.kind is Kind.CHAPTER
    if not (is_bare or (head.kind is Kind.ARTICLE and label.isupper())):
        return False
    return _is_title(line) and not is_caption(line) and not enumerators(line) and _no_head(line)


def _no_head(line: str) -> bool:
    return head(line) is None and not _DELETED_PLACEHOLDER.fullmatch(line)
