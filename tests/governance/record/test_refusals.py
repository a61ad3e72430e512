"""What must always hold of the record, the database itself refuses to break."""

from datetime import date

import pytest
from django.apps import apps
from django.db import DataError, connection, transaction

from governance.models import AmendmentReason, Company, Intake, User
from tests import rows
from tests.constraints import assert_refused, constraints_of
from tests.triggers import without_triggers

WORDING = "UPDATE governance_wording SET {} WHERE id = {{wording}}"
CHAPTER = "UPDATE governance_wording SET {} WHERE id = {{chapter_wording}}"
AMENDMENT = "UPDATE governance_amendment SET {} WHERE id = {{unused_amendment}}"
COMPANY = "UPDATE governance_company SET {} WHERE id = {{company}}"
MEETING = "UPDATE governance_meeting SET {} WHERE id = {{unused_meeting}}"
PART = "UPDATE governance_part SET {} WHERE id = {{supplementary}}"
INTAKE = "UPDATE governance_intake SET {} WHERE id = {{intake}}"
REASON = (
    "INSERT INTO governance_amendmentreason"
    " (company_id, amendment_id, article_id, position, body_en, body_ja)"
    " VALUES ({{company}}, {{imported}}, {{{article}}}, 1, '{words}', '')"
)
FREE = (
    "INSERT INTO governance_wording (article_id, company_id, part_id, kind, number, branch,"
    " position, caption_en, caption_ja, body_en, body_ja, amendment_id, adopted_on, in_force,"
    " superseded_why)"
    " SELECT {article}, company_id, part_id, kind, {number}, 0,"
    " {position}, '', '', 'Words.', '', amendment_id, adopted_on, {in_force},"
    " '' FROM governance_wording WHERE id = {{wording}}"
)

REFUSALS = {
    "company_code": COMPANY.format("code = '37-74'"),
    "company_named_in_its_languages": COMPANY.format("name_ja = ''"),
    "company_authoritative_language": COMPANY.format("authoritative_language = 'fr'"),
    "company_numerals": COMPANY.format("numerals_ja = 'roman'"),
    "membership_once": (
        "INSERT INTO governance_membership (user_id, company_id, role)"
        " VALUES ({legal}, {company}, 'legal_staff')"
    ),
    "membership_role": "UPDATE governance_membership SET role = 'king' WHERE user_id = {legal}",
    "invitation_role": (
        "INSERT INTO governance_invitation"
        " (company_id, email, role, token_digest, invited_by_id, ends_at)"
        " VALUES ({company}, 'new@example.com', 'king', 'x', {legal}, now())"
    ),
    "meeting_slug_once": MEETING.format("slug = '21'"),
    "meeting_ordinal_once": MEETING.format("ordinal = 21"),
    "meeting_slug": MEETING.format("slug = '21-1'"),
    "meeting_continued_later": MEETING.format("continued_on = date"),
    "meeting_ordinal": MEETING.format("kind = 'extraordinary'"),
    "amendment_meeting_of_company": AMENDMENT.format("meeting_id = {other_meeting}"),
    "amendment_decided_by": AMENDMENT.format("decided_by = 'board'"),
    "amendment_adopted_then_effective": AMENDMENT.format("effective_on = '2013-06-25'"),
    "amendment_reason_once": REASON.format(article="wording_article", words="Why."),
    "amendment_reason_of_amendment": REASON.format(article="wording_article", words="Why.").replace(
        "{imported}", "{other_amendment}"
    ),
    "amendment_reason_of_article": REASON.format(article="other_article", words="Why."),
    "amendment_reason_says_something": REASON.format(article="bare_article", words=""),
    "part_position_once": PART.format("position = 2"),
    "part_main_once": PART.format("kind = 'main', position = 0"),
    "part_main_first": PART.format("position = 0"),
    "article_part_of_company": (
        "INSERT INTO governance_article (company_id, part_id, kind)"
        " VALUES ({company}, {other_part}, 'article')"
    ),
    "article_kind": "UPDATE governance_article SET kind = 'verse' WHERE id = {bare_article}",
    "wording_of_its_article": WORDING.format("part_id = {supplementary}"),
    "wording_made_by_amendment": WORDING.format("adopted_on = '2013-01-01', in_force = NULL"),
    "wording_ended_by_amendment": WORDING.format(
        "ended_by_id = {unused_amendment}, ended_on = '2013-06-27'"
    ),
    "wording_corrects_its_article": WORDING.format("corrects_id = {chapter_wording}"),
    "wording_one_in_force": FREE.format(
        article="article_id", number=3, position=99, in_force="in_force"
    ),
    "wording_one_as_adopted": FREE.format(
        article="article_id", number=3, position=99, in_force="NULL"
    ),
    "wording_number_once_in_force": FREE.format(
        article="{bare_article}", number="number", position=99, in_force="in_force"
    ),
    "wording_number_once_as_adopted": FREE.format(
        article="{bare_article}", number="number", position=99, in_force="NULL"
    ),
    "wording_position_once_as_adopted": FREE.format(
        article="{bare_article}", number=3, position="position", in_force="NULL"
    ),
    "wording_number": WORDING.format("number = NULL, branch = 2"),
    "wording_branch": WORDING.format("branch = 1"),
    "wording_says_something": CHAPTER.format("body_en = 'A heading says no more than its title.'"),
    "wording_ended_wholly": WORDING.format("ended_on = '2013-06-26'"),
    "wording_in_force_from_adoption": WORDING.format("in_force = '[2012-06-26,)'"),
    "wording_adopted_then_expires": WORDING.format("in_force = NULL, expires_on = adopted_on"),
    "wording_in_force_until_expiry": WORDING.format("expires_on = '2013-07-01'"),
    "wording_superseded_wholly": WORDING.format("superseded_at = now()"),
    "intake_day_once": INTAKE.format("adopted_on = '2013-06-26'"),
    "intake_recorded_as_amendment": INTAKE.format("amendment_id = {earlier_amendment}"),
    "intake_says_something": INTAKE.format("text_en = ''"),
    "intake_effect_known_or_not": INTAKE.format(
        "effective_unknown = true, effective_on = '2013-07-01'"
    ),
    "intake_adopted_then_effective": INTAKE.format("effective_on = '2008-06-26'"),
    "chain_position_once": (
        'INSERT INTO governance_chainentry (chain, position, at, transaction, "table", "row",'
        " operation, columns, content_sha256, sha256)"
        " SELECT chain, position, at, transaction, '', 0, '', '', '', ''"
        " FROM governance_chainentry WHERE chain = {company} AND position = 1"
    ),
    "audit_what": (
        "INSERT INTO governance_auditentry (company_id, actor_id, what, about, at)"
        " VALUES ({company}, {legal}, '', '', now())"
    ),
}

# Where the database computes the range `as_adopted`, it refuses days out of order before it comes
# to the constraint, which is there for the sentence that a form shows.
REFUSED_AS_A_RANGE = {
    "wording_adopted_then_ended": "ended_by_id = {earlier_amendment}, ended_on = '2012-06-26'",
}


@pytest.fixture
def record(company: Company, other_company: Company, legal: User) -> dict[str, int]:
    earlier = rows.imported(company, date(2012, 6, 26))
    imported = rows.imported(company)
    part, other_part = rows.main_part(company), rows.main_part(other_company)
    supplementary = rows.supplementary_part(company)
    rows.supplementary_part(company, position=2)
    heading = rows.article(part, "chapter")
    rows.meeting(company)
    unused = rows.meeting(company, 22, date(2014, 6, 25))
    intakes = [
        Intake.objects.create(company=company, created_by=legal, adopted_on=day, text_en="Words.")
        for day in (date(2008, 6, 27), rows.MEETING_DAY)
    ]
    first = rows.wording(rows.article(part), 1, imported)
    AmendmentReason.objects.create(
        company=company, amendment=imported, article=first.article, position=1, body_en="Why."
    )
    return {
        "company": company.pk,
        "imported": imported.pk,
        "other_amendment": rows.imported(other_company).pk,
        "other_article": rows.article(other_part).pk,
        "wording_article": first.article_id,
        "intake": intakes[0].pk,
        "legal": legal.pk,
        "unused_meeting": unused.pk,
        "other_meeting": rows.meeting(other_company).pk,
        "unused_amendment": rows.decided(company.meetings.get(ordinal=21)).pk,
        "earlier_amendment": earlier.pk,
        "supplementary": supplementary.pk,
        "other_part": other_part.pk,
        "bare_article": rows.article(part).pk,
        "wording": first.pk,
        "chapter_wording": rows.wording(heading, 1, imported, position=512).pk,
    }


@pytest.mark.parametrize("name", REFUSALS)
def test_plain_sql_is_refused(record: dict[str, int], name: str) -> None:
    # What is refused to any UPDATE of the record is in test_kept.py.
    with without_triggers():
        assert_refused(name, REFUSALS[name], record)


@pytest.mark.parametrize("assignment", REFUSED_AS_A_RANGE.values(), ids=REFUSED_AS_A_RANGE)
def test_plain_sql_with_days_out_of_order_is_refused(
    record: dict[str, int], assignment: str
) -> None:
    statement = WORDING.format(assignment).format_map(record)
    with (
        without_triggers(),
        pytest.raises(DataError, match="range lower bound"),
        transaction.atomic(),
    ):
        connection.cursor().execute(statement)


def test_every_constraint_is_tried() -> None:
    tracked = [
        model
        for model in apps.get_app_config("governance").get_models()
        if not model.__name__.startswith("Historical")
    ]
    assert REFUSALS.keys() | REFUSED_AS_A_RANGE.keys() == constraints_of(tracked)
