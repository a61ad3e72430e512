"""On which day an English supplementary provision says that it ends by itself."""

from __future__ import annotations

import re

from governance.text.dates_and_terms import Day, Expiry, ExpiryScope, day_after, only_date
from governance.text.english.dates import dates
from governance.text.patterns import pattern

_ENDS = r"""
    (?:(?:shall|will|must|is|are)\s+(?:\w+\s+){0,3}?(?:be\s+)?
       (?:deleted|removed|struck|repealed|abolished|void)\b
    |(?:shall|will|must|is|are)?\s*(?:\w+\s+){0,3}?
       (?:cease|lapse|expire|terminate|lose)s?\b)
"""
_LASTS = r"""
    (?:(?:shall|will|is|are)\s+(?:\w+\s+){0,3}?
       (?:remain|be|continue|stay|effective|valid|in\s+force|in\s+effect)\b[^.]*?\b(?:until|through|till)\b)
"""
_SAYS = rf"[^.]*?(?:{_ENDS}|{_LASTS})[^.]*"
_PART = pattern(
    rf"\b(?:these|this|the(?:se)?\s+(?:above|foregoing|present))\s+"
    rf"(?:supplementary\s+(?:provisions?|rules?)|addend(?:a|um)|provisions)\b{_SAYS}",
    re.I | re.X,
)
_ARTICLE = pattern(rf"\bthis\s+(?:article|section)\b{_SAYS}", re.I | re.X)
_BELOW = pattern(
    rf"\b(?:(?:this|the\s+preceding|the\s+foregoing)\s+(?:paragraph|item))\b{_SAYS}", re.I | re.X
)
# Before a date: the day itself is still a day on which it stands.
_DAY_BEFORE = pattern(
    r"""
    \b(?:after|following|until|till|through|(?:at|upon|with)\s+the\s+end\s+of
      |(?:up\s*on|on|at|with)\s+(?:the\s+)?(?:lapse|elapse|expiry|expiration|passage|passing)\s+of
      |the\s+day\s+(?:after|following))\s+(?:the\s+(?:lapse|end|expiry|expiration)\s+of\s+)?\Z
    """,
    re.I | re.X,
)
# The day is counted from that of the date, or is one of several.
_COUNTED = pattern(
    r"""
    \b(?:later|earlier|latest|earliest|whichever)\b
  | \b(?:months?|years?|days|weeks?)\b[^.]*?\b(?:from|after|since|elapse[ds]?|passed|following)\b
    """,
    re.I | re.X,
)


def expiry(sentence: str) -> Expiry | None:
    """Whether the sentence says that its part, its article or something below it ends by itself,
    and the first day without it; None for no day that is certain."""
    for scope, words in (
        (ExpiryScope.PART, _PART),
        (ExpiryScope.ARTICLE, _ARTICLE),
        (ExpiryScope.BELOW, _BELOW),
    ):
        if words.search(sentence):
            return Expiry(scope, _first_day_without(sentence))
    return None


def _first_day_without(sentence: str) -> Day | None:
    date = only_date(dates(sentence))
    if date is None or _COUNTED.search(sentence):
        return None
    is_last = _DAY_BEFORE.search(sentence[: date.start])
    return day_after(date) if is_last else (date.year, date.month, date.day)
