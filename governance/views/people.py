"""The people of a company and their roles, given and taken by its administrators."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.mail import mailers
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.forms.people import InvitationForm, RoleForm
from governance.models import Company, Membership, User
from governance.models.role import Role
from governance.people.access import LARGEST_KEY, company_for
from governance.people.mail import SERVER
from governance.people.permissions import is_administrator
from governance.people.refused import Refused
from governance.people.roles import (
    ONLY_ADMINISTRATORS,
    give_role,
    take_all_roles,
    take_role,
)
from governance.views.signed_in_request import SignedInRequest


def people(request: SignedInRequest, code: str) -> HttpResponse:
    """GET, POST /3774/people/: who has which role; an administrator gives another."""
    company = company_for(request.user, code)
    form = RoleForm(request.POST or None)
    if request.method == "POST":
        if not is_administrator(request.user, company):
            raise PermissionDenied(ONLY_ADMINISTRATORS)
        if form.is_valid() and _give(request, company, form):
            messages.success(request, _("The role is given."))
            return redirect("governance:people", code)
    return people_page(request, company, form, InvitationForm())


def _give(request: SignedInRequest, company: Company, form: RoleForm) -> bool:
    """Whether the role was given; else the form says why not."""
    role = Role(form.cleaned_data["role"])
    assert form.person is not None  # or the form would not be valid
    try:
        give_role(company, to=form.person, role=role, by=request.user)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    return True


def take(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """POST /3774/people/7/take/: takes a role away."""
    company = company_for(request.user, code)
    if request.method != "POST":
        return HttpResponseNotAllowed(("POST",))
    membership = get_object_or_404(
        Membership.objects.select_related("user"), company=company, pk=min(pk, LARGEST_KEY)
    )
    try:
        take_role(membership, by=request.user)
    except Refused as refused:
        raise PermissionDenied(refused.sentence) from refused
    messages.success(request, _("The role is taken away."))
    return redirect("governance:people", code)


def leave(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """POST /3774/people/7/leave/: takes all roles of somebody who leaves."""
    company = company_for(request.user, code)
    if request.method != "POST":
        return HttpResponseNotAllowed(("POST",))
    of_company = User.objects.filter(memberships__company=company).distinct()
    person = get_object_or_404(of_company, pk=min(pk, LARGEST_KEY))
    try:
        take_all_roles(company, person, by=request.user)
    except Refused as refused:
        raise PermissionDenied(refused.sentence) from refused
    messages.success(request, _("All their roles are taken away."))
    return redirect("governance:people", code)


def people_page(
    request: SignedInRequest, company: Company, form: RoleForm, invitation_form: InvitationForm
) -> HttpResponse:
    """The page of the people of a company; 422 where a form was sent."""
    memberships = Membership.objects.filter(company=company).select_related("user")
    may_change = is_administrator(request.user, company)
    invitations = company.invitations.select_related("mail") if may_change else ()
    shown = {
        "company": company,
        "memberships": memberships.order_by("user__username", "role"),
        "is_administrator": may_change,
        "form": form,
        "invitation_form": invitation_form,
        "invitations": [(one, one.is_open(at=timezone.now())) for one in invitations[:50]],
        "shows_messages": SERVER not in mailers,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/people.html", shown, status=status)
