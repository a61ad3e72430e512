"""Hypothesis strategies that build articles and operations, not strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from governance.text.tree.number import write_numeral

_EN = """shareholder register meeting notice board director auditor resolution dividend capital
    reserve seal minutes agenda proxy quorum ballot charter bond ledger custody invoice harbour
    lantern orchard canal bridge mirror violin copper timber saddle anchor compass feather marble
    candle basket pepper cotton granite whistle meadow thimble barrel kettle ribbon spindle"""
_JA = """株主名簿 招集通知 取締役会 監査役 決議 配当 資本金 準備金 印章 議事録 議案 代理人 定足数
    投票 社債 帳簿 保管 請求書 港湾 灯台 果樹園 運河 橋梁 鏡面 弦楽器 銅線 木材 馬具 羅針盤 羽毛
    大理石 蝋燭 籐籠 胡椒 綿布 花崗岩 警笛 牧草 指貫 樽詰 薬缶 絹帯 紡錘 煉瓦 硝子 陶磁 織機 帆船"""
_WORDS = {"en": tuple(_EN.split()), "ja": tuple(_JA.split())}


def words_of(code: str, place: int) -> tuple[str, ...]:
    """Four words that only the provision at this place uses, so that wordings are distinct."""
    return _WORDS[code][place * 4 : place * 4 + 4]


@dataclass(frozen=True)
class Article:
    """An article to be: caption, and paragraphs each with items; `tag` keeps it distinct."""

    tag: str
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...]

    def lines(self, code: str) -> list[str]:
        """The wording below its head, the first paragraph unmarked."""
        lines = []
        for place, (text, items) in enumerate(self.paragraphs, 1):
            gap = "　" if code == "ja" else " "
            lines.append(text if place == 1 else f"{place}{gap}{text}")
            lines.extend(f"({number}){gap}{item}" for number, item in enumerate(items, 1))
        return lines


@dataclass(frozen=True)
class Document:
    """Articles in chapters (`chapters` are the places before which a heading stands)."""

    code: str
    articles: tuple[Article, ...]
    chapters: frozenset[int]
    supplementary: bool

    @property
    def text(self) -> str:
        lines: list[str] = []
        chapter = 0
        for place, article in enumerate(self.articles):
            if place in self.chapters:
                chapter += 1
                lines.append(heading(self.code, chapter, article.tag))
            lines.extend(head(self.code, place + 1, article.tag, article.lines(self.code)))
        if self.supplementary:
            lines.append("附則" if self.code == "ja" else "Supplementary Provisions")
            body = (
                "この定款は、2020年6月25日から施行する。"
                if self.code == "ja"
                else "These articles take effect on June 25, 2020."
            )
            lines.extend(head(self.code, 1, "", [body]))
        return "\n".join(lines) + "\n"


def heading(code: str, number: int, tag: str) -> str:
    if code == "ja":
        return f"第{number}章　{tag}の章"
    return f"CHAPTER {write_numeral(number, 'roman')}. ON {tag.upper()}"


def head(code: str, number: int, tag: str, body: list[str]) -> list[str]:
    if code == "ja":
        return [*([f"（{tag}の定め）"] if tag else []), f"第{number}条　{body[0]}", *body[1:]]
    return [*([f"({tag.capitalize()} rules)"] if tag else []), f"Article {number}.", *body]


@st.composite
def sentences(draw: st.DrawFn, code: str, place: int, least: int = 8) -> str:
    """A sentence of the words of the provision at this place."""
    own = words_of(code, place)
    tag = own[0]
    # One draw of bytes, a word each: drawing word by word takes longer than what is tested.
    choices = draw(st.binary(min_size=least, max_size=least + 8))
    words = [own[choice % len(own)] for choice in choices]
    if code == "ja":
        return f"{tag}について、{'及び'.join(words[:3])}は、{'の'.join(words[3:])}を定める。"
    return f"The {tag} and the {' '.join(words)} of the {tag} shall be kept."


@st.composite
def documents(draw: st.DrawFn, code: str, least: int = 2, most: int = 9) -> Document:
    count = draw(st.integers(least, most))
    articles = []
    for place in range(count):
        tag = words_of(code, place)[0]
        paragraphs = []
        for _ in range(draw(st.integers(1, 3))):
            text = draw(sentences(code, place))
            if draw(st.booleans()):
                text += reference(code, draw(st.integers(1, count)))
            elif place and draw(st.integers(0, 3)) == 0:
                text += (
                    "前条の規定を準用する。" if code == "ja" else " The preceding article applies."
                )
            items = draw(st.lists(sentences(code, place, 5), max_size=3))
            paragraphs.append((text, tuple(items)))
        articles.append(Article(tag, tuple(paragraphs)))
    chapters = draw(st.frozensets(st.integers(0, count - 1), max_size=3))
    return Document(code, tuple(articles), chapters, draw(st.booleans()))


def reference(code: str, number: int) -> str:
    return f"第{number}条の規定を準用する。" if code == "ja" else f" Article {number} applies."


@st.composite
def operations_on(
    draw: st.DrawFn, document: Document, *, branches: bool = True
) -> list[dict[str, Any]]:
    """Operations on articles, as the operations file has them: at most one on each, insertions
    of distinct wording, replacements that keep most words."""
    count = len(document.articles)
    code = document.code
    found: list[dict[str, Any]] = []
    for place, article in enumerate(document.articles, 1):
        choice = draw(st.integers(0, 9))
        at = f"article:{place}"
        if choice == 0 and count > 1:
            found.append({"op": "delete", "at": at})
        elif choice == 1:
            found.append({"op": "delete", "at": at, "keep_number": True})
        elif choice in (2, 3):
            text, items = article.paragraphs[0]
            added = "特に重要な事項を含む。" if code == "ja" else " Matters of weight are included."
            changed = Article(article.tag, ((text + added, items), *article.paragraphs[1:]))
            body = "\n".join(changed.lines(code))
            found.append({"op": "replace", "at": at, "text": body})
        elif choice == 4:
            after = draw(st.integers(1, count).filter(lambda other, own=place: other != own))
            found.append({"op": "move", "at": at, "after": f"article:{after}"})
    for number in range(draw(st.integers(0, 3))):
        tag = words_of(code, 9 + number)[0]
        entry: dict[str, Any] = {
            "op": "insert",
            "after": draw(
                st.sampled_from(["start", *(f"article:{n}" for n in range(1, count + 1))])
            ),
            "caption": f"{tag}の定め" if code == "ja" else f"{tag.capitalize()} rules",
            "text": draw(sentences(code, 9 + number, 10)),
        }
        if branches and draw(st.integers(0, 3)) == 0:
            entry["branch"] = True
        found.append(entry)
    return draw(st.permutations(found))
