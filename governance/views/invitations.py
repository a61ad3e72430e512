"""Invitations: sent and taken back by an administrator, accepted by whoever has the link."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.forms.people import InvitationForm, InvitedPersonForm, RoleForm
from governance.models import Invitation, User
from governance.models.role import Role
from governance.people.access import LARGEST_KEY, company_for
from governance.people.invitations import (
    ONLY_ADMINISTRATORS,
    accept_invitation,
    accept_with_new_account,
    digest_of,
    invite_person,
    revoke_invitation,
    why_closed,
)
from governance.people.permissions import is_administrator
from governance.people.refused import Refused
from governance.views.people import people_page
from governance.views.signed_in_request import SignedInRequest


def invite(request: SignedInRequest, code: str) -> HttpResponse:
    """POST /3774/people/invite/: sends somebody a link."""
    company = company_for(request.user, code)
    if request.method != "POST":
        return HttpResponseNotAllowed(("POST",))
    if not is_administrator(request.user, company):
        raise PermissionDenied(ONLY_ADMINISTRATORS)
    form = InvitationForm(request.POST)
    if form.is_valid():
        email, role = form.cleaned_data["email"], Role(form.cleaned_data["role"])
        site = request.build_absolute_uri("/").rstrip("/")
        try:
            invite_person(company, email=email, role=role, by=request.user, site=site)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The invitation is sent."))
            return redirect("governance:people", code)
    return people_page(request, company, RoleForm(), form)


def revoke(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """POST /3774/people/invitations/7/revoke/: takes an invitation back."""
    company = company_for(request.user, code)
    if request.method != "POST":
        return HttpResponseNotAllowed(("POST",))
    found = get_object_or_404(Invitation, company=company, pk=min(pk, LARGEST_KEY))
    try:
        revoke_invitation(found, by=request.user)
    except Refused as refused:
        raise PermissionDenied(refused.sentence) from refused
    messages.success(request, _("The invitation is taken back."))
    return redirect("governance:people", code)


@login_not_required
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """GET, POST /invitation/…/: accepted with the account that is signed in, or with a new one."""
    found = (
        Invitation.objects.select_related("company", "invited_by")
        .filter(token_digest=digest_of(token))
        .first()
    )
    closed = why_closed(found, at=timezone.now())
    if found is None or closed:
        status = 404 if found is None else 410
        return render(request, "governance/invitation.html", {"closed": closed}, status=status)
    form = InvitedPersonForm(request.POST if request.method == "POST" else None)
    refusal = ""
    if request.method == "POST":
        try:
            if answer := _accepted(request, found, form):
                return answer
        except Refused as refused:
            refusal = refused.sentence
    shown = {"invitation": found, "form": form, "refusal": refusal}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/invitation.html", shown, status=status)


def _accepted(
    request: HttpRequest, found: Invitation, form: InvitedPersonForm
) -> HttpResponse | None:
    """Where it leads once it is accepted; None where the form says what is wrong."""
    if isinstance(request.user, User):
        accept_invitation(found.pk, by=request.user)
        return redirect("governance:companies")
    if not form.is_valid():
        return None
    accept_with_new_account(found.pk, form.save(commit=False))
    messages.success(request, _("The account is made. Sign in with it."))
    return redirect("governance:sign_in")
