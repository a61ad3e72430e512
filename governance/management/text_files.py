"""Text files of articles for the commands: read, or refused in one line with exit status 2."""

import json
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

from django.core.management.base import CommandError, OutputWrapper

from governance.text.dates_and_terms import Day
from governance.text.reading.read import read
from governance.text.tree.provision import ArticlesOfIncorporation, Kind

_UNITS = (Kind.ARTICLE, Kind.SECTION)


def read_file(path: str, language: str) -> ArticlesOfIncorporation:
    """The articles in a UTF-8 text file. CommandError (status 2) when it cannot be read, is not
    UTF-8 or holds no article."""
    articles = read(_text(path), language).articles
    if not any(unit.kind in _UNITS for _, unit in articles.units()):
        raise CommandError(f"{path}: no article found.", returncode=2)
    return articles


def read_json(path: str) -> object:
    """Parsed JSON from a UTF-8 file. CommandError (status 2) with line and column otherwise."""
    try:
        return json.loads(_text(path))
    except json.JSONDecodeError as wrong:
        message = f"{path}: line {wrong.lineno}, column {wrong.colno}: not JSON ({wrong.msg})."
        raise CommandError(message, returncode=2) from wrong
    except RecursionError as wrong:
        raise CommandError(f"{path}: nested too deep.", returncode=2) from wrong


def read_day(text: str | None) -> Day | None:
    """The day of `--on`, written 2027-06-25. CommandError (status 2) when it is none."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        message = f"--on {text}: not a date such as 2027-06-25."
        raise CommandError(message, returncode=2) from wrong
    return (day.year, day.month, day.day)


def write_output(text: str, path: str | None, stdout: OutputWrapper | TextIO) -> None:
    """Writes to the file, or to standard output. CommandError (status 2) when it cannot."""
    if path is None:
        stdout.write(text, ending="") if isinstance(stdout, OutputWrapper) else stdout.write(text)
        return
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}.", returncode=2) from wrong


def write_bytes(data: bytes, path: str | None, stdout: OutputWrapper | TextIO) -> None:
    """The same of a file that is no text. A terminal is refused: it would show noise."""
    if path is None:
        raw: BinaryIO | None = getattr(stdout, "buffer", None)
        if raw is None or stdout.isatty():
            message = "This kind of file is not for a terminal; name a file with --output."
            raise CommandError(message, returncode=2)
        stdout.flush()
        raw.write(data)
        return
    try:
        Path(path).write_bytes(data)
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}.", returncode=2) from wrong


def _text(path: str) -> str:
    try:
        data = Path(path).read_bytes()
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}.", returncode=2) from wrong
    try:
        return data.decode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise CommandError(f"{path}: line {line}: not UTF-8.", returncode=2) from wrong
