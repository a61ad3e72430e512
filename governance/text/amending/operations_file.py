"""The operations file of the command `amend`: JSON to operations on a text that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from governance.text.amending.operations import (
    START,
    SUPPLEMENTARY,
    Anchor,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
    anchor_named,
)
from governance.text.amending.placements import has_sections
from governance.text.tree.provision import HEADINGS, ArticlesOfIncorporation, Kind

_FIELDS = {
    "insert": ({"after"}, {"caption", "text", "branch", "kind", "numbered"}),
    "replace": ({"at"}, {"caption", "text"}),
    "delete": ({"at"}, {"keep_number"}),
    "move": ({"at", "after"}, set()),
}
_KINDS = (*(Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.PARAGRAPH, Kind.ITEM),)


class OperationsFileError(ValueError):
    """What is wrong with the file, and in which operation, in one line."""


def operations(data: object, present: ArticlesOfIncorporation) -> list[Operation]:
    """The operations in parsed JSON, their addresses made identities of `present`.

    An insertion is known by the key `insert:N`, N its place in the file from 1. Raises
    OperationsFileError for anything that is not as docs/text.md describes the file.
    """
    if not isinstance(data, list):
        raise OperationsFileError("The operations file must hold a list.")
    return _in_one_part([_operation(place, entry, present) for place, entry in enumerate(data, 1)])


def _in_one_part(operations: list[Operation]) -> list[Operation]:
    """The operations, of those that open a supplementary part all but the first put behind one
    another in the part that it opens."""
    last = ""
    for place, each in enumerate(operations):
        if isinstance(each, Insert) and each.after is SUPPLEMENTARY:
            operations[place] = replace(each, after=last or SUPPLEMENTARY)
            last = each.key
    return operations


def _operation(place: int, entry: object, present: ArticlesOfIncorporation) -> Operation:
    def wrong(what: str) -> OperationsFileError:
        return OperationsFileError(f"Operation {place}: {what}")

    if not isinstance(entry, dict):
        raise wrong("it must be an object.")
    name = entry.get("op")
    if not isinstance(name, str) or name not in _FIELDS:
        raise wrong(f'"op" must be one of {", ".join(_FIELDS)}, not {name!r}.')
    if problem := _problem(name, entry):
        raise wrong(problem)

    def key_of(address: str) -> str:
        found = present.find(address)
        if found is None:
            raise wrong(f"there is no provision at {address}.")
        return found.key

    match name:
        case "delete":
            return Delete(key_of(entry["at"]), entry.get("keep_number", False))
        case "move":
            return Move(key_of(entry["at"]), _anchor(entry["after"], present, wrong))
        case "replace":
            return _replace(key_of(entry["at"]), entry, present)
        case _:
            return _insert(place, entry, present, wrong)


def _problem(name: str, entry: Mapping[str, Any]) -> str:
    """What is wrong with the fields of an entry, "" when nothing is."""
    required, optional = _FIELDS[name]
    for field in sorted(required - set(entry)):
        return f'"{field}" is missing.'
    for field in sorted(set(entry) - required - optional - {"op"}):
        return f'"{field}" is no field of "{name}".'
    for field in ("at", "after", "caption", "text", "kind"):
        if not isinstance(entry.get(field, ""), str):
            return f'"{field}" must be a string.'
    for field in ("branch", "keep_number", "numbered"):
        if not isinstance(entry.get(field, False), bool):
            return f'"{field}" must be true or false.'
    return ""


def _insert(
    place: int, entry: Mapping[str, Any], present: ArticlesOfIncorporation, wrong: Any
) -> Insert:
    kind = entry.get("kind", "article")
    if kind not in _KINDS:
        raise wrong(f'"kind" must be one of {", ".join(_KINDS)}, not {kind!r}.')
    caption, text = entry.get("caption", ""), entry.get("text", "")
    after = _anchor(entry["after"], present, wrong)
    if kind in HEADINGS and not _is_in_article(after, present):
        if caption and text:
            raise wrong("a heading has no wording: give its title alone.")
        caption, text = caption or text, ""
    if not (caption or text).strip():
        raise wrong('an insertion needs a "text".')
    opens_first = after is SUPPLEMENTARY and not present.supplementary
    return Insert(
        key=f"insert:{place}",
        after=after,
        caption=caption,
        body=text,
        kind=kind,
        branch=entry.get("branch", False),
        is_numbered=entry.get("numbered", False if opens_first else None),
    )


def _replace(key: str, entry: Mapping[str, Any], present: ArticlesOfIncorporation) -> Replace:
    caption, text = entry.get("caption"), entry.get("text")
    target = present.by_key(key)
    if target is not None and target.kind in HEADINGS and not _is_in_article(key, present):
        return Replace(key, caption if text is None else text, None)
    return Replace(key, caption, text)


def _is_in_article(place: Anchor, present: ArticlesOfIncorporation) -> bool:
    """Whether a place is within an article, so that a section there is Section 4.1 of Article 4 and
    no heading over articles."""
    if not isinstance(place, str):
        return False
    found, parent = present.by_key(place), present.parent_of(place)
    is_below = parent is not None and parent.kind is not Kind.PART
    return is_below or (found is not None and has_sections(found))


def _anchor(after: str, present: ArticlesOfIncorporation, wrong: Any) -> Anchor:
    """The identity an `after` means. `supplementary` is the end of the last supplementary part;
    where that has no articles, or there is none, a part that the insertion opens."""
    anchor = anchor_named(after)
    if anchor is START:
        return START
    if anchor is SUPPLEMENTARY:
        units = present.supplementary[-1].children if present.supplementary else ()
        articles = [unit.key for unit in units if unit.kind is Kind.ARTICLE]
        return articles[-1] if articles else SUPPLEMENTARY
    found = present.find(after)
    if found is None:
        raise wrong(f"there is no provision at {after}.")
    return found.key
