"""Where words stand in the proposed articles of a draft, and what replaces them there."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from governance.papers.dates import LanguageCode
from governance.text.citations.scan import Scanner
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.find_words import HitKind, WordHit, find_words, word_instead
from governance.text.languages import language_for
from governance.text.naming import full_title
from governance.text.tree.keys import ArticleKey, row_key
from governance.text.tree.places import Places
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Piece,
    PieceRole,
    Provision,
)
from proposals.draft.rows import DraftRows
from proposals.draft.versions import apply_changes

CAPTION = -1
"""Counts the caption among the lines of a provision."""


@dataclass(frozen=True)
class WordPair:
    """What is looked for in one language, and what it is to become."""

    searched: str
    replacement: str


@dataclass(frozen=True)
class FoundWord:
    """A hit in the article or heading `unit`: in the line `line` of the provision `at` of it, which
    reads `text`; `instead` is what it would become.
    """

    language: LanguageCode
    unit: str
    where: str
    at: str
    line: int
    text: str
    hit: WordHit
    instead: str
    is_of_its_time: bool
    """Whether it stands in supplementary provisions that are present, which speak of their day."""

    @property
    def name(self) -> str:
        """What a form says for it; another as soon as its line reads otherwise."""
        place = (self.language, self.at, self.line, self.text, self.hit.start, self.instead)
        return sha256(repr(place).encode()).hexdigest()[:16]

    @property
    def is_word(self) -> bool:
        return self.hit.kind is HitKind.WORD

    @property
    def is_citation(self) -> bool:
        return self.hit.kind is HitKind.CITATION

    @property
    def is_accepted(self) -> bool:
        """Whether it is accepted until a person says otherwise."""
        return self.is_word and not self.is_of_its_time

    @property
    def before(self) -> str:
        return self.text[: self.hit.start]

    @property
    def found(self) -> str:
        return self.text[self.hit.start : self.hit.end]

    @property
    def behind(self) -> str:
        return self.text[self.hit.end :]


def find_in_draft(rows: DraftRows, language: LanguageCode, pair: WordPair) -> list[FoundWord]:
    """The hits in the proposed articles of one language, in document order."""
    articles = apply_changes(rows, language).proposed
    scanner = Scanner(Places(articles), rows.decisions_in(language))
    return [
        found
        for part, unit in articles.units()
        if not is_deleted_placeholder(unit)
        for found in _in_unit(unit, articles, pair, scanner)
        for found in [replace(found, is_of_its_time=_is_of_its_time(part, unit, articles))]
    ]


def words_with(
    rows: DraftRows, language: LanguageCode, accepted: Collection[FoundWord]
) -> Mapping[str, dict[str, str]]:
    """The captions and bodies of articles and headings with the accepted hits replaced, by their
    identities; what stays as it is is left out.
    """
    articles = apply_changes(rows, language).proposed
    lines: dict[tuple[str, int], list[FoundWord]] = {}
    for one in accepted:
        lines.setdefault((one.at, one.line), []).append(one)
    made: dict[str, dict[str, str]] = {}
    for key in dict.fromkeys(one.unit for one in accepted):
        unit = articles.by_key(key)
        assert unit is not None  # its words were found
        made[key] = words = {}
        if (key, CAPTION) in lines:
            words["caption"] = _replaced(unit.caption, lines[key, CAPTION])
        if any(one.unit == key and one.line != CAPTION for one in accepted):
            words["body"] = _with_lines(unit, lines).body
    return made


def _in_unit(
    unit: Provision, articles: ArticlesOfIncorporation, pair: WordPair, scanner: Scanner
) -> Iterator[FoundWord]:
    code: LanguageCode = "ja" if articles.language == "ja" else "en"
    language = language_for(code)
    where = full_title(unit, articles)
    texts = [(unit, CAPTION, unit.caption)] if unit.caption else []
    texts += [(each, at, line) for each in unit.walk() for at, line in enumerate(each.lines)]
    for provision, at, text in texts:
        references = scanner.references(provision, text)
        for hit in find_words(text, pair.searched, language, references):
            found = text[hit.start : hit.end]
            instead = word_instead(found, pair.searched, pair.replacement, language)
            yield FoundWord(
                code, unit.key, where, provision.key, at, text, hit, instead, is_of_its_time=False
            )


def _is_of_its_time(part: Provision, unit: Provision, articles: ArticlesOfIncorporation) -> bool:
    return part is not articles.main and isinstance(row_key(unit.key), ArticleKey)


def _with_lines(unit: Provision, lines: Mapping[tuple[str, int], list[FoundWord]]) -> Provision:
    """The provision with the hits in its lines and in those below it replaced."""
    pieces: list[Piece] = []
    line = 0
    for piece in unit.pieces:
        if piece.role is not PieceRole.TEXT:
            pieces.append(piece)
            continue
        several = lines.get((unit.key, line), [])
        pieces.append(Piece(piece.role, _replaced(piece.text, several)))
        line += 1
    below = tuple(_with_lines(child, lines) for child in unit.children)
    return replace(unit, pieces=tuple(pieces), children=below)


def _replaced(text: str, several: Collection[FoundWord]) -> str:
    for one in sorted(several, key=lambda each: each.hit.start, reverse=True):
        text = text[: one.hit.start] + one.instead + text[one.hit.end :]
    return text
