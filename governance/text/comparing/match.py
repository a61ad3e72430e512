"""Which provision continues which, where no identity is known: by caption, wording and order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from governance.text.comparing.align import Coder, align, rising, similarity
from governance.text.languages import language_for
from governance.text.tree.deleted_placeholder import is_deleted_placeholder
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Number, Provision

# Two wordings at least so alike continue each other where they stand in order; anywhere, if
# more alike; and if the caption is the same, a rewritten wording may be less alike.
IN_ORDER, ANYWHERE, SAME_CAPTION = 0.5, 0.6, 0.25
# What speaks for a pair of one number: much among the few paragraphs of an article.
_SAME_NUMBER = {Kind.PARAGRAPH: 0.2}
_NUMERALS = re.compile(r"[0-9０-９]+")
# What goes into another article must be very like, and long enough to tell.
CARRIED, _FEW = 0.75, 8
# Of articles merged into one, each has this much of its wording there; a pair closer than this
# is no merger.
_HELD, _CLOSE = 0.6, 0.8
# What stays in its place may be extended or cut as long as so much of the shorter is kept.
_REWORDED = 0.6
# Beyond this many comparisons a gap is compared only near its diagonal.
_MOST = 250_000


@dataclass(frozen=True, slots=True)
class _Text:
    """A provision as matching sees it. `same` is equal for texts that differ in digits only."""

    kind: Kind
    number: Number | None
    caption: str
    coded: str
    lines: tuple[str, ...]
    same: str
    is_deleted_placeholder: bool


def match(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles with the identities of the present ones they continue.

    What continues nothing gets a key of its own. Every pair is one to one: of articles merged
    into one, one is continued and the others end; of one split, one part continues it.
    """
    proposed = _with_unused_keys(proposed, present)
    coder = Coder(language_for(present.language))
    pairs = pair_up(
        [unit for part in present.parts for unit in part.children],
        [unit for part in proposed.parts for unit in part.children],
        coder,
    )
    olds = [unit for part in present.parts for unit in part.children]
    news = iter(
        continued(unit, olds[pairs[j]] if j in pairs else None, coder)
        for j, unit in enumerate(unit for part in proposed.parts for unit in part.children)
    )
    parts = [
        replace(part, children=tuple(next(news) for _ in part.children)) for part in proposed.parts
    ]
    supplementary = _paired_parts(present.supplementary, parts[1:], proposed)
    main = replace(parts[0], key=present.main.key)
    matched = ArticlesOfIncorporation(proposed.language, main, supplementary)
    return _carried_over(present, matched, coder)


def _with_unused_keys(
    proposed: ArticlesOfIncorporation, present: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles under keys to which one more "+" gives none of the present ones.

    In a history the present articles have such keys themselves, of what an earlier text added.
    """
    prefix = _longest_prefix(present)
    if not prefix:
        return proposed
    supplementary = (_prefixed(part, prefix) for part in proposed.supplementary)
    return ArticlesOfIncorporation(
        proposed.language, _prefixed(proposed.main, prefix), tuple(supplementary)
    )


def _longest_prefix(articles: ArticlesOfIncorporation) -> str:
    return max(
        (each.key[: len(each.key) - len(each.key.lstrip("+"))] for each in articles.walk()),
        key=len,
    )


def _prefixed(provision: Provision, prefix: str) -> Provision:
    children = tuple(_prefixed(child, prefix) for child in provision.children)
    return replace(provision, key=prefix + provision.key, children=children)


def continuing(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles, whose articles and headings have the identities of the present ones
    already, with what stands below each identified too: by wording, not by count."""
    coder = Coder(language_for(proposed.language))
    prefix = _longest_prefix(present)

    def whole(part: Provision) -> Provision:
        units = [(unit, present.by_key(unit.key)) for unit in part.children]
        children = (
            continued(_prefixed(unit, prefix), old, coder) if old else unit for unit, old in units
        )
        return replace(part, children=tuple(children))

    parts = tuple(map(whole, proposed.supplementary))
    return ArticlesOfIncorporation(proposed.language, whole(proposed.main), parts)


def identified(
    new: Sequence[Provision], old: Sequence[Provision], code: str
) -> tuple[Provision, ...]:
    """New paragraphs (items …) with the identities of the old ones they continue, by wording;
    the others under keys that no old one has. One that is alone continues one that was."""
    coder = Coder(language_for(code))
    if len(new) == len(old) == 1 and new[0].kind is old[0].kind:
        return (continued(new[0], old[0], coder),)
    pairs = pair_up(old, new, coder)
    pairs |= _in_place(old, new, pairs, coder)
    return tuple(
        continued(child, old[pairs[j]] if j in pairs else None, coder)
        for j, child in enumerate(new)
    )


def _carried_over(
    present: ArticlesOfIncorporation, matched: ArticlesOfIncorporation, coder: Coder
) -> ArticlesOfIncorporation:
    """The articles with what went from one article (or section) into another identified too:
    the paragraphs of articles that were merged, or put under new sections."""
    olds = _free(present, {each.key for each in matched.walk()})
    news = _free(matched, {each.key for each in present.walk()})
    if not olds or not news or len(olds) * len(news) > _MOST:
        return matched
    a = [_text(each, coder) for each in olds]
    b = [_text(each, coder) for each in news]
    found = sorted(
        (-worth, i, j)
        for i, old in enumerate(a)
        for j, new in enumerate(b)
        if min(len(old.coded), len(new.coded)) >= _FEW and (worth := _worth(old, new, CARRIED))
    )
    came: dict[str, Provision] = {}
    taken: set[str] = set()
    for _, i, j in found:
        if news[j].key not in came and olds[i].key not in taken:
            came[news[j].key] = olds[i]
            # What stands below goes along with it.
            taken |= {each.key for each in olds[i].walk()}

    def carried(provision: Provision) -> Provision:
        if old := came.get(provision.key):
            return continued(provision, old, coder)
        children = tuple(carried(child) for child in provision.children)
        return replace(provision, children=children)

    return ArticlesOfIncorporation(
        matched.language, carried(matched.main), tuple(map(carried, matched.supplementary))
    )


def _free(articles: ArticlesOfIncorporation, known: set[str]) -> list[Provision]:
    """The paragraphs and items that continue nothing, or are continued by nothing."""
    return [
        each
        for each in articles.walk()
        if each.key not in known and each.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
    ]


def _paired_parts(
    old: Sequence[Provision], new: Sequence[Provision], proposed: ArticlesOfIncorporation
) -> tuple[Provision, ...]:
    """Supplementary parts continue the part that most of their provisions come from."""
    home = {child.key: part for part in old for child in part.children}
    taken: set[str] = set()
    result = []
    for place, part in enumerate(new):
        came = [home[child.key].key for child in part.children if child.key in home]
        best = max(dict.fromkeys(came), key=came.count, default="")
        if not best and not part.children:  # bare headings
            bare = (each.key for each in old if not each.children and each.pieces == part.pieces)
            best = next((key for key in bare if key not in taken), "")
        if not best or best in taken:
            best = f"+{proposed.supplementary[place].key}"
        taken.add(best)
        result.append(replace(part, key=best))
    return tuple(result)


def continued(new: Provision, old: Provision | None, coder: Coder) -> Provision:
    """A provision with the identities of the one it continues, all the way down; or, where it
    continues none, under keys that the present articles do not have."""
    if old is None:
        children = tuple(continued(child, None, coder) for child in new.children)
        return replace(new, key=f"+{new.key}", children=children)
    pairs = pair_up(old.children, new.children, coder)
    if not is_deleted_placeholder(new) and not is_deleted_placeholder(old):
        pairs |= _in_place(old.children, new.children, pairs, coder)
    children = tuple(
        continued(child, old.children[pairs[j]] if j in pairs else None, coder)
        for j, child in enumerate(new.children)
    )
    return replace(new, key=old.key, children=children)


def pair_up(olds: Sequence[Provision], news: Sequence[Provision], coder: Coder) -> dict[int, int]:
    """For each place in `news` that continues one in `olds`, that one's place.

    First what is the same but for digits, then what has a caption of its own and like words,
    then in order between those by likeness, at last what moved past others.
    """
    a = [_text(each, coder) for each in olds]
    b = [_text(each, coder) for each in news]
    pairs = _same(a, b)
    pairs |= _captioned(a, b, pairs)
    bounds = [(-1, -1), *((i, pairs[i]) for i in rising(pairs)), (len(a), len(b))]
    taken = set(pairs.values())
    for (i1, j1), (i2, j2) in pairwise(bounds):
        rows = [i for i in range(i1 + 1, i2) if i not in pairs]
        columns = [j for j in range(j1 + 1, j2) if j not in taken]
        for i, j in _in_order(a, b, rows, columns):
            pairs[i] = j
    _moved(a, b, pairs)
    found = {j: i for i, j in pairs.items()}
    found = _gathered(b, a, found)  # several merged into one: the first is continued
    found = {i: j for j, i in found.items()}
    found = _gathered(a, b, found)  # one split into several: the first continues it
    return {j: i for i, j in found.items()}


def _in_place(
    olds: Sequence[Provision], news: Sequence[Provision], known: Mapping[int, int], coder: Coder
) -> dict[int, int]:
    """Pairs of what is alone on either side between others that stayed, new place by old: an
    only paragraph always, another paragraph or item where it was extended, cut or reworded."""
    places = {i: j for j, i in known.items()}
    bounds = [(-1, -1), *((i, places[i]) for i in rising(places)), (len(olds), len(news))]
    pairs = {}
    for (i1, j1), (i2, j2) in pairwise(bounds):
        rows = [i for i in range(i1 + 1, i2) if i not in places]
        columns = [j for j in range(j1 + 1, j2) if j not in known]
        if len(rows) != 1 or len(columns) != 1:
            continue
        (i,), (j,) = rows, columns
        is_only = len(olds) == len(news) == 1 and olds[i].kind is Kind.PARAGRAPH
        a, b = _text(olds[i], coder), _text(news[j], coder)
        if a.kind is b.kind and (is_only or _overlap(a.coded, b.coded) >= _REWORDED):
            pairs[j] = i
    return pairs


def _overlap(a: str, b: str) -> float:
    """How much of the shorter of two coded texts stands in the longer, in order."""
    shorter = min(len(a), len(b))
    return LCSseq.similarity(a, b) / shorter if shorter >= _FEW else 0.0


def _text(provision: Provision, coder: Coder) -> _Text:
    lines = [line for each in provision.walk() for line in each.lines]
    heads = [each.caption for each in provision.walk() if each is not provision and each.caption]
    if provision.kind is Kind.CHAPTER:
        heads, lines = [provision.caption], []
    coded = tuple(map(coder.code, lines))
    text = "\n".join((*heads, *lines))
    return _Text(
        provision.kind,
        provision.number,
        provision.caption,
        "".join((*map(coder.code, heads), *coded)),
        coded,
        f"{provision.kind} {provision.caption} {_NUMERALS.sub('0', text)}",
        is_deleted_placeholder(provision),
    )


def _same(a: Sequence[_Text], b: Sequence[_Text]) -> dict[int, int]:
    """Pairs of texts that are the same but for digits, one to one, the first with the first;
    among several alike the one with its own number."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(b):
        places.setdefault(text.same, []).append(j)
    counts: dict[str, int] = {}
    for text in a:
        counts[text.same] = counts.get(text.same, 0) + 1
    pairs = {}
    for i, text in enumerate(a):
        found = places.get(text.same, [])
        if not found:
            continue
        if counts[text.same] == len(found):
            pairs[i] = found.pop(0)
            counts[text.same] -= 1
        # Where one side has more of them (several 「第9条　削除」), order decides later.
    return pairs


def _captioned(a: Sequence[_Text], b: Sequence[_Text], known: dict[int, int]) -> dict[int, int]:
    """Pairs of one caption that nothing else on either side has, and like words."""
    taken = set(known.values())
    sides = []
    for texts, done in ((a, set(known)), (b, taken)):
        found: dict[tuple[Kind, str], list[int]] = {}
        for place, text in enumerate(texts):
            if text.caption and place not in done:
                found.setdefault((text.kind, text.caption), []).append(place)
        sides.append(found)
    pairs = {}
    for head, olds in sides[0].items():
        news = sides[1].get(head, [])
        if len(olds) == len(news) == 1 and _worth(a[olds[0]], b[news[0]], IN_ORDER) >= IN_ORDER:
            pairs[olds[0]] = news[0]
    return pairs


def _in_order(
    a: Sequence[_Text], b: Sequence[_Text], rows: Sequence[int], columns: Sequence[int]
) -> list[tuple[int, int]]:
    band = max(len(rows), len(columns))
    if len(rows) * len(columns) > _MOST:
        band = abs(len(rows) - len(columns)) + _MOST // max(len(rows), len(columns))

    def worth(i: int, j: int) -> float:
        return _worth(a[rows[i]], b[columns[j]], IN_ORDER) if abs(i - j) <= band else 0.0

    found = align(len(rows), len(columns), worth, SAME_CAPTION)
    return [(rows[i], columns[j]) for i, j in found]


def _worth(old: _Text, new: _Text, least: float) -> float:
    """How much speaks for a pair, 0 when too little: likeness, and a little for one caption and
    for one number."""
    if old.kind is not new.kind:
        return 0.0
    if new.is_deleted_placeholder and not old.is_deleted_placeholder:
        # An article that became a placeholder: nothing of it is left but the number.
        elsewhere = SAME_CAPTION if least == IN_ORDER else 0.0
        return IN_ORDER if old.number == new.number else elsewhere
    same_caption = bool(old.caption) and old.caption == new.caption
    if not old.coded and not new.coded:
        likeness = 1.0 if old.number == new.number or same_caption else 0.0
    else:
        likeness = similarity(old.coded, new.coded, SAME_CAPTION if same_caption else least)
    if likeness == 0.0:
        return 0.0
    same_number = _SAME_NUMBER.get(old.kind, 0.05) if old.number == new.number else 0.0
    return likeness + (0.2 if same_caption else 0.0) + same_number


def _gathered(
    wholes: Sequence[_Text], members: Sequence[_Text], pairs: dict[int, int]
) -> dict[int, int]:
    """The pairs (whole -> member) with those changed, or added, where a whole holds the wording
    of several members: the first of them is its partner."""
    free = set(range(len(members))) - set(pairs.values())
    loose = [
        place
        for place, whole in enumerate(wholes)
        if place not in pairs or similarity(whole.coded, members[pairs[place]].coded) < _CLOSE
    ]
    if len(free) * len(loose) > _MOST // 10:
        return pairs
    result = dict(pairs)
    for place in loose:
        own = {pairs[place]} if place in pairs else set()
        held = sorted(
            member
            for member in free | own
            if members[member].kind is wholes[place].kind
            and _share(members[member], wholes[place]) >= _HELD
        )
        if held and (len(held) > 1 or not own):
            result[place] = held[0]
            free = (free | own) - {held[0]}
    return result


def _share(member: _Text, whole: _Text) -> float:
    """How much of a text stands in another, line by line."""
    size = sum(map(len, member.lines))
    found = sum(
        len(line)
        for line in member.lines
        if line in whole.lines
        or (len(line) >= _FEW and any(similarity(line, other, CARRIED) for other in whole.lines))
    )
    return found / size if size else 0.0


def _moved(a: Sequence[_Text], b: Sequence[_Text], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    rows = [i for i in range(len(a)) if i not in pairs]
    columns = [j for j in range(len(b)) if j not in taken]
    if len(rows) * len(columns) > _MOST:
        return
    found = sorted(
        (-worth, i, j)
        for i in rows
        for j in columns
        if (worth := _worth(a[i], b[j], ANYWHERE)) and a[i].coded
    )
    for _, i, j in found:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
