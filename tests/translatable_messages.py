"""Every message of the program that is to be translated, read off the code and the templates.

Done in Python alone, so that nobody needs GNU gettext. `python -m tests.translatable_messages`
prints what the catalogue lacks.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from tests.paths import ROOT

CALLS = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
}
CALLS_WITH_CONTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 2}


class Message(NamedTuple):
    """What is to be translated, with its plural and its context where it has them."""

    msgid: str
    plural: str = ""
    context: str = ""


def in_code(source: str) -> Iterator[Message]:
    """The messages of Python code: the literal arguments of the gettext functions."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        name = node.func.id
        texts = [
            one.value
            for one in node.args
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if name in CALLS and len(texts) >= CALLS[name]:
            yield Message(*texts[: CALLS[name]])
        elif name in CALLS_WITH_CONTEXT and len(texts) > CALLS_WITH_CONTEXT[name]:
            context, *rest = texts
            yield Message(*rest, *([""] if len(rest) == 1 else []), context)


def in_template(source: str) -> Iterator[Message]:
    """The messages of a template, by way of what Django itself makes of it for gettext."""
    code = templatize(source)
    calls = re.findall(
        r"\b(?:gettext|ngettext|pgettext|npgettext|_)"
        r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)",
        code,
    )
    for call in calls:
        try:
            yield from in_code(call)
        except SyntaxError:
            # ngettext is given the count as a name that is none in Python; only the texts matter.
            yield from in_code(re.sub(r",\s*count\)", ", 1)", call))


def messages() -> dict[Message, Path]:
    """Each message with a file where it stands."""
    found: dict[Message, Path] = {}
    for app in ("governance", "proposals"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                for message in in_code(path.read_text(encoding="utf-8")):
                    found.setdefault(message, path.relative_to(ROOT))
    templates = (path for end in ("html", "txt") for path in (ROOT / "templates").rglob(f"*.{end}"))
    for path in sorted(templates):
        for message in in_template(path.read_text(encoding="utf-8")):
            found.setdefault(message, path.relative_to(ROOT))
    return found


if __name__ == "__main__":
    # python -m tests.translatable_messages: what the catalogue lacks, ready to be filled in.
    import sys

    import polib

    catalogue = polib.pofile(str(ROOT / "governance/locale/ja/LC_MESSAGES/django.po"))
    known = {(entry.msgid, entry.msgid_plural, entry.msgctxt or "") for entry in catalogue}
    for message, path in messages().items():
        if message not in known:
            entry = polib.POEntry(msgid=message.msgid, occurrences=[(path.as_posix(), "")])
            if message.plural:
                entry.msgid_plural, entry.msgstr_plural = message.plural, {0: ""}
            sys.stdout.write(f"{entry}\n")
