"""A table of contents that was typed: its lines are no chapters and articles."""

import re
from collections.abc import Sequence

from governance.text.language import Language
from governance.text.tree.provision import Kind, Number

_TITLE = re.compile(
    r"[\s　]*(?:目[\s　]*次|もくじ|(?:table\s+of\s+)?contents)[\s　]*", re.IGNORECASE
)
_ENTRY = re.compile(
    r".*?(?:\t|[ 　]{2,}|[.．・…‥·]{2,}|(?:[.…‥·] ){2,})[ 　\t]*"
    r"[-－–(（]?[0-9０-９ivx]{1,4}[-－–)）]?\s*"
)
# The number of a page at the end of an entry.
_PAGE = re.compile(
    r"(?<=\S)(?:[ \t　]+|[.．・…‥·]{2,}[ 　]*)[-－–(（]?[0-9０-９]{1,4}[-－–)）頁]?\s*$"
)
_FEWEST, _FEWEST_HEADS = 2, 3
_LONGEST, _LONGEST_FILLER = 200, 80
_COME_AGAIN = 0.8
_CLOSE = 4


def contents_lines(lines: Sequence[str], rules: Language) -> range:
    """Which of the lines, from 0, are a table of contents, if any.

    It is a line that says so, and the lines after it as far as they end in the number of a page
    behind a tab, a gap or dots, two at least; or a list of heads without wording whose first head
    comes again behind it, and nearly all the others after that.
    """
    return _titled(lines) or _heads_that_come_again(lines, rules)


def _titled(lines: Sequence[str]) -> range:
    for at, line in enumerate(lines):
        if len(line) > _LONGEST or not _TITLE.fullmatch(line):
            continue
        end = at + 1
        entries = 0
        while end < len(lines) and (not lines[end].strip() or _is_entry(lines[end])):
            entries += bool(lines[end].strip())
            end += 1
        if entries >= _FEWEST:
            return range(at, end)
    return range(0)


def _heads_that_come_again(lines: Sequence[str], rules: Language) -> range:
    heads = {at: key for at, line in enumerate(lines) if (key := _key(line, rules))}
    first = next(iter(heads), None)
    if first is None:
        return range(0)
    again = next((at for at, key in heads.items() if at > first and key == heads[first]), None)
    if again is None:
        return range(0)
    listed = {key for at, key in heads.items() if at < again}
    below = {key for at, key in heads.items() if at >= again}
    written = [at for at in range(first, again) if lines[at].strip()]
    entries = sum(at in heads for at in written)
    start = _title_above(lines, first)
    fewest = _FEWEST_HEADS if start == first else _FEWEST
    is_list = entries >= max(fewest, len(written) / 3)
    if not is_list or any(_is_wording(lines[at], rules) for at in written):
        return range(0)
    if len(listed & below) < _COME_AGAIN * len(listed):
        return range(0)
    return range(start, again)


def _title_above(lines: Sequence[str], first: int) -> int:
    """Where the list begins: at a line close above that says what it is, else at its first head."""
    for at in range(max(0, first - _CLOSE), first):
        if _TITLE.fullmatch(lines[at]):
            return at
    return first


def _key(line: str, rules: Language) -> tuple[Kind, Number | None] | None:
    if len(line) > _LONGEST:
        return None
    head = rules.head(_PAGE.sub("", line.strip()))
    return (head.kind, head.number) if head else None


def _is_wording(line: str, rules: Language) -> bool:
    """Whether a sentence stands in the line, as in no list of heads."""
    head = rules.head(line.strip())
    words = (head.rest if head else line).strip()
    if not words or rules.is_caption(words):
        return False
    if head is None and len(words) > _LONGEST_FILLER:
        return True
    return words.endswith("。") or (words[-1] in rules.SENTENCE_ENDS and len(words.split()) > 3)


def _is_entry(line: str) -> bool:
    return len(line) <= _LONGEST and _ENTRY.fullmatch(line) is not None
