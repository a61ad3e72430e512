"""House styles: the words and choices of a comparison table, per company and language.

`docs/text.md` lists every choice; the presets are what published tables show most often.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from governance.text.japanese.table_words import OFFICIAL_TABLE
from governance.text.languages import language_for
from governance.text.table_words import TableWords


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Titles, labels and choices of a comparison table.

    `number_mark` says how much of a moved number is underlined: the "numeral" alone or the
    "label" whole (第17条). `range_form` is "lines" (first, label, last on a line each) or
    "line" (第1条～第5条　（条文省略）). `rows_per` is "article" or "paragraph".
    `show_chapters` shows the headings of chapters over what is shown of them; with
    `changed_chapters_only` over those alone in which an article is amended, new or deleted, and a
    run goes on past the others. `moved_numbers_in_runs` says whether the numbers of an omitted run
    are underlined too. `citation_mark` is "whole" where a citation that changed is underlined
    whole (_前項第12号_), or "level", where its changed levels alone are (前項_第12号_).
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
    changed_chapters_only: bool = False
    unchanged_before_first: bool = False
    unchanged_between: bool = True
    unchanged_after_last: bool = False
    shorten_paragraphs: bool = False
    rows_per: str = "article"
    range_form: str = "lines"
    range_sign: str = "～"
    number_mark: str = "numeral"
    moved_numbers_in_runs: bool = True
    citation_mark: str = "whole"

    @property
    def parts_citations(self) -> bool:
        """Whether each level of a citation is a word of its own to the underlines."""
        return self.citation_mark == "level"

    @property
    def tokens(self) -> Callable[[str], list[str]]:
        """What parts a line into the words that are underlined whole."""
        language = language_for(self.language)
        return language.tokens_by_level if self.parts_citations else language.tokens


_VALUES = {
    "rows_per": ("article", "paragraph"),
    "range_form": ("lines", "line"),
    "number_mark": ("numeral", "label"),
    "citation_mark": ("whole", "level"),
}


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
JAPANESE_OFFICIAL = _preset(
    "japanese-official",
    "ja",
    OFFICIAL_TABLE,
    **_JAPANESE_CHOICES,
    shorten_paragraphs=True,
    citation_mark="level",
)

_ALL = (ENGLISH_RELEASE, ENGLISH_NOTICE, JAPANESE_RELEASE, JAPANESE_NOTICE, JAPANESE_OFFICIAL)
PRESETS: dict[str, HouseStyle] = {style.name: style for style in _ALL}


def house_style(name: str, **overrides: Any) -> HouseStyle:
    """The preset of that name with some choices changed. KeyError for a name that is none,
    ValueError for a choice that is none, or a value that it does not have."""
    preset = PRESETS[name]
    known = {field.name for field in fields(HouseStyle)} - {"name", "language"}
    if unknown := sorted(set(overrides) - known):
        raise ValueError(f"A house style has no choice named {', '.join(unknown)}.")
    for choice, values in _VALUES.items():
        if overrides.get(choice, values[0]) not in values:
            raise ValueError(f"The choice {choice} is one of {', '.join(values)}.")
    return replace(preset, **overrides)
