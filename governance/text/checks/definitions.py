"""Defined terms: where a text says what it will call something, and where it then does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from governance.text.checks.subject import Line, Subject
from governance.text.languages import language_for
from governance.text.tree.provision import Kind, Provision

_QUOTED = r"[\"“]([^\"“”()]{1,80}?)[\"”]"
_LEAD = (
    r"(?:(?:the|an?|each|every|individually|collectively|together|jointly|hereinafter|hereafter|herein"
    r"|as|such|referred|to|called|defined|known|simply|also|and|in|this|article|paragraph|section|item"
    r"|chapter|said|shall|be|is|are|it|they|respectively|sometimes|for)\b,?\s+)*"
)
# (the "Company") / (hereinafter referred to as the "Board") / ("A" or "B") / ("IIJ", NASDAQ: …)
_ENGLISH = re.compile(
    rf"\(\s*(?P<lead>{_LEAD}){_QUOTED}(?P<more>(?:\s*(?:,|,?\s*(?:or|and))\s+(?:the\s+)?{_QUOTED})*)",
    re.I,
)
# （以下「本会」という。） / 以下、単に「法」と称する / （以下「A」又は「B」という。）
_JAPANESE = re.compile(
    r"以下(?P<lead>[^「」。（）()]{0,24})「(?P<first>[^「」]{1,40})」"
    r"(?P<more>(?:(?:、|又は|または|及び|および|並びに|若しくは)?「[^「」]{1,40}」)*)"
    r"(?=と(?:[いし]|称|総称|略|呼|す|定義)|[。）)])"
)
_MORE = re.compile(r"[「\"“]([^「」\"“”]+)[」\"”]")
_KANJI, _KATAKANA = "一-龥々〆ヶ", "ァ-ヴー"
# What may stand right behind a term, or before it, without making another word of it.
_BEHIND = "等毎間内外側宛用上中時後前名数権者法第及又並若以各全当同本"
_SMALL = re.compile(
    r"the|an?|each|any|every|such|all|no|if|when|where|unless|in|on|of|by|to|for|from|and|or|under"
    r"|upon|with|this",
    re.I,
)
_AHEAD = "各全当同本両前後該他及又並若旧現元毎内外"


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with the line that defines it: where the words "(the “X”)" begin and end, and the
    provision in which it holds ("in this Article"), None for all of the text."""

    term: str
    line: Line
    start: int
    end: int
    within: Provision | None


@dataclass(frozen=True, slots=True)
class Use:
    """Where a term stands: in which line of `Terms.lines`, from which sign on."""

    line: int
    start: int


class Terms:
    """The definitions of one text, in document order, and its lines with page breaks undone."""

    def __init__(self, subject: Subject) -> None:
        language = language_for(subject.articles.language)
        self.subject = subject
        self.is_japanese = language.CODE == "ja"
        self.lines = [Line(each.of, each.index, language.flat(each.text)) for each in subject.lines]
        self.place = {(each.of.key, each.index): i for i, each in enumerate(self.lines)}
        self.definitions = [each for line in self.lines for each in self._definitions(line)]

    def _definitions(self, line: Line) -> Iterator[Definition]:
        for match in (_JAPANESE if self.is_japanese else _ENGLISH).finditer(line.text):
            first = match["first"] if self.is_japanese else match[2]
            within = self._within(match["lead"], line.of)
            for term in (first, *_MORE.findall(match["more"])):
                if plain := term.strip(" ,.　"):
                    yield Definition(plain, line, *match.span(), within)

    def _within(self, lead: str, of: Provision) -> Provision | None:
        """Where a definition holds: what it says itself, and in supplementary provisions there."""
        for kind, words in _WITHIN:
            if words.search(lead):
                holder = self.subject.places.enclosing(of.key, kind)
                return holder or self.subject.places.part_of(of.key)
        part = self.subject.places.part_of(of.key)
        return None if part is self.subject.articles.main else part

    def uses(self, term: str, *, strictly: bool) -> Iterator[Use]:
        """Where a term stands as a word of its own, definitions left out. `strictly` leaves out
        whatever may be a part of a longer term, or no term at all, too."""
        pattern = _word_ja(term, strictly) if self.is_japanese else _word_en(term, strictly)
        defined = [each for each in self.definitions if term in each.line.text]
        for number, line in enumerate(self.lines):
            for match in pattern.finditer(line.text):
                if strictly and not self.is_japanese and _is_led(line.text[: match.start()], term):
                    continue
                if not any(
                    each.line is line and each.start <= match.start() < each.end for each in defined
                ):
                    yield Use(number, match.start())

    def is_used(self, term: str) -> bool:
        """Whether a term stands anywhere but in its definitions, captions included."""
        if any(True for _ in self.uses(term, strictly=False)):
            return True
        pattern = _word_ja(term, False) if self.is_japanese else _word_en(term, False)
        return any(pattern.search(each.caption) for each in self.subject.articles.walk())

    def sentence_start(self, definition: Definition) -> int:
        """Where the sentence begins that a definition closes."""
        ends = language_for(self.subject.articles.language).SENTENCE_ENDS
        text = definition.line.text[: definition.start]
        return max((i + 1 for i, sign in enumerate(text) if sign in ends), default=0)


_WITHIN: Sequence[tuple[Kind, re.Pattern[str]]] = (
    (Kind.CHAPTER, re.compile(r"[本この]章|this\s+chapter", re.I)),
    (Kind.ARTICLE, re.compile(r"[本の]条|this\s+article", re.I)),
    (Kind.SECTION, re.compile(r"this\s+section", re.I)),
    (Kind.PARAGRAPH, re.compile(r"[本の]項|this\s+paragraph", re.I)),
    (Kind.ITEM, re.compile(r"[本の]号|this\s+item", re.I)),
)


def _word_en(term: str, strictly: bool) -> re.Pattern[str]:
    """A term of English words, in the singular or plural, its first letter small or not; before
    another capital it is `strictly` a part of a longer name."""
    words = [re.escape(word) for word in term.split()]
    last = words[-1]
    words[-1] = (last[:-1] if last.endswith("s") and len(last) > 3 else last) + "(?:e?s)?"
    if term[:1].islower():
        words[0] = f"[{term[0]}{term[0].upper()}]{words[0][1:]}"
    behind = r"(?![\w-])(?!\s+(?:of\s+(?:the\s+)?)?[A-Z])" if strictly else r"(?!\w)"
    return re.compile(rf"(?<![\w-]){r'\s+'.join(words)}{behind}")


def _is_led(before: str, term: str) -> bool:
    """Whether what stands before an English term makes it part of a longer name ("Audit
    Committee"), or begins a sentence with it, where any word has a capital."""
    if not before.strip() or before.rstrip()[-1] in ".;:":
        return " " not in term
    word = before.rsplit(maxsplit=1)[-1]
    return before[-1:] == " " and word[:1].isupper() and not _SMALL.fullmatch(word)


def _word_ja(term: str, strictly: bool) -> re.Pattern[str]:
    """A term in a text without spaces: not where signs of its own script go on on either side,
    unless they are words of their own (定時|株主総会, 本会|会員) or small words (各, 等)."""
    first, last = _script(term[0]), _script(term[-1])
    before = rf"(?<![{first}])" if first else ""
    behind = rf"(?![{last}])" if last else ""
    if not strictly:
        if first == _KANJI:
            before = rf"(?:(?<![{first}])|(?<=[{first}][{first}])|(?<=[{_AHEAD}]))"
        if last == _KANJI:
            behind = rf"(?:(?![{last}])|(?=[{last}](?!第)[{last}])|(?=[{_BEHIND}]))"
    return re.compile(f"{before}{re.escape(term)}{behind}")


def _script(sign: str) -> str:
    if re.match(f"[{_KANJI}]", sign):
        return _KANJI
    return _KATAKANA if re.match(f"[{_KATAKANA}]", sign) else ""
