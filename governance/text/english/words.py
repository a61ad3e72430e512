"""The words of an English sentence, as they may be underlined."""

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_TOKEN = re.compile(
    rf"{_MONTH} [0-9]{{1,2}}, [0-9]{{4}}"  # June 26, 2013
    r"|(?:Article|Chapter|Section|Paragraph|Item)s? [0-9]+(?:[-.][0-9]+)*(?![0-9])"  # Article 9-2
    r"|"
    r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*(?:[-‐‑/][A-Za-zÀ-ÿ]+)*"  # director's, less-than, his/her
    r"|[0-9０-９]+(?:[.,:/:-][0-9０-９]+)*(?:st|nd|rd|th|%)?"  # 75,520,000  9-2  21st
    r"|[ \t\n　]+"
    r"|.",
    re.S,
)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text."""
    return _TOKEN.findall(text)


SENTENCE_ENDS = frozenset({".", ";", "!", "?"})
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "from",
        "with",
        "and",
        "or",
        "be",
        "is",
        "are",
        "was",
        "its",
        "his",
        "her",
        "their",
        "such",
        "any",
        "as",
        "shall",
    ]
)


def is_island(words: Sequence[str], before: int, after: int) -> bool:
    """Whether an unchanged stretch between two changes, of so many words, is underlined with
    them: one word of weight, or light words only, and no end of a sentence."""
    if not words or SENTENCE_ENDS & set(words):
        return not words
    weighty = [word for word in words if word.lower() not in _LIGHT]
    return len(weighty) <= 1 and len(words) <= 3 and len(words) < before + after


_WORD = re.compile(r"[A-Za-zÀ-ÿ]+|[0-9]+")


def likeness(text: str) -> list[str]:
    """What the likeness of two texts is counted in: words, whatever their capitals."""
    return _WORD.findall(text.lower())
