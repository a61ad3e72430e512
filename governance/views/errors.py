"""Pages for what went wrong: what happened, and where to go from there.

They ask nothing of the database, and each is given by name in `governance.urls`.
"""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 where more was sent than any form of ours can hold."""
    if isinstance(exception, RequestDataTooBig):
        return _page(
            request,
            413,
            _("That was too much at once"),
            _("More was sent than a form here takes, so nothing of it was stored."),
            _(
                "Go back in the browser: what you typed is still there. Shorten it and send it"
                " again."
            ),
        )
    return _page(
        request,
        400,
        _("This request was not understood"),
        _("What the browser sent cannot be read, so nothing was changed."),
    )


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        403,
        _("This is not open to you"),
        str(exception or "") or _("Your role does not cover this page."),
    )


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403 where a form did not carry the sign that it came from one of our pages."""
    return _page(
        request,
        403,
        _("This form has expired"),
        _(
            "The form was opened before you last signed in, or the browser keeps no cookies;"
            " nothing was changed."
        ),
        _("Go back in the browser, copy what you typed, load the page again and send it anew."),
    )


@requires_csrf_token
def not_found(
    request: HttpRequest,
    exception: Exception | None = None,  # noqa: ARG001  what was looked for is not shown
) -> HttpResponse:
    return _page(
        request,
        404,
        _("There is no such page"),
        _("Nothing is kept at this address, or it is not open to you."),
        _("Look whether the address was typed in full."),
    )


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        _("Something went wrong here"),
        _(
            "The program met a fault and stopped before it finished; it has been written to the"
            " log."
        ),
        _(
            "What you typed is still in the browser: go back and try again. If it happens again,"
            " tell whoever runs the program."
        ),
    )


def _page(
    request: HttpRequest, status: int, heading: str, sentence: str, advice: str = ""
) -> HttpResponse:
    shown = {
        "heading": heading,
        "sentence": sentence,
        "advice": advice,
        "return_to": "/",
        "return_label": _("To the start page"),
    }
    return render(request, "error.html", shown, status=status)
