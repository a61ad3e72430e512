"""What stands before the articles and is none of them: a cover, a table of contents."""

import re
from collections.abc import Collection, Iterator

from governance.intake.files.contents import contents_lines
from governance.intake.text import english, japanese
from governance.text.languages import language_for

_TITLE = re.compile(f"{japanese.TITLE}|{english.TITLE}", re.IGNORECASE)
_HIGHEST = 200
"""Lines that a cover and contents have at most; what has no head above that is no cover."""


def front_matter_lines(text: str, language: str) -> list[int]:
    """The lines, from 0, of contents, and of a cover before the first head but for the title."""
    rules = language_for(language)
    lines = text.split("\n")
    contents = contents_lines(lines, rules)
    heads = (
        at
        for at, line in enumerate(lines[: _HIGHEST + len(contents)])
        if at not in contents and rules.head(line.strip()) is not None
    )
    first = next(heads, 0)
    before = [at for at in range(first) if lines[at].strip() and at not in contents]
    # The caption of the first article stands above its head.
    if before and rules.is_caption(lines[before[-1]].strip()):
        before.pop()
    title = next((at for at in before if _TITLE.search(lines[at])), next(iter(before), None))
    return sorted({*contents, *(at for at in before if at != title)})


def text_without(text: str, gone: Collection[int]) -> str:
    return "\n".join(line for at, line in enumerate(text.split("\n")) if at not in gone)


def words_of_lines(text: str, places: Collection[int]) -> Iterator[str]:
    """What stands in those lines, none for blank ones."""
    lines = text.split("\n")
    return (lines[at].strip() for at in places if lines[at].strip())
