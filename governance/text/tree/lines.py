"""Raw text to lines with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from governance.text.patterns import pattern

SPACES = " \t　"
_OTHER_SPACES = pattern(r"[\xa0\u1680\u2000-\u200a\u202f\u205f]")  # no-break, thin, narrow …
_HYPHENATED = pattern(r"\xad[ \t]*\n[ \t]*(?=\S)")  # a soft hyphen that the width of a page used
_UNSEEN = pattern(r"[\xad\u200b-\u200d\u2060\ufeff]")  # zero-width spaces and joiners
_LINE = pattern(r"([^\n]*)(\n)|([^\n]+)")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it stands: its number from 1, indent, content, and what ends it (spaces and the
    line end). Joined in order the lines are the text."""

    number: int
    indent: str
    content: str
    ending: str

    @property
    def is_blank(self) -> bool:
        return not self.content

    def written(self) -> str:
        return self.indent + self.content + self.ending


def normalised(text: str) -> str:
    """The text with every kind of line end as "\\n", every other kind of space as " ", and without
    what cannot be seen: zero-width spaces, soft hyphens. Nobody types those on purpose."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    text = _HYPHENATED.sub("", _OTHER_SPACES.sub(" ", text))
    return _UNSEEN.sub("", text)


def raw_lines(text: str, first: int = 1) -> list[RawLine]:
    """The lines of a text, numbered from `first`; every character of it is in exactly one."""
    lines = []
    for number, match in enumerate(_LINE.finditer(text), first):
        whole, end = match[1] or match[3] or "", match[2] or ""
        content = whole.strip(SPACES)
        indent = whole[: len(whole) - len(whole.lstrip(SPACES))] if content else whole
        ending = whole[len(indent) + len(content) :] + end
        lines.append(RawLine(number, indent, content, ending))
    return lines
