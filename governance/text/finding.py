"""What a check finds, as data; its sentence is put together last, where it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from governance.text.message import Message

ERROR = "error"
WARNING = "warning"
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend it: the line of wording at `at` as it stands, and as it should read."""

    at: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a place is called: `full` wherever it is spoken of; `below` where the name of its
    article, heading or part stands beside it ("Paragraph 2"), None for those themselves."""

    full: Message
    below: Message | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, or worth a look, on one side ("present" or "proposed") at an address.

    `statement` says what is wrong, `place` where. `about` are the words, numbers or dates that it
    is about as they are written, such as those of a citation: by them findings are told apart,
    never by what they say.
    """

    code: str
    severity: str
    side: str
    at: str
    statement: Message
    key: str = ""
    fix: Fix | None = None
    about: tuple[str, ...] = ()
    place: PlaceName | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What two findings share that are one."""
        return self.code, self.side, self.key, self.about, self.fix

    @property
    def message(self) -> Message:
        """The whole sentence: "Article 31, Paragraph 2: a bracket is not closed."."""
        return _led_by(self.place.full if self.place else None, self.statement)

    @property
    def message_in_article(self) -> Message:
        """The sentence where the name of the article, heading or part stands beside it."""
        return _led_by(self.place.below if self.place else None, self.statement)


def _led_by(place: Message | None, statement: Message) -> Message:
    if place is None:
        return statement
    return Message(f"{place.en}: {statement.en}", f"{place.ja}：{statement.ja}")
