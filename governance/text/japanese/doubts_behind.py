"""Whose a citation is by what further words behind it name: 第９条［民法］, 第８条から民法第９条
まで. None of these rules makes a citation ours.
"""

from __future__ import annotations

import re

from governance.text.japanese.citing_line import Line
from governance.text.japanese.documents import LAWS, NO_DOCUMENTS
from governance.text.japanese.doubts import ANY_LAW, unsure_at
from governance.text.japanese.lists import behind_suffix
from governance.text.owner import Owner, Whose
from governance.text.patterns import pattern

_RANGE = ("から", "～", "〜", "ないし", "乃至")


def range_to_another(line: Line, place: int) -> Owner | None:
    """第８条から民法第９条まで"""
    following = line.names[place + 1] if place + 1 < len(line.names) else None
    if following is None or following.whose not in (Whose.OTHER, Whose.UNSURE):
        return None
    if line.text[line.found[place].end : following.start] not in _RANGE:
        return None
    return unsure_at(following.text, following.start, "range-to-another")


_BRACKETS = pattern(
    r"""
    [（(〔［\[〈【](?P<name>[^（()）〔〕［］\[\]〈〉【】、。「」]{1,60}?)             # （民法
    (?:の(?:もの|条|規定|条文|定め)|に(?:定める|規定する|いう)(?:もの|条|規定)|上のもの)?
    (?:をいう|に限る|による|とする)?[。．]?[）)〕］\]〉】]                        # の規定をいう。）
    """,
    re.X,
)
_DOCUMENTS = (*LAWS, "規程", "規則", "契約", "契約書", "協定", "約款")
_MEANS = pattern(r"(?:各号|の規定)?(?:をいう|」という|」と略す|に限る)。?[）)]")


def explained_behind(line: Line, place: int) -> Owner | None:
    """第９条（民法に定めるもの）, 第９条［民法］, 第９条（民法第９条をいう。）"""
    each = line.found[place]
    end = behind_suffix(line.text, each.end)
    match = _BRACKETS.match(line.text, end)
    if match and _is_document(match["name"]) and match["name"].casefold() not in line.own.captions:
        return unsure_at(match["name"], match.start("name"), "explained-behind")
    following = place + 1
    if following == len(line.found) or not line.brackets.holds(end, line.found[following].start):
        return None
    name = line.names[following]
    is_other = name.whose is Whose.OTHER and _MEANS.match(line.text, line.found[following].end)
    return unsure_at(name.text, name.start, "explained-behind") if is_other else None


def _is_document(said: str) -> bool:
    is_own = said.startswith(("本", "当", "この"))
    return said.endswith(_DOCUMENTS) and not is_own and not said.endswith((*NO_DOCUMENTS, *ANY_LAW))


RULES_BEHIND = (range_to_another, explained_behind)
