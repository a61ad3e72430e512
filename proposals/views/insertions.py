"""What can be inserted behind a row of the table, each a choice of the strip under the new row."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.naming import label, title_with_caption
from governance.text.tree.provision import Kind, Provision
from proposals.draft.derive import Draft


@dataclass(frozen=True)
class Insertion:
    """One of them. `kind` is article, chapter, paragraph or item; `key` the identity of the article
    that a paragraph or item is added to, or whose vacant number is taken, "" for what is new.
    """

    kind: str
    label: str
    key: str = ""
    is_current: bool = False


def insertions(draft: Draft, after: str, kind: str) -> list[Insertion]:
    """All that can be inserted behind the provision of identity `after`; `kind` is the present
    choice.
    """
    found = [
        Insertion("article", _("Article"), is_current=kind == "article"),
        Insertion("chapter", _("Chapter heading"), is_current=kind == "chapter"),
    ]
    standing = draft.proposed.by_key(after)
    if standing and standing.kind is Kind.ARTICLE and not is_deleted_placeholder(standing):
        name = {"article": title_with_caption(standing, draft.language)}
        found += [
            Insertion("paragraph", _("Paragraph of %(article)s") % name, after),
            Insertion("item", _("Item of %(article)s") % name, after),
        ]
    found += [
        Insertion("vacant", _("As %(number)s, which is vacant") % {"number": label(one)}, one.key)
        for one in vacant_numbers(draft)
    ]
    return found


def vacant_numbers(draft: Draft) -> Iterator[Provision]:
    """The articles of the present text that keep a number without wording (第３条　削除), which
    something new can take; not those that one head empties together.
    """
    for _part, unit in draft.present.units():
        is_free = unit.kind is Kind.ARTICLE and unit.last_number is None
        if is_free and unit.key not in draft.changes and is_deleted_placeholder(unit):
            yield unit
