"""The articles of a day with their history: a note at each article on how it came to read so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from governance import record
from governance.models import Amendment, Wording
from governance.papers.articles import ArticlesOfDay, ArticlesPaper, PrintedUnit, paper_of
from governance.papers.vocabulary import VOCABULARY, PaperVocabulary


def articles_with_history(found: ArticlesOfDay) -> ArticlesPaper:
    """The paper of these articles, each with a note of the wordings it had up to that day; none
    where it reads as in the first text that was brought in.

    One query more. What was adopted later, or by the clock "in force" took effect later, is not of
    that day and is left out.
    """
    words, paper = VOCABULARY[found.language], paper_of(found)
    histories = record.histories_of(found.company)
    articles = {row.key: row.article_id for row in found.wordings}
    keys = {found.articles.address_of(key): article for key, article in articles.items()}

    imported = _first_import(histories.values())

    def with_note(unit: PrintedUnit) -> PrintedUnit:
        entries = [
            entry
            for entry in histories.get(keys.get(unit.address, 0), ())
            if _is_of_the_day(entry, found)
        ]
        is_as_imported = len(entries) == 1 and entries[0].wording.amendment == imported
        return replace(unit, history="" if is_as_imported else _note(entries, found))

    parts = tuple(replace(part, units=tuple(map(with_note, part.units))) for part in paper.parts)
    since = (words.without_note(imported.adopted_on),) if imported else ()
    return replace(
        paper,
        notes=(*paper.notes, *since),
        title=words.with_history(paper.title),
        parts=parts,
        file_stem=f"{paper.file_stem}-history",
    )


def _first_import(histories: Iterable[Sequence[record.ArticleHistoryEntry]]) -> Amendment | None:
    """The oldest text that was brought in; None where the record begins with the articles."""
    imports = [
        entry.wording.amendment
        for entries in histories
        for entry in entries
        if entry.wording.amendment.decided_by == Amendment.DecidedBy.IMPORT
    ]
    return min(imports, key=lambda each: (each.adopted_on, each.pk), default=None)


def _note(entries: Sequence[record.ArticleHistoryEntry], found: ArticlesOfDay) -> str:
    return VOCABULARY[found.language].history_words([_event(entry, found) for entry in entries])


def _is_of_the_day(entry: record.ArticleHistoryEntry, found: ArticlesOfDay) -> bool:
    days = entry.wording.in_force
    if found.clock == "adopted":
        return entry.wording.adopted_on <= found.day
    return bool(days) and days.lower is not None and days.lower <= found.day


def _event(entry: record.ArticleHistoryEntry, found: ArticlesOfDay) -> str:
    """ "Amended June 26, 2013, in force from July 1, 2013"."""
    words, wording = VOCABULARY[found.language], entry.wording
    kind: str = entry.kind
    if kind == "made" and wording.amendment.decided_by == Amendment.DecidedBy.IMPORT:
        kind = "imported"
    before = ""
    if entry.before is not None and kind == "renumbered":
        before = record.provision_of(entry.before, found.language).label.strip().rstrip(".")
    said = words.HISTORY_EVENTS[kind].format(before=before)
    return words.event_words(said, wording.adopted_on, _effect(wording, words))


def _effect(wording: Wording, words: PaperVocabulary) -> str:
    """From when the wording was in force, "" where that was the day of its adoption."""
    if wording.in_force is None:
        return words.effect(None)
    if wording.in_force.isempty:
        return words.NEVER_IN_FORCE
    start = wording.in_force.lower
    return "" if start == wording.adopted_on else words.effect(start)
