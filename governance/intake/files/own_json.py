"""The articles of a day as this program writes them as JSON, back to text."""

import json
from collections.abc import Iterator
from typing import Any

from governance.text.languages import language_for
from governance.text.reading.compose import ProvisionContent, compose_provision
from governance.text.reading.write import with_line_end
from governance.text.tree.provision import Kind, Number, Provision


def text_of_own_json(text: str) -> str | None:
    """The text of articles in that form (docs/schema/articles.schema.json), None for any other."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text)
        return _text(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _text(data: dict[str, Any]) -> str:
    code = language_for(data["language"]).CODE
    return "".join(
        text
        for part in data["parts"]
        for text in (
            f"{part['title']}\n" if part["title"] else "",
            *(with_line_end(unit).written() for unit in _provisions(part["provisions"], code)),
        )
    )


def _provisions(given: list[dict[str, Any]], code: str) -> Iterator[Provision]:
    for each in given:
        number = each["number"]
        content = ProvisionContent(
            Kind(each["kind"]),
            Number(*map(int, str(number).split("-"))) if number else None,
            str(each["caption"]),
            str(each["text"]),
        )
        yield compose_provision(content, code)
