"""The words of an English sentence, as they may be underlined."""

import re

_TOKEN = re.compile(
    r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*(?:[-‐‑/][A-Za-zÀ-ÿ]+)*"  # director's, less-than, his/her
    r"|[0-9０-９]+(?:[.,:/:-][0-9０-９]+)*(?:st|nd|rd|th|%)?"  # 75,520,000  9-2  21st
    r"|[ \t\n　]+"
    r"|.",
    re.S,
)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and signs, in order; joined they give the text."""
    return _TOKEN.findall(text)
