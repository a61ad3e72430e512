"""What an approval fixes: the rows, the papers they print, and what the papers were made with."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from governance.papers.dates import LanguageCode
from governance.text.amending.operations import (
    Anchor,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
    anchor_named,
    anchor_text,
)
from governance.text.citations.decisions import Decision
from governance.text.table.overrides import UnderlineOverride
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.draft.derive import Draft, draft
from proposals.draft.operations import operations_of
from proposals.draft.rows import DraftRows, load_rows, load_rows_of
from proposals.draft.versions import apply_changes
from proposals.models import Approval, Proposal, Release
from proposals.papers.paper_data import from_data, to_data
from proposals.papers.release import ReleasePaper, release_paper
from proposals.releases.corrections import with_corrections
from proposals.releases.stored_rows import StoredDifference, stored_differences, stored_rows

Content = dict[str, Any]
_OPERATIONS: Mapping[str, type[Operation]] = {
    each.__name__.lower(): each for each in (Insert, Replace, Delete, Move)
}


def content_of(proposal: Proposal) -> Content:
    """The content of an approval given now, as plain data:

    - "rows": what the papers are made of (`stored_rows`);
    - "papers": by language, the release as it prints;
    - "applied": by language, the present text, the operations, the decisions on citations and the
      underlines set by hand.
    """
    rows = load_rows(proposal)
    languages = proposal.company.languages
    return {
        "rows": stored_rows(rows),
        "papers": {
            str(language): to_data(paper) for language, paper in _approved_papers(rows).items()
        },
        "applied": {str(language): _applied(rows, language) for language in languages},
    }


def drafted_paper(drafted: Draft, *, is_draft: bool = True) -> ReleasePaper:
    """The release of a draft; once there is an earlier one, with what it corrects of that."""
    paper = release_paper(drafted, is_draft=is_draft)
    released = last_release(drafted.proposal)
    if released is None:
        return paper
    earlier = stored_paper(released.approval, drafted.language)
    return with_corrections(paper, earlier, released) if earlier else paper


def last_release(proposal: Proposal) -> Release | None:
    """The newest release of a proposal, whether its time has come or not."""
    return proposal.releases.select_related("approval").order_by("-number").first()


def stored_paper(approval: Approval, language: LanguageCode) -> ReleasePaper | None:
    """The release as it was approved; None in a language that was not kept then."""
    data = approval.content["papers"].get(language)
    return from_data(ReleasePaper, data) if data else None


def stored_present(content: Content, language: LanguageCode) -> ArticlesOfIncorporation:
    """The present text as it was approved."""
    return from_data(ArticlesOfIncorporation, content["applied"][language]["present"])


def stored_operations(content: Content, language: LanguageCode) -> list[Operation]:
    return [_operation(data) for data in content["applied"][language]["operations"]]


def stored_decisions(content: Content, language: LanguageCode) -> tuple[Decision, ...]:
    data = content["applied"][language]["decisions"]
    return tuple(from_data(Decision, each) for each in data)


def stored_overrides(content: Content, language: LanguageCode) -> tuple[UnderlineOverride, ...]:
    """The underlines set by hand; an approval given before there were any has none."""
    data = content["applied"][language].get("underlines", ())
    return tuple(from_data(UnderlineOverride, each) for each in data)


def changed_since_approval(
    proposal: Proposal, *, rows: DraftRows | None = None
) -> tuple[StoredDifference, ...] | None:
    """What is no longer as it was approved last; () where all stands, None without an approval."""
    approved = (
        Approval.objects.filter(proposal=proposal)
        .order_by("-pk")
        .values_list("content__rows", flat=True)
        .first()
    )
    if approved is None:
        return None
    return stored_differences(approved, stored_rows(rows or load_rows(proposal)))


def no_longer_as_approved(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Those of which something is not as it was approved last; all are of one company."""
    newest = Approval.objects.filter(proposal__in=proposals).order_by("proposal", "-pk")
    approved = dict(newest.distinct("proposal").values_list("proposal", "content__rows"))
    return [
        rows.proposal
        for rows in load_rows_of(proposals)
        if stored_differences(approved.get(rows.proposal.pk, {}), stored_rows(rows))
    ]


def _approved_papers(rows: DraftRows) -> dict[LanguageCode, ReleasePaper]:
    return {
        language: drafted_paper(draft(rows.proposal, language, rows=rows), is_draft=False)
        for language in rows.proposal.company.languages
    }


def _applied(rows: DraftRows, language: LanguageCode) -> Content:
    versions = apply_changes(rows, language)
    return {
        "present": to_data(versions.present),
        "operations": [
            _operation_data(operation)
            for change in versions.placed
            for operation in operations_of(change, language)
        ],
        "decisions": _decisions_data(versions.amended.decisions),
        "underlines": [
            to_data(one.override)
            for one in draft(rows.proposal, language, rows=rows).underlined.by_hand
        ],
    }


def _decisions_data(decisions: Iterable[Decision]) -> list[Any]:
    return [to_data(each) for each in decisions]


def _operation_data(operation: Operation) -> Content:
    named: Content = {"operation": type(operation).__name__.lower()}
    for field in operation.__dataclass_fields__:
        value = getattr(operation, field)
        named[field] = anchor_text(value) if field == "after" else to_data(value)
    return named


def _operation(data: Mapping[str, Any]) -> Operation:
    given = dict(data)
    kind = _OPERATIONS[given.pop("operation")]
    if "after" in given:
        after: Anchor = anchor_named(given["after"])
        given["after"] = after
    return kind(**given)
