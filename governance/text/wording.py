"""Two wordings of one line to the stretches that a lawyer would underline on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .language import Language
from .rows import Span

_PAIRS = {
    "(": ")",
    "（": "）",
    "「": "」",
    "『": "』",
    "[": "]",
    "［": "］",
    "【": "】",
    "“": "”",
    "〔": "〕",
}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}


@dataclass(slots=True)
class _Side:
    """The tokens of one wording, spaces apart, and which of them are marked."""

    words: list[str]
    spaces: list[str]  # spaces[i] stands before words[i]; one more at the end
    marked: list[bool]

    @classmethod
    def of(cls, tokens: Sequence[str]) -> _Side:
        words: list[str] = []
        spaces = [""]
        for token in tokens:
            if token.isspace():
                spaces[-1] += token
            else:
                words.append(token)
                spaces.append("")
        return cls(words, spaces, [False] * len(words))

    def spans(self) -> tuple[Span, ...]:
        """The wording as spans; a space is underlined only between two marked words."""
        found: list[Span] = []
        for i, word in enumerate(self.words):
            joined = bool(i) and self.marked[i - 1] and self.marked[i]
            _append(found, self.spaces[i], joined)
            _append(found, word, self.marked[i])
        _append(found, self.spaces[-1], False)
        return tuple(found)


def _append(spans: list[Span], text: str, changed: bool) -> None:
    if not text:
        return
    if spans and spans[-1].changed == changed:
        spans[-1] = Span(spans[-1].text + text, changed)
    else:
        spans.append(Span(text, changed))


@dataclass(frozen=True, slots=True)
class _Change:
    """words[a1:a2] of the old wording become words[b1:b2] of the new."""

    a1: int
    a2: int
    b1: int
    b2: int


def whole(text: str, changed: bool = True) -> tuple[Span, ...]:
    """The text as one span."""
    return (Span(text, changed),) if text else ()


def underline(old: str, new: str, tongue: Language) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of both sides. Joined, the spans of a side give its text to the letter.

    No span begins or ends inside a word, a number, a citation or a pair of brackets; a short
    unchanged stretch between two changes is underlined with them; of a sentence mostly rewritten
    nothing is left out.
    """
    if old == new:
        return whole(old, False), whole(new, False)
    a, b = _Side.of(tongue.tokens(old)), _Side.of(tongue.tokens(new))
    changes = _changes(a.words, b.words)
    changes = _slid(changes, a.words, b.words)
    changes = _joined(changes, a.words, tongue)
    changes = _rewritten_sentences(changes, a.words, tongue)
    for change in changes:
        a.marked[change.a1 : change.a2] = [True] * (change.a2 - change.a1)
        b.marked[change.b1 : change.b2] = [True] * (change.b2 - change.b1)
    for side in (a, b):
        _close_brackets(side)
    return a.spans(), b.spans()


def _changes(a: Sequence[str], b: Sequence[str]) -> list[_Change]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [
        _Change(a1, a2, b1, b2) for tag, a1, a2, b1, b2 in matcher.get_opcodes() if tag != "equal"
    ]


def _slid(changes: list[_Change], a: Sequence[str], b: Sequence[str]) -> list[_Change]:
    """An insertion or deletion that can stand in several places stands where a clause does: in
    "the Board, the Board," either may be the new one, but nobody would underline "Board, the"."""
    result: list[_Change] = []
    for n, change in enumerate(changes):
        if change.a1 != change.a2 and change.b1 != change.b2:
            result.append(change)
            continue
        words, start, end = (
            (b, change.b1, change.b2) if change.a1 == change.a2 else (a, change.a1, change.a2)
        )
        before = result[-1] if result else None
        after = changes[n + 1] if n + 1 < len(changes) else None
        left = change.a1 - (before.a2 if before else 0)
        left = min(left, change.b1 - (before.b2 if before else 0))
        right = (after.a1 if after else len(a)) - change.a2
        right = min(right, (after.b1 if after else len(b)) - change.b2)
        best, best_score = 0, _seam(words, start, end)
        for step in range(1, left + 1):
            if words[start - step] != words[end - step]:
                break
            if (score := _seam(words, start - step, end - step)) > best_score:
                best, best_score = -step, score
        for step in range(1, right + 1):
            if words[start + step - 1] != words[end + step - 1]:
                break
            if (score := _seam(words, start + step, end + step)) > best_score:
                best, best_score = step, score
        result.append(
            _Change(change.a1 + best, change.a2 + best, change.b1 + best, change.b2 + best)
        )
    return result


_STOPS = set(".。;；:：")
_COMMAS = set(",，、")


def _seam(words: Sequence[str], start: int, end: int) -> int:
    """How well a stretch begins and ends: a sentence best, a clause next."""
    before = words[start - 1] if start else "."
    last = words[end - 1]
    if before in _STOPS and last in _STOPS:
        return 4
    if before in _COMMAS and last in _COMMAS:
        return 3
    if words[start] in _COMMAS and (end == len(words) or words[end] in _COMMAS | _STOPS):
        return 3
    if before in _STOPS or last in _STOPS:
        return 1
    return 0 if words[start] in _COMMAS | _STOPS or last in _COMMAS else 2


def _joined(changes: list[_Change], a: Sequence[str], tongue: Language) -> list[_Change]:
    """Joins two changes parted only by a short unchanged stretch within a sentence."""
    result: list[_Change] = []
    for change in changes:
        if result:
            last = result[-1]
            island = a[last.a2 : change.a1]
            if tongue.is_island(
                island,
                last.a2 - last.a1 + last.b2 - last.b1,
                change.a2 - change.a1 + change.b2 - change.b1,
            ):
                result[-1] = _Change(last.a1, change.a2, last.b1, change.b2)
                continue
        result.append(change)
    return result


def _sentences(words: Sequence[str], tongue: Language) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for i, word in enumerate(words):
        if word in tongue.SENTENCE_ENDS:
            bounds.append((start, i + 1))
            start = i + 1
    if start < len(words):
        bounds.append((start, len(words)))
    return bounds


def _rewritten_sentences(
    changes: list[_Change], a: Sequence[str], tongue: Language
) -> list[_Change]:
    """Within a sentence of which less than a third stays, the changes become one."""
    if len(changes) < 2:
        return changes
    result: list[_Change] = []
    sentences = _sentences(a, tongue)
    place = 0
    for start, end in sentences:
        inside: list[_Change] = []
        while place < len(changes) and changes[place].a1 < end:
            inside.append(changes[place])
            place += 1
        if len(inside) > 1 and inside[-1].a2 <= end and inside[0].a1 >= start:
            first, last = inside[0], inside[-1]
            kept = (last.a1 - first.a2) - sum(c.a2 - c.a1 for c in inside[1:-1])
            old_size = sum(c.a2 - c.a1 for c in inside)
            new_size = sum(c.b2 - c.b1 for c in inside)
            outside = (end - start) - old_size - kept
            if kept and kept + outside <= (min(old_size, new_size) + kept + outside) / 3:
                inside = [_Change(first.a1, last.a2, first.b1, last.b2)]
        result.extend(inside)
    result.extend(changes[place:])
    return result


def _close_brackets(side: _Side) -> None:
    """Marks the partner of a marked bracket, and what stands between, unless nothing else does."""
    open_at: list[int] = []
    for i, word in enumerate(side.words):
        if word in _PAIRS:
            open_at.append(i)
        elif word in _CLOSING and open_at and side.words[open_at[-1]] == _CLOSING[word]:
            start = open_at.pop()
            if side.marked[start] != side.marked[i]:
                side.marked[start : i + 1] = [True] * (i + 1 - start)
