"""The release (お知らせ): all that it prints, as one value that page and PDF share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import starmap

from governance.papers.dates import LanguageCode, long_date
from governance.papers.sections import NumberedReason, Particular
from governance.papers.vocabulary import VOCABULARY
from governance.text.message import Message
from governance.text.table.rows import ComparisonTable
from proposals.calendar.days import EFFECT, RESOLVED, ScheduledDay
from proposals.draft.derive import Draft
from proposals.draft.live_numbers import render
from proposals.papers.facts import Facts, OwnEffect
from proposals.papers.file_names import draft_file_stem
from proposals.papers.own_effects import facts_of_draft
from proposals.papers.words import WORDS


@dataclass(frozen=True)
class ScheduleLine:
    """A day of the schedule: "Scheduled effective date:", "Wednesday, June 26, 2013"."""

    label: str
    day: str


@dataclass(frozen=True)
class ReleasePaper:
    """All that a release prints. Text only; templates lay it out and mark it up.

    What one language's releases do not have is "" or () there.
    """

    address: str
    """The address of the proposal: "3774-21-1"."""
    language: LanguageCode
    is_draft: bool
    """Until approval every page says so, and the file name."""
    company: str
    subject: str
    """With the company's name, the running head of the later pages."""
    banner: str
    """Whom it is for: "For Immediate Release", 「各位」."""
    title: str
    dateline: str
    particulars: tuple[Particular, ...]
    opening: str
    record: str
    """「記」, which stands above what the opening announces."""
    reasons_head: str
    reasons: tuple[NumberedReason, ...]
    content_head: str
    content_opening: str
    table: ComparisonTable
    schedule_head: str
    schedule: tuple[ScheduleLine, ...]
    closing: str
    """「以上」."""
    about_head: str
    about: tuple[str, ...]
    forward_looking: tuple[str, ...]
    contact_head: str
    contact: tuple[str, ...]
    correction_head: str = ""
    correction_opening: str = ""
    """Which release it corrects."""
    correction: ComparisonTable | None = None
    """What it corrects, as released and as corrected; None for a first release."""

    @property
    def draft_mark(self) -> str:
        return VOCABULARY[self.language].DRAFT if self.is_draft else ""

    @property
    def template(self) -> str:
        """The part that lays the release out in its language, for page and PDF alike."""
        return f"paper/_release_{self.language}.html"

    @property
    def file_name(self) -> str:
        """ "3774-21-1-release-en-DRAFT.pdf", without "-DRAFT" once approved."""
        return f"{draft_file_stem([self.address, 'release', self.language], self.is_draft)}.pdf"


def release_paper(draft: Draft, *, is_draft: bool = True) -> ReleasePaper:
    """The release that announces the proposal of `draft`, in the draft's language.

    It says DRAFT unless the caller knows that this is what was approved.
    """
    proposal = draft.proposal
    return compose(
        facts_of_draft(draft),
        address=proposal.address,
        is_draft=is_draft,
        reasons=reason_texts(draft),
        table=draft.table,
    )


def compose(
    facts: Facts, *, address: str, is_draft: bool, reasons: Iterable[str], table: ComparisonTable
) -> ReleasePaper:
    """The release made of its parts; `reasons` are texts whose lines are paragraphs."""
    words = WORDS[facts.language]
    return ReleasePaper(
        address=address,
        language=facts.language,
        is_draft=is_draft,
        company=facts.company["name"],
        subject=facts.subject or words.SUBJECT,
        banner=words.BANNER,
        title=words.headline(facts),
        dateline=words.dateline(facts),
        particulars=tuple(starmap(Particular, words.particulars(facts))),
        opening=words.opening(facts),
        record=words.RECORD,
        reasons_head=words.REASONS_HEAD,
        reasons=numbered(reasons),
        content_head=words.CONTENT_HEAD,
        content_opening=words.CONTENT_OPENING,
        table=table,
        schedule_head=words.SCHEDULE_HEAD,
        schedule=tuple(schedule_lines(facts)),
        closing=words.CLOSING,
        about_head=facts.company["about_title"],
        about=written_lines(facts.company["about"]),
        forward_looking=written_lines(facts.company["forward_looking"]),
        contact_head=words.CONTACT_HEAD,
        contact=written_lines(facts.company["contact"]),
    )


def reason_texts(draft: Draft) -> list[str]:
    """The reasons of a draft with their numbers written out."""
    return [
        render(reason.text("body", draft.language), draft, draft.language)
        for reason in draft.reasons
    ]


def numbered(reasons: Iterable[str]) -> tuple[NumberedReason, ...]:
    """Reasons as printed, numbered where there are several."""
    texts = list(reasons)
    return tuple(
        NumberedReason(f"({number})" if len(texts) > 1 else "", written_lines(text))
        for number, text in enumerate(texts, 1)
    )


def schedule_lines(facts: Facts) -> Iterator[ScheduleLine]:
    """The days that a release prints, with their weekdays."""
    for each in facts.days.days:
        if each.printed is not None:
            yield schedule_line(each, each.printed, facts)
        if each is EFFECT:
            yield from map(partial(_own_effect_line, facts), facts.own_effects)


def _own_effect_line(facts: Facts, each: OwnEffect) -> ScheduleLine:
    words, language = WORDS[facts.language], facts.language
    name = each.provisions.in_language(language)
    if each.is_of_present:
        name = words.PRESENT_PROVISION.format(name=name)
    day = long_date(each.day, language) + words.SCHEDULED
    return ScheduleLine(words.OWN_EFFECT.format(name=name), day)


def schedule_line(each: ScheduledDay, label: Message, facts: Facts) -> ScheduleLine:
    """One day of the schedule, or what stands in its place."""
    words, language, day = WORDS[facts.language], facts.language, facts.days[each]
    scheduled = "" if each.field == RESOLVED.field else words.SCHEDULED
    return ScheduleLine(
        label.in_language(language).format(meeting=words.meeting(facts)),
        long_date(day, language) + scheduled if day else _undated(each, facts),
    )


def _undated(day: ScheduledDay, facts: Facts) -> str:
    """What stands in the place of a day that is not entered."""
    if day is EFFECT and facts.days.condition is not None:
        return facts.days.condition.in_language(facts.language)
    return WORDS[facts.language].UNSET


def written_lines(text: str) -> tuple[str, ...]:
    """The lines of `text` that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
