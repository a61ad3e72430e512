"""EQ fields: characters that Word sets over, around or beside one another by an instruction.

In Japanese documents they write readings (ruby) and characters in a circle:
`EQ \\o\\ad(\\s\\up 9(あおぎり),青桐)`, `eq \\o\\ac(○,印)`.
"""

import re
from dataclasses import dataclass

_SIGNS_AROUND = frozenset("○◯〇□◇△▽●■☐⬜⭕")
# A number in a circle is a mark, which is another one without it.
_CIRCLED = {str(at + 1): sign for at, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")}
_MOST_NESTED = 20


@dataclass(frozen=True)
class EquationText:
    """What such a field shows: the wording, the readings over it, and what stands in a sign."""

    text: str
    readings: tuple[str, ...] = ()
    enclosed: tuple[str, ...] = ()
    is_formula: bool = False
    """Whether its parts stand beside or above one another, so that a line of text is a guess."""


def equation_text(instruction: str) -> EquationText:
    """What the instruction of an EQ field shows, e.g. "青桐" with the reading "あおぎり"."""
    reader = _InstructionReader(instruction.strip()[2:])
    text = reader.sequence(0, ends="")
    return EquationText(
        text.strip(), tuple(reader.readings), tuple(reader.enclosed), reader.is_formula
    )


class _InstructionReader:
    def __init__(self, written: str) -> None:
        self._written = written
        self._at = 0
        self.readings: list[str] = []
        self.enclosed: list[str] = []
        self.is_formula = False
        self._is_raised = False
        self._is_lowered = False

    def sequence(self, depth: int, ends: str) -> str:
        """sequence = (switches arguments | character)*, up to a sign of `ends`, which is left."""
        found = ""
        while self._at < len(self._written):
            sign = self._written[self._at]
            if sign in ends:
                break
            if sign == "\\":
                found += self._switched(depth)
            else:
                found += sign
                self._at += 1
        return found

    def _switched(self, depth: int) -> str:
        """switched = ("\\\\" name options)+ "(" arguments ")"; or a sign behind a "\\\\"."""
        names: list[str] = []
        while self._at < len(self._written) and self._written[self._at] == "\\":
            following = self._written[self._at + 1 : self._at + 2]
            if not names and following in "(),;\\":
                self._at += 2
                return following
            names.append(self._name())
        if self._written[self._at : self._at + 1] != "(" or depth > _MOST_NESTED:
            return ""
        return self._shown([each for each in names if each != "*"], self._arguments(depth))

    def _name(self) -> str:
        """A switch with its options: `\\up 9`, `\\* "Font:ＭＳ 明朝"`, `\\* hps10`, `\\bc\\{`."""
        match = re.match(r"\\([A-Za-z]{1,2}|\*)", self._written[self._at :])
        if match is None:
            self._at += 2
            return ""
        self._at += match.end()
        rest = self._written[self._at :]
        if match[1] == "*":
            option = re.match(r'\s*(?:"[^"]*"|[A-Za-z]+[0-9]*)\s*', rest)
        elif match[1].lower() in ("bc", "lc", "rc", "fc"):
            option = re.match(r"\s*\\.\s*", rest)
        else:
            option = re.match(r"\s*[0-9]*\s*", rest)
        self._at += option.end() if option else 0
        return match[1].lower()

    def _arguments(self, depth: int) -> list[tuple[str, bool]]:
        """arguments = sequence (("," | ";") sequence)*; each with whether it is raised."""
        found = []
        self._at += 1
        while True:
            self._is_raised = False
            text = self.sequence(depth + 1, ends=",;)")
            found.append((text.strip(), self._is_raised))
            end = self._written[self._at : self._at + 1]
            self._at += 1
            if end in (")", ""):
                self._is_raised = False
                return found

    def _shown(self, names: list[str], arguments: list[tuple[str, bool]]) -> str:
        texts = [text for text, _raised in arguments]
        if not names:
            return f"({','.join(texts)})"
        if names[0] == "s":
            self._is_raised = "do" not in names
            self._is_lowered = self._is_lowered or not self._is_raised
            return "".join(texts)
        if names[0] == "o":
            is_lowered, self._is_lowered = self._is_lowered, False
            if is_lowered:  # 株式 over 会社, in the room of one character
                self.is_formula = True
                return "".join(texts)
            return self._over_one_another(arguments)
        if names[0] == "x":  # a box around it
            self.enclosed += texts
            return "".join(texts)
        self.is_formula = True
        if names[0] == "f":
            return "/".join(texts)
        if names[0] == "r":
            return "√" + "".join(reversed(texts))
        if names[0] == "b":
            return f"({''.join(texts)})"
        return ",".join(texts) if names[0] == "l" else " ".join(each for each in texts if each)

    def _over_one_another(self, arguments: list[tuple[str, bool]]) -> str:
        base = [text for text, raised in arguments if not raised]
        raised = [text for text, raised in arguments if raised]
        if raised and base:
            self.readings += raised
            return "".join(base)
        within = [text for text in base if text not in _SIGNS_AROUND]
        if len(within) < len(base) and within:
            self.enclosed += within
            return "".join(_CIRCLED.get(text, text) for text in within)
        self.is_formula = self.is_formula or len(base) > 1
        return "".join(base or raised)
