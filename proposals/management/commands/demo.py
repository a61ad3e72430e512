"""manage.py demo"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from proposals.demo import COMPANIES, PASSWORD
from proposals.demo.loading import LoadedDemo, load


class Command(BaseCommand):
    help = "Loads two companies for a look at the program; what is there already stays as it is."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The demonstration is loaded with DEBUG=1 only: its passwords are known to all."
            )
        companies = [load(code) for code in COMPANIES]
        for loaded in companies:
            self._print_summary(loaded)
        self.stdout.write(
            "Sign in, each with the password " + self.style.SUCCESS(PASSWORD) + ", as"
        )
        for loaded in companies:
            for membership in loaded.memberships:
                self.stdout.write(
                    f"  {membership.user.get_username():<10} {membership.get_role_display()},"
                    f" {loaded.company.code}"
                )

    def _print_summary(self, loaded: LoadedDemo) -> None:
        done = "loaded" if loaded.is_new else "already there, left as it is"
        self.stdout.write(f"{loaded.company}: {done}")
        for proposal in loaded.proposals:
            self.stdout.write(f"  {proposal} ({proposal.get_state_display()})")
