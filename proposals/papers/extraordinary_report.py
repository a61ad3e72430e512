"""The extraordinary report (臨時報告書) on a resolution of a general meeting, for filing.

Financial Instruments and Exchange Act, Article 24-5, Paragraph 4; Cabinet Office Order on
Disclosure of Corporate Affairs, Article 19, Paragraph 2, Item 9-2: the day of the meeting, what was
resolved, the votes with what the resolution needs and its outcome, and why votes were left out. It
reports on one proposal; what else the meeting decided is added to it by hand.
"""

from django.utils.translation import gettext as _

from governance.papers.dates import plain_date
from governance.papers.sections import Grid, Section, SectionsPaper
from governance.papers.vocabulary import joined
from proposals.calendar.days import MEETING
from proposals.draft.derive import Draft
from proposals.models import Proposal, VoteCount
from proposals.models.state import State
from proposals.models.vote_count import why_no_votes
from proposals.papers.attachment import titled_by_outcome
from proposals.papers.facts import Facts, facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.words import WORDS


def why_no_report(proposal: Proposal) -> str:
    """Why there is nothing to report yet, or ""."""
    if why := why_no_votes(proposal):
        return why
    if not VoteCount.objects.filter(proposal=proposal).exists():
        return _("The votes of the meeting are not entered yet.")
    return ""


def extraordinary_report(draft: Draft, *, is_draft: bool = True) -> SectionsPaper:
    """The report on a proposal that was decided on, its votes entered."""
    proposal, language = draft.proposal, draft.language
    told, words = facts(proposal, language), WORDS[language]
    return SectionsPaper(
        language=language,
        title=joined((words.EXTRAORDINARY_REPORT, told.company["name"]), language),
        company=told.company["name"],
        subject=words.EXTRAORDINARY_REPORT,
        heading=words.EXTRAORDINARY_REPORT,
        subtitle=joined((told.company["name"], words.held_on(told)), language),
        sections=(
            Section(words.REPORT_REASON_HEAD, paragraphs=(words.report_reason(told),)),
            Section(words.REPORT_CONTENT_HEAD),
            *_content(draft, told),
        ),
        file_stem=draft_file_stem([proposal.address, "extraordinary-report", language], is_draft),
        is_draft=is_draft,
    )


def _content(draft: Draft, told: Facts) -> tuple[Section, ...]:
    """The four items of the report, in the order of the Order."""
    proposal, words = draft.proposal, WORDS[draft.language]
    votes = VoteCount.objects.filter(proposal=proposal).first()
    day = proposal.decided_on or told.days[MEETING]
    heads = words.REPORT_ITEMS
    subject = words.item_heading(proposal.number, told.subject or words.SUBJECT)
    outcome = words.CARRIED if proposal.state == State.ADOPTED else words.REJECTED
    row = (
        subject,
        *(_counts(votes) if votes else (words.UNSTATED_VOTES,) * 3),
        votes.text("requirement", draft.language) if votes else words.UNSTATED_VOTES,
        outcome,
    )
    return (
        Section(heads[0], 3, paragraphs=(plain_date(day, draft.language) if day else words.UNSET,)),
        Section(heads[1], 3, paragraphs=(subject,), table=titled_by_outcome(draft, draft.table)),
        Section(heads[2], 3, grid=Grid(words.VOTE_HEADS, (row,))),
        Section(
            heads[3],
            3,
            paragraphs=(_left_out(votes, draft) if votes else words.UNSTATED_VOTES,),
        ),
    )


def _counts(votes: VoteCount) -> tuple[str, ...]:
    return tuple(
        f"{count:,}" for count in (votes.votes_for, votes.votes_against, votes.abstentions)
    )


def _left_out(votes: VoteCount, draft: Draft) -> str:
    return votes.text("left_out", draft.language) or WORDS[draft.language].NONE_LEFT_OUT
