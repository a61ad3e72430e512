"""House styles: the words and choices of a comparison table, per company and language.

`docs/text.md` lists every choice; the presets are what published tables show most often.
"""

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Titles, labels and choices of a comparison table.

    `number_mark` says how much of a moved number is underlined: the "numeral" alone or the
    "label" whole (第17条). `range_form` is "lines" (first, label, last on a line each) or
    "line" (第1条～第5条　（条文省略）). `rows_per` is "article" or "paragraph".
    `moved_numbers_in_runs` says whether the numbers of an omitted run are underlined too.
    """

    name: str
    language: str
    present_title: str
    proposed_title: str
    inserted_label: str
    deleted_label: str
    omitted_label: str
    unchanged_label: str
    note: str = ""
    title: str = ""
    show_chapters: bool = False
    unchanged_before_first: bool = False
    unchanged_between: bool = True
    unchanged_after_last: bool = False
    shorten_paragraphs: bool = False
    rows_per: str = "article"
    range_form: str = "lines"
    range_sign: str = "～"
    number_mark: str = "numeral"
    moved_numbers_in_runs: bool = True


ENGLISH_RELEASE = HouseStyle(
    name="english-release",
    language="en",
    present_title="Present Articles",
    proposed_title="Proposed Articles",
    inserted_label="(New Provision)",
    deleted_label="(Deleted)",
    omitted_label="(Provisions omitted)",
    unchanged_label="(Unchanged)",
    range_sign="–",
)
ENGLISH_NOTICE = replace(
    ENGLISH_RELEASE,
    name="english-notice",
    proposed_title="Proposed Amendment",
    unchanged_label="(Present provisions maintained)",
    note="(Amendments are underlined.)",
    show_chapters=True,
    shorten_paragraphs=True,
    rows_per="paragraph",
)
JAPANESE_RELEASE = HouseStyle(
    name="japanese-release",
    language="ja",
    present_title="現行定款",
    proposed_title="変更案",
    inserted_label="（新設）",
    deleted_label="（削除）",
    omitted_label="（条文省略）",
    unchanged_label="（現行どおり）",
    note="（下線は変更部分を示します。）",
    show_chapters=True,
    unchanged_before_first=True,
    range_form="line",
    number_mark="label",
)
JAPANESE_NOTICE = replace(
    JAPANESE_RELEASE,
    name="japanese-notice",
    title="定款新旧対照表",
    shorten_paragraphs=True,
    rows_per="paragraph",
    unchanged_after_last=True,
)

PRESETS: dict[str, HouseStyle] = {
    style.name: style
    for style in (ENGLISH_RELEASE, ENGLISH_NOTICE, JAPANESE_RELEASE, JAPANESE_NOTICE)
}


def house_style(name: str, **overrides: Any) -> HouseStyle:
    """The preset of that name with some choices changed. KeyError for a name that is none,
    ValueError for a choice that is none."""
    preset = PRESETS[name]
    known = {field.name for field in fields(HouseStyle)} - {"name", "language"}
    if unknown := sorted(set(overrides) - known):
        raise ValueError(f"A house style has no choice named {', '.join(unknown)}.")
    return replace(preset, **overrides)
