"""The forms of one's own account: django-allauth's, with the words of this program."""

from typing import Any, ClassVar

from allauth.account import forms as of_allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from governance.models import User

GOOD_PASSWORD = _(
    "12 characters or more that nobody guesses: no word that many use, not your name, not digits"
    " alone."
)


class OwnWords:
    """Before a form of allauth: labels and help of our own, and no second label in the field."""

    labels: ClassVar[dict[str, Promise]] = {}
    helps: ClassVar[dict[str, Promise]] = {}

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        fields: dict[str, Any] = getattr(self, "fields")  # noqa: B009  the form's, which comes next
        for name, field in fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.helps.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class EmailForm(OwnWords, of_allauth.AddEmailForm):  # type: ignore[misc]
    labels: ClassVar = {"email": _("New e-mail address")}
    helps: ClassVar = {
        "email": _("A message with a link goes there; the address counts once you open the link.")
    }

    def save(self, request: HttpRequest) -> Any:
        """The present address stays until the new one is confirmed, also one that those who keep
        the installation entered, which allauth takes for unconfirmed and would replace at once.
        """
        present = EmailAddress.objects.filter(user=self.user, email=self.user.email.lower())
        for address in present.filter(verified=False):
            if address.set_verified():
                address.set_as_primary()
        return super().save(request)


class PasswordForm(OwnWords, of_allauth.ChangePasswordForm):  # type: ignore[misc]
    labels: ClassVar = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }
    helps: ClassVar = {"password1": GOOD_PASSWORD}


class NewPasswordForm(OwnWords, of_allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    labels: ClassVar = {"password1": _("New password"), "password2": _("New password again")}
    helps: ClassVar = {"password1": GOOD_PASSWORD}


class ForgottenPasswordForm(OwnWords, of_allauth.ResetPasswordForm):  # type: ignore[misc]
    labels: ClassVar = {"email": _("E-mail address of your account")}

    users: list[User]

    def clean_email(self) -> str:
        """Only present addresses count, in whatever capitals: allauth takes those that wait to be
        confirmed too.
        """
        address: str = super().clean_email()
        self.users = list(User.objects.filter(email__iexact=address, is_active=True))
        return address

    def save(self, request: HttpRequest, **options: Any) -> str:
        """Both answers take a message, so that neither page nor time tells who has an account."""
        if self.users:
            address: str = super().save(request, **options)
            return address
        # allauth's own message has an address at which to sign up, which there is none of.
        address = self.cleaned_data["email"]
        get_adapter(request).send_mail("account/email/unknown_account", address, {})
        return address


class ConfirmPasswordForm(OwnWords, of_allauth.ReauthenticateForm):  # type: ignore[misc]
    labels: ClassVar = {"password": _("Password")}
