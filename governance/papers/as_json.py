"""The articles of a day as data: docs/schema/articles.schema.json describes the form."""

from datetime import date, timedelta
from typing import Any

from django.db.models import prefetch_related_objects

from governance.models import Amendment, Wording
from governance.papers.articles import ArticlesOfDay
from governance.text.tree.provision import HEADINGS, Provision


def as_json(found: ArticlesOfDay) -> dict[str, Any]:
    """The provisions with their addresses, days and decisions; one query, for the meetings."""
    rows = {row.key: row for row in found.wordings}
    prefetch_related_objects([row.amendment for row in found.wordings], "meeting")
    articles = found.articles
    return {
        "company": found.company.code,
        "language": str(found.language),
        "on": found.day.isoformat(),
        "as": "in-force" if found.clock == "in_force" else "adopted",
        "parts": [
            {
                "address": articles.address_of(part.key),
                "title": "".join(piece.text for piece in part.pieces).strip(),
                "provisions": [
                    _provision(unit, articles.address_of(unit.key), rows[unit.key], found)
                    for unit in part.children
                ],
            }
            for part in articles.parts
            if part.children
        ],
    }


def _provision(
    unit: Provision, address: str | None, row: Wording, found: ArticlesOfDay
) -> dict[str, Any]:
    return {
        "address": address,
        "kind": str(unit.kind),
        "number": str(unit.number) if unit.number else None,
        "caption": unit.caption,
        "text": "" if unit.kind in HEADINGS else unit.body,
        "adopted_on": row.adopted_on.isoformat(),
        "effect": _effect(row),
        "in_force_from": _first(row),
        "in_force_until": _last(row),
        "expires_on": _day(row.expires_on),
        "decided": _decided(row.amendment, str(found.language)),
    }


def _effect(row: Wording) -> str:
    if row.in_force is None:
        return "unknown"
    return "never" if row.in_force.isempty else "known"


def _first(row: Wording) -> str | None:
    return None if row.in_force is None or row.in_force.isempty else _day(row.in_force.lower)


def _last(row: Wording) -> str | None:
    """The last day in force: a range ends before its upper bound."""
    if row.in_force is None or row.in_force.isempty or row.in_force.upper is None:
        return None
    return _day(row.in_force.upper - timedelta(days=1))


def _decided(amendment: Amendment, language: str) -> dict[str, Any]:
    meeting = amendment.meeting
    return {
        "by": amendment.decided_by,
        "meeting": None
        if meeting is None
        else {
            "kind": meeting.kind,
            "ordinal": meeting.ordinal,
            "date": meeting.date.isoformat(),
        },
        "section": amendment.section or None,
        "title": amendment.text("title", language) or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
