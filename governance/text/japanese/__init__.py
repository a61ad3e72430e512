"""Japanese: its marks, its citations, its words."""

from .citations import references
from .heads import head, is_caption, is_title_below, is_wrapped
from .labels import (
    cite,
    cite_all,
    cite_within,
    head_pieces,
    number_span,
    numerals,
    relabel,
    usual_mark,
    within,
)
from .marks import enumerators, may_count_paragraphs
from .words import SENTENCE_ENDS, flat, is_island, likeness, tokens

CODE = "ja"
EMPTIED = "削除"
sections_nest = False  # a 節 is a heading under its 章

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
