"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.utils import timezone

from governance import signing_in
from governance.forms import SignInForm


class SignIn(LoginView):
    """GET, POST /sign-in/. After several failures the form refuses for a while and says how long."""

    form_class = SignInForm
    template_name = "governance/sign_in.html"
    redirect_authenticated_user = True

    def form_valid(self, form: SignInForm) -> HttpResponse:
        signing_in.succeeded(form.cleaned_data["username"], form.address)
        return super().form_valid(form)

    def form_invalid(self, form: SignInForm) -> HttpResponse:
        if form.was_wrong:
            signing_in.failed(form.cleaned_data["username"], form.address, at=timezone.now())
        return super().form_invalid(form)


sign_in = SignIn.as_view()
sign_out = LogoutView.as_view()
