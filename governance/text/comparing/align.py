"""Pairing two short sequences of texts by likeness, in order first, then what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from governance.text.language import Language

_FIRST_CHARACTER = 0x4E00
"""The first of a long run of characters that stand for words; none of them means anything."""
_LIKE_LINES = 0.3
"""The least likeness of two lines of wording that continue each other."""
_SAME_PLACE = 0.2
"""What the same place among the lines adds to it."""


def similarity(a: str, b: str, least: float = 0.0) -> float:
    """How alike two encoded texts are, 0 to 1, by what they share in order; 0 below `least`."""
    return 1.0 if a == b else Indel.normalized_similarity(a, b, score_cutoff=least)


@dataclass(slots=True)
class WordEncoder:
    """Texts as strings with a character for each word, so that likeness is measured in words.

    Letters would make any two English sentences half alike.
    """

    language: Language
    _characters: dict[str, str] = field(default_factory=dict)
    _encoded: dict[str, str] = field(default_factory=dict)

    def encode(self, text: str) -> str:
        """The text as a string, a character a word; what was encoded once is kept."""
        encoded = self._encoded.get(text)
        if encoded is None:
            characters = self._characters
            encoded = self._encoded[text] = "".join(
                [
                    characters.setdefault(word, chr(_FIRST_CHARACTER + len(characters)))
                    for word in self.language.similarity_units(text)
                ]
            )
        return encoded


def align(
    rows: int, columns: int, score: Callable[[int, int], float], least: float
) -> list[tuple[int, int]]:
    """The pairs (i, j), increasing in both, whose scores add up to the most; a pair scores at
    least `least`. Time and space grow with rows × columns."""
    table = [[score(i, j) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if table[i][j] >= least:
                best[i][j] = max(best[i][j], table[i][j] + best[i + 1][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if table[i][j] >= least and best[i][j] == table[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def align_lines(
    old: Sequence[str], new: Sequence[str], language: Language, least: float = _LIKE_LINES
) -> list[tuple[int, int]]:
    """The lines of two wordings that continue each other, in order; of two that are alike enough,
    a line rather goes on in the one of its own place."""
    encoder = WordEncoder(language)
    a, b = [encoder.encode(text) for text in old], [encoder.encode(text) for text in new]

    def score_at(i: int, j: int) -> float:
        likeness = similarity(a[i], b[j], least)
        return likeness + _SAME_PLACE if likeness and i == j else likeness

    return align(len(a), len(b), score_at, least)


def longest_increasing(pairs: Mapping[int, int]) -> list[int]:
    """The places, as many as can be, whose partners increase as they do: what did not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for i in sorted(pairs):
        at = bisect_left(tails, pairs[i])
        if at:
            before[i] = ends[at - 1]
        if at == len(tails):
            tails.append(pairs[i])
            ends.append(i)
        else:
            tails[at], ends[at] = pairs[i], i
    found = ends[-1:]
    while found and found[-1] in before:
        found.append(before[found[-1]])
    return found[::-1]
