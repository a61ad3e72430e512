"""A provision as a text to be recognised in another version."""

from __future__ import annotations

from dataclasses import dataclass

from governance.text.comparing.align import WordEncoder
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind, Number, Provision

_NUMERALS = pattern(r"[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """A provision as matching sees it. `lead` is its first line; `encoded` has a character for each
    word of the captions below it and of its `lines`; `without_digits` is equal for texts that
    differ in digits only."""

    kind: Kind
    number: Number | None
    caption: str
    lead: str
    encoded: str
    lines: tuple[str, ...]
    without_digits: str
    is_deleted_placeholder: bool


def text_of(provision: Provision, encoder: WordEncoder) -> ProvisionText:
    """The provision with everything below it, as matching sees it; of a chapter its heading."""
    lines = [line for each in provision.walk() for line in each.lines]
    captions = [each.caption for each in provision.walk() if each is not provision and each.caption]
    if provision.kind is Kind.CHAPTER:
        captions, lines = [provision.caption], []
    encoded = tuple(map(encoder.encode, lines))
    text = "\n".join((*captions, *lines))
    return ProvisionText(
        provision.kind,
        provision.number,
        provision.caption,
        lines[0] if lines else "",
        "".join((*map(encoder.encode, captions), *encoded)),
        encoded,
        f"{provision.kind} {provision.caption} {_NUMERALS.sub('0', text)}",
        is_deleted_placeholder(provision),
    )
