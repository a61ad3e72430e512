"""Sessions end when nothing is done in them for long."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from governance.people.session_times import end_session, is_over, note_act

ASKED_BY_ITSELF = ("/presence/",)
"""How addresses end that a page asks for by itself, whether or not anybody sits before it."""


def end_idle_sessions(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: signs out whose session is over, before anything is done for them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        if person.is_authenticated:
            now = time.time()
            if is_over(request, at=now):
                end_session(request, person)
            elif not request.path_info.endswith(ASKED_BY_ITSELF):
                note_act(request, person, at=now)
        return get_response(request)

    return middleware
