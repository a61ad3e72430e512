"""The check of terms written two ways, as far as it can be told without a dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from governance.text.checks.checked_version import CheckedVersion
from governance.text.citations.cite import Edit
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message


def term_variant(version: CheckedVersion) -> Iterator[Finding]:
    """A term of the text's own that reads otherwise in fewer places: 取締役会 and 取締役会議,
    "Board of Directors" and "Board of Director". Older supplementary provisions keep theirs."""
    lines = [line for line in version.lines if not version.is_old(line.provision)]
    whole = "\n".join(line.text for line in lines)
    variants_in = language_for(version.articles.language).variants(whole)
    for line in lines:
        for variant in variants_in(line.text):
            shown = " ".join(variant.text.split())
            edit = Edit(variant.start, variant.start + len(variant.text), variant.term)
            yield version.found(
                "term-variant",
                line.provision,
                Message(
                    f"{shown} reads {variant.term} elsewhere.",
                    f"「{shown}」は、ほかでは「{variant.term}」と書かれています。",
                ),
                (variant.text, variant.term),
                version.fix(line, [edit]),
            )
