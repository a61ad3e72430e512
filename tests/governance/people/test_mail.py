"""Messages are kept, whatever the mail server does."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.core.mail import send_mail
from django.core.management import CommandError, call_command

from governance.models import OutgoingMail

KEPT = {"default": {"BACKEND": "governance.people.mail.KeptMailBackend"}}
pytestmark = pytest.mark.django_db(transaction=True)


def served_by(port: int) -> dict[str, Any]:
    options = {"host": "127.0.0.1", "port": port, "timeout": 0.3}
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    return KEPT | {"server": {"BACKEND": smtp, "OPTIONS": options}}


@contextmanager
def server(*answers: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A mail server that says `answers`, one for each line it hears, and then hangs."""
    heard: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        connection, _peer = listening.accept()
        with connection, connection.makefile("rb") as lines:
            for answer in answers:
                connection.sendall(answer)
                if b"354" in answer:
                    while (line := lines.readline()) not in (b".\r\n", b""):
                        heard.append(line)
                else:
                    heard.append(lines.readline())
            lines.read()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        yield listening.getsockname()[1], heard


ACCEPTS = (
    b"220 ready\r\n",
    b"250 hello\r\n",
    b"250 ok\r\n",
    b"250 ok\r\n",
    b"354 go\r\n",
    b"250 ok\r\n",
)


def kept() -> OutgoingMail:
    return OutgoingMail.objects.get()


def send() -> None:
    send_mail("A subject", "A link", None, ["legal@example.com"])


def again() -> str:
    told = StringIO()
    call_command("send_mail_again", stdout=told)
    return told.getvalue().strip()


def test_without_a_server_a_message_is_kept(settings):
    settings.MAILERS = KEPT
    send()
    mail = kept()
    assert (mail.recipient, mail.subject, mail.body, mail.sent_at) == (
        "legal@example.com",
        "A subject",
        "A link",
        None,
    )
    with pytest.raises(CommandError, match="MAIL_HOST is not set"):
        again()


def test_what_a_server_took_is_sent_once_and_its_text_forgotten(settings):
    with server(*ACCEPTS) as (port, heard):
        settings.MAILERS = served_by(port)
        send()
        mail = kept()
        assert b"A link\r\n" in heard
        assert (mail.attempts, mail.error, mail.body) == (1, "", "")
        assert mail.sent_at is not None
    assert again() == "0 sent, 0 kept."


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ((b"554 no mail from you\r\n",), "no mail from you"),
        ((*ACCEPTS[:3], b"550 nobody of that name\r\n", b"250 ok\r\n"), "nobody of that name"),
        ((), "timed out"),
    ],
    ids=["refuses", "does not know the address", "hangs"],
)
def test_message_that_a_server_does_not_take_is_kept_and_tried_again(settings, answers, says):
    with server(*answers) as (port, _heard):
        settings.MAILERS = served_by(port)
        send()
    mail = kept()
    assert (mail.sent_at, mail.attempts, mail.body) == (None, 1, "A link")
    assert says in mail.error
    with pytest.raises(CommandError, match="not sent"):
        again()
    with server(*ACCEPTS) as (port, _heard):
        settings.MAILERS = served_by(port)
        assert again() == "1 sent, 0 kept."
    assert (kept().attempts, kept().error) == (3, "")


def test_what_was_undone_is_not_sent(settings):
    from django.db import transaction

    settings.MAILERS = KEPT
    with transaction.atomic():
        send()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()
