"""manage.py articles."""

import json
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from governance.models import Company, User
from governance.papers.articles import articles_of_day, paper_of
from governance.papers.as_json import as_json
from governance.papers.fonts import Face
from governance.papers.pdf import pdf
from governance.papers.plain_text import plain_text
from governance.papers.word import word
from governance.text.amending.operations import Insert
from tests.adoptions import adopted, found, keys

JUNE, JULY = date(2013, 6, 26), date(2013, 7, 1)
NEW = "Article 2.\nNew.\n"


@pytest.fixture
def amended(company: Company, legal: User) -> Company:
    """Two articles; on 26 June a new Article 2 is adopted for 1 July."""
    found(company, "The name is IIJ.", "The seat is in Tokyo.", by=legal)
    at = keys(company, JUNE)
    adopted(
        company,
        Insert("c1", after=at["1"], body="New."),
        by=legal,
        adopted_on=JUNE,
        effective_on=JUNE,
        days={"c1": (JULY, None)},
    )
    return company


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def run(*arguments: str, out: Any = None) -> str:
    out = out or StringIO()
    call_command("articles", *arguments, stdout=out)
    return "" if isinstance(out, TextIOWrapper) else out.getvalue()


def refused(*arguments: str, **given: Any) -> str:
    with pytest.raises(CommandError) as error:
        run(*arguments, **given)
    assert error.value.returncode == 2
    assert "\n" not in str(error.value)
    return str(error.value)


def test_text_by_both_clocks(amended: Company) -> None:
    of_june = ("3774", "--on", "2013-06-26", "--language", "en")
    both = "Article 1.\nThe name is IIJ.\n\n", "\nArticle 3.\nThe seat is in Tokyo.\n"
    assert run(*of_june) == both[0] + NEW + both[1]
    assert run(*of_june, "--as", "adopted") == both[0] + NEW + both[1]
    assert run(*of_june, "--as", "in-force") == both[0].rstrip("\n") + "\n" + both[1]
    before = run("3774", "--on", "2013-06-25", "--language", "en")
    assert before == "Article 1.\nThe name is IIJ.\n\nArticle 2.\nThe seat is in Tokyo.\n"


def test_without_a_day_it_is_today(amended: Company) -> None:
    assert NEW in run("3774", "--language", "en", "--as", "in-force")


def test_each_format_is_what_the_papers_make(amended: Company, tmp_path: Path) -> None:
    of_july = articles_of_day(amended, JULY, "in_force", "en")
    expected = {
        "text": plain_text(of_july).encode(),
        "json": (json.dumps(as_json(of_july), ensure_ascii=False, indent=1) + "\n").encode(),
        "pdf": pdf(paper_of(of_july)),
        "docx": word(paper_of(of_july)),
    }
    asked = ("3774", "--on", "2013-07-01", "--as", "in-force", "--language", "en", "--format")
    for kind, data in expected.items():
        file = tmp_path / f"articles.{kind}"
        assert run(*asked, kind, "--output", str(file)) == ""
        assert file.read_bytes() == data
        stream = BytesIO()
        out = TextIOWrapper(stream, "utf-8")
        run(*asked, kind, out=out)
        out.flush()
        assert stream.getvalue() == data


def test_a_file_that_is_no_text_is_not_for_a_terminal(amended: Company) -> None:
    for kind in ("pdf", "docx"):
        asked = ("3774", "--on", "2013-07-01", "--language", "en", "--format", kind)
        assert refused(*asked, out=Terminal()) == (
            "This kind of file is not for a terminal; name a file with --output."
        )


def test_missing_font_stops_it_before_it_writes(
    amended: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Face, "path", tmp_path / "no.otf")
    output = tmp_path / "articles.pdf"
    asked = ("3774", "--on", "2013-07-01", "--language", "en", "--format", "pdf")
    with pytest.raises(CommandError) as error:
        run(*asked, "--output", str(output))
    assert str(error.value) == (
        "The font file files/SourceSerifPro-Regular.otf of the package font_source_serif_pro is"
        " missing. Run make setup."
    )
    assert not output.exists()


def test_bad_input_is_refused_in_one_line(amended: Company, tmp_path: Path) -> None:
    en = ("--language", "en")
    assert refused("9999", *en) == "9999: there is no company of this securities code."
    assert refused("37\x0074", *en).endswith("there is no company of this securities code.")
    assert refused("3774", "--language", "ja") == (
        "3774: the company does not keep its articles in this language (ja)."
    )
    for day in ("2013-06-31", "26 June 2013", ""):
        assert refused("3774", "--on", day, *en) == f"--on {day}: not a date such as 2027-06-25."
    assert refused("3774", "--on", "1999-01-01", *en) == (
        "3774: no articles are on record as adopted by 1999-01-01."
    )
    assert refused("3774", "--on", "1999-01-01", "--as", "in-force", *en) == (
        "3774: no articles are on record as in force on 1999-01-01."
    )
    nowhere = str(tmp_path / "none" / "articles")
    for kind in ("text", "pdf"):
        asked = ("3774", *en, "--format", kind, "--output", nowhere)
        assert refused(*asked) == f"{nowhere}: No such file or directory."


def test_choices_that_are_none_are_refused(amended: Company) -> None:
    for wrong in (("--as", "resolved"), ("--format", "rtf"), ("--language", "fr")):
        with pytest.raises(CommandError):
            run("3774", "--language", "en", *wrong)
    with pytest.raises(CommandError):
        run("3774")
