"""What a draft still lacks before it can be shown to a reviewer."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from governance.models.languages import interface_language
from governance.papers.dates import LanguageCode
from governance.text.tree.keys import unit_key
from governance.text.tree.places import Places
from proposals.calendar.days import missing
from proposals.draft.derive import Draft, draft
from proposals.draft.operations import key_of
from proposals.draft.place_names import place_name
from proposals.draft.rows import DraftRows, load_rows
from proposals.models import Proposal


@dataclass(frozen=True)
class Missing:
    """Something that is missing, as a sentence in the language of the interface; `where` says what
    supplies it: "changes", "reasons", "dates", or the identity of a provision.
    """

    sentence: str
    where: str
    language: LanguageCode | None = None
    """The language of the wording that it speaks of."""


def missing_for_review(
    proposal: Proposal, *, drafts: Mapping[LanguageCode, Draft] | None = None
) -> tuple[Missing, ...]:
    """All that is missing; none = presentable.

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


def _changes(drafted: Draft) -> tuple[Missing, ...]:
    if not drafted.stored_changes:
        return (Missing(_("The proposal has no change yet."), "changes"),)
    versions = [Places(articles) for articles in (drafted.proposed, drafted.present)]
    keys = [key_of(change) for change in drafted.stored_changes if change.reason_id is None]
    places = [(key, place_name(key, versions)) for key in keys]
    language = interface_language()
    names = [place.full.in_language(language) if place else key for key, place in places]
    if not names:
        return ()
    sentence = ngettext(
        "The change of %(places)s has no reason.",
        "The changes of %(places)s have no reason.",
        len(names),
    )
    return (Missing(sentence % {"places": _(", ").join(names)}, "reasons"),)


def _days(proposal: Proposal) -> tuple[Missing, ...]:
    language = interface_language()
    return tuple(
        Missing(
            _("The date of %(day)s is missing.") % {"day": day.name.in_language(language)}, "dates"
        )
        for day in missing(proposal.schedule)
    )


def _errors(drafts: Mapping[LanguageCode, Draft]) -> tuple[Missing, ...]:
    """The errors of the proposed side; what both languages have at one place is said once, as the
    first says it.
    """
    said: Counter[tuple[str, str]] = Counter()
    found: list[Missing] = []
    for code, drafted in drafts.items():
        places: Counter[tuple[str, str]] = Counter()
        for finding in drafted.errors:
            # What is wrong in the present articles is no fault of the proposal.
            if finding.side != "proposed":
                continue
            place = (finding.code, unit_key(finding.key))
            places[place] += 1
            if places[place] > said[place]:
                sentence = finding.message.in_language(interface_language())
                found.append(Missing(sentence, unit_key(finding.key), code))
        said |= places
    return tuple(dict.fromkeys(found))
