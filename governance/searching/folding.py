"""Text as it is compared in a search, and which of its characters each folded one stands for.

Folded, 第１５条 is 第15条, ｶﾌﾞｼｷ is カブシキ, DIRECTOR is director, and a line break is a space.
The database folds in the same way (`governance_folded`, migration 0008): what is changed here is
changed there, and every folded column computed anew.
"""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

# What NFKC leaves of white space; no-break, ideographic and other wide spaces are U+0020 by then.
_SPACES = re.compile("[\t\n\v\f\r \x85\u1680\u2028\u2029]+")
_SINGLE = re.compile("[\x21-\x7e\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]")
"""Signs that no neighbour changes, unless a combining mark follows: the bulk of any text."""


def _small_letters() -> dict[int, str]:
    # Letter for letter, as case folding has it: ß stays, for ss would be two. Blocks in which
    # nothing has been added since Unicode 8, so that every Python and PostgreSQL know the same.
    found = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    for code in (*range(0xC0, 0x530), *range(0x1E00, 0x2000)):
        letter = chr(code)
        small = next((s for s in (letter.casefold(), letter.lower()) if len(s) == 1), letter)
        if small != letter:
            found[code] = small
    return found | {ord("İ"): "i"}


_SMALL = _small_letters()


def fold(text: str) -> str:
    """The text as it is compared: NFKC, one space for any white space, small letters."""
    return _SPACES.sub(" ", normalize("NFKC", text)).translate(_SMALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` bound the characters of the text that its i-th
    character stands for.

    One character may stand for several (プ for ﾌﾟ), and several for one (f and i for ﬁ).
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def hits(self, words: tuple[str, ...]) -> list[tuple[int, int]]:
        """Where the folded words stand in the text, `[start, end)`, in order; what overlaps or
        touches is one.
        """
        found = sorted(place for word in words for place in self._places(word))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def _places(self, word: str) -> list[tuple[int, int]]:
        found, at = [], self.text.find(word)
        while word and at >= 0:
            found.append((self.starts[at], self.ends[at + len(word) - 1]))
            at = self.text.find(word, at + 1)
        return found


def folded(text: str) -> Folded:
    """The text folded, with the places that its characters come from: `.text` is `fold(text)`."""
    signs: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for sign in normalize("NFKC", text[start:end]):
            if _SPACES.fullmatch(sign):
                if signs and signs[-1] == " ":
                    ends[-1] = end
                    continue
                sign = " "  # noqa: PLW2901  any white space is this one
            signs.append(_SMALL.get(ord(sign), sign))
            starts.append(start)
            ends.append(end)
    return Folded("".join(signs), tuple(starts), tuple(ends))


def _clusters(text: str) -> list[tuple[int, int]]:
    """The text cut where nothing changes by it: each piece is normalized as it is in the whole."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if found and not _stands_alone(text[found[-1][0] : at], sign):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _stands_alone(before: str, sign: str) -> bool:
    """Whether `sign` neither combines with what stands before it nor changes its order."""
    if _SINGLE.match(sign):
        return True
    if combining(normalize("NFKD", sign)[0]):
        return False
    # A vowel of Hangul is no combining mark and yet joins the consonant before it.
    return normalize("NFKC", before + sign) == normalize("NFKC", before) + normalize("NFKC", sign)
