"""Whose a citation is where nothing at the citation itself decides: what its sentence says before
and around it. Ordered rules, asked last; none of them makes a citation ours.
"""

from __future__ import annotations

import re

from governance.text.english.citing_line import Line
from governance.text.english.documents import AMENDMENTS, FORMER, SMALL_THINGS
from governance.text.english.names import (
    NOUN,
    any_phrase,
    is_no_document,
    spaced,
)
from governance.text.english.names_before import REACH, last_document, name_before
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

_NEAR = 120  # how far before a citation these words may begin


def said_at(whose: Whose, line: Line, start: int, end: int, rule: str) -> Owner:
    return Owner(whose, spaced(line.text[start:end]).strip(" ,([（"), (start, end), rule)


def unsure_at(line: Line, match: re.Match[str], rule: str) -> Owner:
    return said_at(Whose.UNSURE, line, *match.span(), rule)


def _before(line: Line, place: int, expression: re.Pattern[str]) -> re.Match[str] | None:
    """What the words before a citation end with."""
    start = line.found[place].start
    return expression.search(line.shown, max(0, start - _NEAR), start)


# -- of its own time

_OLD = any_phrase(FORMER)
_ONCE = pattern(
    rf"""
    \b(?:
        formerly|previously|originally|what\s++(?:was|were|used\s++to\s++be)(?:\s++then)?
      | {_OLD}\s++(?:wording|version|text|form|numbering)\s++(?:of|in)          # the old wording of
      | (?:deleted|removed|lapsed|defunct|struck-out)                         # the deleted Article
      | (?:then\s++in\s++(?:force|effect)|in\s++(?:force|effect)\s++then)\s++(?:of|in)
    )\s++\Z
    """,
    re.I | re.X,
)
_NO_MORE = pattern(
    rf"""
    ,?\s++(?:(?:since|now|then|(?:which|that)\s++(?:was|were|has\s++been|have\s++been))\s++)*+
    (?:repealed|deleted|abolished|removed|superseded)\b                          # , since repealed
  | \s++of\s++(?:the|that|its)\s++time\b
  | [^.;]{{0,80}}?\bas\s++before\s++(?:the|this|such|its|their)\s++(?:\w+\s++){{0,3}}?
    {any_phrase(AMENDMENTS)}\b                             # applies as before the amendment
  | \s++(?:in|of|from)\s++(?:the|its|their|an?)\s++
    (?:(?!of\b)[\w-]+\s++){{0,2}}?(?:version|wording|edition|text)\b     # in its 1998 version
    """,
    re.I | re.X,
)
_NOW = pattern(r"(?:\s*+,)?\s++[(（]?\s*+now\s++", re.I)


def of_its_time(line: Line, place: int) -> Owner | None:
    """ "(formerly Article 2)", "the deleted Article 3", "Article 3, since repealed", "Article 3,
    now Article 4", "Article 3 in its 1998 version"."""
    each = line.found[place]
    if match := _before(line, place, _ONCE) or _NO_MORE.match(line.shown, each.end):
        return unsure_at(line, match, "of-its-time")
    now = _NOW.match(line.shown, each.end)
    following = line.found[place + 1].start if place + 1 < len(line.found) else None
    return unsure_at(line, now, "of-its-time") if now and now.end() == following else None


# -- of the law that the sentence names

_ALONE = pattern(r"[(（\[]\s*+(?:(?:see|cf\.?|e\.g\.,?|namely|i\.e\.,?)\s++)?\Z", re.I)
_ALONE_REACH = 12
_ALONE_END = pattern(r"\s*+(?:[)）\]]|[,;]|\s++(?:and|or|et\s++seq))")
_SENTENCE = pattern(r"[.;:]\s++(?=[A-Z])")


def bracket_after_law(line: Line, place: int) -> Owner | None:
    """ "under the Nonprofit Corporation Law, such as committees (Section 5212)": a citation alone
    in brackets is of the law that its sentence names."""
    each = line.found[place]
    start = max(0, each.start - REACH)
    near = max(0, each.start - _ALONE_REACH)
    is_in_brackets = any(sign in line.text[near : each.start] for sign in "([（")
    if not is_in_brackets or not _ALONE.search(line.shown, near, each.start):
        return None
    if each.pointers[0].relative or _is_behind_another(line, place):
        return None  # "(the preceding Article)", "the preceding Article (Article 1)" are ours
    if not _ALONE_END.match(line.shown, each.end):
        return None
    begins = [match.end() for match in _SENTENCE.finditer(line.shown, start, each.start)]
    named = last_document(line.shown, each.start)
    if named is None or named[0] < (begins[-1] if begins else 0):
        return None
    # Only a bare "Section 5212" is surely no number of articles.
    is_bare = bool(each.pointers[0].steps) and each.pointers[0].steps[0].kind is Kind.SECTION
    whose = Whose.OTHER if is_bare else Whose.UNSURE
    return said_at(whose, line, *named, "bracket-after-law")


_OPENS = pattern(r"\s*+[(（\[]\s*+")


def _is_behind_another(line: Line, place: int) -> bool:
    """Whether a citation stands in the brackets right behind another, and explains that."""
    before = line.found[place - 1].end if place else None
    return before is not None and bool(_OPENS.fullmatch(line.text, before, line.found[place].start))


_DEFINED = pattern(
    r"[(（\[][^()（）\[\]\"“”]{0,80}[\"“](?P<name>[^\"“”()]{1,60})[\"”]\s*+[)）\]]\s*+,?\s*+\Z"
)
_VERB = pattern(r"\s++(?:shall|may|must|will|applies|apply|does|do|is|are|governs?|provides?)\b")


def defined_before(line: Line, place: int) -> Owner | None:
    """ "the loan agreement of May 1 (the "Agreement"), Article 3"; but not "the meeting (the
    "Meeting"), Article 9"."""
    each = line.found[place]
    match = _before(line, place, _DEFINED)
    if match is None or each.pointers[0].relative or is_no_document(match["name"]):
        return None
    is_document = NOUN.search(match["name"]) and not _VERB.match(line.shown, each.end)
    whose = Whose.OTHER if is_document else Whose.UNSURE
    return said_at(whose, line, *match.span("name"), "defined-before")


_SOMEONES = pattern(
    r"\b(?P<who>whose|its|their|his|her|my|your|(?:\w[\w-]*+)(?:['’]s|(?<=s)['’]))\s++\Z", re.I
)
_OWN_FAMILY = pattern(r"(?:articles|by-?laws?|constitution)", re.I)


def someones(line: Line, place: int) -> Owner | None:
    """ "whose Article 3", "its Article 3", "the lender's Article 3"; but "the Company's Article 3"
    is ours."""
    match = _before(line, place, _SOMEONES)
    if match is None:
        return None
    who = re.sub(r"(?:['’]s|['’])\Z", "", match["who"])
    is_own = who.lower() in SMALL_THINGS or is_no_document(who) or _OWN_FAMILY.fullmatch(who)
    return None if is_own else unsure_at(line, match, "someones")


_LEADS_ON = pattern(
    r"""
    (?:\s*+[,:(（–—]|\s++-)?+\s*+(?:and\s++(?=in\s|esp|part|not|spec))?+
    (?:(?:in\s++particular|including|especially|particularly|notably|specifically|namely|see
       |e\.g\.|i\.e\.|viz\.|cf\.?|to\s++wit|that\s++is(?:\s++to\s++say)?|such\s++as|inter\s++alia
       |for\s++(?:example|instance)|among\s++others)\s*+,?\s*+)?+
    (?:(?:in|under|at|by|per)\s++)?+(?:the\s++provisions\s++of\s++)?\Z
    """,
    re.I | re.X,
)
_SAYS = pattern(
    r"""
    (?:,?\s++(?:which|that|who))?\s++
    (?:(?:also|itself)\s++)?
    (?:(?:provides?|says?|states?|requires?|stipulates?|prescribes?|asks?|sets?\s++(?:out|forth)
         |lays?\s++down|defines?|speaks?|contains?|reads?|orders?|demands?|permits?|allows?|lists?
         |has|have|mentions?|specif(?:y|ies)|provided|stated|stipulated|prescribed|required)
       (?:\s++(?:for|of|so|it|this|that|as\s++follows|otherwise))?,?\s++)?
    (?:in|under|at|by|through)\s++(?:the\s++provisions\s++of\s++)?\Z
    """,
    re.I | re.X,
)


_ONLY_UNDER = pattern(
    r"[\s,(（]*+(?:in|under|at|by|per|through)\s++(?:the\s++provisions\s++of\s++)?", re.I
)
_SINGLED_OUT = pattern(r"particular|includ|especial|notabl|specific|namely|wit\b|alia", re.I)
_MORE_THAN_A_COMMA = pattern(r"[^\s,(（]")


def said_by_document(line: Line, place: int) -> Owner | None:
    """ "the Trust Deed: Article 3", "the Foreign Exchange Act, in particular Article 27", "the
    Companies Act provides in Article 309": a document, and words that lead on to a citation."""
    each = line.found[place]
    if each.pointers[0].relative:
        return None
    for expression in (_LEADS_ON, _SAYS):
        for begin in _begins(line.shown, each.start):
            match = expression.match(line.shown, begin, each.start)
            if match is None or not _MORE_THAN_A_COMMA.search(match.group()):
                continue
            name = name_before(line.shown, begin, line.own)
            # "a contract under Article 9" is made under ours.
            is_small = _ONLY_UNDER.fullmatch(match.group()) is None
            if name is None or name.end != begin or (name.is_small and not is_small):
                continue
            is_singled_out = name.whose is Whose.UNSURE and _SINGLED_OUT.search(match.group())
            if name.whose is Whose.OTHER or name.is_small or is_singled_out:
                return said_at(Whose.UNSURE, line, name.start, each.start, "said-by-document")
    return None


_WORD_END = pattern(r"(?<=[\w”\")])(?![\w’'])")


def _begins(text: str, end: int) -> list[int]:
    """The ends of the last words before a place, the nearest first."""
    start = max(0, end - 60)
    return [match.start() for match in _WORD_END.finditer(text, start, end)][:-9:-1]


_PART_OF_LAW = pattern(r"\b(?:Title|Book|Volume|Subtitle|Subchapter)\s++[0-9IVXA-Z]{1,5},?\s++\Z")


def part_of_law(line: Line, place: int) -> Owner | None:
    """ "Title 11, Chapter 11": articles have no titles that count."""
    match = _before(line, place, _PART_OF_LAW)
    return unsure_at(line, match, "part-of-law") if match else None


_IBIDEM = r"(?:ibid(?:em|\.)?|id\.|op\.\s?cit\.|loc\.\s?cit\.)"
_IBIDEM_BEFORE = pattern(rf"\b{_IBIDEM}(?:,|\s++at)?\s++\Z", re.I)
_IBIDEM_BEHIND = pattern(rf",?\s++(?:{_IBIDEM}|there(?=\s*+(?:[,.;)]|\Z|says|it)))", re.I)


def ibidem(line: Line, place: int) -> Owner | None:
    """ "ibid., Article 3", "Article 3, loc. cit.", "in Article 3 there"."""
    match = _before(line, place, _IBIDEM_BEFORE)
    match = match or _IBIDEM_BEHIND.match(line.shown, line.found[place].end)
    return unsure_at(line, match, "ibidem") if match else None


RULES_AROUND = (
    bracket_after_law,
    defined_before,
    of_its_time,
    someones,
    said_by_document,
    part_of_law,
    ibidem,
)
