"""The resolution of the board (取締役会議案) to propose an amendment, or to make it alone.

Companies Act, Article 298: the board decides what is laid before a general meeting.
"""

from dataclasses import replace

from governance.papers.sections import Particular, Section, SectionsPaper
from governance.papers.vocabulary import joined
from proposals.calendar.days import RESOLVED
from proposals.draft.derive import Draft
from proposals.models.proposal import ProposedBy
from proposals.papers.agenda_item import numbered_sections, opinion_section, sections_of_content
from proposals.papers.file_names import draft_file_stem
from proposals.papers.own_effects import facts_of_draft
from proposals.papers.release import schedule_lines
from proposals.papers.words import WORDS


def board_resolution(draft: Draft, *, is_draft: bool = True) -> SectionsPaper:
    """What is laid before the board: the resolution, then reasons, table and schedule."""
    proposal, language = draft.proposal, draft.language
    told = facts_of_draft(draft)
    words = WORDS[language]
    schedule = tuple(Particular(line.label, line.day) for line in schedule_lines(told))
    return SectionsPaper(
        language=language,
        title=joined((words.BOARD_PROPOSAL, told.company["name"]), language),
        company=told.company["name"],
        subject=words.BOARD_PROPOSAL,
        day=words.day_or_unset(told.days[RESOLVED]),
        heading=words.BOARD_PROPOSAL,
        subtitle=told.subject or words.SUBJECT,
        opening=words.resolution(
            told, of_shareholders=proposal.proposed_by == ProposedBy.SHAREHOLDERS
        ),
        sections=tuple(
            replace(section, level=2)
            for section in numbered_sections(
                [
                    *sections_of_content(draft),
                    *opinion_section(draft),
                    Section(words.SCHEDULE, particulars=schedule),
                ],
                language,
            )
        ),
        closing=words.CLOSING,
        file_stem=draft_file_stem([proposal.address, "board-resolution", language], is_draft),
        is_draft=is_draft,
    )
