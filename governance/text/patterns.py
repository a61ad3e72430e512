"""Regular expressions built from lists of words."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, that looks at no character twice.

    "" when there are no words.
    """
    heads: dict[str, list[str]] = {}
    may_end = False
    for word in words:
        if word:
            heads.setdefault(word[0], []).append(word[1:])
        else:
            may_end = True
    if not heads:
        return ""
    branches = "|".join(re.escape(sign) + one_of(rest) for sign, rest in sorted(heads.items()))
    return f"(?:{branches})" + ("?" if may_end else "")
