"""The keys by which provisions are known, read and written in one place.

In the tree a key is text and opaque: `Provision.key`. Read from the record it is an `ArticleKey` or
a `PartKey`; what a change of a proposal inserts has a `ChangeKey`. What stands below an article has
the key of the article and its own address within it ("a14/paragraph:2/item:1"); a supplementary
part that an insertion opens has the key of that insertion and "/part".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from governance.text.patterns import pattern

_ROW_KEY = pattern(r"(?P<letter>[acp])(?P<pk>[0-9]{1,18})")
_OPENED_PART = "/part"


@dataclass(frozen=True, slots=True)
class _RowKey:
    """The key of what is a row of the database, by its primary key."""

    letter: ClassVar[str]
    pk: int

    def __str__(self) -> str:
        return f"{self.letter}{self.pk}"


class ArticleKey(_RowKey):
    """An article or chapter heading of the record: "a14"."""

    __slots__ = ()
    letter = "a"


class ChangeKey(_RowKey):
    """What a change of a proposal inserts: "c8"; "c0" while the change is not stored."""

    __slots__ = ()
    letter = "c"


class PartKey(_RowKey):
    """A part of the record: "p1"."""

    __slots__ = ()
    letter = "p"


RowKey = ArticleKey | ChangeKey | PartKey


def row_key(text: str) -> RowKey | None:
    """The key of a row as written, None for anything else."""
    match = _ROW_KEY.fullmatch(text)
    if match is None:
        return None
    kinds: tuple[type[RowKey], ...] = (ArticleKey, ChangeKey, PartKey)
    return next(kind(int(match["pk"])) for kind in kinds if kind.letter == match["letter"])


def unit_key(key: str) -> str:
    """Of the key of something in an article, that of the article: "a14" of "a14/paragraph:2", and
    of "+a14/paragraph:2", a paragraph that new wording has added.
    """
    article, slash, _below = key.partition("/")
    return article.lstrip("+") if slash else key


def opened_part_key(opener: str) -> str:
    """The key of the supplementary part that the insertion of this key opens: "c8/part"."""
    return opener + _OPENED_PART


def opener_of(key: str) -> str | None:
    """The insertion that opens the part of this key, None where no insertion opens it."""
    return key.removesuffix(_OPENED_PART) if key.endswith(_OPENED_PART) else None
