"""manage.py intake FILE: what would be read from a file of articles, nothing saved."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.intake.files.extract import FileText, extract_text
from governance.intake.files.unreadable import LARGEST_FILE, Unreadable
from governance.intake.text import as_json
from governance.intake.text.outline import Outline, parse
from governance.management.text_files import write_output


class Command(BaseCommand):
    help = "Shows what would be read from a file of articles: Word (.docx), PDF or plain text."
    requires_system_checks: list[str] = []  # no database, no paper

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="the file, up to 10 MB")
        parser.add_argument("--language", choices=["en", "ja"], required=True)
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument(
            "--tracked",
            choices=["accept", "refuse"],
            default="accept",
            help="what becomes of tracked changes in a Word file",
        )
        parser.add_argument("--output", help="file to write instead of standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        language = options["language"]
        taken, found = read_articles_file(options["file"], language, options["tracked"])
        if options["format"] == "json":
            data = as_json.intake_json(taken, found, language)
            text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        else:
            text = "".join(f"{line}\n" for line in _lines(taken, found, language))
        write_output(text, options["output"], self.stdout)


def read_articles_file(
    path: str, language: str, tracked: Any = "accept"
) -> tuple[FileText, Outline]:
    """The file's text, and the articles as read. CommandError (status 2) in one line otherwise."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        taken = extract_text(data, language=language, tracked=tracked)
        return taken, parse(taken.text, language)
    except OSError as wrong:
        raise CommandError(f"{path}: {wrong.strerror}.", returncode=2) from wrong
    except Unreadable as wrong:
        raise CommandError(f"{path}: {wrong.sentence.en}", returncode=2) from wrong


def _lines(taken: FileText, found: Outline, language: str) -> Iterator[str]:
    """The outline with the line of each provision, then what could not be placed."""
    for entry in found.entries:
        one = entry.provision
        words = one.caption and (f"（{one.caption}）" if language == "ja" else f"({one.caption})")
        text = " ".join(each for each in (one.label, words, one.text.replace("\n", " ")) if each)
        yield f"{entry.line:>5}  {'  ' * entry.depth}{entry.address}: {text}".rstrip()
    yield ""
    yield f"Articles: {found.count}"
    for note in (*taken.notes, *found.remarks):
        yield note.en
    for line in found.unplaced:
        yield f"line {line.line}, column {line.column}: {line.why.en} ({line.text[:60]})"
    for finding in found.findings:
        yield f"{finding.severity}: {finding.at}: {finding.code}: {finding.message.en}"
