"""What may stand in an address; anything else is a 404 before a question reaches the database."""

from datetime import date

from governance.models.company import CODE
from governance.models.wording import Clock
from governance.record.clocks import CLOCKS, clock_name

_NUMBER = r"[0-9?-]{1,20}(?:\#[0-9]{1,6})?"


class CodeConverter:
    """A securities code: 3774."""

    regex = CODE

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PaperLanguageConverter(CodeConverter):
    """A language that papers are in."""

    regex = "en|ja"


class ProvisionConverter(CodeConverter):
    """The address of an article or a heading in the articles: article:9-2, supplementary.2:1."""

    regex = rf"[a-z]{{1,20}}(?:\.[0-9]{{1,4}})?(?:/[a-z]{{1,20}})?:{_NUMBER}(?:/section:{_NUMBER})?"


class DayConverter:
    """A day: 2013-06-26."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)  # ValueError, such as for 2013-02-30, is a 404

    def to_url(self, value: date) -> str:
        return value.isoformat()


class ClockConverter:
    """Which of the two clocks the articles of a day are read by: as-adopted, in-force."""

    regex = "|".join(CLOCKS)

    def to_python(self, value: str) -> Clock:
        return CLOCKS[value]

    def to_url(self, value: Clock) -> str:
        return clock_name(value)
