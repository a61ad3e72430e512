"""manage.py history."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from jsonschema import Draft202012Validator

from governance import record
from governance.management.commands.history import NOBODY
from governance.models import Amendment, AuditEntry, Company, Intake, User
from governance.models.wording import Clock
from tests.governance.intake.files.originals import p, pdf, word
from tests.governance.intake.test_to_record import EN_2008, EN_2012, EN_2013, JA_2008
from tests.paths import SCHEMAS

pytestmark = pytest.mark.django_db


def run(*arguments: str, language: str = "en") -> str:
    out = StringIO()
    call_command(
        "history", "3774", *arguments, "--language", language, stdout=out, stderr=StringIO()
    )
    return out.getvalue()


def refusal(*arguments: str, language: str = "en") -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments, language=language)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def files(tmp_path: Path, company: Company) -> list[str]:
    (tmp_path / "2008.txt").write_text(EN_2008, "utf-8")
    (tmp_path / "2012.docx").write_bytes(word(*map(p, EN_2012.split("\n"))))
    (tmp_path / "2013.pdf").write_bytes(pdf(*EN_2013.split("\n"), language="en"))
    return [
        f"{tmp_path / '2013.pdf'}=2013-06-26",
        f"{tmp_path / '2008.txt'}=2008-06-27",
        f"{tmp_path / '2012.docx'}=2012-06-27,2012-07-01",
    ]


def test_history_is_shown_and_nothing_is_written(files: list[str]) -> None:
    data = json.loads(run(*files, "--format", "json"))
    schema = json.loads((SCHEMAS / "history.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    compared = json.loads((SCHEMAS / "compare.schema.json").read_text("utf-8"))
    first, second, third = data["steps"]
    assert first["comparison"] is None
    for each in (second, third):
        Draft202012Validator(compared).validate(each["comparison"])
    assert [each["adopted_on"] for each in data["steps"]] == [
        "2008-06-27",
        "2012-06-27",
        "2013-06-26",
    ]
    assert second["effective_on"] == "2012-07-01"
    assert second["comparison"]["inserted"] == ["article:3"]
    assert ["article:3", "article:4"] in second["comparison"]["pairs"]
    assert third["comparison"]["amended"] == [["article:4", "article:4"]]
    assert third["comparison"]["deleted"] == ["supplementary:1"]
    assert not Intake.objects.exists()
    assert not Amendment.objects.exists()
    assert not User.objects.filter(username=NOBODY).exists()


def numbers_on(company: Company, day: date, clock: Clock) -> list[str]:
    rows = record.articles_as_of(company, day, clock=clock)
    return [row.label for row in rows if row.kind == "article"]


def test_history_is_recorded(files: list[str], company: Company) -> None:
    printed = run(*files, "--record")
    assert "2012-06-27, in force from 2012-07-01" in printed
    assert "_Osaka_" in printed
    assert numbers_on(company, date(2012, 6, 30), "in_force") == ["1", "2", "3", "1"]
    assert numbers_on(company, date(2012, 6, 30), "adopted") == ["1", "2", "3", "4", "1"]
    assert Intake.objects.filter(amendment=None).count() == 0


def test_what_is_recorded_lives_on_from_text_to_text(files: list[str], company: Company) -> None:
    run(*files, "--record")
    rows = record.articles_as_of(company, date(2020, 1, 1))
    (location,) = (row for row in rows if row.number == 4)
    steps = record.history_of(location.article)
    assert "in Osaka" in location.body_en
    assert [step.kind for step in steps] == ["made", "renumbered", "amended"]


def test_nobody_in_particular_has_recorded_it(files: list[str], company: Company) -> None:
    run(*files, "--record")
    (actor,) = {entry.actor for entry in AuditEntry.objects.all()}
    assert (actor.username, actor.is_active, actor.has_usable_password()) == (NOBODY, False, False)


@pytest.mark.parametrize("written", ["?", "unknown"])
def test_day_of_effect_that_is_not_known_yet(
    files: list[str], company: Company, written: str
) -> None:
    given = [files[0].replace("=2013-06-26", f"=2013-06-26,{written}"), *files[1:]]
    data = json.loads(run(*given, "--record", "--format", "json"))
    Draft202012Validator(json.loads((SCHEMAS / "history.schema.json").read_text("utf-8"))).validate(
        data
    )
    days = ["2008-06-27", "2012-07-01", None]
    assert [each["effective_on"] for each in data["steps"]] == days
    assert Amendment.objects.get(adopted_on=date(2013, 6, 26)).effective_on is None
    rows = record.articles_as_of(company, date(2030, 1, 1), clock="in_force")
    assert any("in Tokyo" in row.body_en for row in rows)
    assert "in force from a day not known yet" in run(*given)
    # What is on record is printed as it stands there, whatever the argument is.
    again = json.loads(run(*files, "--format", "json"))
    assert [each["effective_on"] for each in again["steps"]] == days


def test_an_interruption_loses_nothing_and_the_rest_goes_on(
    files: list[str], company: Company, legal: User
) -> None:
    bad = Path(files[2].partition("=")[0])
    good = bad.read_bytes()
    twice = EN_2012.replace("Article 4.", "Article 3.")
    bad.write_bytes(word(*map(p, twice.split("\n"))))
    assert "same number" in refusal(*files, "--record", "--by", "legal")
    assert Amendment.objects.count() == 1
    bad.write_bytes(good)
    data = json.loads(run(*files, "--record", "--by", "legal", "--format", "json"))
    assert [each["state"] for each in data["steps"]] == ["on record", "recorded", "recorded"]
    assert Amendment.objects.count() == 3
    assert {entry.actor for entry in AuditEntry.objects.all()} == {legal}
    # And again: all is there.
    data = json.loads(run(*files, "--record", "--by", "legal", "--format", "json"))
    assert [each["state"] for each in data["steps"]] == ["on record"] * 3


def test_what_cannot_be_recorded_does_not_stand_in_the_way(
    files: list[str], company: Company
) -> None:
    run(files[2], "--record")
    path = files[1].partition("=")[0]
    for extra in ([], ["--record"]):
        assert "cannot be brought in after them" in refusal(files[1], *extra)
    bad = Path(path)
    bad.write_text(EN_2008.replace("Article 3.", "Article 2."), "utf-8")
    assert "same number" in refusal(f"{path}=2012-12-01", "--record")
    assert not Intake.objects.filter(amendment=None).exists()
    run(files[0], "--record")
    assert Amendment.objects.count() == 2


def test_japanese(tmp_path: Path, company: Company) -> None:
    (tmp_path / "a.txt").write_bytes(JA_2008.encode("cp932"))
    (tmp_path / "b.txt").write_bytes(JA_2008.replace("東京都", "大阪府").encode("euc_jp"))
    given = [f"{tmp_path / 'a.txt'}=2008-06-27", f"{tmp_path / 'b.txt'}=2012-06-27"]
    printed = run(*given, language="ja")
    assert "_東京都_" in printed
    assert "_大阪府_" in printed
    run(*given, "--record", language="ja")
    assert company.wordings.filter(kind="article", number=3).count() == 2


def test_bad_input_is_reported_in_one_line(
    files: list[str], tmp_path: Path, company: Company
) -> None:
    path = files[1].partition("=")[0]
    assert "not a file and its days" in refusal(path)
    assert "not a file and its days" in refusal(f"{path}=2008-13-01")
    assert "not a file and its days" in refusal(f"{path}=2008-06-27,soon")
    assert "is not between 1870-01-01 and" in refusal(f"{path}=0001-01-01")
    assert "is not between 1870-01-01 and" in refusal(f"{path}=2008-06-27,9999-12-31")
    assert "take effect on the day" in refusal(f"{path}=2008-06-27,2008-06-26")
    assert "is the day of" in refusal(files[1], f"{path}=2008-06-27")
    assert "No such file" in refusal(f"{tmp_path / 'none'}=2008-06-27")
    assert "No article was found" in refusal(f"{path}=2008-06-27", language="ja")
    assert "no person of this name" in refusal(*files, "--record", "--by", "somebody")
    with pytest.raises(CommandError, match="no company") as caught:
        call_command("history", "0000", *files, "--language", "en")
    assert caught.value.returncode == 2


def test_language_that_the_company_does_not_keep(files: list[str], company: Company) -> None:
    Company.objects.filter(pk=company.pk).update(keeps_english=False)
    assert "does not keep its articles in this language" in refusal(*files)


ENDING = {
    "en": (
        EN_2008.split("Supplementary")[0]
        + "Supplementary Provisions\n"
        + "Article 1. These Supplementary Provisions shall be deleted {}.\n"
    ),
    "ja": JA_2008.split("附則")[0] + "附則\n第１条　本附則は、{}これを削除する。\n",
}
ON_A_DAY = {"en": "as of October 1, 2013", "ja": "2013年10月１日をもって"}
SOME_DAY = {"en": "thereafter", "ja": "その後"}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("effective", ["", ",?"])
def test_what_ends_by_itself_is_read_and_recorded(
    tmp_path: Path, company: Company, language: str, effective: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENDING[language].format(ON_A_DAY[language]), "utf-8")
    given = f"{path}=2013-06-26{effective}"
    assert "Expires on 2013-10-01: supplementary:1" in run(given, language=language)
    (step,) = json.loads(run(given, "--record", "--format", "json", language=language))["steps"]
    assert [(each["at"], each["day"]) for each in step["expiries"]] == [
        ("supplementary:1", "2013-10-01")
    ]
    rows = company.wordings.filter(part__kind="supplementary")
    assert [row.expires_on for row in rows] == [date(2013, 10, 1)]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_day_that_the_words_do_not_tell_is_asked_for(
    tmp_path: Path, company: Company, language: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENDING[language].format(SOME_DAY[language]), "utf-8")
    given, at = f"{path}=2013-06-26", "2013-06-26/supplementary:1"
    assert f"give --expires {at}=DAY" in run(given, language=language)
    assert "ends by itself" in refusal(given, "--record", language=language)
    assert not Amendment.objects.exists()
    run(given, "--record", "--expires", f"{at}=2013-10-01", language=language)
    rows = company.wordings.filter(part__kind="supplementary")
    assert [row.expires_on for row in rows] == [date(2013, 10, 1)]


def test_answers_that_fit_nothing_are_reported(files: list[str], company: Company) -> None:
    assert "not a provision and its day" in refusal(*files, "--expires", "supplementary:1")
    assert "no file is of that day" in refusal(*files, "--expires", "2001-01-01/article:1=none")
    wrong = "2008-06-27/article:1=none"
    assert "has no provision there that ends" in refusal(*files, "--expires", wrong)


def test_what_has_ended_is_not_shown_as_deleted(tmp_path: Path, company: Company) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(ENDING["en"].format(ON_A_DAY["en"]), "utf-8")
    other.write_text(EN_2008.split("Supplementary")[0].replace("Tokyo", "Kyoto"), "utf-8")
    given = [f"{one}=2013-06-26", f"{other}=2014-06-25"]
    (_first, shown) = json.loads(run(*given, "--format", "json"))["steps"]
    assert shown["comparison"]["deleted"] == []
    (_first, recorded) = json.loads(run(*given, "--record", "--format", "json"))["steps"]
    assert recorded["comparison"] == shown["comparison"]
