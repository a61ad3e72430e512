"""The forms with which people are invited and given roles."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.account import GOOD_PASSWORD
from governance.models import User
from governance.models.role import Role


class RoleForm(forms.Form):
    """A person, by the name they sign in with, and a role."""

    username = forms.CharField(
        label=gettext_lazy("Name for signing in"),
        max_length=150,
        help_text=gettext_lazy("Of somebody who can sign in to this installation already."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)

    def clean_username(self) -> str:
        name: str = self.cleaned_data["username"]
        self.person = User.objects.filter(username=name, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError(_("Nobody signs in under this name."))
        return name


class InvitationForm(forms.Form):
    """An address to which an invitation goes, and the role that comes with it."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # It stands beside another form that asks for a role.
        options["auto_id"] = "invitation_%s"
        super().__init__(*arguments, **options)


class InvitedPersonForm(UserCreationForm[User]):
    """The account of somebody who accepts an invitation."""

    class Meta:
        model = User
        fields: ClassVar = ["username", "last_name", "first_name"]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["password1"].help_text = GOOD_PASSWORD
        self.fields["password2"].help_text = ""
