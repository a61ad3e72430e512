"""What stands in the place of another, whose wording it does not keep: known by its name there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from governance.text.comparing.align import WordEncoder, align, similarity
from governance.text.comparing.provision_text import ProvisionText
from governance.text.comparing.thresholds import THRESHOLDS
from governance.text.tree.provision import Kind

_ITEMS = (Kind.ITEM, Kind.SUBITEM)


def match_in_place(
    olds: Sequence[ProvisionText], news: Sequence[ProvisionText], encoder: WordEncoder
) -> list[tuple[int, int]]:
    """The pairs (i, j), in order, of what stands between two neighbours that stayed and continues
    nothing by its wording alone.

    It continues what has its caption, what has its caption and first line but for a term that
    another replaced in both, and an item that it extends or shortens.
    """
    if len(olds) * len(news) > THRESHOLDS.most_comparisons:
        return []

    def score_at(i: int, j: int) -> float:
        old, new = olds[i], news[j]
        same_number = old.number == new.number
        in_place = same_number or i == j or len(olds) - i == len(news) - j
        has_name = in_place and bool(old.caption) and old.caption == new.caption
        if not has_name and not _is_renamed(old, new, encoder) and not _is_extended(old, new):
            return 0.0
        likeness = similarity(old.encoded, new.encoded)
        return THRESHOLDS.in_place + likeness + same_number * THRESHOLDS.number_bonus

    return align(len(olds), len(news), score_at, THRESHOLDS.in_place)


def _is_extended(old: ProvisionText, new: ProvisionText) -> bool:
    """Whether the longer of two items has all words of the shorter, in order. One word alone says
    something only under the same number."""
    if old.kind not in _ITEMS or new.kind is not old.kind:
        return False
    shorter = min(len(old.encoded), len(new.encoded))
    if shorter == 0 or (shorter == 1 and old.number != new.number):
        return False
    return LCSseq.similarity(old.encoded, new.encoded) == shorter


def _is_renamed(old: ProvisionText, new: ProvisionText, encoder: WordEncoder) -> bool:
    """Whether a term that replaces another in the caption does so in the first line too:
    （従業員の区分） above 従業員の区分は…, （社員の区分） above 社員の区分は…"""
    if not old.caption or not new.caption or not old.lead:
        return False
    for term, by in _replaced_terms(old.caption.casefold(), new.caption.casefold(), encoder):
        lead = old.lead.casefold()
        if term in lead and (
            similarity(encoder.encode(lead.replace(term, by)), encoder.encode(new.lead.casefold()))
            >= THRESHOLDS.renamed
        ):
            return True
    return False


def _replaced_terms(old: str, new: str, encoder: WordEncoder) -> Iterator[tuple[str, str]]:
    """What stands in two captions between what they share, in whole words and to the letter:
    "employees" and "officers", "employee" and "officer"."""
    tokens = encoder.language.tokens
    for a, b in ((tokens(old), tokens(new)), (list(old), list(new))):
        head = Prefix.similarity(a, b)
        tail = Postfix.similarity(a[head:], b[head:])
        term, by = "".join(a[head : len(a) - tail]), "".join(b[head : len(b) - tail])
        if term.strip() and by.strip():
            yield term, by
