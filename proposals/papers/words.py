"""What a release says in its own words, by language: a module each, with the same names."""

from typing import Protocol

from governance.papers.dates import LanguageCode
from proposals.papers import english, japanese
from proposals.papers.facts import Facts


class ReleaseWords(Protocol):
    """The names that both modules have; what one language does not say is "" or () there."""

    BANNER: str
    RECORD: str
    REASONS_HEAD: str
    CONTENT_HEAD: str
    CONTENT_OPENING: str
    SCHEDULE_HEAD: str
    CONTACT_HEAD: str
    SUBJECT: str
    CLOSING: str
    UNSET: str
    CORRECTION_HEAD: str
    CORRECTION_OPENING: str
    AS_RELEASED: str
    AS_CORRECTED: str
    NOTHING: str
    PLACES: dict[str, str]

    def headline(self, facts: Facts, /) -> str: ...
    def dateline(self, facts: Facts, /) -> str: ...
    def particulars(self, facts: Facts, /) -> tuple[tuple[str, str], ...]: ...
    def opening(self, facts: Facts, /) -> str: ...
    def meeting(self, facts: Facts, /) -> str: ...
    def corrected_title(self, title: str, /) -> str: ...


WORDS: dict[LanguageCode, ReleaseWords] = {"en": english, "ja": japanese}
