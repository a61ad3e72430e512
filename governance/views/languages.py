"""In which language the articles are shown: one that the company keeps."""

from governance.models import Company
from governance.models.languages import ArticlesLanguage, interface_language
from governance.views.signed_in_request import SignedInRequest


def articles_language(request: SignedInRequest, company: Company) -> ArticlesLanguage:
    """The one asked for with ?language=, else that of the interface, else the authoritative one."""
    kept = company.languages
    for wanted in (request.GET.get("language"), interface_language()):
        if wanted in kept:
            return ArticlesLanguage(wanted)
    return kept[0]
