"""The other wordings of an article that have the words, or the number, that a correction of one of
them puts right.

A later amendment carries a slip on. If one wording alone were corrected, that amendment would read
as a change that nobody decided.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from governance.models import Wording

NUMBER = ("number", "branch")


@dataclass(frozen=True)
class SameWords:
    """A wording with the same slip, and what it should have said; `is_later`: than the one that is
    corrected.
    """

    wording: Wording
    corrected_values: Mapping[str, object]
    is_later: bool


def wordings_with_same_words(
    wrong: Wording, corrected_values: Mapping[str, object]
) -> tuple[SameWords, ...]:
    """The wordings of the article that say what `corrected_values` correct in `wrong`, in order of
    adoption; one query.

    Of a body the lines that are corrected count, so that a wording that is otherwise amended has
    them too.
    """
    rows = Wording.objects.recorded().filter(article=wrong.article_id).in_order_of_adoption()
    several = list(rows.select_related("part", "amendment__meeting__company", "company"))
    place = next((count for count, row in enumerate(several) if row.pk == wrong.pk), len(several))
    return tuple(
        SameWords(row, values, count > place)
        for count, row in enumerate(several)
        if row.pk != wrong.pk and (values := _corrected(row, wrong, corrected_values))
    )


def _corrected(
    row: Wording, wrong: Wording, corrected_values: Mapping[str, object]
) -> dict[str, object]:
    """What of the correction is true of `row` too."""
    found: dict[str, object] = {}
    for name, value in corrected_values.items():
        if value == getattr(wrong, name):
            continue
        if name in NUMBER:
            if all(getattr(row, each) == getattr(wrong, each) for each in NUMBER):
                found[name] = value
        elif name.startswith("body"):
            before = getattr(row, name)
            after = with_corrected_lines(before, getattr(wrong, name), str(value))
            if after != before:
                found[name] = after
        elif getattr(row, name) == getattr(wrong, name):
            found[name] = value
    return found


def with_corrected_lines(text: str, wrong: str, right: str) -> str:
    """`text` with the lines that differ between `wrong` and `right` as in `right`, as far as it has
    them, each once; what was added to `wrong` or taken out of it goes with the line above it.
    """
    if text == wrong:
        return right
    old, new, lines = (each.split("\n") for each in (wrong, right, text))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = old[i1:i2], new[j1:j2]
        if tag == "insert":
            if i1:
                before, after = old[i1 - 1 : i1], [old[i1 - 1], *after]
            else:
                before, after = old[:1], [*after, *old[:1]]
        if (at := _only_place(before, lines)) is not None:
            lines[at : at + len(before)] = after
    return "\n".join(lines)


def _only_place(several: Sequence[str], lines: Sequence[str]) -> int | None:
    """Where these lines stand among `lines`; None where they do not, or more than once."""
    size = len(several)
    found = [at for at in range(len(lines) - size + 1) if lines[at : at + size] == [*several]]
    return found[0] if len(found) == 1 else None
