"""What an amendment makes to be registered (登記すべき事項), with what is entered and by when."""

from collections.abc import Iterator
from dataclasses import dataclass

from governance.papers.dates import long_date
from governance.papers.sections import Grid, Section, SectionsPaper
from governance.papers.vocabulary import joined
from governance.text import naming
from governance.text.table.rows import Row
from governance.text.tree.provision import HEADINGS, ArticlesOfIncorporation, Provision
from proposals.calendar.counted_days import last_day_to_register
from proposals.draft.derive import Draft
from proposals.draft.whole_table import table_of_whole_articles
from proposals.papers.facts import facts
from proposals.papers.file_names import draft_file_stem
from proposals.papers.registered_matters import Matter, matters_of
from proposals.papers.words import WORDS

CHANGED = ("amended", "inserted", "deleted")


@dataclass(frozen=True)
class _Changed:
    """A changed article, as it is and as it would be; one side may be None."""

    present: Provision | None
    proposed: Provision | None

    @property
    def key(self) -> str:
        side = self.proposed or self.present
        assert side is not None  # a row has a side
        return side.key


def registration(draft: Draft, *, is_draft: bool = True) -> SectionsPaper:
    """The list: each matter with its provision; then the changed provisions without one."""
    language = draft.language
    told, words = facts(draft.proposal, language), WORDS[language]
    found = [(each, tuple(_matters(draft, each))) for each in _changed(draft)]
    rows = tuple(_row(draft, each, matter) for each, matters in found for matter in matters)
    others = [_name(draft, each) for each, matters in found if not matters]
    sections = [
        Section(
            paragraphs=(words.REGISTER_OPENING if rows else words.REGISTER_NOTHING,),
            grid=Grid(words.REGISTER_HEADS, rows) if rows else None,
        )
    ]
    if others:
        sections.append(
            Section(words.REGISTER_OTHERS_HEAD, paragraphs=(words.REGISTER_OTHERS, *others))
        )
    return SectionsPaper(
        language=language,
        title=joined((words.REGISTER, told.company["name"]), language),
        company=told.company["name"],
        subject=words.REGISTER,
        heading=words.REGISTER,
        subtitle=joined((told.company["name"], told.subject or words.SUBJECT), language),
        sections=tuple(sections),
        file_stem=draft_file_stem([draft.proposal.address, "registration", language], is_draft),
        is_draft=is_draft,
    )


def _changed(draft: Draft) -> Iterator[_Changed]:
    for row in table_of_whole_articles(draft).rows:
        if row.kind in CHANGED:
            each = _Changed(
                _side(draft.present, row, "present"), _side(draft.proposed, row, "proposed")
            )
            if not any(side and side.kind in HEADINGS for side in (each.present, each.proposed)):
                yield each


def _matters(draft: Draft, each: _Changed) -> Iterator[Matter]:
    """Those of an article of the main part: supplementary provisions bring none."""
    articles = draft.proposed if each.proposed is not None else draft.present
    part = next(part for part, unit in articles.units() if unit.key == each.key)
    if part is articles.main:
        yield from matters_of(each.present, each.proposed, draft.language)


def _side(articles: ArticlesOfIncorporation, row: Row, side: str) -> Provision | None:
    keys = getattr(row, side).keys
    return articles.by_key(keys[0]) if keys else None


def _row(draft: Draft, each: _Changed, matter: Matter) -> tuple[str, ...]:
    language = draft.language
    words = WORDS[language]
    return (
        words.MATTER.format(name=matter.name.in_language(language), item=matter.cited(language)),
        _name(draft, each),
        each.proposed.body if each.proposed is not None else draft.table.style.deleted_label,
        "\n".join(_days(draft, each)),
    )


def _name(draft: Draft, each: _Changed) -> str:
    """ "Article 22 (Chairman)"; what is deleted by its present number, and said to be present."""
    if each.proposed is not None:
        return naming.full_title(each.proposed, draft.proposed)
    assert each.present is not None  # a row has a side
    name = naming.full_title(each.present, draft.present)
    return WORDS[draft.language].PRESENT_PROVISION.format(name=name)


def _days(draft: Draft, each: _Changed) -> Iterator[str]:
    """The day of effect and the last day to apply, or what stands in their place."""
    change = draft.changes.get(each.key)
    day = (change and change.effective_on) or draft.proposal.effective_on
    if day is not None:
        yield long_date(day, draft.language)
        yield long_date(last_day_to_register(day), draft.language)
        return
    condition = draft.proposal.condition
    yield condition.in_language(draft.language) if condition else WORDS[draft.language].UNSET
