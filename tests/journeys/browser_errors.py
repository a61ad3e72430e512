"""What a browser complains of while a page is used: scripts, styles, the content policy, faults."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Response

# The browser says so of every page that answers with one of these, ours on purpose among them.
_PAGE_NOT_GIVEN = re.compile(
    r"Failed to load resource: the server responded with a status of"
    r" (403|404|405|409|413|422|400) .*"
)
# htmx says the same of a preview that is refused, such as one on its way when Save was pressed.
_PREVIEW_NOT_GIVEN = re.compile(r"Response Status Error Code (403|404|409|413|422|400) from .*")
# A test has cut the connection.
_CUT = re.compile(r"Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED)")
# htmx says so when a page is left while a preview is still on its way.
_LEFT = re.compile(r"htmx:(afterRequest|sendAbort|sendError).*")


def watch(context: BrowserContext) -> list[str]:
    """A list that grows by every complaint of the pages in `context`; empty is well."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        given = "/static/" not in address and _PAGE_NOT_GIVEN.fullmatch(message.text)
        others = (_PREVIEW_NOT_GIVEN, _LEFT, _CUT)
        known = given or any(one.fullmatch(message.text) for one in others)
        if message.type in ("error", "warning") and not known:
            complaints.append(f"{message.type} on {address}: {message.text}")

    def look(response: Response) -> None:
        path = urlsplit(response.url).path
        if response.status >= 500 or (response.status >= 400 and path.startswith("/static/")):
            complaints.append(f"{response.request.method} {path}: {response.status}")

    context.on("console", hear)
    context.on("weberror", lambda error: complaints.append(f"script: {error.error}"))
    context.on("response", look)
    return complaints
