"""Proposals: changes of the articles under way."""

import re
from datetime import datetime
from typing import Any, Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.models import Amendment, Company, InTwoLanguages, Meeting
from governance.models.amendment import LONGEST_TITLE
from governance.models.company import CODE
from governance.models.constraints import CompositeForeignKey, DatesInOrder
from governance.models.history import History
from governance.models.meeting import SLUG
from proposals.calendar.days import (
    ANNOUNCED,
    CONTINUED,
    DAYS_BY_KIND,
    EFFECT,
    ELECTRONIC,
    NOTICE_SENT,
    ORDER,
    RESOLVED,
    Schedule,
    ScheduledDay,
    wrong_order,
)
from proposals.models.board_authority import BoardAuthority
from proposals.models.effect_condition import CONSTRAINTS as OF_CONDITION
from proposals.models.effect_condition import EffectCondition
from proposals.models.state import PUBLIC, State

ADDRESS = re.compile(rf"(?P<code>{CODE})-(?P<slug>{SLUG})-(?P<number>[1-9][0-9]{{0,2}})")


def _name_of_day(day: ScheduledDay) -> str:
    return day.field.removesuffix("_on")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def at_address(self, address: str) -> Self:
        """The one proposal of that address ("3774-21-1"), or nothing."""
        match = ADDRESS.fullmatch(address)
        if match is None:
            return self.none()
        return self.on_agenda().filter(
            company__code=match["code"], meeting__slug=match["slug"], number=int(match["number"])
        )

    def on_agenda(self) -> Self:
        """Without those that were discarded, whose number another may have."""
        return self.exclude(state=State.DISCARDED)

    def of(self, user: Any) -> Self:
        """The proposals of the companies that the user belongs to, whatever their state.

        Whether the user may see one is `permissions.refusal(user, "read", proposal)`.
        """
        return self.filter(company__in=Company.objects.of(user))

    def with_names(self) -> Self:
        """With what the address and the headings of a proposal need, and when it was released, in
        the same query.
        """
        return self.select_related("company", "meeting", "created_by", "amendment").annotate(
            first_published_at=models.Min("releases__published_at"),
            last_published_at=models.Max("releases__published_at"),
        )


LONGEST_OPINION = 10_000
"""Of the board on a proposal of shareholders, in characters."""


class ProposedBy(models.TextChoices):
    """Whose proposal it is (Regulations for Enforcement of the Companies Act, Articles 73, 93)."""

    COMPANY = "company", _("The company")
    SHAREHOLDERS = "shareholders", _("Shareholders")


class Proposal(BoardAuthority, EffectCondition, InTwoLanguages):
    """An item on a meeting's agenda that would change the articles: its changes, reasons and dates.

    Its present text is the articles as adopted on `base_day`; where that is the day of its own
    adoption, as `base_amendment` left them. Only `workflow` writes `state` and what is entered with
    an outcome: `amendment`, `decided_on`, `amended_by_meeting`, `insertion_orders`,
    `base_amendment`; `version` counts the savings of what stands in this row, so that one that
    would overwrite newer words is noticed.
    """

    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("company")
    )
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        related_name="proposals",
        verbose_name=_("meeting"),
    )
    number = models.PositiveSmallIntegerField(_("number on the agenda"), default=1)
    proposed_by = models.CharField(
        _("proposed by"), max_length=20, choices=ProposedBy, default=ProposedBy.COMPANY
    )
    title_ja = models.CharField(_("title in Japanese"), max_length=LONGEST_TITLE, blank=True)
    title_en = models.CharField(_("title in English"), max_length=LONGEST_TITLE, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.DRAFTING, editable=False
    )

    amendment = models.OneToOneField(
        Amendment,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="proposal",
        verbose_name=_("adopted as"),
    )

    amended_by_meeting = models.BooleanField(
        _("amended by the meeting"), default=False, editable=False
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    insertion_orders = models.JSONField(
        _("where insertions stand beside those of other proposals"),
        default=dict,
        blank=True,
        editable=False,
        help_text=_(
            "“before” or “behind”, by the key of the change, as was decided at the adoption."
        ),
    )
    base_amendment = models.ForeignKey(
        Amendment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("present text as this amendment left it"),
        help_text=_("Only where the present text is that of the day of adoption itself."),
    )

    opinion_ja = models.TextField(
        _("opinion of the board in Japanese"), max_length=LONGEST_OPINION, blank=True
    )
    opinion_en = models.TextField(
        _("opinion of the board in English"),
        max_length=LONGEST_OPINION,
        blank=True,
        help_text=_("Of a proposal of shareholders alone; printed in the agenda item."),
    )

    base_day = models.DateField(
        _("day of the present text"),
        help_text=_("The articles as adopted on this day are what is amended."),
    )
    resolved_on = models.DateField(RESOLVED.verbose_name, null=True, blank=True)
    announced_on = models.DateField(ANNOUNCED.verbose_name, null=True, blank=True)
    notice_on = models.DateField(NOTICE_SENT.verbose_name, null=True, blank=True)
    electronic_on = models.DateField(ELECTRONIC.verbose_name, null=True, blank=True)
    effective_on = models.DateField(EFFECT.verbose_name, null=True, blank=True)

    underlines = models.JSONField(
        _("underlines set by hand"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("As `proposals.draft.underlines` reads them."),
    )

    accepted_consequences = models.JSONField(
        _("accepted consequences"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Those that somebody has looked at and accepted, with who and when."),
    )

    authors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="proposals_written",
        verbose_name=_("authors"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("begun by"),
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    history = History()
    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ("-meeting__date", "number", "pk")
        constraints = [
            models.UniqueConstraint(name="proposal_company", fields=("id", "company")),
            models.UniqueConstraint(
                name="proposal_number_once",
                fields=("meeting", "number"),
                condition=~Q(state=State.DISCARDED),
                violation_error_message=_(
                    "The agenda of this meeting has a proposal of this number already."
                ),
            ),
            CompositeForeignKey(
                name="proposal_meeting_of_company",
                fields=("meeting", "company"),
                to="governance.Meeting",
                to_fields=("id", "company"),
                violation_error_message=_("The meeting is another company's."),
            ),
            models.CheckConstraint(
                name="proposal_number",
                condition=Q(number__gte=1, number__lte=999),
                violation_error_message=_("Proposals are numbered from 1 to 999."),
            ),
            models.CheckConstraint(name="proposal_state", condition=Q(state__in=State.values)),
            CompositeForeignKey(
                name="proposal_adopted_as_amendment",
                fields=("amendment", "company"),
                to="governance.Amendment",
                to_fields=("id", "company"),
                violation_error_message=_("The amendment is another company's."),
            ),
            models.CheckConstraint(
                name="proposal_adopted_wholly",
                condition=Q(state=State.ADOPTED, amendment__isnull=False)
                | (~Q(state=State.ADOPTED) & Q(amendment__isnull=True)),
                violation_error_message=_(
                    "An adopted proposal, and no other, names its amendment."
                ),
            ),
            models.CheckConstraint(
                name="proposal_titled",
                condition=~Q(title_ja="") | ~Q(title_en=""),
                violation_error_message=_("Write the title of the proposal."),
            ),
            *(
                DatesInOrder(
                    name=f"proposal_{_name_of_day(earlier)}_then_{_name_of_day(later)}",
                    earlier=earlier.field,
                    later=later.field,
                    violation_error_message=wrong_order(earlier, later),
                )
                for earlier, later in ORDER
                if not (earlier.is_of_meeting or later.is_of_meeting)
            ),
            models.CheckConstraint(
                name="proposal_opinion_on_shareholders",
                condition=Q(proposed_by=ProposedBy.SHAREHOLDERS) | Q(opinion_ja="", opinion_en=""),
                violation_error_message=_(
                    "The board states an opinion on proposals of shareholders alone."
                ),
            ),
            *OF_CONDITION,
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.title_en or self.title_ja}"

    @property
    def outcome(self) -> str:
        """Its state as it is told of an agenda: what the meeting made of it, or where it stands."""
        if self.state == State.ADOPTED and self.amended_by_meeting:
            return gettext("Adopted as amended")
        return self.get_state_display()

    @property
    def address(self) -> str:
        """Its address, "3774-21-1": securities code, slug of the meeting, number on the agenda."""
        return f"{self.company.code}-{self.meeting.slug}-{self.number}"

    def is_public(self, at: datetime) -> bool:
        """Whether readers see it at that moment: adopted, or released and the time has come."""
        if self.state not in PUBLIC or self.state == State.ADOPTED:
            return self.state == State.ADOPTED
        last = self._published_at("last")
        return last is not None and last <= at

    def is_published(self, at: datetime) -> bool:
        """Whether there is a release that readers see at that moment."""
        first = self._published_at("first")
        return first is not None and first <= at

    def _published_at(self, which: str) -> datetime | None:
        """As `with_names` has found it, or asked for."""
        if not self.id:
            return None
        name = f"{which}_published_at"
        if name not in vars(self):
            by_time = self.releases.order_by("published_at").values_list("published_at", flat=True)
            return by_time.first() if which == "first" else by_time.last()
        return cast("datetime | None", vars(self)[name])

    @property
    def schedule(self) -> Schedule:
        """Its days, that of its meeting included; load `meeting` with it."""
        of_kind = DAYS_BY_KIND[self.meeting.kind]
        days = {
            day.field: self.meeting.date if day.is_of_meeting else getattr(self, day.field)
            for day in of_kind
        }
        days[CONTINUED.field] = self.meeting.continued_on
        return Schedule(self.meeting.kind, self.condition, **days)
