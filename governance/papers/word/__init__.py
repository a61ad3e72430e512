"""From a paper to a Word file (.docx): the same words and order as in the PDF, for further work.

Only what is below knows python-docx. The same paper gives the same bytes while its version stays.
"""

from governance.papers.articles import ArticlesPaper
from governance.papers.comparison import ComparisonPaper


def word(paper: ArticlesPaper | ComparisonPaper) -> bytes:
    """The Word file of `paper`: A4, with its language and title, and no author."""
    # A quarter of a second, which only those who want a Word file should spend.
    from governance.papers.word import articles, comparison
    from governance.papers.word.document import document_bytes, new_document

    document = new_document(paper)
    if isinstance(paper, ArticlesPaper):
        articles.write(paper, document)
    else:
        comparison.write(paper, document)
    return document_bytes(document)
