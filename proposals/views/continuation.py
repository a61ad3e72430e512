"""The page on which is entered that a meeting was adjourned or continued."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.models import Meeting
from governance.people.access import company_for
from governance.people.refused import Refused
from governance.views.signed_in_request import SignedInRequest
from proposals.forms.outcomes import ContinuationForm
from proposals.views.decorators import show_refusals
from proposals.views.edit_page import EditPage, answer
from proposals.workflow.continuing import continue_meeting, refusal_to_continue


@show_refusals
def continuation(request: SignedInRequest, code: str, slug: str) -> HttpResponse:
    """GET, POST /3774/meetings/21/continuation/."""
    company = company_for(request.user, code)
    meeting = Meeting.objects.filter(company=company, slug=slug).select_related("company").first()
    if meeting is None:
        raise Http404
    if sentence := refusal_to_continue(request.user, meeting):
        raise Refused(sentence)
    return answer(ContinuationPage(request, meeting))


class ContinuationPage(EditPage):
    """The day on which a meeting goes on."""

    template = "proposals/continuation.html"

    def __init__(self, request: SignedInRequest, meeting: Meeting) -> None:
        self.request = request
        self.meeting = meeting

    @property
    def address(self) -> str:
        return reverse("proposals:agenda", args=[self.meeting.company.code, self.meeting.slug])

    def form(self) -> ContinuationForm:
        data = self.request.POST if self.request.method == "POST" else None
        return ContinuationForm(data, initial={"continued_on": self.meeting.continued_on})

    def save(self, form: forms.Form) -> str:
        continue_meeting(self.meeting, by=self.request.user, on=form.cleaned_data["continued_on"])
        return self.address

    def context(self, form: forms.Form) -> dict[str, Any]:  # noqa: ARG002
        return {"meeting": self.meeting, "company": self.meeting.company}

    def done(self) -> str:
        return _("The day of the adjourned or continued meeting is entered.")
