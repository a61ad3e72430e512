"""One's own account."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse
from django.shortcuts import redirect, render

from governance.views.signed_in_request import SignedInRequest


def account(request: SignedInRequest) -> HttpResponse:
    """GET /account/: who one is here, and what one can change of it."""
    shown = {"has_second_factor": is_mfa_enabled(request.user)}
    return render(request, "governance/account.html", shown)


def no_password(request: SignedInRequest) -> HttpResponse:
    """GET /account/password/first/: how somebody whose directory signs them in gets a password.

    It takes a message to their address: nothing else shows here that it is they who ask.
    """
    if request.user.has_usable_password():
        return redirect("account_change_password")
    return render(request, "account/no_password.html")
