"""What the command `history` prints of each dated file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from governance.intake.expiries import Answers, FoundExpiry
from governance.intake.steps import IntakeStep
from governance.management.commands.compare import table_lines
from governance.models import Company
from governance.text.as_json import comparison_json
from governance.text.compare import Comparison


@dataclass(frozen=True)
class DatedFile:
    """A file of the articles as adopted on a day; `notes` tell what was left out of it.

    `effective_on` None: not known yet.
    """

    path: str
    adopted_on: date
    effective_on: date | None
    text: str = ""
    notes: tuple[dict[str, str], ...] = ()
    expires: Answers = field(default_factory=dict)
    """What was answered for what ends by itself."""


@dataclass(frozen=True)
class HistoryStep:
    """A file and the step to it from the one before; what became of it."""

    dated: DatedFile
    step: IntakeStep
    state: str
    """"shown", "recorded", or "on record" where it was before."""


def history_lines(one: HistoryStep, language: str, company: Company) -> Iterator[str]:
    dated, found = one.dated, one.step
    effective = ""
    if dated.effective_on is None:
        effective = ", in force from a day not known yet"
    elif dated.effective_on != dated.adopted_on:
        effective = f", in force from {dated.effective_on}"
    yield f"{dated.adopted_on}{effective}: {dated.path} ({one.state})"
    outline = found.outlines[language]
    yield f"  Articles: {outline.count}"
    for note in dated.notes:
        yield f"  {note['en']}"
    for line in outline.unplaced:
        yield f"  line {line.line}, column {line.column}: {line.why.en} ({line.text[:60]})"
    for finding in outline.findings:
        yield f"  {finding.severity}: {finding.at}: {finding.message.en}"
    for one_expiry in found.expiries:
        yield f"  {_expiry_line(one_expiry, dated)}"
    if language in found.present:
        changes = found.changes(language)
        yield f"  Inserted: {', '.join(changes.inserted) or 'none'}"
        yield f"  Deleted: {', '.join(changes.deleted) or 'none'}"
        yield f"  Amended: {', '.join(new for _old, new in changes.amended) or 'none'}"
        yield ""
        yield from table_lines(found.table(language, company.house_style(language)))
    yield ""


def _expiry_line(found: FoundExpiry, dated: DatedFile) -> str:
    start = dated.effective_on or dated.adopted_on
    said = f"{found.address}: “{found.sentence}”"
    if not found.keys:
        return f"Ends by itself, a part of an article, which the record keeps with it: {said}"
    if found.day is None:
        option = f"--expires {dated.adopted_on}/{found.address}=DAY"
        return f"Ends by itself on a day that its words do not tell; give {option}: {said}"
    if found.day_after(start) is None:
        return f"Was to end on {found.day} and is still there, so it is kept: {said}"
    return f"Expires on {found.day}: {said}"


def history_json(company: Company, language: str, steps: Sequence[HistoryStep]) -> dict[str, Any]:
    return {
        "company": company.code,
        "language": language,
        "steps": [_step_as_json(company, language, one) for one in steps],
    }


def _step_as_json(company: Company, language: str, one: HistoryStep) -> dict[str, Any]:
    dated, found = one.dated, one.step
    outline = found.outlines[language]
    comparison = None
    if language in found.present:
        table = found.table(language, company.house_style(language))
        made = Comparison(found.present[language], found.proposed[language], table, ())
        comparison = comparison_json(made, language)
    return {
        "file": dated.path,
        "adopted_on": dated.adopted_on.isoformat(),
        "effective_on": dated.effective_on.isoformat() if dated.effective_on else None,
        "state": one.state,
        "articles": outline.count,
        "notes": [note[language] for note in dated.notes],
        "unplaced": [
            {
                "line": each.line,
                "column": each.column,
                "text": each.text,
                "why": each.why.in_language(language),
                "kept": not each.is_lost,
            }
            for each in outline.unplaced
        ],
        "expiries": [
            {
                "at": each.address,
                "says": each.sentence,
                "day": each.day.isoformat() if each.day else None,
                "ends_articles": bool(each.keys),
            }
            for each in found.expiries
        ],
        "comparison": comparison,
    }
