"""How Japanese text says that a provision, or these articles, are of a time that is past."""

from __future__ import annotations

import re

from governance.text.japanese.documents import (
    AMENDED,
    ARTICLES,
    FORMER,
    HISTORIES,
    OWN_BODIES,
    OWN_RULES,
)
from governance.text.japanese.vocabulary import NUMERAL, any_of
from governance.text.patterns import pattern

BODY = rf"(?:(?:本|当)(?:{any_of(OWN_BODIES)})?|会社|弊社|自社|我が社|わが社|この会社)"  # 当会社
FORMER_ARTICLES = pattern(  # 旧定款, 変更前の定款, 改正前の
    rf"""
    (?:(?<![復新倚])旧|{any_of(FORMER)}の?|かつての?)
    (?:{BODY}の?)?
    (?:{any_of(ARTICLES)}|(?:本|この)?{any_of(OWN_RULES)})?$
    """,
    re.X,
)
PAST_BRACKET = pattern(  # （変更前）, （平成18年改正前のものをいう。）, （旧規定）
    rf"""
    [（(][^（()）]{{0,60}}?
    (?:{any_of(FORMER)}(?:の(?:もの|規定|条文|定め))?|旧(?:規定|条文|定款)?)
    (?:をいう|に限る)?[。．]?[）)]
    """,
    re.X,
)
_ERA = r"(?:令和|平成|昭和|大正|明治)"
_DATE = rf"""(?:
    (?:{_ERA}(?:{NUMERAL}|元)年|[0-9０-９]{{4}}年)(?:{NUMERAL}月(?:{NUMERAL}日)?)?    # 平成28年11月
  | [0-9０-９]{{4}}[./．／-][0-9０-９]{{1,2}}(?:[./．／-][0-9０-９]{{1,2}})?            # 2016/11/5
)"""
_AMENDED = pattern(any_of(AMENDED))
_BEGINS_WITH_DATE = pattern(  # 平成28年11月　第２条…, 令和元年６月26日改正（第５条）
    rf"""
    [\s　（(・●○]*(?:{any_of(AMENDED)}[\s　:：]*)?
    {_DATE}[\s　:：)）]*
    (?:(?:付|一部)?{any_of(AMENDED)}[\s　:：]*)?
    (?=[（(]?(?:第|附則|本文|一部))
    """,
    re.X,
)
_HISTORY_LEAD = pattern(any_of(HISTORIES))


def is_history(text: str) -> bool:
    """Whether a line tells a past amendment: 平成28年11月　第２条第１項を改正"""
    return bool(_BEGINS_WITH_DATE.match(text) and _AMENDED.search(text))


def heads_history(lead: str) -> bool:
    """Whether words head a list of past amendments: 改正履歴"""
    return bool(_HISTORY_LEAD.search(lead))
