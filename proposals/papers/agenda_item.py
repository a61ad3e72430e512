"""The agenda item (議案) for the notice of a meeting: reasons and table; several items in order.

Regulations for Enforcement of the Companies Act, Articles 73 (the proposal and its reason) and 93
(that it is one of shareholders, their reason, the opinion of the board).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from governance.papers.dates import LanguageCode
from governance.papers.sections import Section, SectionsPaper
from governance.papers.vocabulary import joined
from proposals.calendar.days import EFFECT, MEETING
from proposals.draft.derive import Draft
from proposals.models.proposal import ProposedBy
from proposals.papers.facts import Facts, facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.release import numbered, reason_texts, schedule_line, written_lines
from proposals.papers.words import WORDS


def agenda_item(draft: Draft, *, is_draft: bool = True) -> SectionsPaper:
    """The item of one proposal."""
    stem = draft_file_stem([draft.proposal.address, "agenda-item", draft.language], is_draft)
    return _paper([draft], stem, is_draft=is_draft)


def agenda_items(drafts: Sequence[Draft], *, is_draft: bool = True) -> SectionsPaper:
    """The items of all proposals of a meeting, in the order of its agenda; at least one."""
    company, meeting = drafts[0].proposal.company, drafts[0].proposal.meeting
    words = (company.code, meeting.slug, "agenda-items", drafts[0].language)
    return _paper(drafts, draft_file_stem(words, is_draft), is_draft=is_draft)


def _paper(drafts: Sequence[Draft], file_stem: str, *, is_draft: bool) -> SectionsPaper:
    first = facts(drafts[0].proposal, drafts[0].language)
    words = WORDS[first.language]
    return SectionsPaper(
        language=first.language,
        title=joined((words.REFERENCE_PAPERS, first.company["name"]), first.language),
        company=first.company["name"],
        subject=words.REFERENCE_PAPERS,
        heading=words.REFERENCE_PAPERS,
        subtitle=joined((first.company["name"], words.held_on(first)), first.language),
        sections=tuple(section for each in drafts for section in sections_of_item(each)),
        file_stem=file_stem,
        is_draft=is_draft,
    )


def sections_of_item(draft: Draft) -> tuple[Section, ...]:
    """The heading of an item, and below it reasons, table and what else must be told of it."""
    proposal = draft.proposal
    told = facts(proposal, draft.language)
    words = WORDS[draft.language]
    of_shareholders = proposal.proposed_by == ProposedBy.SHAREHOLDERS
    below = [*sections_of_content(draft), *opinion_section(draft), *_effect(told)]
    return (
        Section(
            words.item_heading(proposal.number, told.subject or words.SUBJECT),
            paragraphs=(words.SHAREHOLDERS_PROPOSAL,) if of_shareholders else (),
        ),
        *numbered_sections(below, draft.language),
    )


def numbered_sections(sections: Iterable[Section], language: LanguageCode) -> Iterator[Section]:
    """The sections with a number before each heading: "1. Reasons for the proposal"."""
    form = WORDS[language].NUMBERED
    for number, section in enumerate(sections, 1):
        yield replace(section, heading=form.format(number=number, text=section.heading))


def sections_of_content(draft: Draft) -> tuple[Section, ...]:
    """The reasons and the table of a draft."""
    words = WORDS[draft.language]
    return (
        Section(words.ITEM_REASONS, level=3, reasons=numbered(reason_texts(draft))),
        Section(
            words.ITEM_CONTENT, level=3, paragraphs=(words.CONTENT_OF_ITEM,), table=draft.table
        ),
    )


def opinion_section(draft: Draft) -> tuple[Section, ...]:
    """What the board thinks of a proposal of shareholders, where it is written."""
    opinion = draft.proposal.text("opinion", draft.language)
    if not opinion:
        return ()
    return (
        Section(WORDS[draft.language].ITEM_OPINION, level=3, paragraphs=written_lines(opinion)),
    )


def _effect(told: Facts) -> tuple[Section, ...]:
    """When it takes effect, where that is not the day of the meeting itself."""
    if told.days[EFFECT] is not None and told.days[EFFECT] == told.days[MEETING]:
        return ()
    line = schedule_line(EFFECT, EFFECT.label, told)
    return (Section(WORDS[told.language].ITEM_EFFECT, level=3, paragraphs=(line.day,)),)
