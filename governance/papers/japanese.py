"""The words of the papers of the record in Japanese."""

from collections.abc import Mapping, Sequence
from datetime import date

ARTICLES = "定款"
ARTICLES_HEADING = "定款"
COMPARISON = "定款新旧対照表"
DRAFT = "案"
ALIKE = "両者に相違はありません。"

DAY_TO_BE_WRITTEN = "　　　　年　　月　　日"
SIGNATURE = "{}　　　　㊞"

_WEEKDAYS = "月火水木金土日"


def write_date(day: date) -> str:
    """A day without its weekday: 「2013年6月26日」."""
    return f"{day.year}年{day.month}月{day.day}日"


def write_long_date(day: date) -> str:
    """A day with its weekday: 「2013年6月26日（水）」."""
    return f"{write_date(day)}（{_WEEKDAYS[day.weekday()]}）"


def write_ordinal(number: int) -> str:
    """The ordinal of a meeting: 「第21回」."""
    return f"第{number}回"


def adopted(day: date) -> str:
    """By the clock "as adopted"."""
    return f"{write_long_date(day)}現在　決議済み"


def in_force(day: date) -> str:
    """By the clock "in force"."""
    return f"{write_long_date(day)}現在　効力発生済み"


def title(company: str, day: date, *, is_in_force: bool) -> str:
    """The title of the file of the articles."""
    clock = "効力発生済み" if is_in_force else "決議済み"
    return f"{company}　定款（{write_date(day)}現在・{clock}）"


def certified(company: str, day: date) -> str:
    """What the representative certifies below a copy of the articles."""
    return (
        f"以上は、{write_date(day)}現在において効力を有する{company}の定款の原本と"
        "相違ないことを証明する。"
    )


def comparison_of(company: str) -> str:
    """The title of the file of a comparison."""
    return f"{company}　{COMPARISON}"


def in_force_from(day: date | None, condition: str = "") -> str:
    """Of a provision that is adopted and not in force yet; None: from a day that is not known, with
    what it waits for where that is known.
    """
    if day is None:
        return f"決議済み・効力発生日未定{_waiting(condition)}"
    return f"{write_long_date(day)}から効力発生"


def deleted_from(day: date | None, condition: str = "") -> str:
    """Of a provision that an amendment has deleted, and that is still in force."""
    if day is None:
        return f"削除を決議済み・効力発生日未定{_waiting(condition)}"
    return f"{write_long_date(day)}に削除"


def _waiting(condition: str) -> str:
    return f"（{condition}）" if condition else ""


NEVER_IN_FORCE = "効力発生前に変更"
HISTORY_HEAD = "条文の沿革"
HISTORY_EVENTS: Mapping[str, str] = {
    "imported": "取込み",
    "made": "新設",
    "amended": "変更",
    "renumbered": "{before}から条数変更",
    "moved": "移動",
}


def with_history(title: str) -> str:
    """The title of a file that says the history of each provision besides."""
    return f"{title}（沿革付き）"


def without_note(day: date) -> str:
    """What is true of a provision that has no note of its history."""
    return f"注記のない条文は、{write_date(day)}時点で取り込んだ定款のとおり"


def effect(day: date | None) -> str:
    """When what was adopted took effect, where that is not the same day."""
    return f"{write_date(day)}効力発生" if day else "効力発生日未定"


def event_words(what: str, day: date, effect: str) -> str:
    """「2013年6月26日変更（2013年7月1日効力発生）」; `effect` may be ""."""
    return f"{write_date(day)}{what}（{effect}）" if effect else f"{write_date(day)}{what}"


def history_words(events: Sequence[str]) -> str:
    """The events of a provision as one line, "" for none."""
    return "、".join(events)


def expires_on(day: date) -> str:
    """Of a provision that ends by itself; `day` is the first on which it is gone."""
    return f"{write_long_date(day)}に失効"


def new_wording_of(name: str) -> str:
    """Of an article that is in force in its old words and adopted in new ones."""
    return f"{name}の新しい条文"


def renumbered(name: str, before: str) -> str:
    """Of an article that keeps its words and gets another number."""
    return f"{name}（それまで{before}）"


def sentences(several: Sequence[str]) -> str:
    return "、".join(several)


def note_about(names: Sequence[str], note: str) -> str:
    """A note about several provisions, for the head of a paper.

    The names come last: a line that begins with 「第８条」 would be read as that article.
    """
    return f"{note}：{'、'.join(names)}"


def note_of(state: str, note: str) -> str:
    """A note that is true of one of two states that are compared."""
    return f"{state}：{note}"


def continued(name: str) -> str:
    """Of an article that has begun on an earlier page: 「第20条（続き）」."""
    return f"{name}（続き）"


def see_above(name: str) -> str:
    """Of an article that has ended on an earlier page: 「第20条（前掲）」."""
    return f"{name}（前掲）"
