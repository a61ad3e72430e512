"""Whose a citation is: ordered rules, the first that fits decides.

A citation is ours only where nothing names another document, or where the words name these
articles. What a name is, is read in `names`; the lists of words are in `documents`. A name that no
list knows makes a citation unsure, never ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from governance.text.english.citing_line import Line
from governance.text.english.documents import FORMER, PARTICIPLES, SMALL_RULES
from governance.text.english.doubts import RULES_AROUND
from governance.text.english.doubts_behind import RULES_BEHIND
from governance.text.english.lists import behind_suffix
from governance.text.english.names import (
    LAW_NOUN,
    NOUN,
    Name,
    any_phrase,
    name_at,
    spaced,
)
from governance.text.english.names_before import last_document, name_before
from governance.text.english.owner_in_lists import (
    carried_over,
    is_thereof,
    is_whole,
    list_with_the_next,
)
from governance.text.english.past import OF_A_DATE, PAST
from governance.text.language import FoundCitation, Reference
from governance.text.owner import MOST_CITATIONS, Owner, OwnText, Whose, not_asked, nothing_said
from governance.text.patterns import pattern

Rule = Callable[[Line, int], Owner | None]


def owned(text: str, found: Sequence[FoundCitation], own: OwnText) -> list[Reference]:
    """The citations with whose they are, without those of mere lists ("Item 7 of the agenda")."""
    found = [each for each in found if not _LISTED.match(text, each.end)]
    if len(found) > MOST_CITATIONS:
        return [each.owned_by(not_asked(each.start)) for each in found]
    line = Line(text, found, own)
    owners = [_first(RULES, line, place) for place in range(len(found))]
    for place in range(len(found) - 2, -1, -1):
        owners[place] = owners[place] or list_with_the_next(line, place, owners[place + 1])
    for place, each in enumerate(found):
        owners[place] = (
            owners[place]
            or _from_earlier(line, place, owners)
            or _first(RULES_AROUND, line, place)
            or nothing_said(each.end)
        )
    return [each.owned_by(owner) for each, owner in zip(found, owners, strict=True) if owner]


def _from_earlier(line: Line, place: int, owners: Sequence[Owner | None]) -> Owner | None:
    """The owner of the citation before, where it carries over to this one."""
    before = line.brackets.before[place]
    earlier = owners[before] if before is not None else None
    if before is None or earlier is None:
        return None
    return carried_over(line, before, place, earlier)


def _first(rules: Sequence[Rule], line: Line, place: int) -> Owner | None:
    return next((owner for rule in rules if (owner := rule(line, place))), None)


# -- of its own time


def amendment_history(line: Line, place: int) -> Owner | None:
    """A line of a list of past amendments: "November 2016: Article 2.1: clause revised"."""
    at = line.found[place].start
    is_past = line.is_history
    return Owner(Whose.PAST, "past amendments", (at, at), "amendment-history") if is_past else None


_FORMER_WORDS = (*FORMER, "then")
_FORMER_BEFORE = pattern(  # the former
    rf"\b(?:(?:the|our|its|their)\s++)*(?:{any_phrase(FORMER)}|(?:the|our)\s++then)\s*+[-–]?\s*+\Z",
    re.I,
)


def former_before(line: Line, place: int) -> Owner | None:
    """ "the former Article 3", "old Articles 3 and 4": numbers of their own time."""
    start = line.found[place].start
    said = line.shown[max(0, start - 40) : start].lower()
    if not said.rstrip(" -–").endswith(_FORMER_WORDS):
        return None
    match = _FORMER_BEFORE.search(line.shown, max(0, start - 40), start)
    return match and _owner(Whose.PAST, line, *match.span(), "former")


def former_behind(line: Line, place: int) -> Owner | None:
    """ "Article 3 (before amendment)", "Article 3 in force before the amendment", "Article 3 as it
    stood before its deletion"."""
    each = line.found[place]
    for end in dict.fromkeys((each.end, behind_suffix(line.shown, each.end))):
        if match := PAST.match(line.shown, end):
            return _owner(Whose.PAST, line, *match.span(), "former")
    return None


# -- named behind the citation

_HEREOF = pattern(
    r"""
    (?:\s*+,)?\s++
    (?:(?:set\s++forth|stipulated|prescribed|provided|contained|specified|stated)\s++)?
    (?:hereof|hereto|hereunder|herein|hereinabove|hereinbefore|hereinafter|hereinbelow
      |above|below|aforesaid)\b
    """,
    re.I | re.X,
)
_OF = pattern(r"(?:\s*+(?P<comma>,))?\s++(?P<word>of|under|in|to|from|within)\s++", re.I)
_PARTICIPLE = pattern(
    rf"""
    (?:\s*+(?P<comma>,))?\s++
    (?:(?:as|which\s++(?:is|are)|that\s++(?:is|are)|being)\s++)?
    (?:(?:also|further|separately|specifically|otherwise)\s++)?
    {any_phrase(PARTICIPLES)}\s++                                          # which is set forth
    (?P<word>in|by|under|of|within|from|pursuant\s++to)\s++
    """,
    re.I | re.X,
)


def hereof(line: Line, place: int) -> Owner | None:
    """ "Article 9 hereof", "Article 9 above", "Article 9 set forth herein" are ours."""
    end = behind_suffix(line.shown, line.found[place].end)
    match = _HEREOF.match(line.shown, end)
    return match and _owner(Whose.OURS, line, *match.span(), "own-articles")


def named_behind(line: Line, place: int) -> Owner | None:
    """citation tail? ("of" | "under" | "in" | "to" | participle "in" | "by" …) name

    "Article 3 of the Company Law", "Article 310 stipulated in the Companies Act", "Article 9, main
    clause, of these Articles". In small letters only "of" and participles lead to a name: "Article
    14 in the order of seniority" is ours.
    """
    end = behind_suffix(line.shown, line.found[place].end)
    is_of = _OF.match(line.shown, end)
    match = is_of or _PARTICIPLE.match(line.shown, end)
    name = name_at(line.shown, match.end(), line.own) if match else None
    if match is None or name is None or name.whose is None:
        return None
    if name.whose is Whose.OURS:
        return _ours(name, line)
    word = match["word"].lower()
    if is_of and _is_loose(word, name):
        return None
    if is_of and word == "under" and name.is_small and not _is_rules(name):
        # "issued under Article 9 under terms and conditions that the Board decides"
        return _named(name, line, "named-behind", Whose.UNSURE)
    if not is_of and match["comma"]:
        return _named(name, line, "said-after-a-comma", Whose.UNSURE)
    return _named(name, line, "named-behind")


def _is_loose(word: str, name: Name) -> bool:
    """Whether a small preposition rather belongs to the verb: "under Article 9 to Kamo Trading",
    "in Article 9 in the register"."""
    if word in ("to", "from", "within"):
        return not NOUN.search(name.text)
    return word == "in" and name.is_small and not _is_rules(name)


def _is_rules(name: Name) -> bool:
    """Whether a name in small letters is hardly anything but that of a document."""
    return name.text.split()[-1] in SMALL_RULES


_AND_OF = pattern(r",?\s++(?:and|or|as\s++well\s++as)\s++of\s", re.I)


def _ours(name: Name, line: Line) -> Owner:
    """These articles, or, in "the Articles of Incorporation before the amendment", what they
    were; with "these Articles and of the Trust Act", "the Articles of 1949" it is not sure."""
    if past := PAST.match(line.shown, name.end):
        return _owner(Whose.PAST, line, name.start, past.end(), "former")
    if match := _AND_OF.match(line.shown, name.end) or OF_A_DATE.match(line.shown, name.end):
        return _owner(Whose.UNSURE, line, name.start, match.end(), "own-and-more")
    return _named(name, line, "own-articles")


_BRACKET = pattern(
    rf"""
    \s*+[(（\[]\s*+
    (?P<lead>(?:as\s++)?(?:
        of|under|in|from|see|per|pursuant\s++to|cf\.?                   # (of the Companies Act)
      | {any_phrase(PARTICIPLES)}\s++(?:in|by|under) # (as set forth in the Act)
    )\s++)?(?=\S)
    """,
    re.I | re.X,
)
_BRACKET_END = pattern(r"[\s,.0-9]{0,8}(?:No\.?\s*+[0-9]+\s++of\s++[0-9]{4})?\s*+[)）\]]")


def named_in_brackets(line: Line, place: int) -> Owner | None:
    """ "Article 310 (of the Companies Act)", "Article 310 (Companies Act)"; but a caption is none:
    "Article 9 (Shareholder Registrar)"."""
    match = _BRACKET.match(line.shown, line.found[place].end)
    name = name_at(line.shown, match.end(), line.own) if match else None
    if match is None or name is None:
        return None
    if not match["lead"] and not _BRACKET_END.match(line.shown, name.end):
        return None
    if name.whose is Whose.OURS:
        return _ours(name, line)
    inside = line.text[name.start : name.end].casefold()
    if name.whose is None or (not match["lead"] and inside in line.own.captions):
        return None
    if match["lead"] or LAW_NOUN.search(name.text):
        return _named(name, line, "named-in-brackets")
    has_noun = NOUN.search(name.text)
    if has_noun or name.text.lower().startswith("the ") or name.text.isupper():
        return _named(name, line, "named-in-brackets", Whose.UNSURE)
    return None


# -- named before the citation

_ACTS = pattern(r"\s++(?:shall|may|must|will|applies|apply|does|do|is|are|governs?|provides?)\b")
_INTRODUCED = frozenset({"to", "under", "with", "by", "in", "notwithstanding", "of"})
_CODE = pattern(r"(?:[0-9]+\s++)?(?:[A-Z]\w*\.\s*+){1,4}\Z")


def code_before(line: Line, place: int) -> Owner | None:
    """ "26 U.S.C. § 501(c)(3)", "8 Del. C. § 141": a code in its short form."""
    start = line.found[place].start
    if line.text[start] != "§" or line.text[max(0, start - 2) : start] != ". ":
        return None
    match = _CODE.search(line.text, max(0, start - 40), start)
    return match and _owner(Whose.OTHER, line, *match.span(), "named-before")


_OF_NAME = pattern(r"\s+(?:of|under|in)\s+(?:the\s+)?", re.I)


def named_before(line: Line, place: int) -> Owner | None:
    """name ","? citation      "the Companies Act, Article 310", "the Kamo Rules (Article 5)"

    "Subject to the Companies Act, Article 9 applies" only begins with a law.
    """
    each = line.found[place]
    name = name_before(line.shown, each.start, line.own)
    if name is None or name.whose is None or each.pointers[0].relative:
        return None
    if name.whose is Whose.OURS:
        return _named(name, line, "own-articles")
    has_comma = "," in line.text[name.end : each.start]
    words = line.shown[max(0, name.start - 40) : name.start].split()
    introduced = bool(words) and words[-1].lower() in _INTRODUCED
    if has_comma and introduced and _ACTS.match(line.shown, each.end):
        return None
    if has_comma and _is_of_earlier(line, place, name):
        return _owner(Whose.UNSURE, line, name.start, name.end, "named-for-another")
    return _named(name, line, "named-before")


def _is_of_earlier(line: Line, place: int, name: Name) -> bool:
    """Whether a name says already whose the citation before it is: "under Article 427 of the
    Companies Act, Article 30 applies"."""
    if not place:
        return False
    return bool(_OF_NAME.fullmatch(line.shown, line.found[place - 1].end, name.start))


def thereof(line: Line, place: int) -> Owner | None:
    """ "the Companies Act, and Article 310 thereof": of the document named last."""
    each = line.found[place]
    if not is_thereof(line, place):
        return None
    if place and not is_whole(each):
        return None  # "Article 9 and Paragraph 2 thereof": of what was cited
    named = last_document(line.shown, each.start)
    if named is None:
        return None if place else _owner(Whose.UNSURE, line, each.end, each.end + 8, "thereof")
    return _owner(Whose.OTHER, line, *named, "thereof")


_LISTED = pattern(  # "Item 7 of the agenda" counts what no document has
    r"\s++(?:of|on|in)\s++(?:the|an?|this|such|said|its)\s++(?:\w+\s++){0,2}?"
    r"(?:agenda|list|table|order\s++of\s++business|questionnaire)\b",
    re.I,
)


def _owner(whose: Whose, line: Line, start: int, end: int, rule: str) -> Owner:
    return Owner(whose, spaced(line.text[start:end]).strip(" ,([（"), (start, end), rule)


def _named(name: Name, line: Line, rule: str, whose: Whose | None = None) -> Owner:
    found = whose or name.whose
    assert found is not None
    said = spaced(line.text[name.start : name.end])
    is_unknown = rule == "named-behind" and found is Whose.UNSURE
    return Owner(found, said, (name.start, name.end), "unknown-name" if is_unknown else rule)


# What is said at the citation itself, then what follows from the citations around it.
RULES: tuple[Rule, ...] = (
    amendment_history,
    former_before,
    former_behind,
    hereof,
    named_behind,
    named_in_brackets,
    code_before,
    thereof,
    named_before,
    *RULES_BEHIND,
)
