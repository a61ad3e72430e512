"""The demonstration's proposals, approved and adopted through real rows."""

from datetime import UTC, date, datetime

import pytest

from governance import record
from governance.models import Amendment, Article, AuditEntry, Company, User
from governance.people.refused import Refused
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals import editing
from proposals.demo.loading import load
from proposals.draft.derive import draft
from proposals.models import Proposal
from proposals.workflow import moves
from proposals.workflow.adopting import adoption_of
from tests.states import put

NOW = datetime(2013, 5, 24, 9, 0, tzinfo=UTC)
MEETING, JULY = date(2013, 6, 26), date(2013, 7, 1)


@pytest.fixture
def proposal(db: None) -> Proposal:
    """The proposal of the release of 24 May 2013, approved."""
    (found,) = load("3774").proposals
    moves.submit(found, by=User.objects.get(username="legal"), at=NOW)
    moves.approve(found, by=User.objects.get(username="secretary"), at=NOW)
    return found


@pytest.fixture
def adopted(proposal: Proposal) -> Amendment:
    return record.adopt(adoption_of(proposal), by=User.objects.get(username="secretary"))


def numbers(company: Company, day: date, clock: str) -> str:
    """The articles of the day, runs drawn together: "1-7 10-37 S1"."""
    read = record.articles_as_of(company, day, clock=clock)  # type: ignore[arg-type]
    main = [w.number for w in read if w.part.is_main and w.kind == "article"]
    runs = [n for n in main if n - 1 not in main]
    ends = [n for n in main if n + 1 not in main]
    added = [f"S{w.number}" for w in read if not w.part.is_main]
    return " ".join([f"{a}-{b}" for a, b in zip(runs, ends, strict=True)] + added)


@pytest.mark.parametrize(
    ("day", "in_force", "as_adopted"),
    [
        (date(2013, 6, 25), "1-35", "1-35"),
        (date(2013, 6, 26), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 27), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 28), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 29), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 6, 30), "1-7 10-37 S1", "1-37 S1"),
        (date(2013, 7, 1), "1-37", "1-37"),
        (date(2013, 7, 2), "1-37", "1-37"),
    ],
)
def test_the_amendment_of_2013_on_every_day(
    adopted: Amendment, day: date, in_force: str, as_adopted: str
) -> None:
    assert numbers(adopted.company, day, "in_force") == in_force
    assert numbers(adopted.company, day, "adopted") == as_adopted


def test_the_amendment_says_who_decided_what_and_when(adopted: Amendment) -> None:
    assert (adopted.decided_by, adopted.meeting.slug if adopted.meeting else "") == (
        "meeting",
        "21",
    )
    assert (adopted.adopted_on, adopted.effective_on) == (MEETING, MEETING)
    assert adopted.title_en == "Partial Amendment of the Articles of Incorporation"
    line = AuditEntry.objects.latest("pk")
    assert (line.what, line.about, line.actor.username) == (
        "amendment.adopted",
        "3774 2013-06-26",
        "secretary",
    )


def test_the_record_keeps_why_with_the_numbers_written_out(adopted: Amendment) -> None:
    reasons = list(adopted.reasons.select_related("article"))
    covered = {
        wording.article_id: wording.label if wording.part.is_main else f"S{wording.label}"
        for wording in record.articles_as_of(adopted.company, MEETING)
    }
    assert [(one.position, covered.get(one.article_id)) for one in reasons] == [
        (1, "8"), (1, "9"), (2, "16"), (2, "22"), (3, "S1"), (4, None),
    ]  # fmt: skip
    assert "{" not in "".join(one.body_en for one in reasons)
    assert "Article 14 (Chairman)" in reasons[2].body_en


def test_what_was_proposed_is_what_is_as_adopted(proposal: Proposal) -> None:
    proposed = draft(proposal, "en").proposed
    record.adopt(adoption_of(proposal), by=User.objects.get(username="secretary"))
    written = record.articles_tree(record.articles_as_of(proposal.company, MEETING), "en")
    assert outline(written) == outline(proposed)


def test_an_article_that_only_changed_its_number_reads_so(adopted: Amendment) -> None:
    rows = record.articles_as_of(adopted.company, MEETING)
    steps = {
        row.number: [step.kind for step in record.history_of(row.article)]
        for row in rows
        if row.part.is_main and row.kind == "article"
    }
    assert [number for number, kinds in steps.items() if kinds == ["made", "renumbered"]] == [
        number for number in range(10, 38) if number not in (16, 22)
    ]
    assert steps[7] == ["made", "amended"]
    assert steps[8] == steps[9] == ["made"]
    assert steps[16] == steps[22] == ["made", "amended"]


def test_a_proposal_is_adopted_once_and_when_approved(proposal: Proposal) -> None:
    legal = User.objects.get(username="legal")
    adoption = adoption_of(proposal)
    record.adopt(adoption, by=legal)
    with pytest.raises(record.Refused, match="they have been amended or corrected since"):
        record.adopt(adoption_of(proposal), by=legal)
    moves.reopen(proposal, by=legal, at=NOW)
    with pytest.raises(Refused, match="Only an approved or a released proposal can be adopted"):
        adoption_of(proposal)


def test_a_proposal_drafted_on_older_articles_is_refused(proposal: Proposal) -> None:
    """Its comparison table would say of the present articles what they no longer say."""
    legal = User.objects.get(username="legal")
    wording = record.articles_as_of(proposal.company, MEETING)[3]
    adoption = adoption_of(proposal)
    record.correct(wording, caption_en="Other", reason="Typed wrongly.", by=legal)
    with pytest.raises(record.Refused, match="they have been amended or corrected since"):
        record.adopt(adoption, by=legal)
    record.adopt(adoption_of(proposal), by=legal)


def test_both_languages_are_adopted(db: None) -> None:
    """The second company's proposal: Japanese and English, a deletion, a new dated part."""
    (proposal,) = load("9990").proposals
    stranger = User.objects.get(username="stranger")
    put(proposal, "approved")
    proposal.refresh_from_db()
    proposed = {
        code: outline(draft(proposal, code).proposed) for code in proposal.company.languages
    }
    assert list(proposed) == ["ja", "en"]
    record.adopt(adoption_of(proposal), by=stranger)
    rows = record.articles_as_of(proposal.company, proposal.meeting.date)
    assert {code: outline(record.articles_tree(rows, code)) for code in proposed} == proposed
    assert rows[-1].part.dated == proposal.meeting.date


def test_what_is_deleted_lives_on_in_its_history(proposal: Proposal) -> None:
    legal = User.objects.get(username="legal")
    moves.reopen(proposal, by=legal, at=NOW)
    last = record.articles_as_of(proposal.company, MEETING)[-1]
    reason = editing.add_reason(proposal, by=legal, body_en="It is no longer needed.")
    editing.add_change(proposal, by=legal, operation="delete", at=last.key, reason=reason)
    put(proposal, "approved")
    proposal.refresh_from_db()
    amendment = record.adopt(adoption_of(proposal), by=legal)
    (step,) = record.history_of(Article.objects.get(pk=last.article_id))
    assert (step.wording.ended_by, step.wording.in_force.upper) == (amendment, MEETING)
    assert numbers(proposal.company, JULY, "adopted") == "1-36"


def outline(articles: ArticlesOfIncorporation) -> list[tuple[str, str, str, str]]:
    return [
        (str(unit.kind), str(unit.number), unit.caption, unit.body)
        for _part, unit in articles.units()
    ]
