"""The absolute part of a citation: levels with their numbers, from the widest to the narrowest.

steps   = step (","? step)*
step    = level numbers
numbers = number (("," | "and" | "or" | "through" | "to") number)*
number  = numeral ("(" numeral ")")*            "9-2", "IV", "4.6", "(ii)", "501(c)(3)"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from governance.text.english.vocabulary import (
    COUNT_WORD,
    LEVEL_SHORT,
    LEVEL_WORD,
    LONE_LETTERS,
    ORDINAL_WORD,
    SUFFIX,
    Level,
    letter_branch,
    level,
    narrower,
    numbers_of,
    readings,
    suffix_of,
    value_of,
)
from governance.text.language import Step
from governance.text.patterns import pattern
from governance.text.tree.number import LETTER, ROMAN, read_numeral
from governance.text.tree.provision import Kind, Number

SPACE = r"[ \t\n　]"
THROUGH = pattern(
    rf"{SPACE}++(?:through|thru|to|until){SPACE}++|{SPACE}*+[–—～〜~∼]{SPACE}*+"
    rf"|{SPACE}++[-‐‑−－]{SPACE}++"
)
AND = pattern(
    rf"(?:{SPACE}*+[,，]{SPACE}*+|{SPACE}++)(?:and/or|and|or|nor|&){SPACE}++"
    rf"|{SPACE}*+[,，/／]{SPACE}*+"
)
_COMMA = pattern(rf"[,，]?{SPACE}++")
_SPACES = pattern(rf"{SPACE}*+")
_LEVEL = pattern(
    rf"(?P<word>{LEVEL_WORD}s?\b|{LEVEL_SHORT}|§§?)(?:{SPACE}*+(?:Nos?\.|numbers?\b))?", re.I
)
_DIGITS = pattern(  # 9, 9-2, 4A, 4bis
    rf"[0-9０-９]{{1,5}}(?:[-‐‑－][0-9０-９]{{1,3}})*{SUFFIX}?(?![\w%％]|\.[0-9]|,[0-9]{{3}})"
)
_ROMAN = pattern(  # XIV, XLIX, L, CX; D and M alone
    r"(?=[IVXLCDM])(?:[DM]|C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:-[0-9]{1,3})?(?![\w’'-])"
)
_LETTER = pattern(r"[B-Z](?![\w’'&/.-]|\s[A-Z0-9])")  # Article B, but "Section B Shares"
_WORD_NUMBER = pattern(rf"(?:{COUNT_WORD}|{ORDINAL_WORD})(?![\w-]|{SPACE}+hundred)", re.I)
_BRACKETED = pattern(r"[(（]([0-9０-９]{1,3}|[ivxl]{1,6}|[a-z]{1,2}|[A-Z]|[IVX]{2,5})[)）]")
_DOTTED = pattern(  # 4.6, 4.6.2, 4.6A
    rf"([0-9]{{1,3}}|[IVXL]{{1,6}})\.([0-9]{{1,3}}{SUFFIX}?)(?:\.([0-9]{{1,3}}{SUFFIX}?))?"
    r"(?![\w%]|\.[0-9])"
)
_HYPHENED = pattern(r"([0-9]{1,4}(?:[A-Z]\b)?)-([0-9]{1,4}(?:[A-Z]\b)?)(?![\w-])")
_THINGS_COUNTED = pattern(  # "Article 5 and 6 months" cites Article 5
    rf"""
    {SPACE}++(?:(?:calendar|business){SPACE}++)?
    (?:days?|weeks?|months?|years?|hours?|shares?|votes?|members?|directors?|persons?|yen
      |million|billion|per)\b
    """,
    re.I | re.X,
)
# How a sentence goes on behind a citation: "Article 5 and 6 shall", not "Article 5 and 6 members".
_GOES_ON = pattern(
    rf"""
    {SPACE}*+(?:
        $|[.,;:)”\"’—]
      | (?:shall|may|must|will|is|are|was|were|do|does|has|have|apply|applies)\b
      | (?:of|and|or|to|through|in|under|as|which|that|not)\b
      | (?:hereof|thereof|above|below|inclusive)\b
    )
    """,
    re.X,
)
# "Articles 3 (Seat) and 5 (Notices)": a caption behind a number that is not the last.
_CAPTION = pattern(
    rf"{SPACE}++[(（](?=[A-Z])[^()（）]{{1,80}}[)）](?={SPACE}*+[,，]|{SPACE}++(?:and|or|to|through|nor)\b)"
)
_DEEPEST = 8  # levels in one number: "4.6(a)(ii)(B)" has five


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """One number of a list, text[start:end]: a step, or several ("4.6", "501(c)(3)").
    `is_range_end` where it ends a range."""

    steps: tuple[Step, ...]
    start: int
    end: int
    is_range_end: bool = False


@dataclass(frozen=True, slots=True)
class LevelNumbers:
    """One level with its numbers."""

    level: Level
    numbers: tuple[ListedNumber, ...]


def steps_at(text: str, at: int, below: int | None) -> tuple[tuple[LevelNumbers, ...], int]:
    """steps = step (","? step)*

    Each is narrower than the one before, the first than the rank `below`; with `below` None the
    first level must stand right at text[at]. Gives the place where they end too.
    """
    found: list[LevelNumbers] = []
    end = at
    last = below
    while True:
        start = end if last is None else _skip(text, end, _COMMA)
        word = _LEVEL.match(text, start)
        its = level(word["word"]) if word else None
        if word is None or its is None or (last is not None and its.rank <= last):
            return tuple(found), end
        numbers = _numbers(text, word, its.kind, may_be_dotted=last is None)
        if not numbers:
            return tuple(found), end
        found.append(LevelNumbers(its, numbers))
        end, last = numbers[-1].end, its.rank


def _skip(text: str, at: int, pattern: re.Pattern[str]) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _numbers(
    text: str, word: re.Match[str], kind: Kind, *, may_be_dotted: bool
) -> tuple[ListedNumber, ...]:
    """numbers = number (("," | "and" | "or" | "through" | "to") number)*

    Behind a word in the singular a further number counts only where the sentence goes on as
    after a citation: "Article 5 and 6 shall apply", not "Article 5 and 6 directors".
    """
    is_plural = word["word"].lower().rstrip(".").endswith(("s", "§§"))
    small = word["word"][0].islower()
    at = _skip(text, word.end(), _SPACES)
    numbers = list(_hyphened(text, at, kind)) if is_plural else []
    through = False
    if not numbers:
        number = _number(text, at, kind, small=small, may_be_dotted=may_be_dotted)
        if number is None:
            return ()
        numbers.append(number)
    while True:
        end = _skip(text, numbers[-1].end, _CAPTION) if is_plural else numbers[-1].end
        joined = THROUGH.match(text, end)
        through = joined is not None
        joined = joined or AND.match(text, end)
        if joined is None:
            return tuple(numbers)
        number = _next_bracket(text, joined.end(), numbers[-1]) or _number(
            text, joined.end(), kind, small=small, may_be_dotted=may_be_dotted
        )
        if (
            number is None
            or _THINGS_COUNTED.match(text, number.end)
            or not (is_plural or _GOES_ON.match(text, number.end))
        ):
            return tuple(numbers)
        numbers.append(ListedNumber(number.steps, number.start, number.end, through))


def _hyphened(text: str, at: int, kind: Kind) -> tuple[ListedNumber, ...]:
    """A range written "Articles 8-13", "Articles 3A-3C"; but "Articles 9-2 and 9-3" are branch
    numbers."""
    match = _HYPHENED.match(text, at)
    first, last = (numbers_of(part) or () for part in match.groups()) if match else ((), ())
    if not match or first >= last:
        return ()
    joined = AND.match(text, match.end()) or THROUGH.match(text, match.end())
    if joined and text.startswith(f"{match[1]}-", joined.end()):
        return ()
    return tuple(
        ListedNumber((Step(kind, Number(*number), *match.span(n)),), *match.span(n), n == 2)
        for n, number in ((1, first), (2, last))
    )


def _number(
    text: str, at: int, kind: Kind, *, small: bool, may_be_dotted: bool
) -> ListedNumber | None:
    """number = numeral ("(" numeral ")")*      "Article 9 (2)" only where nothing is listed

    In "Article 9 (1) the directors and (2) …" a list begins, so a bracket parted by a space
    counts only where the sentence goes on as after a citation.
    """
    found = _dotted(text, at, kind) if may_be_dotted else None
    found = found or _numeral(text, at, kind, small=small)
    if found is None:
        return None
    steps, end = found
    below, end = bracketed_steps(text, end, steps[-1].kind)
    return ListedNumber((*steps, *below), at, end)


def bracketed_steps(text: str, end: int, wider: Kind) -> tuple[tuple[Step, ...], int]:
    """The steps in brackets behind a number, each below the one before, and where they end."""
    steps: tuple[Step, ...] = ()
    bracket = _BRACKETED.match(text, end)
    if not bracket:
        bracket = _BRACKETED.match(text, _skip(text, end, _SPACES))
        if bracket and not _GOES_ON.match(text, bracket.end()):
            bracket = None
    while (
        bracket
        and len(steps) < _DEEPEST
        and (step := _bracketed(bracket, narrower(steps[-1].kind if steps else wider)))
    ):
        steps, end = (*steps, step), bracket.end()
        bracket = _BRACKETED.match(text, end)
    return steps, end


def _next_bracket(text: str, at: int, before: ListedNumber) -> ListedNumber | None:
    """The "(4)" of "Section 501(c)(3) and (4)"."""
    *wider, last = before.steps
    match = _BRACKETED.match(text, at)
    if not wider or not match or text[last.start - 1] not in "(（":
        return None
    step = _bracketed(match, last.kind)
    return ListedNumber((*wider, step), *match.span()) if step else None


def _bracketed(match: re.Match[str], kind: Kind) -> Step | None:
    """The step of "(2)". A letter counts items, whatever the number before."""
    value = value_of(match[1])
    if kind is Kind.PARAGRAPH and not match[1].isdecimal():
        kind = Kind.ITEM
    if (both := readings(match[1])) is not None:
        return Step(kind, both[0], *match.span(1), both[1], match[1])
    if value and (branch := letter_branch(match[1])) is not None:
        return Step(kind, Number(value), *match.span(1), Number(*branch), match[1])
    return Step(kind, Number(value), *match.span(1)) if value else None


def _dotted(text: str, at: int, kind: Kind) -> tuple[tuple[Step, ...], int] | None:
    """ "Section 4.6" is Section 6 of Article 4, "Section 4.6.2" its 6.2, "Article 9.2" Paragraph 2
    of Article 9."""
    match = _DOTTED.match(text, at)
    parts = [numbers_of(part) or (0,) for part in match.groups() if part] if match else []
    if not match or kind not in (Kind.SECTION, Kind.ARTICLE) or (0,) in parts:
        return None
    article = Step(Kind.ARTICLE, Number(*parts[0]), *match.span(1))
    if kind is Kind.SECTION:
        number = Number(*(value for part in parts[1:] for value in part))
        section = Step(kind, number, match.start(2), match.end())
        return (article, section), match.end()
    kinds = zip((Kind.PARAGRAPH, Kind.ITEM), parts[1:], (2, 3), strict=False)
    below = [Step(each, Number(*part), *match.span(n)) for each, part, n in kinds]
    return (article, *below), match.end()


def _numeral(text: str, at: int, kind: Kind, *, small: bool) -> tuple[tuple[Step, ...], int] | None:
    """numeral = digits ("-" digits)* | "(" digits | letters ")" | Roman | word"""
    match = _DIGITS.match(text, at)
    if match and suffix_of(match.group())[1] and kind in (Kind.ITEM, Kind.SUBITEM):
        return None  # "Item 7A" is one of a form
    if match:
        number = Number(*(numbers_of(match.group()) or (0,)))
        return ((Step(kind, number, *match.span()),), match.end()) if all(number) else None
    if kind not in (Kind.ARTICLE, Kind.CHAPTER) and (match := _BRACKETED.match(text, at)):
        step = _bracketed(match, kind)
        return ((step,), match.end()) if step else None
    match = _ROMAN.match(text, at) or _WORD_NUMBER.match(text, at)
    if match is None and kind is Kind.ARTICLE and not small:
        match = _LETTER.match(text, at)
    # "In this article I …", "the article one reads": where the level is in small letters.
    if not match or (small and match.group() in ("I", match.group().lower())):
        return None
    numeral = match.group()
    if numeral in LONE_LETTERS:
        roman, letter = (Number(read_numeral(numeral, style) or 0) for style in (ROMAN, LETTER))
        return (Step(kind, roman, *match.span(), letter, numeral),), match.end()
    values = numbers_of(numeral)
    return ((Step(kind, Number(*values), *match.span()),), match.end()) if values else None
