"""What Django and the database say against a row, as sentences for people."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import Model
from django.utils.translation import gettext as _


def labelled(label: str, text: str) -> str:
    """ "Caption: It is empty.", 「見出し：空欄です。」"""
    return _("%(field)s: %(message)s") % {"field": label, "message": text}


def validation_text(error: ValidationError) -> str:
    """All messages of `error`, one after the other, each once."""
    return " ".join(dict.fromkeys(error.messages))


def field_validation_text(error: ValidationError, model: type[Model]) -> str:
    """The messages of `error`, each behind the name of the field of `model` that it is about."""
    names = {field.name: getattr(field, "verbose_name", "") for field in model._meta.get_fields()}
    return " ".join(
        labelled(str(names.get(name, name)), message)
        for name, messages in error.message_dict.items()
        for message in messages
    )


def constraint_text(error: IntegrityError, model: type[Model]) -> str:
    """The sentence of the constraint of `model` that the database named.

    Raises the error again where it named none of them.
    """
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    for constraint in model._meta.constraints:
        if constraint.name == name:
            return str(constraint.violation_error_message)
    raise error
