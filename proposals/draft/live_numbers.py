"""Live numbers in reasons: `[proposed 8]` prints the number that Article 8 has when it is printed.

    typed    = "[" side " " provision ["with caption"] "]"     e.g. [present 14 with caption]
    stored   = "{" side ":" provision ["caption"] "}"          e.g. {present:@a14 caption}
    side     = "present" | "proposed"; in Japanese 現行 | 変更案: ［現行 14 見出し付き］
    provision = [prefix ":"] number                        e.g. 8, 9-2, supplementary:1, chapter:3
    prefix   = "article" | "chapter" | "supplementary" | "supplementary.2"

A person types numbers, or chooses them from a list that shows chips for them; what is stored is
the identity (`{proposed:@c12}`), so that the number follows every later change. The form with
braces may be typed as well, but is shown nowhere. Brackets and braces that say no side are text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from governance.text.naming import label, supplementary_title, title_in_part, with_caption
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

_LIVE = re.compile(r"\{[ \t　]*(?P<side>present|proposed)[ \t　]*[:：](?P<rest>[^{}\n]*)\}")
_TYPED = re.compile(
    r"""[\[［]\s*(?P<side>present|proposed|現行|変更案)[ \t　:：]+
    (?P<name>
        (?:(?:article|chapter|supplementary(?:\.[0-9]+)?)[ :：])?[0-9０-９]+(?:[-－][0-9０-９]+)*
      | @[\w/.:-]+
    )
    (?P<caption>[ \t　]+(?:with[ ]caption|見出し付き))?\s*[\]］]""",
    re.X,
)
_SIDE_TYPED = {
    "en": {
        "present": "present",
        "proposed": "proposed",
        "caption": " with caption",
        "form": "[{} {}{}]",
    },
    "ja": {
        "present": "現行",
        "proposed": "変更案",
        "caption": " 見出し付き",
        "form": "［{} {}{}］",
    },
}
_SIDE_READ = {"現行": "present", "変更案": "proposed"}
_REST = re.compile(r"(?P<name>.*?)(?P<caption>[ \t　]+caption)?")
_NUMBER = re.compile(r"[0-9]+(-[0-9]+)*")
_PREFIX = re.compile(r"article|chapter|supplementary(\.[0-9]+)?")
# "CHAPTER III" -> "III", "Article 9-2." -> "9-2": the numeral keeps the style of its text.
_ENGLISH_LABEL = re.compile(r"[^\s\d]+\s+(?P<numeral>[0-9A-Za-z-]+?)\.?")

LOST_NUMBER = Message("[provision no longer in the draft]", "［変更案にない規定］")


class ArticleVersions(Protocol):
    """What a live number can speak of: the present and the proposed articles of one language."""

    @property
    def present(self) -> ArticlesOfIncorporation: ...

    @property
    def proposed(self) -> ArticlesOfIncorporation: ...


@dataclass(frozen=True)
class Unknown:
    """A live number that names nothing: the text typed, and its place, both counted from 1."""

    text: str
    line: int
    column: int
    message: Message


class UnknownNumberError(ValueError):
    """Raised by `to_stored`; `places` are all the live numbers that name nothing, in order."""

    def __init__(self, places: tuple[Unknown, ...]) -> None:
        super().__init__("\n".join(place.message.en for place in places))
        self.places = places


def contains(text: str) -> bool:
    """Whether `text` has a live number, typed or stored."""
    return any(form.search(text) for form in (_LIVE, _TYPED))


def to_stored(text: str, versions: ArticleVersions) -> str:
    """`text` as typed, with each number replaced by the identity of what it names.

    Raises `UnknownNumberError` with every one that names nothing.
    """
    unknown: list[Unknown] = []
    stored, at = "", 0
    found = [*_LIVE.finditer(text), *_TYPED.finditer(text)]
    for one in sorted(found, key=re.Match.start):
        side, name, caption = _read(one)
        provision = _find(name, _articles_of(versions, side))
        if provision is None:
            unknown.append(_unknown(text, one, side))
            continue
        stored += text[at : one.start()] + _written(side, f"@{provision.key}", caption)
        at = one.end()
    if unknown:
        raise UnknownNumberError(tuple(unknown))
    return stored + text[at:]


def to_typed(text: str, versions: ArticleVersions) -> str:
    """`text` as stored, as a person types it: with the numbers of this moment.

    An identity that has gone stays as it is stored; saved again, it is refused with its place.
    """

    def typed(found: re.Match[str]) -> str:
        side, name, caption = _read(found)
        articles = _articles_of(versions, side)
        provision = _find(name, articles)
        if provision is None:
            return typed_number(side, name, caption, articles.language)
        return typed_number_of(provision, articles, side, caption)

    return _LIVE.sub(typed, text)


def typed_number_of(
    provision: Provision, articles: ArticlesOfIncorporation, side: str, caption: bool
) -> str:
    """What a person types for the number of a provision: "[proposed 8 with caption]"."""
    address = articles.address_of(provision.key) or ""
    return typed_number(side, address.removeprefix("article:"), caption, articles.language)


def typed_number(side: str, name: str, caption: bool, language: str) -> str:
    """The same for what is called `name` there, a number or an identity."""
    words = _SIDE_TYPED[language]
    return words["form"].format(words[side], name, words["caption"] if caption else "")


def render(text: str, versions: ArticleVersions, language: str) -> str:
    """`text` as stored, as a paper prints it.

    English gets the numeral, "8" or "8 (Rights …)"; Japanese the whole label, 「第8条」 or
    「第8条（…）」, 「附則第1条」. What is not there any more prints `LOST_NUMBER`,
    for any reader to see.
    """
    words: Callable[[Provision, str, bool], str] = _japanese if language == "ja" else _english

    def printed(found: re.Match[str]) -> str:
        side, name, caption = _read(found)
        articles = _articles_of(versions, side)
        provision = _find(name, articles)
        if provision is None:
            return LOST_NUMBER.in_language(language)
        return words(provision, articles.address_of(provision.key) or "", caption)

    return _LIVE.sub(printed, text)


def find_lost_numbers(
    text: str, versions: ArticleVersions, *, key: str = ""
) -> tuple[Finding, ...]:
    """One error for each live number in `text`, as stored, that names nothing any more.

    `key` is what the findings are about, such as "reason:3".
    """
    return tuple(
        Finding(
            code="live-number-gone",
            severity=ERROR,
            side=side,
            at="",
            statement=Message(
                f"it cites a provision that is no longer in {_SIDES[side].en}.",
                f"{_SIDES[side].ja}にない規定を引用しています。",
            ),
            key=key,
        )
        for found in _LIVE.finditer(text)
        for side, name, _caption in [_read(found)]
        if _find(name, _articles_of(versions, side)) is None
    )


def moved(text: str, versions: ArticleVersions) -> Iterator[tuple[Provision, Provision]]:
    """The provisions of the proposed articles that `text`, as stored, gives the number of, and that
    bear another in the present articles: as they are there, and as they will be."""
    seen: set[str] = set()
    for found in _LIVE.finditer(text):
        side, name, _caption = _read(found)
        now = _find(name, versions.proposed) if side == "proposed" else None
        was = versions.present.by_key(now.key) if now is not None else None
        if now is None or was is None or was.number == now.number or now.key in seen:
            continue
        seen.add(now.key)
        yield was, now


_SIDES = {
    "present": Message("the present articles", "現行定款"),
    "proposed": Message("the proposed articles", "変更案"),
}


def _read(found: re.Match[str]) -> tuple[str, str, bool]:
    """A match as its side, what it names, and whether the caption is asked for."""
    if found.re is _TYPED:
        side = _SIDE_READ.get(found["side"], found["side"])
        return side, found["name"].replace(" ", ":"), found["caption"] is not None
    rest = _REST.fullmatch(found["rest"].strip(" \t　"))
    assert rest is not None  # every text matches; for the type checker
    return found["side"], rest["name"], rest["caption"] is not None


def _articles_of(versions: ArticleVersions, side: str) -> ArticlesOfIncorporation:
    return versions.present if side == "present" else versions.proposed


def _find(name: str, articles: ArticlesOfIncorporation) -> Provision | None:
    """What `name` names in `articles`: an identity ("@a34") or a number, full width allowed."""
    if name.startswith("@"):
        return articles.by_key(name[1:])
    prefix, _colon, number = unicodedata.normalize("NFKC", name).rpartition(":")
    prefix, number = prefix.strip() or "article", number.strip()
    if not _NUMBER.fullmatch(number) or not _PREFIX.fullmatch(prefix):
        return None
    return articles.find(f"{prefix}:{number}")


def _written(side: str, name: str, caption: bool) -> str:
    return "{" + f"{side}:{name}" + (" caption" if caption else "") + "}"


def _unknown(text: str, found: re.Match[str], side: str) -> Unknown:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
    typed = found.group()
    return Unknown(
        typed,
        line,
        column,
        Message(
            f"Line {line}, column {column}: {typed} names nothing in {_SIDES[side].en}.",
            f"{line}行{column}字目：{typed} に当たる規定が{_SIDES[side].ja}にありません。",
        ),
    )


def _english(provision: Provision, _address: str, caption: bool) -> str:
    written = _ENGLISH_LABEL.fullmatch(label(provision))
    numeral = written["numeral"] if written else str(provision.number or "")
    return with_caption(numeral, provision.caption if caption else "", "en")


def _japanese(provision: Provision, address: str, caption: bool) -> str:
    # Several supplementary parts are told apart by their headings, which a person writes.
    own = with_caption(label(provision), provision.caption if caption else "", "ja")
    is_supplementary = address.startswith("supplementary")
    return title_in_part(supplementary_title("ja"), own, "ja") if is_supplementary else own
