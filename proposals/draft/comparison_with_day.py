"""A draft beside the articles of a day, whatever its own base day is."""

from dataclasses import replace
from datetime import date

from governance import record
from governance.models.wording import Clock
from governance.papers.dates import LanguageCode
from governance.text.table.rows import ComparisonTable
from governance.text.tree.provision import ArticlesOfIncorporation, Provision
from proposals.draft.rows import load_rows
from proposals.draft.versions import apply_changes
from proposals.models import Proposal


def compare_with_day(
    proposal: Proposal, language: LanguageCode, day: date, clock: Clock
) -> ComparisonTable:
    """The articles of the day on the left, what the proposal makes of its own on the right."""
    wordings = record.articles_as_of(proposal.company, day, clock=clock)
    present = record.articles_tree(wordings, language)
    proposed = apply_changes(load_rows(proposal), language).proposed
    if proposal.amendment is not None:
        adopted = record.articles_as_of(proposal.company, proposal.amendment.adopted_on)
        proposed = _known(proposed, record.articles_tree(adopted, language))
    return record.table_of(present, proposed, proposal.company)


def _known(
    proposed: ArticlesOfIncorporation, adopted: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles under the identities that the record gave them when they were adopted.

    What a change inserts has an identity of the change; beside later articles it would be taken for
    another provision. Where the two do not stand one to one, the identities stay as they are.
    """
    if [_shape(part) for part in proposed.parts] != [_shape(part) for part in adopted.parts]:
        return proposed

    def known(part: Provision, by: Provision) -> Provision:
        units = zip(part.children, by.children, strict=True)
        return replace(
            part, key=by.key, children=tuple(replace(unit, key=each.key) for unit, each in units)
        )

    main, *others = map(known, proposed.parts, adopted.parts)
    return replace(proposed, main=main, supplementary=tuple(others))


def _shape(part: Provision) -> list[tuple[str, str]]:
    return [(str(unit.kind), str(unit.number)) for unit in part.children]
