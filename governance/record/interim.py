"""References in what stays in force although it is amended: old words, new numbers.

An amendment brings its own table of what follows from it. But where something is amended for a
later day, words that the table no longer shows are in force until then, and what they cite has new
numbers from the day of the amendment on.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from governance.models import Wording
from governance.record.adoption import Words
from governance.record.amendment_plan import AmendmentPlan
from governance.record.article_plan import ArticlePlan
from governance.record.articles_of_day import articles_tree
from governance.record.periods import Placement, periods_of
from governance.text.citations.follow import follow


def interim_wordings(
    plan: AmendmentPlan, rows: Sequence[Wording], *, day: date | None, languages: Iterable[str]
) -> dict[int, Words]:
    """By row: what it says from `day`, that of the amendment, on, its references followed.

    `rows` are all wordings with days in force to come.
    """
    if day is None:
        return {}
    words = {
        article.wording.pk: article.content.words
        for article in plan.articles.values()
        if not article.is_reworded and article.needs_new_wording
    }
    interim = [row for row in rows if _has_interim_words(row, plan.articles, day)]
    on_the_day = [row for row in interim if row.in_force.lower <= day]
    languages = tuple(languages)
    if on_the_day:
        words |= _words_on_the_day(on_the_day, plan, rows, day, languages)
    for row in interim:
        if row.in_force.lower > day:
            words |= _words_later(row, plan, languages)
    return words


def _words_on_the_day(
    interim: Sequence[Wording],
    plan: AmendmentPlan,
    rows: Iterable[Wording],
    day: date,
    languages: Sequence[str],
) -> dict[int, Words]:
    """What is in force on the day itself: beside it stands what is in force then."""
    before = [row for row in rows if day in row.in_force]
    keep_words = {row.key for row in interim}
    after = [
        _after_amendment(row, plan.articles.get(row.key), row.key in keep_words, day)
        for row in before
        if row.key not in plan.deleted or (plan.deleted[row.key] or day) > day
    ]
    after += [row for row in plan.new.values() if row.in_force is not None and day in row.in_force]
    return _followed(interim, before, after, languages)


def _words_later(row: Wording, plan: AmendmentPlan, languages: Sequence[str]) -> dict[int, Words]:
    """What comes into force after the day: it cites the numbers as adopted."""
    before = [row if each.key == row.key else each for each in plan.present.values()]
    after = [
        _after_amendment(each, plan.articles[each.key], each is row, None)
        for each in before
        if each.key in plan.articles
    ]
    return _followed([row], before, [*after, *plan.new.values()], languages)


def _has_interim_words(row: Wording, articles: Mapping[str, ArticlePlan], day: date) -> bool:
    """Whether the row has days from `day` on, and words that the amendment does not speak of."""
    article = articles.get(row.key)
    if article is None or (row.in_force.upper is not None and row.in_force.upper <= day):
        return False
    if row.pk != article.wording.pk:
        return True
    if not article.is_reworded:
        return False
    starts = article.words_day(periods_of([row]))
    return starts is not None and starts > max(day, row.in_force.lower)


def _after_amendment(
    row: Wording, article: ArticlePlan | None, keeps_words: bool, day: date | None
) -> Wording:
    """The row as it stands after the amendment: on `day`, or, for None, when all has come."""
    if article is None:
        return row
    placement = article.content.placement
    if not article.moves or (day and article.placement_day and article.placement_day > day):
        placement = Placement.of(row)
    return _unsaved(row, placement, Words.of(row) if keeps_words else article.content.words)


def _unsaved(row: Wording, placement: Placement, words: Words) -> Wording:
    """A wording that is never saved: the article of `row` at that place with those words."""
    return Wording(
        company=row.company,
        article_id=row.article_id,
        part=row.part,
        kind=row.kind,
        number=placement.number,
        branch=placement.branch,
        position=placement.position,
        caption_ja=words.caption_ja,
        caption_en=words.caption_en,
        body_ja=words.body_ja,
        body_en=words.body_en,
    )


def _followed(
    rows: Sequence[Wording],
    before: Iterable[Wording],
    after: Iterable[Wording],
    languages: Sequence[str],
) -> dict[int, Words]:
    """The words of `rows` with their references followed from `before` to `after`."""
    ordered = [
        sorted(side, key=lambda row: (row.part.position, row.position)) for side in (before, after)
    ]
    keys = {row.key for row in rows}
    found = {row.pk: Words.of(row) for row in rows}
    for language in languages:
        old, new = (articles_tree(side, language) for side in ordered)
        settled = {unit.key for _part, unit in new.units() if unit.key not in keys}
        result, _consequences, _findings = follow(old, new, settled)
        for row in rows:
            unit, plain = result.by_key(row.key), new.by_key(row.key)
            if unit is not None and plain is not None and unit.body != plain.body:
                found[row.pk] = found[row.pk].with_language(
                    language, caption=row.text("caption", language), body=unit.body
                )
    return found
