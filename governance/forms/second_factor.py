"""The forms of codes and passkeys: django-allauth's, with the words of this program."""

import struct
from collections.abc import Callable
from typing import Any, ClassVar

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as of_codes
from allauth.mfa.totp import forms as of_apps
from allauth.mfa.webauthn import forms as of_passkeys
from django.utils.translation import gettext_lazy as _

from governance.forms.account import OwnWords


class CodeForm(OwnWords, of_codes.AuthenticateForm):  # type: ignore[misc]
    labels: ClassVar = {"code": _("Code")}
    helps: ClassVar = {"code": _("Six digits from your authenticator app, or a recovery code.")}


class ConfirmCodeForm(OwnWords, of_codes.ReauthenticateForm):  # type: ignore[misc]
    labels: ClassVar = {"code": _("Code")}
    helps: ClassVar = {"code": _("Six digits from your authenticator app, or a recovery code.")}


class FirstCodeForm(OwnWords, of_apps.ActivateTOTPForm):  # type: ignore[misc]
    labels: ClassVar = {"code": _("Code")}
    helps: ClassVar = {"code": _("The six digits that the app shows now.")}


def refused_when_malformed(clean: Callable[[], Any]) -> Any:
    """What `clean` returns; a passkey that no browser would send is refused like a wrong one."""
    try:
        return clean()
    except (AttributeError, LookupError, TypeError, ValueError, struct.error) as error:
        raise get_adapter().validation_error("incorrect_code") from error


class UsedPasskeyForm(of_passkeys.AuthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Any:
        return refused_when_malformed(super().clean_credential)


class ConfirmPasskeyForm(of_passkeys.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Any:
        return refused_when_malformed(super().clean_credential)


class PasskeyForm(OwnWords, of_passkeys.AddWebAuthnForm):  # type: ignore[misc]
    labels: ClassVar = {"name": _("Name of the passkey")}
    helps: ClassVar = {"name": _("By which you know it again, such as the machine it is kept on.")}

    def clean(self) -> Any:
        return refused_when_malformed(super().clean)


class PasskeyNameForm(OwnWords, of_passkeys.EditWebAuthnForm):  # type: ignore[misc]
    labels: ClassVar = {"name": _("Name of the passkey")}
