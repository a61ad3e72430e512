"""The two languages that the articles are kept in, and fields that come in both."""

from django.db.models import Model, TextChoices
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ArticlesLanguage(TextChoices):
    ENGLISH = "en", _("English")
    JAPANESE = "ja", _("Japanese")


class InTwoLanguages(Model):
    """A row some of whose fields come in pairs: `title_en` and `title_ja`."""

    class Meta:
        abstract = True

    def text(self, field: str, language: str) -> str:
        """The field in that language, "" where it is empty: `proposal.text("title", "en")`.

        AttributeError for a field or a language that is none.
        """
        return getattr(self, f"{field}_{language}") or ""

    def text_or_other(self, field: str, language: str) -> str:
        """The field in that language or, where that is empty, in the other one."""
        other = (
            ArticlesLanguage.JAPANESE
            if language == ArticlesLanguage.ENGLISH
            else ArticlesLanguage.ENGLISH
        )
        return self.text(field, language) or self.text(field, other)


def interface_language() -> ArticlesLanguage:
    """The language in which the program speaks to the person who asks."""
    is_japanese = (get_language() or "").startswith("ja")
    return ArticlesLanguage.JAPANESE if is_japanese else ArticlesLanguage.ENGLISH
