"""manage.py history COMPANY FILE=ADOPTED[,EFFECTIVE]…: an amendment history from dated files."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import override

from governance import record
from governance.forms.days import EARLIEST, LATEST
from governance.intake import pending_texts, to_record
from governance.intake.expiries import Answers, days_of_expiry, without_expired
from governance.intake.steps import IntakeStep, TreesByLanguage, next_step, present_trees
from governance.management.commands.intake import read_articles_file
from governance.management.history_output import (
    DatedFile,
    HistoryStep,
    history_json,
    history_lines,
)
from governance.management.text_files import write_output
from governance.models import Company, Intake, User
from governance.models.intake import LONGEST_FILE_NAME

_UNKNOWN = ("?", "unknown")
NOBODY = "command-line"
"""The account that the audit names where `--by` names nobody; nobody can sign in with it."""


class Command(BaseCommand):
    help = "Shows the history that dated files of a company's articles make; --record writes it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("company", help="securities code")
        parser.add_argument(
            "files",
            nargs="+",
            metavar="FILE=ADOPTED[,EFFECTIVE|,?]",
            help="file, the day it was adopted and the day it took effect, if another; ? where that"
            " day is not known yet",
        )
        parser.add_argument("--language", choices=["en", "ja"], required=True)
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--tracked", choices=["accept", "refuse"], default="accept")
        parser.add_argument(
            "--expires",
            action="append",
            default=[],
            metavar="ADOPTED/ADDRESS=DAY",
            help="the first day without a provision that ends by itself, such as"
            " 2013-06-26/supplementary:1=2013-07-01; none in the place of the day if it stays",
        )
        parser.add_argument("--record", action="store_true", help="write it, step by step")
        parser.add_argument("--by", metavar="NAME", help="who records it, by the name to sign in")
        parser.add_argument("--output", help="file to write instead of standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        language = options["language"]
        company = company_of(options["company"], language)
        files = _read(options["files"], language, options["tracked"])
        files = _with_answers(files, _answers(options["expires"]))
        by = _person(options["by"]) if options["record"] else None
        steps = []
        with override("en"):
            for each in _steps(company, language, files, by):
                if by is not None:  # progress, beside what is printed at the end
                    self.stderr.write(f"{each.dated.adopted_on}: {each.state}")
                steps.append(each)
        if options["format"] == "json":
            data = history_json(company, language, steps)
            text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        else:
            text = "".join(
                f"{line}\n" for one in steps for line in history_lines(one, language, company)
            )
        write_output(text, options["output"], self.stdout)


def company_of(code: str, language: str) -> Company:
    """The company of a securities code. CommandError (status 2) where there is none, or where it
    does not keep the language."""
    company = Company.objects.filter(code=code).first() if "\x00" not in code else None
    if company is None:
        raise CommandError(f"{code}: there is no company of this securities code.", returncode=2)
    if language not in company.languages:
        message = f"{code}: the company does not keep its articles in this language ({language})."
        raise CommandError(message, returncode=2)
    return company


def _person(name: str | None) -> User:
    if name is None:
        found, is_new = User.objects.get_or_create(username=NOBODY, defaults={"is_active": False})
        if is_new:
            found.set_unusable_password()
            found.save()
        return found
    person = User.objects.filter(username=name).first()
    if person is None:
        raise CommandError(f"--by {name}: there is no person of this name.", returncode=2)
    return person


def _read(given: Sequence[str], language: str, tracked: str) -> list[DatedFile]:
    """The files in the order of their days, each read. CommandError (status 2) otherwise."""
    dated = sorted((_dated(each) for each in given), key=lambda each: each.adopted_on)
    for one, other in pairwise(dated):
        if one.adopted_on == other.adopted_on:
            message = f"{other.path}: {other.adopted_on} is the day of {one.path} too."
            raise CommandError(message, returncode=2)
    found = []
    for each in dated:
        taken, read = read_articles_file(each.path, language, tracked)
        messages = (*taken.notes, *read.remarks)
        notes = tuple({"en": note.en, "ja": note.ja} for note in messages)
        found.append(replace(each, text=taken.text, notes=notes))
    return found


def _dated(given: str) -> DatedFile:
    path, sign, days = given.rpartition("=")
    adopted, comma, effective = days.partition(",")
    try:
        if not sign or not path:
            raise ValueError
        day = date.fromisoformat(adopted.strip())
        if comma and effective.strip() in _UNKNOWN:
            found = DatedFile(path, day, None)
        else:
            found = DatedFile(path, day, date.fromisoformat(effective.strip()) if comma else day)
    except ValueError as wrong:
        message = f"{given}: not a file and its days, such as articles.docx=2013-06-26,2013-07-01."
        raise CommandError(message, returncode=2) from wrong
    for given_day in (found.adopted_on, found.effective_on):
        if given_day is not None and not EARLIEST <= given_day <= LATEST:
            message = f"{given}: {given_day} is not between {EARLIEST} and {LATEST}."
            raise CommandError(message, returncode=2)
    if found.effective_on and found.effective_on < found.adopted_on:
        message = f"{given}: articles take effect on the day they are adopted or later."
        raise CommandError(message, returncode=2)
    return found


def _steps(
    company: Company, language: str, files: Sequence[DatedFile], by: User | None
) -> Iterator[HistoryStep]:
    """Each file beside the one before, the first beside the record; with `by`, recorded."""
    before: TreesByLanguage | None = None
    expiring: dict[str, date] = {}
    for dated in files:
        stored = company.intakes.filter(adopted_on=dated.adopted_on).first()
        is_there = stored is not None and stored.is_recorded
        if is_there and stored is not None and stored.text("text", language) == dated.text:
            here = present_trees(record.articles_as_of(company, dated.adopted_on), company)
            found = replace(next_step({language: dated.text}, here), present={})
            before = None
            on = stored.amendment.effective_on if stored.amendment else None
            yield HistoryStep(replace(dated, effective_on=on), found, "on record")
            continue
        if before is None:
            before = present_trees(record.articles_as_of(company, dated.adopted_on), company)
        before = {
            code: without_expired(tree, expiring, dated.adopted_on) for code, tree in before.items()
        }
        try:
            pending_texts.refuse_if_later_is_recorded(company, dated.adopted_on)
        except record.Refused as refused:
            raise CommandError(f"{dated.path}: {refused.sentence}", returncode=2) from refused
        found = next_step({language: dated.text}, before)
        if found.unreadable:
            sentence = next(iter(found.unreadable.values()))
            raise CommandError(f"{dated.path}: {sentence.en}", returncode=2)
        _require_known_addresses(found, dated)
        if by is not None:
            _record(company, language, dated, stored, by)
            before = None
        else:
            before = found.proposed
            expiring |= _days_told(found, dated)
        yield HistoryStep(dated, found, "shown" if by is None else "recorded")


def _days_told(found: IntakeStep, dated: DatedFile) -> dict[str, date]:
    """By identity, what ends on a day that its words or an answer tell."""
    told = [
        one for one in found.expiries if one.address in dated.expires or not one.has_to_be_asked()
    ]
    try:
        return days_of_expiry(told, dated.expires, dated.effective_on or dated.adopted_on)
    except record.Refused as refused:
        raise CommandError(f"{dated.path}: {refused.sentence}", returncode=2) from refused


def _require_known_addresses(found: IntakeStep, dated: DatedFile) -> None:
    for address in dated.expires:
        if address not in {one.address for one in found.expiries if one.keys}:
            message = (
                f"--expires {dated.adopted_on}/{address}: {dated.path} has no provision there that"
                " ends by itself."
            )
            raise CommandError(message, returncode=2)


def _answers(given: Sequence[str]) -> dict[date, dict[str, date | None]]:
    """The days of `--expires`. CommandError (status 2) where one cannot be read."""
    found: dict[date, dict[str, date | None]] = {}
    for each in given:
        adopted, _slash, rest = each.partition("/")
        address, _sign, day = rest.rpartition("=")
        try:
            first = None if day == "none" else date.fromisoformat(day)
            found.setdefault(date.fromisoformat(adopted), {})[address] = first
        except ValueError as wrong:
            message = (
                f"--expires {each}: not a provision and its day, such as"
                " 2013-06-26/supplementary:1=2013-07-01."
            )
            raise CommandError(message, returncode=2) from wrong
    return found


def _with_answers(files: Sequence[DatedFile], answers: Mapping[date, Answers]) -> list[DatedFile]:
    """The files with what `--expires` says of each."""
    if unknown := answers.keys() - {each.adopted_on for each in files}:
        message = f"--expires {min(unknown)}/…: no file is of that day."
        raise CommandError(message, returncode=2)
    return [replace(each, expires=answers.get(each.adopted_on, {})) for each in files]


def _record(
    company: Company, language: str, dated: DatedFile, stored: Intake | None, by: User
) -> None:
    """One step, in a transaction of its own: what was recorded before it stays."""
    given: dict[str, Any] = {
        "effective_on": dated.effective_on if dated.effective_on != dated.adopted_on else None,
        "effective_unknown": dated.effective_on is None,
        f"text_{language}": dated.text,
        f"file_{language}": dated.path.rpartition("/")[2][:LONGEST_FILE_NAME],
        "notes": dated.notes,
    }
    try:
        with transaction.atomic():  # what cannot be recorded does not wait there either
            if stored is None:
                stored = pending_texts.add_text(
                    company, by=by, adopted_on=dated.adopted_on, **given
                )
            else:
                stored = pending_texts.change_text(stored, by=by, version=stored.version, **given)
            to_record.record_text(stored, by=by, expiries=dated.expires)
    except record.Refused as refused:
        raise CommandError(f"{dated.path}: {refused.sentence}", returncode=2) from refused
