"""The back office: proposals, their changes and reasons, with who wrote what.

All is looked at only; drafts are written and moved on the proposal's own pages. A draft is inside
information here too: its rows are shown to legal staff and board secretaries of its company, and
that one was opened is recorded.
"""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from governance.admin import ReadableHistoryAdmin, ReadOnlyAdmin
from governance.models import Company, User
from governance.models.role import Role
from governance.people import audit
from proposals.draft import live_numbers
from proposals.draft.rows import load_rows
from proposals.draft.versions import apply_changes
from proposals.models import Change, DecidedCitation, Proposal, Reason, Review

LISTED = 60
"""Characters of a reason that a list shows."""


class DraftRowsAdmin(ReadOnlyAdmin, ReadableHistoryAdmin):
    """Rows of a proposal; `proposal_path` leads from the row to it."""

    proposal_path = "proposal"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        path = f"{self.proposal_path}__" if self.proposal_path else ""
        companies = Company.objects.of(request.user, Role.LEGAL_STAFF, Role.BOARD_SECRETARY)
        return (
            super()
            .get_queryset(request)
            .filter(**{f"{path}company__in": companies})
            .select_related(f"{path}company", f"{path}meeting")
        )

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        row = self.get_object(request, object_id) if object_id else None
        if row is not None:
            self.record_opening(request, row)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def require_own_row(self, request: HttpRequest, object_id: str) -> Any:
        row = super().require_own_row(request, object_id)
        self.record_opening(request, row)
        return row

    def record_opening(self, request: HttpRequest, row: Any) -> None:
        proposal: Proposal = getattr(row, self.proposal_path) if self.proposal_path else row
        assert isinstance(request.user, User)
        audit.record(
            "proposal.opened", by=request.user, company=proposal.company, about=proposal.address
        )


class ReviewInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Review
    fields = ("at", "by", "move", "from_state", "to_state", "comment")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, *_args: Any, **_options: Any) -> bool:
        return False


@admin.register(Proposal)
class ProposalAdmin(DraftRowsAdmin):
    proposal_path = ""
    list_display = ("address", "title_en", "title_ja", "state", "updated_at")
    list_filter = ("state",)
    inlines = (ReviewInline,)


@admin.register(Change)
class ChangeAdmin(DraftRowsAdmin):
    list_display = ("__str__", "proposal", "caption_en", "caption_ja", "position")


@admin.register(Reason)
class ReasonAdmin(DraftRowsAdmin):
    list_display = ("printed", "proposal")

    @admin.display(description=_("reason"), ordering="position")
    def printed(self, reason: Reason) -> str:
        """Its beginning as it is printed, the numbers in it those of the draft."""
        kept = reason.proposal.company.languages
        language = next((one for one in kept if reason.paragraphs(one)), kept[0])
        text = " ".join(reason.paragraphs(language))
        versions = apply_changes(load_rows(reason.proposal), language)
        return f"{reason.position}: {live_numbers.render(text, versions, language)[:LISTED]}"


@admin.register(DecidedCitation)
class DecidedCitationAdmin(DraftRowsAdmin):
    list_display = ("__str__", "proposal", "by", "decided_at")
