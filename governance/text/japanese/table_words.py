"""The words of Japanese comparison tables, as published ones have them."""

from dataclasses import replace

from governance.text.table_words import TableWords

RELEASE_TABLE = TableWords(
    present_title="現行定款",
    proposed_title="変更案",
    inserted_label="（新設）",
    deleted_label="（削除）",
    omitted_label="（条文省略）",
    unchanged_label="（現行どおり）",
    note="（下線は変更部分を示します。）",
)
OFFICIAL_TABLE = TableWords(
    present_title="現行",
    proposed_title="改正案",
    inserted_label="（新設）",
    deleted_label="（削る）",
    omitted_label="（略）",
    unchanged_label="（同左）",
    note="（傍線の部分は改正部分）",
)
NOTICE_TABLE = replace(RELEASE_TABLE, title="定款新旧対照表")
