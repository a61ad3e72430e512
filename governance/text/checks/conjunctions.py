"""The check of "and" and "or" at the ends of items."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.numbers import lists
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.tree.provision import Kind, Provision

_COUNTED = (Kind.ITEM, Kind.SUBITEM)


def conjunction_misplaced(version: CheckedVersion) -> Iterator[Finding]:
    """An "and" or "or" that ends an item which is not the last but one: what a new last item
    leaves behind, or the last one keeps when what followed goes. Where most items end so, it is
    the manner of the list."""
    conjunction = language_for(version.articles.language).conjunction_at_end
    for items in lists(version):
        if items[0].kind not in _COUNTED or len(items) < 2 or version.is_old(items[0]):
            continue
        ending = [each for each in items if conjunction(_last_words(each))]
        if len(ending) >= max(2, len(items) - 1):
            continue
        for each in ending:
            if each is items[-2]:
                continue
            word = conjunction(_last_words(each))
            where = (
                Message("the last item", "最後の号")
                if each is items[-1]
                else Message("an item that is not the last but one", "最後から二番目でない号")
            )
            yield version.found(
                "conjunction-misplaced",
                each,
                Message(
                    f"“{word}” ends {where.en}.",
                    f"{where.ja}が「{word}」で終わっています。",
                ),
                (word,),
            )


def _last_words(item: Provision) -> str:
    """The end of an item: that of the last below it."""
    return next((each.text for each in reversed([*item.walk()]) if each.text), "")
