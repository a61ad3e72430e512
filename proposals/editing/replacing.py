"""Words replaced in all articles at once: one step, one change for each article."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from governance.models import User
from governance.models.languages import ArticlesLanguage
from governance.people.refused import Refused
from proposals.draft.found_words import FoundWord, WordPair, find_in_draft, words_with
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows, load_rows
from proposals.editing.changes import remove_change
from proposals.editing.citations import carry_decisions
from proposals.editing.plan import ChangeValues, plan_words
from proposals.editing.transaction import edit_transaction, save
from proposals.editing.wording import changes_nothing
from proposals.models import Change, Proposal


def replace_words(
    proposal: Proposal,
    *,
    by: User,
    pairs: Mapping[ArticlesLanguage, WordPair],
    accepted: Collection[str],
) -> list[FoundWord]:
    """Replace the hits `accepted` by their names (`FoundWord.name`); which these were.

    Refused, and nothing replaced, where one of them does not stand any more as it was shown.
    """
    with edit_transaction(proposal, by=by, what="words.replaced") as locked:
        rows = load_rows(locked)
        found = {
            one.name: one
            for language, pair in pairs.items()
            for one in find_in_draft(rows, language, pair)
        }
        if not found.keys() >= set(accepted):
            raise Refused(
                _("Words that were to be replaced have changed since they were found. Find again.")
            )
        replaced = [one for name, one in found.items() if name in accepted]
        planned = plan_words(rows, _values(rows, pairs, replaced))
        after = rows
        for one in planned:
            after = after.with_change(one)
        _save_all(planned, rows, by)
        carry_decisions(rows, after, by=by)
        return replaced


def _values(
    rows: DraftRows, languages: Collection[ArticlesLanguage], replaced: Collection[FoundWord]
) -> dict[str, ChangeValues]:
    """What is written anew in each article and heading, in all languages, by its identity."""
    values: dict[str, ChangeValues] = {}
    for language in languages:
        own = [one for one in replaced if one.language == language]
        for key, words in words_with(rows, language, own).items():
            given: dict[str, str] = values.setdefault(key, {})  # type: ignore[assignment]
            given |= {f"{name}_{language}": text for name, text in words.items()}
    return values


def _save_all(planned: Collection[Change], rows: DraftRows, by: User) -> None:
    stored = {key_of(one): one for one in rows.changes}
    for one in planned:
        was = stored.get(key_of(one))
        if not changes_nothing(one):
            one.version += was is not None
            save(one, by=by, new=was is None)
        elif was is not None:
            remove_change(was, by=by)
