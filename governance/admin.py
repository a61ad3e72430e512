"""The back office: companies, people and meetings are entered here; the record is looked at.

Who keeps the installation sets up companies and memberships, and sees no articles but those of the
companies they belong to themselves.
"""

import re
from typing import Any

from django.contrib import admin
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
    Part,
    User,
    Wording,
)
from governance.people.access import LARGEST_KEY


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
    model = Membership
    extra = 1
    autocomplete_fields = ("user", "company")

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **options: Any
    ) -> Any:
        widget = SafeAutocompleteSelect(db_field, self.admin_site, using=options.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **{"widget": widget} | options)


@admin.register(User)
class UserAdminWithCompanies(UserAdmin):  # type: ignore[type-arg]
    inlines = (MembershipInline,)


@admin.register(Company)
class CompanyAdmin(ReadableHistoryAdmin):
    list_display = ("code", "name_en", "name_ja")
    search_fields = ("code", "name_en", "name_ja")
    inlines = (MembershipInline,)


@admin.register(Meeting)
class MeetingAdmin(ReadableHistoryAdmin):
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


@admin.register(AuditEntry)
class AuditEntryAdmin(OwnCompaniesAdmin):
    list_display = ("at", "actor", "what", "about", "company")
    list_select_related = ("actor", "company")
    search_fields = ("about", "actor__username", "what")
