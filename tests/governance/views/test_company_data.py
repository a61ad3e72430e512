"""The page on which an administrator changes what papers print of the company."""

from typing import Any

import pytest

from governance.forms.company import CompanyForm
from governance.models import AuditEntry, Company, User
from governance.models.role import Role
from governance.people.company_data import change_company, data_version
from governance.people.refused import Refused
from tests.people import person

PAGE = "/3774/company/"


@pytest.fixture
def administrator(company: Company) -> User:
    return person("head", company, Role.ADMINISTRATOR)


def given(company: Company, **changed: Any) -> dict[str, Any]:
    """What the form sends as the company stands, with what was typed over it."""
    form = CompanyForm(instance=company)
    values = {name: form[name].value() for name in form.fields}
    values |= {"version": data_version(company)} | changed
    return {name: value for name, value in values.items() if value is not False}


def told(what: str = "company.changed") -> list[tuple[str, str]]:
    lines = AuditEntry.objects.filter(what=what).order_by("pk")
    return list(lines.values_list("actor__username", "about"))


def test_an_administrator_changes_it(signed_in, company, administrator):
    client = signed_in(administrator)
    answer = client.post(
        PAGE, given(company, representative_en="Koichi Suzuki", keeps_english=True)
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    company.refresh_from_db()
    assert company.representative_en == "Koichi Suzuki"
    assert company.history.latest().history_user == administrator
    assert told() == [("head", "3774 Internet Initiative Japan Inc.")]
    # Nothing is written where nothing changes.
    client.post(PAGE, given(company))
    assert (len(told()), company.history.count()) == (1, 2)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name_ja": ""}, "__all__"),
        ({"keeps_japanese": False}, "__all__"),
        ({"keeps_japanese": False, "keeps_english": False}, "__all__"),
        ({"time_zone": "Asia/Nowhere"}, "time_zone"),
        ({"numerals_ja": "roman"}, "numerals_ja"),
        ({"name_en": "x" * 201}, "name_en"),
        ({"contact_en": "a\x00b"}, "contact_en"),
    ],
)
def test_what_the_back_office_refuses_is_refused(signed_in, company, administrator, typed, field):
    answer = signed_in(administrator).post(PAGE, given(company, **typed))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    company.refresh_from_db()
    assert (company.name_ja, company.keeps_japanese, told()) == (
        "株式会社インターネットイニシアティブ",
        True,
        [],
    )


def test_code_and_house_style_are_not_changed_here(signed_in, company, administrator):
    typed = given(company, code="9999", house_style_en="english-notice", name_en="IIJ Inc.")
    assert signed_in(administrator).post(PAGE, typed).status_code == 302
    company.refresh_from_db()
    assert (company.code, company.house_style_en, company.name_en) == (
        "3774",
        "english-release",
        "IIJ Inc.",
    )


def test_others_look_at_it(signed_in, company, administrator, legal, reader, stranger):
    superuser = User.objects.create_superuser("superuser")
    for user in (legal, reader):
        client = signed_in(user)
        page = client.get(PAGE)
        assert "Internet Initiative Japan Inc." in page.text
        assert all(field.disabled for field in page.context["form"].fields.values())
        assert client.post(PAGE, given(company, name_en="Mine")).status_code == 403
        with pytest.raises(Refused, match="Only an administrator"):
            change_company(company, {"name_en": "Mine"}, version=data_version(company), by=user)
    for user in (stranger, superuser):
        client = signed_in(user)
        assert client.get(PAGE).status_code == 404
        assert client.post(PAGE, given(company, name_en="Mine")).status_code == 404
    company.refresh_from_db()
    assert (company.name_en, told()) == ("Internet Initiative Japan Inc.", [])


def test_what_another_saved_meanwhile_is_shown_and_not_overwritten(
    signed_in, company, administrator
):
    mine = given(company, place_en="OSAKA")
    other = person("other", company, Role.ADMINISTRATOR)
    assert signed_in(other).post(PAGE, given(company, name_en="IIJ Inc.")).status_code == 302
    client = signed_in(administrator)
    answer = client.post(PAGE, mine)
    assert answer.status_code == 409
    assert answer.context["saved_meanwhile"] == [
        {"label": "Name in English", "text": "IIJ Inc."},
        {"label": "Place of the dateline", "text": ""},
    ]
    company.refresh_from_db()
    assert (company.name_en, company.place_en) == ("IIJ Inc.", "")
    # Saved again, with theirs in sight, mine stands.
    again = mine | {"version": answer.context["form"]["version"].value()}
    assert client.post(PAGE, again).status_code == 302
    company.refresh_from_db()
    assert (company.name_en, company.place_en) == ("Internet Initiative Japan Inc.", "OSAKA")
