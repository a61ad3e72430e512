"""manage.py send_mail_again: gives the mail server what it did not take before."""

from typing import Any

from django.core.mail import mailers
from django.core.management.base import BaseCommand, CommandError

from governance.people.mail import SERVER, send_kept, unsent


class Command(BaseCommand):
    help = "Gives the mail server the messages that it did not take before. To be run by the clock."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if SERVER not in mailers:
            raise CommandError("MAIL_HOST is not set: there is no mail server to send by.")
        waiting = unsent()
        sent = sum(send_kept(pk) for pk in waiting)
        self.stdout.write(f"{sent} sent, {len(waiting) - sent} kept.")
        if sent < len(waiting):
            raise CommandError("Some messages were not sent; the back office says why.")
