"""The table of a proposal in one language, or in both, each row of the other under its own."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from governance.models import Company
from governance.models.languages import ArticlesLanguage
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest
from proposals.draft.derive import Draft, draft
from proposals.draft.missing_words import missing_words
from proposals.draft.operations import key_of
from proposals.draft.rows import DraftRows
from proposals.views.rows import GroupBuilder, RowTools, TableGroup, table_groups

BOTH = "both"


def shown_languages(request: SignedInRequest, company: Company) -> tuple[ArticlesLanguage, ...]:
    """The languages of the page's table, first that of the page itself: both with
    ?languages=both.
    """
    first = articles_language(request, company)
    if request.GET.get("languages") != BOTH:
        return (first,)
    return (first, *(one for one in company.languages if one != first))


def page_query(languages: Sequence[str]) -> str:
    """What of an address lets the page show these languages."""
    return f"language={languages[0]}" + (f"&languages={BOTH}" if len(languages) > 1 else "")


def cell_language(request: SignedInRequest, company: Company) -> ArticlesLanguage:
    """The language of the row that a request is about (`cell_language`), where it is another than
    that of the page.
    """
    wanted = request.POST.get("cell_language") or request.GET.get("cell_language")
    if wanted in company.languages:
        return ArticlesLanguage(wanted)
    return articles_language(request, company)


def shown_drafts(request: SignedInRequest, drafted: Draft) -> list[Draft]:
    """The draft in the languages of the page's table; `drafted` is it in one language."""
    return [
        drafted if code == drafted.language else draft(drafted.proposal, code, rows=drafted.rows)
        for code in shown_languages(request, drafted.proposal.company)
    ]


def groups_shown(
    drafts: Sequence[Draft], tools: RowTools, *, unfolded: Collection[str]
) -> list[TableGroup]:
    """The table of a draft in one language or in both."""
    first, *others = drafts
    groups = table_groups(first, tools, unfolded=unfolded)
    for other in others:
        groups = list(_with_language(groups, first, other, tools))
    return groups


def _with_language(
    groups: Sequence[TableGroup], first: Draft, other: Draft, tools: RowTools
) -> Iterator[TableGroup]:
    """`groups` of `first`, each provision with its row of `other` behind it. Out of a fold that is
    closed comes what is changed in the other language only.
    """
    printed = {one.id: one for one in table_groups(other, tools) if one.kind == "printed"}
    own, others = (GroupBuilder(one, tools) for one in (first, other))
    for group in groups:
        yield group
        if group.kind != "fold":
            unprinted = (one for one in others.units([group.key]) if one.id == group.id)
            found = printed.get(group.id) or next(unprinted, None)
            yield from [_in_language(found, other)] if found else []
        elif not group.is_open:
            for unit in own.units(group.keys):
                if unit.id in printed:
                    yield replace(unit, kind="printed")
                    yield _in_language(printed[unit.id], other)


def _in_language(group: TableGroup, other: Draft) -> TableGroup:
    """`group` of the other language as it stands behind that of the first."""
    style = other.table.style
    return replace(
        group,
        id=f"{group.id}-{other.language}",
        comments=0,
        language=other.language,
        titles=(style.present_title, style.proposed_title),
    )


def cells_out_of_step(rows: DraftRows) -> list[tuple[str, str]]:
    """The identity and the language of each cell that lacks words which the other language has."""
    return [
        (key_of(change), code) for change in rows.changes for code in missing_words(change, rows)
    ]
