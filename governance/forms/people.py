"""The form with which a role is given."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
