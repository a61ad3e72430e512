"""In which language the articles are shown: one that the company keeps."""

from django.http import HttpRequest

from governance.models import Company
from governance.models.languages import Language
from governance.templatetags.interface import language


def law_language(request: HttpRequest, company: Company) -> Language:
    """The language asked for with ?language=, else that of the interface, else the authoritative one."""
    kept = company.languages
    for wanted in (request.GET.get("language"), language()):
        if wanted in kept:
            return Language(wanted)
    return kept[0]
