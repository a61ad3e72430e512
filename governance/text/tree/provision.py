"""The tree of the articles of incorporation: frozen values that print themselves.

A provision is made of pieces that, read one after another, give its text to the letter. What a
provision *is* (its number, caption, wording) is read off the pieces, so nothing is kept twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Self

from governance.text.patterns import pattern


class Number(tuple[int, ...]):
    """The number of a provision by its parts: Number(9) is Article 9, Number(9, 2) Article 9-2.

    Numbers are compared by their parts, not as text: 9-2 comes after 9 and before 10.
    """

    __slots__ = ()

    def __new__(cls, *parts: int) -> Self:
        return super().__new__(cls, parts)

    def __str__(self) -> str:
        return "-".join(map(str, self))

    def __repr__(self) -> str:
        return f"Number({', '.join(map(str, self))})"

    @property
    def main(self) -> int:
        """The number without its branches: 9 for 9-2."""
        return self[0]

    @property
    def is_branch(self) -> bool:
        return len(self) > 1


class Kind(StrEnum):
    """The kinds of provision, the widest first."""

    PART = "part"
    CHAPTER = "chapter"
    SUBSECTION = "subsection"  # the 款 of a 節
    ARTICLE = "article"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"


_LETTERED = pattern(r"(?<=:)([0-9]+)-?([A-Z])(?=/|$)")
_LETTER_ALONE = pattern(r"(?<=article:)([A-Z])(?=/|$)")
_FIRST_PART = pattern(r"supplementary(\.1)?(?=[:/]|$)")
_BELOW_CHAPTER = frozenset({Kind.SECTION, Kind.SUBSECTION})
HEADINGS = frozenset({Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})


class PieceRole(StrEnum):
    """What a piece of text is: space, a caption, the label that carries the number, wording."""

    SPACE = "space"
    CAPTION = "caption"
    LABEL = "label"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, exactly as written, and its role."""

    role: PieceRole
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A part, chapter heading, article, section, paragraph, item or sub-item.

    The children of a part stand flat, in document order: a chapter is a heading among the
    articles it governs. `key` is the identity: it stays when the number changes. `last_number` is
    the last of several numbers that were emptied under one head (第９条から第11条まで　削除).
    """

    kind: Kind
    number: Number | None
    pieces: tuple[Piece, ...] = ()
    children: tuple[Provision, ...] = ()
    key: str = ""
    last_number: Number | None = None

    def _first(self, role: PieceRole) -> str:
        return next((piece.text for piece in self.pieces if piece.role is role), "")

    @property
    def caption(self) -> str:
        """The heading without its brackets: "Chairman" for "(Chairman)"."""
        return bare_caption(self._first(PieceRole.CAPTION))

    @property
    def label(self) -> str:
        """What carries the number, as written: "Article 14.", "第14条", "(1)"."""
        return self._first(PieceRole.LABEL)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """All numbers that it bears: one, several where they were emptied under one head, none."""
        if self.number is None:
            return ()
        last = self.last_number or self.number
        before = self.number[:-1]
        return tuple(Number(*before, each) for each in range(self.number[-1], last[-1] + 1))

    @property
    def lines(self) -> tuple[str, ...]:
        """Its own wording, a logical line each, without the children's."""
        return tuple(piece.text for piece in self.pieces if piece.role is PieceRole.TEXT)

    @property
    def text(self) -> str:
        """Its own wording, lines parted by newlines."""
        return "\n".join(self.lines)

    @property
    def body(self) -> str:
        """The wording below its own head, as a form shows it: lines of it and of its children."""
        own = "\n".join(self.lines)
        below = "".join(child.written() for child in self.children)
        return (own + "\n" + below if own and below else own + below).strip("\n")

    def written(self) -> str:
        """The text to the letter, children included."""
        return "".join(piece.text for each in self.walk() for piece in each.pieces)

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def with_piece(self, role: PieceRole, text: str) -> Provision:
        """The same provision with its first piece of that role reading `text`."""
        pieces = list(self.pieces)
        for i, piece in enumerate(pieces):
            if piece.role is role:
                pieces[i] = Piece(role, text)
                break
        return replace(self, pieces=tuple(pieces))


_BRACKETS = frozenset({"()", "（）", "[]", "［］", "【】", "〔〕", "（)", "(）"})


@lru_cache(4096)
def bare_caption(caption: str) -> str:
    """The caption without the brackets around it, if they belong together, on one line."""
    lines = [line.strip(" \t　") for line in caption.split("\n")]
    caption = "".join(line + " " * line[-1:].isascii() for line in lines).strip(" \t　")
    if len(caption) > 1 and caption[0] + caption[-1] in _BRACKETS and _is_one_bracket(caption):
        return caption[1:-1].strip(" \t　")
    return caption


def _is_one_bracket(caption: str) -> bool:
    """Whether the bracket that it begins with closes at its end: not "(A) and (B)"."""
    depth = 0
    for place, sign in enumerate(caption, 1):
        depth += (sign in "(（[［【〔") - (sign in ")）]］】〕")
        if not depth:
            return place == len(caption)
    return False


@dataclass(frozen=True)
class ArticlesOfIncorporation:
    """The articles as a value: one main part and any number of supplementary parts.

    `address_of`, `find` and `by_key` are looked up in an index made once.
    """

    language: str
    main: Provision
    supplementary: tuple[Provision, ...] = ()

    @property
    def parts(self) -> tuple[Provision, ...]:
        return (self.main, *self.supplementary)

    def walk(self) -> Iterator[Provision]:
        """Every provision in document order, parts included."""
        for part in self.parts:
            yield from part.walk()

    def units(self) -> Iterator[tuple[Provision, Provision]]:
        """Each chapter heading and article with the part it stands in, in document order."""
        for part in self.parts:
            for unit in part.children:
                yield part, unit

    @property
    def article_count(self) -> int:
        """How many articles they have, on every page: each number of the main part, those that were
        emptied too. A supplementary provision is none of them.
        """
        return sum(len(unit.numbers) for unit in self.main.children if unit.kind is Kind.ARTICLE)

    @cached_property
    def _addressed(self) -> dict[str, Provision]:
        return dict(_addresses(self))

    @cached_property
    def _emptied(self) -> dict[str, Provision]:
        """Where the further numbers of what was emptied under one head are looked for."""
        return {
            f"{address.rpartition(':')[0]}:{number}": provision
            for address, provision in self._addressed.items()
            for number in provision.numbers[1:]
        }

    @cached_property
    def _address_by_key(self) -> dict[str, str]:
        return {provision.key: address for address, provision in self._addressed.items()}

    @cached_property
    def _by_key(self) -> dict[str, Provision]:
        return {provision.key: provision for provision in self._addressed.values()}

    @cached_property
    def _parents(self) -> dict[str, Provision]:
        return {
            child.key: parent for parent in self.walk() for child in parent.children if child.key
        }

    def addresses(self) -> Iterator[tuple[str, Provision]]:
        """Every address with its provision, in document order."""
        yield from self._addressed.items()

    def find(self, address: str) -> Provision | None:
        """The provision at an address. The first paragraph may be left out before an item, and
        the first supplementary part may be counted or not; a number emptied with others under one
        head is found there, and a branch may be written as a letter: article:4A."""
        known, emptied = self._addressed, self._emptied
        spellings = list(_spellings(address))
        return next(
            (found for each in spellings if (found := known.get(each) or emptied.get(each))), None
        )

    def by_key(self, key: str) -> Provision | None:
        return self._by_key.get(key)

    def address_of(self, key: str) -> str | None:
        """The address of the provision with this identity, None when it is not here."""
        return self._address_by_key.get(key)

    def parent_of(self, key: str) -> Provision | None:
        return self._parents.get(key)

    def with_keys_as_addresses(self) -> ArticlesOfIncorporation:
        """The same articles, each provision identified by its own address."""
        keys = iter([address for address, _ in self.addresses()])

        def keyed(provision: Provision) -> Provision:
            key = next(keys)
            return replace(provision, key=key, children=tuple(map(keyed, provision.children)))

        return ArticlesOfIncorporation(
            self.language, keyed(self.main), tuple(map(keyed, self.supplementary))
        )


def _spellings(address: str) -> Iterator[str]:
    """The address, and how else the same place may be written."""
    places = [address]
    if _LETTERED.search(address):
        places.append(_LETTERED.sub(lambda m: f"{m[1]}-{ord(m[2]) - ord('A') + 2}", address))
    if _LETTER_ALONE.search(address):
        places.append(_LETTER_ALONE.sub(lambda m: str(ord(m[1]) - ord("A") + 1), address))
    if match := _FIRST_PART.match(address):
        other = "supplementary" if match[1] else "supplementary.1"
        places.append(other + address[match.end() :])
    for place in places:
        yield place
        article, item, rest = place.partition("/item:")
        if item and "/paragraph:" not in article:
            yield f"{article}/paragraph:1{item}{rest}"


def _addresses(articles: ArticlesOfIncorporation) -> Iterator[tuple[str, Provision]]:
    seen: dict[str, int] = {}

    def unique(address: str) -> str:
        seen[address] = seen.get(address, 0) + 1
        return address if seen[address] == 1 else f"{address}#{seen[address]}"

    def below(parent: str, provision: Provision) -> Iterator[tuple[str, Provision]]:
        for child in provision.children:
            address = unique(f"{parent}/{child.kind}:{child.number or '?'}")
            yield address, child
            yield from below(address, child)

    yield "main", articles.main
    above: dict[Kind, str] = {}
    for unit in articles.main.children:
        name = f"{unit.kind}:{unit.number or '?'}"
        heading = above.get(Kind.SECTION, "") if unit.kind is Kind.SUBSECTION else ""
        heading = heading or (above.get(Kind.CHAPTER, "") if unit.kind in _BELOW_CHAPTER else "")
        address = unique(f"{heading}/{name}" if heading else name)
        if unit.kind is Kind.CHAPTER:
            above = {}
        if unit.kind in HEADINGS:
            above[unit.kind] = address
        yield address, unit
        yield from below(address, unit)
    several = len(articles.supplementary) > 1
    for count, part in enumerate(articles.supplementary, 1):
        prefix = f"supplementary.{count}" if several else "supplementary"
        yield prefix, part
        for unit in part.children:
            if unit.kind is Kind.ARTICLE:
                address = unique(f"{prefix}:{unit.number or '?'}")
            else:
                address = unique(f"{prefix}/{unit.kind}:{unit.number or '?'}")
            yield address, unit
            is_numbered = unit.kind is not Kind.ARTICLE or unit.number is not None
            yield from below(address if is_numbered else prefix, unit)
