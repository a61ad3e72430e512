"""English: its marks, its citations, its words."""

from governance.text.english.dates import dates, has_day_of_event, has_day_set_elsewhere, write_day
from governance.text.english.definitions import definitions, uses_of_term
from governance.text.english.enumerators import (
    ends_in_label,
    enumerators,
    flat,
    may_count_paragraphs,
)
from governance.text.english.grammar import names_itself, references
from governance.text.english.heads import (
    head,
    is_caption,
    is_contents,
    is_cut,
    is_title_below,
    is_wrapped,
)
from governance.text.english.labels import (
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
from governance.text.english.table_words import NOTICE_TABLE, RELEASE_TABLE
from governance.text.english.variants import variants
from governance.text.english.vocabulary import SAYS_DELETED
from governance.text.english.words import (
    SENTENCE_BREAK,
    SENTENCE_ENDS,
    binding,
    defined_terms,
    is_item_label,
    likeness,
    tokens,
    weight,
)

CODE = "en"
CAPTION_BRACKET = "("
DELETED_PLACEHOLDER = "(Deleted)"
sections_nest = True  # "Section 4.6." stands inside "ARTICLE IV"

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
