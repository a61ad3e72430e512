"""Japanese and English articles of one company, joined article by article."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from governance.text.message import Message
from governance.text.naming import counted_kind, kind_noun, name_from_values, nested_name
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

_JAPANESE, _ENGLISH = Message("Japanese", "日本語"), Message("English", "英語")


@dataclass(frozen=True)
class Disagreement:
    """Where the two languages differ: the keys of the provisions, "" where one has none.

    `is_grave`: they cannot be recorded together; they have not the same articles.
    """

    ja: str
    en: str
    sentence: Message
    is_grave: bool


def disagreements(
    ja: ArticlesOfIncorporation, en: ArticlesOfIncorporation
) -> tuple[Disagreement, ...]:
    """Where they have not the same parts, articles, numbers, paragraphs and items."""
    return tuple(_found(ja, en))


def share_keys(
    first: ArticlesOfIncorporation, second: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The second with the identities of the first, part by part and article by article.

    They have the same articles: `disagreements` finds nothing grave. ValueError otherwise.
    """
    if len(first.parts) != len(second.parts):
        raise ValueError("Not the same parts.")
    parts = []
    for one, other in zip(first.parts, second.parts, strict=True):
        units = tuple(
            replace(unit, key=like.key)
            for like, unit in zip(one.children, other.children, strict=True)
        )
        parts.append(replace(other, key=one.key, children=units))
    return ArticlesOfIncorporation(second.language, parts[0], tuple(parts[1:]))


def _found(ja: ArticlesOfIncorporation, en: ArticlesOfIncorporation) -> Iterator[Disagreement]:
    if len(ja.parts) != len(en.parts):
        one, other = len(ja.supplementary), len(en.supplementary)
        yield Disagreement(
            "",
            "",
            Message(
                f"The Japanese has {one} supplementary parts, the English {other}.",
                f"附則の数が違います（日本語{one}、英語{other}）。",
            ),
            is_grave=True,
        )
    counts = [each.article_count for each in (ja, en)]
    if counts[0] != counts[1]:
        yield Disagreement(
            "",
            "",
            Message(
                f"The Japanese has {counts[0]} articles, the English {counts[1]}.",
                f"条の数が違います（日本語{counts[0]}か条、英語{counts[1]}か条）。",
            ),
            is_grave=True,
        )
    for one_part, other_part in zip(ja.parts, en.parts, strict=False):
        yield from _in_part(one_part.children, other_part.children)


def _in_part(ja: tuple[Provision, ...], en: tuple[Provision, ...]) -> Iterator[Disagreement]:
    outline_ja, outline_en = ([(unit.kind, unit.number) for unit in side] for side in (ja, en))
    matcher = SequenceMatcher(None, outline_ja, outline_en, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(ja[i1:i2], en[j1:j2], strict=True):
                yield from _within(one, other)
            continue
        for unit in ja[i1:i2]:
            name = _name(unit)
            yield Disagreement(
                unit.key,
                "",
                Message(
                    f"{name.en} is in the Japanese, but not at this place in the English.",
                    f"{name.ja}は日本語にありますが、英語の同じ位置にありません。",
                ),
                is_grave=True,
            )
        for unit in en[j1:j2]:
            name = _name(unit)
            yield Disagreement(
                "",
                unit.key,
                Message(
                    f"{name.en} is in the English, but not at this place in the Japanese.",
                    f"{name.ja}は英語にありますが、日本語の同じ位置にありません。",
                ),
                is_grave=True,
            )


def _within(ja: Provision, en: Provision) -> Iterator[Disagreement]:
    """Caption, paragraphs, items and what is below; each difference once, where it is widest."""
    name = _name(ja)
    if ja.kind is Kind.ARTICLE and bool(ja.caption) != bool(en.caption):
        has, lacks = (_JAPANESE, _ENGLISH) if ja.caption else (_ENGLISH, _JAPANESE)
        yield Disagreement(
            ja.key,
            en.key,
            Message(
                f"{name.en} has a caption in {has.en} and none in {lacks.en}.",
                f"{name.ja}の見出しは{has.ja}にあり、{lacks.ja}にありません。",
            ),
            is_grave=False,
        )
    if ja.children and en.children:
        yield from _below(ja, en, (ja.key, en.key), name)


def _below(
    ja: Provision, en: Provision, keys: tuple[str, str], name: Message
) -> Iterator[Disagreement]:
    """What stands in two provisions of an article, whose keys and name are these."""
    if len(ja.children) != len(en.children):
        n, m = len(ja.children), len(en.children)
        kind = (ja.children or en.children)[0].kind
        yield Disagreement(
            *keys,
            Message(
                f"{name.en} has {counted_kind(kind, n).en} in Japanese and {m} in English.",
                f"{name.ja}の{kind_noun(kind).ja}の数が違います（日本語{n}、英語{m}）。",
            ),
            is_grave=False,
        )
        return
    for one, other in zip(ja.children, en.children, strict=True):
        if one.number != other.number:
            yield Disagreement(
                *keys,
                Message(
                    f"In {name.en}, {one.label or one.number} of the Japanese stands beside"
                    f" {other.label or other.number} of the English.",
                    f"{name.ja}で、日本語の{one.label or one.number}に"
                    f"英語の{other.label or other.number}が並びます。",
                ),
                is_grave=False,
            )
            continue
        inside = name_from_values(one.kind, one.number, one.caption)
        yield from _below(one, other, keys, nested_name([name, inside]))


def _name(provision: Provision) -> Message:
    """Its name at the beginning of a sentence."""
    name = name_from_values(provision.kind, provision.number, provision.caption)
    return Message(name.en[:1].upper() + name.en[1:], name.ja)
