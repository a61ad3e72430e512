"""When a session ends: some time after its person did something last, and at the end of a day.

Both times are kept in the session. The time of the last act is written once a minute at most, so
that not every page costs a write.
"""

import time
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from governance.models import User
from governance.people import audit
from governance.people.client_address import NO_ADDRESS, client_address
from governance.people.second_factor import note_second_factor

BEGUN, SEEN = "session_begun", "session_seen"
ENDED = "session_ended"
"""In the session that follows: why its person has to sign in again is still to be said."""
BETWEEN_WRITES = 60


@receiver(user_logged_in)
def begin_session(request: HttpRequest, **_about: Any) -> None:
    request.session[BEGUN] = request.session[SEEN] = int(time.time())


def is_over(request: HttpRequest, *, at: float) -> bool:
    """Whether nothing was done in the session for too long, or it is older than a working day."""
    begun, seen = request.session.get(BEGUN, at), request.session.get(SEEN, at)
    return bool(
        at - seen > settings.SESSION_IDLE_SECONDS or at - begun > settings.SESSION_COOKIE_AGE
    )


def end_session(request: HttpRequest, person: User) -> None:
    """Sign the person out; the next page to sign in says why."""
    audit.record_of_person("person.session_ended", person=person, by=person)
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    request.session[ENDED] = True


def note_act(request: HttpRequest, person: User, *, at: float) -> None:
    """The person did something now."""
    if at - request.session.get(SEEN, 0) >= BETWEEN_WRITES:
        request.session.setdefault(BEGUN, int(at))
        request.session[SEEN] = int(at)
        note_second_factor(request, person)
        UserSession.objects.filter(session_key=request.session.session_key).update(
            last_seen_at=timezone.now(), ip=client_address(request) or NO_ADDRESS
        )
