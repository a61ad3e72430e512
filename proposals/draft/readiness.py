"""What a draft still lacks before it can be shown to a reviewer."""

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models.languages import interface_language
from governance.papers.dates import LanguageCode
from governance.text.tree.keys import unit_key
from proposals.calendar.days import missing
from proposals.draft.derive import Draft, draft
from proposals.draft.rows import DraftRows, load_rows
from proposals.models import Proposal


def missing_for_review(
    proposal: Proposal, *, drafts: Mapping[LanguageCode, Draft] | None = None
) -> tuple[str, ...]:
    """Sentences that say all that is missing, in the language of the interface; none = presentable.

    `drafts`, by language, saves deriving them again where the caller has them.
    """
    rows: DraftRows | None = None
    if drafts is None:
        rows = load_rows(proposal)
        drafts = {code: draft(proposal, code, rows=rows) for code in proposal.company.languages}
    return (
        *_changes(next(iter(drafts.values()))),
        *_days(proposal),
        *_errors(drafts),
    )


def _changes(drafted: Draft) -> tuple[str, ...]:
    if not drafted.stored_changes:
        return (_("The proposal has no change yet."),)
    bare = sum(change.reason_id is None for change in drafted.stored_changes)
    if not bare:
        return ()
    sentence = ngettext(
        "%(count)d change has no reason.", "%(count)d changes have no reason.", bare
    )
    return (sentence % {"count": bare},)


def _days(proposal: Proposal) -> tuple[str, ...]:
    language = interface_language()
    return tuple(
        _("The date of %(day)s is missing.") % {"day": day.name.in_language(language)}
        for day in missing(proposal.schedule)
    )


def _errors(drafts: Mapping[LanguageCode, Draft]) -> tuple[str, ...]:
    """The errors of the proposed side; what both languages have at one place is said once, as the
    first says it.
    """
    language = interface_language()
    said: Counter[tuple[str, str]] = Counter()
    sentences: list[str] = []
    for drafted in drafts.values():
        places: Counter[tuple[str, str]] = Counter()
        for finding in drafted.errors:
            # What is wrong in the present articles is no fault of the proposal.
            if finding.side != "proposed":
                continue
            place = (finding.code, unit_key(finding.key))
            places[place] += 1
            if places[place] > said[place]:
                sentences.append(finding.message.in_language(language))
        said |= places
    return tuple(dict.fromkeys(sentences))
