"""What a person tried and was refused is a line of the audit."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from governance.models import Company
from governance.people import audit

_REFUSED = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.UNPROCESSABLE_ENTITY})


def record_refused_attempts(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: a line such as "refused.adopt" for each form that was sent and refused, in the
    company that it was about; once while a person tries the same again.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        if request.method == "POST" and response.status_code in _REFUSED and match is not None:
            address = str(match.kwargs.get("address", ""))
            code = match.kwargs.get("code") or address.partition("-")[0]
            company = Company.objects.filter(code=code).first() if code else None
            if company is not None and request.user.is_authenticated:
                what = f"refused.{match.url_name}"
                audit.record_once(what, by=request.user, company=company, about=address)
        return response

    return middleware
