"""The fields that ask when provisions of a text end by themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from governance.forms.days import DayField, DayInput
from governance.intake.expiries import FoundExpiry
from governance.models.languages import interface_language
from governance.models.violations import labelled, validation_text
from governance.record import Refused


@dataclass(frozen=True)
class ShownExpiry:
    """What a text says of an end, with the fields that ask for its day."""

    found: FoundExpiry
    day: str
    """As typed, else as its words tell it."""
    stays: bool
    is_over: bool
    """Whether its day came before this text, which still has it."""

    @property
    def name(self) -> str:
        """Of the field for the day."""
        return f"expires-{self.found.address}"

    @property
    def field(self) -> SafeString:
        """The field for the day; what is no day is shown again as it was typed."""
        return DayInput().render(self.name, self.day, {"id": self.name})

    @property
    def stays_name(self) -> str:
        """Of the box that says that it stays."""
        return f"stays-{self.found.address}"


def shown_expiries(
    found: Iterable[FoundExpiry], typed: Mapping[str, Any], start: date
) -> list[ShownExpiry]:
    """The fields, filled with what was typed, else with what is read."""
    shown = []
    for each in found:
        read = each.day_after(start)
        is_over = each.day is not None and read is None
        empty = ShownExpiry(each, "", stays=False, is_over=is_over)
        is_typed = empty.name in typed
        day = str(typed[empty.name]) if is_typed else read.isoformat() if read else ""
        stays = empty.stays_name in typed if is_typed else is_over
        shown.append(ShownExpiry(each, day, stays, is_over))
    return shown


def answers_to(found: Iterable[FoundExpiry], typed: Mapping[str, Any]) -> dict[str, date | None]:
    """What was answered, by address. Raises `Refused` for what is no day."""
    answers: dict[str, date | None] = {}
    for each in found:
        one = ShownExpiry(each, "", stays=False, is_over=False)
        if one.stays_name in typed:
            answers[each.address] = None
        elif written := str(typed.get(one.name, "")).strip():
            try:
                answers[each.address] = DayField().clean(written)
            except ValidationError as error:
                name = each.name.in_language(interface_language())
                raise Refused(labelled(name, validation_text(error))) from error
    return answers
