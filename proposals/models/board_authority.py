"""What lets the board amend the articles alone, without a general meeting of shareholders."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.text.message import Message


class BoardSection(models.TextChoices):
    """The only provisions of the Companies Act that set Article 466 aside."""

    AUTHORISED_SHARES = "184-2", _("Article 184, Paragraph 2: authorised shares at a share split")
    UNIT_AT_SPLIT = "191", _("Article 191: number of shares per unit at a share split")
    UNIT_LOWERED = "195-1", _("Article 195, Paragraph 1: number of shares per unit lowered")

    @property
    def is_of_split(self) -> bool:
        """Whether the board may only at a share split."""
        return self is not BoardSection.UNIT_LOWERED

    @property
    def law(self) -> Message:
        """The provision with the name of the Act."""
        return _LAW[self]

    @property
    def citation(self) -> str:
        """The provision as `Amendment.section` keeps it: "Article 191"."""
        return _LAW[self].en.removeprefix("Companies Act, ")


_LAW = {
    BoardSection.AUTHORISED_SHARES: Message(
        "Companies Act, Article 184, Paragraph 2", "会社法第184条第2項"
    ),
    BoardSection.UNIT_AT_SPLIT: Message("Companies Act, Article 191", "会社法第191条"),
    BoardSection.UNIT_LOWERED: Message(
        "Companies Act, Article 195, Paragraph 1", "会社法第195条第1項"
    ),
}


class BoardAuthority(models.Model):
    """Why the board may decide, as columns of a proposal; all empty where a general meeting does.

    `board_number_*` is the number that the amendment changes: of authorised shares, or of shares
    per unit (None: there is none). `board_shares_*` counts the issued shares at the split.
    """

    board_section = models.CharField(
        _("why the board may decide"), max_length=10, choices=BoardSection, blank=True
    )
    board_shares_before = models.PositiveBigIntegerField(
        _("issued shares before the split"), null=True, blank=True
    )
    board_shares_after = models.PositiveBigIntegerField(
        _("issued shares after the split"), null=True, blank=True
    )
    board_number_before = models.PositiveBigIntegerField(
        _("number in the present articles"), null=True, blank=True
    )
    board_number_after = models.PositiveBigIntegerField(
        _("number in the proposed articles"), null=True, blank=True
    )
    board_one_class = models.BooleanField(
        _("the company has issued shares of one class only"), default=False
    )

    class Meta:
        abstract = True


BOARD_FIELDS = (
    "board_section",
    "board_shares_before",
    "board_shares_after",
    "board_number_before",
    "board_number_after",
    "board_one_class",
)
