"""What the papers of a proposal say in their own words, by language: a module each, with the same
names.
"""

from datetime import date
from typing import Protocol

from governance.papers.dates import LanguageCode
from proposals.papers import english, japanese
from proposals.papers.facts import Facts


class ProposalWords(Protocol):
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
    REFERENCE_PAPERS: str
    SHAREHOLDERS_PROPOSAL: str
    ITEM_REASONS: str
    ITEM_CONTENT: str
    ITEM_OPINION: str
    ITEM_EFFECT: str
    BOARD_PROPOSAL: str
    SCHEDULE: str
    NUMBERED: str
    CONTENT_OF_ITEM: str
    ATTACHMENT: str
    BEFORE_AMENDMENT: str
    AFTER_AMENDMENT: str
    PROPOSED_ARTICLES: str
    CHANGES_UNDERLINED: str
    REGISTER: str
    REGISTER_OPENING: str
    REGISTER_NOTHING: str
    REGISTER_HEADS: tuple[str, ...]
    REGISTER_OTHERS_HEAD: str
    REGISTER_OTHERS: str
    OWN_EFFECT: str
    SCHEDULED: str
    EXTRAORDINARY_REPORT: str
    REPORT_REASON_HEAD: str
    REPORT_CONTENT_HEAD: str
    REPORT_ITEMS: tuple[str, ...]
    VOTE_HEADS: tuple[str, ...]
    REQUIREMENT: str
    CARRIED: str
    REJECTED: str
    UNSTATED_VOTES: str
    NONE_LEFT_OUT: str
    PRESENT_PROVISION: str
    MATTER: str
    PLACES: dict[str, str]

    def headline(self, facts: Facts, /) -> str: ...
    def dateline(self, facts: Facts, /) -> str: ...
    def particulars(self, facts: Facts, /) -> tuple[tuple[str, str], ...]: ...
    def opening(self, facts: Facts, /) -> str: ...
    def meeting(self, facts: Facts, /) -> str: ...
    def day_or_unset(self, day: date | None, /) -> str: ...
    def report_reason(self, facts: Facts, /) -> str: ...
    def item_heading(self, number: int, subject: str, /) -> str: ...
    def held_on(self, facts: Facts, /) -> str: ...
    def resolution(self, facts: Facts, /, *, of_shareholders: bool) -> str: ...
    def corrected_title(self, title: str, /) -> str: ...


WORDS: dict[LanguageCode, ProposalWords] = {"en": english, "ja": japanese}
