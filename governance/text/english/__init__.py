"""English: its marks, its citations, its words."""

from .citations import references
from .marks import (
    cite,
    cite_all,
    cite_within,
    enumerators,
    flat,
    head,
    head_pieces,
    is_caption,
    is_title_below,
    is_wrapped,
    may_count_paragraphs,
    number_span,
    numerals,
    relabel,
    usual_mark,
    within,
)
from .words import SENTENCE_ENDS, is_island, likeness, tokens

CODE = "en"
EMPTIED = "(Deleted)"
sections_nest = True  # "Section 4.6." stands inside "ARTICLE IV"

__all__ = [
    "CODE",
    "EMPTIED",
    "SENTENCE_ENDS",
    "cite",
    "cite_all",
    "cite_within",
    "enumerators",
    "flat",
    "head",
    "head_pieces",
    "is_caption",
    "is_island",
    "is_title_below",
    "is_wrapped",
    "likeness",
    "may_count_paragraphs",
    "number_span",
    "numerals",
    "references",
    "relabel",
    "sections_nest",
    "tokens",
    "usual_mark",
    "within",
]
