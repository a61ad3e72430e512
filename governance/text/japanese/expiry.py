"""On which day a Japanese supplementary provision says that it ends by itself."""

from __future__ import annotations

import re

from governance.text.dates_and_terms import Day, Expiry, ExpiryScope, day_after, only_date
from governance.text.japanese.dates import dates
from governance.text.patterns import pattern

_SAYS = r"""
    .*?(?:(?:これを)?(?:削除|廃止)(?:する|され)              # これを削除する
      |(?:その)?効力を失|失効する
      |まで(?:の間)?(?:に限り)?[、，]?(?:なお)?(?:その)?      # …まで、なお効力を有する
       (?:効力を(?:有する|有し)|適用する))
"""
_PART = pattern(rf"(?:本|この|上記|前記)附則{_SAYS}", re.S | re.X)
_ARTICLE = pattern(rf"(?:本条|この条){_SAYS}", re.S | re.X)
_BELOW = pattern(rf"(?:本項|この項|本号|この号|前(?:[二三２３])?項の規定){_SAYS}", re.S | re.X)
_LASTS_UNTIL = pattern(r"まで[^。]*効力を有|まで[^。]*適用する")
# Behind a date: the day itself is still a day on which it stands.
_DAY_AFTER = pattern(
    r"""
    [ \t　]*(?:（[^（）]*）)?
    (?:の(?:経過|満了|終了)|を?(?:経過|満了)(?:し|後|の)|の翌日|限り|後)
    """,
    re.X,
)
# The day is counted from that of the date, or is one of several.
_COUNTED = pattern(
    r"""
    いずれか|起算
  | (?:から|より)[^、。]*(?:[かヶ箇カケ]月|年|日)間?[をの]?経過      # …から６か月を経過した日
    """,
    re.X,
)


def expiry(sentence: str) -> Expiry | None:
    """Whether the sentence says that its part, its article or something below it ends by itself,
    and the first day without it; None for no day that is certain."""
    for scope, words in (
        (ExpiryScope.PART, _PART),
        (ExpiryScope.ARTICLE, _ARTICLE),
        (ExpiryScope.BELOW, _BELOW),
    ):
        if found := words.search(sentence):
            return Expiry(scope, _first_day_without(found[0]))
    return None


def _first_day_without(words: str) -> Day | None:
    date = only_date(dates(words))
    if date is None or _COUNTED.search(words):
        return None
    is_last = _DAY_AFTER.match(words, date.end) or _LASTS_UNTIL.search(words, date.end)
    return day_after(date) if is_last else (date.year, date.month, date.day)
