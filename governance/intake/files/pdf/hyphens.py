"""Hyphens at the ends of lines: of a word that the width of the page broke, or of the word."""

import re
from collections import Counter
from collections.abc import Iterable

_SIGNS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_WORD = re.compile(r"[A-Za-z]+(?:[-\u2010][A-Za-z]+)*")
_LAST = re.compile(rf"(?P<chain>[A-Za-z]+(?:[-\u2010][A-Za-z]+)*)[{_SIGNS}]$")
_FIRST = re.compile(r"[a-z]+")
# Words that stand before a hyphen of the word itself, and are no syllable of another one.
_PREFIXES = frozenset(
    (
        "non", "self", "vice", "well", "full", "half", "long", "short", "cross", "two", "three",
        "four", "five", "six", "seven", "eight", "nine", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "first", "second", "third", "year", "month",
    )
)  # fmt: skip


class Hyphens:
    """Tells the one from the other by the words of the document."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.unsure: list[str] = []
        words: Counter[str] = Counter()
        for line in lines:
            # The halves of a broken word are no words.
            written = _LAST.sub("", line)
            words.update(each.lower().replace("\u2010", "-") for each in _WORD.findall(written))
        self._words = words

    def ends_in_hyphen(self, text: str) -> bool:
        return _LAST.search(text) is not None

    def joined(self, text: str, more: str) -> str:
        """The line with what goes on below it, with the hyphen or without it."""
        last, first = _LAST.search(text), _FIRST.match(more)
        if last is None or first is None:
            return text + more
        chain, tail = last["chain"].lower().replace("\u2010", "-"), first[0]
        half = chain.rpartition("-")[2]
        if text.endswith(_SOFT) or self._words[f"{chain}{tail}"]:
            return text[:-1] + more
        if self._words[f"{chain}-{tail}"] or half != chain or half in _PREFIXES:
            return text[:-1] + "-" + more
        is_compound = bool(self._words[half] and self._words[tail])
        if self._words[half] or self._words[tail]:
            self.unsure.append(f"{chain}-{tail}" if is_compound else f"{chain}{tail}")
        return text[:-1] + "-" * is_compound + more
