"""The record of a demonstration company: its people, its articles and what they were before."""

from collections.abc import Mapping
from dataclasses import replace

from governance import record
from governance.models import Amendment, Company, Membership, User
from governance.record import Adoption, NewPart, OwnDays, ProposedProvision, Words
from governance.text.reading.read import read
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals import editing
from proposals.demo import PASSWORD, Data

Texts = Mapping[str, ArticlesOfIncorporation]
"""The articles in each language that the company keeps, the authoritative one first."""


def people_of(company: Company, roles: Mapping[str, str]) -> dict[str, User]:
    """The people by name, with their roles; who is there already keeps the password."""
    people = {}
    for name, role in roles.items():
        user, is_new = User.objects.get_or_create(username=name)
        if is_new:
            user.set_password(PASSWORD)
            user.save()
        Membership.objects.get_or_create(user=user, company=company, role=role)
        people[name] = user
    return people


def import_articles(company: Company, data: Data, *, by: User) -> None:
    """Enter the articles as imported, and the amendments since, each adopted on its day.

    The texts of several languages have the same parts, articles and numbers; `record.Refused` where
    they have not.
    """
    given = data["articles"]
    texts: Texts = {
        code: read(given[code], code).articles.with_keys_as_addresses()
        for code in map(str, company.languages)
    }
    parts = _parts(texts, given)
    now = {each.key: each for each in record.provisions_of((), texts)}
    entries = data.get("amendments", ())
    before = {f"article:{words['number']}": words for entry in entries for words in entry["before"]}
    since = {entry["adopted_on"] for entry in entries}
    first = [part for part in parts if part.dated not in since]
    imported = Amendment(
        company=company,
        decided_by=Amendment.DecidedBy.IMPORT,
        adopted_on=given["imported_on"],
        effective_on=given["imported_on"],
        **_titles(given),
    )
    provisions = [
        replace(each, words=_words(before[each.key])) if each.key in before else each
        for each in _provisions_of(first, now)
    ]
    record.adopt(Adoption(imported, provisions=tuple(provisions), parts=tuple(first)), by=by)
    for entry in entries:
        new = [part for part in parts if part.dated == entry["adopted_on"]]
        _amend(company, entry, now, new, by=by)


def _amend(
    company: Company,
    entry: Data,
    now: Mapping[str, ProposedProvision],
    parts: list[NewPart],
    *,
    by: User,
) -> None:
    """Adopt an amendment that gave some articles the words they have now, and added `parts`."""
    base = record.articles_as_of(company, entry["adopted_on"])
    keys = {row.key: f"article:{row.label}" for row in base if row.part.is_main}
    amended = {f"article:{words['number']}" for words in entry["before"]}
    provisions = [
        replace(each, words=now[keys[each.key]].words, own_days=OwnDays())
        if each.kind == "article" and keys.get(each.key) in amended
        else each
        for each in record.unchanged_provisions(base)
    ]
    adoption = Adoption(
        _amendment(company, entry, by=by),
        base=tuple(base),
        provisions=(*provisions, *_provisions_of(parts, now)),
        parts=tuple(parts),
    )
    record.adopt(adoption, by=by)


def _amendment(company: Company, entry: Data, *, by: User) -> Amendment:
    """An amendment, not yet saved, and the meeting that adopted it where it was one."""
    values = {name: value for name, value in entry.items() if name != "before"}
    if meeting := values.get("meeting"):
        day = entry["adopted_on"]
        values["meeting"] = editing.create_meeting(company, by=by, date=day, **meeting)
    return Amendment(company=company, **values)


def _titles(entry: Data) -> dict[str, str]:
    return {name: title for name, title in entry.items() if name.startswith("title_")}


def _words(entry: Data) -> Words:
    return Words(**{name: text for name, text in entry.items() if name != "number"})


def _parts(texts: Texts, given: Data) -> list[NewPart]:
    """The parts of the articles, the main one first, each with its title in every language."""
    days = [None, *given.get("supplementary", ())]
    rows = zip(*(articles.parts for articles in texts.values()), strict=True)
    return [
        NewPart(
            row[0].key,
            kind="supplementary" if place else "main",
            dated=dated,
            **{f"title_{code}": part.caption for code, part in zip(texts, row, strict=True)},
        )
        for place, (dated, row) in enumerate(zip(days, rows, strict=True))
    ]


def _provisions_of(
    parts: list[NewPart], provisions: Mapping[str, ProposedProvision]
) -> list[ProposedProvision]:
    keys = {part.key for part in parts}
    return [each for each in provisions.values() if each.part in keys]
