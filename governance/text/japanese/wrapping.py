"""Lines broken by the width of a page: what goes on below, and what stands on one line then."""

from __future__ import annotations

import re

from governance.text.language import ANY_LINE
from governance.text.patterns import pattern

_ENDS_SENTENCE = pattern(r"[。．！？!?：:；;][」』）)】]*$")
_NEVER_FIRST = frozenset("をはがのん、。，．」』）)】］〕々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")
# 住所　東京都千代田区, 代表者：甲野太郎: an entry of a list, on a line of its own.
_ENTRY = pattern(r"[^\s。、，：:]{1,10}(?:[　\t]|[ ]{2}|[ ]?[：:])[^。]+\Z")
# A sentence that a narrow column broke ends so, a citation is broken so.
_NEVER_LAST = pattern(
    r"""
    (?:[^ともこ\s]の|[をはが]|及び|又は|並びに|若しくは|および|または|ならびに|もしくは
      |第[0-9０-９一二三四五六七八九十百]*)\Z
    """,
    re.X,
)
_BROKEN_CITATION = pattern(
    r"""
    第[0-9０-９一二三四五六七八九十百]*\n[0-9０-９一二三四五六七八九十百]*[章節款条條項号號]
  | [前次同本]\n[章節款条條項号號](?![件目])
  | [条條項](?:の[0-9０-９一二三四五六七八九十]+)?\n
    第?[0-9０-９一二三四五六七八九十百]+[項号號](?![ \t　（(])
    """,
    re.X,
)
_LONG_LINE = 18  # the least that a line of a page holds, where its sentence goes on below
LINE_END = pattern(r"(?<![ \t　])[ \t　]*+\n[ \t　]*+")


def is_unfinished(before: str) -> bool:
    """Whether no provision can end with a line like this: it ends with a comma, an open bracket."""
    return before.rstrip()[-1:] in frozenset("、，「（(")


def continues_line(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of `before`, broken by the width of a page: what
    cannot begin a line shows it, or that the line before was long and did not end a sentence. An
    entry with a name of its own (住所　…) stands on its own line; so does a row of a table, whose
    cells tabs part."""
    before = before.rstrip()
    if not before or _ENDS_SENTENCE.search(before):
        return False
    last = before.rpartition("\n")[2].strip(" \t　")
    if "\t" in last or "\t" in line.strip():
        return False
    if is_unfinished(last) or line[:1] in _NEVER_FIRST or _is_broken(last, line):
        return True
    return len(last) >= _LONG_LINE and not _ENTRY.match(line)


def _is_broken(last: str, line: str) -> bool:
    """Whether a narrow column broke a sentence or a citation: 第６ / 条, 社員は / 三名とする."""
    is_citation = _BROKEN_CITATION.search(f"{last[-12:]}\n{line[:12]}") is not None
    return is_citation or (line != ANY_LINE and _NEVER_LAST.search(last) is not None)


_GOES_ON_WITH_PARAGRAPH = pattern("(?:ただし|但し?|この場合|その場合|なお|以上)")


def goes_on_with_paragraph(line: str) -> bool:
    """Whether a line on its own is no paragraph of its own: ただし, …, この場合において, …."""
    return _GOES_ON_WITH_PARAGRAPH.match(line) is not None


def on_one_line(text: str) -> str:
    """A logical line on one line: breaks made by the width of a page go."""
    return LINE_END.sub("", text) if "\n" in text else text
