"""Which things cited one after another are one citation: ranges and lists.

enumeration = chain (joiner chain)*      第9条第2項及び第3項、第10条から第13条まで
joiner      = "、" | "及び" | "又は" … | "から" | "ないし" | "～"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from governance.text.brackets import Brackets
from governance.text.japanese.steps import Chain, alone_at, chain_at, shared_level_at
from governance.text.japanese.vocabulary import GAP, OLD_SIGNS, is_narrower
from governance.text.language import FoundCitation
from governance.text.patterns import pattern
from governance.text.tree.provision import Kind

# What may stand between a chain and its joiner.
_SUFFIX = pattern(
    r"""
    本文|(?:ただし|但し?)書き?|[前中後]段|柱書き?        # 第1項ただし書及び第3項
  | 各[号項](?:列記以外の部分)?                          # 第1項各号又は第3項
  | [（(][^（()）第前次同本条項号]*[）)]                 # 第309条（株主総会の決議）
    """,
    re.X,
)
_THROUGH = pattern(rf"{GAP}(?:から|ないし|乃至|[～〜－―-]){GAP}")
_AND = pattern(
    rf"""
    {GAP}(?:まで)?{GAP}(?:[、，・]{GAP})?                # 第3条まで及び第9条; 第3条、及び第9条
    (?:及び|および|又は|または|並びに|ならびに|若しくは|もしくは|と|や|かつ){GAP}
  | {GAP}(?:まで)?{GAP}[、，・]{GAP}                     # 第3条、第9条
    """,
    re.X,
)


_WORDS_BEHIND = pattern(
    r"(?:本文|(?:ただし|但し?)書き?|[前中後]段|柱書き?|各[号項](?:列記以外の部分)?)*"
)
JOINER = _AND


def behind_suffix(text: str, end: int) -> int:
    """The place behind the words that may follow a citation: 第１項各号, 第１項ただし書."""
    match = _WORDS_BEHIND.match(text, end)
    return match.end() if match else end


def past_brackets(text: str, found: Sequence[FoundCitation]) -> list[FoundCitation]:
    """The citations, those below another where they stand in the brackets behind it, or go on with
    it behind them: 第１条（第３項を除く。）, 第１条（商号）第２項, 第５条の第２項."""
    result = list(found)
    if len(found) < 2:
        return result
    brackets = Brackets(text, [(each.start, each.end) for each in found])
    for place, each in enumerate(found):
        before = brackets.before[place]
        if before is None:
            continue
        end = behind_suffix(text, found[before].end)
        if brackets.holds(end, each.start) or _goes_on(text, brackets, end, each.start):
            result[place] = _below(found[before], each)
    return result


def _goes_on(text: str, brackets: Brackets, end: int, start: int) -> bool:
    between = brackets.behind(end, start)
    if between is None:
        return text[end:start] == "の"
    return between in ("", "の") or bool(_AND.fullmatch(between) or _THROUGH.fullmatch(between))


def _below(before: FoundCitation, citation: FoundCitation) -> FoundCitation:
    """The citation as one below the narrowest wider thing that was cited before it."""
    last, first = before.pointers[-1], citation.pointers[0]
    if first.relative or first.part or not first.steps:
        return citation
    above = [last.kind] if last.kind else []
    above += [step.kind for step in last.steps]
    wider = [kind for kind in above if is_narrower(first.steps[0].kind, kind)]
    if not wider:
        return citation
    at = (citation.start, citation.start)
    pointers = tuple(
        replace(each, relative="same", kind=wider[-1], phrase=at)
        if not each.relative and is_narrower(each.steps[0].kind, wider[-1])
        else each
        for each in citation.pointers
    )
    return replace(citation, pointers=pointers)


def enumeration_at(
    text: str, at: int, *, is_of_law: bool, is_of_other_law: bool
) -> FoundCitation | None:
    """enumeration = chain (joiner chain)*

    `is_of_law` where the articles or a law are named right before, `is_of_other_law` where it is
    a law.
    """
    chains = _chains_at(text, at, chain_at(text, at, is_of_law=is_of_law) or alone_at(text, at))
    if not chains:
        return None
    pointers = []
    while chains:
        pointers += [each.pointer(is_range_end=ends) for each, ends in chains]
        chain = chains[-1][0]
        end = suffix.end() if (suffix := _SUFFIX.match(text, chain.end)) else chain.end
        through = _THROUGH.match(text, end)
        joiner = through or _AND.match(text, end)
        chains = _following(text, joiner.end(), chain, is_of_law=is_of_law) if joiner else []
        if chains and chains[0][0].relative and is_of_other_law and not through:
            break  # "会社法第9条及び前条": the latter is our own
        if chains and through:
            chains[0] = (chains[0][0], True)
    end = end_of_range(text, chain.end) if pointers[-1].is_range_end else chain.end
    return FoundCitation(at, end, text[at:end], tuple(pointers))


_Chains = list[tuple[Chain, bool]]
"""Chains that stand one after another, each with whether a range ends in it."""


def _following(text: str, at: int, before: Chain, *, is_of_law: bool) -> _Chains:
    """What a list or a range goes on with behind a joiner; nothing where it ends before that."""
    chain = chain_at(text, at, is_of_law=is_of_law, after=before)
    if chain is None and before.last is Kind.SUBITEM:
        chain = alone_at(text, at)
    if chain is not None and chain.relative == "same":
        return []
    found = [(_inheriting(each, before), ends) for each, ends in _chains_at(text, at, chain)]
    inherited = [(each, ends) for each, ends in found if each is not None]
    return inherited if len(inherited) == len(found) else []


def _chains_at(text: str, at: int, chain: Chain | None) -> _Chains:
    """The chain found there, or several that share what they begin with and the level that they end
    with: 第３、４条, 第５条第１、２項."""
    shared = shared_level_at(text, chain.end if chain is not None else at)
    if chain is None:
        return [(Chain(step.start, step.end, (step,)), ends) for step, ends in shared]
    if not shared or not is_narrower(shared[0][0].kind, chain.last):
        return [(chain, False)]
    found = []
    for place, (step, ends) in enumerate(shared):
        start = step.start if place else chain.start
        found.append((replace(chain, steps=(*chain.steps, step), start=start, end=step.end), ends))
    return found


def _inheriting(chain: Chain, before: Chain) -> Chain | None:
    """第9条第2項及び第3項: a chain that begins at a level which the chain before has lies in the
    same wider provision. None where it begins narrower than that one ended: 第9条、第2号."""
    if chain.relative or chain.part:
        return chain
    if is_narrower(chain.first, before.last):
        return None
    if before.kind is not None and not is_narrower(chain.first, before.kind):
        return chain  # 前項又は第1項
    wider = tuple(step for step in before.steps if is_narrower(chain.first, step.kind))
    return replace(before, steps=(*wider, *chain.steps), start=chain.start, end=chain.end)


_IN_ORDER = pattern("それぞれ|各々|の順に|順次")


def keeps_order(text: str) -> bool:
    """Whether the order of a list counts in a line: 第２条及び第３条…それぞれ."""
    return bool(_IN_ORDER.search(text))


def usual_words(text: str) -> Callable[[str], str]:
    """How a text writes what is made for it: および where it rather has that than 及び, 條 where it
    has that and not 条."""
    is_kana = text.count("および") > text.count("及び")
    old = {new: sign for sign, new in OLD_SIGNS.items() if text.count(sign) > text.count(new)}
    signs = str.maketrans(old)
    return lambda made: (made.replace("及び", "および") if is_kana else made).translate(signs)


def begins_with_number(words: str) -> bool:
    """Whether cited words begin with a number: 第３条, 二十五; 前条 does not."""
    return words[:1] == "第" or words[:1].isnumeric()


def end_of_range(text: str, end: int) -> int:
    """Where a range ends whose last number ends there: behind its まで."""
    return end + len("まで") if text.startswith("まで", end) else end


_OF_SEVERAL = pattern("の(?:全て|すべて|いずれ(?:か)?)(?=[のにを])")


def in_singular(
    text: str,
    start: int,  # noqa: ARG001
    number: int,  # noqa: ARG001
    end: int,
) -> list[tuple[int, int, str]]:
    """What 第１号から第３号までのいずれか changes where one of them is left: the words that speak
    of several go."""
    behind = _OF_SEVERAL.match(text, end_of_range(text, end))
    return [(*behind.span(), "")] if behind else []


def one_before(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """What 前各号, text[start:end], is written as where one stands before it: 前号. Where it begins
    and ends, and how it reads then; words behind it that speak of several go."""
    behind = _OF_SEVERAL.match(text, end)
    return (start, behind.end() if behind else end, text[start:end].replace("各", "", 1))
