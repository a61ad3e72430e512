"""In which language the articles are shown: one that the company keeps."""

from governance.models import Company
from governance.models.languages import Language, interface_language
from governance.views.request import Request


def law_language(request: Request, company: Company) -> Language:
    """The one asked for with ?language=, else that of the interface, else the authoritative one."""
    kept = company.languages
    for wanted in (request.GET.get("language"), interface_language()):
        if wanted in kept:
            return Language(wanted)
    return kept[0]
