"""Inviting people to a company, and taking their answer: once, and for some days."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from allauth.account.models import EmailAddress
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Company, Invitation, Membership, User
from governance.models.languages import interface_language
from governance.models.role import Role
from governance.people import audit
from governance.people.mail import keep
from governance.people.permissions import is_administrator
from governance.people.refused import Refused

GOOD_FOR = timedelta(days=7)
ONLY_ADMINISTRATORS = gettext_lazy("Only an administrator of the company may invite people.")


@transaction.atomic
def invite_person(company: Company, *, email: str, role: Role, by: User, site: str) -> Invitation:
    """Invite somebody by a message with a link under `site` ("https://articles.example.com").

    An invitation of the same address and role that is still open is replaced. Raises `Refused`.
    """
    if not is_administrator(by, company):
        raise Refused(str(ONLY_ADMINISTRATORS))
    if Membership.objects.filter(company=company, user__email__iexact=email, role=role).exists():
        raise Refused(_("Somebody with this address has this role in the company already."))
    now, token = timezone.now(), token_urlsafe(32)
    same = company.invitations.filter(email__iexact=email, role=role, accepted_by=None)
    same.filter(revoked_at=None).update(revoked_at=now)
    invitation = Invitation(company=company, email=email, role=role, invited_by=by)
    invitation.token_digest, invitation.ends_at = digest_of(token), now + GOOD_FOR
    link = site + reverse("governance:invitation", args=[token])
    invitation.mail = keep(email, _("An invitation"), _message(invitation, link), company=company)
    invitation.save()
    audit.record("invitation.sent", by=by, company=company, about=f"{email[:170]} {role}")
    return invitation


def _message(invitation: Invitation, link: str) -> str:
    company = invitation.company.text_or_other("name", interface_language())
    shown = {
        "company": company,
        "role": invitation.get_role_display(),
        "link": link,
        "days": GOOD_FOR.days,
    }
    return render_to_string("governance/invitation_message.txt", shown).strip()


def digest_of(token: str) -> str:
    """What is kept of the secret in a link."""
    return sha256(token.encode()).hexdigest()


def why_closed(invitation: Invitation | None, *, at: datetime) -> str:
    """Why an invitation cannot be accepted any more, as a sentence; "" while it can."""
    if invitation is None:
        return _("This link is none of ours, or was not copied whole.")
    if invitation.accepted_by_id is not None:
        return _("This invitation has been accepted already. It works once.")
    if invitation.revoked_at is not None:
        return _("This invitation was taken back, or another one was sent after it.")
    if not invitation.is_open(at=at):
        return _("This invitation is too old. Ask for another one.")
    if not is_administrator(invitation.invited_by, invitation.company):
        return _("Whoever sent this invitation is no administrator of the company any more.")
    return ""


@transaction.atomic
def accept_invitation(pk: int, *, by: User) -> None:
    """Give the role to `by`, who opened the link. Raises `Refused`."""
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=pk)
    if sentence := why_closed(invitation, at=timezone.now()):
        raise Refused(sentence)
    if by.pk == invitation.invited_by_id:
        raise Refused(_("Nobody accepts an invitation of their own."))
    company, role = invitation.company, invitation.role
    if not Membership.objects.filter(company=company, user=by, role=role).exists():
        membership = Membership(company=company, user=by, role=role)
        audit.set_history_user(membership, by=invitation.invited_by)
        membership.save()
    invitation.accepted_by = by
    invitation.save()
    about = f"{by.get_username()} {role}"
    audit.record("invitation.accepted", by=by, company=company, about=about)


@transaction.atomic
def accept_with_new_account(pk: int, person: User) -> User:
    """The same for somebody who has no account yet: `person` is theirs, not stored so far.

    Its address is the one that the invitation went to, which they have shown to read.
    """
    invitation = Invitation.objects.get(pk=pk)
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise Refused(_("An account has this address already. Sign in with it first."))
    person.email = invitation.email.lower()
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    accept_invitation(pk, by=person)
    audit.record_of_person("person.created", person=person, by=person, about=person.username)
    return person


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: User) -> None:
    """Take an open invitation back: its link works no more. Raises `Refused`."""
    if not is_administrator(by, invitation.company):
        raise Refused(str(ONLY_ADMINISTRATORS))
    locked = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if locked.accepted_by_id is None and locked.revoked_at is None:
        locked.revoked_at = timezone.now()
        locked.save()
        about = f"{locked.email[:170]} {locked.role}"
        audit.record("invitation.revoked", by=by, company=locked.company, about=about)
