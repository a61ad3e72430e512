"""Lines broken by the width of a page: what goes on below, and what stands on one line then."""

from __future__ import annotations

import re

from governance.text.english.vocabulary import COUNT_WORD
from governance.text.patterns import pattern

SENTENCE_END = pattern(r"[.;:,!?][\"”’')\]]*\Z")
# Words that a provision cannot end with: the line before a break of the page does.
_UNFINISHED = pattern(
    rf"""(?:
    ,                                                                  # the Board,
  | [A-Za-z][ ]?[-–—] | [0-9][-–—]                                    # non-, 1–
  | \b(?:a|an|the|of|in|on|at|by|to|for|from|with|under|into|and|or|nor)
  | \b(?:that|which|who|whose|any|each|every|such|said|its|their|his|her|this|these|no)
  | \b(?:as|than|if|shall|may|must|be|been|is|are|was|were|has|have|not)
  | \b(?:within|pursuant|per|between|through|upon|unless|until)
  | \b{COUNT_WORD}
    )\Z""",
    re.I | re.X,
)
# Address: 1-2-3 Marunouchi, Tokyo: an entry of a list, on a line of its own.
_ENTRY = pattern(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}(?:: |[ ]?\t|[ ]{3,})\S")
# A level that still has no number: "referred to in Article", but "the preceding items", "sale of
# items" and "leather articles" are whole.
_AWAITS_NUMBER = pattern(
    r"""
    (?:,|[0-9)]|\b(?:in|of|under|to|by|with|from|and|or|than|through|see|per))[ ]+
    (?:Articles?|Items?|[Ss]ections?|[Cc]hapters?|[Pp]aragraphs?)\Z
  | \A(?:Articles?|Items?|Sections?|Chapters?|Paragraphs?)\Z
    """,
    re.X,
)
_LONG_LINE = 40  # the least that a line of a page holds, where its sentence goes on below
_BREAK = pattern(r"(?<![ \t])[ \t]*+\n[ \t]*+")
_HYPHEN_BREAK = pattern(r"(?<=\w[-‐‑])\n[ \t]*+(?=\w)|(?<=[0-9][–—−])\n[ \t]*+(?=[0-9])")


def is_unfinished(before: str) -> bool:
    """Whether no provision can end with a line like this: it ends with "pursuant to", a comma."""
    end = before[-_LONG_LINE:].rstrip()
    return bool(_UNFINISHED.search(end) or _AWAITS_NUMBER.search(end))


def continues_line(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of `before`, broken by the width of a page. An entry
    with a name of its own ("Address: …") stands on its own line; so does a row of a table, whose
    cells tabs part."""
    last = before.rstrip().rpartition("\n")[2].lstrip()
    if "\t" in last or "\t" in line.strip():
        return False
    if not last or is_unfinished(last):
        return bool(last)
    if SENTENCE_END.search(last):
        return False
    return line[:1].islower() or (len(last) >= _LONG_LINE and not _ENTRY.match(line))


_GOES_ON_WITH_PARAGRAPH = pattern(
    r"provided\b|however\b|in\s(?:such|that|this|either)\s(?:an?\s)?(?:case|event)\b|the\sforegoing\b",
    re.I,
)


def goes_on_with_paragraph(line: str) -> bool:
    """Whether a line on its own is no paragraph of its own: "Provided, however, that …"."""
    return _GOES_ON_WITH_PARAGRAPH.match(line) is not None


def on_one_line(text: str) -> str:
    """A logical line on one line: breaks made by the width of a page become spaces, but for one
    behind a hyphen: "non-" / "executive"."""
    if "\n" not in text:  # nearly always, and the patterns would look at every sign
        return text
    return _BREAK.sub(" ", _HYPHEN_BREAK.sub("", text))
