"""What provisions are called in a sentence: "Article 14, Paragraph 2", 「第14条第2項」."""

from __future__ import annotations

from collections.abc import Sequence

from governance.text.message import Message
from governance.text.tree.places import Places
from governance.text.tree.provision import Kind, Number, Provision

_UNITS = {
    Kind.CHAPTER: "章",
    Kind.SECTION: "節",
    Kind.ARTICLE: "条",
    Kind.PARAGRAPH: "項",
    Kind.ITEM: "号",
}
_MARKED = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE)


def level(kind: Kind, number: Number) -> Message:
    """A number with its level: "Article 9-2", 「第9条の2」."""
    if kind is Kind.SUBITEM:
        return Message(f"Sub-item {number}", f"細目{number}")
    branches = "".join(f"の{part}" for part in number[1:])
    return Message(
        f"{kind.value.capitalize()} {number}", f"第{number.main}{_UNITS[kind]}{branches}"
    )


def levels(kind: Kind, first: Number, last: Number) -> Message:
    """One number, or a range of them: "Articles 3 to 5", 「第3条から第5条まで」."""
    one, other = level(kind, first), level(kind, last)
    if first == last:
        return one
    plural = one.en.replace(f" {first}", f"s {first}")
    return Message(f"{plural} to {last}", f"{one.ja}から{other.ja}まで")


def name(provision: Provision, places: Places) -> Message:
    """What a provision (any but the main part) is called where it stands. In a sentence of the
    text's own language its number is given as the text writes it; the only paragraph of an
    article is called the article."""
    path = places.path(provision.key)
    part, inside = path[0], path[1:]
    if not inside:
        return _part_name(part, places)
    en = [_called(each, places, "en") for each in _steps(inside, places)]
    ja = [_called(each, places, "ja") for each in _steps(inside, places)]
    if part is not places.articles.main:
        heading = _part_name(part, places)
        en, ja = [heading.en, *en], [heading.ja, *ja]
    return Message(", ".join(en), "".join(ja))


def names(provisions: Sequence[Provision], places: Places) -> Message:
    """Several provisions, each by its name: "Article 3, Article 4 and Article 6"."""
    called = [name(each, places) for each in provisions]
    *most, last = [each.en for each in called]
    en = f"{', '.join(most)} and {last}" if most else last
    return Message(en, "、".join(each.ja for each in called))


def _part_name(part: Provision, places: Places) -> Message:
    parts = places.articles.supplementary
    if len(parts) == 1:
        return Message("Supplementary Provisions", "附則")
    place = 1 + parts.index(part)
    return Message(f"Supplementary Provisions (no. {place})", f"附則（{place}番目）")


def _steps(inside: Sequence[Provision], places: Places) -> list[Provision]:
    """The provisions that a name speaks of: no paragraph that is the only one, and no article
    above a section that says the article's number itself ("Section 4.6")."""
    steps: list[Provision] = []
    for each in inside:
        if each.kind is Kind.PARAGRAPH and steps and len(places.siblings(each)[0]) == 1:
            continue
        if each.kind is Kind.SECTION and "." in each.label.strip(" .:"):
            steps.clear()
        steps.append(each)
    return steps


def _called(provision: Provision, places: Places, code: str) -> str:
    if provision.number is None:
        caption = provision.caption
        if code == "ja":
            return f"番号のない{'条' if provision.kind is Kind.ARTICLE else '規定'}" + (
                f"（{caption}）" if caption else ""
            )
        return f"the {provision.kind} without a number" + (f" ({caption})" if caption else "")
    if code == places.articles.language and provision.kind in _MARKED and provision.label:
        return " ".join(provision.label.strip(" .:．　").split())
    return level(provision.kind, provision.number).in_language(code)
