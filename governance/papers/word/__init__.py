"""From a paper to a Word file (.docx): the same words and order as in the PDF, for further work.

Only what is below knows python-docx. The same paper gives the same bytes while its version stays.
"""

from governance.papers.articles import ArticlesPaper
from governance.papers.comparison import ComparisonPaper
from governance.papers.marked_articles import MarkedArticlesPaper
from governance.papers.sections import SectionsPaper
from governance.papers.tracked_changes import TrackedChangesPaper

WordPaper = (
    ArticlesPaper | ComparisonPaper | MarkedArticlesPaper | SectionsPaper | TrackedChangesPaper
)


def word(paper: WordPaper) -> bytes:
    """The Word file of `paper`: A4, with its language and title, and no author."""
    # A quarter of a second, which only those who want a Word file should spend.
    from governance.papers.word import (
        articles,
        comparison,
        marked_articles,
        sections,
        tracked_changes,
    )
    from governance.papers.word.document import document_bytes, new_document

    document = new_document(paper)
    match paper:
        case ArticlesPaper():
            articles.write(paper, document)
        case ComparisonPaper():
            comparison.write(paper, document)
        case MarkedArticlesPaper():
            marked_articles.write(paper, document)
        case SectionsPaper():
            sections.write(paper, document)
        case TrackedChangesPaper():
            tracked_changes.write(paper, document)
    return document_bytes(document)
