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
from governance.search.query import LONGEST_QUERY, without_control_characters, words_of

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
    "without_control_characters",
    "wording_status",
    "words_of",
]
