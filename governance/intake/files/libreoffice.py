"""Files of other word processors (.doc, .rtf, .odt) as Word files, by LibreOffice where it is.

It runs as a process of its own, with limits and a profile that is thrown away: nothing of the
user's is read, no macro is run, and what takes too long or writes too much is ended.
"""

import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from governance.intake.files.unreadable import unreadable

PROGRAM = "soffice"
SECONDS = 60
"""Of the processor; by the clock three times that."""
MEMORY = 4 * 1024 * 1024 * 1024
LARGEST_RESULT = 50 * 1024 * 1024


def is_installed() -> bool:
    return shutil.which(PROGRAM) is not None


def as_word(data: bytes, ending: str) -> bytes:
    """The bytes of the file, whose name would end so ("doc", "rtf", "odt"), as a Word file.

    Raises `Refused` where LibreOffice is not there or cannot do it.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise unreadable(ending)
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        source = Path(folder) / f"articles.{ending}"
        source.write_bytes(data)
        command = [
            program,
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(  # noqa: S603 - the program on the path, our own arguments
                command,
                cwd=folder,
                env={"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=3 * SECONDS,
                check=False,
                preexec_fn=_set_limits,
            )
        except subprocess.TimeoutExpired as error:
            raise unreadable("not-converted") from error
        result = Path(folder) / "articles.docx"
        if not result.is_file() or result.stat().st_size >= LARGEST_RESULT:
            raise unreadable("not-converted")
        return result.read_bytes()


def _set_limits() -> None:
    for limit, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_RESULT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
