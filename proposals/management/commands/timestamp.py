"""manage.py timestamp"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from proposals.releases.timestamps import TimestampFailed, stamp, unstamped_releases

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Asks the authority of TIMESTAMP_AUTHORITY for the time-stamps that releases still lack."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.TIMESTAMP_AUTHORITY:
            raise CommandError("TIMESTAMP_AUTHORITY is not set.", returncode=BAD_INPUT)
        failed = 0
        for release in unstamped_releases():
            name = f"{release.proposal.address}, release {release.number}"
            try:
                made = stamp(release)
            except TimestampFailed as error:
                failed += 1
                self.stderr.write(f"{name}: {error}")
            else:
                self.stdout.write(f"{name}: {made.stamped_at:%Y-%m-%d %H:%M:%S} UTC")
        if failed:
            raise CommandError(f"{failed} could not be time-stamped.")
