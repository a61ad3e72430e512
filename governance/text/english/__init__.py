"""English: its labels, its citations, its words."""

from governance.text.english.dates import (
    dates,
    has_day_of_event,
    has_day_set_elsewhere,
    has_weekday,
    write_day,
)
from governance.text.english.decimals import cite_labels, decimal_head
from governance.text.english.definitions import definitions, uses_of_term
from governance.text.english.enumerators import (
    ends_in_list_mark,
    enumerators,
    may_count_paragraphs,
)
from governance.text.english.expiry import expiry
from governance.text.english.grammar import names_itself, references
from governance.text.english.heads import (
    head,
    is_bare_caption,
    is_caption,
    is_contents,
    is_title_below,
)
from governance.text.english.labels import (
    as_own,
    as_supplementary,
    cite,
    cite_all,
    cite_within,
    extend_list,
    head_pieces,
    is_lettered,
    label_of_level,
    number_span,
    numbers_in,
    numerals,
    relabel,
    relabel_for_article,
    usual_label,
    with_letters,
    with_levels,
)
from governance.text.english.lists import (
    begins_with_number,
    end_of_range,
    in_singular,
    keeps_order,
    one_before,
    usual_words,
)
from governance.text.english.phrases import (
    conjunction_at_end,
    deletes_itself,
    false_numerals,
    may_be_caption,
    substituted_words,
    tells_when,
)
from governance.text.english.table_words import NOTICE_TABLE, RELEASE_TABLE
from governance.text.english.variants import variants
from governance.text.english.vocabulary import SAYS_DELETED
from governance.text.english.words import (
    SENTENCE_BREAK,
    SENTENCE_ENDS,
    defined_terms,
    edge_penalty,
    is_conjunction,
    is_list_mark,
    is_one_name,
    similarity_units,
    term_forms,
    tokens,
    tokens_by_level,
    word_weight,
)
from governance.text.english.wrapping import (
    continues_line,
    goes_on_with_paragraph,
    is_unfinished,
    on_one_line,
)

CODE = "en"
CAPTION_BRACKET = "("
DELETED_PLACEHOLDER = "(Deleted)"
BESIDE = ("the preceding Article", "the following Article")
"""What the article before another and the one behind it are called there."""
SECTIONS_IN_ARTICLES = True  # "Section 4.6." stands inside "ARTICLE IV"

__all__ = [
    "BESIDE",
    "CAPTION_BRACKET",
    "CODE",
    "DELETED_PLACEHOLDER",
    "NOTICE_TABLE",
    "RELEASE_TABLE",
    "SAYS_DELETED",
    "SECTIONS_IN_ARTICLES",
    "SENTENCE_BREAK",
    "SENTENCE_ENDS",
    "as_own",
    "as_supplementary",
    "begins_with_number",
    "cite",
    "cite_all",
    "cite_labels",
    "cite_within",
    "conjunction_at_end",
    "continues_line",
    "dates",
    "decimal_head",
    "defined_terms",
    "definitions",
    "deletes_itself",
    "edge_penalty",
    "end_of_range",
    "ends_in_list_mark",
    "enumerators",
    "expiry",
    "extend_list",
    "false_numerals",
    "goes_on_with_paragraph",
    "has_day_of_event",
    "has_day_set_elsewhere",
    "has_weekday",
    "head",
    "head_pieces",
    "in_singular",
    "is_bare_caption",
    "is_caption",
    "is_conjunction",
    "is_contents",
    "is_lettered",
    "is_list_mark",
    "is_one_name",
    "is_title_below",
    "is_unfinished",
    "keeps_order",
    "label_of_level",
    "may_be_caption",
    "may_count_paragraphs",
    "names_itself",
    "number_span",
    "numbers_in",
    "numerals",
    "on_one_line",
    "one_before",
    "references",
    "relabel",
    "relabel_for_article",
    "similarity_units",
    "substituted_words",
    "tells_when",
    "term_forms",
    "tokens",
    "tokens_by_level",
    "uses_of_term",
    "usual_label",
    "usual_words",
    "variants",
    "with_letters",
    "with_levels",
    "word_weight",
    "write_day",
]
