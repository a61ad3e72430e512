"""What a browser may ask for: pages, and forms sent. Anything else is a 405."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed

METHODS = ("GET", "HEAD", "POST")
Answer = Callable[[HttpRequest], HttpResponseBase]


def refuse_other_methods(answer: Answer) -> Answer:
    """Middleware. A view asks only whether a form was sent; so PUT would be taken for GET."""

    def refuse_others(request: HttpRequest) -> HttpResponseBase:
        return answer(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)

    return refuse_others
