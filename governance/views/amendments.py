"""The amendments of a company on a line of time, with the articles that each one changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from governance import record
from governance.models import Company, Wording
from governance.people.access import company_for
from governance.people.permissions import may_record
from governance.templatetags.provisions import title_with_part
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest

SHAPES = {
    "made": gettext_lazy("New"),
    "amended": gettext_lazy("Amended"),
    "renumbered": gettext_lazy("Renumbered or moved"),
    "ended": gettext_lazy("Deleted"),
}


@dataclass(frozen=True)
class Dot:
    """An article that an amendment changed: its place on the line, from 0 to 100, what was done to
    it, and the address of its history.
    """

    at: str
    kind: str
    name: str
    becomes: str
    url: str

    @property
    def shape(self) -> str:
        """What is drawn for it: a moved article looks like one with another number."""
        return "renumbered" if self.kind == "moved" else self.kind

    @property
    def anchor(self) -> str:
        """Where its name stands beside the dot, so that it stays on the page."""
        return "start" if float(self.at) < 25 else "end" if float(self.at) > 75 else "middle"


@dataclass(frozen=True)
class OwnDay:
    """A day that is not the amendment's, None for one that is not known: what happens on it
    ("starts", "ends", "expires"), and to which articles.
    """

    kind: Literal["starts", "ends", "expires"]
    day: date | None
    names: tuple[str, ...]


@dataclass(frozen=True)
class TimelineRow:
    """An amendment with its dots in document order; `before` is the day before it where there were
    articles on that day.
    """

    entry: record.TimelineEntry
    dots: tuple[Dot, ...]
    before: date | None
    own_days: tuple[OwnDay, ...]
    """The days of what does not take effect on the day of the amendment, and of what expires."""

    @property
    def lists(self) -> list[tuple[str, list[Dot]]]:
        """The articles that it changed, by what was done to them."""
        lists = [
            (str(word), [dot for dot in self.dots if dot.shape == shape])
            for shape, word in SHAPES.items()
        ]
        return [(word, dots) for word, dots in lists if dots]


def amendments(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/amendments/: one line for each amendment, the newest first."""
    company = company_for(request.user, code)
    language = articles_language(request, company)
    entries = record.timeline(company)
    places = _places(entries)
    first = min((entry.amendment.adopted_on for entry in entries), default=None)
    lines = [
        TimelineRow(
            entry,
            _dots(entry, places, company, language),
            _before(entry, first),
            _own_days(entry, company, language),
        )
        for entry in entries
    ]
    shown = {
        "company": company,
        "language": language,
        "lines": lines,
        "shapes": SHAPES,
        "may_record": may_record(request.user, company),
    }
    return render(request, "governance/amendments.html", shown)


def _before(entry: record.TimelineEntry, first: date | None) -> date | None:
    day = entry.amendment.adopted_on
    return None if day == first else day - timedelta(days=1)


def _places(entries: Sequence[record.TimelineEntry]) -> dict[int, str]:
    """Where each article ever changed stands on the line: in document order, evenly spread."""
    newest: dict[int, Wording] = {}
    for entry in entries:
        for change in entry.changes:
            newest.setdefault(change.wording.article_id, change.wording)
    order = sorted(newest.values(), key=lambda row: (row.part.position, row.position, row.pk))
    step = 100 / max(len(order), 1)
    return {row.article_id: f"{(count + 0.5) * step:.2f}" for count, row in enumerate(order)}


def _dots(
    entry: record.TimelineEntry, places: dict[int, str], company: Company, language: str
) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            places[change.wording.article_id],
            change.kind,
            _name(change.before or change.wording, company, language),
            change.after.label
            if change.before and change.after and change.before.label != change.after.label
            else "",
            reverse("governance:article", args=[company.code, change.wording.article_id]),
        )
        for change in entry.changes
    )


def _own_days(entry: record.TimelineEntry, company: Company, language: str) -> tuple[OwnDay, ...]:
    """By day, in the order of the days; an unknown one last."""
    names: dict[tuple[Literal["starts", "ends", "expires"], date | None], list[str]] = {}
    for change in entry.changes:
        for kind, day in _days_of(change, entry.amendment.effective_on):
            names.setdefault((kind, day), []).append(_name(change.wording, company, language))
    days = [OwnDay(kind, day, tuple(several)) for (kind, day), several in names.items()]
    return tuple(sorted(days, key=lambda each: each.day or date.max))


def _days_of(
    change: record.WordingChange, effective_on: date | None
) -> Iterator[tuple[Literal["starts", "ends", "expires"], date | None]]:
    before, after = change.before, change.after
    if after is None:
        end = before.in_force.upper if before and before.in_force else None
        if end not in (None, effective_on):
            yield "ends", end
        return
    days = after.in_force
    if days is None and effective_on is not None:
        yield "starts", None
    elif days is not None and not days.isempty and days.lower != effective_on:
        yield "starts", days.lower
    if after.expires_on and (before is None or before.expires_on != after.expires_on):
        yield "expires", after.expires_on


def _name(wording: Wording, company: Company, language: str) -> str:
    wording.company = company  # whose numerals it is written in; no query for each
    return title_with_part(wording, language)
