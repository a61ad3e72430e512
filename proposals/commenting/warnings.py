"""Acknowledging warnings among the findings of a draft."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from governance.models import User
from governance.models.digests import digest_of_data
from governance.papers.dates import LanguageCode
from governance.people import audit
from governance.people.refused import Refused, stored_text
from governance.text.finding import WARNING, Finding
from proposals.commenting.writing import proposal_transaction
from proposals.draft.board_authority import BOARD_AUTHORITY
from proposals.draft.checks import DATES
from proposals.draft.derive import draft
from proposals.models import Acknowledgement, Proposal

LONGEST_WORD_ON_WARNING = 1000
"""Why a warning may stand, in characters."""


def warning_digest(finding: Finding, language: LanguageCode) -> str:
    """What tells a warning from every other: its code, side, place by identity, the words it speaks
    of, and what it says of them. The language counts, but for what is said of days and authority.
    """
    of_both = finding.key in (DATES, BOARD_AUTHORITY)
    return digest_of_data(
        [
            finding.code,
            finding.side,
            finding.key,
            list(finding.about),
            [finding.statement.en, finding.statement.ja],
            "" if of_both else language,
        ]
    )


def acknowledge_warning(
    proposal: Proposal, *, by: User, language: LanguageCode, finding: str, word: str
) -> Acknowledgement:
    """Acknowledge the warning of that digest. Refused without a word, and for what is no warning
    of the draft as it stands: an error never is one.
    """
    with proposal_transaction(proposal, by=by, act="edit") as locked:
        word = stored_text(word.strip(), longest=LONGEST_WORD_ON_WARNING)
        if not word:
            raise Refused(_("Say in a word why the warning may stand."))
        found = next(
            (
                one
                for one in draft(locked, language).findings
                if one.severity == WARNING and warning_digest(one, language) == finding
            ),
            None,
        )
        if found is None:
            raise Refused(_("The draft does not have this warning any more. Look at it again."))
        standing = acknowledgements_of(locked).get(finding)
        if standing and (standing.by_id, standing.word) == (by.pk, word):  # sent twice
            return standing
        made = Acknowledgement.objects.create(
            proposal=locked,
            finding=finding,
            code=found.code,
            key=found.key,
            statement=found.message.en,
            word=word,
            by=by,
        )
        audit.record("warning.acknowledged", by=by, company=locked.company, about=locked.address)
        return made


def take_back_acknowledgement(proposal: Proposal, *, by: User, finding: str) -> None:
    """Let a warning stand unacknowledged again; nothing where it does already."""
    with proposal_transaction(proposal, by=by, act="edit") as locked:
        standing = acknowledgements_of(locked).get(finding)
        if standing is None:
            return
        Acknowledgement.objects.create(
            proposal=locked,
            finding=finding,
            code=standing.code,
            key=standing.key,
            statement=standing.statement,
            is_taken_back=True,
            by=by,
        )
        audit.record("warning.taken_back", by=by, company=locked.company, about=locked.address)


def acknowledgements_of(proposal: Proposal) -> Mapping[str, Acknowledgement]:
    """Those that stand, by the digest of their warning. One query."""
    newest: dict[str, Acknowledgement] = {}
    rows = Acknowledgement.objects.filter(proposal=proposal).select_related("by")
    for one in rows.order_by("pk"):
        newest[one.finding] = one
    return {finding: one for finding, one in newest.items() if not one.is_taken_back}
