"""The overrides file of the command `compare`: JSON to underlines moved by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from governance.text.table.overrides import UnderlineOverride
from governance.text.tree.provision import ArticlesOfIncorporation

_FIELDS = {"at": str, "side": str, "spans": list, "place": int}
_OPTIONAL = ("place",)
_SPAN_FIELDS = {"text": str, "changed": bool}
_NAMES = {str: "a string", list: "a list", int: "a whole number", bool: "true or false"}


class OverridesFileError(ValueError):
    """What is wrong with the file, and in which override, in one line."""


def overrides(
    data: object, present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> list[UnderlineOverride]:
    """The overrides in parsed JSON, their addresses made identities of the articles of their side.

    Raises OverridesFileError for anything that is not as docs/text.md describes the file.
    """
    if not isinstance(data, list):
        raise OverridesFileError("The overrides file must hold a list.")
    sides = {"present": present, "proposed": proposed}
    found = []
    for number, entry in enumerate(data, 1):
        try:
            found.append(_override(entry, sides))
        except OverridesFileError as wrong:
            raise OverridesFileError(f"Override {number}: {wrong}") from wrong
    return found


def _override(entry: object, sides: Mapping[str, ArticlesOfIncorporation]) -> UnderlineOverride:
    fields = _fields(entry, _FIELDS, _OPTIONAL)
    side, at, place = fields["side"], fields["at"], fields.get("place", 0)
    if side not in sides:
        raise OverridesFileError(f'"side" must be present or proposed, not {side!r}.')
    provision = sides[side].find(at)
    if provision is None:
        raise OverridesFileError(f"there is no provision at {at} on the {side} side.")
    if place < 0:
        raise OverridesFileError('"place" must not be negative.')
    text, ranges = "", []
    for span in fields["spans"]:
        part = _fields(span, _SPAN_FIELDS)
        if not part["text"]:
            raise OverridesFileError('"text" of a span must not be empty.')
        if part["changed"]:
            ranges.append((len(text), len(text) + len(part["text"])))
        text += part["text"]
    if not text:
        raise OverridesFileError('"spans" must not be empty.')
    return UnderlineOverride(provision.key, side, text, tuple(ranges), place)


def _fields(
    entry: object, types: Mapping[str, type], optional: Collection[str] = ()
) -> Mapping[str, Any]:
    """The entry, once it has the fields of these types and no others."""
    if not isinstance(entry, dict):
        raise OverridesFileError("an override, and each of its spans, must be an object.")
    for field in types:
        if field not in entry and field not in optional:
            raise OverridesFileError(f'"{field}" is missing.')
    for field, value in entry.items():
        if field not in types:
            raise OverridesFileError(f'there is no field "{field}".')
        if type(value) is not types[field]:
            raise OverridesFileError(f'"{field}" must be {_NAMES[types[field]]}.')
    return entry
