"""Signing in and out."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView, redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from governance.forms.sign_in import SignInForm
from governance.people import sign_in_limits


class SignIn(LoginView):
    """GET, POST /sign-in/. After several failures it refuses for a while and says how long."""

    form_class = SignInForm
    template_name = "governance/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        assert isinstance(form, SignInForm)
        sign_in_limits.succeeded(form.cleaned_data["username"], form.address)
        return super().form_valid(form)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        assert isinstance(form, SignInForm)
        if form.was_wrong:
            sign_in_limits.failed(form.cleaned_data["username"], form.address, at=timezone.now())
        return super().form_invalid(form)


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()


@login_not_required
def admin_login(request: HttpRequest) -> HttpResponse:
    """GET /admin/login/: where the back office sends everybody whom it does not let in.

    It has no form of its own: what counts failures to sign in counts them all. Who has signed in
    already and is not let in would be sent round in a circle; for them nothing is kept there.
    """
    if not request.user.is_authenticated:
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))
    if not getattr(request.user, "is_staff", False):
        raise Http404
    return redirect("admin:index")
