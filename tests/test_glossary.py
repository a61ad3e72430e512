"""docs/glossary.md against the code and the Japanese of the interface."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import polib
import pytest

from tests.paths import DOCS, ROOT

CATALOGUE = ROOT / "governance" / "locale" / "ja" / "LC_MESSAGES" / "django.po"
SOURCES = sorted(
    file
    for app in ("governance", "proposals")
    for file in (ROOT / app).rglob("*.py")
    if "migrations" not in file.parts
)


class Term(NamedTuple):
    """A row of the glossary."""

    english: str
    not_said: tuple[str, ...]
    code_words: tuple[str, ...]


def terms() -> Iterator[Term]:
    for line in (DOCS / "glossary.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and cells[0] != "English":
            not_said = tuple(word for word in re.split("[、,]", cells[2]) if word)
            yield Term(cells[0], not_said, tuple(re.findall("`([^`]+)`", cells[3])))


def names() -> set[str]:
    """Every name, attribute, string of one word, and module of the program."""
    found = {part for file in SOURCES for part in (*file.parts[:-1], file.stem)}
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                    found.add(name)
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    found.add(name)
                case ast.Constant(value=str(text)):
                    found.update(re.findall(r"[\w-]+", text))
    return found


TERMS = tuple(terms())


def test_the_glossary_has_terms() -> None:
    assert len(TERMS) > 40
    assert len({term.english for term in TERMS}) == len(TERMS)


def test_every_code_word_of_the_glossary_is_in_the_code() -> None:
    known = names()
    words = {word for term in TERMS for code in term.code_words for word in parts_of(code)}
    assert sorted(words - known) == []


def parts_of(code: str) -> list[str]:
    """The names in a code word: `Number(9, 2)` is Number, `Folded.hits` Folded and hits."""
    return re.findall(r"[A-Za-z_]\w*", code)


@pytest.mark.parametrize(
    ("word", "instead"),
    [(word, term.english) for term in TERMS for word in term.not_said],
)
def test_the_interface_has_no_second_word_for_a_term(word: str, instead: str) -> None:
    assert [text for text in said_in_japanese() if word in text] == []


@cache
def said_in_japanese() -> tuple[str, ...]:
    """All that the interface says in Japanese, in the catalogue and in the code."""
    catalogue = polib.pofile(str(CATALOGUE))
    said = [text for entry in catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]
    said += [text for file in SOURCES for text in japanese_messages(file.read_text("utf-8"))]
    return tuple(said)


def japanese_messages(source: str) -> Iterator[str]:
    """The second text of each `Message(en, ja)` in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message":
            texts = [*node.args[1:], *(word.value for word in node.keywords if word.arg == "ja")]
            for text in texts:
                yield "".join(
                    str(part.value) for part in ast.walk(text) if isinstance(part, ast.Constant)
                )
