"""Days and ordinals as papers print them, in the language of the paper and not of the reader.

Written out in `english` and `japanese` and not left to the locale: a release must say the same on
every machine.
"""

from datetime import date

from governance.papers import english, japanese

LanguageCode = str
"""Of a paper: "ja", else English."""


def plain_date(day: date, language: LanguageCode) -> str:
    """`day` without its weekday: "June 26, 2013", 「2013年6月26日」."""
    return japanese.write_date(day) if language == "ja" else english.write_date(day)


def long_date(day: date, language: LanguageCode) -> str:
    """`day` with its weekday: "Wednesday, June 26, 2013", 「2013年6月26日（水）」."""
    return japanese.write_long_date(day) if language == "ja" else english.write_long_date(day)


def ordinal(number: int, language: LanguageCode) -> str:
    """The ordinal of a meeting: "21st" (never "21th"), "112th", 「第21回」."""
    return japanese.write_ordinal(number) if language == "ja" else english.write_ordinal(number)
