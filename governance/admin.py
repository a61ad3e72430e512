"""The back office: companies, people and meetings are entered here; the record is looked at.

Who keeps the installation sets up companies and memberships, and sees no articles but those of the
companies they belong to themselves.
"""

import re
from typing import Any

from allauth.account import admin as _of_allauth  # noqa: F401  it registers what is not shown here
from allauth.account.models import EmailAddress
from allauth.mfa import admin as _of_factors  # noqa: F401
from allauth.mfa.models import Authenticator
from allauth.socialaccount import admin as _of_directories  # noqa: F401
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions import admin as _of_sessions  # noqa: F401
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.admin import EmptyFieldListFilter
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.admin import UserAdmin
from django.db.models import ForeignKey, QuerySet
from django.http import Http404, HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from governance.models import (
    Amendment,
    AmendmentReason,
    Article,
    AuditEntry,
    Company,
    Intake,
    Meeting,
    Membership,
    OutgoingMail,
    Part,
    User,
    Wording,
)
from governance.models.role import Role
from governance.people import audit
from governance.people.access import LARGEST_KEY
from governance.people.printed_data import reopened_sentence, tell_printed_data_changed


class ReadableHistoryAdmin(SimpleHistoryAdmin):  # type: ignore[misc]
    """Shows who changed what; an older version is read, never brought back over a newer one."""

    def revert_disabled(self, *_args: Any, **_options: Any) -> bool:
        return True

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        self.require_own_row(request, object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        self.require_own_row(request, object_id)
        return super().history_form_view(request, object_id, version_id, extra_context)

    def require_own_row(self, request: HttpRequest, object_id: str) -> Any:
        """The row whose history is asked for; Http404 where it is not among the person's rows.

        simple-history would show the history of any row, whatever `get_queryset` leaves out.
        """
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return row


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that are written elsewhere: shown and never changed, whatever a person may do."""

    def has_add_permission(self, *_args: Any, **_options: Any) -> bool:
        return False

    def has_change_permission(self, *_args: Any, **_options: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any, **_options: Any) -> bool:
        return False


class OwnCompaniesAdmin(ReadOnlyAdmin):
    """Rows of the companies that the person belongs to."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(company__in=Company.objects.of(request.user))


class SafeAutocompleteSelect(AutocompleteSelect):
    """Django's own asks the database for whatever was sent, and fails where that is no key."""

    def optgroups(self, name: str, value: Any, attr: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, [each for each in value if not each or _is_key(each)], attr)


def _is_key(text: str) -> bool:
    return re.fullmatch("[0-9]{1,19}", text) is not None and int(text) <= LARGEST_KEY


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    """The roles of a company, looked at: its administrators give them, on its own page."""

    model = Membership
    extra = 0
    can_delete = False

    def has_change_permission(self, *_args: Any, **_options: Any) -> bool:
        return False

    def has_add_permission(self, *_args: Any, **_options: Any) -> bool:
        return False


class FirstAdministratorInline(MembershipInline):
    """The same; a company that has no administrator yet is given its first here."""

    extra = 1
    max_num = 1
    autocomplete_fields = ("user",)

    def has_add_permission(self, _request: HttpRequest, obj: Any = None) -> bool:
        administrators = Membership.objects.filter(role=Role.ADMINISTRATOR)
        return obj is None or not administrators.filter(company=obj).exists()

    def formfield_for_choice_field(
        self, db_field: Any, request: HttpRequest, **options: Any
    ) -> Any:
        if db_field.name == "role":
            options["choices"] = [(Role.ADMINISTRATOR.value, Role.ADMINISTRATOR.label)]
        return super().formfield_for_choice_field(db_field, request, **options)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **options: Any
    ) -> Any:
        widget = SafeAutocompleteSelect(db_field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **{"widget": widget} | options)


@admin.register(User)
class UserAdminWithCompanies(UserAdmin):  # type: ignore[type-arg]
    """People. What is changed of one is a line in the audit of each company they belong to."""

    inlines = (MembershipInline,)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            # The address that was confirmed before resets no password any more.
            EmailAddress.objects.filter(user=obj).delete()

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        _record_person("person.created", request, obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        is_password = request.path.endswith("/password/")
        what = "person.password_changed" if is_password else "person.changed"
        _record_person(what, request, obj)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for person in queryset:
            _record_person("person.deleted", request, person)
        return super().log_deletions(request, queryset)


def _record_person(what: str, request: HttpRequest, person: User, about: str = "") -> None:
    assert isinstance(request.user, User)
    about = f"{person.get_username()} {about}".strip()
    audit.record_of_person(what, person=person, by=request.user, about=about)


class PrintedDataAdmin(ReadableHistoryAdmin):
    """Rows that papers print: a change of one leaves a line in the audit of the company, and what
    was approved on it as it was is reopened.
    """

    audited_as = ""

    def company_of(self, row: Any) -> Company:
        found: Company = row.company
        return found

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        assert isinstance(request.user, User)
        company = self.company_of(obj)
        what = f"{self.audited_as}.{'changed' if change else 'created'}"
        audit.record(what, by=request.user, company=company, about=str(obj)[:200])
        if reopened := tell_printed_data_changed(company, by=request.user):
            messages.warning(request, reopened_sentence(reopened))


@admin.register(Company)
class CompanyAdmin(PrintedDataAdmin):
    audited_as = "company"
    list_display = ("code", "name_en", "name_ja")
    search_fields = ("code", "name_en", "name_ja")
    inlines = (FirstAdministratorInline,)

    def company_of(self, row: Any) -> Company:
        found: Company = row
        return found

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        assert isinstance(request.user, User)
        for membership in formset.new_objects:
            about = f"{membership.user.get_username()} {membership.role}"
            audit.record("role.given", by=request.user, company=membership.company, about=about)


@admin.register(Meeting)
class MeetingAdmin(PrintedDataAdmin):
    audited_as = "meeting"
    list_display = ("company", "kind", "ordinal", "date", "slug")
    list_filter = ("company",)
    list_select_related = ("company",)


@admin.register(Amendment)
class AmendmentAdmin(OwnCompaniesAdmin, ReadableHistoryAdmin):
    list_display = ("company", "adopted_on", "effective_on", "decided_by", "meeting")
    list_select_related = ("company", "meeting__company")


@admin.register(AmendmentReason)
class AmendmentReasonAdmin(OwnCompaniesAdmin):
    list_display = ("amendment", "position", "article", "body_en", "body_ja")
    list_select_related = ("amendment__company", "article")


@admin.register(Intake)
class IntakeAdmin(OwnCompaniesAdmin, ReadableHistoryAdmin):
    list_display = (
        "company",
        "adopted_on",
        "effective_on",
        "effective_unknown",
        "file_ja",
        "file_en",
        "created_by",
        "created_at",
        "amendment",
    )
    list_select_related = ("company", "created_by", "amendment__company", "amendment__meeting")


@admin.register(Part)
class PartAdmin(OwnCompaniesAdmin, ReadableHistoryAdmin):
    list_display = ("company", "kind", "position", "title_en", "title_ja")
    list_select_related = ("company",)


@admin.register(Article)
class ArticleAdmin(OwnCompaniesAdmin, ReadableHistoryAdmin):
    list_display = ("pk", "company", "part", "kind")
    list_select_related = ("company", "part")


@admin.register(Wording)
class WordingAdmin(OwnCompaniesAdmin, ReadableHistoryAdmin):
    list_display = (
        "__str__",
        "company",
        "part",
        "adopted_on",
        "in_force",
        "ended_on",
        "expires_on",
        "superseded_at",
    )
    list_select_related = ("company", "part")
    search_fields = ("caption_en", "caption_ja")


@admin.register(OutgoingMail)
class OutgoingMailAdmin(ReadOnlyAdmin):
    """What was sent, and what no mail server has taken, with its text."""

    list_display = ("written_at", "recipient", "subject", "sent_at", "attempts", "error")
    list_filter = (("sent_at", EmptyFieldListFilter),)
    search_fields = ("recipient", "subject")


admin.site.unregister(Authenticator)


@admin.register(Authenticator)
class SecondFactorAdmin(ReadOnlyAdmin):
    """Second factors: looked at, and taken away from somebody who has lost theirs."""

    fields = list_display = ("user", "type", "created_at", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("user__username",)

    def has_delete_permission(self, *arguments: Any, **options: Any) -> bool:
        return admin.ModelAdmin.has_delete_permission(self, *arguments, **options)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for factor in queryset:
            _record_person("person.second_factor_removed", request, factor.user, factor.type)
        return super().log_deletions(request, queryset)


# People change these on their own pages, where it is recorded.
admin.site.unregister((EmailAddress, UserSession, SocialAccount, SocialApp, SocialToken))


@admin.register(AuditEntry)
class AuditEntryAdmin(OwnCompaniesAdmin):
    list_display = ("at", "actor", "what", "about", "company")
    list_select_related = ("actor", "company")
    search_fields = ("about", "actor__username", "what")
