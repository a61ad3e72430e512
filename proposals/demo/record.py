"""The record of a demonstration company: its people, its articles and what they were before."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from simple_history.utils import bulk_create_with_history

from governance import audit
from governance.models import Amendment, Article, Company, Membership, Part, User, Wording
from governance.models.wording import GAP
from governance.text.provision import Provision
from governance.text.reading import read
from proposals import editing
from proposals.demo import PASSWORD, Data

Texts = Mapping[str, Provision]
"""One provision in each language that the company keeps, the authoritative one first."""


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
    """Enter the articles as imported, and the amendments since, each in force on its own day.

    The texts of several languages have the same parts, articles and numbers; ValueError where they
    have not.
    """
    given = data["articles"]
    imported = Amendment.objects.create(
        company=company,
        decided_by=Amendment.DecidedBy.IMPORT,
        adopted_on=given["imported_on"],
        effective_on=given["imported_on"],
        **_titles(given),
    )
    amendments = {
        entry["adopted_on"]: _amendment(company, entry, by=by)
        for entry in data.get("amendments", ())
    }
    before = {
        words["number"]: (amendments[entry["adopted_on"]], words)
        for entry in data.get("amendments", ())
        for words in entry["before"]
    }
    days = [None, *given.get("supplementary", ())]
    for position, (dated, texts) in enumerate(zip(days, _parts(company, given), strict=True)):
        part = _part(company, position, dated, texts)
        made_by = amendments.get(dated, imported)
        _enter(part, texts, made_by, before if part.is_main else {}, by=by)
    audit.record("articles.imported", by=by, company=company, about=company.code)


def _amendment(company: Company, entry: Data, *, by: User) -> Amendment:
    """An amendment, and the meeting that adopted it where it was one."""
    values = {name: value for name, value in entry.items() if name != "before"}
    if meeting := values.get("meeting"):
        day = entry["adopted_on"]
        values["meeting"] = editing.create_meeting(company, by=by, date=day, **meeting)
    return Amendment.objects.create(company=company, **values)


def _titles(entry: Data) -> dict[str, str]:
    return {name: title for name, title in entry.items() if name.startswith("title_")}


def _parts(company: Company, given: Data) -> list[Texts]:
    """The parts of the articles as read, each in every language, the main one first."""
    read_in = {code: read(given[code], code).articles for code in map(str, company.languages)}
    return _beside({code: articles.parts for code, articles in read_in.items()})


def _beside(by_language: Mapping[str, Sequence[Provision]]) -> list[Texts]:
    """Several lists of one length, a language each, as one list of texts in all languages."""
    rows = zip(*by_language.values(), strict=True)
    return [dict(zip(by_language, row, strict=True)) for row in rows]


def _part(company: Company, position: int, dated: date | None, texts: Texts) -> Part:
    kind = Part.Kind.SUPPLEMENTARY if position else Part.Kind.MAIN
    titles = {f"title_{code}": part.caption for code, part in texts.items()}
    return Part.objects.create(company=company, kind=kind, position=position, dated=dated, **titles)


def _enter(
    part: Part,
    texts: Texts,
    made_by: Amendment,
    before: Mapping[int, tuple[Amendment, Data]],
    *,
    by: User,
) -> None:
    """The articles and chapter headings of a part; `before` tells which were amended since."""
    units = _beside({code: one.children for code, one in texts.items()})
    articles = bulk_create_with_history(
        [Article(company=part.company, part=part, kind=_of(unit).kind.value) for unit in units],
        Article,
        default_user=by,
    )
    wordings: list[Wording] = []
    for count, (article, unit) in enumerate(zip(articles, units, strict=True), 1):
        now = _wording(article, unit, position=count * GAP)
        is_article = article.kind == Article.Kind.ARTICLE
        was = before.get(now.number or 0) if is_article else None
        wordings += _life(now, was, made_by)
    bulk_create_with_history(wordings, Wording, default_user=by)


def _of(texts: Texts) -> Provision:
    """The authoritative one; ValueError where the others have another number or kind."""
    first, *others = texts.values()
    for other in others:
        if (other.kind, other.number) != (first.kind, first.number):
            raise ValueError(f"The texts differ: {first.mark!r} stands beside {other.mark!r}.")
    return first


def _wording(article: Article, texts: Texts, *, position: int) -> Wording:
    number = _of(texts).number
    words = {f"caption_{code}": one.caption for code, one in texts.items()} | {
        f"body_{code}": one.body for code, one in texts.items()
    }
    return Wording(
        article=article,
        company_id=article.company_id,
        part_id=article.part_id,
        kind=article.kind,
        number=number.main if number else None,
        branch=number[1] if number and number.is_branch else 0,
        position=position,
        **words,
    )


def _life(now: Wording, before: tuple[Amendment, Data] | None, made_by: Amendment) -> list[Wording]:
    """The wordings of one article in their order: as first made, and as amended since if it was."""
    if before is None:
        return [_made(now, made_by)]
    amendment, words = before
    then = Wording(
        article=now.article,
        company_id=now.company_id,
        part_id=now.part_id,
        kind=now.kind,
        number=now.number,
        branch=now.branch,
        position=now.position,
        ended_by=amendment,
        ended_on=amendment.adopted_on,
        **{name: value for name, value in words.items() if name != "number"},
    )
    return [_made(then, made_by, until=amendment), _made(now, amendment)]


def _made(wording: Wording, by: Amendment, until: Amendment | None = None) -> Wording:
    wording.amendment = by
    wording.adopted_on = by.adopted_on
    wording.in_force = DateRange(by.effective_on, until and until.effective_on)
    return wording
