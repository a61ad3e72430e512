"""What was adopted is kept: by the ORM, in the back office and in plain SQL."""

from datetime import date

import pytest
from django.contrib.admin import site
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from governance.models import Amendment, AmendmentReason, Company, User, Wording
from governance.people import audit
from tests import rows
from tests.triggers import without_triggers

MEETING, JULY = date(2013, 6, 26), date(2013, 7, 1)
WORDING = "UPDATE governance_wording SET {} WHERE id = %s"
AMENDMENT = "UPDATE governance_amendment SET {} WHERE id = %s"


@pytest.fixture
def wording(company: Company) -> Wording:
    """In force from its adoption on, its end open."""
    return rows.wording(rows.article(rows.main_part(company)), 1, rows.imported(company))


@pytest.fixture
def waiting(wording: Wording) -> Wording:
    """Of an amendment whose day of effect is not known."""
    amendment = rows.decided(rows.meeting(wording.company))
    return rows.wording(rows.article(wording.part), 2, amendment, in_force=None)


@pytest.fixture
def expiring(wording: Wording) -> Wording:
    return rows.wording(
        rows.article(wording.part),
        3,
        wording.amendment,
        in_force=rows.days(wording.adopted_on, JULY),
        expires_on=JULY,
    )


def run(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def stored(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608
        return cursor.fetchall()


@pytest.mark.parametrize(
    "assignment",
    [
        "body_en = 'Other.'",
        "body_ja = '他。'",
        "caption_en = ''",
        "number = 2",
        "branch = 2",
        "position = 1",
        "adopted_on = '2012-06-28'",
        "amendment_id = amendment_id + 1",
        "expires_on = '2014-01-01'",
        "corrects_id = id",
        "id = 0",
        "in_force = NULL",
        "in_force = daterange('2012-07-01', NULL)",
        # An end is set by what ends it.
        "in_force = daterange('2012-06-27', '2013-06-26')",
    ],
)
def test_update_of_a_wording_is_refused(wording: Wording, assignment: str) -> None:
    before = stored("governance_wording")
    with pytest.raises(IntegrityError, match="UPDATE is refused"):
        run(WORDING.format(assignment), wording.pk)
    assert stored("governance_wording") == before


@pytest.mark.parametrize(
    "assignment",
    [
        "title_en = 'Other'",
        "decided_by = 'incorporation'",
        "meeting_id = NULL",
        "section = 'Article 191'",
        "adopted_on = '2012-06-28'",
        "effective_on = '2012-06-28'",
        "effective_on = NULL",
        "company_id = company_id + 1",
    ],
)
def test_update_of_an_amendment_is_refused(wording: Wording, assignment: str) -> None:
    if assignment.startswith("meeting_id"):
        wording.amendment = rows.decided(rows.meeting(wording.company), MEETING)
    with pytest.raises(IntegrityError, match="UPDATE is refused"):
        run(AMENDMENT.format(assignment), wording.amendment.pk)


@pytest.fixture
def reason(wording: Wording) -> AmendmentReason:
    return AmendmentReason.objects.create(
        company=wording.company,
        amendment=wording.amendment,
        article=wording.article,
        position=1,
        body_en="Why.",
    )


def test_update_of_a_reason_is_refused(reason: AmendmentReason) -> None:
    with pytest.raises(IntegrityError, match="UPDATE is refused"):
        run("UPDATE governance_amendmentreason SET body_en = 'Why not.' WHERE id = %s", reason.pk)


@pytest.mark.parametrize("table", ["wording", "amendment", "amendmentreason"])
def test_delete_is_refused(wording: Wording, reason: AmendmentReason, table: str) -> None:
    before = stored(f"governance_{table}")
    with pytest.raises(IntegrityError, match=f"governance_{table} .*DELETE is refused"):
        run(f"DELETE FROM governance_{table}")  # noqa: S608
    assert stored(f"governance_{table}") == before


@pytest.mark.parametrize(
    "tables",
    [
        "governance_wording CASCADE",
        "governance_amendment CASCADE",
        "governance_amendmentreason",
        # What they refer to does not take them along.
        "governance_article CASCADE",
        "governance_company CASCADE",
        "governance_auditentry",
        "proposals_review CASCADE",
    ],
)
def test_truncate_is_refused(wording: Wording, legal: User, tables: str) -> None:
    audit.record("proposal.opened", by=legal, company=wording.company)
    # Rows whose constraints still wait would be the reason otherwise.
    run("SET CONSTRAINTS ALL IMMEDIATE")
    before = stored("governance_wording"), stored("governance_auditentry")
    with pytest.raises(IntegrityError, match="TRUNCATE is refused"):
        run(f"TRUNCATE {tables}")
    assert (stored("governance_wording"), stored("governance_auditentry")) == before


def test_the_orm_is_refused(wording: Wording) -> None:
    for act in (
        lambda: Wording.objects.update(body_en="Other."),
        lambda: Wording.objects.all().delete(),
        wording.delete,
        lambda: Amendment.objects.update(title_en="Other"),
        lambda: Wording.objects.bulk_update([Wording(pk=wording.pk, number=7)], ["number"]),
    ):
        with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
            act()
    wording.body_en = "Other."
    with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
        wording.save()
    wording.refresh_from_db()
    assert wording.body_en == "The wording."


@pytest.mark.parametrize("model", [Wording, Amendment])
def test_the_back_office_neither_adds_nor_changes_nor_deletes(
    client: Client, wording: Wording, model: type[Wording | Amendment], rf
) -> None:
    administrator = User.objects.create_superuser("administrator")
    administrator.memberships.create(company=wording.company, role="reader")
    client.force_login(administrator)
    name = f"admin:governance_{model._meta.model_name}"
    row = model.objects.get()
    assert client.get(reverse(f"{name}_add")).status_code == 403
    for act in ("change", "delete"):
        page = reverse(f"{name}_{act}", args=[row.pk])
        assert client.post(page, {"post": "yes", "body_en": "Other."}).status_code == 403
    several = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
    client.post(reverse(f"{name}_changelist"), several)
    assert model.objects.get() == row
    request = rf.get("/")
    request.user = administrator
    assert site.get_model_admin(model).get_actions(request) == {}


def test_an_open_end_is_set_once(wording: Wording) -> None:
    first = rows.decided(rows.meeting(wording.company), MEETING)
    wording.ended_by, wording.ended_on = first, first.adopted_on
    wording.in_force = rows.days(wording.adopted_on, MEETING)
    wording.save()
    second = rows.decided(rows.meeting(wording.company, 22, date(2014, 6, 25)))
    for assignment in (
        f"ended_by_id = {second.pk}, ended_on = '2014-06-25'",
        "ended_by_id = NULL, ended_on = NULL",
        "in_force = daterange('2012-06-27', NULL)",
        "in_force = daterange('2012-06-27', '2013-06-25')",
        "in_force = 'empty'",
    ):
        with pytest.raises(IntegrityError, match="UPDATE is refused"):
            run(WORDING.format(assignment), wording.pk)


def test_an_end_is_adopted_before_its_day_is_known(wording: Wording) -> None:
    amendment = rows.decided(rows.meeting(wording.company))
    wording.ended_by, wording.ended_on = amendment, amendment.adopted_on
    wording.save()
    wording.in_force = rows.days(wording.adopted_on, JULY)
    wording.save()
    wording.refresh_from_db()
    assert wording.in_force == DateRange(wording.adopted_on, JULY)


def test_an_end_that_an_expiry_sets_is_open_until_an_amendment_sets_it(expiring: Wording) -> None:
    amendment = rows.decided(rows.meeting(expiring.company), MEETING)
    expiring.ended_by, expiring.ended_on = amendment, amendment.adopted_on
    expiring.in_force = rows.days(expiring.adopted_on, MEETING)
    expiring.save()
    with pytest.raises(IntegrityError, match="UPDATE is refused"):
        run(WORDING.format("in_force = daterange('2012-06-27', '2013-07-01')"), expiring.pk)


def test_an_end_is_not_put_off(expiring: Wording) -> None:
    with pytest.raises(IntegrityError, match="UPDATE is refused"):
        run(WORDING.format("in_force = daterange('2012-06-27', '2013-07-02')"), expiring.pk)


def test_an_unknown_start_is_set_once(waiting: Wording) -> None:
    waiting.in_force = rows.days(JULY)
    waiting.save()
    amendment = waiting.amendment
    amendment.effective_on = JULY
    amendment.save()
    for assignment in ("in_force = daterange('2013-07-02', NULL)", "in_force = NULL"):
        with pytest.raises(IntegrityError, match="UPDATE is refused"):
            run(WORDING.format(assignment), waiting.pk)
    for assignment in ("effective_on = '2013-07-02'", "effective_on = NULL"):
        with pytest.raises(IntegrityError, match="UPDATE is refused"):
            run(AMENDMENT.format(assignment), amendment.pk)


def test_a_row_is_superseded_once_and_then_stays(wording: Wording, legal: User) -> None:
    wording.superseded_at, wording.superseded_by = timezone.now(), legal
    wording.superseded_why = "A slip."
    with without_triggers():
        wording.save()
    for assignment in (
        "superseded_at = NULL, superseded_by_id = NULL, superseded_why = ''",
        "superseded_why = 'Another.'",
        "in_force = 'empty'",
    ):
        with pytest.raises(IntegrityError, match="UPDATE is refused"):
            run(WORDING.format(assignment), wording.pk)


def test_saving_what_is_the_same_changes_nothing(wording: Wording) -> None:
    before = stored("governance_wording")
    wording.save()
    assert stored("governance_wording") == before
