"""How English text says that a provision, or these articles, are of a time that is past."""

from __future__ import annotations

import re

from governance.text.english.documents import AMENDED, AMENDMENTS, FORMER, HISTORIES
from governance.text.english.names import any_phrase
from governance.text.patterns import pattern

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
_DATE = rf"""(?:
    {any_phrase(_MONTHS)}\b\.?\s++(?:[0-9]{{1,2}},?\s++)?[0-9]{{4}}   # November 2016, June 25, 2015
  | [0-9]{{1,2}}\s++{any_phrase(_MONTHS)}\s++[0-9]{{4}}                 # 25 June 2015
  | [0-9]{{4}}(?:[-/.][0-9]{{1,2}}){{0,2}}                           # 2016-11-05
)"""
_BEGINS_WITH_DATE = pattern(
    rf"""
    \W*(?:(?:{any_phrase(AMENDED)}|in|on|as)\W+){{0,3}}                 # Revised on
    {_DATE}\s*+
    (?:[:：;—–-]|\.\s|\s(?=Article|Sec|§|Para|Chap)|$)
    """,
    re.I | re.X,
)
_HISTORY_LEAD = pattern(any_phrase(HISTORIES), re.I)
_AMENDED = pattern(rf"\b{any_phrase(AMENDED)}\b", re.I)

_LEADS = r"[\s,]*+[(（\[]?\s*+(?:(?:as|which\s++(?:was|were)|that\s++(?:was|were)|still)\s++)*"
_IN_FORCE = r"(?:in\s++(?:force|effect)|effective|existing|standing|worded|numbered|applicable)"
_BEFORE = r"(?:immediately\s++|just\s++)?(?:before|prior\s++to|preceding)"
_WHICH = (
    r"(?:(?:the|this|such|that|any)\s++)?"
    r"(?:(?:partial|said|relevant|latest|last|recent|present|proposed)\s++)*"
)
PAST = pattern(
    rf"""
    {_LEADS}(?:
    {_IN_FORCE}\s++(?:{_BEFORE}|until|up\s++to|at\s++(?:the|that)\s++time|then)\b  # in force before
  | {_IN_FORCE}\s++(?:on|as\s++of|in)\s++{_DATE}           # as in effect on June 25, 2015
  | {_BEFORE}\s++(?:its|their)\s++\w+                                 # before its deletion
  | {_BEFORE}\s++{_WHICH}{any_phrase(AMENDMENTS)}s?\b                 # before the partial amendment
  | {_BEFORE}\s++(?:it|they)\s++(?:was|were)\s++{any_phrase(AMENDED)}     # before it was amended
  | (?:it|they)\s++(?:then\s++)?(?:stood|was|were|read|existed|applied)\b         # as it stood
  | (?:formerly|previously|originally|then)\s++(?:{_IN_FORCE}|provided)\b         # then in force
  | in\s++(?:its|their|the)\s++(?:former|previous|old|earlier|original|pre-\w+)\s++
    (?:version|wording|form|text)                                     # in its former version
  | (?:{any_phrase(FORMER)}|pre-\w+)(?:\s++(?:version|text|wording))?\s*+[)）\]]       # (former)
    )
    """,
    re.I | re.X,
)

# Behind the name of these articles: as they were on some day, or since.
OF_A_DATE = pattern(
    rf"""
    \s++of\s++[0-9]{{4}}\b                                             # of 1949
  | {_LEADS}(?:{any_phrase(AMENDED)}|established|made|registered|filed)\s++
    (?:last\s++|first\s++)?(?:in|on|as\s++of|by|at|with\s++effect\s++from)\s++
    (?:the\s++)?(?:[\w-]+\s++){{0,6}}?{_DATE}                          # as amended in 1998
    """,
    re.I | re.X,
)


def is_history(text: str) -> bool:
    """Whether a line tells a past amendment: "November 2016: Article 2.1: clause revised"."""
    return bool(_BEGINS_WITH_DATE.match(text) and _AMENDED.search(text))


def heads_history(lead: str) -> bool:
    """Whether words head a list of past amendments: "Past amendments:" """
    return bool(_HISTORY_LEAD.search(lead))
