"""The record: the one reader of the articles of a day, and of an article's history.

Adoption will write here too, `adopt(…)`: one transaction, the only writer of wordings. Until then
wordings come from the loading of data alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from governance.models import Article, Company, Part, Wording
from governance.models.wording import Clock
from governance.text.provision import ArticlesOfIncorporation, Number, Provision
from governance.text.writing import articles, compose


def articles_as_of(company: Company, day: date, *, clock: Clock = "adopted") -> list[Wording]:
    """The wordings of the company's articles on that day, in document order, their parts and
    amendments with them.

    "in_force": what is law on the day. "adopted": every amendment adopted by the day taken as
    effective, less what expires on or before the day. A wording whose effective date is unknown is
    absent from the first and present in the second. One query.
    """
    wordings = Wording.objects.filter(company=company).on(day, clock).in_document_order()
    return list(wordings.select_related("part", "amendment"))


def value(wordings: Iterable[Wording], language: str) -> ArticlesOfIncorporation:
    """The tree of these wordings (in document order, parts joined) in one language.

    Its provisions carry the keys of their articles, its parts those of the parts.
    """
    parts: dict[int, Part] = {}
    provisions: dict[int, list[Provision]] = {}
    for wording in wordings:
        parts[wording.part_id] = wording.part
        provisions.setdefault(wording.part_id, []).append(provision_of(wording, language))
    main = next((part for part in parts.values() if part.is_main), None)
    return articles(
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
    """The wording in one language as a provision, its article's key on it."""
    branches = (wording.branch,) if wording.branch else ()
    return compose(
        wording.kind,
        None if wording.number is None else Number(wording.number, *branches),
        wording.text("caption", language),
        wording.text("body", language),
        code=language,
        key=wording.key,
    )


@dataclass(frozen=True)
class Step:
    """One step in an article's life: a wording, and what the amendment that made it did to the one
    before.

    "renumbered": the same words under another number; "moved": the same words at another place;
    "amended": other words. `before` is None for the first wording.
    """

    kind: Literal["made", "amended", "renumbered", "moved"]
    wording: Wording
    before: Wording | None


def history_of(article: Article) -> list[Step]:
    """The article's life in order of adoption, superseded rows left out. One query.

    How it ended, if it did, is said by the last wording: its `ended_by` or its `expires_on`.
    """
    wordings = list(
        article.wordings.recorded()
        .in_order_of_adoption()
        .select_related("part", "amendment__meeting", "amendment__company", "ended_by__meeting")
    )
    first = [Step("made", wording, None) for wording in wordings[:1]]
    return first + [
        Step(_kind_of_step(before, wording), wording, before)
        for before, wording in pairwise(wordings)
    ]


def _kind_of_step(before: Wording, wording: Wording) -> Literal["amended", "renumbered", "moved"]:
    if _words(before) != _words(wording):
        return "amended"
    if before.label != wording.label:
        return "renumbered"
    return "moved"


def _words(wording: Wording) -> Sequence[str]:
    return (wording.caption_ja, wording.caption_en, wording.body_ja, wording.body_en)
