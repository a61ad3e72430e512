"""Text as it is compared in a search, and which of its characters each folded one stands for.

Folded, 第１５条 is 第15条, ｶﾌﾞｼｷ is カブシキ, DIRECTOR is director, and a line break is a space.
The database folds in the same way (`governance_folded`, migration 0008): what is changed here is
changed there, and every folded column computed again.
"""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

# What NFKC leaves of white space; no-break, ideographic and other wide spaces are U+0020 by then.
_SPACES = re.compile("[\t\n\v\f\r \x85\u1680\u2028\u2029]+")
_SINGLE = "!-~ぁ-ゖァ-ヺー一-\u9fff々、。「」"
"""Signs that stay as they are, unless a combining mark follows: the bulk of any text."""
_PLAIN = re.compile(f"[{_SINGLE}](?:[{_SINGLE}]| (?=[{_SINGLE}]))*(?=[{_SINGLE} \n]|\\Z)")


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
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        if plain := _PLAIN.match(text, at):
            end = plain.end()
            characters.append(plain[0].translate(_SMALL))
            starts += range(at, end)
            ends += range(at + 1, end + 1)
            at = end
            continue
        end = _end_of_cluster(text, at)
        for character in normalize("NFKC", text[at:end]):
            is_space = _SPACES.fullmatch(character) is not None
            if is_space and characters and characters[-1] == " ":
                ends[-1] = end
                continue
            characters.append(" " if is_space else _SMALL.get(ord(character), character))
            starts.append(at)
            ends.append(end)
        at = end
    return Folded("".join(characters), tuple(starts), tuple(ends))


def _end_of_cluster(text: str, start: int) -> int:
    """Where what begins there can be cut off, and is normalized as it is within the whole."""
    end = start + 1
    while end < len(text) and not _stands_alone(text[start:end], text[end]):
        end += 1
    return end


def _stands_alone(before: str, character: str) -> bool:
    """Whether `character` neither combines with what stands before it nor changes its order."""
    if combining(normalize("NFKD", character)[0]):
        return False
    # A vowel of Hangul is no combining mark and yet joins the consonant before it.
    return normalize("NFKC", before + character) == normalize("NFKC", before) + normalize(
        "NFKC", character
    )
