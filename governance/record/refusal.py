"""How a sentence of refusal names a provision and a day."""

from datetime import date

from django.utils.formats import date_format

from governance.models import Wording
from governance.models.languages import interface_language
from governance.text import naming
from governance.text.message import Message
from governance.text.tree.provision import Kind, Number


def provision_name(
    kind: str, number: int | None, branch: int, *, is_supplementary: bool = False
) -> str:
    """An article or a chapter heading in the language of the interface: "Article 9-2"."""
    branches = (branch,) if branch else ()
    value = None if number is None else Number(number, *branches)
    part = None
    if is_supplementary:
        part = Message(*(naming.supplementary_title(language) for language in ("en", "ja")))
    return naming.name_from_values(Kind(kind), value, part=part).in_language(interface_language())


def wording_name(wording: Wording) -> str:
    """The same of a wording of the record."""
    return provision_name(
        wording.kind, wording.number, wording.branch, is_supplementary=not wording.part.is_main
    )


def format_day(day: date) -> str:
    """The day as a sentence says it: "June 26, 2013", 「2013年6月26日」."""
    return date_format(day, "Y年n月j日" if interface_language() == "ja" else "F j, Y")
