"""Checks of how chapters, articles, paragraphs and items are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from governance.text.checks.checked_version import CheckedVersion
from governance.text.comparing.align import longest_increasing
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.naming import label, name, number_name, range_name
from governance.text.tree.number import follows
from governance.text.tree.provision import Kind, Number, Provision


def number_missing(version: CheckedVersion) -> Iterator[Finding]:
    """A gap in the numbers of one list. A deleted placeholder (第9条　削除) leaves none, and where
    an article stands without its number, that is what is wrong."""
    before_bare = {
        after.key
        for part in version.articles.parts
        for bare, after in pairwise(each for each in part.children if each.kind is Kind.ARTICLE)
        if bare.number is None
    }
    for counted in lists(version):
        numbers = {number: each for each in reversed(counted) for number in each.numbers}
        held = sorted(numbers)
        kind = counted[0].kind
        first = held[0]
        if first.main > 1 and counted[0].key not in before_bare:
            begin = _number_before(version, counted[0], first)
            last = Number(first.main - (not first.is_branch))
            if begin <= last:
                yield _missing(version, counted[0], kind, (begin, last))
        for before, after in pairwise(held):
            ends = _between(before, after)
            if ends and numbers[after].key not in before_bare:
                yield _missing(version, numbers[after], kind, ends)


def _number_before(version: CheckedVersion, first: Provision, number: Number) -> Number:
    """The number that a list should begin with: 1, but for supplementary articles whose numbers go
    on from those of the part before."""
    part = version.places.part_of(first.key)
    before = version.articles.parts[: version.articles.parts.index(part)]
    if first.kind is not Kind.ARTICLE or not before or part not in version.articles.parts:
        return Number(1)
    numbers = [each.number for each in before[-1].children if each.kind is Kind.ARTICLE]
    last = max((each.main for each in numbers if each), default=0)
    return Number(last + 1) if last < number.main else Number(1)


def _missing(
    version: CheckedVersion, at: Provision, kind: Kind, ends: tuple[Number, Number]
) -> Finding:
    first, last = ends
    gap, verb = range_name(kind, first, last), "is" if first == last else "are"
    what = Message(f"{gap.en} {verb} missing before it.", f"この前の{gap.ja}がありません。")
    return version.found("number-missing", at, what, (str(first), str(last)))


def number_double(version: CheckedVersion) -> Iterator[Finding]:
    """A number that the same list has given already."""
    for counted in lists(version):
        seen: set[Number] = set()
        for each in counted:
            double = next((number for number in each.numbers if number in seen), None)
            if double is not None:
                called = number_name(each.kind, double)
                yield version.found(
                    "number-double",
                    each,
                    Message(
                        f"there is another {called.en} before it.",
                        f"{called.ja}が前にもあります。",
                    ),
                    (str(double),),
                )
            seen.update(each.numbers)


def number_out_of_order(version: CheckedVersion) -> Iterator[Finding]:
    """A number that stands after a higher one or before a lower one of its list: of as few as
    can be. 9-2 after 9 is in order."""
    for counted in lists(version):
        first: dict[Number, Provision] = {}
        for each in counted:
            first.setdefault(_number(each), each)
        once = list(first.values())
        ranks = {number: rank for rank, number in enumerate(sorted({*map(_number, once)}))}
        order = [ranks[_number(each)] for each in once]
        in_order = longest_increasing(dict(enumerate(order)))
        for place in sorted({*range(len(once))} - {*in_order}):
            near = next(i for i in in_order if (i < place) != (order[i] < order[place]))
            called = number_name(once[near].kind, _number(once[near]))
            side = Message("after", "後") if near < place else Message("before", "前")
            yield version.found(
                "number-out-of-order",
                once[place],
                Message(
                    f"out of order, it stands {side.en} {called.en}.",
                    f"順序が異なり、{called.ja}の{side.ja}にあります。",
                ),
                (str(_number(once[near])),),
            )


def _number(provision: Provision) -> Number:
    return provision.number or Number(0)


def section_of_another(version: CheckedVersion) -> Iterator[Finding]:
    """A section that says it is one of another article: Section 1.1 in Article II."""
    language = language_for(version.articles.language)
    for article in version.articles.walk():
        if article.kind is not Kind.ARTICLE or article.number is None:
            continue
        for each in article.children:
            right = language.relabel_for_article(each.label, article.number)
            if each.kind is Kind.SECTION and each.label and right != each.label:
                said, called = label(each), name(article, version.places)
                what = Message(
                    f"{said} stands in {called.en}.", f"{called.ja}の中に{said}があります。"
                )
                yield version.found("section-of-another", each, what, (said,))


def number_absent(version: CheckedVersion) -> Iterator[Finding]:
    """An article without a number among articles that have one."""
    for part in version.articles.parts:
        articles = [each for each in part.children if each.kind is Kind.ARTICLE]
        if part is version.articles.main or any(each.number for each in articles):
            for each in articles:
                if each.number is None:
                    what = Message("it has no number.", "番号がありません。")
                    yield version.found("number-absent", each, what)


def lists(version: CheckedVersion) -> Iterator[list[Provision]]:
    """Provisions that are counted together, those without a number left out."""
    for part in version.articles.parts:
        for kind in (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION, Kind.SUBSECTION):
            yield from _filled(_flat(part, kind))
        for each in part.walk():
            for kind in (Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM):
                if each is not part or kind is Kind.PARAGRAPH:
                    yield from _filled([[below for below in each.children if below.kind is kind]])


def _filled(groups: Iterable[Sequence[Provision]]) -> Iterator[list[Provision]]:
    for group in groups:
        numbered = [each for each in group if each.number]
        while numbered:
            end = _end_of_list(numbered)
            yield numbered[:end]
            numbered = numbered[end:]


def _end_of_list(numbered: Sequence[Provision]) -> int:
    """Where a second list of items begins in one paragraph: after (1), (2) … at (1), (2)."""
    one, two = Number(1), Number(2)
    for at in range(2, len(numbered) - 1):
        begins_anew = numbered[at].number == one and numbered[at + 1].number == two
        if begins_anew and numbered[at].kind in (Kind.ITEM, Kind.SUBITEM):
            return at
    return len(numbered)


def _flat(part: Provision, kind: Kind) -> list[list[Provision]]:
    """Headings or articles of a part. Sections begin anew in each chapter, their subsections in
    each section, and articles where more than one chapter begins with Article 1."""
    begin = (Kind.CHAPTER, Kind.SECTION) if kind is Kind.SUBSECTION else (Kind.CHAPTER,)
    groups: list[list[Provision]] = [[]]
    for each in part.children:
        if each.kind in begin:
            groups.append([])
        if each.kind is kind:
            groups[-1].append(each)
    anew = sum(group[0].number == Number(1) for group in groups if group) > 1
    if kind in (Kind.SECTION, Kind.SUBSECTION) or (kind is Kind.ARTICLE and anew):
        return groups
    return [[each for group in groups for each in group]]


def _between(before: Number, after: Number) -> tuple[Number, Number] | None:
    """The first and last number that are missing between two, None when they follow."""
    if follows(after, before) or len(after) > 2:
        return None
    if after.main == before.main:
        first = before[1] + 1 if before.is_branch else 2
        last = after[1] - 1
        return (Number(after.main, first), Number(after.main, last)) if first <= last else None
    first, last = before.main + 1, after.main - (not after.is_branch)
    return (Number(first), Number(last)) if first <= last else None
