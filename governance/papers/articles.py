"""The articles of a day: all that the paper prints, as one value that PDF and Word file share."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from governance import record
from governance.models import Company, Wording
from governance.models.wording import Clock
from governance.papers.dates import LanguageCode
from governance.papers.lines import label_of, lines
from governance.papers.vocabulary import VOCABULARY, joined, state_of_articles
from governance.record.clocks import clock_name
from governance.text import naming
from governance.text.comparing.span import Span
from governance.text.table.rows import CellLine
from governance.text.tree.provision import HEADINGS, ArticlesOfIncorporation, Provision


class NoArticles(Exception):
    """The record has no articles of that day by that clock."""


@dataclass(frozen=True)
class ArticlesOfDay:
    """The articles of a company on a day, by one of the two clocks, in one of its languages."""

    company: Company
    day: date
    clock: Clock
    language: LanguageCode
    wordings: tuple[Wording, ...]
    upcoming_changes: tuple[record.UpcomingChange, ...]
    """Adopted and not yet in force, or about to end, the soonest first."""
    is_adopted: bool
    """Whether there are articles as adopted on the day, in force or not."""

    @classmethod
    def of(cls, company: Company, day: date, clock: Clock, language: LanguageCode) -> Self:
        """The articles as the record has them, perhaps none; two queries, since what is coming is
        read by both clocks.

        `language` is one that the company keeps.
        """
        adopted = record.articles_as_of(company, day, clock="adopted")
        in_force = record.articles_as_of(company, day, clock="in_force")
        return cls(
            company,
            day,
            clock,
            language,
            tuple(adopted if clock == "adopted" else in_force),
            tuple(record.upcoming_changes(adopted, in_force, day)),
            bool(adopted),
        )

    @cached_property
    def articles(self) -> ArticlesOfIncorporation:
        return record.articles_tree(self.wordings, self.language)

    @property
    def file_stem(self) -> str:
        """ "3774-articles-2013-06-26-as-adopted-en"."""
        marks = (
            self.company.code,
            "articles",
            str(self.day),
            clock_name(self.clock),
            self.language,
        )
        return "-".join(marks)


def articles_of_day(
    company: Company, day: date, clock: Clock, language: LanguageCode
) -> ArticlesOfDay:
    """The articles as the record has them, in a language that the company keeps; two queries.

    `NoArticles` where it has none.
    """
    found = ArticlesOfDay.of(company, day, clock, language)
    if not found.wordings:
        raise NoArticles
    return found


@dataclass(frozen=True)
class PrintedUnit:
    """An article or the heading of a chapter as printed."""

    address: str
    name: str
    """In the outline: "Article 14 (Chairman)", 「第２章　株式」."""
    level: int
    """Of its head: 2 right below the title of the paper, 3 below a chapter or a part."""
    is_heading: bool
    lines: tuple[CellLine, ...]
    note: str
    """From when or until when it is in force, where that is not plain from the day; else ""."""
    history: str = ""
    """How it came to read as it does, where the paper says that."""

    @property
    def head(self) -> tuple[CellLine, ...]:
        """What stands above the wording: the caption, and the number that has a line of its own."""
        return tuple(
            line for line in self.lines if line.role in ("caption", "number") and not label_of(line)
        )

    @property
    def body(self) -> tuple[CellLine, ...]:
        """The wording, the number with it where it stands on the same line."""
        head = self.head
        return tuple(line for line in self.lines if line not in head)


@dataclass(frozen=True)
class PrintedPart:
    """The main part, whose title is "", or one of the supplementary parts."""

    title: str
    units: tuple[PrintedUnit, ...]


@dataclass(frozen=True)
class Attestation:
    """What stands below a certified copy (原本証明), with room for day, name and seal."""

    statement: str
    day: str
    company: str
    signature: str


@dataclass(frozen=True)
class ArticlesPaper:
    """All that the articles of a day print. Text only; what lays it out marks it up."""

    language: LanguageCode
    title: str
    """Of the file; `heading` is what stands above the articles."""
    heading: str
    company: str
    state: str
    """ "As in force on Monday, July 1, 2013"."""
    notes: tuple[str, ...]
    """What is still to come; a line for each day."""
    parts: tuple[PrintedPart, ...]
    file_stem: str
    attestation: Attestation | None = None

    template = "paper/_articles.html"
    draft_mark = ""

    @property
    def subject(self) -> str:
        """With the company's name, the running head of the later pages."""
        return joined((VOCABULARY[self.language].ARTICLES, self.state), self.language)


def paper_of(found: ArticlesOfDay) -> ArticlesPaper:
    """The paper of articles that were read already."""
    words, name = VOCABULARY[found.language], found.company.text("name", found.language)
    return ArticlesPaper(
        language=found.language,
        title=words.title(name, found.day, is_in_force=found.clock == "in_force"),
        heading=words.ARTICLES_HEADING,
        company=name,
        state=state_of_articles(found.day, found.clock, found.language),
        notes=tuple(upcoming_notes(found)),
        parts=tuple(_parts(found)),
        file_stem=found.file_stem,
    )


def certified_copy(found: ArticlesOfDay) -> ArticlesPaper:
    """The articles in force for a representative to certify: nothing but their own text, and the
    attestation. ValueError for articles as adopted, of which some may not be in force.
    """
    if found.clock != "in_force":
        raise ValueError("Only articles in force are certified.")
    words, paper = VOCABULARY[found.language], paper_of(found)
    parts = tuple(
        replace(part, units=tuple(replace(unit, note="") for unit in part.units))
        for part in paper.parts
    )
    attestation = Attestation(
        statement=words.certified(paper.company, found.day),
        day=words.DAY_TO_BE_WRITTEN,
        company=paper.company,
        signature=words.SIGNATURE.format(
            found.company.text("representative", found.language)
        ).strip(" "),
    )
    stem = f"{paper.file_stem}-certified"
    return replace(paper, parts=parts, notes=(), attestation=attestation, file_stem=stem)


def _parts(found: ArticlesOfDay) -> Iterator[PrintedPart]:
    rows = {row.key: row for row in found.wordings}
    for part in found.articles.parts:
        if part.children:
            is_main = part is found.articles.main
            title = "" if is_main else naming.heading(part)
            yield PrintedPart(title, tuple(_units(part, 2 if is_main else 3, rows, found)))


def _units(
    part: Provision, top: int, rows: dict[str, Wording], found: ArticlesOfDay
) -> Iterator[PrintedUnit]:
    """The units of a part; `top` is the level of its headings, and of articles above the first."""
    level = top
    for unit in part.children:
        is_heading = unit.kind in HEADINGS
        yield PrintedUnit(
            address=found.articles.address_of(unit.key) or "",
            name=naming.title_with_caption(unit, found.language),
            level=top if is_heading else level,
            is_heading=is_heading,
            lines=lines_or_no_text(unit, found.language),
            note=VOCABULARY[found.language].sentences(_day_notes(rows[unit.key], found)),
        )
        level = 3 if is_heading else level


def lines_or_no_text(unit: Provision, language: LanguageCode) -> tuple[CellLine, ...]:
    """The lines of a unit; an article without words in the language says so."""
    set_ = lines(unit)
    if unit.kind in HEADINGS or unit.body:
        return set_
    return (*set_, CellLine("label", 0, (Span(record.NO_TEXT.in_language(language)),)))


def _day_notes(row: Wording, found: ArticlesOfDay) -> list[str]:
    """From when and until when a wording is in force, where that is still to come."""
    words = VOCABULARY[found.language]
    own = [each for each in found.upcoming_changes if row in (each.after, each.before)]
    starts = [
        words.in_force_from(each.on, _condition(each, found)) for each in own if each.after == row
    ]
    ends = [words.expires_on(row.expires_on)] if row.expires_on else []
    return starts + ends


def unknown_day_notes(
    company: Company, language: LanguageCode, day: date, clock: Clock
) -> tuple[str, ...]:
    """What is read as adopted on the day and takes effect on a day that is not known; nothing is
    where only what is in force is read."""
    if clock == "in_force":
        return ()
    found = ArticlesOfDay.of(company, day, clock, language)
    unknown = tuple(each for each in found.upcoming_changes if each.on is None)
    return tuple(upcoming_notes(replace(found, upcoming_changes=unknown)))


def upcoming_notes(found: ArticlesOfDay) -> Iterator[str]:
    """What is still to come, for the head of a paper: a line for each day and its changes."""
    words = VOCABULARY[found.language]
    by_note: dict[str, list[str]] = {}
    for each in found.upcoming_changes:
        name = _name(each.wording, found)
        if each.kind == "expires" and each.on:
            note = words.expires_on(each.on)
        elif each.kind == "ended":
            note = words.deleted_from(each.on, _condition(each, found))
        else:
            note = words.in_force_from(each.on, _condition(each, found))
            name = _changed(name, each, found)
        by_note.setdefault(note, []).append(name)
    for note, names in by_note.items():
        yield words.note_about(names, note)


def _condition(one: record.UpcomingChange, found: ArticlesOfDay) -> str:
    """What it waits for, where its amendment says so."""
    return one.amendment.text_or_other("condition", found.language) if one.amendment else ""


def _changed(name: str, one: record.UpcomingChange, found: ArticlesOfDay) -> str:
    """A provision that is to come, with what it is beside the one in force under its identity."""
    words = VOCABULARY[found.language]
    if one.kind == "amended":
        return words.new_wording_of(name)
    if one.kind == "renumbered" and one.before is not None:
        mark = record.provision_of(one.before, found.language).label
        return words.renumbered(name, mark.strip().rstrip("."))
    return name


def _name(row: Wording, found: ArticlesOfDay) -> str:
    """What an article is called, in a supplementary part with the title of the part."""
    name = naming.title_with_caption(record.provision_of(row, found.language), found.language)
    part = row.part.text("title", found.language) or naming.supplementary_title(found.language)
    return name if row.part.is_main else naming.title_in_part(part, name, found.language)
