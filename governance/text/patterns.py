"""Regular expressions that are compiled when they are first used.

There are more than two hundred of them in the core, and a command or a page uses a few: compiling
all of them takes longer than most of what they are for.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at the first use. The source is in `pattern` before."""
    return cast("re.Pattern[str]", UncompiledPattern(source, flags))


class UncompiledPattern:
    """Stands for an expression. The first method asked for compiles it, and from then on the
    methods of the compiled one are the object's own attributes: they cost no more than its."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]
