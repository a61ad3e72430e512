"""Companies, and the people who belong to them."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models.history import History
from governance.models.languages import ArticlesLanguage, InTwoLanguages
from governance.models.role import Role
from governance.text.table.house_style import PRESETS, HouseStyle, house_style
from governance.text.tree.number import FULL, HALF, KANJI, Digits

CODE = "[0-9A-Z]{2,10}"


def validate_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is no time zone; write one such as Asia/Tokyo."), params={"name": name}
        )


def house_styles(language: str) -> list[tuple[str, str]]:
    return [(name, name) for name, style in PRESETS.items() if style.language == language]


def validate_house_style_choices(choices: object) -> None:
    """`{"en": {choice: value}, "ja": {…}}`, each a choice that a house style has."""
    if not isinstance(choices, dict) or not all(
        isinstance(of_one, dict) for of_one in choices.values()
    ):
        raise ValidationError(
            _('Write an object with the choices of each language, such as {"en": {}, "ja": {}}.')
        )
    for language, of_one in choices.items():
        if language not in ArticlesLanguage.values:
            raise ValidationError(
                _("“%(language)s” is neither en nor ja."), params={"language": language}
            )
        try:
            house_style("english-release", **of_one)
        except (TypeError, ValueError) as error:
            raise ValidationError(str(error)) from error


class Numerals(models.TextChoices):
    """How the Japanese text of a company's articles writes its numbers."""

    HALF = "half", _("half width (1, 10)")
    FULL = "full", _("full width (１, １０)")
    FULL_FOR_ONE_DIGIT = "full_for_one_digit", _("full width for one digit only (１, 10)")
    KANJI = "kanji", _("kanji (一, 十)")


_DIGITS = {
    Numerals.HALF: Digits(HALF, HALF),
    Numerals.FULL: Digits(FULL, FULL),
    Numerals.FULL_FOR_ONE_DIGIT: Digits(FULL, HALF),
    Numerals.KANJI: Digits(KANJI, KANJI),
}


class CompanyQuerySet(models.QuerySet["Company"]):
    def of(self, user: Any, *roles: Role) -> "CompanyQuerySet":
        """The companies that the user belongs to, in one of the roles where roles are given.

        None for somebody not signed in.
        """
        if not user.is_authenticated:
            return self.none()
        memberships = Membership.objects.filter(user=user, company=models.OuterRef("pk"))
        if roles:
            memberships = memberships.filter(role__in=roles)
        return self.filter(models.Exists(memberships))


class Company(InTwoLanguages):
    """A listed company, in what is printed of it and in the choices it has made."""

    code = models.CharField(
        _("securities code"),
        max_length=10,
        unique=True,
        validators=[
            RegexValidator(
                rf"\A{CODE}\Z", _("Write 2 to 10 digits or capital letters, such as 3774.")
            )
        ],
        help_text=_("Stands in the addresses of pages and files."),
    )
    name_ja = models.CharField(_("name in Japanese"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    short_name_ja = models.CharField(_("short name in Japanese"), max_length=80, blank=True)
    short_name_en = models.CharField(_("short name in English"), max_length=80, blank=True)
    listings_ja = models.CharField(_("listings in Japanese"), max_length=200, blank=True)
    listings_en = models.CharField(
        _("listings in English"),
        max_length=200,
        blank=True,
        help_text=_("As printed: “NASDAQ: IIJI, TSE1: 3774”."),
    )
    place_en = models.CharField(
        _("place of the dateline"), max_length=80, blank=True, help_text=_("As printed: “TOKYO”.")
    )
    representative_ja = models.CharField(
        _("representative in Japanese"), max_length=200, blank=True
    )
    representative_en = models.CharField(_("representative in English"), max_length=200, blank=True)
    keeps_japanese = models.BooleanField(_("keeps its articles in Japanese"), default=True)
    keeps_english = models.BooleanField(_("keeps its articles in English"), default=True)
    authoritative_language = models.CharField(
        _("authoritative language"),
        max_length=2,
        choices=ArticlesLanguage,
        default=ArticlesLanguage.JAPANESE,
    )
    numerals_ja = models.CharField(
        _("numerals in Japanese"), max_length=20, choices=Numerals, default=Numerals.HALF
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="Asia/Tokyo", validators=[validate_time_zone]
    )
    about_title_ja = models.CharField(_("title of “about” in Japanese"), max_length=200, blank=True)
    about_title_en = models.CharField(_("title of “about” in English"), max_length=200, blank=True)
    about_ja = models.TextField(_("about the company in Japanese"), blank=True)
    about_en = models.TextField(_("about the company in English"), blank=True)
    forward_looking_ja = models.TextField(_("forward-looking statement in Japanese"), blank=True)
    forward_looking_en = models.TextField(_("forward-looking statement in English"), blank=True)
    contact_ja = models.TextField(_("contact in Japanese"), blank=True)
    contact_en = models.TextField(_("contact in English"), blank=True)
    house_style_en = models.CharField(
        _("house style in English"),
        max_length=40,
        choices=house_styles("en"),
        default="english-release",
    )
    house_style_ja = models.CharField(
        _("house style in Japanese"),
        max_length=40,
        choices=house_styles("ja"),
        default="japanese-release",
    )
    house_style_overrides = models.JSONField(
        _("own choices of the house style"),
        default=dict,
        blank=True,
        validators=[validate_house_style_choices],
        help_text=_('By language: {"en": {"note": "(Amendments are underlined.)"}}.'),
    )
    second_factor_roles = ArrayField(
        models.CharField(max_length=20, choices=Role),
        verbose_name=_("roles that need a second factor"),
        default=list,
        blank=True,
        help_text=_("People with such a role see nothing until they have set one up."),
    )

    history = History()
    objects = CompanyQuerySet.as_manager()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ("code",)
        constraints = [
            models.CheckConstraint(
                name="company_code",
                condition=Q(code__regex=f"^{CODE}$"),
                violation_error_message=_("Write 2 to 10 digits or capital letters, such as 3774."),
            ),
            models.CheckConstraint(
                name="company_named_in_its_languages",
                condition=(Q(keeps_japanese=False) | ~Q(name_ja=""))
                & (Q(keeps_english=False) | ~Q(name_en="")),
                violation_error_message=_("Write the company's name in each language it keeps."),
            ),
            # It follows that a company keeps one language at least.
            models.CheckConstraint(
                name="company_authoritative_language",
                condition=Q(authoritative_language=ArticlesLanguage.JAPANESE, keeps_japanese=True)
                | Q(authoritative_language=ArticlesLanguage.ENGLISH, keeps_english=True),
                violation_error_message=_(
                    "The authoritative language is one that the company keeps."
                ),
            ),
            models.CheckConstraint(
                name="company_numerals", condition=Q(numerals_ja__in=Numerals.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name_en or self.name_ja}"

    @property
    def languages(self) -> tuple[ArticlesLanguage, ...]:
        """The languages that the company keeps, the authoritative one first."""
        kept = [
            language
            for language, keeps in (
                (ArticlesLanguage.JAPANESE, self.keeps_japanese),
                (ArticlesLanguage.ENGLISH, self.keeps_english),
            )
            if keeps
        ]
        return tuple(sorted(kept, key=lambda language: language != self.authoritative_language))

    def house_style(self, language: str) -> HouseStyle:
        """The company's house style of comparison tables in that language: its preset with its own
        choices.
        """
        return house_style(
            self.text("house_style", language), **self.house_style_overrides.get(language, {})
        )

    @property
    def digits_ja(self) -> Digits:
        """How the numbers of its articles are written in Japanese."""
        return _DIGITS[Numerals(self.numerals_ja)]

    def day(self, moment: datetime) -> date:
        """The day that `moment` (aware) falls on where the company is."""
        return moment.astimezone(ZoneInfo(self.time_zone)).date()


class Membership(models.Model):
    """A person's role in a company: one row for each role."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    company = models.ForeignKey(
        Company, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("company")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    history = History()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                name="membership_once",
                fields=("user", "company", "role"),
                violation_error_message=_("This person has this role in this company already."),
            ),
            models.CheckConstraint(name="membership_role", condition=Q(role__in=Role.values)),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}, {self.company.code}"
