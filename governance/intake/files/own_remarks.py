"""Remarks that this program's papers print between a head and its wording, of days of effect.

`governance.papers` writes them; they name a weekday, as no articles do.
"""

import re

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_DAY = (
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:{_MONTHS}) [0-9]{{1,2}}, [0-9]{{4}}"
)
_JAPANESE_DAY = r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日（[月火水木金土日]）"
_REMARK = re.compile(
    rf"""(?:
        (?:In\ force\ from|Deleted\ from|Expires\ on)\ {_ENGLISH_DAY.replace(" ", "[ ]")}\.
      | (?:Adopted|Deletion\ adopted),\ day\ of\ effect\ unknown(?:\ \(.*\))?\.
      | {_JAPANESE_DAY}(?:から効力発生|に削除|に失効)
      | (?:削除を)?決議済み・効力発生日未定(?:（.*）)?
    )""",
    re.VERBOSE,
)
_LINE = re.compile(rf"(?:{_REMARK.pattern}[ 　]*)+", re.VERBOSE)


def is_own_remark(line: str) -> bool:
    return _LINE.fullmatch(line.strip()) is not None
