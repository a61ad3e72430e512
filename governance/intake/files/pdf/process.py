"""Reading a PDF in a process of its own, which has limits and is ended where it passes them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from governance.intake.files.unreadable import unreadable

_MODULE = "governance.intake.files.pdf.glyphs"
_ROOT = Path(__file__).resolve().parents[4]
MEMORY = 1024 * 1024 * 1024
SECONDS = 60
"""Of the processor: how busy the machine is with other things does not count."""
LONGEST_WAIT = 20 * SECONDS
"""By the clock, only so that a process that gets no time at all is not waited for for ever."""


def pages_of(data: bytes) -> list[dict[str, Any]]:
    """The pages as `glyphs` prints them. Raises `Refused`."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
            [sys.executable, "-m", _MODULE, str(MEMORY), str(SECONDS)],
            input=data,
            capture_output=True,
            cwd=_ROOT,
            timeout=LONGEST_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise unreadable("too-hard") from error
    if done.returncode != 0:
        raise unreadable("too-hard")
    result = json.loads(done.stdout)
    if "refused" in result:
        raise unreadable(result["refused"])
    pages: list[dict[str, Any]] = result["pages"]
    return pages
