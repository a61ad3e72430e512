"""References in what stays in force although it is amended: old words, new numbers.

An amendment brings its own table of what follows from it. But where something is amended for a
later day, words that the table no longer shows are in force until then, and what they cite has new
numbers from the day of the amendment on.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from governance.models import Wording
from governance.record.adoption import Words
from governance.record.article_plan import ArticlePlan
from governance.record.articles_of_day import articles_tree
from governance.record.periods import Position, periods_of
from governance.text.citations.follow import follow


def interim_wordings(
    targets: Mapping[str, ArticlePlan],
    new: Iterable[Wording],
    ended: Mapping[str, date | None],
    alive: Iterable[Wording],
    *,
    present: Sequence[Wording],
    day: date | None,
    languages: Iterable[str],
) -> dict[int, Words]:
    """By row: what it says from `day`, that of the amendment, on, its references followed.

    `targets` are the articles that stay, `new` those that come (as they shall be, with their days),
    `ended` those that go with their own days; `alive` are all wordings with days in force to come,
    `present` those as adopted before.
    """
    if day is None:
        return {}
    found = {
        target.now.pk: target.content.words
        for target in targets.values()
        if not target.is_reworded and target.is_other
    }
    waiting = [row for row in alive if _says_something_else(row, targets, day)]
    on_the_day = [row for row in waiting if row.in_force.lower <= day]
    later = [row for row in waiting if row.in_force.lower > day]
    languages = tuple(languages)
    if on_the_day:
        before = [row for row in alive if day in row.in_force]
        keys = {row.key for row in on_the_day}
        after = [
            _as_it_shall_be(row, targets.get(row.key), keeps_words=row.key in keys, day=day)
            for row in before
            if row.key not in ended or (ended[row.key] or day) > day
        ]
        after += [row for row in new if row.in_force is not None and day in row.in_force]
        found |= _followed(on_the_day, before, after, languages)
    for row in later:
        # Not in force before: it cites the numbers as adopted.
        before = [row if each.key == row.key else each for each in present]
        after = [
            _as_it_shall_be(each, targets[each.key], keeps_words=each is row, day=None)
            for each in before
            if each.key in targets
        ]
        found |= _followed([row], before, [*after, *new], languages)
    return found


def _says_something_else(row: Wording, targets: Mapping[str, ArticlePlan], day: date) -> bool:
    """Whether the row has days from `day` on, and words that the amendment does not speak of."""
    target = targets.get(row.key)
    if target is None or (row.in_force.upper is not None and row.in_force.upper <= day):
        return False
    if row.pk != target.now.pk:
        return True
    if not target.is_reworded:
        return False
    starts = target.words_day(periods_of([row]))
    return starts is not None and starts > max(day, row.in_force.lower)


def _as_it_shall_be(
    row: Wording, target: ArticlePlan | None, *, keeps_words: bool, day: date | None
) -> Wording:
    """The row as a line of the articles after the amendment; on `day`, or when all has come."""
    if target is None:
        return row
    place = target.content.place
    if not target.moves or (day and target.place_day and target.place_day > day):
        place = Position.of(row)
    words = Words.of(row) if keeps_words else target.content.words
    return line(row, place, words)


def line(row: Wording, place: Position, words: Words) -> Wording:
    """A wording that is never saved: what stands at that place with those words."""
    return Wording(
        company=row.company,
        article_id=row.article_id,
        part=row.part,
        kind=row.kind,
        number=place.number,
        branch=place.branch,
        position=place.position,
        caption_ja=words.caption_ja,
        caption_en=words.caption_en,
        body_ja=words.body_ja,
        body_en=words.body_en,
    )


def _followed(
    rows: Sequence[Wording],
    before: Iterable[Wording],
    after: Iterable[Wording],
    languages: Iterable[str],
) -> dict[int, Words]:
    ordered = [
        sorted(side, key=lambda row: (row.part.position, row.position)) for side in (before, after)
    ]
    waiting = {row.key for row in rows}
    found = {row.pk: Words.of(row) for row in rows}
    for language in languages:
        old, new = (articles_tree(side, language) for side in ordered)
        settled = {unit.key for _part, unit in new.units() if unit.key not in waiting}
        result, _consequences, _findings = follow(old, new, settled)
        for row in rows:
            unit, plain = result.by_key(row.key), new.by_key(row.key)
            if unit is not None and plain is not None and unit.body != plain.body:
                found[row.pk] = found[row.pk].with_language(
                    language, caption=row.text("caption", language), body=unit.body
                )
    return found
