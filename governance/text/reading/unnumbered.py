"""Articles whose number is missing: a caption and wording where the numbers leave a gap."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.language import Head, Language
from governance.text.reading.head_lines import as_caption, take_lines_above
from governance.text.reading.text_unit import TextUnit
from governance.text.tree.provision import Kind, Number


def with_unnumbered_articles(units: list[TextUnit], language: Language) -> list[TextUnit]:
    """The units, those parted in two that hold an article whose number is missing: a caption and
    wording where the numbers of the articles leave a gap."""
    result: list[TextUnit] = []
    last: Number | None = None
    for place, unit in enumerate(units):
        result.append(unit)
        if unit.head and unit.head.kind is Kind.PART:
            last = None
        elif unit.head and unit.head.kind is Kind.ARTICLE:
            last = unit.head.last_number or unit.head.number
        if _is_number_missing(unit, units[place + 1 :][:3], last):
            result.extend(_split_off_unnumbered(unit, language))
    return result


def _is_number_missing(unit: TextUnit, following: Sequence[TextUnit], last: Number | None) -> bool:
    """Whether the next article's number is one too high after `last`."""
    heads = [each.head for each in following if each.head]
    article = next((head for head in heads if head.kind is not Kind.CHAPTER), None)
    if article is None or article.kind is not Kind.ARTICLE or article.number is None:
        return False
    if unit.head is None and heads[0] is not article:
        return False
    return article.number.main == (last.main if last else 0) + 2


def _split_off_unnumbered(unit: TextUnit, language: Language) -> list[TextUnit]:
    """Takes from the end of a unit the article that begins with its last caption, if any."""
    captions = [
        i
        for i, line in enumerate(unit.lines[:-1])
        if language.is_caption(line.content) and any(line.content for line in unit.lines[i + 1 :])
    ]
    if not captions:
        return []
    found = TextUnit(Head(Kind.ARTICLE, None, ()), lines=unit.lines[captions[-1] :])
    del unit.lines[captions[-1] :]
    found.pieces.extend(take_lines_above(unit.lines, Head(Kind.CHAPTER, None, ()), language))
    found.pieces.extend(as_caption(found.lines.pop(0)))
    return [found]
