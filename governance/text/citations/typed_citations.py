"""What newly typed wording cites: understood in the numbers of its moment, followed ever after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from governance.text.citations.cite import Edit
from governance.text.citations.decisions import Decision
from governance.text.citations.edited_lines import with_edits
from governance.text.citations.follow import broken_citation
from governance.text.citations.resolve import citations_in
from governance.text.citations.scan import Scanner
from governance.text.deleted_placeholder import became_placeholder
from governance.text.finding import Finding
from governance.text.language import Pointer, Reference, Step
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import name
from governance.text.reading.write import usual_digits
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Kind


def find_targets(
    articles: ArticlesOfIncorporation, key: str, decisions: Sequence[Decision] = ()
) -> dict[str, str]:
    """What the wording of a provision and of all below it cites by number: for each address, as
    it is now, the identity meant. Stored with a change, so that its citations follow later ones."""
    places = Places(articles)
    provision = articles.by_key(key)
    scanner = Scanner(places, decisions)
    meant: dict[str, str] = {}
    for each in provision.walk() if provision else ():
        for citation in citations_in(each, places, scanner):
            for resolved in citation.resolved:
                for target in resolved.chain:
                    meant[articles.address_of(target.key) or ""] = target.key
    return meant


def follow_typed(
    present: ArticlesOfIncorporation,
    proposed: ArticlesOfIncorporation,
    citation_targets: Mapping[str, Mapping[str, str]],
    decisions: Sequence[Decision] = (),
) -> tuple[ArticlesOfIncorporation, list[Finding]]:
    """The proposed articles with the citations in newly given wording brought from the numbers
    they were typed with to the present ones. `citation_targets` gives, for each identity with new
    wording, what each address meant (see `find_targets`). A citation of what is gone since stays
    and is found."""
    language = language_for(proposed.language)
    edits: dict[tuple[str, int], list[Edit]] = {}
    findings: list[Finding] = []
    style = usual_digits(proposed)
    scanner = Scanner(Places(proposed), decisions)
    for key, meant in citation_targets.items():
        provision = proposed.by_key(key)
        for each in provision.walk() if provision else ():
            for line, text in enumerate(each.lines):
                for reference in scanner.references(each, text):
                    named = list(_named(reference, meant))
                    gone = [key for _, key in named if _is_gone(key, present, proposed)]
                    if gone:
                        why = _why_gone(reference, gone[0], present)
                        address = proposed.address_of(each.key) or ""
                        findings.append(broken_citation(address, each.key, reference.text, why))
                        continue
                    for step, target_key in named:
                        target = proposed.by_key(target_key)
                        if target and target.number and target.number != step.number:
                            new = language.relabel(
                                text[step.start : step.end], target.number, style
                            )
                            edit = Edit(step.start, step.end, new)
                            edits.setdefault((each.key, line), []).append(edit)
    return with_edits(proposed, edits), findings


def _named(reference: Reference, meant: Mapping[str, str]) -> Iterator[tuple[Step, str]]:
    """The steps of a citation's absolute pointers whose meaning is known, and what they meant."""
    if not reference.is_ours:
        return
    for pointer in reference.pointers:
        for address, step in _addressed(pointer):
            if address in meant:
                yield step, meant[address]


def _addressed(pointer: Pointer) -> Iterator[tuple[str, Step]]:
    """Each step of an absolute pointer with the address that leads to it; none where what it
    leads to depends on where it stands."""
    steps = pointer.steps
    if pointer.relative or not steps or steps[0].kind not in (Kind.ARTICLE, Kind.CHAPTER):
        return
    first = "supplementary" if pointer.part == "supplementary" else steps[0].kind
    address = f"{first}:{steps[0].number}"
    yield address, steps[0]
    for step in steps[1:]:
        address = f"{address}/{step.kind}:{step.number}"
        yield address, step


def _is_gone(key: str, present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation) -> bool:
    was, now = present.by_key(key), proposed.by_key(key)
    return now is None or (became_placeholder(was, now))


def _why_gone(reference: Reference, key: str, present: ArticlesOfIncorporation) -> Message:
    text, verb = reference.text, reference.verb("names", "name")
    was = present.by_key(key)
    if was is None:
        return Message(
            f"{text} {verb} a new provision that is there no more.",
            f"「{text}」が指していた新設の規定はなくなりました。",
        )
    gone = name(was, Places(present))
    return Message(
        f"{text} {verb} present {gone.en}, which is deleted.",
        f"「{text}」が指す現行の{gone.ja}は削除されます。",
    )
