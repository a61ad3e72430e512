"""The form of a company's own data: its names, and what its papers print beside the articles."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.models import Company
from governance.models.role import Role

GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Names"), ("name_ja", "name_en", "short_name_ja", "short_name_en")),
    (_("Listing and dateline"), ("listings_ja", "listings_en", "place_en", "time_zone")),
    (_("Representative"), ("representative_ja", "representative_en")),
    (_("Contact"), ("contact_ja", "contact_en")),
    (
        _("About the company, at the end of releases"),
        ("about_title_ja", "about_title_en", "about_ja", "about_en"),
    ),
    (_("Forward-looking statement"), ("forward_looking_ja", "forward_looking_en")),
    (
        _("Languages of the articles"),
        ("keeps_japanese", "keeps_english", "authoritative_language", "numerals_ja"),
    ),
    (_("Signing in"), ("second_factor_roles",)),
)
"""The fields by what they are about. The code stands in addresses, and the house style has a page
of its own: neither is changed here."""


class CompanyForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the back office takes of a company, with the same rules."""

    second_factor_roles = forms.MultipleChoiceField(
        label=_("Roles that need a second factor"),
        help_text=_("People with such a role see nothing until they have set one up."),
        choices=Role,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Company
        fields = tuple(name for _group, names in GROUPS for name in names)

    @property
    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        return [(label, [self[name] for name in names]) for label, names in GROUPS]

    def make_read_only(self) -> None:
        """For people who may look and not change."""
        for field in self.fields.values():
            field.disabled = True
