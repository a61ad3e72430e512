"""What a citation points to: resolving references in the tree they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from governance.text.brackets import Brackets
from governance.text.citations.decisions import Decision
from governance.text.citations.scan import Scanner
from governance.text.language import Pointer, Reference, Step
from governance.text.patterns import pattern
from governance.text.tree.decimals import is_decimal
from governance.text.tree.places import Places, is_kana
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

_WORD = pattern(r"\w+")
_BRACKETED = pattern(r"[(（][^()（）]+[)）]")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pointer with what it names here.

    `base` is what its relative words name (the 前条 of 前条第２項), `chain` has a provision for
    each absolute step, `targets` what is meant in the end (several for "the preceding two
    articles"); `missing` says that a step names nothing.
    """

    pointer: Pointer
    chain: tuple[Provision, ...] = ()
    targets: tuple[Provision, ...] = ()
    missing: bool = False
    base: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference found in a line of a provision: line `line` (from 0) of its own wording."""

    at: Provision
    line: int
    reference: Reference
    resolved: tuple[Resolved, ...]

    @property
    def is_ours(self) -> bool:
        return self.reference.is_ours

    @property
    def is_broken(self) -> bool:
        return any(each.missing for each in self.resolved)


def citations(
    articles: ArticlesOfIncorporation,
    places: Places | None = None,
    decisions: Sequence[Decision] = (),
) -> Iterator[Citation]:
    """Every citation in the articles, in document order, with what it points to."""
    places = places or Places(articles)
    scanner = Scanner(places, decisions)
    for provision in articles.walk():
        if provision.kind is not Kind.PART or provision is not articles.main:
            yield from citations_in(provision, places, scanner)


def citations_in(provision: Provision, places: Places, scanner: Scanner) -> Iterator[Citation]:
    """The citations in a provision's own wording. Those that are not ours name nothing here."""
    for number, line in enumerate(provision.lines):
        references = scanner.references(provision, line)
        for reference, resolved in zip(
            references, resolved_in_line(references, line, places, provision.key), strict=True
        ):
            yield Citation(provision, number, reference, resolved)


def resolved_in_line(
    references: Sequence[Reference], line: str, places: Places, at: str
) -> Iterator[tuple[Resolved, ...]]:
    """What the citations of one line name, in order. "The same" means what was cited before, but
    not in brackets that were closed since."""
    if not references:
        return
    brackets = Brackets(line, [(each.start, each.end) for each in references])
    named: list[tuple[Provision, ...] | None] = []  # None: what names nothing
    for reference, before in zip(references, brackets.before, strict=True):
        last = named[before] if before is not None else ()
        resolved = tuple(
            Resolved(pointer, missing=True)
            if last is None and pointer.relative == "same" and pointer.steps
            else _unless_inline(resolve(pointer, places, at, last or ()), line)
            for pointer in (reference.pointers if reference.is_ours else ())
        )
        targets = next((each.targets for each in reversed(resolved) if each.targets), None)
        is_broken = targets is None and any(each.missing for each in resolved)
        named.append(None if is_broken else targets or last)
        yield resolved


def _unless_inline(resolved: Resolved, line: str) -> Resolved:
    """The same, but what the sentence itself counts is not missing: "clause (ii)" behind "(i) a
    member who …, or (ii) a member whose …" """
    steps = resolved.pointer.steps
    if not resolved.missing or not steps or steps[0].kind not in (Kind.ITEM, Kind.SUBITEM):
        return resolved
    start, end = steps[0].start - 1, steps[0].end + 1
    written = line[max(start, 0) : end]
    is_inline = _BRACKETED.fullmatch(written) and line.count(written) > 1
    return replace(resolved, missing=False) if is_inline else resolved


def resolve(
    pointer: Pointer, places: Places, at: str, last: tuple[Provision, ...] = ()
) -> Resolved:
    """What a pointer in the wording of provision `at` names; `last` is what was cited before it."""
    base: tuple[Provision, ...] = ()
    if pointer.relative:
        base = _relative(pointer, places, at, last)
        if not base:
            # "The same article" after other words than a citation names what the reader knows.
            return Resolved(pointer, missing=pointer.relative not in ("same", "this"))
        if not pointer.steps:
            return Resolved(pointer, (), base, base=base)
        scope = base[0]
    else:
        found = _scope(pointer, places, at)
        if found is None:
            return Resolved(pointer, missing=True)
        scope = found
    chain: list[Provision] = []
    for step in pointer.steps:
        child = _child(places, scope, step)
        if child is None:
            is_missing = not _is_of_no_list(pointer, places, at)
            return Resolved(pointer, tuple(chain), missing=is_missing, base=base)
        chain.append(child)
        scope = child
    return Resolved(pointer, tuple(chain), (chain[-1],), base=base)


def _child(places: Places, scope: Provision, step: Step) -> Provision | None:
    """What a step names below a provision. A letter that reads two ways names what is labelled so:
    "item (i)" the ninth of (a), (b), (c), the first of (i), (ii)."""
    numbers = [step.number] if step.other_number is None else [step.number, step.other_number]
    found = [
        child for number in numbers if (child := places.child(scope, step.kind, number)) is not None
    ]
    named = (each for each in found if step.letter in _WORD.findall(each.label))
    return next(named, found[0] if found else None)


def _is_of_no_list(pointer: Pointer, places: Places, at: str) -> bool:
    """Whether a letter alone (様式イの定め) stands in a paragraph that counts nothing by letters:
    it cites none of these provisions then."""
    if pointer.relative or pointer.steps[0].kind is not Kind.SUBITEM:
        return False
    paragraph = places.enclosing(at, Kind.PARAGRAPH)
    return paragraph is None or not any(is_kana(each.label) for each in paragraph.walk())


def _scope(pointer: Pointer, places: Places, at: str) -> Provision | None:
    """Where the first step of an absolute pointer is looked up."""
    kind = pointer.steps[0].kind
    here = places.part_of(at)
    if kind in (Kind.CHAPTER, Kind.ARTICLE):
        if pointer.part != "supplementary":
            return places.articles.main
        own = places.articles.supplementary
        return here if here in own else own[0] if own else None
    if kind is Kind.SUBSECTION:
        return places.enclosing(at, Kind.SECTION) or places.enclosing(at, Kind.CHAPTER) or here
    if kind is Kind.SECTION:
        article = places.enclosing(at, Kind.ARTICLE)
        if article and places.children_of_kind(article, Kind.SECTION):
            return article
        return places.enclosing(at, Kind.CHAPTER) or here
    if kind is Kind.PARAGRAPH:
        if pointer.part and here.kind is Kind.PART and here is places.articles.main:
            return places.articles.supplementary[0] if places.articles.supplementary else None
        holders = (Kind.SECTION, Kind.ARTICLE)  # not a section that is a heading over articles
        return next((each for each in reversed(places.path(at)) if each.kind in holders), here)
    if kind is Kind.ITEM:
        return places.enclosing(at, Kind.PARAGRAPH)
    item = places.enclosing(at, Kind.ITEM)
    if item is not None and places.children_of_kind(item, Kind.SUBITEM):
        return item
    return places.enclosing(at, Kind.PARAGRAPH)


def _article_by_decimals(places: Places, at: str) -> Provision | None:
    """The article without clauses in which "the preceding clause" stands, where articles are
    counted 1., 2. as the clauses are 1.1, 1.2."""
    article = places.enclosing(at, Kind.ARTICLE)
    return article if article is not None and is_decimal(article) else None


def _relative(
    pointer: Pointer, places: Places, at: str, last: tuple[Provision, ...]
) -> tuple[Provision, ...]:
    kind = pointer.kind
    assert kind is not None  # every relative pointer names a level
    if pointer.relative == "same":
        holder = places.enclosing(last[-1].key, kind) if last else None
        return (holder,) if holder else ()
    own = places.enclosing(at, kind)
    if own is None and kind is Kind.SECTION:
        own = _article_by_decimals(places, at)
    if pointer.relative == "this":
        return (own,) if own else ()
    if own is None:
        # "each of the preceding items" may stand in the paragraph, below its items.
        paragraph = places.enclosing(at, Kind.PARAGRAPH)
        if kind is Kind.ITEM and pointer.relative == "preceding" and paragraph:
            items = tuple(places.children_of_kind(paragraph, Kind.ITEM))
            return items if pointer.count == 0 else items[-pointer.count :]
        return ()
    siblings, place = places.siblings(own)
    subitem = places.enclosing(at, Kind.SUBITEM)
    if pointer.relative == "preceding" and kind is Kind.ITEM and subitem and not place:
        # Below the first item nothing but its sub-items can be meant by 前各号.
        siblings, place = places.siblings(subitem)
    if pointer.relative == "preceding":
        if pointer.count == 0:
            return tuple(siblings[:place])
        found = tuple(siblings[place - pointer.count : place]) if place >= pointer.count else ()
        return found[:1] if pointer.is_farthest else found
    found = tuple(siblings[place + 1 : place + 1 + pointer.count])
    if len(found) < pointer.count:
        return ()
    return found[-1:] if pointer.is_farthest else found
