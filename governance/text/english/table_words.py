"""The words of English comparison tables, as published ones have them."""

from governance.text.table_words import TableWords

RELEASE_TABLE = TableWords(
    present_title="Present Articles",
    proposed_title="Proposed Articles",
    inserted_label="(New Provision)",
    deleted_label="(Deleted)",
    omitted_label="(Provisions omitted)",
    unchanged_label="(Unchanged)",
)
NOTICE_TABLE = TableWords(
    present_title="Present Articles",
    proposed_title="Proposed Amendment",
    inserted_label="(New Provision)",
    deleted_label="(Deleted)",
    omitted_label="(Provisions omitted)",
    unchanged_label="(Present provisions maintained)",
    note="(Amendments are underlined.)",
)
