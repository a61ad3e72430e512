"""Search in the wordings on record: what is asked for, what is found, and the lines that say so."""

from governance.searching.finding import (
    ArticleLife,
    FoundArticle,
    FoundWording,
    Question,
    found_articles,
    lives_of,
    standing,
)
from governance.searching.marking import MarkedLine, Piece, marked_lines
from governance.searching.words import LONGEST_QUERY, words_of

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
    "standing",
    "words_of",
]
