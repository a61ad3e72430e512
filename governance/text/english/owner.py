"""Whose a citation is: of these articles, or of other law, which is never touched.

external = citation tail? ("of" | "under" | "in" | "to") law     "Article 310 of the Companies Act"
         | law ","? citation                                     "the Companies Act, Article 310"
         | citation "thereof"                                    behind one that is external
         | citation ("and" | "or" | ",") external
law      = ("the" | "such" …)* name
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from governance.text.english.vocabulary import SHORT, WORD
from governance.text.language import FoundCitation, Reference
from governance.text.owner import Owner, Whose, nothing_said
from governance.text.tree.provision import Kind

# The nouns that other law is called by; small ones only without a longer name in capitals.
_NOUNS = (
    r"(?:Acts?|Laws?|Codes?|Ordinances?|Orders?|Regulations?|Rules?|Constitution|Convention|Treaty"
    r"|Statutes?|Decrees?|Agreements?|Guidelines?|Standards?|Policy|Policies|Contracts?|Charter"
    r"|Directives?|Notifications?|Plans?|Protocol|Memorandum|Indenture|Deed|Certificate|Form)"
)
_SMALL_NOUNS = (
    r"(?:act|laws?|code|ordinances?|regulations?|rules|constitution|convention|treaty|statutes?"
    r"|decree|agreement|guidelines|standards|policy|contract|charter|directive|plan|notice|report"
    r"|form|schedule|annex|appendix|exhibit|prospectus|minutes)"
)
_NOUN = re.compile(rf"\b{_NOUNS}\b")
_DETERMINERS = (
    r"(?:(?:the|this|said|such|that|those|same|any|other|another|an?|each|its|their"
    r"|aforementioned|applicable)\s+){0,4}"
)
_LEVEL = rf"(?i:{WORD}s?|Supplementary|{SHORT})\b"
_CAPITAL = rf"(?!{_LEVEL})(?:No\.|(?:[A-Z]\.)+|[A-Z0-9][\w’'&/-]*)"
_CONNECTORS = (
    r"(?:of|and|on|for|the|to|in|with|under|from|&|concerning|regarding|relating|pertaining"
    r"|prescribed|by)"
)
# A name in capitals: "Companies Act", "Order for Enforcement of the Companies Act".
_CAPITALISED = rf"(?![0-9]){_CAPITAL}(?:,?\s+(?:{_CONNECTORS}\s+){{0,3}}{_CAPITAL}){{0,11}}"
_SMALL_WORD = (
    r"(?!(?:the|of|in|on|to|by|for|and|or|as|at|with|from|which|that|shall|may|is|are)\b)[a-z]"
)
_LAW = re.compile(
    rf"(?P<name>{_DETERMINERS}(?:(?P<capitals>{_CAPITALISED})"
    rf"(?:\s+(?:{_SMALL_WORD}[\w’'-]*\s+){{0,2}}?{_SMALL_NOUNS}\b)?"
    rf"|(?:{_SMALL_WORD}[\w’'-]*\s+){{0,3}}?{_SMALL_NOUNS}\b"
    rf"(?:\s+of\s+(?:the\s+)?{_CAPITALISED})?))"
)
# Names in capitals that are no law: whoever acts, the company itself, when.
_ACTORS = re.compile(
    r"(?:Boards?|Meetings?|Shareholders?|Members?|Directors?|Auditors?|Officers?|Committees?"
    r"|Holders?|Employees?|President|Chairman|Chairperson|Chair|Secretary|Treasurer)(?:[’']s?)?\Z"
)
_ITSELF = re.compile(
    r"(?:Company|Corporation|Association|Foundation|Society|Japan|January|February|March|April|May"
    r"|June|July|August|September|October|November|December|[0-9]+)(?:[’']s)?"
)
_OF = re.compile(r"\s+(?P<word>of|under|in|to)\s+")
# What may stand between a citation and the law it is of.
_TAIL = re.compile(
    r"(?:(?:\s*+,)?\s*+\(?inclusive\)?,?|\s+et\s+seq\.?|\s+and\s+(?:the\s+)?following"
    rf"|,?\s+(?:each|every|any|all)\s+(?:of\s+the\s+)?{WORD}s?"
    r"|,?\s+(?:the\s+)?(?:proviso|main\s+clause|(?:first|second|last)\s+sentence"
    r"|(?:former|latter)\s+part)"
    r"|\s*\((?:[^()]|\([^()]{0,80}\)){0,250}\)){0,3}",
    re.I,
)
_OWNER = (
    r"(?:Company|Corporation|Association|Foundation|Society|Organi[sz]ation|Bank|Trust"
    r"|Cooperative)"
)
_OWN_NAME = r"(?>Articles(?:\s+of\s+(?:Incorporation|Association))?|By-?laws?)\b"
_ANOTHER = r"(?:subsidiar|parent|affiliate|other|counterpart|target|another)"
_OWN = re.compile(
    r"(?:\s*+,)?\s++(?:hereof|hereto|hereunder|herein|above|below|aforesaid)\b"
    r"|\s+(?:of|in|under|to)\s+"
    r"(?:(?:this|these)\s+(?!Act\b|Law\b|Code\b)\w"
    rf"|(?:(?:the|its|our|said|such|present|current|proposed|amended|{_OWNER}[’']s"
    rf"|(?-i:(?!{_ANOTHER})[A-Z][\w.]*)[’']s)\s+){{0,3}}{_OWN_NAME}"
    # … but not "of the subsidiary", "of Example Holdings"
    rf"(?!\s+of\s+(?:(?:an?|any|each|its|such|the)\s+)*{_ANOTHER})"
    rf"(?!\s+of\s+(?!(?:the\s+|this\s+)?{_OWNER}\b)(?-i:(?:the\s+)?[A-Z]))"
    rf"|(?:the|this)\s+(?:{_OWNER}|Board|Meeting|General\s+Meeting|Shareholders|Members)\b"
    r"(?![’']s))",
    re.I,
)
_NOT_OWN = re.compile(  # the articles of others, and these as they once were
    r"\s+(?:of|in|under)\s+(?P<name>"
    rf"(?:the\s+)?(?:former|old|previous|pre-amendment)\s+{_OWN_NAME}"
    rf"|(?:the\s+)?(?:(?:present|then)\s+)?{_OWN_NAME}\s+(?:before|prior\s+to)"
    r"\s+(?:(?:the|its|their|this)\s+)?(?:partial\s+)?(?:amendment|change)s?\b"
    rf"|(?:(?:the|its|an?|any|each|such|another|other)\s+){{0,3}}(?:[\w’'-]+\s+){{0,3}}?{_OWN_NAME}"
    r"(?:\s+of(?:\s+[\w’'-]+){1,3})?)"
    r"|\s+(?P<before>(?:before|prior\s+to)\s+(?:(?:the|its|this)\s+)?(?:partial\s+)?amendment)\b",
    re.I,
)
_AMENDED = re.compile(r"former|old\b|previous|pre-|before|prior", re.I)
# "Item 7 of the agenda" counts what no law has made.
_LISTED = re.compile(
    r"\s+(?:of|on|in)\s+(?:the|an?|this|such|said|its)\s+(?:\w+\s+){0,2}?"
    r"(?:agenda|list|table|order\s+of\s+business|questionnaire)\b",
    re.I,
)
_CHAIN = re.compile(
    r"\s*+(?:,|(?:,\s++)?(?:and/or|and|or|as\s+well\s+as|nor|to|through))\s++"
    r"(?:(?:the|provisions|of|under)\s++){0,4}",
    re.I,
)
_THEREOF = re.compile(r"thereof\Z|\s+thereof\b", re.I)
_REACH = 160  # how far before a citation the law may begin
_ENDS_SMALL = re.compile(rf"\b{_SMALL_NOUNS}\Z")
_NAMED = re.compile(rf"(?:\bthe\s+)?(?:\b[A-Z][\w’'-]*\s+){{0,8}}\b{_NOUNS}\b")
_MORE = re.compile(r",?\s+and\s+the\s|,?\s+to\s|,\s")
_INTRODUCED = frozenset({"to", "under", "with", "by", "in", "notwithstanding", "of"})
_OPENERS = frozenset(
    {"Under", "Pursuant", "Subject", "Notwithstanding", "In", "To", "If", "When", "Where", "As"}
)
_JOINS = frozenset({"and", "of", "on", "for", "to", "in", "the"})
_ACTS = re.compile(r"\s+(?:shall|may|must|will|applies|apply|does|do|is|are|governs?|provides?)\b")
_CODE = re.compile(r"(?:[0-9]+\s+)?(?:[A-Z]\w*\.\s*){1,4}\Z")
_BRACKET = re.compile(r"\s*\([^()]{0,80}\)\Z")


def owned(text: str, found: Sequence[FoundCitation]) -> list[Reference]:
    """The citations with whose they are, without those of mere lists."""
    found = [each for each in found if not _LISTED.match(text, each.end)]
    own = [_is_own(text, _after_tail(text, each.end)) for each in found]
    laws = ["" if mine else _law_of(text, each) for each, mine in zip(found, own, strict=True)]
    for i in range(len(found) - 2, -1, -1):  # "Article 1 and Article 2 of the Act": both
        if not laws[i] and not own[i] and laws[i + 1] and _is_chained(text, found[i], found[i + 1]):
            laws[i] = laws[i + 1] if not found[i].pointers[0].relative else ""
    for i in range(1, len(found)):
        if not laws[i] and not own[i] and laws[i - 1] and _goes_on(text, found[i - 1], found[i]):
            laws[i] = laws[i - 1]
    return [each.owned_by(_owner(each, law)) for each, law in zip(found, laws, strict=True)]


def _owner(found: FoundCitation, law: str) -> Owner:
    """These articles where no law is named."""
    at = (found.start, found.end)
    return Owner(Whose.OTHER, law, at, "named-law") if law else nothing_said(found.end)


def _after_tail(text: str, end: int) -> int:
    match = _TAIL.match(text, end)
    return match.end() if match else end


def _is_own(text: str, end: int) -> bool:
    """Whether the words behind a citation say that it is of these articles as they are."""
    former = _NOT_OWN.match(text, end)
    return bool(_OWN.match(text, end)) and not (former and _AMENDED.search(former.group()))


def _is_chained(text: str, before: FoundCitation, after: FoundCitation) -> bool:
    return bool(_CHAIN.fullmatch(text, before.end, after.start))


def _goes_on(text: str, before: FoundCitation, after: FoundCitation) -> bool:
    """Whether a citation is of the law of the one before: "thereof", "the same Article", or a
    narrower level in one enumeration with it."""
    first = after.pointers[0]
    if _THEREOF.search(after.text) or _THEREOF.match(text, after.end) or first.relative == "same":
        return True
    is_below = bool(first.steps) and first.steps[0].kind not in (Kind.CHAPTER, Kind.ARTICLE)
    return is_below and not first.relative and _is_chained(text, before, after)


def _law_of(text: str, reference: FoundCitation) -> str:
    """The name of the law that a citation is said to be of, "" where none is said."""
    if match := _NOT_OWN.match(text, _after_tail(text, reference.end)):
        return _spaced(match["name"] or match["before"])
    return _law_behind(text, reference.end) or (
        "" if reference.pointers[0].relative else _law_before(text, reference)
    )


def _law_behind(text: str, end: int) -> str:
    """external = citation tail? ("of" | "under" | "in" | "to") law"""
    end = _after_tail(text, end)
    if text[end : end + 1] == ",":
        end += 1
    of = _OF.match(text, end)
    match = _LAW.match(text, of.end()) if of else None
    if not of or not match:
        return ""
    name = _spaced(_up_to_noun(match["name"]))
    if _NOUN.search(name):
        return name
    if of["word"] in ("in", "to"):
        return ""  # "under Article 9 to the holder": only what is called a law is cited so
    if _ENDS_SMALL.search(name):
        return name
    words = re.findall(r"[A-Z0-9][\w’'-]*", name)
    is_law = not _ACTORS.search(name) and not all(_ITSELF.fullmatch(word) for word in words)
    return name if is_law else ""


def _up_to_noun(name: str) -> str:
    """The name without what only stands behind it: "the Companies Act and the Company"."""
    noun = _NOUN.search(name)
    more = _MORE.search(name, noun.end()) if noun else None
    return name[: more.start()] if more else name


def _law_before(text: str, reference: FoundCitation) -> str:
    """external = law ","? citation      the name is read backwards from the citation

    "Subject to the Companies Act, Article 9 applies" only begins with a law.
    """
    before = text[max(0, reference.start - _REACH) : reference.start].rstrip()
    if _THEREOF.match(text, reference.end):
        names = [match.group() for match in _NAMED.finditer(before)]
        return _spaced(names[-1]) if names else ""
    has_comma = before.endswith(",")
    before = before.rstrip(", ").removesuffix("(").rstrip()
    if reference.text[0] == "§" and before.endswith(".") and (code := _CODE.search(before)):
        return _spaced(code.group().strip())
    words = _BRACKET.sub("", before).split()
    name = _name_at_end(words)
    if not _NOUN.search(name):
        is_acronym = re.fullmatch(r"[A-Z]{3,}", words[-1]) if words else None
        return words[-1] if is_acronym and not reference.text.isupper() else ""
    first = words[: len(words) - len(name.split())][-1:]
    introduced = bool(first) and first[0].lower() in _INTRODUCED
    return "" if has_comma and introduced and _ACTS.match(text, reference.end) else name


def _name_at_end(words: Sequence[str]) -> str:
    """The name in capitals that the words end with."""
    start = len(words)
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word[:1].isupper() and word[-1] not in ",;:." and word not in _OPENERS:
            start = i
        elif start == len(words) or word not in _JOINS or not _is_joined(words, i):
            break
    if words[start - 1 : start] in (["the"], ["such"], ["said"]):
        start -= 1
    return " ".join(words[start:])


def _is_joined(words: Sequence[str], i: int) -> bool:
    """Whether a "the" goes on with a name: "Rules of the Board", not "and the Board"."""
    return words[i] != "the" or words[i - 1 : i] in (["of"], ["on"], ["for"])


def _spaced(name: str) -> str:
    return re.sub(r"\s+", " ", name)
