"""The days on which single changes take effect, where the schedule of a paper has to say them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from governance.text.languages import language_for
from governance.text.naming import names
from governance.text.tree.places import Places
from proposals.draft.derive import Draft
from proposals.papers.facts import Facts, OwnEffect, facts


def facts_of_draft(draft: Draft) -> Facts:
    """The facts of a draft's proposal, with the days of single changes."""
    told = facts(draft.proposal, draft.language)
    return replace(told, own_effects=tuple(own_effects(draft)))


def own_effects(draft: Draft) -> Iterator[OwnEffect]:
    """The days of changes that are not that of the proposal, in order.

    A day that a new or amended supplementary provision states is left out: it is resolved with the
    amendment, and stands in the table.
    """
    keys: dict[date, list[str]] = {}
    for key, change in draft.changes.items():
        if change.effective_on and change.effective_on != draft.proposal.effective_on:
            keys.setdefault(change.effective_on, []).append(key)
    stated = set(_stated_days(draft))
    for day in sorted(set(keys) - stated):
        for articles, is_of_present in ((draft.proposed, False), (draft.present, True)):
            wanted = {key for key in keys[day] if is_of_present == (not draft.proposed.by_key(key))}
            found = [unit for unit in articles.walk() if unit.key in wanted]
            if found:
                yield OwnEffect(day, names(found, Places(articles)), is_of_present)


def _stated_days(draft: Draft) -> Iterator[date]:
    """The days in the supplementary provisions that the proposal inserts or amends."""
    language = language_for(draft.language)
    for part in draft.proposed.supplementary:
        for unit in part.walk():
            if unit.key in draft.changes:
                text = "\n".join(line for each in unit.walk() for line in each.lines)
                for found in language.dates(text):
                    if found.is_on_the_calendar:
                        yield date(found.year, found.month, found.day)
