"""Results of the core as plain data for JSON; docs/ has the schema."""

from __future__ import annotations

from typing import Any

from governance.text.amending.builder import AmendmentResult
from governance.text.compare import ComparedAddresses, Comparison, compared_addresses
from governance.text.finding import Finding
from governance.text.reading.write import write
from governance.text.table.rows import Cell, Row


def comparison_json(result: Comparison, language: str = "en") -> dict[str, Any]:
    """A comparison as the command `compare` prints it; messages in `language`."""
    return {
        "language": result.present.language,
        **_addresses(result.units),
        "provisions": _addresses(result.provisions),
        "rows": [_row(row) for row in result.table.rows],
        "findings": [_finding(each, language) for each in result.findings],
    }


def amendment_json(
    result: AmendmentResult, findings: tuple[Finding, ...], language: str = "en"
) -> dict[str, Any]:
    """An amendment as the command `amend` prints it; messages in `language`."""
    found = compared_addresses(result.present, result.proposed, units=True)
    return {
        "language": result.present.language,
        "text": write(result.proposed),
        "pairs": [list(pair) for pair in found.pairs],
        "inserted": list(found.inserted),
        "deleted": list(found.deleted),
        "consequences": [
            {
                "at": each.at,
                "outcome": each.outcome,
                "before": each.before,
                "after": each.after,
                "why": each.why.in_language(language),
            }
            for each in result.consequences
        ],
        "findings": [_finding(each, language) for each in findings],
    }


def _addresses(found: ComparedAddresses) -> dict[str, Any]:
    return {
        "pairs": [list(pair) for pair in found.pairs],
        "inserted": list(found.inserted),
        "deleted": list(found.deleted),
        "amended": [list(pair) for pair in found.amended],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "moved": row.moved,
        "shown": row.shown,
        "present": _cell(row.present),
        "proposed": _cell(row.proposed),
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "first": cell.first,
        "last": cell.last,
        "lines": [
            {
                "role": line.role,
                "level": line.level,
                "spans": [{"text": span.text, "changed": span.changed} for span in line.spans],
            }
            for line in cell.lines
        ],
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": finding.severity,
        "side": finding.side,
        "at": finding.at,
        "message": finding.message.in_language(language),
        **({"fix": {"at": fix.at, "before": fix.before, "after": fix.after}} if fix else {}),
    }
