"""The checks: one function each, listed in `run`; docs/checks.md tells what each finds."""

from governance.text.checks.amendment import findings_of, findings_of_present
from governance.text.checks.run import CHANGE_CHECKS, CHECKS, check, check_both
from governance.text.checks.severity import SEVERITIES

__all__ = [
    "CHANGE_CHECKS",
    "CHECKS",
    "SEVERITIES",
    "check",
    "check_both",
    "findings_of",
    "findings_of_present",
]
