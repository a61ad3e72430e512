"""The form to sign in."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from governance.models import User
from governance.people import sign_in_limits
from governance.people.client_address import client_address
from governance.people.known_devices import device_known_for
from governance.people.sign_in_limits import SignInAttempt


class SignInForm(AuthenticationForm):
    """Name and password. Refuses, before it looks at the password, who has failed too often."""

    error_messages = {
        "invalid_login": gettext_lazy(
            "The name or the password is not right. Capitals count in both."
        ),
        "inactive": gettext_lazy("This account is closed. Ask whoever runs the program."),
    }
    was_wrong = False

    @property
    def attempt(self) -> SignInAttempt:
        """What is tried, from where, and with which browser."""
        name = self.cleaned_data["username"]
        assert self.request is not None  # the view gives it
        person = User.objects.filter(username=name).first()
        device = device_known_for(self.request, person)
        return SignInAttempt(name, client_address(self.request), device)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("username"):
            minutes = sign_in_limits.minutes_to_wait(self.attempt, at=timezone.now())
            if minutes:
                raise ValidationError(
                    ngettext(
                        "Too many attempts have failed. You can try again in %(minutes)d minute.",
                        "Too many attempts have failed. You can try again in %(minutes)d minutes.",
                        minutes,
                    )
                    % {"minutes": minutes},
                    code="throttled",
                )
        return super().clean()

    def get_invalid_login_error(self) -> ValidationError:
        self.was_wrong = True
        return ValidationError(str(self.error_messages["invalid_login"]), code="invalid_login")
