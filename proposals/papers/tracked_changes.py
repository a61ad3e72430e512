"""The whole articles with the changes of a draft tracked, for counsel."""

from governance.papers.tracked_changes import TrackedChangesPaper, tracked_lines
from governance.papers.vocabulary import VOCABULARY, joined
from proposals.draft.derive import Draft
from proposals.draft.whole_table import table_of_whole_articles
from proposals.papers.facts import facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.words import WORDS


def tracked_changes(draft: Draft, *, is_draft: bool = True) -> TrackedChangesPaper:
    """Accepted whole they are the proposed articles, rejected whole the present ones."""
    told, words = facts(draft.proposal, draft.language), WORDS[draft.language]
    subject = told.subject or words.SUBJECT
    return TrackedChangesPaper(
        language=draft.language,
        title=joined((words.PROPOSED_ARTICLES, told.company["name"]), draft.language),
        heading=VOCABULARY[draft.language].ARTICLES_HEADING,
        company=told.company["name"],
        state=subject,
        author=subject,
        lines=tuple(tracked_lines(table_of_whole_articles(draft))),
        file_stem=draft_file_stem(
            [draft.proposal.address, "tracked-changes", draft.language], is_draft
        ),
        is_draft=is_draft,
    )
