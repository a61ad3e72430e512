"""The people of a company and their roles, on its page and in the back office."""

import pytest

from governance.models import AuditEntry, Company, User
from governance.models.role import Role
from tests.people import person

PAGE = "/3774/people/"


@pytest.fixture
def administrator(company: Company) -> User:
    return person("head", company, Role.ADMINISTRATOR)


def told() -> list[tuple[str, str, str]]:
    lines = AuditEntry.objects.order_by("pk")
    return list(lines.values_list("what", "actor__username", "about"))


def test_the_page_gives_and_takes(signed_in, company, administrator, reader, stranger):
    client = signed_in(administrator)
    assert "Give a role" in client.get(PAGE).content.decode()
    answer = client.post(PAGE, {"username": "reader", "role": "legal_staff"})
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    membership = reader.memberships.get(role="legal_staff")
    for given, field in (
        ({"username": "nobody", "role": "reader"}, "username"),
        ({"username": "reader", "role": "king"}, "role"),
        ({"username": "head", "role": "reader"}, "__all__"),
    ):
        answer = client.post(PAGE, given)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    client.post(f"{PAGE}{membership.pk}/take/")
    assert not reader.memberships.filter(role="legal_staff").exists()
    assert signed_in(stranger).get(PAGE).status_code == 404


def test_others_look_at_it(signed_in, company, legal, reader, stranger):
    for user in (legal, reader):
        client = signed_in(user)
        assert "Give a role" not in client.get(PAGE).content.decode()
        assert client.post(PAGE, {"username": "reader", "role": "reader"}).status_code == 403
        own = user.memberships.get()
        assert client.post(f"{PAGE}{own.pk}/take/").status_code == 403
    assert signed_in(stranger).post(PAGE, {}).status_code == 404


def test_the_back_office_names_the_first_administrator_and_no_more(
    signed_in, company, reader, secretary
):
    superuser = User.objects.create_superuser("superuser")
    client = signed_in(superuser)
    page = f"/admin/governance/company/{company.pk}/change/"
    form = client.get(page).context["adminform"].form
    given = {name: form[name].value() or "" for name in form.fields if form[name].value()}
    given |= {
        "house_style_overrides": "{}",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-user": str(reader.pk),
        "memberships-0-company": str(company.pk),
    }
    client.post(page, given | {"memberships-0-role": "board_secretary"})
    assert reader.memberships.count() == 1
    client.post(page, given | {"memberships-0-role": "administrator"})
    assert reader.memberships.filter(role="administrator").exists()
    assert ("role.given", "superuser", "reader administrator") in told()
    client.post(
        page,
        given | {"memberships-0-role": "administrator", "memberships-0-user": str(secretary.pk)},
    )
    assert not secretary.memberships.filter(role="administrator").exists()
