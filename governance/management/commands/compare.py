"""manage.py compare PRESENT PROPOSED: two text files of articles, compared."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string

from governance.management.text_files import read_day, read_file, read_json, write_output
from governance.text import as_json
from governance.text.compare import Comparison, compare, with_underlines_by_hand
from governance.text.table.house_style import PRESETS
from governance.text.table.overrides_file import OverridesFileError, overrides
from governance.text.table.rows import Cell, ComparisonTable


class Command(BaseCommand):
    help = "Compares two UTF-8 text files of articles: pairs, table and findings."
    requires_system_checks: list[str] = []  # no database, no paper

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("present", help="text file of the present articles")
        parser.add_argument("proposed", help="text file of the proposed articles")
        parser.add_argument("--language", choices=["en", "ja"], required=True)
        parser.add_argument("--format", choices=["json", "text", "html"], default="json")
        parser.add_argument("--style", choices=sorted(PRESETS), help="house style of the table")
        parser.add_argument("--on", metavar="DATE", help="find dates that have passed by this day")
        parser.add_argument(
            "--overrides", metavar="FILE.json", help="JSON file of underlines moved by hand"
        )
        parser.add_argument("--output", help="file to write instead of standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        language = options["language"]
        style = PRESETS[options["style"] or _usual_style(language)]
        on = read_day(options["on"])
        present = read_file(options["present"], language)
        proposed = read_file(options["proposed"], language)
        result = compare(present, proposed, style, on)
        if options["overrides"] is not None:
            result = _with_overrides(result, options["overrides"])
        match options["format"]:
            case "json":
                text = (
                    json.dumps(as_json.comparison_json(result), ensure_ascii=False, indent=1) + "\n"
                )
            case "html":
                text = render_to_string("governance/compare_command.html", {"comparison": result})
            case _:
                text = as_text(result)
        write_output(text, options["output"], self.stdout)


def _with_overrides(result: Comparison, path: str) -> Comparison:
    """The comparison with the underlines that a file moves by hand."""
    try:
        by_hand = overrides(read_json(path), result.present, result.proposed)
    except OverridesFileError as wrong:
        raise CommandError(f"{path}: {wrong}", returncode=2) from wrong
    return with_underlines_by_hand(result, by_hand)


def _usual_style(language: str) -> str:
    return "japanese-release" if language == "ja" else "english-release"


def as_text(result: Comparison) -> str:
    """The table and the findings as plain text; what is underlined stands between _low lines_."""
    lines = list(table_lines(result.table))
    for finding in result.findings:
        message = finding.message.in_language(result.present.language)
        lines.append(f"{finding.severity}: {finding.side} {finding.at}: {finding.code}: {message}")
    return "\n".join(lines) + "\n"


def table_lines(table: ComparisonTable) -> list[str]:
    lines = []
    for row in table.shown:
        lines.append(f"[{row.kind}]")
        for title, cell in (
            (table.style.present_title, row.present),
            (table.style.proposed_title, row.proposed),
        ):
            lines.append(f"  {title}")
            lines.extend(f"    {line}" for line in _cell_lines(cell))
        lines.append("")
    return lines


def _cell_lines(cell: Cell) -> list[str]:
    return [
        "  " * line.level
        + "".join(f"_{span.text}_" if span.changed else span.text for span in line.spans)
        for line in cell.lines
    ]
