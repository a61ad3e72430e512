from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import AuditEntry, Company, Intake, Membership, User
from tests import rows
from tests.people import person


@pytest.fixture
def administrator(db: None) -> User:
    """Who keeps the installation: may do everything the back office offers."""
    return User.objects.create_superuser("administrator")


@pytest.fixture
def wording_page(company: Company) -> str:
    article = rows.article(rows.main_part(company))
    wording = rows.wording(article, 1, rows.imported(company), caption_en="Trade Name")
    return reverse("admin:governance_wording_change", args=[wording.pk])


def test_every_list_opens_in_few_queries(
    client: Client,
    administrator: User,
    company: Company,
    wording_page: str,
    django_assert_max_num_queries,
) -> None:
    Membership.objects.create(user=administrator, company=company, role="board_secretary")
    AuditEntry.objects.create(company=company, actor=administrator, what="company.looked_at")
    rows.meeting(company)
    rows.decided(company.meetings.get())
    client.force_login(administrator)
    Intake.objects.create(
        company=company,
        adopted_on=date(2008, 6, 27),
        text_en="Article 1.",
        created_by=administrator,
    )
    for name in (
        "intake",
        "user",
        "company",
        "meeting",
        "amendment",
        "part",
        "article",
        "wording",
        "auditentry",
    ):
        with django_assert_max_num_queries(12):
            page = client.get(reverse(f"admin:governance_{name}_changelist"))
        assert page.status_code == 200
        assert page.context["cl"].result_count >= 1, name


def test_the_record_is_looked_at_by_those_it_belongs_to(
    client: Client, administrator: User, company: Company, wording_page: str
) -> None:
    client.force_login(administrator)
    # The back office leads away from what is not there; its history is not there either.
    assert client.get(wording_page).status_code == 302
    history = wording_page.replace("/change/", "/history/")
    assert client.get(history).status_code == 404
    Membership.objects.create(user=administrator, company=company, role="reader")
    page = client.get(wording_page)
    assert page.context["has_change_permission"] is False
    assert "Trade Name" in page.text
    assert client.get(history).status_code == 200
    assert client.post(wording_page, {"caption_en": "Changed"}).status_code == 403
    assert company.wordings.get().caption_en == "Trade Name"


def test_texts_brought_in_are_looked_at_by_those_they_belong_to(
    client: Client, administrator: User, company: Company, other_company: Company
) -> None:
    text = Intake.objects.create(
        company=company,
        adopted_on=date(2008, 6, 27),
        text_en="Article 1.",
        created_by=administrator,
    )
    path = reverse("admin:governance_intake_change", args=[text.pk])
    listed = reverse("admin:governance_intake_changelist")
    client.force_login(administrator)
    Membership.objects.create(user=administrator, company=other_company, role="legal_staff")
    assert client.get(path).status_code == 302
    assert client.get(listed).context["cl"].result_count == 0
    Membership.objects.create(user=administrator, company=company, role="reader")
    assert client.get(listed).context["cl"].result_count == 1
    page = client.get(path)
    assert page.context["has_change_permission"] is False
    assert "Article 1." in page.text
    assert client.post(path, {"text_en": "Changed"}).status_code == 403
    assert client.get(path.replace("/change/", "/delete/")).status_code == 403
    assert client.get(path.replace("/change/", "/history/")).status_code == 200


@pytest.mark.parametrize("sent", ["{present:1}", "9" * 30, "9" * 5000, "-1", "²", "1,2"])
def test_a_key_that_is_none_is_refused_at_the_field(
    client: Client, administrator: User, sent: str
) -> None:
    client.force_login(administrator)
    page = client.post(
        reverse("admin:governance_company_add"),
        {
            "code": "9999",
            "memberships-TOTAL_FORMS": "1",
            "memberships-INITIAL_FORMS": "0",
            "memberships-0-user": sent,
            "memberships-0-role": "administrator",
        },
    )
    assert page.status_code == 200
    (formset,) = page.context["inline_admin_formsets"]
    assert list(formset.formset.errors[0]) == ["user"]
    assert not Company.objects.filter(code="9999").exists()


def test_the_history_shows_who_changed_a_company_and_brings_nothing_back(
    client: Client, administrator: User, company: Company
) -> None:
    client.force_login(administrator)
    company.place_en = "TOKYO"
    company.save()
    history = reverse("admin:governance_company_history", args=[company.pk])
    assert client.get(history).status_code == 200
    version = company.history.earliest()
    old = reverse("admin:governance_company_simple_history", args=[company.pk, version.history_id])
    client.post(old, {"code": "3774"})
    company.refresh_from_db()
    assert company.place_en == "TOKYO"


def test_a_wrong_company_is_refused_at_the_field(client: Client, administrator: User) -> None:
    client.force_login(administrator)
    page = client.post(
        reverse("admin:governance_company_add"),
        {
            "code": "37-74",
            "name_en": "Example",
            "keeps_english": "on",
            "authoritative_language": "ja",
            "numerals_ja": "half",
            "time_zone": "Asia/Nowhere",
            "house_style_en": "english-release",
            "house_style_ja": "japanese-release",
            "house_style_overrides": '{"en": {"colour": "red"}}',
            "memberships-TOTAL_FORMS": "0",
            "memberships-INITIAL_FORMS": "0",
        },
    )
    assert page.context["adminform"].form.errors == {
        "code": ["Write 2 to 10 digits or capital letters, such as 3774."],
        "time_zone": ["“Asia/Nowhere” is no time zone; write one such as Asia/Tokyo."],
        "house_style_overrides": ["A house style has no choice named colour."],
        "__all__": ["The authoritative language is one that the company keeps."],
    }
    assert not Company.objects.exists()


def test_a_meeting_gets_its_slug_and_one_of_a_taken_slug_is_refused(
    client: Client, administrator: User, company: Company
) -> None:
    client.force_login(administrator)
    form = {"company": company.pk, "kind": "ordinary", "ordinal": 21, "date": "2013-06-26"}
    add = reverse("admin:governance_meeting_add")
    assert client.post(add, form).status_code == 302
    assert [meeting.slug for meeting in company.meetings.all()] == ["21"]
    again = client.post(add, form)
    assert again.context["adminform"].form.errors == {
        "__all__": [
            "The company has a meeting with this name in addresses already.",
            "The company has a meeting with this ordinal already.",
        ]
    }
    form |= {"kind": "extraordinary", "ordinal": "", "date": "2013-09-01"}
    assert client.post(add, form).status_code == 302
    assert company.meetings.get(date=date(2013, 9, 1)).slug == "20130901"


def test_people_of_a_company_do_not_enter_the_back_office(
    client: Client, company: Company, wording_page: str
) -> None:
    client.force_login(person("legal", company, "legal_staff"))
    assert client.get(wording_page).status_code == 302
