"""Mail: each message is kept in the database first, and then given to the server, if there is one.

So nothing is lost when the server refuses, hangs or is not set: `manage.py send_mail_again` tries
again, and who keeps the installation reads in the back office what was not sent.
"""

from collections.abc import Sequence
from functools import partial
from logging import getLogger

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from governance.models import Company, OutgoingMail

SERVER = "server"
"""In `settings.MAILERS`: where kept messages go; not there when no mail server is set."""

log = getLogger(__name__)


class KeptMailBackend(BaseEmailBackend):
    """What Django sends by default is kept, and sent once the transaction around it stands."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for recipient in message.recipients():
                keep(recipient, str(message.subject), str(message.body))
        return len(email_messages)


def keep(
    recipient: str, subject: str, body: str, *, company: Company | None = None
) -> OutgoingMail:
    """Keep a message to one person, and send it as soon as the transaction around this stands.

    What is sent for a company is shown to its administrators.
    """
    mail = OutgoingMail.objects.create(
        recipient=recipient, subject=subject[:200], body=body, company=company
    )
    transaction.on_commit(partial(send_kept, mail.pk))
    return mail


@transaction.atomic
def send_kept(pk: int) -> bool:
    """Whether the server takes the kept message now; what it says against it is noted.

    False too for one that has been sent, or that another process is sending.
    """
    unsent = OutgoingMail.objects.filter(pk=pk, sent_at=None)
    mail = unsent.select_for_update(skip_locked=True).first()
    if mail is None or SERVER not in mailers:
        return False
    mail.attempts += 1
    try:
        message = EmailMessage(mail.subject, mail.body, to=[mail.recipient])
        mailers[SERVER].send_messages([message])
    except OSError as error:  # all that smtplib and sockets raise
        log.warning("Mail %s was not sent: %s", mail.pk, error)
        mail.error = str(error)[:200]
    else:
        mail.sent_at, mail.body, mail.error = timezone.now(), "", ""
    mail.save()
    return mail.sent_at is not None


def unsent() -> list[int]:
    """The keys of the messages that no server has taken, the oldest first."""
    return list(
        OutgoingMail.objects.filter(sent_at=None).order_by("pk").values_list("pk", flat=True)
    )
