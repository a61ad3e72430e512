"""What is asked for: the words of a query."""

import re

from governance.search.folding import fold

LONGEST_QUERY = 200
"""In characters. A sentence of the articles fits; a page pasted by mistake does not."""

# Control characters, and halves of pairs that are no characters at all.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_WORDS = re.compile(
    r"""「(?P<quoted>[^」]*)(?:」|$)            # 「取締役　会長」: one word, its space with it
    | ["“”＂](?P<english>[^"“”＂]*)(?:["“”＂]|$)  # "general meeting"
    | (?P<plain>[^\s"“”＂「]+)
    """,
    re.X,
)


def without_control_characters(query: str) -> str:
    """The query with a space for what cannot be looked for: it parts words like one."""
    return _NO_TEXT.sub(" ", query)


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, folded, each once: parted by white space of any width; what stands in
    "…", “…” or 「…」 is one word, to the end where the quotation is not closed.
    """
    found = (
        fold(match["quoted"] or match["english"] or match["plain"] or "").strip()
        for match in _WORDS.finditer(without_control_characters(query))
    )
    return tuple(dict.fromkeys(word for word in found if word))
