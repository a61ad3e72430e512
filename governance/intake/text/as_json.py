"""What was read, as plain data for JSON; docs/schema/intake.schema.json describes it."""

from typing import Any

from governance.intake.files.extract import FileText
from governance.intake.text.outline import Outline, OutlineEntry, UnplacedLine


def intake_json(taken: FileText, found: Outline, language: str) -> dict[str, Any]:
    """What the command `intake` prints. Sentences are in `language`, that of the articles."""
    return {
        "language": language,
        "kind": taken.kind,
        "encoding": taken.encoding or None,
        "notes": [each.in_language(language) for each in (*taken.notes, *found.remarks)],
        "articles": found.count,
        "provisions": [provision(each) for each in found.entries],
        "unplaced": [_unplaced_line(each, language) for each in found.unplaced],
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "at": each.at,
                "message": each.message.in_language(language),
            }
            for each in found.findings
        ],
        "text": found.text,
    }


def provision(entry: OutlineEntry) -> dict[str, Any]:
    """One provision without those below it, which follow."""
    one = entry.provision
    return {
        "at": entry.address,
        "line": entry.line,
        "kind": one.kind.value,
        "number": str(one.number) if one.number else None,
        "mark": one.label,
        "caption": one.caption,
        "text": one.text,
    }


def _unplaced_line(each: UnplacedLine, language: str) -> dict[str, Any]:
    return {
        "line": each.line,
        "column": each.column,
        "text": each.text,
        "why": each.why.in_language(language),
        "kept": not each.is_lost,
    }
