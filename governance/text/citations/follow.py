"""References after a change: each one kept, followed, shifted, broken or external, and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from governance.text.citations.cite import Edit, by_number, wider
from governance.text.citations.resolve import Citation, Resolved, citations, resolve
from governance.text.deleted_placeholder import became_placeholder
from governance.text.finding import ERROR, Finding
from governance.text.language import Pointer
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import name, names
from governance.text.reading.write import usual_digits
from governance.text.tree.number import Digits, digits_of
from governance.text.tree.places import Places
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Piece,
    PieceRole,
    Provision,
)

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
    why: Message


@dataclass(frozen=True, slots=True)
class _Outcome:
    name: str
    why: Message
    edits: tuple[Edit, ...] = ()


def follow(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation, new_words: Collection[str]
) -> tuple[ArticlesOfIncorporation, list[Consequence], list[Finding]]:
    """The proposed articles with the references of all unchanged wording followed.

    `new_words` are the identities whose wording was given: what they cite is proposed numbers
    already and is left. References in supplementary parts that stood before cite the numbers of
    their own time and are left too, unless they are moved out of them.
    """
    before, after = Places(present), Places(proposed)
    found = list(citations(present, before))
    writing = _reference_digits(present, found)
    old_parts = {part.key for part in present.supplementary}
    edits: dict[tuple[str, int], list[Edit]] = {}
    consequences: list[Consequence] = []
    findings: list[Finding] = []
    for citation in found:
        key = citation.at.key
        address = proposed.address_of(key)
        if address is None or any(each.key in new_words for each in after.path(key)):
            continue
        is_old = before.part_of(key).key in old_parts and after.part_of(key).key in old_parts
        if is_old:
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
            findings.append(broken_citation(address, key, citation.reference.text, outcome.why))
    order = {address: i for i, (address, _) in enumerate(proposed.addresses())}
    consequences.sort(key=lambda each: order[each.at])
    findings.sort(key=lambda each: order[each.at])
    return rewritten(proposed, edits), consequences, findings


def broken_citation(address: str, key: str, words: str, why: Message) -> Finding:
    """The finding about a citation of these words that names nothing any more."""
    return Finding("broken-reference", ERROR, "proposed", address, why, key, about=(words,))


def _reference_digits(articles: ArticlesOfIncorporation, found: Sequence[Citation]) -> Digits:
    """How the text writes numbers in its own citations; what they do not show, as in its marks."""
    language = language_for(articles.language)
    numerals = [
        numeral
        for citation in found
        if citation.is_ours
        for numeral in language.numerals(citation.reference.text)
    ]
    return digits_of(numerals, usual_digits(articles))


def _in_old_part(citation: Citation) -> _Outcome:
    if not citation.is_ours:
        return _Outcome(EXTERNAL, _why_external(citation))
    return _Outcome(
        KEPT,
        Message(
            f"{citation.reference.text} stands in older supplementary provisions, which cite the "
            "numbers of their own time.",
            f"「{citation.reference.text}」は従前の附則にあり、附則は制定当時の条番号を引用しているため変えません。",
        ),
    )


def _why_external(citation: Citation) -> Message:
    text, law = citation.reference.text, citation.reference.owner.name
    return Message(f"{text} belongs to {law}.", f"「{text}」は{law}の規定です。")


def _outcome(citation: Citation, before: Places, after: Places, writing: Digits) -> _Outcome:
    if not citation.is_ours:
        return _Outcome(EXTERNAL, _why_external(citation))
    parts = [_one(citation, each, before, after, writing) for each in citation.resolved]
    for outcome in (BROKEN, SHIFTED, FOLLOWED):
        chosen = [part for part in parts if part.name == outcome]
        if chosen:
            edits = () if outcome == BROKEN else tuple(e for part in parts for e in part.edits)
            why = Message(
                " ".join(dict.fromkeys(part.why.en for part in chosen)),
                "".join(dict.fromkeys(part.why.ja for part in chosen)),
            )
            return _Outcome(outcome, why, edits)
    return parts[0]


def _one(
    citation: Citation, resolved: Resolved, before: Places, after: Places, writing: Digits
) -> _Outcome:
    """What becomes of one pointer of a citation."""
    text = citation.reference.text
    names = citation.reference.verb("names", "name")
    if resolved.missing:
        return _Outcome(
            BROKEN,
            Message(
                f"{text} {names} no provision of the present articles.",
                f"「{text}」に当たる規定は現行の定款にありません。",
            ),
        )
    if not resolved.targets:
        return _kept(citation)
    pointer = resolved.pointer
    if pointer.relative and not pointer.count:
        return _all_before(citation, pointer, after)
    proposed = after.articles
    language = language_for(proposed.language)
    for target in (*resolved.chain, *resolved.targets):
        if _is_gone(target, proposed):
            return _Outcome(BROKEN, _why_gone(citation, target, before))
    edits: list[Edit] = []
    shifted: _Outcome | None = None
    if pointer.relative in ("preceding", "following", "this"):
        bare = replace(pointer, steps=())
        old = resolve(bare, before, citation.at.key).targets
        new = resolve(bare, after, citation.at.key).targets
        if [each.key for each in old] != [each.key for each in new]:
            shifted = _shifted(citation, pointer, old, before, after, writing)
            edits.extend(shifted.edits)
    moved: list[tuple[Provision, Provision]] = []
    for step, target in zip(pointer.steps, resolved.chain, strict=True):
        now = proposed.by_key(target.key)
        assert now is not None
        if now.number is not None and now.number != step.number:
            moved.append((target, now))
            written = citation.at.lines[citation.line][step.start : step.end]
            edits.append(Edit(step.start, step.end, language.relabel(written, now.number, writing)))
    if resolved is citation.resolved[0] and not pointer.relative:
        # Paragraph 2, moved into another article, is Paragraph 2 of the article it was in.
        was_wider = wider(resolved.chain[0], citation.at.key, before, writing)
        shifted = None if was_wider else _cited_wider(citation, resolved, before, after, writing)
        edits.extend(shifted.edits if shifted else ())
    if shifted:
        return replace(shifted, edits=tuple(edits))
    if not moved:
        return _kept(citation)
    return _Outcome(
        FOLLOWED,
        _why_followed([(name(old, before), name(new, after)) for old, new in moved]),
        tuple(edits),
    )


def _why_followed(moved: Sequence[tuple[Message, Message]]) -> Message:
    return Message(
        " ".join(f"{old.en} becomes {new.en}." for old, new in moved),
        "".join(f"{old.ja}が{new.ja}になるためです。" for old, new in moved),
    )


def _all_before(citation: Citation, pointer: Pointer, after: Places) -> _Outcome:
    """What becomes of "each of the preceding items": they are what stands before it, whatever
    came or went."""
    text, names = citation.reference.text, citation.reference.verb("names", "name")
    if resolve(replace(pointer, steps=()), after, citation.at.key).targets:
        return _Outcome(
            KEPT,
            Message(
                f"{text} {names} all that stand before it.",
                f"「{text}」は、その前にあるもの全てを指します。",
            ),
        )
    return _Outcome(
        BROKEN,
        Message(
            f"{text} {names} nothing any more: nothing stands before it.",
            f"「{text}」より前に何もなくなるため、指すものがありません。",
        ),
    )


def _is_gone(target: Provision, proposed: ArticlesOfIncorporation) -> bool:
    now = proposed.by_key(target.key)
    return now is None or became_placeholder(target, now)


def _why_gone(citation: Citation, target: Provision, before: Places) -> Message:
    text, verb = citation.reference.text, citation.reference.verb("names", "name")
    gone = name(target, before)
    return Message(
        f"{text} {verb} present {gone.en}, which is deleted.",
        f"「{text}」が指す現行の{gone.ja}は削除されます。",
    )


def _kept(citation: Citation) -> _Outcome:
    text, names = citation.reference.text, citation.reference.verb("names", "name")
    return _Outcome(
        KEPT,
        Message(
            f"{text} still {names} the same provision.", f"「{text}」は引き続き同じ規定を指します。"
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
    now = [after.articles.by_key(target.key) for target in targets]
    meant = [each for each in now if each is not None]  # none is gone, or it would be broken
    start, end = pointer.phrase
    why = _why_shifted(citation.at.lines[citation.line][start:end], targets, before)
    return _Outcome(SHIFTED, why, tuple(by_number(citation, pointer, meant, after, writing)))


def _why_shifted(phrase: str, targets: Sequence[Provision], before: Places) -> Message:
    meant = names(targets, before)
    return Message(
        f"{phrase} meant {meant.en} and would now name another provision, "
        "so it is cited by its number.",
        f"「{phrase}」は{meant.ja}を指していましたが、変更後は別の規定を指すことになるため、"
        "条番号による引用に改めます。",
    )


def _cited_wider(
    citation: Citation, resolved: Resolved, before: Places, after: Places, writing: Digits
) -> _Outcome | None:
    """A paragraph or item that was cited from within its article, and no longer is."""
    now = after.articles.by_key(resolved.chain[0].key)
    assert now is not None  # it would be broken
    held_by = wider(now, citation.at.key, after, writing)
    if not held_by:
        return None
    start = resolved.pointer.start
    why = _why_shifted(citation.reference.text, resolved.targets, before)
    return _Outcome(SHIFTED, why, (Edit(start, start, held_by),))


def _applied(text: str, edits: Sequence[Edit], offset: int = 0) -> str:
    # A number that several pointers share (Article 9, Paragraphs 2 and 3) is edited once.
    for edit in sorted(dict.fromkeys(edits), key=lambda each: each.start, reverse=True):
        text = text[: edit.start - offset] + edit.text + text[edit.end - offset :]
    return text


def rewritten(
    articles: ArticlesOfIncorporation, edits: Mapping[tuple[str, int], Sequence[Edit]]
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
                if piece.role is PieceRole.TEXT:
                    new.append(
                        Piece(
                            PieceRole.TEXT,
                            _applied(piece.text, edits.get((provision.key, line), ())),
                        )
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


__all__ = ["Consequence", "Edit", "broken_citation", "follow", "rewritten"]
