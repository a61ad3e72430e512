"""manage.py verify [--company CODE] [--since HASH]"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from governance.models import Company
from governance.record.integrity import RECORD_TABLES, ChainReport, read_chain, row_problems
from proposals.releases.verification import verify_company

BAD_INPUT = 2


class Command(BaseCommand):
    help = (
        "Computes the chain, the rows, the certificates, the files and the articles of every day"
        " again; says what does not hold; prints the head of each chain, to be kept elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--company", help="a securities code; without it, all companies")
        parser.add_argument(
            "--since",
            metavar="HASH",
            help="a head that was printed before: all up to it must still stand",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        companies = Company.objects.all()
        if code := options["company"]:
            companies = companies.filter(code=code)
            if not companies.exists():
                raise CommandError(f"There is no company {code!r}.", returncode=BAD_INPUT)
        reports = {company.code: verify_company(company) for company in companies}
        if not code:
            reports["installation"] = _installation()
        since = options["since"]
        if since and not any(since in report.hashes for report in reports.values()):
            raise CommandError(
                f"No chain has the hash {since}: what it stood for was rewritten, or is not here."
            )
        for name, report in reports.items():
            self._print(name, report)
        if found := sum(len(report.problems) for report in reports.values()):
            raise CommandError(f"{found} of what was verified does not hold.")

    def _print(self, name: str, report: ChainReport) -> None:
        self.stdout.write(f"{name}: {report.length} entries, head {report.head or 'none'}")
        for problem in report.problems:
            self.stdout.write(f"  {problem}")


def _installation() -> ChainReport:
    """The chain of what belongs to no company: signing in, and the like."""
    report = read_chain(0)
    tables = [table for table in RECORD_TABLES if table.name == "governance_auditentry"]
    report.problems += row_problems(report, tables)
    return report
