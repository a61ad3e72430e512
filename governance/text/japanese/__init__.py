"""Japanese: its marks, its citations, its words."""

from governance.text.japanese.dates import dates, has_day_of_event, has_day_set_elsewhere, write_day
from governance.text.japanese.definitions import definitions, uses_of_term
from governance.text.japanese.enumerators import ends_in_label, enumerators, may_count_paragraphs
from governance.text.japanese.grammar import names_itself, references
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
    is_subsection,
    number_span,
    numerals,
    relabel,
    usual_mark,
    within,
)
from governance.text.japanese.table_words import NOTICE_TABLE, RELEASE_TABLE
from governance.text.japanese.variants import variants
from governance.text.japanese.vocabulary import SAYS_DELETED
from governance.text.japanese.words import (
    SENTENCE_BREAK,
    SENTENCE_ENDS,
    binding,
    defined_terms,
    flat,
    is_item_label,
    likeness,
    tokens,
    weight,
)

CODE = "ja"
CAPTION_BRACKET = "（"
DELETED_PLACEHOLDER = "削除"
sections_nest = False  # a 節 is a heading under its 章

__all__ = [
    "CAPTION_BRACKET",
    "CODE",
    "DELETED_PLACEHOLDER",
    "NOTICE_TABLE",
    "RELEASE_TABLE",
    "SAYS_DELETED",
    "SENTENCE_BREAK",
    "SENTENCE_ENDS",
    "binding",
    "cite",
    "cite_all",
    "cite_within",
    "dates",
    "defined_terms",
    "definitions",
    "ends_in_label",
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
    "is_item_label",
    "is_subsection",
    "is_title_below",
    "is_wrapped",
    "likeness",
    "may_count_paragraphs",
    "names_itself",
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
