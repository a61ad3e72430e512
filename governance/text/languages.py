"""The languages the core speaks."""

from governance.text import english, japanese
from governance.text.language import Language

LANGUAGES: dict[str, Language] = {"en": english, "ja": japanese}


def language_for(code: str) -> Language:
    """The language of a code, "en" or "ja". KeyError for another."""
    return LANGUAGES[code]
