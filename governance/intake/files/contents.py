"""A table of contents that was typed: its lines are no chapters and articles."""

import re
from collections.abc import Sequence

_TITLE = re.compile(
    r"[\s　]*(?:目[\s　]*次|もくじ|(?:table\s+of\s+)?contents)[\s　]*", re.IGNORECASE
)
_ENTRY = re.compile(
    r".*?(?:\t|[ 　]{2,}|[.．・…‥·]{2,}|(?:[.…‥·] ){2,})[ 　\t]*"
    r"[-－–(（]?[0-9０-９ivx]{1,4}[-－–)）]?\s*"
)
_FEWEST = 2
_LONGEST = 200


def contents_lines(lines: Sequence[str]) -> range:
    """Which of the lines, from 0, are a table of contents, if any.

    It is a line that says so, and the lines after it as far as they end in the number of a page
    behind a tab, a gap or dots; two at least.
    """
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


def _is_entry(line: str) -> bool:
    return len(line) <= _LONGEST and _ENTRY.fullmatch(line) is not None
