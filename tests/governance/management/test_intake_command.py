"""manage.py intake."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from jsonschema import Draft202012Validator

from tests.governance.intake.files.originals import deleted, inserted, p, pdf, r, word
from tests.paths import SCHEMAS

SCHEMA = SCHEMAS / "intake.schema.json"
JA = ["前書き", "その二", "（商号）", "第1条　当会社は、甲と称する。", "第2条　次のとおり。"]


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("intake", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "articles.docx"
    changed = r("第3条　本店は、") + deleted("京都市") + inserted(r("奈良市")) + r("に置く。")
    path.write_bytes(word(*map(p, JA), p(inner=changed)))
    return path


def test_json_is_what_its_schema_says(file: Path) -> None:
    data = json.loads(run(str(file), "--language", "ja", "--format", "json"))
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert (data["kind"], data["encoding"], data["articles"]) == ("docx", None, 3)
    assert [each["at"] for each in data["provisions"]] == [
        "main",
        *(at for n in (1, 2, 3) for at in (f"article:{n}", f"article:{n}/paragraph:1")),
    ]
    assert data["unplaced"] == [
        {
            "line": 2,
            "column": 1,
            "text": "その二",
            "why": "2行目は最初の条より前にあり、本文として残しました。",
            "kept": False,
        }
    ]
    assert data["notes"] == ["変更履歴（2か所）は承諾しました。6行目。"]
    assert data["text"].endswith("奈良市に置く。")


def test_tracked_changes_by_choice(file: Path) -> None:
    assert "奈良市" in run(str(file), "--language", "ja")
    assert "京都市" in run(str(file), "--language", "ja", "--tracked", "refuse")


def test_text_tells_lines_and_what_could_not_be_placed(file: Path) -> None:
    printed = run(str(file), "--language", "ja").splitlines()
    assert "    3    article:1: 第1条 （商号）" in printed
    assert "Articles: 3" in printed
    assert (
        "line 2, column 1: Line 2 stands before the first article and is kept as text. (その二)"
        in (printed)
    )


def test_pdf_and_encodings(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(*JA[2:]))
    assert (
        json.loads(run(str(tmp_path / "a.pdf"), "--language", "ja", "--format", "json"))[
            "text"
        ].split("\n")
        == JA[2:]
    )
    (tmp_path / "a.txt").write_bytes("\n".join(JA).encode("euc_jp"))
    data = json.loads(run(str(tmp_path / "a.txt"), "--language", "ja", "--format", "json"))
    assert (data["encoding"], data["text"]) == ("euc_jp", "\n".join(JA))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"no article here", "No article was found in the text"),
        ("a.docx", b"PK\x03\x04broken", "The file is damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "This is a picture, such as a scanned page"),
        ("a.ps", b"%!PS-Adobe-3.0", "This is neither a Word file"),
    ],
)
def test_bad_files_are_reported_in_one_line(
    tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CommandError) as caught:
        run(str(path), "--language", "en")
    assert caught.value.returncode == 2
    assert str(caught.value).startswith(f"{path}: {sentence}")
    assert "\n" not in str(caught.value)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file") as caught:
        run(str(tmp_path / "none.docx"), "--language", "en")
    assert caught.value.returncode == 2
