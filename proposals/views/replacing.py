"""Words found and replaced in all articles, each hit accepted or not."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models.languages import ArticlesLanguage
from governance.people.refused import Refused
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals import editing
from proposals.draft.found_words import FoundWord, find_in_draft
from proposals.draft.rows import DraftRows, load_rows
from proposals.forms.replacing import ReplaceForm
from proposals.models import Proposal
from proposals.views.decorators import open_to_edit, show_refusals
from proposals.views.edit_page import EditPage, answer

MOST_SHOWN = 500
"""Hits in one language; where there are more, longer words are asked for."""


@show_refusals
def find_and_replace(request: SignedInRequest, address: str) -> HttpResponse:
    """GET, POST …/replace/: what is looked for; its hits; those accepted replaced."""
    rows = load_rows(open_to_edit(request, address))
    language = articles_language(request, rows.proposal.company)
    return answer(ReplacePage(request, rows, language))


@dataclass(frozen=True)
class FoundInUnit:
    """The hits of one language in one article or heading."""

    language: ArticlesLanguage
    name: str
    url: str
    hits: tuple[FoundWord, ...]


@dataclass(frozen=True)
class ReplacePage(EditPage):
    request: SignedInRequest
    rows: DraftRows
    language: ArticlesLanguage

    template = "proposals/replace.html"

    @property
    def proposal(self) -> Proposal:
        return self.rows.proposal

    @property
    def address(self) -> str:
        return reverse("proposals:proposal", args=[self.proposal.address])

    def form(self) -> ReplaceForm:
        languages = self.proposal.company.languages
        return ReplaceForm(self.request.POST or None, languages=languages)

    def save(self, form: forms.Form) -> str:
        accepted = form.cleaned_data["accepted"]
        if not accepted:
            raise Refused(_("No hit is accepted, so there is nothing to replace."))
        pairs = cast("ReplaceForm", form).pairs()
        editing.replace_words(self.proposal, by=self.request.user, pairs=pairs, accepted=accepted)
        return self.address

    def done(self) -> str:
        count = len(set(self.request.POST.getlist("accepted")))
        words = ngettext("%(count)d replaced", "%(count)d replaced", count) % {"count": count}
        return f"{words} {timezone.localtime():%H:%M}"

    def context(self, form: forms.Form) -> dict[str, Any]:
        found, more = self._found(cast("ReplaceForm", form))
        is_save = self.request.method == "POST" and "preview" not in self.request.POST
        chosen = set(self.request.POST.getlist("accepted"))
        hits = [hit for unit in found for hit in unit.hits]
        return {
            "proposal": self.proposal,
            "company": self.proposal.company,
            "language": self.language,
            "is_found": form.is_bound and form.is_valid(),
            "found": found,
            "hits": len(hits),
            "more": more,
            "accepted": {one.name for one in hits if one.is_accepted} if not is_save else chosen,
        }

    def _found(self, form: ReplaceForm) -> tuple[list[FoundInUnit], bool]:
        found: list[FoundInUnit] = []
        more = False
        for language, pair in form.pairs().items():
            hits = find_in_draft(self.rows, language, pair)
            more = more or len(hits) > MOST_SHOWN
            found += self._by_unit(language, hits[:MOST_SHOWN])
        return found, more

    def _by_unit(
        self, language: ArticlesLanguage, hits: Collection[FoundWord]
    ) -> list[FoundInUnit]:
        return [
            FoundInUnit(
                language,
                several[0].where,
                f"{self.address}?language={language}&open={key}#row-{key}",
                tuple(several),
            )
            for key, group in groupby(hits, lambda one: one.unit)
            for several in [list(group)]
        ]
