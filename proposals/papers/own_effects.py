"""The days on which single changes take effect, where the schedule of a paper has to say them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from governance.text.languages import language_for
from governance.text.naming import label, names
from governance.text.tree.places import Places
from proposals.draft.derive import Draft
from proposals.papers.facts import Facts, OwnEffect, facts


def facts_of_draft(draft: Draft) -> Facts:
    """The facts of a draft's proposal, with the days of single changes."""
    told = facts(draft.proposal, draft.language)
    return replace(told, own_effects=tuple(own_effects(draft)))


def own_effects(draft: Draft) -> Iterator[OwnEffect]:
    """The days of changes that are not that of the proposal, in order.

    Left out is a day that a new or amended supplementary provision states in a line that names the
    provision: it is resolved with the amendment, and stands in the table.
    """
    stated = tuple(_stated_days(draft))
    keys: dict[date, list[str]] = {}
    for key, change in draft.changes.items():
        day = change.effective_on
        if day and day != draft.proposal.effective_on and not _is_stated(draft, key, day, stated):
            keys.setdefault(day, []).append(key)
    for day in sorted(keys):
        for articles, is_of_present in ((draft.proposed, False), (draft.present, True)):
            wanted = {key for key in keys[day] if is_of_present == (not draft.proposed.by_key(key))}
            found = [unit for unit in articles.walk() if unit.key in wanted]
            if found:
                yield OwnEffect(day, names(found, Places(articles)), is_of_present)


def _is_stated(draft: Draft, key: str, day: date, stated: Iterable[tuple[date, str]]) -> bool:
    """Whether a line that states the day names the provision by its number, now or as proposed."""
    found = (articles.by_key(key) for articles in (draft.present, draft.proposed))
    numbers = [re.escape(_plain(label(each))) for each in found if each is not None and each.label]
    named = re.compile(rf"(?:{'|'.join(numbers)})(?![0-9-])")
    return bool(numbers) and any(
        day == of_line and named.search(line) is not None for of_line, line in stated
    )


def _plain(text: str) -> str:
    """The text with its numerals in one width and one space between words."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _stated_days(draft: Draft) -> Iterator[tuple[date, str]]:
    """The days in the supplementary provisions that the proposal inserts or amends, each with the
    line that states it."""
    language = language_for(draft.language)
    for part in draft.proposed.supplementary:
        for unit in part.walk():
            if unit.key in draft.changes:
                for line in (line for each in unit.walk() for line in each.lines):
                    for found in language.dates(line):
                        if found.is_on_the_calendar:
                            yield date(found.year, found.month, found.day), _plain(line)
