"""Whose a citation is by what further words behind it name: "Article 3, letter b, of the Banking
Act", "Section 12 Trust Act". Ordered rules; none of them makes a citation ours.
"""

from __future__ import annotations

import re

from governance.text.english.citing_line import Line
from governance.text.english.documents import FORMER, SMALL_THINGS
from governance.text.english.doubts import said_at, unsure_at
from governance.text.english.lists import behind_suffix
from governance.text.english.names import (
    CAPITALISED,
    LAW_NOUN,
    NOUN,
    any_phrase,
    is_no_document,
    name_at,
)
from governance.text.english.vocabulary import NUMBER_WORDS
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern

_OF = pattern(r"(?:\s*+,)?\s++of(?P<gap>\s++(?!$)|(?=\s*+,))", re.I)
_BOTH = pattern(r"(?:\s*+,)?\s++(?:both|either)\s++(?:of|in|under)\s", re.I)
_STANDS_IN = pattern(
    r"""
    (?:,?\s++(?:which|that))?\s++
    (?:stands?|appears?|occurs?|says|reads?|is\s++(?:found|to\s++be\s++found)|are\s++found|has\s++it)
    \s++(?:in|under)\s++
    """,
    re.I | re.X,
)
_THAT = pattern(r",?\s++(?:which|that)\s++(?=the\s|an?\s|[A-Z])")
_NEXT_WORD = pattern(r"(?:(?:the|an?|our|its|their)\s++)?[\"“'‘]?(?P<word>[^\W_][\w'’-]*)", re.I)
_LEADS_TO_NUMBER = pattern(rf"(?:(?:the|our|its|their|said|{any_phrase(FORMER)})\s++)*+", re.I)


def of_something(line: Line, place: int) -> Owner | None:
    """ "Article 3 of bonds", "Article 3 of one of the agreements", "Article 3 of, and the schedule
    to, …", "Article 3 both of …": of what no list knows."""
    each = line.found[place]
    end = behind_suffix(line.shown, each.end)
    if match := _BOTH.match(line.shown, end):
        return unsure_at(line, match, "of-something")
    match = _OF.match(line.shown, end)
    if match is None or _is_of_the_next(line, place, match.end()):
        return None
    if not match["gap"]:
        return unsure_at(line, match, "of-something")
    word = _NEXT_WORD.match(line.shown, match.end())
    name = name_at(line.shown, match.end(), line.own)
    if name is not None and name.whose is None and name.text.endswith(("'s", "’s")):
        word = _NEXT_WORD.match(line.shown, name.end + 1)  # the Company's loan
    elif name is not None:
        return None  # what `named_behind` knows to be no document
    if word is None:
        return None
    thing = word["word"].removesuffix("'s").removesuffix("’s")
    is_thing = thing.lower() in SMALL_THINGS or is_no_document(thing.capitalize())
    is_count = thing.lower() in NUMBER_WORDS and thing.lower() != "one"
    return (
        None
        if is_thing or is_count or thing.endswith("ing")
        else said_at(Whose.UNSURE, line, *word.span("word"), "of-something")
    )


def _is_of_the_next(line: Line, place: int, at: int) -> bool:
    """Whether the words there lead to the next citation: "Paragraph 2 of the former Article 3"."""
    led = _LEADS_TO_NUMBER.match(line.shown, at)
    following = line.found[place + 1].start if place + 1 < len(line.found) else None
    return led is not None and led.end() == following


def stands_in(line: Line, place: int) -> Owner | None:
    """ "Article 3, which stands in the Trust Deed", "Article 3 that the Trust Deed contains"."""
    for expression in (_STANDS_IN, _THAT):
        match = expression.match(line.shown, line.found[place].end)
        name = name_at(line.shown, match.end(), line.own) if match else None
        if name is not None and name.whose is Whose.OTHER:
            return said_at(Whose.UNSURE, line, name.start, name.end, "stands-in")
    return None


_BETWEEN = pattern(
    rf"""
    (?:[\s,:–—-]++|[(（])*+
    (?:(?:also|again|only|itself|themselves|alone|respectively|both|each|all|in\s++each\s++case
        |each\s++time|as\s++amended(?:\s++from\s++time\s++to\s++time)?|(?:if|where|to\s++the\s++extent)\s++(?:any|applicable)
        |being(?:\s++an?)?|(?:an?\s++)?(?:part|provisions?)|which\s++(?:is|are)|that\s++(?:is|are)
        |out|on\s++page\s++[0-9]++|at\s++the\s++(?:end|beginning)|within\s++the\s++meaning|in\s++the\s++sense
        |(?:under\s++the\s++heading\s++)?[\"“‘'][^\"”]{{1,60}}[\"”’'](?!\w)
        |(?<=[:–—-]\s){CAPITALISED}|(?:the\s++|its\s++)?(?:proviso|(?:first|second|third|last)\s++sentence)
        |(?:sentence|alternative|letter|lit\.|points?|lines?|no\.|number|indent|half-sentence)\s++
         (?:[0-9]{{1,3}}|\([0-9a-z]{{1,3}}\)|[a-z])(?!\w)
      )(?:[\s,:–—-]++|[)）](?=\s)|(?=\s))){{1,3}}
    (?:of|in|from)\s++
    """,
    re.I | re.X,
)


def named_further_on(line: Line, place: int) -> Owner | None:
    """ "Articles 3 and 4, each of the Banking Act", "Article 3, letter b, of the Banking Act",
    "Article 3 (a provision of the Banking Act)", "Article 3, as amended, of the Banking Act"."""
    match = _BETWEEN.match(line.shown, line.found[place].end)
    name = name_at(line.shown, match.end(), line.own) if match else None
    if name is None or name.whose not in (Whose.OTHER, Whose.UNSURE):
        return None
    return said_at(Whose.UNSURE, line, name.start, name.end, "named-further-on")


_BESIDE = pattern(
    rf"(?P<sign>\s*+[,;–—]|\s++-)?\s++(?P<name>(?:the\s++)?(?:{CAPITALISED}))(?P<year>\s++[0-9]{{4}}\b)?",
    re.X,
)
_BESIDE_END = pattern(r"\s*+(?:\Z|[.,;:)）\]]|(?:and|or)\b)")
_INITIALS = pattern(r"[A-Z]{2,8}(?:\s[0-9]{4})?\Z")


def named_beside(line: Line, place: int) -> Owner | None:
    """ "Section 12 Trust Act", "Article 309, Companies Act", "Article 6 GDPR"; but "Under Article
    9, the Rules of the Board apply" is ours."""
    each = line.found[place]
    match = _BESIDE.match(line.shown, behind_suffix(line.shown, each.end))
    if match is None or match["name"].split()[0] in ("Under", "Pursuant", "Subject"):
        return None
    said, span = match["name"], match.span("name")
    is_apart = match["sign"] and not line.shown.startswith((",", ")"), match.end())
    if not is_apart and _INITIALS.match(said) and not is_no_document(said):
        return said_at(Whose.UNSURE, line, *span, "named-beside")
    if not NOUN.search(said) or not _BESIDE_END.match(line.shown, match.end()):
        return None
    if said.startswith("the ") and _goes_on_with_and(line.shown, match.end()):
        return None
    is_surely = not match["sign"] and LAW_NOUN.search(said)
    return said_at(Whose.OTHER if is_surely else Whose.UNSURE, line, *span, "named-beside")


def _goes_on_with_and(text: str, at: int) -> bool:
    """Whether a name is one of a list: "Article 9, the Rules and other laws"."""
    return text[at : at + 8].lstrip(" ,").startswith(("and ", "or "))


RULES_BEHIND = (of_something, stands_in, named_further_on, named_beside)
