"""The record of a demonstration company: its people, its articles and what they were before."""

from collections.abc import Mapping

from django.db.backends.postgresql.psycopg_any import DateRange
from simple_history.utils import bulk_create_with_history

from governance import audit
from governance.models import Amendment, Article, Company, Membership, Part, User, Wording
from governance.models.wording import GAP
from governance.text.provision import Provision
from governance.text.reading import read
from proposals.demo import PASSWORD, Data

# The language that the articles of the demonstration are kept in.
LANGUAGE = "en"


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
    """Enter the articles as imported, and the amendments since, each in force on its own day."""
    imported = Amendment.objects.create(
        company=company,
        decided_by=Amendment.DecidedBy.IMPORT,
        adopted_on=data["articles"]["imported_on"],
        effective_on=data["articles"]["imported_on"],
        title_en=data["articles"]["title_en"],
    )
    part = Part.objects.create(company=company, kind=Part.Kind.MAIN)
    provisions = read(data["articles"][LANGUAGE], LANGUAGE).articles.main.children
    articles = bulk_create_with_history(
        [Article(company=company, part=part, kind=each.kind.value) for each in provisions],
        Article,
        default_user=by,
    )
    before = _words_before(company, data)
    wordings: list[Wording] = []
    for count, (article, provision) in enumerate(zip(articles, provisions, strict=True), 1):
        now = _wording(article, provision, position=count * GAP)
        wordings += _life(now, before.get(article.kind + now.label), imported)
    bulk_create_with_history(wordings, Wording, default_user=by)
    audit.record("articles.imported", by=by, company=company, about=company.code)


def _words_before(company: Company, data: Data) -> dict[str, tuple[Amendment, Data]]:
    """By article: the amendment that changed it, and what it said before."""
    found = {}
    for entry in data.get("amendments", ()):
        values = {name: value for name, value in entry.items() if name != "before"}
        amendment = Amendment.objects.create(company=company, **values)
        for words in entry["before"]:
            found[f"{Article.Kind.ARTICLE}{words['number']}"] = (amendment, words)
    return found


def _wording(article: Article, provision: Provision, *, position: int) -> Wording:
    number = provision.number
    return Wording(
        article=article,
        company_id=article.company_id,
        part_id=article.part_id,
        kind=article.kind,
        number=number.main if number else None,
        branch=number[1] if number and number.is_branch else 0,
        position=position,
        caption_en=provision.caption,
        body_en=provision.body,
    )


def _life(
    now: Wording, before: tuple[Amendment, Data] | None, imported: Amendment
) -> list[Wording]:
    """The wordings of one article in their order: as imported, and as amended since if it was."""
    if before is None:
        return [_made(now, imported)]
    amendment, words = before
    then = Wording(
        article=now.article,
        company_id=now.company_id,
        part_id=now.part_id,
        kind=now.kind,
        number=now.number,
        branch=now.branch,
        position=now.position,
        caption_en=words["caption_en"],
        body_en=words["body_en"],
        ended_by=amendment,
        ended_on=amendment.adopted_on,
    )
    return [_made(then, imported, until=amendment), _made(now, amendment)]


def _made(wording: Wording, by: Amendment, until: Amendment | None = None) -> Wording:
    wording.amendment = by
    wording.adopted_on = by.adopted_on
    wording.in_force = DateRange(by.effective_on, until and until.effective_on)
    return wording
