"""What `manage.py check` and every start of the program look at beyond Django's own checks."""

from ctypes import CDLL
from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning

# The names by which WeasyPrint asks for it on Linux and macOS.
SUBSETTER = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib")


def is_loadable(*names: str) -> bool:
    """Tell whether the system's loader finds a library under one of these names."""
    for name in names:
        try:
            CDLL(name)
        except OSError:
            continue
        return True
    return False


@register
def font_subsetter(**_: Any) -> list[CheckMessage]:
    """Japanese faces are large: without HarfBuzz's subsetter a PDF takes twenty times as long."""
    if is_loadable(*SUBSETTER):
        return []
    return [
        CheckWarning(
            "HarfBuzz's font subsetter is missing: PDFs with Japanese text will take seconds.",
            hint="Run `make setup`, or install libharfbuzz-subset0 (so called in Debian).",
            id="governance.W001",
        )
    ]
