"""manage.py amend PRESENT OPERATIONS.json: operations carried out on a text file of articles."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from governance.management.text_files import read_day, read_file, read_json, write_output
from governance.text import as_json
from governance.text.amending.builder import OperationError, amend
from governance.text.amending.operations_file import OperationsFileError, operations
from governance.text.checks import findings_of
from governance.text.reading.write import write


class Command(BaseCommand):
    help = "Carries out operations on a UTF-8 text file of articles: the text and what follows."
    requires_system_checks: list[str] = []  # no database, no paper

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("present", help="text file of the present articles")
        parser.add_argument("operations", help="JSON file of operations")
        parser.add_argument("--language", choices=["en", "ja"], required=True)
        parser.add_argument("--format", choices=["json", "text"], default="json")
        parser.add_argument("--on", metavar="DATE", help="find dates that have passed by this day")
        parser.add_argument("--output", help="file to write instead of standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        on = read_day(options["on"])
        present = read_file(options["present"], options["language"])
        path = options["operations"]
        try:
            result = amend(present, operations(read_json(path), present))
        except OperationsFileError as wrong:
            raise CommandError(f"{path}: {wrong}", returncode=2) from wrong
        except OperationError as wrong:
            message = f"{path}: Operation {wrong.index + 1}: {wrong.sentence.en}"
            raise CommandError(message, returncode=2) from wrong
        if options["format"] == "json":
            data = as_json.amendment_json(result, findings_of(result, on))
            text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        else:
            text = write(result.proposed)
        write_output(text, options["output"], self.stdout)
