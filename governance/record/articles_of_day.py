"""The articles of a day, as rows and as a value."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from governance.models import Amendment, Company, Part, Wording
from governance.models.languages import ArticlesLanguage
from governance.models.wording import Clock
from governance.text.languages import language_for
from governance.text.reading.compose import (
    ProvisionContent,
    compose_articles,
    compose_provision,
)
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    PieceRole,
    Provision,
)


def articles_as_of(company: Company, day: date, *, clock: Clock = "adopted") -> list[Wording]:
    """The wordings of the company's articles on that day, in document order, their parts and
    amendments with them.

    "in_force": what is law on the day. "adopted": every amendment adopted by the day taken as
    effective, less what expires on or before the day. A wording whose effective date is unknown is
    absent from the first and present in the second. One query.
    """
    wordings = Wording.objects.filter(company=company).on(day, clock).in_document_order()
    return _of(company, wordings.select_related("part", "amendment"))


def record_version(company: Company) -> tuple[object, ...]:
    """Another value after each act that recorded or corrected anything of the company's articles;
    one query. Such acts go one after the other and leave their rows in the histories.
    """
    newest = {
        model._meta.model_name: Subquery(
            model.history.filter(**{own: OuterRef("pk")})
            .order_by("-history_id")
            .values("history_id")[:1]
        )
        for model, own in ((Wording, "company"), (Part, "company"), (Amendment, "company"))
    }
    return tuple(Company.objects.filter(pk=company.pk).values_list(*newest.values()).get())


def articles_after(amendment: Amendment) -> list[Wording]:
    """The articles as adopted right after that amendment, whatever was adopted later on its day."""
    later = Q(ended_on__gt=amendment.adopted_on) | Q(
        ended_on=amendment.adopted_on, ended_by__gt=amendment.pk
    )
    wordings = (
        Wording.objects.filter(company=amendment.company_id)
        .recorded()
        .filter(
            Q(adopted_on__lt=amendment.adopted_on)
            | Q(adopted_on=amendment.adopted_on, amendment__lte=amendment.pk),
            Q(ended_by__isnull=True) | later,
            Q(expires_on__isnull=True) | Q(expires_on__gt=amendment.adopted_on),
        )
        .in_document_order()
    )
    return _of(amendment.company, wordings.select_related("part", "amendment"))


def change_dates(company: Company, *, clock: Clock = "adopted") -> list[date]:
    """The days on which the articles begin to read differently, the earliest first; one query."""
    days = "as_adopted" if clock == "adopted" else "in_force"
    rows = Wording.objects.filter(company=company).recorded().exclude(**{f"{days}__isempty": True})
    bounds = rows.values_list(f"{days}__startswith", f"{days}__endswith")
    return sorted({day for both in bounds for day in both if day is not None})


def articles_tree(wordings: Iterable[Wording], language: str) -> ArticlesOfIncorporation:
    """The tree of these wordings (in document order, parts joined) in one language.

    Its provisions carry the keys of their articles, its parts those of the parts.
    """
    parts: dict[int, Part] = {}
    provisions: dict[int, list[Provision]] = {}
    for wording in wordings:
        parts[wording.part_id] = wording.part
        provisions.setdefault(wording.part_id, []).append(provision_of(wording, language))
    main = next((part for part in parts.values() if part.is_main), None)
    return compose_articles(
        language,
        provisions[main.pk] if main else (),
        [
            (part.text("title", language), provisions[part.pk], part.key)
            for part in parts.values()
            if not part.is_main
        ],
        key=main.key if main else "main",
        title=main.text("title", language) if main else "",
    )


def provision_of(wording: Wording, language: str) -> Provision:
    """The wording in one language as a provision, its article's key on it, its number in the
    numerals that its company uses (`wording.company` should be loaded with it).
    """
    branches = (wording.branch,) if wording.branch else ()
    number = None if wording.number is None else Number(wording.number, *branches)
    content = ProvisionContent(
        Kind(wording.kind),
        number,
        wording.text("caption", language),
        wording.text("body", language),
        wording.key,
    )
    provision = compose_provision(content, language)
    if language != ArticlesLanguage.JAPANESE or number is None:
        return provision
    mark = language_for(language).cite(provision.kind, number, wording.company.digits_ja)
    return provision.with_piece(PieceRole.LABEL, mark)


def _of(company: Company, wordings: Iterable[Wording]) -> list[Wording]:
    """The wordings, each knowing its company without a further query."""
    found = list(wordings)
    for wording in found:
        wording.company = company
    return found
