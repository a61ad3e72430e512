"""House styles: the words and choices of a comparison table, per company and language.

`docs/text.md` lists every choice; the presets are what published tables show most often.
"""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from governance.text.languages import language_for
from governance.text.table_words import TableWords


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


def _preset(name: str, code: str, words: TableWords, **choices: Any) -> HouseStyle:
    return HouseStyle(name=name, language=code, **asdict(words), **choices)


_ENGLISH, _JAPANESE = language_for("en"), language_for("ja")
ENGLISH_RELEASE = _preset("english-release", "en", _ENGLISH.RELEASE_TABLE, range_sign="–")
ENGLISH_NOTICE = _preset(
    "english-notice",
    "en",
    _ENGLISH.NOTICE_TABLE,
    range_sign="–",
    show_chapters=True,
    shorten_paragraphs=True,
    rows_per="paragraph",
)
_JAPANESE_CHOICES = {
    "show_chapters": True,
    "unchanged_before_first": True,
    "range_form": "line",
    "number_mark": "label",
}
JAPANESE_RELEASE = _preset("japanese-release", "ja", _JAPANESE.RELEASE_TABLE, **_JAPANESE_CHOICES)
JAPANESE_NOTICE = _preset(
    "japanese-notice",
    "ja",
    _JAPANESE.NOTICE_TABLE,
    **_JAPANESE_CHOICES,
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
