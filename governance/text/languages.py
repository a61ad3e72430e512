"""The languages the core speaks."""

from . import english
from .language import Language

LANGUAGES: dict[str, Language] = {"en": english}


def language(code: str) -> Language:
    """The language of a code, "en" or "ja". KeyError for another."""
    return LANGUAGES[code]
