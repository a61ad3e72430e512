"""What an amendment waits for, where it takes effect on no day that is known."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.text.message import Message

LONGEST_CONDITION = 300
"""In characters."""


class ConditionKind(models.TextChoices):
    """A resolution may take effect on a condition (Civil Code, Article 127; Supreme Court, 8 March
    1962).
    """

    PROPOSAL = "proposal", _("Another proposal is adopted")
    CLASS_MEETING = "class_meeting", _("A class meeting resolves (Companies Act, 322 and 324)")
    REGISTRATION = "registration", _("A registration is made")
    REORGANISATION = "reorganisation", _("A merger or another reorganisation takes effect")
    BOARD_DAY = "board_day", _("The board sets the day")
    OTHER = "other", _("Another condition")


NEEDS_WORDS = frozenset(
    {ConditionKind.REGISTRATION, ConditionKind.REORGANISATION, ConditionKind.OTHER}
)
"""Those that the papers print in words that a person wrote."""
_SAID = {
    ConditionKind.CLASS_MEETING: Message(
        "Subject to the resolution of the class meeting (Companies Act, Articles 322 and 324)",
        "種類株主総会の決議（会社法第322条及び第324条）があることを条件とする",
    ),
    ConditionKind.BOARD_DAY: Message(
        "On a day to be set by the Board of Directors", "取締役会が定める日"
    ),
}


class EffectCondition(models.Model):
    """The condition, as columns of a proposal; all empty where the day of effect is known.

    The words go on from "Subject to" and stand before 「を条件とする」. Changes that have a day of
    their own do not wait for it.
    """

    condition_kind = models.CharField(
        _("takes effect on a condition"), max_length=20, choices=ConditionKind, blank=True
    )
    condition_proposal = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="waiting_proposals",
        verbose_name=_("the proposal that must be adopted"),
    )
    condition_ja = models.CharField(
        _("condition in Japanese"), max_length=LONGEST_CONDITION, blank=True
    )
    condition_en = models.CharField(
        _("condition in English"), max_length=LONGEST_CONDITION, blank=True
    )

    class Meta:
        abstract = True

    @property
    def condition(self) -> Message | None:
        """When it takes effect, in words; None where the day is known or still to be entered."""
        if not self.condition_kind:
            return None
        kind = ConditionKind(self.condition_kind)
        if kind in _SAID:
            return _SAID[kind]
        if kind is ConditionKind.PROPOSAL and self.condition_proposal is not None:
            number = self.condition_proposal.number  # type: ignore[attr-defined]
            return _subject_to(
                f"the adoption of Proposal No. {number}", f"第{number}号議案が可決されること"
            )
        return _subject_to(
            self.condition_en or self.condition_ja, self.condition_ja or self.condition_en
        )


def _subject_to(en: str, ja: str) -> Message:
    return Message(f"Subject to {en}", f"{ja}を条件とする")


CONDITION_FIELDS = ("condition_kind", "condition_proposal", "condition_ja", "condition_en")
CONSTRAINTS = (
    models.CheckConstraint(
        name="proposal_condition_kind",
        condition=Q(condition_kind__in=["", *ConditionKind.values]),
    ),
    models.CheckConstraint(
        name="proposal_condition_or_day",
        condition=Q(condition_kind="") | Q(effective_on__isnull=True),
        violation_error_message=_(
            "Enter either a day of effect or a condition: what waits for a condition takes effect"
            " on no day that is known."
        ),
    ),
    models.CheckConstraint(
        name="proposal_condition_names_proposal",
        condition=Q(condition_kind="proposal", condition_proposal__isnull=False)
        | (~Q(condition_kind="proposal") & Q(condition_proposal__isnull=True)),
        violation_error_message=_(
            "Say which proposal must be adopted, and only where that is the condition."
        ),
    ),
)
