"""Whether a change says the same in both languages, as far as its paragraphs and citations show."""

from collections.abc import Iterator, Mapping

from governance.papers.dates import LanguageCode
from governance.text.finding import WARNING, Finding
from governance.text.language import Pointer
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import counted_kind, kind_noun
from governance.text.reading.compose import ProvisionContent, compose_provision
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Number, Provision
from proposals.draft.operations import key_of
from proposals.models import Change

_BELOW_ARTICLES = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
_ENGLISH_WORDING = Message("the English wording", "英文")
_JAPANESE_WORDING = Message("the Japanese wording", "和文")
_RELATIVE = frozenset({"preceding", "following"})

PresentArticles = Mapping[LanguageCode, ArticlesOfIncorporation]
"""The present articles in each language that the company keeps."""
PointerTarget = tuple[object, ...]
"""What one pointer names, whatever the language: other law or not, relative words, numbers."""


def check_parity(change: Change, present_articles: PresentArticles) -> tuple[Finding, ...]:
    """Where the wordings of `change` differ in what they are made of, or in what they cite.

    A wording that the change leaves as it is in one language is the present one. Nothing is said
    while a language has not been written.
    """
    if change.operation not in (Change.Operation.INSERT, Change.Operation.REPLACE):
        return ()
    wordings = {
        code: _wording(change, code, articles) for code, articles in present_articles.items()
    }
    english, japanese = wordings.get("en"), wordings.get("ja")
    if not (english and japanese and english.children and japanese.children):
        return ()
    rules = (_shape(english, japanese), _citations(english, japanese))
    return tuple(
        Finding(code, WARNING, "proposed", "", message, key_of(change))
        for code, message in (found for rule in rules for found in rule)
    )


def _wording(
    change: Change, language: LanguageCode, present: ArticlesOfIncorporation
) -> Provision | None:
    body: str | None = getattr(change, f"body_{language}")
    if body is None and change.operation == Change.Operation.REPLACE:
        return present.by_key(key_of(change))
    content = ProvisionContent(Kind(change.kind), Number(1), body=body or "")
    return compose_provision(content, language)


def _shape(english: Provision, japanese: Provision) -> Iterator[tuple[str, Message]]:
    """The same paragraphs, items and sub-items, under the same numbers."""
    if _outline(english) == _outline(japanese):
        return
    for kind in _BELOW_ARTICLES:
        counts = [sum(one.kind is kind for one in side.walk()) for side in (english, japanese)]
        if counts[0] != counts[1]:
            en, ja = (counted_kind(kind, count) for count in counts)
            yield (
                "parity-of-paragraphs",
                Message(
                    f"the English wording has {en.en}, the Japanese {counts[1]}.",
                    f"英文は{en.ja}、和文は{ja.ja}で、{kind_noun(kind).ja}の数が一致しません。",
                ),
            )
            return
    yield (
        "parity-of-paragraphs",
        Message(
            "paragraphs or items are numbered or placed otherwise in English than in Japanese.",
            "英文と和文とで、項または号の番号または位置が一致しません。",
        ),
    )


def _citations(english: Provision, japanese: Provision) -> Iterator[tuple[str, Message]]:
    """The same numbers cited, of these articles and of other law, and the same relative words."""
    in_english, in_japanese = _cited(english, "en"), _cited(japanese, "ja")
    alone = [
        [text for what, text in own.items() if what not in other]
        for own, other in ((in_english, in_japanese), (in_japanese, in_english))
    ]
    for texts, wording in zip(alone, (_ENGLISH_WORDING, _JAPANESE_WORDING), strict=True):
        if texts:
            listed = list(dict.fromkeys(texts))
            quoted = "、".join(f"「{text}」" for text in listed)
            yield (
                "parity-of-citations",
                Message(
                    f"only {wording.en} cites {', '.join(listed)}.",
                    f"{quoted}を引用しているのは{wording.ja}だけです。",
                ),
            )


def _outline(wording: Provision) -> list[tuple[Kind, Number | None]]:
    return [(one.kind, one.number) for one in wording.walk()][1:]


def _cited(wording: Provision, language: LanguageCode) -> dict[PointerTarget, str]:
    """What the wording cites, with the words that cite it first."""
    found: dict[PointerTarget, str] = {}
    for provision in wording.walk():
        for line in provision.lines:
            for reference in language_for(language).references(line):
                for pointer in reference.pointers:
                    if what := _named(pointer, external=not reference.is_ours):
                        own = line[pointer.start : pointer.end]
                        # "Articles 8 and 9": the second says its number alone.
                        found.setdefault(what, reference.text if own.isdigit() else own)
    return found


def _named(pointer: Pointer, *, external: bool) -> PointerTarget:
    """() for "this article" and the like, which one language says and the other need not."""
    numbers = tuple((step.kind, step.number) for step in pointer.steps)
    if pointer.relative in _RELATIVE:
        return (external, pointer.relative, pointer.kind, pointer.count, numbers)
    return (external, numbers) if numbers else ()
