"""Search in the wordings on record: what is asked for, what is found, and the lines that say so."""

from governance.search.excerpts import ExcerptPiece, MarkedLine, marked_lines
from governance.search.find import (
    ArticleResult,
    FoundArticle,
    FoundWording,
    Question,
    article_results,
    found_articles,
    wording_status,
)
from governance.search.query import LONGEST_QUERY, words_of

__all__ = [
    "LONGEST_QUERY",
    "ArticleResult",
    "ExcerptPiece",
    "FoundArticle",
    "FoundWording",
    "MarkedLine",
    "Question",
    "article_results",
    "found_articles",
    "marked_lines",
    "wording_status",
    "words_of",
]
