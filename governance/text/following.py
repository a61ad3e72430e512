"""References after a change: each one kept, followed, shifted, broken or external, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .emptied import is_emptied
from .finding import ERROR, WARNING, Finding
from .language import Pointer
from .languages import language
from .numbering import Digits, digits_of
from .provision import ArticlesOfIncorporation, Kind, Number, Piece, Provision, Role
from .references import Citation, Places, Resolved, citations, citations_in, resolve
from .sentence import Sentence
from .writing import digits

KEPT, FOLLOWED, SHIFTED, BROKEN, EXTERNAL = "kept", "followed", "shifted", "broken", "external"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What became of one reference: its place in the proposed articles, the words before and
    after, and the reason in a sentence."""

    at: str
    key: str
    outcome: str
    before: str
    after: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    name: str
    why: Sentence
    edits: tuple[_Edit, ...] = ()


def follow(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, new_words: Collection[str]
) -> tuple[ArticlesOfIncorporation, list[Consequence], list[Finding]]:
    """The proposed articles with the references of all unchanged wording followed.

    `new_words` are the identities whose wording was given: what they cite is proposed numbers
    already and is left. References in supplementary parts that stood before cite the numbers of
    their own time and are left too.
    """
    before, after = Places(present), Places(proposed)
    found = list(citations(present, before))
    writing = _reference_digits(present, found)
    old_parts = {part.key for part in present.supplementary}
    edits: dict[tuple[str, int], list[_Edit]] = {}
    consequences: list[Consequence] = []
    findings: list[Finding] = []
    for citation in found:
        key = citation.at.key
        address = proposed.address_of(key)
        if address is None or any(each.key in new_words for each in after.path(key)):
            continue
        if before.part_of(key).key in old_parts:
            outcome = _in_old_part(citation)
        else:
            outcome = _outcome(citation, before, after, writing)
        new = _applied(citation.reference.text, outcome.edits, citation.reference.start)
        if outcome.edits:
            edits.setdefault((key, citation.line), []).extend(outcome.edits)
        consequences.append(
            Consequence(address, key, outcome.name, citation.reference.text, new, outcome.why)
        )
        if outcome.name == BROKEN:
            findings.append(
                Finding("broken-reference", ERROR, "proposed", address, outcome.why, key)
            )
        elif changed := _changed_range(citation, before, after):
            findings.append(Finding("changed-range", WARNING, "proposed", address, changed, key))
    order = {address: i for i, (address, _) in enumerate(proposed.addresses())}
    consequences.sort(key=lambda each: order[each.at])
    findings.sort(key=lambda each: order[each.at])
    return rewritten(proposed, edits), consequences, findings


def _reference_digits(articles: ArticlesOfIncorporation, found: Sequence[Citation]) -> Digits:
    """How the text writes numbers in its own citations; what they do not show, as in its marks."""
    tongue = language(articles.language)
    numerals = [
        numeral
        for citation in found
        if not citation.is_external
        for numeral in tongue.numerals(citation.reference.text)
    ]
    return digits_of(numerals, digits(articles))


def _in_old_part(citation: Citation) -> _Outcome:
    if citation.is_external:
        return _Outcome(EXTERNAL, _why_external(citation))
    return _Outcome(
        KEPT,
        Sentence(
            f"{citation.reference.text} stands in older supplementary provisions, which cite the "
            "numbers of their own time.",
            f"「{citation.reference.text}」は従前の附則にあり、附則は制定当時の条番号を引用しているため変えません。",
        ),
    )


def _why_external(citation: Citation) -> Sentence:
    text, law = citation.reference.text, citation.reference.external
    return Sentence(f"{text} belongs to {law}.", f"「{text}」は{law}の規定です。")


def _outcome(citation: Citation, before: Places, after: Places, writing: Digits) -> _Outcome:
    if citation.is_external:
        return _Outcome(EXTERNAL, _why_external(citation))
    parts = [_one(citation, each, before, after, writing) for each in citation.resolved]
    for name in (BROKEN, SHIFTED, FOLLOWED):
        chosen = [part for part in parts if part.name == name]
        if chosen:
            edits = () if name == BROKEN else tuple(e for part in parts for e in part.edits)
            why = Sentence(
                " ".join(dict.fromkeys(part.why.en for part in chosen)),
                "".join(dict.fromkeys(part.why.ja for part in chosen)),
            )
            return _Outcome(name, why, edits)
    return parts[0]


def _one(
    citation: Citation, resolved: Resolved, before: Places, after: Places, writing: Digits
) -> _Outcome:
    """What becomes of one pointer of a citation."""
    text = citation.reference.text
    if resolved.missing:
        return _Outcome(
            BROKEN,
            Sentence(
                f"{text} names no provision of the present articles.",
                f"「{text}」に当たる規定は現行の定款にありません。",
            ),
        )
    if not resolved.targets:
        return _kept(text)
    proposed = after.articles
    tongue = language(proposed.language)
    for target in (*resolved.chain, *resolved.targets):
        now = proposed.by_key(target.key)
        if now is None or (is_emptied(now) and not is_emptied(target)):
            return _Outcome(
                BROKEN,
                Sentence(
                    f"{text} names present {_label(target, before, 'en')}, which is deleted.",
                    f"「{text}」が指す現行の{_label(target, before, 'ja')}は削除されます。",
                ),
            )
    edits: list[_Edit] = []
    shifted: _Outcome | None = None
    pointer = resolved.pointer
    if pointer.relative and pointer.relative in ("preceding", "following"):
        bare = replace(pointer, steps=())
        old = resolve(bare, before, citation.at.key).targets
        new = resolve(bare, after, citation.at.key).targets
        if pointer.count and [each.key for each in old] != [each.key for each in new]:
            shifted = _shifted(citation, pointer, old, before, after, writing)
            edits.extend(shifted.edits)
    moved: list[tuple[Provision, Provision]] = []
    for step, target in zip(pointer.steps, resolved.chain, strict=True):
        now = proposed.by_key(target.key)
        assert now is not None
        if now.number is not None and now.number != step.number:
            moved.append((target, now))
            written = citation.at.lines[citation.line][step.start : step.end]
            edits.append(_Edit(step.start, step.end, tongue.relabel(written, now.number, writing)))
    if shifted:
        return replace(shifted, edits=tuple(edits))
    if not moved:
        return _kept(text)
    return _Outcome(
        FOLLOWED,
        Sentence(
            " ".join(
                f"{_label(old, before, 'en')} becomes {_label(new, after, 'en')}."
                for old, new in moved
            ),
            "".join(
                f"{_label(old, before, 'ja')}が{_label(new, after, 'ja')}になるためです。"
                for old, new in moved
            ),
        ),
        tuple(edits),
    )


def _kept(text: str) -> _Outcome:
    return _Outcome(
        KEPT,
        Sentence(
            f"{text} still names the same provision.", f"「{text}」は引き続き同じ規定を指します。"
        ),
    )


def _shifted(
    citation: Citation,
    pointer: Pointer,
    targets: Sequence[Provision],
    before: Places,
    after: Places,
    writing: Digits,
) -> _Outcome:
    """A relative reference that would now point elsewhere, made absolute."""
    proposed = after.articles
    tongue = language(proposed.language)
    now = [proposed.by_key(target.key) for target in targets]
    numbers = [each.number for each in now if each is not None and each.number is not None]
    first = now[0]
    assert first is not None
    new = tongue.cite_all(first.kind, numbers, writing)
    if first.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM):
        own = after.enclosing(citation.at.key, Kind.ARTICLE)
        holder = after.enclosing(first.key, Kind.ARTICLE)
        if holder is not None and holder is not own and holder.number is not None:
            new = tongue.cite_within(tongue.cite(Kind.ARTICLE, holder.number, writing), new)
    start, end = pointer.phrase
    phrase = citation.at.lines[citation.line][start:end]
    names = " ".join(_label(target, before, "en") for target in targets)
    names_ja = "・".join(_label(target, before, "ja") for target in targets)
    return _Outcome(
        SHIFTED,
        Sentence(
            f"{phrase} meant {names} and would now name another provision, "
            "so it is cited by its number.",
            f"「{phrase}」は{names_ja}を指していましたが、変更後は別の規定を指すことになるため、"
            "番号で引用します。",
        ),
        (_Edit(start, end, new),),
    )


def _changed_range(citation: Citation, before: Places, after: Places) -> Sentence | None:
    """A cited range (Articles 8 through 13, the preceding items) that gains or loses members."""
    old, new = _members(citation, before), _members(citation, after)
    if old is None or new is None or old == new:
        return None
    return range_sentence(citation.reference.text, len(new - old), len(old - new))


def range_sentence(text: str, gained: int, lost: int) -> Sentence:
    """That a cited range has gained or lost members."""
    en = [f"gains {gained}"] * bool(gained) + [f"loses {lost}"] * bool(lost)
    ja = [f"{gained}つの規定が加わり"] * bool(gained) + [f"{lost}つの規定が外れ"] * bool(lost)
    noun = "provision" if gained + lost == 1 else "provisions"
    return Sentence(
        f"What {text} covers {' and '.join(en)} {noun}.",
        f"「{text}」の範囲は、{'、'.join(ja)}ます。",
    )


def _members(citation: Citation, places: Places) -> frozenset[str] | None:
    members: set[str] = set()
    is_range = False
    resolved = citation.resolved
    for i, each in enumerate(resolved):
        if each.pointer.relative == "preceding" and each.pointer.count == 0:
            is_range = True
            now = resolve(replace(each.pointer, steps=()), places, citation.at.key)
            members |= {target.key for target in now.targets}
        elif each.pointer.through and i and each.targets and resolved[i - 1].targets:
            is_range = True
            first = places.articles.by_key(resolved[i - 1].targets[-1].key)
            last = places.articles.by_key(each.targets[-1].key)
            if first is None or last is None:
                return None
            siblings, start = places.siblings(first)
            end = places.siblings(last)[1]
            members |= {sibling.key for sibling in siblings[start : end + 1]}
    return frozenset(members) if is_range else None


def _label(provision: Provision, places: Places, code: str) -> str:
    """How a sentence names a provision: "Article 14", "第14条第2項"."""
    path = [each for each in places.path(provision.key) if each.number is not None]
    path = [each for each in path if each.kind is not Kind.CHAPTER] or path
    if code == "ja":
        units = {"chapter": "章", "article": "条", "section": "節", "paragraph": "項"}
        return "".join(
            f"第{each.number[0]}{units.get(each.kind, '号')}"
            + "".join(f"の{part}" for part in each.number[1:])
            for each in path
            if each.number
        )
    return ", ".join(f"{each.kind.value.capitalize()} {each.number}" for each in path)


def _applied(text: str, edits: Sequence[_Edit], offset: int = 0) -> str:
    # A number that several pointers share (Article 9, Paragraphs 2 and 3) is edited once.
    for edit in sorted(dict.fromkeys(edits), key=lambda each: each.start, reverse=True):
        text = text[: edit.start - offset] + edit.text + text[edit.end - offset :]
    return text


def rewritten(
    articles: ArticlesOfIncorporation, edits: Mapping[tuple[str, int], Sequence[_Edit]]
) -> ArticlesOfIncorporation:
    """The articles with some lines of wording edited: by identity and line, from 0."""
    touched = {key for key, _ in edits}

    def edited(provision: Provision) -> Provision:
        children = tuple(edited(child) for child in provision.children)
        pieces = provision.pieces
        if provision.key in touched:
            line = 0
            new = []
            for piece in pieces:
                if piece.role is Role.TEXT:
                    new.append(
                        Piece(Role.TEXT, _applied(piece.text, edits.get((provision.key, line), ())))
                    )
                    line += 1
                else:
                    new.append(piece)
            pieces = tuple(new)
        elif all(a is b for a, b in zip(children, provision.children, strict=True)):
            return provision
        return replace(provision, pieces=pieces, children=children)

    if not touched:
        return articles
    return ArticlesOfIncorporation(
        articles.language, edited(articles.main), tuple(map(edited, articles.supplementary))
    )


def cited(articles: ArticlesOfIncorporation, key: str) -> dict[str, str]:
    """What the wording of a provision and of all below it cites by number: for each address, as
    it is now, the identity meant. Stored with a change, so that its citations follow later ones."""
    places = Places(articles)
    provision = articles.by_key(key)
    meant: dict[str, str] = {}
    for citation in _below(provision, places) if provision else ():
        for each in citation.resolved:
            for target in each.chain:
                if address := articles.address_of(target.key):
                    meant[address] = target.key
    return meant


def _below(provision: Provision, places: Places) -> Iterator[Citation]:
    for each in provision.walk():
        yield from citations_in(each, places)


def follow_new(
    proposed: ArticlesOfIncorporation, cites: Mapping[str, Mapping[str, str]]
) -> ArticlesOfIncorporation:
    """The proposed articles with the citations in newly given wording brought from the numbers
    they were typed with to the present ones. `cites` gives, for each identity with new wording,
    what each address meant (see `cited`)."""
    tongue = language(proposed.language)
    edits: dict[tuple[str, int], list[_Edit]] = {}
    style = digits(proposed)
    for key, meant in cites.items():
        provision = proposed.by_key(key)
        for each in provision.walk() if provision else ():
            for line, text in enumerate(each.lines):
                for reference in tongue.references(text):
                    if reference.external:
                        continue
                    for pointer in reference.pointers:
                        for edit in _typed(pointer, meant, proposed, text, style):
                            edits.setdefault((each.key, line), []).append(edit)
    return rewritten(proposed, edits)


def _typed(
    pointer: Pointer,
    meant: Mapping[str, str],
    proposed: ArticlesOfIncorporation,
    text: str,
    style: Digits,
) -> Iterator[_Edit]:
    """The edits that bring one absolute pointer up to date."""
    tongue = language(proposed.language)
    if (
        pointer.relative
        or not pointer.steps
        or pointer.steps[0].kind not in (Kind.ARTICLE, Kind.CHAPTER)
    ):
        return
    address = ""
    for step in pointer.steps:
        if not address:
            address = (
                f"supplementary:{step.number}"
                if pointer.part == "supplementary"
                else f"{step.kind}:{step.number}"
            )
        else:
            address = f"{address}/{step.kind}:{step.number}"
        target = proposed.by_key(meant.get(address, ""))
        if target is not None and target.number is not None and target.number != step.number:
            new = tongue.relabel(text[step.start : step.end], target.number, style)
            yield _Edit(step.start, step.end, new)


__all__ = ["Consequence", "Number", "cited", "follow", "follow_new", "rewritten"]
