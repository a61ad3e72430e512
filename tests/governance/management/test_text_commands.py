"""manage.py compare and manage.py amend: their output, held to the schemas, and their refusals."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from jsonschema import Draft202012Validator

from tests.paths import SCHEMAS

PRESENT = """(Name)
Article 1.
The name of the Company is Kamogawa Instruments.
(Head Office)
Article 2.
The head office is in Kyoto.
(Branches)
Article 3.
The Company may have branches besides the office of the preceding article and of Article 2.
"""
OPERATIONS: list[dict[str, Any]] = [
    {"op": "insert", "after": "article:1", "caption": "Objects", "text": "It makes instruments."},
    {"op": "delete", "at": "article:2"},
]


def schema(name: str) -> Draft202012Validator:
    data = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "present.txt").write_text(PRESENT, "utf-8")
    proposed = PRESENT.replace("is in Kyoto", "is in Nara")
    (tmp_path / "proposed.txt").write_text(proposed, "utf-8")
    (tmp_path / "operations.json").write_text(json.dumps(OPERATIONS), "utf-8")
    return tmp_path


def test_compare_prints_what_its_schema_says(files: Path) -> None:
    printed = run(
        "compare", str(files / "present.txt"), str(files / "proposed.txt"), "--language", "en"
    )
    data = json.loads(printed)
    schema("compare").validate(data)
    assert data["pairs"] == [[f"article:{n}", f"article:{n}"] for n in (1, 2, 3)]
    assert data["amended"] == [["article:2", "article:2"]]
    assert data["provisions"]["amended"] == [["article:2/paragraph:1", "article:2/paragraph:1"]]
    assert [row["kind"] for row in data["rows"]] == ["unchanged", "amended", "unchanged"]
    changed = [
        span["text"]
        for row in data["rows"]
        for line in row["proposed"]["lines"]
        for span in line["spans"]
        if span["changed"]
    ]
    assert changed == ["Nara"]


def test_compare_prints_text_and_html(files: Path) -> None:
    arguments = (str(files / "present.txt"), str(files / "proposed.txt"), "--language", "en")
    text = run("compare", *arguments, "--format", "text")
    assert "The head office is in _Nara_." in text
    html = run("compare", *arguments, "--format", "html")
    assert "<ins>Nara</ins>" in html
    assert "<del>Kyoto</del>" in html
    run("compare", *arguments, "--format", "text", "--output", str(files / "out.txt"))
    assert (files / "out.txt").read_text("utf-8") == text


def line(text: str, *underlined: str) -> list[dict[str, Any]]:
    """The spans of a line in which these words are underlined, in order."""
    spans, rest = [], text
    for words in underlined:
        before, _, rest = rest.partition(words)
        spans += [{"text": before, "changed": False}] if before else []
        spans.append({"text": words, "changed": True})
    return spans + ([{"text": rest, "changed": False}] if rest else [])


SEAT = "The head office is in Nara."
OVERRIDE = {"at": "article:2", "side": "proposed", "spans": line(SEAT, "in Nara")}
GONE = {"at": "article:2", "side": "proposed", "spans": line("It is in Gifu.", "in Gifu")}
IN_A_RUN = {"at": "article:3", "side": "present", "spans": line("Article 3", "3"), "place": 1}


def test_compare_takes_underlines_moved_by_hand_from_a_file(files: Path) -> None:
    overrides = [OVERRIDE, GONE, IN_A_RUN]
    schema("overrides").validate(overrides)
    (files / "overrides.json").write_text(json.dumps(overrides), "utf-8")
    data = json.loads(
        run(
            "compare",
            str(files / "present.txt"),
            str(files / "proposed.txt"),
            "--language=en",
            f"--overrides={files / 'overrides.json'}",
        )
    )
    schema("compare").validate(data)
    amended = data["rows"][1]
    assert amended["proposed"]["lines"][2]["spans"] == OVERRIDE["spans"]
    assert amended["present"]["lines"][2]["spans"] == line("The head office is in Kyoto.", "Kyoto")
    lost = [(each["code"], each["side"], each["at"]) for each in data["findings"]]
    assert lost == [
        ("override-lost", "proposed", "article:2"),
        ("override-lost", "present", "article:3"),
    ]


BAD_OVERRIDES = {
    "{": "line 1, column 2: not JSON",
    "{}": "The overrides file must hold a list.",
    '[{"at": "article:7", "side": "present", "spans": []}]': (
        "Override 1: there is no provision at article:7 on the present side."
    ),
}


@pytest.mark.parametrize(("overrides", "message"), BAD_OVERRIDES.items())
def test_compare_refuses_bad_overrides_in_one_line(
    files: Path, overrides: str, message: str
) -> None:
    path = files / "overrides.json"
    path.write_text(overrides, "utf-8")
    arguments = (str(files / "present.txt"), str(files / "proposed.txt"), "--language=en")
    with pytest.raises(CommandError) as caught:
        run("compare", *arguments, f"--overrides={path}")
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)
    assert caught.value.returncode == 2


def test_amend_prints_what_its_schema_says(files: Path) -> None:
    schema("operations").validate(OPERATIONS)
    arguments = (str(files / "present.txt"), str(files / "operations.json"), "--language", "en")
    data = json.loads(run("amend", *arguments))
    schema("amend").validate(data)
    assert data["inserted"] == ["article:2"]
    assert data["deleted"] == ["article:2"]
    assert data["pairs"] == [["article:1", "article:1"], ["article:3", "article:3"]]
    assert [each["outcome"] for each in data["consequences"]] == ["broken", "broken"]
    assert [each["code"] for each in data["findings"]] == ["broken-reference"] * 2
    assert run("amend", *arguments, "--format", "text") == data["text"]


BAD_OPERATIONS = {
    "{": "not JSON",
    '{"op": "delete"}': "must hold a list",
    "[3]": "Operation 1: it must be an object",
    '[{"op": "burn"}]': 'Operation 1: "op" must be one of insert, replace, delete, move',
    '[{"op": "delete"}]': 'Operation 1: "at" is missing',
    '[{"op": "delete", "at": 7}]': 'Operation 1: "at" must be a string',
    '[{"op": "delete", "at": "article:7"}]': "Operation 1: there is no provision at article:7",
    '[{"op": "delete", "at": "article:1", "keep_number": 1}]': "must be true or false",
    '[{"op": "delete", "at": "article:1", "why": ""}]': '"why" is no field of "delete"',
    '[{"op": "insert", "after": "article:1"}]': 'an insertion needs a "text"',
    '[{"op": "insert", "after": "article:1", "text": "x", "kind": "verse"}]': "must be one of",
    '[{"op": "delete", "at": "article:1"}, {"op": "move", "at": "article:1", "after": "start"}]': (
        "Operation 2: There are two operations on article:1"
    ),
    '[{"op": "insert", "after": "article:1/paragraph:1", "text": "x"}]': "cannot stand after",
    '[{"op": "replace", "at": "article:1", "text": "x"},'
    ' {"op": "delete", "at": "article:1/paragraph:1"}]': "article:1/paragraph:1 is inside",
}


@pytest.mark.parametrize(("operations", "message"), BAD_OPERATIONS.items())
def test_amend_refuses_bad_operations_in_one_line(
    files: Path, operations: str, message: str
) -> None:
    (files / "operations.json").write_text(operations, "utf-8")
    with pytest.raises(CommandError) as refused:
        run("amend", str(files / "present.txt"), str(files / "operations.json"), "--language", "en")
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "No such file"),
        (b"Article 1.\n\x93x\n", "line 2: not UTF-8"),
        (b"", "no article found"),
        (b"Nothing of the kind.\n", "no article found"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    files: Path, data: bytes | None, message: str
) -> None:
    path = files / "bad.txt"
    if data is not None:
        path.write_bytes(data)
    for arguments in (
        ("compare", str(path), str(files / "present.txt")),
        ("compare", str(files / "present.txt"), str(path)),
        ("amend", str(path), str(files / "operations.json")),
    ):
        with pytest.raises(CommandError) as refused:
            run(*arguments, "--language", "en")
        assert message in str(refused.value)
        assert "bad.txt" in str(refused.value)
        assert refused.value.returncode == 2


def test_an_output_that_cannot_be_written_is_refused(files: Path) -> None:
    arguments = (str(files / "present.txt"), str(files / "proposed.txt"), "--language", "en")
    with pytest.raises(CommandError) as refused:
        run("compare", *arguments, "--output", str(files / "none" / "out"))
    assert refused.value.returncode == 2


PAST = "Supplementary Provisions\nArticle 1.\nArticle 2 takes effect on July 1, 2027.\n"


def test_a_day_shows_what_has_passed_by_it(files: Path) -> None:
    (files / "present.txt").write_text(PRESENT + PAST, "utf-8")
    present, proposed = str(files / "present.txt"), str(files / "proposed.txt")
    (files / "operations.json").write_text("[]", "utf-8")
    for arguments in (
        ("compare", present, proposed, "--language", "en"),
        ("amend", present, str(files / "operations.json"), "--language", "en"),
    ):
        for day, found in (
            ("2027-07-01", set()),
            ("2027-07-02", {("supplementary-past", "supplementary:1")}),
        ):
            data = json.loads(run(*arguments, "--on", day))
            schema(arguments[0]).validate(data)
            assert {(each["code"], each["at"]) for each in data["findings"]} == found


@pytest.mark.parametrize("day", ["2027-02-29", "July 1, 2027", "2027", ""])
def test_a_day_that_is_none_is_refused_in_one_line(files: Path, day: str) -> None:
    for arguments in (
        ("compare", str(files / "present.txt"), str(files / "proposed.txt")),
        ("amend", str(files / "present.txt"), str(files / "operations.json")),
    ):
        with pytest.raises(CommandError) as refused:
            run(*arguments, "--language", "en", "--on", day)
        assert str(refused.value) == f"--on {day}: not a date such as 2027-06-25."
        assert refused.value.returncode == 2
