"""Who has to have a second factor, and has none yet, is led to set one up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from governance.people.second_factor import LACKS, note_second_factor

OPEN = ("/account/", "/sign-in/", "/sign-out/", "/language/")
"""How the addresses begin that it takes to set one up, or to leave."""


def lead_to_second_factor(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: they see nothing else until then, and nothing that they send is done."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        if (
            person.is_authenticated
            and request.session.get(LACKS)
            and not request.path_info.startswith(OPEN)
            and note_second_factor(request, person)
        ):
            return redirect("mfa_index")
        return get_response(request)

    return middleware
