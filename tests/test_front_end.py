"""Templates, style sheets and scripts: within their sizes, and nothing in them without a use."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from governance.papers.pdf import STYLE_SHEETS
from tests.paths import ROOT

COLUMNS = 120
LINES_OF_CSS = 1500
CLASSES_IN_SCRIPT = r'(?:className = |classList\.\w+\()"(.*?)"'
LINES_OF_DESK = 850
OF_DJANGO = {"errorlist"}
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SHEETS = sorted((ROOT / "static/css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").rglob("*.js"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def selectors(sheet: str) -> Iterator[str]:
    """What stands before each brace, at-rules among it."""
    yield from re.findall(r"([^{};]+)\{", re.sub(r"(?s)/\*.*?\*/", "", sheet))


def styled(sheet: str) -> set[str]:
    """The classes that a style sheet has rules for."""
    return {name for one in selectors(sheet) for name in re.findall(r"\.([a-zA-Z][\w-]*)", one)}


def written_in_template(source: str) -> Iterator[str]:
    """The classes in a template; what a page is as wide as is a block of its own in base.html."""
    for one in re.findall(r'(?s)class="(.*?)"|block desk %\}(.*?)\{% endblock', source):
        yield from re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", " ".join(one)).split()


def written_in_code(source: str) -> Iterator[str]:
    """The words of Python's literals that could be classes: no docstrings, no sentences."""
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield from written_in_template(node.value)
            yield from node.value.split() if re.fullmatch(r"[a-z -]+", node.value) else ()


def in_use() -> set[str]:
    """Every word that may be a class of a page: in a template, a script or Python."""
    found = set(OF_DJANGO)
    for path in TEMPLATES:
        found |= set(written_in_template(read(path)))
    for path in SCRIPTS:
        found |= {
            word for text in re.findall(CLASSES_IN_SCRIPT, read(path)) for word in text.split()
        }
    for app in ("governance", "proposals"):
        for path in (ROOT / app).rglob("*.py"):
            found |= set(written_in_code(read(path)))
    return found


def test_templates_are_no_wider_than_their_columns() -> None:
    assert [
        f"{named(path)}:{count}"
        for path in TEMPLATES
        for count, line in enumerate(read(path).splitlines(), 1)
        if len(line) > COLUMNS
    ] == []


def test_style_sheets_stay_small() -> None:
    assert sum(len(read(path).splitlines()) for path in SHEETS) < LINES_OF_CSS


def test_scripts_of_the_desk_stay_small() -> None:
    desk = [path for path in SCRIPTS if path.parent.name == "desk"]
    assert sum(len(read(path).splitlines()) for path in desk) < LINES_OF_DESK


def test_every_class_with_rules_is_in_use() -> None:
    used = in_use()
    assert [
        f"{named(path)}: {name}" for path in SHEETS for name in sorted(styled(read(path)) - used)
    ] == []


def test_no_class_is_one_of_a_numbered_row() -> None:
    """A number is a custom property, set where it is known: beside-3, beside-4 … are no classes."""
    numbered = re.compile(r"-\d+$")
    assert [
        f"{named(path)}: {name}"
        for path in SHEETS
        for name in sorted(styled(read(path)))
        if numbered.search(name)
    ] == []


def test_every_style_sheet_and_script_is_loaded() -> None:
    loaded = set(STYLE_SHEETS)
    for path in TEMPLATES:
        loaded |= set(re.findall(r"\{% static '([^']+)' %\}", read(path)))
    for path in SCRIPTS:
        folder = path.relative_to(ROOT / "static").parent.as_posix()
        loaded |= {
            f"{folder}/{name}" for name in re.findall(r'(?:from|import) "\./(.*?)"', read(path))
        }
    static = {path.relative_to(ROOT / "static").as_posix() for path in (*SHEETS, *SCRIPTS)}
    assert static - loaded == set()
    assert [name for name in loaded if not (ROOT / "static" / name).is_file()] == []


def test_pages_have_no_style_or_script_of_their_own() -> None:
    """The browser is told to refuse both. Only what is printed is given numbers as properties."""
    own = re.compile(r"(?i)<style|<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=(?!\"--[\w-]+: \{\{)")
    assert [named(path) for path in TEMPLATES if own.search(read(path))] == []
    with_numbers = {named(path) for path in TEMPLATES if "style=" in read(path)}
    assert {path.split("/")[1] for path in with_numbers} == {"paper"}


def test_what_is_wrong_is_found() -> None:
    """All else here passes when nothing is found: so it is shown that something would be."""
    sheet = "/* .no */ .a.b:is(.c, d) > e { top: 1.5em } @media print { .f-3 { left: 0.2em } }"
    assert styled(sheet) == {"a", "b", "c", "f-3"}
    code = '"""doc"""; x = ["a b", f"c-d {y}", "A sentence.", \'<p class="e">\']'
    assert sorted(written_in_code(code)) == ["a", "b", "c-d", "e"]
    page = '{% block desk %}wide{% endblock %}<p class="a {{ b|c }}{% if d %} e{% endif %}">'
    assert set(written_in_template(page)) == {"wide", "a", "e"}
    assert "no-such-class" not in in_use()
