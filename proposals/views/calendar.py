"""The days of meetings: of one company, of all one's companies, as a page, a file and a feed."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from governance.models import Company, Meeting, User
from governance.models.digests import digest_of_bytes
from governance.models.languages import interface_language
from governance.people import audit
from governance.people.access import companies_for, company_for
from governance.templatetags.meetings import meeting_name
from governance.text.message import Message
from governance.views.exports import file_response
from governance.views.signed_in_request import SignedInRequest
from proposals.calendar.counted_days import CountedDay, counted_days, day_off_name
from proposals.calendar.icalendar import CalendarEntry, icalendar
from proposals.models import CalendarFeed, Proposal
from proposals.models.state import FAILED
from proposals.workflow.permissions import refusal

ICS = "text/calendar; charset=utf-8"
LONGEST_SECRET = 100


@dataclass(frozen=True)
class CalendarLine:
    """A day of a meeting: set by a person, or counted by the law."""

    company: Company
    meeting: Meeting
    code: str
    label: Message
    day: date
    counted: CountedDay | None = None

    @property
    def day_off(self) -> Message | None:
        """Why business rests on it; None on a business day."""
        return day_off_name(self.day)


def company_calendar(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/calendar/."""
    company = company_for(request.user, code)
    return _page(request, [company], company)


def calendar(request: SignedInRequest) -> HttpResponse:
    """GET, POST /calendar/: of all one's companies; POST makes a new secret address of the feed."""
    secret = ""
    if request.method == "POST":
        secret = secrets.token_urlsafe(32)
        CalendarFeed.objects.update_or_create(
            user=request.user, defaults={"secret_sha256": digest_of_bytes(secret.encode())}
        )
        audit.record_of_person("calendar.feed_made", person=request.user, by=request.user)
    return _page(request, list(companies_for(request.user)), None, secret)


def company_calendar_ics(request: SignedInRequest, code: str) -> HttpResponse:
    """GET /3774/calendar.ics."""
    company = company_for(request.user, code)
    if request.method == "POST":
        return HttpResponseNotAllowed(("GET", "HEAD"))
    if request.method == "GET":
        audit.record("calendar.exported", by=request.user, company=company, about=code)
    data = _ics(calendar_lines(request.user, [company]), timezone.now())
    return file_response(data, ICS, f"{code}-calendar.ics")


@login_not_required
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """GET /calendar/feed/….ics, for a program that cannot sign in. 404 for a secret of nobody's."""
    if request.method == "POST" or len(secret) > LONGEST_SECRET:
        raise Http404
    digest = digest_of_bytes(secret.encode())
    found = CalendarFeed.objects.filter(secret_sha256=digest, user__is_active=True).first()
    if found is None:
        raise Http404
    data = _ics(calendar_lines(found.user, companies_for(found.user)), timezone.now())
    return file_response(data, ICS, "calendar.ics")


def calendar_lines(user: User, companies: Iterable[Company]) -> list[CalendarLine]:
    """The days of the meetings of these companies that the person may know of, in their order."""
    found = [
        line
        for company in companies
        for meeting in Meeting.objects.filter(company=company).select_related("company")
        for line in _lines_of_meeting(user, meeting)
    ]
    return sorted(found, key=lambda line: (line.day, line.company.code, line.code))


def _lines_of_meeting(user: User, meeting: Meeting) -> Iterator[CalendarLine]:
    on_agenda = Proposal.objects.filter(meeting=meeting).on_agenda().exclude(state__in=FAILED)
    known = [one for one in on_agenda.with_names() if not refusal(user, "read", one)]
    schedules = [one.schedule for one in known] or [Proposal(meeting=meeting).schedule]
    seen: set[tuple[str, date]] = set()
    for schedule in schedules:
        for day in schedule.days:
            if (on := schedule[day]) and (day.field, on) not in seen:
                seen.add((day.field, on))
                yield CalendarLine(meeting.company, meeting, day.field, day.label, on)
        for counted in counted_days(schedule):
            if (counted.code, counted.day) not in seen:
                seen.add((counted.code, counted.day))
                yield CalendarLine(
                    meeting.company, meeting, counted.code, counted.label, counted.day, counted
                )


def _page(
    request: SignedInRequest, companies: list[Company], company: Company | None, secret: str = ""
) -> HttpResponse:
    lines = calendar_lines(request.user, companies)
    today = timezone.localdate()
    address = reverse("proposals:calendar_feed", args=[secret]) if secret else ""
    shown = {
        "company": company,
        "coming": [line for line in lines if line.day >= today],
        "past": [line for line in reversed(lines) if line.day < today],
        "feed": request.build_absolute_uri(address) if secret else "",
        "has_feed": CalendarFeed.objects.filter(user=request.user).exists(),
    }
    return render(request, "proposals/calendar.html", shown)


def _ics(lines: Iterable[CalendarLine], at: datetime) -> bytes:
    language = interface_language()
    uids: dict[str, int] = {}
    entries = []
    for line in lines:
        name = f"{line.company.code}-{line.meeting.slug}-{line.code}"
        # Proposals of one meeting may have days of their own.
        uids[name] = uids.get(name, 0) + 1
        counted = (line.counted.counted, line.counted.law) if line.counted else ()
        described = [meeting_name(line.meeting), *(each.in_language(language) for each in counted)]
        entries.append(
            CalendarEntry(
                uid=f"{name}-{uids[name]}@teikan",
                day=line.day,
                summary=f"{line.company.code} {line.label.in_language(language)}",
                description="\n".join(described),
            )
        )
    return icalendar(entries, name="Teikan", at=at)
