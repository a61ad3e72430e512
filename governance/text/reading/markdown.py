"""Heads as Markdown writes them: "## Article 1 (Name)", **第１条（商号）**."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.language import Language
from governance.text.patterns import pattern
from governance.text.tree.lines import RawLine

_HEADING = pattern(r"(?P<signs>#{1,6}[ \t　]+)(?P<words>\S.*?)(?P<end>[ \t]+#+)?")
_BOLD = pattern(r"(?P<signs>\*\*|__)(?P<words>\S.*?)(?P<end>(?P=signs))")


def without_markdown(lines: Sequence[RawLine], language: Language) -> list[RawLine]:
    """The lines with the signs of Markdown taken into their indents and endings, where a head is
    written with them: they are kept and are no words. A text without such heads stays as it is."""
    bare = [_without_signs(line) for line in lines]
    has_heads = any(
        one is not line and language.head(one.content) is not None
        for one, line in zip(bare, lines, strict=True)
    )
    return bare if has_heads else list(lines)


def _without_signs(line: RawLine) -> RawLine:
    for signs in (_HEADING, _BOLD):
        if match := signs.fullmatch(line.content):
            indent, ending = line.indent + match["signs"], (match["end"] or "") + line.ending
            return _without_signs(RawLine(line.number, indent, match["words"], ending))
    return line
