"""What is said of a draft stands in the chain of the company, each with its line in the audit."""

from django.db import connection

from governance.models import Article, Company, User
from proposals.commenting import (
    NewComment,
    acknowledge_warning,
    add_comment,
    answer_comment,
    take_suggestion,
    warning_digest,
)
from proposals.draft.derive import draft
from proposals.models import Proposal
from proposals.models.change_review import Verdict
from proposals.releases.verification import verify_company
from proposals.workflow import moves
from proposals.workflow.change_reviews import (
    GivenVerdict,
    mark_changes_seen,
    review_change,
    reviewed_changes,
)
from tests.proposals.views.drafting import CHAIR, NOW, amend, complete
from tests.triggers import without_triggers

TABLES = ("proposals_comment", "proposals_acknowledgement", "proposals_changereview")


def problems(company: Company) -> list[str]:
    return [one for one in verify_company(company).problems if any(each in one for each in TABLES)]


def test_all_of_it_is_in_the_chain(
    transactional_db: None,
    company: Company,
    proposal: Proposal,
    articles: dict[int, Article],
    legal: User,
    secretary: User,
) -> None:
    amend(proposal, legal, articles[5], f"{CHAIR}\n3 The Chair (or a deputy presides.")
    new = NewComment(about=f"a{articles[5].pk}", words="(or a deputy", suggestion="or a deputy")
    made = add_comment(proposal, by=secretary, new=new)
    answer_comment(made, by=legal, text="Yes.")
    (warning,) = (one for one in draft(proposal, "en").findings if one.severity == "warning")
    digest = warning_digest(warning, "en")
    acknowledge_warning(proposal, by=legal, language="en", finding=digest, word="For now.")
    take_suggestion(made, by=legal)
    complete(proposal, legal)
    moves.submit(proposal, by=legal, at=NOW)
    mark_changes_seen(proposal, by=secretary)
    (one,) = reviewed_changes(proposal, {"en": draft(proposal, "en")})
    given = GivenVerdict(one.printed.key, Verdict.APPROVED, one.printed.digest)
    review_change(proposal, by=secretary, given=given)
    assert problems(company) == []
    with without_triggers(), connection.cursor() as cursor:
        for table, column in zip(TABLES, ("text", "word", "comment"), strict=True):
            cursor.execute(f"UPDATE {table} SET {column} = 'Never said.'")  # noqa: S608
    assert {each for each in TABLES for told in problems(company) if each in told} == set(TABLES)
