"""Two versions side by side: siblings in one order, and what differs in nothing but its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from governance.text.comparing.align import longest_increasing
from governance.text.tree.provision import Kind, Provision


def same_wording(old: Provision, new: Provision, *, top: bool = True) -> bool:
    """Whether two versions of a provision differ in nothing but their own number, and in where
    the width of a page broke their lines."""
    if old.caption != new.caption or not _are_same_lines(old.lines, new.lines):
        return False
    if not top and old.label != new.label and not is_same_section(old, new):
        return False
    return len(old.children) == len(new.children) and all(
        a.key == b.key and a.kind is b.kind and same_wording(a, b, top=False)
        for a, b in zip(old.children, new.children, strict=True)
    )


def _are_same_lines(old: Sequence[str], new: Sequence[str]) -> bool:
    if old == new:
        return True
    is_broken = any("\n" in line for line in (*old, *new))
    return is_broken and list(map(_without_spaces, old)) == list(map(_without_spaces, new))


def _without_spaces(line: str) -> str:
    return "".join(line.split())


def is_same_section(old: Provision, new: Provision) -> bool:
    """Whether only the article's part of a section's number moved: "Section 4.6", "Section 5.6"."""
    return old.kind is Kind.SECTION and old.number == new.number


def in_merged_order(
    olds: Sequence[Provision], news: Sequence[Provision], moved: frozenset[str] = frozenset()
) -> Iterator[tuple[Provision | None, Provision | None]]:
    """Two lists of siblings in one order: what stays in order side by side, what went or moved
    away at its old place, what came at its new one. Where `moved` does not say what moved, it is
    as little as possible."""
    new_place = {each.key: j for j, each in enumerate(news)}
    places = {
        i: new_place[each.key]
        for i, each in enumerate(olds)
        if each.key in new_place and each.key not in moved
    }
    staying = {olds[i].key for i in longest_increasing(places)}
    i = j = 0
    while i < len(olds) or j < len(news):
        if i < len(olds) and olds[i].key not in staying:
            yield olds[i], None
            i += 1
        elif j < len(news) and news[j].key not in staying:
            yield None, news[j]
            j += 1
        else:
            yield olds[i], news[j]
            i, j = i + 1, j + 1
