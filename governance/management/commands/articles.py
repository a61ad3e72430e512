"""manage.py articles COMPANY --on DATE: the articles of a day as text, data, PDF or Word file."""

import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from governance.management.commands.history import company_of
from governance.management.text_files import read_day, write_bytes, write_output
from governance.models.wording import Clock
from governance.papers.articles import (
    NoArticles,
    articles_of_day,
    paper_of,
    unknown_day_notes,
)
from governance.papers.as_json import as_json
from governance.papers.font_files import FontError
from governance.papers.pdf import pdf
from governance.papers.plain_text import plain_text
from governance.papers.word import word

_CLOCKS: dict[str, Clock] = {"adopted": "adopted", "in-force": "in_force"}
FORMATS = ("text", "json", "pdf", "docx")
_CLOCK_WORDS = {"adopted": "as adopted by", "in_force": "as in force on"}


class Command(BaseCommand):
    help = "Prints the articles of a company on a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("company", help="securities code")
        parser.add_argument("--on", metavar="DATE", help="the day (today where the company is)")
        parser.add_argument(
            "--as",
            dest="clock",
            choices=tuple(_CLOCKS),
            default="adopted",
            help="what was adopted by the day (the usual one), or what is in force on it",
        )
        parser.add_argument("--language", choices=["en", "ja"], required=True)
        parser.add_argument("--format", choices=FORMATS, default="text")
        parser.add_argument("--output", help="file to write instead of standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        kind, output = options["format"], options["output"]
        company = company_of(options["company"], options["language"])
        on = read_day(options["on"])
        day = date(*on) if on else company.day(timezone.now())
        clock = _CLOCKS[options["clock"]]
        try:
            found = articles_of_day(company, day, clock, options["language"])
        except NoArticles as none:
            message = f"{company.code}: no articles are on record {_CLOCK_WORDS[clock]} {day}."
            raise CommandError(message, returncode=2) from none
        # Beside the text, which is that of the articles to the letter.
        for note in unknown_day_notes(company, options["language"], day, clock):
            self.stderr.write(note)
        match kind:
            case "pdf":
                try:
                    printed = pdf(paper_of(found))
                except FontError as error:
                    raise CommandError(str(error)) from error
                write_bytes(printed, output, self.stdout)
            case "docx":
                write_bytes(word(paper_of(found)), output, self.stdout)
            case "json":
                text = json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n"
                write_output(text, output, self.stdout)
            case _:
                write_output(plain_text(found), output, self.stdout)
