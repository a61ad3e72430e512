"""What is not kept on the way, nor in the browser: pages of drafts are inside information."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

PRIVATE = ("/account/", "/invitation/")
Answer = Callable[[HttpRequest], HttpResponse]


def keep_no_drafts(get_response: Answer) -> Answer:
    """Middleware: pages of proposals, of one's own account and of invitations say `no-store`, so
    that none is read after signing out.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_private = _app_of(request) == "proposals" or request.path_info.startswith(PRIVATE)
        if is_private and "no-store" not in response.headers.get("Cache-Control", ""):
            response["Cache-Control"] = "private, no-store"
        return response

    return answer


def _app_of(request: HttpRequest) -> str:
    match = request.resolver_match
    try:
        return (match or resolve(request.path_info)).app_name
    except Resolver404:
        return ""
