"""Loads a demonstration company: its record directly, its proposal as a person would make it."""

from dataclasses import dataclass

from django.db import transaction

from governance import record
from governance.models import Company, Membership, User
from governance.text.amending.operations import FixedAnchor, anchor_named
from proposals import editing
from proposals.demo import Data, data_of
from proposals.demo.record import import_articles, people_of
from proposals.editing.days import DATES
from proposals.models import Change, Proposal


@dataclass(frozen=True)
class LoadedDemo:
    """A company of the demonstration as it stands after `load`."""

    company: Company
    is_new: bool
    """False where it was there before and nothing was done."""
    memberships: tuple[Membership, ...]
    proposals: tuple[Proposal, ...]


@transaction.atomic
def load(code: str) -> LoadedDemo:
    """Load the company whose file has that code, unless the database has it already."""
    company = Company.objects.filter(code=code).first()
    is_new = company is None
    if company is None:
        company = _loaded(data_of(code))
    memberships = Membership.objects.filter(company=company).select_related("user").order_by("pk")
    proposals = Proposal.objects.filter(company=company).with_names()
    return LoadedDemo(company, is_new, tuple(memberships), tuple(proposals))


def _loaded(data: Data) -> Company:
    company = Company.objects.create(**data["company"])
    people = people_of(company, data["people"])
    by = people[data["proposal"]["by"]]
    import_articles(company, data, by=by)
    meeting = editing.create_meeting(company, by=by, **data["meeting"])
    proposal = editing.create_proposal(
        meeting,
        by=by,
        base_day=data["proposal"]["base_day"],
        title_ja=data["proposal"].get("title_ja", ""),
        title_en=data["proposal"]["title_en"],
    )
    days = {name: day for name, day in data["proposal"].items() if name in DATES}
    proposal = editing.set_dates(proposal, by=by, version=proposal.version, **days)
    changes = _changes(proposal, data, by=by)
    for reason in data["reasons"]:
        values = dict(reason)
        covers = [changes[name] for name in values.pop("covers", ())]
        editing.add_reason(proposal, by=by, covers=covers, **values)
    return company


def _changes(proposal: Proposal, data: Data, *, by: User) -> dict[str, Change]:
    """The changes by the names in the file, whose addresses are those of the present articles."""
    company = proposal.company
    wordings = record.articles_as_of(company, proposal.base_day)
    present = record.articles_tree(wordings, company.authoritative_language)
    changes: dict[str, Change] = {}

    def key_of(place: str) -> str:
        if place in changes:
            return changes[place].key
        if not place or isinstance(anchor_named(place), FixedAnchor):
            return place
        provision = present.find(place)
        if provision is None:
            raise LookupError(f"The present articles of {company} have no {place}.")
        return provision.key

    for entry in data["changes"]:
        values = dict(entry)
        name, at, after = values.pop("name"), values.pop("at", ""), values.pop("after", "")
        changes[name] = editing.add_change(
            proposal, by=by, at=key_of(at), after=key_of(after), **values
        )
    return changes
