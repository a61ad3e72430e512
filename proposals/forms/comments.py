"""A comment on a draft."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models.languages import ArticlesLanguage
from proposals.commenting import NewComment
from proposals.forms.text_field import TypedTextField
from proposals.models.comment import LONGEST_COMMENT_TEXT

Subjects = Sequence[tuple[str, str | Sequence[tuple[str, str]]]]
"""What can be commented, as choices, some of them in groups."""


class WriteCommentForm(forms.Form):
    """What somebody says of what, which words it quotes, and what should stand in their place."""

    comment = TypedTextField(
        longest=LONGEST_COMMENT_TEXT, rows=4, required=False, label=gettext_lazy("Comment")
    )
    words = TypedTextField(
        longest=LONGEST_COMMENT_TEXT,
        rows=2,
        required=False,
        label=gettext_lazy("Words quoted"),
        help_text=gettext_lazy("As they stand in the article, where it is about them alone."),
    )
    suggestion = TypedTextField(
        longest=LONGEST_COMMENT_TEXT,
        rows=2,
        required=False,
        label=gettext_lazy("Suggested wording"),
        help_text=gettext_lazy(
            "What should stand in the place of the words quoted, in the numbers of the proposed"
            " articles. An author takes it over with one click."
        ),
    )

    def __init__(
        self,
        *args: Any,
        subjects: Callable[[], Subjects],
        languages: Iterable[ArticlesLanguage],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.languages = list(languages)
        self.fields["about"] = forms.ChoiceField(label=_("About"), choices=subjects, required=False)
        self.fields["about"].error_messages["invalid_choice"] = _(
            "The draft does not have what the comment is about any more."
        )
        if len(self.languages) > 1:
            self.fields["language"] = forms.ChoiceField(
                label=_("Language of the words"),
                choices=[(one.value, one.label) for one in self.languages],
                required=False,
            )
        self.order_fields(("about", "comment", "language", "words", "suggestion"))

    @property
    def new_comment(self) -> NewComment:
        """What is to be written; only once the form is valid."""
        given = self.cleaned_data
        language = given.get("language") or self.initial.get("language") or self.languages[0]
        return NewComment(
            text=given["comment"],
            about=given["about"],
            language="ja" if language == ArticlesLanguage.JAPANESE else "en",
            words=given["words"],
            suggestion=given["suggestion"],
        )
