"""Wordings are written in `governance/record/` alone."""

import ast

from tests.paths import ROOT

WRITES = {
    "add",
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "update",
    "update_or_create",
}
BULK = {"bulk_create_with_history", "bulk_update_with_history"}


def writes_wordings(code: str) -> list[int]:
    """The lines on which a wording is made, or the table of wordings is written to."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        inside = {getattr(each, "id", getattr(each, "attr", "")) for each in ast.walk(node)}
        if name == "Wording" or (
            name in WRITES | BULK and not inside.isdisjoint({"Wording", "wordings"})
        ):
            found.append(node.lineno)
    return found


def test_only_the_record_writes_wordings() -> None:
    files = [file for app in ("governance", "proposals") for file in (ROOT / app).rglob("*.py")]
    writers = {
        str(file.parent.relative_to(ROOT))
        for file in files
        if "migrations" not in file.parts and writes_wordings(file.read_text("utf-8"))
    }
    assert writers == {"governance/record"}


def test_a_writer_is_seen() -> None:
    for code in (
        "Wording(number=1)",
        "models.Wording(number=1)",
        "Wording.objects.filter(pk=1).update(number=2)",
        "company.wordings.create(number=1)",
        "bulk_create_with_history(rows, Wording)",
    ):
        assert writes_wordings(code) == [1], code
    assert writes_wordings("Wording.objects.filter(pk=1); changes.update(a=1)") == []
