"""One's own account: password, reset by mail, e-mail address."""

import re
from urllib.parse import quote

import pytest
from django.core import mail
from django.test import Client

from governance.models import AuditEntry, User
from tests.people import PASSWORD

NEW = "another long pass phrase"


@pytest.fixture
def legal_with_mail(legal: User) -> User:
    legal.email = "legal@example.com"
    legal.save()
    return legal


def told() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("pk").values_list("what", "actor__username"))


def link_in(message: mail.EmailMessage) -> str:
    return re.findall(r"http://testserver(\S+)", message.body)[0]


def signs_in(name: str, password: str) -> bool:
    answer = Client().post("/sign-in/", {"username": name, "password": password})
    return answer.status_code == 302


def test_nothing_of_it_is_read_after_signing_out(signed_in, legal):
    client = signed_in(legal)
    for path in ("/account/", "/account/password/", "/account/email/", "/account/confirm/"):
        assert "no-store" in client.get(path).headers["Cache-Control"], path
    client.post("/sign-out/")
    assert client.get("/account/").headers["Location"] == "/sign-in/?next=/account/"


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = NEW):
    given = {"oldpassword": old, "password1": new, "password2": again}
    return client.post("/account/password/", given)


def test_everybody_sees_and_changes_what_is_their_own(signed_in, legal, reader, stranger):
    for user in (legal, reader, stranger):
        assert f"You sign in as {user.username}." in signed_in(user).get("/account/").text


def test_password_is_changed_and_signs_out_elsewhere(signed_in, legal_with_mail):
    client, elsewhere = signed_in(legal_with_mail), signed_in(legal_with_mail)
    before = client.cookies["sessionid"].value
    answer = change(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200
    assert client.cookies["sessionid"].value != before
    assert elsewhere.get("/account/").status_code == 302
    assert (signs_in("legal", PASSWORD), signs_in("legal", NEW)) == (False, True)
    assert told()[0] == ("person.password_changed", "legal")
    # They are told, since it might have been somebody else.
    assert [(one.to, one.subject) for one in mail.outbox] == [
        (["legal@example.com"], "The password is changed")
    ]


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"old": "wrong"}, "oldpassword", "This is not your present password. Capitals count."),
        ({"new": "short", "again": "short"}, "password1", "too short"),
        ({"new": "1" * 14, "again": "1" * 14}, "password1", "entirely numeric"),
        ({"again": "something else"}, "password2", "the same password"),
    ],
)
def test_password_that_cannot_be_is_refused_at_its_field(signed_in, legal, given, field, says):
    answer = change(signed_in(legal), **given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert says in answer.context["form"].errors[field][0]
    assert (signs_in("legal", PASSWORD), told()[0][0]) == (True, "person.signed_in")


def test_forms_that_do_not_come_from_our_pages_are_refused(legal_with_mail):
    client = Client(enforce_csrf_checks=True)
    client.force_login(legal_with_mail)
    for path in (
        "/account/password/",
        "/account/email/",
        "/account/confirm/",
        "/sign-in/password/",
    ):
        assert client.post(path, {"email": "legal@example.com"}).status_code == 403, path
    assert (mail.outbox, signs_in("legal", PASSWORD)) == ([], True)


def test_forgotten_password_is_chosen_anew_once(client, legal_with_mail):
    asked = client.post("/sign-in/password/", {"email": "LEGAL@example.com"})
    assert (asked.status_code, asked.headers["Location"]) == (302, "/sign-in/password/sent/")
    assert mail.outbox[0].to == ["legal@example.com"]
    link = link_in(mail.outbox[0])
    form = client.get(link, follow=True)
    # The key does not stay in the address, from where it would be told to others.
    (page, _status) = form.redirect_chain[-1]
    assert page.endswith("-set-password/")
    done = client.post(page, {"password1": NEW, "password2": NEW})
    assert (done.status_code, done.headers["Location"]) == (302, "/sign-in/password/done/")
    # Nobody is signed in by it: a second factor is asked for as ever.
    assert "_auth_user_id" not in client.session
    assert (signs_in("legal", PASSWORD), signs_in("legal", NEW)) == (False, True)
    assert told()[0] == ("person.password_reset", "legal")
    again = Client().get(link, follow=True)
    assert "This link does not work any more" in again.text


@pytest.mark.parametrize("link", ["/sign-in/password/1-abc/", "/sign-in/password/zz-set-password/"])
def test_link_that_was_made_up_says_so(client, legal, link):
    for answer in (client.get(link), client.post(link, {"password1": NEW, "password2": NEW})):
        assert "This link does not work any more" in answer.text
    assert signs_in("legal", PASSWORD)


def test_answer_is_the_same_whether_an_account_exists(client, legal_with_mail):
    answers = [
        client.post("/sign-in/password/", {"email": address}, follow=True)
        for address in ("legal@example.com", "nobody@example.com")
    ]
    token = re.compile('name="csrfmiddlewaretoken" value="[^"]+"')
    assert len({(one.redirect_chain[-1], token.sub("", one.text)) for one in answers}) == 1
    # Whoever reads mail of that address is told; nobody else is.
    assert [(one.to, "/sign-in/password/" in one.body) for one in mail.outbox] == [
        (["legal@example.com"], True),
        (["nobody@example.com"], False),
    ]


def test_account_that_is_closed_gets_no_link(client, legal_with_mail):
    legal_with_mail.is_active = False
    legal_with_mail.save()
    client.post("/sign-in/password/", {"email": "legal@example.com"})
    assert ["/sign-in/password/" in one.body for one in mail.outbox] == [False]


def test_messages_cannot_be_asked_for_without_end(client, legal_with_mail):
    statuses = [
        client.post("/sign-in/password/", {"email": "legal@example.com"}).status_code
        for _time in range(6)
    ]
    assert statuses == [302] * 5 + [429]


def test_email_address_counts_once_its_link_is_opened(signed_in, legal_with_mail):
    client = signed_in(legal_with_mail)
    given = {"email": "new@example.com", "action_add": ""}
    asked = client.post("/account/email/", given)
    assert asked.headers["Location"] == "/account/confirm/?next=%2Faccount%2Femail%2F"
    assert mail.outbox == []
    client.post(asked.headers["Location"], {"password": PASSWORD})
    client.post("/account/email/", given)
    assert [one.to for one in mail.outbox] == [["new@example.com"]]
    legal_with_mail.refresh_from_db()
    assert legal_with_mail.email == "legal@example.com"
    link = link_in(mail.outbox[0])
    assert "new@example.com becomes the address" in client.get(link).text
    client.post(link)
    legal_with_mail.refresh_from_db()
    assert legal_with_mail.email == "new@example.com"
    assert ("person.email_changed", "legal") in told()
    # Whoever had the account until now is told at the old address.
    assert mail.outbox[-1].to == ["legal@example.com"]


def asked_for(client: Client, address: str) -> str:
    """The link that goes to a new address."""
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post("/account/email/", {"email": address, "action_add": ""})
    return link_in(mail.outbox[-1])


def test_address_typed_wrongly_gives_its_owner_nothing(signed_in, legal_with_mail, secretary):
    link = asked_for(signed_in(legal_with_mail), "typo@example.com")
    # Neither somebody who is not signed in nor another account confirms it.
    assert Client().post(link).headers["Location"] == f"/sign-in/?next={quote(link)}"
    other = signed_in(secretary)
    assert "This link does not work any more" in other.get(link).text
    assert other.post(link).status_code == 403
    # Nor is a password reset by an address that waits to be confirmed.
    Client().post("/sign-in/password/", {"email": "typo@example.com"})
    assert "/sign-in/password/" not in mail.outbox[-1].body
    legal_with_mail.refresh_from_db()
    assert legal_with_mail.email == "legal@example.com"


def test_address_that_the_site_replaced_resets_nothing(signed_in, client, legal_with_mail):
    own = signed_in(legal_with_mail)
    own.post(asked_for(own, "old@example.com"))
    client.force_login(User.objects.create_superuser("site"))
    page = f"/admin/governance/user/{legal_with_mail.pk}/change/"
    form = client.get(page).context["adminform"].form
    given = {name: form[name].value() for name in form.fields if form[name].value()}
    given |= {"email": "new@example.com", "date_joined_0": "2020-01-01", "date_joined_1": "00:00"}
    given |= {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
    assert client.post(page, given).status_code == 302
    for address, resets in (("old@example.com", False), ("new@example.com", True)):
        Client().post("/sign-in/password/", {"email": address})
        assert (mail.outbox[-1].to, "/sign-in/password/" in mail.outbox[-1].body) == (
            [address],
            resets,
        )


def test_confirming_leads_nowhere_else(signed_in, legal):
    answer = signed_in(legal).post(
        "/account/confirm/?next=https://example.com/",
        {"password": PASSWORD, "next": "https://example.com/"},
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_sign_in_in_japanese_says_the_same(client, legal_with_mail):
    # However those who keep the installation wrote the address.
    User.objects.update(email="Legal@Example.com")
    client.post("/sign-in/password/", {"email": "legal@example.com"}, HTTP_ACCEPT_LANGUAGE="ja")
    assert mail.outbox[0].subject == "パスワードの再設定"
    assert "アカウント「legal」" in mail.outbox[0].body
