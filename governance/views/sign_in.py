"""Signing in and out."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView, redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from governance.forms.sign_in import SignInForm
from governance.models import User
from governance.people import audit, sign_in_limits
from governance.people.session_times import ENDED


class SignIn(LoginView):
    """GET, POST /sign-in/. After several failures it refuses for a while and says how long."""

    form_class = SignInForm
    template_name = "governance/sign_in.html"
    redirect_authenticated_user = True

    def get_context_data(self, **options: Any) -> dict[str, Any]:
        was_idle = self.request.session.pop(ENDED, False)
        directory = settings.OIDC_NAME if settings.OIDC_SERVER else ""
        return super().get_context_data(was_idle=was_idle, directory=directory, **options)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        assert isinstance(form, SignInForm)
        attempt = form.attempt
        sign_in_limits.succeeded(attempt)
        login = Login(user=form.get_user(), redirect_url=self.get_success_url())
        # What else is asked for (a code, a key), and what is recorded: people/allauth_adapters.py.
        answer: HttpResponse = perform_password_login(
            self.request, {"username": attempt.name}, login
        )
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        assert isinstance(form, SignInForm)
        if form.was_wrong:
            attempt = form.attempt
            sign_in_limits.failed(attempt, at=timezone.now())
            # A name that is nobody's is not kept: people type passwords into the wrong field.
            person = User.objects.filter(username=attempt.name).first()
            audit.record_of_person(
                "person.sign_in_failed", person=person, by=person, about=attempt.address
            )
        return super().form_invalid(form)


sign_in = SignIn.as_view()


class SignOut(LogoutView):
    """POST /sign-out/."""

    def post(self, request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        person = request.user if isinstance(request.user, User) else None
        if person is not None:
            audit.record_of_person("person.signed_out", person=person, by=person)
        return super().post(request, *arguments, **options)


sign_out = SignOut.as_view()


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
