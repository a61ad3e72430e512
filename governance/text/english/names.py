"""What English words around a citation name: these articles, other law, or no document at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from governance.text.english.documents import (
    ABBREVIATIONS,
    ACTORS,
    BODIES,
    DOCUMENTS,
    FORMER,
    ITSELF,
    LAWS,
    NEVER_OURS,
    OTHER_BODIES,
    SMALL_DOCUMENTS,
    SMALL_THINGS,
    THINGS,
)
from governance.text.english.vocabulary import LEVEL_SHORT, LEVEL_WORD
from governance.text.owner import OwnText, Whose
from governance.text.patterns import pattern


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may name a document: text[start:end]. `whose` is None where they name something
    that is no document: "the Board of Directors", "June 2027"."""

    text: str
    start: int
    end: int
    whose: Whose | None
    is_small: bool = False


def any_phrase(words: Sequence[str]) -> str:
    """A pattern for any of the phrases, with any space between their words."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s++") for word in longest_first) + ")"


LEVEL = rf"(?i:{LEVEL_WORD}s?|Supplementary|{LEVEL_SHORT})\b"
_UPPER = "A-ZÀ-ÖØ-Þ"
_QUOTE = """["“'‘«]?"""
_CAPITAL = rf"(?!{LEVEL})(?:No\.|(?:[A-Z]\.)+|[{_UPPER}0-9぀-鿿][\w’'&/-]*)"
_CONNECTORS = (
    r"(?:of|and|on|for|the|to|in|with|under|from|&|concerning|regarding|relating|pertaining"
    r"|prescribed|by)"
)
_OF_A_DOCUMENT = rf"(?:[{_UPPER}][\w’'-]*\s++){{0,4}}{any_phrase(DOCUMENTS)}\b"
# In verbose patterns: "Companies Act", "Order for Enforcement of the Companies Act"
CAPITALISED = rf"""(?:
    (?:[0-9]{{4}}\s++(?=[{_UPPER}])                         # 2015 Share Plan
      |(?:Articles|By-?laws?)\s++(?={_OF_A_DOCUMENT}))?     # Articles Handling Regulations
    (?![0-9]){_CAPITAL}
    (?:,?\s++(?:{_CONNECTORS}\s++){{0,3}}{_CAPITAL}){{0,11}}
)"""
_DETERMINERS = rf"""(?:(?:
    the|this|these|said|such|that|those|same|any|other|another|an?|each|its|their|our|your
  | either|both|neither|all|every|my|his|her|some|certain
  | aforementioned|aforesaid|above-mentioned|above|applicable|relevant|respective|latter|current
  | present|new|existing|foregoing|so-called|{any_phrase(FORMER)}
)\s++)"""
_SMALL_WORD = rf"""(?:(?!(?:
    the|of|in|on|to|by|for|and|or|as|at|with|from|which|that|shall|may|is|are|under|upon|per|than
  | who|whom|whose|was|were|be|been|being|has|have|had|do|does|did|not|no|if|when|where|unless
  | until|must|will|would|should|can|could|such|any|all|each|its|their|this|these|applies|apply
  | pursuant)\b|{LEVEL})[a-z][\w’'-]*)"""
_SMALL_DOCUMENT = rf"{any_phrase(SMALL_DOCUMENTS)}\b(?!['’-])"
_LEAD = pattern(rf"{_QUOTE}(?P<determiners>{_DETERMINERS}{{0,4}}){_QUOTE}", re.X)  # the said
_CAPITALS = pattern(
    rf"""
    {CAPITALISED}
    (?P<tail>\s++(?:{_SMALL_WORD}\s++){{0,2}}?{_SMALL_DOCUMENT})?      # Delaware law
    """,
    re.X,
)
_SMALL_NAME = pattern(  # share handling regulations, articles of incorporation
    rf"(?:{_SMALL_WORD}\s++){{0,3}}?{_SMALL_DOCUMENT}(?:\s++of\s++(?:the\s++)?{CAPITALISED})?",
    re.X,
)
_UNKNOWN = pattern(rf"(?!{_DETERMINERS}){_SMALL_WORD}", re.X)  # playbook
NOUN = pattern(rf"\b{any_phrase(DOCUMENTS)}\b(?!['’])")
LAW_NOUN = pattern(rf"\b{any_phrase(LAWS)}\b(?!['’])")
_MORE = pattern(r",?\s++and\s++the\s|,?\s++to\s|,\s")
_AND_THE = pattern(r"\s++(?:and|or|to)\s++the\s")
_SEPARATOR = pattern(r",\s|\s++(?:and|or|to)\s")
_ACTOR_AT_END = pattern(rf"\b{any_phrase((*ACTORS, *THINGS))}(?:['’]s?)?\Z")
_BODY_AT_END = pattern(rf"\b{any_phrase(BODIES)}\Z")
_ITSELF = pattern(rf"(?:{any_phrase((*ITSELF, *BODIES))}|[0-9]+)(?:['’]s)?\Z")
_WORDS = pattern(r"[^\W_][\w’'-]*")

# -- the names of these articles
_BODY = any_phrase(BODIES)
ANOTHER = any_phrase(OTHER_BODIES)
# In verbose patterns: "Articles of Incorporation", but not "Articles Handling Regulations"
FAMILY = rf"""(?:
    (?i:(?>Articles(?:\s++of\s++(?:Incorporation|Association|Organi[sz]ation))?|By-?laws?)\b)
    (?-i:(?!\s++{_OF_A_DOCUMENT})(?!\s++[0-9IVX(]+\b))
)"""
_THIS = pattern(
    rf"""
    (?i:this|these)\s++(?:(?:present|amended|revised|foregoing|our)\s++)?
    (?!(?:[{_UPPER}][\w’'-]*\s++){{0,3}}{any_phrase(NEVER_OURS)}\b)        # but not: this Act
    (?!(?i:act|law|code)\b)
    [\w“"]+                                                            # these Articles
    """,
    re.X,
)
OWN = pattern(
    rf"""
    (?P<leads>(?:(?:
        the|its|our|said|such|same|present|current|proposed|amended|new|existing|revised|restated
      | aforesaid|above
      | (?P<of>[{_UPPER}][\w.]*(?:\s++[{_UPPER}][\w.,]*){{0,5}})['’]s?  # the Company's
    )\s++){{0,4}})
    (?P<family>{FAMILY})                                               # Articles of Incorporation
    """,
    re.X,
)
OF_OTHERS = pattern(
    rf"""
    \s++of\s++(?:(?:an?|any|each|its|such|the|our)\s++)*
    (?i:{ANOTHER})\w*(?:\s++(?i:{_BODY})\b)?                           # of another company
  | \s++of\s++(?!(?:the\s++|this\s++|our\s++)*{_BODY}\b)(?:the\s++)?
    (?P<body>{CAPITALISED})                                            # of Example Holdings
    """,
    re.X,
)
_SMALL_BODIES = any_phrase([body.lower() for body in BODIES])
OF_UNKNOWN = pattern(  # of the lender, but not of the company
    rf"""
    \s++of\s++(?:the|that|an?|each|any)\s++(?!{_SMALL_BODIES}\b|the\b)
    (?!(?:same|said|present|first|second|third|last|following|preceding|foregoing)\b)[a-z][\w’'-]*+
    """,
    re.X,
)
_OF_SOMEONE = pattern(
    rf"""
    (?:(?:the|its|an?|any|each|such|another|other|every)\s++){{0,3}}(?:[\w’'-]+\s++){{0,3}}?
    (?:[\w’'-]+['’]s?|{ANOTHER}\w*|an?|any|each|every)\s++             # each subsidiary's
    {FAMILY}(?:\s++of(?:\s++[\w’'-]+){{1,3}})?
    """,
    re.I | re.X,
)
_FORMER_OWN = pattern(rf"(?:(?:the|our|its)\s++)?(?:{any_phrase(FORMER)})\s++{FAMILY}", re.I | re.X)
_OTHERS_NAMED = pattern(
    rf"""
    \b(?i:{ANOTHER})\w*(?:['’]s)?\s++{FAMILY}                          # the subsidiary's articles
  | {FAMILY}\s++of\s++(?:\w+\s++)?(?i:{ANOTHER})                       # articles of the subsidiary
    """,
    re.X,
)
_DETERMINED = pattern(r"(?:the\s++)?(?:said|such|same)\s", re.I)
_FAR = 400  # how far before a name one may stand that it repeats


def name_at(text: str, at: int, own: OwnText) -> Name | None:
    """The name that begins at text[at], None where the words there name nothing."""
    if found := _own_title(text, at, own) or _own_name(text, at, own):
        return found
    lead = _LEAD.match(text, at)
    assert lead is not None  # it may be empty
    start = lead.start("determiners")
    if capitals := _CAPITALS.match(text, lead.end()):
        name = _up_to_noun(text[start : capitals.end()])
        has_tail = bool(capitals["tail"]) and start + len(name) == capitals.end()
        whose = _whose(name[lead.end() - start :], has_tail=has_tail)
        return Name(spaced(name), start, start + len(name), whose)
    if small := _SMALL_NAME.match(text, lead.end()):
        return Name(spaced(text[start : small.end()]), start, small.end(), Whose.OTHER, True)
    unknown = _UNKNOWN.match(text, lead.end())
    if unknown is None or not lead["determiners"]:
        return None
    thing = unknown.group().lower().removesuffix("'s").removesuffix("’s")
    whose = None if thing in SMALL_THINGS else Whose.UNSURE
    return Name(spaced(text[start : unknown.end()]), start, unknown.end(), whose, True)


_BEFORE_TITLE = pattern(r"(?:(?:the|these|our|said|such)\s++)?[\"“]?", re.I)
_GOES_ON = pattern(rf"\s++{CAPITALISED}", re.X)


def _own_title(text: str, at: int, own: OwnText) -> Name | None:
    """The title at the head of the text: "the Regulations of the Board of Directors"."""
    lead = _BEFORE_TITLE.match(text, at)
    start = lead.end() if lead else at
    for title in own.titles:
        end = start + len(title)
        is_it = len(title) > 3 and text[start:end].casefold() == title.casefold()
        if is_it and not text[end : end + 1].isalnum() and not _goes_on(text, end):
            return Name(spaced(text[at:end]), at, end, Whose.OURS)
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether a longer name begins with this: "the Kamo Rules Committee Regulations"."""
    match = _GOES_ON.match(text, end)
    return bool(match and NOUN.search(match.group()))


def family_of(title: str) -> str:
    """What kind of text a title names: "articles", "bylaws", "other"; "" for no document's."""
    found = re.search(r"articles|by-?laws", title, re.I)
    if found:
        return found.group().lower().replace("-", "").rstrip("s")
    return "other" if NOUN.search(title.title()) else ""


def _own_name(text: str, at: int, own: OwnText) -> Name | None:
    """One of the ways in which articles call themselves, or the articles of others and of once."""
    if match := _THIS.match(text, at):
        whose = Whose.UNSURE if _is_bargain(text, match.end(), own) else Whose.OURS
        return Name(spaced(match.group()), at, match.end(), whose)
    if match := _FORMER_OWN.match(text, at):
        return Name(spaced(match.group()), at, match.end(), Whose.PAST)
    match = OWN.match(text, at)
    if match is None:
        someone = _OF_SOMEONE.match(text, at)
        return someone and Name(spaced(someone.group()), at, someone.end(), Whose.OTHER)
    others = OF_OTHERS.match(text, match.end())
    if others and not _is_own_body(others["body"] or "", own):
        return Name(spaced(text[at : others.end()]), at, others.end(), Whose.OTHER)
    if unknown := OF_UNKNOWN.match(text, match.end()):
        return Name(spaced(text[at : unknown.end()]), at, unknown.end(), Whose.UNSURE)
    return Name(spaced(match.group()), at, match.end(), whose_articles(text, match, own))


_BARGAIN = pattern(
    r"(?:agreement|contract|treaty|deed|lease|indenture|covenant|undertaking|licen[cs]e)\Z", re.I
)


def _is_bargain(text: str, end: int, own: OwnText) -> bool:
    """Whether "this" leads to what is agreed with somebody, and the title does not say that the
    text is that: "this Agreement"."""
    match = _BARGAIN.search(text, max(0, end - 12), end)
    return match is not None and not any(
        match.group().lower() in each.lower() for each in own.titles
    )


def whose_articles(text: str, match: re.Match[str], own: OwnText) -> Whose:
    """Whose "the Company's Articles", "such Articles", "Kamo's By-laws" are."""
    families = [family for title in own.titles if (family := family_of(title))]
    if families and family_of(match["family"]) not in families:
        return Whose.OTHER
    body = (match["of"] or "").removesuffix("'s").removesuffix("’s")
    if body:
        if re.search(rf"\A{ANOTHER}", body, re.I):
            return Whose.OTHER
        return Whose.OURS if _ITSELF.fullmatch(body) or _is_own_body(body, own) else Whose.UNSURE
    before = text[max(0, match.start() - _FAR) : match.start()]
    if _DETERMINED.match(match["leads"]) and _OTHERS_NAMED.search(before):
        return Whose.UNSURE
    return Whose.OURS


def _is_own_body(body: str, own: OwnText) -> bool:
    """Whether the title names this body: "Articles of Incorporation of Kamo Co., Ltd." """
    name = body.casefold().strip(" .,")
    return bool(name) and any(name in title.casefold() for title in own.titles)


def _whose(capitals: str, *, has_tail: bool) -> Whose | None:
    """Whose document a name in capitals is; None for who acts, what is held, a day.

    "the Company Law" is a law, "the Company" is none, "the Kamo Group" may be one. `has_tail`
    where a document in small letters ends it: "Delaware law".
    """
    first = _SEPARATOR.split(capitals, maxsplit=1)[0]
    has_noun = has_tail or bool(NOUN.search(capitals))
    if NOUN.search(first):
        return Whose.OTHER
    if is_no_document(first) and first != capitals:
        return _whose_list(capitals, first, has_noun=has_noun)
    if has_noun:
        return Whose.OTHER
    if is_no_document(capitals):
        return None
    is_known = capitals in ABBREVIATIONS or bool(_BODY_AT_END.search(capitals))
    return Whose.OTHER if is_known else Whose.UNSURE


def _whose_list(capitals: str, first: str, *, has_noun: bool) -> Whose | None:
    """Whose a name is that begins with who acts: "the Company and the Bank Act" only lists them,
    "the Directors and Auditors Regulations" are one document."""
    behind = capitals[len(first) :]
    if behind.startswith(",") or _AND_THE.match(behind):
        return None
    return None if not has_noun and is_no_document(capitals) else Whose.UNSURE


def is_no_document(capitals: str) -> bool:
    if _ACTOR_AT_END.search(capitals):
        return True
    words = [word for word in _WORDS.findall(capitals) if not word.islower()]
    return bool(words) and all(_ITSELF.fullmatch(word) for word in words)


def _up_to_noun(name: str) -> str:
    """The name without what only stands behind it: "the Companies Act and the Company"."""
    noun = NOUN.search(name)
    more = _MORE.search(name, noun.end()) if noun else None
    return name[: more.start()] if more else name


_SHOUTED = pattern(r"\b[A-Z]+(?:[^A-Za-z\n]+[A-Z]+\b){2,}")
_SHOUTED_WORD = pattern(r"[A-Z]{2,}")
_SMALL = frozenset(
    """
    OF UNDER IN TO BY THE AND OR FOR ON AS SET FORTH STIPULATED PRESCRIBED PROVIDED WITH AT FROM
    PURSUANT THIS THESE SUCH SAID SAME ITS OUR BEFORE PRIOR AFTER FORCE FORMER OLD SHALL MAY BE IS
    ARE WHICH THAT THEREOF HEREOF ACCORDANCE NOTWITHSTANDING SUBJECT
    """.split()  # noqa: SIM905
)


def as_written(text: str) -> str:
    """The text, what is all in capitals as a sentence would have it, sign for sign: "OF THE
    COMPANIES ACT" as "of the Companies Act"."""

    def word(match: re.Match[str]) -> str:
        said = match.group()
        return said.lower() if said in _SMALL else said[0] + said[1:].lower()

    if not re.search(r"[A-Z]{2}", text):
        return text
    shown: str = _SHOUTED.sub(lambda match: _SHOUTED_WORD.sub(word, match.group()), text)
    return shown


def spaced(name: str) -> str:
    return re.sub(r"\s+", " ", name)
