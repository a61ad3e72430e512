"""Search in the wordings on record: what is asked for, what is found, and the lines that say so."""

from governance.search.excerpts import MarkedLine, Piece, marked_lines
from governance.search.find import (
    ArticleLife,
    FoundArticle,
    FoundWording,
    Question,
    found_articles,
    lives_of,
    wording_status,
)
from governance.search.query import LONGEST_QUERY, words_of

__all__ = [
    "LONGEST_QUERY",
    "ArticleLife",
    "FoundArticle",
    "FoundWording",
    "MarkedLine",
    "Piece",
    "Question",
    "found_articles",
    "lives_of",
    "marked_lines",
    "wording_status",
    "words_of",
]
