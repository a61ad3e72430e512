"""The start page, and the language of the interface."""

from governance.models import Company, Membership
from governance.models.role import Role


def test_start_page_shows_the_companies_of_the_person(
    signed_in, company, other_company, legal, stranger
):
    page = signed_in(legal).get("/")
    assert [row["company"].code for row in page.context["rows"]] == ["3774"]
    assert page.context["rows"][0]["roles"] == ["Legal staff"]
    Membership.objects.create(user=legal, company=other_company, role=Role.READER)
    assert [row["company"].code for row in signed_in(legal).get("/").context["rows"]] == [
        "3774",
        "9001",
    ]
    assert [row["company"].code for row in signed_in(stranger).get("/").context["rows"]] == ["9001"]


def test_start_page_of_nobody_says_what_to_do(signed_in, company, django_user_model):
    alone = django_user_model.objects.create_user("alone")
    assert "You do not belong to a company yet." in signed_in(alone).get("/").content.decode()


def test_start_page_takes_few_queries(signed_in, legal, other_company, django_assert_num_queries):
    client = signed_in(legal)
    with django_assert_num_queries(6):
        client.get("/")
    third = Company.objects.create(code="9002", name_ja="株式会社もう一つ", keeps_english=False)
    for company in (other_company, third):
        Membership.objects.create(user=legal, company=company, role=Role.READER)
    with django_assert_num_queries(6):
        assert len(client.get("/").context["rows"]) == 3


def test_language_is_chosen_and_kept(client, legal):
    client.force_login(legal)
    assert '<html lang="en">' in client.get("/").content.decode()
    answer = client.post("/language/", {"language": "ja", "next": "/3774/proposals/"})
    assert answer.headers["Location"] == "/3774/proposals/"
    page = client.get("/").content.decode()
    assert '<html lang="ja">' in page
    assert "サインアウト" in page
