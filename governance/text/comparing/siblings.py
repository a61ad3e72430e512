"""Which of two lists of siblings continue each other, by caption, wording and order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from governance.text.comparing.align import WordEncoder, align, longest_increasing, similarity
from governance.text.comparing.in_place import match_in_place
from governance.text.comparing.provision_text import ProvisionText, text_of
from governance.text.comparing.thresholds import THRESHOLDS
from governance.text.tree.provision import Kind, Provision


def match_siblings(
    olds: Sequence[Provision], news: Sequence[Provision], encoder: WordEncoder
) -> dict[int, int]:
    """For each place in `news` that continues one in `olds`, that one's place.

    First what is the same but for digits, then what has a caption of its own and like words,
    then in order between those by likeness, then what moved past others, last what is in the
    place of another under its name. Where several were merged into one, the first of them is
    continued; of one that was split the first part continues it.
    """
    a = [text_of(each, encoder) for each in olds]
    b = [text_of(each, encoder) for each in news]
    pairs = _match_same_text(a, b)
    if len(pairs) == len(a) == len(b):
        return _inverted(pairs)
    pairs |= _match_by_caption(a, b, pairs)
    for rows, columns in list(_gaps(pairs, len(a), len(b))):
        pairs |= _match_in_order(a, b, rows, columns)
    pairs |= _match_moved(a, b, pairs)
    for rows, columns in list(_gaps(pairs, len(a), len(b))):
        found = match_in_place([a[i] for i in rows], [b[j] for j in columns], encoder)
        pairs |= {rows[i]: columns[j] for i, j in found}
    inverse = _prefer_first_of_merged(b, a, _inverted(pairs))
    return _inverted(_prefer_first_of_merged(a, b, _inverted(inverse)))


def match_lone_pairs(
    olds: Sequence[Provision],
    news: Sequence[Provision],
    known: Mapping[int, int],
    encoder: WordEncoder,
) -> dict[int, int]:
    """More pairs, new place to old, beside the known ones: of what is alone on either side
    between others that stayed."""
    pairs: dict[int, int] = {}
    for rows, columns in _gaps(_inverted(known), len(olds), len(news)):
        if len(rows) == len(columns) == 1:
            (i,), (j,) = rows, columns
            is_only = len(olds) == len(news) == 1
            if _match_lone_pair(olds[i], news[j], encoder, is_only=is_only):
                pairs[j] = i
    return pairs


def _match_lone_pair(
    old: Provision, new: Provision, encoder: WordEncoder, *, is_only: bool
) -> bool:
    """Whether two that are alone in their place continue each other: an only paragraph always,
    another paragraph or item where it was extended, cut or reworded."""
    if old.kind is not new.kind:
        return False
    if is_only and old.kind is Kind.PARAGRAPH:
        return True
    a, b = text_of(old, encoder), text_of(new, encoder)
    return _overlap(a.encoded, b.encoded) >= THRESHOLDS.reworded


def score(old: ProvisionText, new: ProvisionText, least: float) -> float:
    """How much speaks for a pair, 0 when too little: likeness, `least` or more, and a little for
    one caption and for one number."""
    if old.kind is not new.kind:
        return 0.0
    if new.is_deleted_placeholder and not old.is_deleted_placeholder:
        return _placeholder_score(old, new, least)
    same_number = old.number == new.number
    same_caption = bool(old.caption) and old.caption == new.caption
    if not old.encoded and not new.encoded:
        likeness = 1.0 if same_number or same_caption else 0.0
    else:
        lowest = THRESHOLDS.under_same_caption if same_caption else least
        likeness = similarity(old.encoded, new.encoded, lowest)
    if likeness == 0.0:
        return 0.0
    if same_caption:
        likeness += THRESHOLDS.caption_bonus
    if same_number and old.kind is Kind.PARAGRAPH:
        likeness += THRESHOLDS.paragraph_number_bonus
    elif same_number:
        likeness += THRESHOLDS.number_bonus
    return likeness


def _placeholder_score(old: ProvisionText, new: ProvisionText, least: float) -> float:
    """How much speaks for a provision whose wording went in its place: nothing of it is left but
    its number, or its order among others."""
    if old.number == new.number:
        return THRESHOLDS.in_order
    return THRESHOLDS.placeholder if least == THRESHOLDS.in_order else 0.0


def _inverted(pairs: Mapping[int, int]) -> dict[int, int]:
    return {j: i for i, j in pairs.items()}


def _gaps(pairs: Mapping[int, int], olds: int, news: int) -> Iterator[tuple[list[int], list[int]]]:
    """The places, old and new, that are not paired yet, between the pairs that kept their order."""
    taken = set(pairs.values())
    bounds = [(-1, -1), *((i, pairs[i]) for i in longest_increasing(pairs)), (olds, news)]
    for (i1, j1), (i2, j2) in pairwise(bounds):
        yield (
            [i for i in range(i1 + 1, i2) if i not in pairs],
            [j for j in range(j1 + 1, j2) if j not in taken],
        )


def _match_same_text(a: Sequence[ProvisionText], b: Sequence[ProvisionText]) -> dict[int, int]:
    """Pairs of texts that are the same but for digits, one to one, the first with the first."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(b):
        places.setdefault(text.without_digits, []).append(j)
    olds: dict[str, list[int]] = {}
    for i, text in enumerate(a):
        olds.setdefault(text.without_digits, []).append(i)
    # Where one side has more of them (several 「第9条　削除」), order decides later.
    return {
        i: j
        for text, same in olds.items()
        if len(same) == len(places.get(text, ()))
        for i, j in zip(same, places[text], strict=True)
    }


def _match_by_caption(
    a: Sequence[ProvisionText], b: Sequence[ProvisionText], known: Mapping[int, int]
) -> dict[int, int]:
    """Pairs of one caption that nothing else on either side has, and like words."""
    olds = _by_caption(a, set(known))
    news = _by_caption(b, set(known.values()))
    least = THRESHOLDS.in_order
    return {
        olds[head][0]: news[head][0]
        for head in olds
        if len(olds[head]) == len(news.get(head, ())) == 1
        and score(a[olds[head][0]], b[news[head][0]], least) >= least
    }


def _by_caption(
    texts: Sequence[ProvisionText], paired: set[int]
) -> dict[tuple[Kind, str], list[int]]:
    """The places of the texts that are not paired yet, by kind and caption."""
    found: dict[tuple[Kind, str], list[int]] = {}
    for place, text in enumerate(texts):
        if text.caption and place not in paired:
            found.setdefault((text.kind, text.caption), []).append(place)
    return found


def _match_in_order(
    a: Sequence[ProvisionText],
    b: Sequence[ProvisionText],
    rows: Sequence[int],
    columns: Sequence[int],
) -> dict[int, int]:
    """The pairs of a gap that together score the most, none past another."""
    band = longest = max(len(rows), len(columns))
    if len(rows) * len(columns) > THRESHOLDS.most_comparisons:
        band = abs(len(rows) - len(columns)) + THRESHOLDS.most_comparisons // longest

    def score_at(i: int, j: int) -> float:
        if abs(i - j) > band:
            return 0.0
        return score(a[rows[i]], b[columns[j]], THRESHOLDS.in_order)

    found = align(len(rows), len(columns), score_at, THRESHOLDS.under_same_caption)
    return {rows[i]: columns[j] for i, j in found}


def _match_moved(
    a: Sequence[ProvisionText], b: Sequence[ProvisionText], known: Mapping[int, int]
) -> dict[int, int]:
    """Pairs of what moved past others, those that score the most first."""
    taken = set(known.values())
    rows = [i for i in range(len(a)) if i not in known]
    columns = [j for j in range(len(b)) if j not in taken]
    if len(rows) * len(columns) > THRESHOLDS.most_comparisons:
        return {}
    found = sorted(
        (-points, i, j)
        for i in rows
        for j in columns
        if (points := score(a[i], b[j], THRESHOLDS.anywhere)) and a[i].encoded
    )
    pairs: dict[int, int] = {}
    for _, i, j in found:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _prefer_first_of_merged(
    wholes: Sequence[ProvisionText], members: Sequence[ProvisionText], pairs: dict[int, int]
) -> dict[int, int]:
    """The pairs (whole -> member) with those changed, or added, where a whole holds the wording
    of several members: the first of them is its partner."""
    free = set(range(len(members))) - set(pairs.values())
    loose = [
        place
        for place, whole in enumerate(wholes)
        if place not in pairs
        or similarity(whole.encoded, members[pairs[place]].encoded) < THRESHOLDS.not_merged
    ]
    if len(free) * len(loose) > THRESHOLDS.most_for_mergers:
        return pairs
    result = dict(pairs)
    for place in loose:
        own = {pairs[place]} if place in pairs else set()
        contained = sorted(
            member
            for member in free | own
            if members[member].kind is wholes[place].kind
            and _share_contained(members[member], wholes[place]) >= THRESHOLDS.contained
        )
        if contained and (len(contained) > 1 or not own):
            result[place] = contained[0]
            free = (free | own) - {contained[0]}
    return result


def _share_contained(member: ProvisionText, whole: ProvisionText) -> float:
    """How much of a text stands in another, line by line, 0 to 1."""
    size = sum(map(len, member.lines))
    found = sum(len(line) for line in member.lines if _contains(whole, line))
    return found / size if size else 0.0


def _contains(whole: ProvisionText, line: str) -> bool:
    """Whether a line, or one very like it, is among those of a text."""
    if line in whole.lines:
        return True
    return len(line) >= THRESHOLDS.fewest_words and any(
        similarity(line, other, THRESHOLDS.across_articles) for other in whole.lines
    )


def _overlap(a: str, b: str) -> float:
    """How much of the shorter of two encoded texts stands in the longer, in order, 0 to 1."""
    shorter = min(len(a), len(b))
    return LCSseq.similarity(a, b) / shorter if shorter >= THRESHOLDS.fewest_words else 0.0
