"""What a check finds: a code, a severity, a sentence and a place."""

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
class Finding:
    """Something wrong, or worth a look, on one side ("present" or "proposed") at an address."""

    code: str
    severity: str
    side: str
    at: str
    message: Message
    key: str = ""
    fix: Fix | None = None
