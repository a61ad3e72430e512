"""Inviting people: a link that works once, for some days; and people who leave."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from governance.models import AuditEntry, Company, Invitation, OutgoingMail, User
from governance.models.role import Role
from governance.people.invitations import accept_invitation
from governance.people.refused import Refused
from tests.people import PASSWORD, person

PEOPLE, INVITE = "/3774/people/", "/3774/people/invite/"
NEW = {
    "username": "newcomer",
    "last_name": "Yamada",
    "first_name": "Hanako",
    "password1": "another long pass phrase",
    "password2": "another long pass phrase",
}


@pytest.fixture
def administrator(company: Company) -> User:
    return person("head", company, Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def kept(settings: Any) -> None:
    settings.MAILERS = {"default": {"BACKEND": "governance.people.mail.KeptMailBackend"}}


@pytest.fixture
def link(signed_in, administrator: User) -> str:
    """The link that somebody was sent with the role of legal staff."""
    client = signed_in(administrator)
    given = {"email": "new@example.com", "role": "legal_staff"}
    assert client.post(INVITE, given).headers["Location"] == PEOPLE
    return link_in(OutgoingMail.objects.get().body)


def link_in(text: str) -> str:
    return re.findall(r"http://testserver(/invitation/\S+)", text)[0]


def told() -> list[tuple[str, str, str]]:
    lines = AuditEntry.objects.order_by("pk")
    return list(lines.values_list("what", "actor__username", "about"))


def roles_of(user: User) -> list[str]:
    return list(user.memberships.order_by("role").values_list("role", flat=True))


def closed(answer: Any, sentence: str, status: int = 410) -> None:
    assert (answer.status_code, answer.context["closed"]) == (status, sentence)


def test_somebody_new_gets_an_account_with_the_role(client, company, administrator, link):
    assert "with the role: Legal staff" in client.get(link).text
    answer = client.post(link, NEW)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in/")
    newcomer = User.objects.get(username="newcomer")
    assert (newcomer.email, roles_of(newcomer)) == ("new@example.com", ["legal_staff"])
    assert newcomer.memberships.get().history.get().history_user == administrator
    signed = client.post("/sign-in/", {"username": "newcomer", "password": NEW["password1"]})
    assert signed.status_code == 302
    assert told()[:3] == [
        ("invitation.sent", "head", "new@example.com legal_staff"),
        ("invitation.accepted", "newcomer", "newcomer legal_staff"),
        ("person.created", "newcomer", "newcomer"),
    ]


def test_somebody_with_an_account_accepts_with_it(signed_in, link, stranger):
    client = signed_in(stranger)
    assert "Accept as stranger" in client.get(link).text
    assert client.post(link).headers["Location"] == "/"
    assert roles_of(stranger) == ["legal_staff", "legal_staff"]
    assert client.get("/3774/articles/").status_code == 200


def test_sign_in_leads_back_to_it(client, link, stranger):
    page = f"/sign-in/?next={link}"
    assert page in client.get(link).text
    answer = client.post(page, {"username": "stranger", "password": PASSWORD})
    assert answer.headers["Location"] == link


def test_it_works_once(signed_in, client, link, stranger):
    client.post(link, NEW)
    sentence = "This invitation has been accepted already. It works once."
    other = signed_in(stranger)
    for answer in (other.get(link), other.post(link), Client().post(link, NEW)):
        closed(answer, sentence)
    assert roles_of(stranger) == ["legal_staff"]
    with pytest.raises(Refused, match="accepted already"):
        accept_invitation(Invitation.objects.get().pk, by=stranger)


def test_it_ends_with_its_days(client, link):
    Invitation.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    closed(client.get(link), "This invitation is too old. Ask for another one.")
    closed(client.post(link, NEW), "This invitation is too old. Ask for another one.")
    assert not User.objects.filter(username="newcomer").exists()


def test_it_is_taken_back(signed_in, client, link, administrator):
    page = f"{PEOPLE}invitations/{Invitation.objects.get().pk}/revoke/"
    assert signed_in(administrator).post(page).headers["Location"] == PEOPLE
    sentence = "This invitation was taken back, or another one was sent after it."
    closed(client.post(link, NEW), sentence)
    assert told()[-1] == ("invitation.revoked", "head", "new@example.com legal_staff")


def test_another_one_replaces_it(signed_in, client, link, administrator):
    given = {"email": "New@example.com", "role": "legal_staff"}
    signed_in(administrator).post(INVITE, given)
    assert client.get(link).status_code == 410
    newer = link_in(OutgoingMail.objects.latest("pk").body)
    assert client.get(newer).status_code == 200


def test_it_falls_with_the_role_of_whoever_sent_it(client, link, administrator):
    administrator.memberships.all().delete()
    sentence = "Whoever sent this invitation is no administrator of the company any more."
    closed(client.post(link, NEW), sentence)


def test_nobody_invites_themselves(signed_in, link, administrator):
    answer = signed_in(administrator).post(link)
    assert answer.status_code == 422
    assert answer.context["refusal"] == "Nobody accepts an invitation of their own."
    assert roles_of(administrator) == ["administrator"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"username": "HEAD"}, "username"),
        ({"username": ""}, "username"),
        ({"password1": "short", "password2": "short"}, "password2"),
        ({"password2": "something else"}, "password2"),
    ],
)
def test_account_that_cannot_be_is_refused_and_the_link_still_works(client, link, typed, field):
    answer = client.post(link, NEW | typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert client.post(link, NEW).status_code == 302


def test_address_of_an_account_takes_signing_in(client, link, legal):
    legal.email = "NEW@example.com"
    legal.save()
    answer = client.post(link, NEW)
    assert answer.context["refusal"] == (
        "An account has this address already. Sign in with it first."
    )
    assert not User.objects.filter(username="newcomer").exists()


@pytest.mark.parametrize("token", ["x", "x" * 43, "あ", "%00"])
def test_link_that_was_made_up_says_so(client, link, token):
    sentence = "This link is none of ours, or was not copied whole."
    closed(client.get(f"/invitation/{token}/"), sentence, 404)
    closed(client.post(f"/invitation/{token}/", NEW), sentence, 404)


def test_form_from_elsewhere_accepts_nothing(link, stranger):
    client = Client(enforce_csrf_checks=True)
    client.force_login(stranger)
    assert client.post(link).status_code == 403
    assert roles_of(stranger) == ["legal_staff"]


def test_only_administrators_invite(signed_in, company, administrator, legal, reader, stranger):
    given = {"email": "new@example.com", "role": "reader"}
    for user, status in ((legal, 403), (reader, 403), (stranger, 404)):
        assert signed_in(user).post(INVITE, given).status_code == status
    client = signed_in(administrator)
    for wrong, field in (
        ({"email": "nobody"}, "email"),
        ({"role": "king"}, "role"),
        ({"email": ""}, "email"),
    ):
        answer = client.post(INVITE, given | wrong)
        assert answer.status_code == 422
        assert list(answer.context["invitation_form"].errors) == [field]
    assert not Invitation.objects.exists()


def test_message_is_shown_where_there_is_no_mail_server(signed_in, link, administrator, legal):
    client = signed_in(administrator)
    assert link in client.get(PEOPLE).text
    assert "new@example.com" not in signed_in(legal).get(PEOPLE).text


def test_message_that_a_server_did_not_take_is_not_shown(signed_in, link, administrator, settings):
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS |= {"server": {"BACKEND": smtp, "OPTIONS": {"host": "127.0.0.1", "port": 9}}}
    OutgoingMail.objects.update(error="Connection refused", attempts=1)
    page = signed_in(administrator).get(PEOPLE).text
    assert ("Connection refused" in page, link in page) == (True, False)
    assert mail.outbox == []


def test_who_leaves_loses_all_roles_and_keeps_the_name(signed_in, company, administrator, legal):
    company.memberships.create(user=legal, role=Role.READER)
    AuditEntry.objects.create(company=company, actor=legal, what="proposal.opened", about="x")
    theirs = signed_in(legal)
    client = signed_in(administrator)
    assert client.get(PEOPLE).text.count("Has left") == 1
    assert client.post(f"{PEOPLE}{legal.pk}/leave/").headers["Location"] == PEOPLE
    assert roles_of(legal) == []
    assert theirs.get("/3774/articles/").status_code == 404
    assert told() == [
        ("proposal.opened", "legal", "x"),
        ("role.taken", "head", "legal legal_staff"),
        ("role.taken", "head", "legal reader"),
        ("person.left", "head", "legal"),
    ]


def test_nobody_makes_others_leave_but_an_administrator(
    signed_in, company, administrator, legal, reader, stranger
):
    for user, status in ((legal, 403), (stranger, 404)):
        assert signed_in(user).post(f"{PEOPLE}{reader.pk}/leave/").status_code == status
    client = signed_in(administrator)
    assert client.post(f"{PEOPLE}{administrator.pk}/leave/").status_code == 403
    assert client.post(f"{PEOPLE}{stranger.pk}/leave/").status_code == 404
    assert (roles_of(reader), roles_of(administrator)) == (["reader"], ["administrator"])
