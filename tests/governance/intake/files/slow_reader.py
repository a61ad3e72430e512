"""Stands in for the module `glyphs`, with the same limits: waits, or works without end."""

import time

from governance.intake.files.pdf import glyphs

WAITED = 4
"""Seconds by the clock."""


def read(data: bytes) -> dict[str, object]:
    while data == b"work":
        pass
    time.sleep(WAITED)
    return {"pages": []}


if __name__ == "__main__":
    glyphs.read_pages = read
    glyphs.main()
