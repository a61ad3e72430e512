"""The words of a comparison table, which each language has for its usual kinds of tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableWords:
    """The titles of the columns, what stands for a provision that is new, deleted, left out or
    unchanged, the note above the table and its title; "" where there is none."""

    present_title: str
    proposed_title: str
    inserted_label: str
    deleted_label: str
    omitted_label: str
    unchanged_label: str
    note: str = ""
    title: str = ""
