"""Who recorded or changed what, and when: kept beside the rows by django-simple-history."""

from django.apps import apps
from django.test import Client
from django.urls import reverse

from governance.models import (
    AmendmentReason,
    AuditEntry,
    ChainEntry,
    Company,
    Invitation,
    OutgoingMail,
    SignInFailure,
    User,
)
from proposals.models import (
    Acknowledgement,
    Approval,
    CalendarFeed,
    CellPresence,
    ChangeReview,
    Comment,
    DraftStep,
    Release,
    ReleasedFile,
    ReleaseTimestamp,
    Review,
)
from tests import rows

# Rows that are only added to tell themselves who wrote them; a person's row holds a password.
# A step of a draft is history itself; the others are written once, or forgotten.
WITHOUT_HISTORY = {
    Acknowledgement,
    AmendmentReason,
    Approval,
    AuditEntry,
    CalendarFeed,
    CellPresence,
    ChainEntry,
    ChangeReview,
    Comment,
    DraftStep,
    Invitation,
    OutgoingMail,
    Release,
    ReleasedFile,
    ReleaseTimestamp,
    Review,
    SignInFailure,
    User,
}


def test_all_that_people_edit_is_tracked() -> None:
    ours = {
        model
        for app in ("governance", "proposals")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical")
    }
    assert {model for model in ours if not hasattr(model, "history")} == WITHOUT_HISTORY


def test_the_history_of_one_row_has_its_index() -> None:
    for model in apps.get_models():
        if model.__name__.startswith("Historical"):
            fields = [index.fields for index in model._meta.indexes]
            assert fields == [["id", "-history_date", "-history_id"]], model


def test_it_says_who_in_a_request(client: Client, company: Company) -> None:
    administrator = User.objects.create_superuser("administrator")
    client.force_login(administrator)
    form = {"company": company.pk, "kind": "ordinary", "ordinal": 21, "date": "2013-06-26"}
    client.post(reverse("admin:governance_meeting_add"), form)
    assert [line.history_user for line in company.meetings.get().history.all()] == [administrator]


def test_a_wording_and_its_history_agree(company: Company) -> None:
    wording = rows.wording(rows.article(rows.main_part(company)), 1, rows.imported(company))
    line = wording.history.get()
    assert (line.history_type, line.body_en, line.in_force) == (
        "+",
        wording.body_en,
        wording.in_force,
    )
    assert line.instance.pk == wording.pk
