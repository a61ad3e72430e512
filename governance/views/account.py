"""One's own account."""

from allauth.account import views as of_allauth
from allauth.account.models import get_emailconfirmation_model
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


def confirm_email(request: SignedInRequest, key: str) -> HttpResponse:
    """GET, POST /account/email/…/: the new address counts, once its owner says so signed in.

    A link that went to somebody else, by a slip of the pen, gives them nothing.
    """
    found = get_emailconfirmation_model().from_key(key)
    if found is not None and found.email_address.user_id != request.user.pk:
        return render(request, "account/email_confirm.html", status=403)
    answer: HttpResponse = of_allauth.confirm_email(request, key=key)
    return answer
