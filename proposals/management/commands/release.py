"""manage.py release PROPOSAL --language en --output FILE"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from governance.papers.font_files import FontError
from governance.papers.pdf import pdf
from proposals.models import Proposal
from proposals.releases.papers import shown_release

BAD_INPUT = 2


class Command(BaseCommand):
    help = "Writes the release of a proposal as a PDF: the same bytes as the button on its page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("proposal", help="the address of a proposal, such as 3774-21-1")
        parser.add_argument("--language", required=True, choices=("en", "ja"))
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        address, language, output = options["proposal"], options["language"], options["output"]
        proposal = Proposal.objects.at_address(address).with_names().first()
        if proposal is None:
            raise CommandError(f"There is no proposal {address!r}.", returncode=BAD_INPUT)
        if language not in proposal.company.languages:
            raise CommandError(
                f"{proposal.company} does not keep its articles in the language {language!r}.",
                returncode=BAD_INPUT,
            )
        try:
            shown = shown_release(proposal, language)
            if shown is None:
                raise CommandError(
                    f"{address} was not released in the language {language!r}.",
                    returncode=BAD_INPUT,
                )
            printed = bytes(shown.file.content) if shown.file else pdf(shown.paper)
        except FontError as error:
            raise CommandError(str(error)) from error
        try:
            output.write_bytes(printed)
        except OSError as error:
            raise CommandError(f"Cannot write {output}: {error.strerror}.") from error
        self.stdout.write(f"{output}: {len(printed):,} bytes")
