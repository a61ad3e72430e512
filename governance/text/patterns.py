"""Regular expressions built from lists of words."""

import re
from collections.abc import Iterable
from itertools import batched

_BATCH = 20


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; "" when there are none.

    It looks at no character of a text twice. The branches of a long list are tried in batches, each
    behind a look at its first characters, or a thousand terms would cost a thousand looks.
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
    branches = [(re.escape(sign), one_of(rest)) for sign, rest in sorted(heads.items())]
    batches = list(batched(branches, _BATCH))
    tried = "|".join(
        (f"(?=[{''.join(sign for sign, _ in batch)}])" if len(batches) > 1 else "")
        + f"(?:{'|'.join(sign + rest for sign, rest in batch)})"
        for batch in batches
    )
    return f"(?:{tried})" + ("?" if may_end else "")
