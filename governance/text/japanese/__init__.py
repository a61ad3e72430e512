"""Japanese: its marks, its citations, its words."""

from governance.text.japanese.dates import dates, has_day_of_event, has_day_set_elsewhere, write_day
from governance.text.japanese.definitions import definitions, uses_of_term
from governance.text.japanese.enumerators import enumerators, may_count_paragraphs
from governance.text.japanese.grammar import references
from governance.text.japanese.heads import (
    head,
    is_caption,
    is_contents,
    is_cut,
    is_title_below,
    is_wrapped,
)
from governance.text.japanese.labels import (
    cite,
    cite_all,
    cite_within,
    head_pieces,
    in_list,
    number_span,
    numerals,
    relabel,
    usual_mark,
    within,
)
from governance.text.japanese.variants import variants
from governance.text.japanese.words import (
    SENTENCE_BREAK,
    SENTENCE_ENDS,
    binding,
    defined_terms,
    flat,
    is_item_mark,
    likeness,
    tokens,
    weight,
)

CODE = "ja"
DELETED_PLACEHOLDER = "削除"
sections_nest = False  # a 節 is a heading under its 章

__all__ = [
    "CODE",
    "DELETED_PLACEHOLDER",
    "SENTENCE_BREAK",
    "SENTENCE_ENDS",
    "binding",
    "cite",
    "cite_all",
    "cite_within",
    "dates",
    "defined_terms",
    "definitions",
    "enumerators",
    "flat",
    "has_day_of_event",
    "has_day_set_elsewhere",
    "head",
    "head_pieces",
    "in_list",
    "is_caption",
    "is_contents",
    "is_cut",
    "is_item_mark",
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
    "uses_of_term",
    "usual_mark",
    "variants",
    "weight",
    "within",
    "write_day",
]
