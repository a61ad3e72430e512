"""What must always hold of a proposal, the database itself refuses to break."""

from datetime import date

import pytest
from django.apps import apps

from governance.models import Company, User
from proposals.models import (
    Approval,
    Change,
    Comment,
    Proposal,
    Reason,
    Release,
    ReleasedFile,
    Review,
)
from tests import rows
from tests.constraints import assert_refused, constraints_of
from tests.releases import PUBLISHED
from tests.triggers import without_triggers

PROPOSAL = "UPDATE proposals_proposal SET {} WHERE id = {{proposal}}"
REASON = "UPDATE proposals_reason SET {} WHERE id = {{reason}}"
INSERT = "UPDATE proposals_change SET {} WHERE id = {{insert}}"
REPLACE = "UPDATE proposals_change SET {} WHERE id = {{replace}}"
HEADING = "UPDATE proposals_change SET {} WHERE id = {{heading}}"
DELETE = "UPDATE proposals_change SET {} WHERE id = {{delete}}"
MOVE = "UPDATE proposals_change SET {} WHERE id = {{move}}"

DECIDED = (
    "INSERT INTO proposals_decidedcitation"
    " (proposal_id, language, at, line, citation, whose, by_id, decided_at)"
    " SELECT {{proposal}}, 'en', 'a1', 'Article 2 of it.', 'Article 2', {whose},"
    " {{legal}}, now() FROM generate_series(1, {times})"
)
COMMENT = (
    "INSERT INTO proposals_comment (proposal_id, answer_to_id, act, about, language, side, words,"
    " suggestion, wording, numbers_version, text, by_id, at)"
    " VALUES ({{proposal}}, {answer_to}, '{act}', 'a1', '{language}', '', '',"
    " '{suggestion}', '', '', '{text}', {{legal}}, now())"
)


def comment(**columns: str) -> str:
    usual = {"answer_to": "NULL", "act": "", "language": "en", "suggestion": "", "text": "Why?"}
    return COMMENT.format(**(usual | columns))


CHANGE_REVIEW = (
    "INSERT INTO proposals_changereview (proposal_id, key, verdict, comment, printed, sha256,"
    " by_id, at)"
    " VALUES ({{proposal}}, 'a1', {}, '', '{{{{}}}}', repeat('0', 64), {{legal}}, now())"
)
PRESENCE = (
    "INSERT INTO proposals_cellpresence (proposal_id, user_id, key, language, at)"
    " SELECT {proposal}, {legal}, '', 'en', now() FROM generate_series(1, 2)"
)
RELEASE = "UPDATE proposals_release SET {} WHERE id = {}"

REFUSALS = {
    "proposal_number_once": PROPOSAL.format("number = 2"),
    "proposal_meeting_of_company": PROPOSAL.format("meeting_id = {other_meeting}"),
    "proposal_number": PROPOSAL.format("number = 0"),
    "proposal_state": PROPOSAL.format("state = 'lost'"),
    "proposal_adopted_wholly": PROPOSAL.format("state = 'adopted'"),
    "proposal_adopted_as_amendment": PROPOSAL.format(
        "state = 'adopted', amendment_id = {other_amendment}"
    ),
    "proposal_opinion_on_shareholders": PROPOSAL.format("opinion_en = 'Against.'"),
    "proposal_titled": PROPOSAL.format("title_en = ''"),
    "proposal_condition_kind": PROPOSAL.format("condition_kind = 'luck', effective_on = NULL"),
    "proposal_condition_or_day": PROPOSAL.format(
        "condition_kind = 'other', effective_on = '2013-06-26'"
    ),
    "proposal_condition_names_proposal": PROPOSAL.format(
        "condition_kind = 'proposal', effective_on = NULL"
    ),
    "proposal_resolved_then_announced": PROPOSAL.format("announced_on = '2013-05-23'"),
    "proposal_resolved_then_notice": PROPOSAL.format("notice_on = '2013-05-23'"),
    "proposal_announced_then_notice": PROPOSAL.format(
        "announced_on = '2013-06-11', notice_on = '2013-06-10'"
    ),
    "proposal_resolved_then_electronic": PROPOSAL.format("electronic_on = '2013-05-23'"),
    "proposal_electronic_then_notice": PROPOSAL.format(
        "electronic_on = '2013-06-11', notice_on = '2013-06-10'"
    ),
    "proposal_resolved_then_effective": PROPOSAL.format("effective_on = '2013-05-23'"),
    "comment_answers_of_proposal": comment(answer_to="{comment_elsewhere}", language="").replace(
        "'a1'", "''"
    ),
    "comment_answer_quotes_nothing": comment(answer_to="{comment}"),
    "comment_act_of_answer": comment(act="resolved"),
    "comment_says_something": comment(text=""),
    "comment_suggestion_for_words": comment(suggestion="Otherwise."),
    "comment_language": comment(language="fr"),
    "acknowledgement_word": (
        "INSERT INTO proposals_acknowledgement"
        " (proposal_id, finding, code, key, statement, word, is_taken_back, by_id, at)"
        " VALUES ({proposal}, repeat('0', 64), 'x', '', '', '', false, {legal}, now())"
    ),
    "change_review_verdict": CHANGE_REVIEW.format("'liked'"),
    "change_review_says_why": CHANGE_REVIEW.format("'returned'"),
    "presence_once": PRESENCE,
    "reason_position_once": REASON.format("position = 2"),
    "reason_says_something": REASON.format("body_en = ''"),
    "decided_citation_once": DECIDED.format(whose="'ours'", times=2),
    "decided_citation_whose": DECIDED.format(whose="'past'", times=1),
    "approval_review_of_proposal": (
        "INSERT INTO proposals_approval (proposal_id, review_id, content, sha256)"
        " VALUES ({proposal}, {review_elsewhere}, '{{}}', '')"
    ),
    "release_number_once": RELEASE.format("number = 1, corrects_id = NULL", "{corrected}"),
    "release_approval_of_proposal": RELEASE.format(
        "approval_id = {free_approval}", "{released_elsewhere}"
    ),
    "release_corrects_of_proposal": RELEASE.format(
        "corrects_id = {released_elsewhere}", "{corrected}"
    ),
    "release_corrects_the_one_before": RELEASE.format("corrects_id = NULL", "{corrected}"),
    "released_file_language_once": (
        "INSERT INTO proposals_releasedfile (release_id, language, name, content, sha256)"
        " VALUES ({released}, 'en', '', '', '')"
    ),
    "review_states": (
        "INSERT INTO proposals_review (proposal_id, move, from_state, to_state, by_id, comment, at)"
        " VALUES ({proposal}, 'submit', 'drafting', 'lost', {legal}, '', now())"
    ),
    "review_move": (
        "INSERT INTO proposals_review (proposal_id, move, from_state, to_state, by_id, comment, at)"
        " VALUES ({proposal}, '', 'drafting', 'in_review', {legal}, '', now())"
    ),
    "change_company_of_proposal": (
        "INSERT INTO proposals_change (proposal_id, company_id, operation, kind, new_part,"
        " new_part_title_en, new_part_title_ja, position, body_en, numbering, citation_targets,"
        " version)"
        " VALUES ({proposal}, {other_company}, 'insert', 'article', true, '', '', 0, 'Words.',"
        " 'renumber', '{{}}', 1)"
    ),
    "change_target_of_company": REPLACE.format("target_id = {other_article}"),
    "change_anchor_article_of_company": INSERT.format("anchor_article_id = {other_article}"),
    "change_anchor_part_of_company": INSERT.format(
        "anchor_article_id = NULL, anchor_part_id = {other_part}"
    ),
    "change_anchor_change_of_proposal": INSERT.format(
        "anchor_article_id = NULL, anchor_change_id = {change_elsewhere}"
    ),
    "change_reason_of_proposal": INSERT.format("reason_id = {reason_elsewhere}"),
    "change_target_once": DELETE.format("target_id = {first_article}"),
    "change_kind": INSERT.format("kind = 'verse'"),
    "change_target": INSERT.format("target_id = {free_article}"),
    "change_anchor": INSERT.format("anchor_part_id = {part}"),
    "change_not_after_itself": MOVE.format("anchor_article_id = target_id"),
    "change_new_part": INSERT.format("new_part_title_en = 'Supplementary Provisions'"),
    "change_numbering": INSERT.format("numbering = 'keep'"),
    "change_words_of_insert": INSERT.format("body_en = ''"),
    "change_words_of_replace": REPLACE.format("body_en = ''"),
    "change_words_of_chapter": HEADING.format("body_en = 'A heading has none.'"),
    "change_words_of_others": DELETE.format("caption_en = ''"),
    "change_citation_targets": INSERT.format("citation_targets = '[]'"),
    "change_expiry": DELETE.format("expires_on = '2013-07-01'"),
    "change_effective_then_expires": INSERT.format(
        "effective_on = '2013-07-01', expires_on = '2013-07-01'"
    ),
}

# The same constraint, broken in its other ways.
FURTHER = [
    ("change_anchor", INSERT.format("anchor_article_id = NULL")),
    ("change_anchor", INSERT.format("new_part = true")),
    ("change_anchor", REPLACE.format("anchor_part_id = {part}")),
    ("change_anchor", DELETE.format("anchor_article_id = {first_article}")),
    ("change_anchor", MOVE.format("anchor_article_id = NULL")),
    ("change_anchor", MOVE.format("anchor_article_id = NULL, new_part = true")),
    ("change_anchor", INSERT.format("anchor_change_id = {heading}")),
    ("change_target", REPLACE.format("target_id = NULL")),
    ("change_anchor", REPLACE.format("operation = 'annul'")),
    ("change_target_of_company", REPLACE.format("target_id = {chapter}")),
    (
        "change_not_after_itself",
        INSERT.format("anchor_article_id = NULL, anchor_change_id = {insert}"),
    ),
    ("change_numbering", DELETE.format("numbering = 'branch'")),
    ("change_numbering", REPLACE.format("numbering = 'branch'")),
    ("change_words_of_insert", INSERT.format("body_en = NULL")),
    ("change_words_of_insert", HEADING.format("caption_en = NULL")),
    ("change_words_of_insert", HEADING.format("caption_en = ''")),
    ("change_words_of_replace", REPLACE.format("body_en = NULL")),
    ("change_words_of_others", DELETE.format("body_ja = 'Words.'")),
    ("change_words_of_replace", MOVE.format("body_ja = ''")),
    ("change_citation_targets", INSERT.format("citation_targets = 'null'")),
    # These two are triggers, which look when the transaction ends.
    (
        "change_anchor_is_inserted",
        INSERT.format("anchor_article_id = NULL, anchor_change_id = {replace}"),
    ),
    (
        "change_anchors_end",
        HEADING.format("anchor_part_id = NULL, anchor_change_id = {after_heading}"),
    ),
]


@pytest.fixture
def draft(company: Company, other_company: Company, legal: User) -> dict[str, int]:
    part = rows.main_part(company)
    articles = [rows.article(part) for _ in range(4)]
    other_part = rows.main_part(other_company)
    meeting = rows.meeting(company)
    proposal, second = (
        Proposal.objects.create(
            company=company,
            meeting=meeting,
            number=number,
            title_en="Partial Amendment",
            base_day=date(2013, 5, 24),
            resolved_on=date(2013, 5, 24),
            created_by=legal,
        )
        for number in (1, 2)
    )
    reasons = [
        Reason.objects.create(proposal=of, position=position, body_en="So that it is so.")
        for of, position in ((proposal, 1), (proposal, 2), (second, 1))
    ]

    def change(of: Proposal = proposal, **columns: object) -> int:
        return Change.objects.create(proposal=of, **columns).pk  # type: ignore[misc]

    heading = change(operation="insert", kind="chapter", anchor_part=part, caption_en="New")
    reviewer = User.objects.create(username="reviewer")

    def review(of: Proposal) -> Review:
        move = {"move": "approve", "from_state": "in_review", "to_state": "approved"}
        return Review.objects.create(proposal=of, by=reviewer, **move)

    def approval(of: Proposal) -> Approval:
        return Approval.objects.create(proposal=of, review=review(of), content={}, sha256="0" * 64)

    def release(of: Proposal = proposal, **columns: object) -> Release:
        return Release.objects.create(  # type: ignore[misc]
            proposal=of,
            approval=approval(of),
            resolved_on=date(2013, 5, 24),
            published_at=PUBLISHED,
            versions={},
            certificate={},
            by=reviewer,
            **columns,
        )

    released = release()
    ReleasedFile.objects.create(
        release=released, language="en", name="", content=b"", sha256="0" * 64
    )

    def comment_on(of: Proposal) -> int:
        return Comment.objects.create(proposal=of, text="Why?", by=legal).pk

    return {
        "comment": comment_on(proposal),
        "comment_elsewhere": comment_on(second),
        "free_approval": approval(proposal).pk,
        "released_elsewhere": release(second).pk,
        "review_elsewhere": review(second).pk,
        "released": released.pk,
        "corrected": release(number=2, corrects=released).pk,
        "legal": legal.pk,
        "proposal": proposal.pk,
        "other_meeting": rows.meeting(other_company).pk,
        "other_amendment": rows.imported(other_company).pk,
        "other_company": other_company.pk,
        "other_part": other_part.pk,
        "other_article": rows.article(other_part).pk,
        "part": part.pk,
        "chapter": rows.article(part, "chapter").pk,
        "first_article": articles[0].pk,
        "free_article": articles[3].pk,
        "reason": reasons[0].pk,
        "reason_elsewhere": reasons[2].pk,
        "insert": change(operation="insert", anchor_article=articles[0], body_en="New."),
        "heading": heading,
        "after_heading": change(operation="insert", anchor_change_id=heading, body_en="New."),
        "replace": change(operation="replace", target=articles[0], body_en="Other."),
        "delete": change(operation="delete", target=articles[1]),
        "move": change(operation="move", target=articles[2], anchor_article=articles[0]),
        "change_elsewhere": change(second, operation="insert", anchor_part=part, body_en="New."),
    }


@pytest.mark.parametrize("name", REFUSALS)
def test_plain_sql_is_refused(draft: dict[str, int], name: str) -> None:
    # What is refused to any change of the rows that are kept is in test_kept.py.
    with without_triggers():
        assert_refused(name, REFUSALS[name], draft)


@pytest.mark.parametrize(("name", "statement"), FURTHER)
def test_plain_sql_is_refused_in_other_ways(
    draft: dict[str, int], name: str, statement: str
) -> None:
    assert_refused(name, statement, draft)


def test_every_constraint_is_tried() -> None:
    tracked = [
        model
        for model in apps.get_app_config("proposals").get_models()
        if not model.__name__.startswith("Historical")
    ]
    assert REFUSALS.keys() == constraints_of(tracked)
