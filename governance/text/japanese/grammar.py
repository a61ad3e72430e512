"""The grammar of citations in Japanese wording. One function a rule, the rule in its docstring.

reference = chain (joiner chain)*            e.g. 第9条第2項及び第3項、第10条から第13条まで
chain     = (relative | "附則"? step) step*  from the widest to the narrowest
relative  = ("前" count? | "前各" | "前々" | "次" | "同" | "本" | "この") level
step      = "第" numeral level branch* | numeral level | mark
mark      = イ | （一）                      right behind a wider step
branch    = "の" numeral                     第9条の2
level     = "章" | "節" | "条" | "項" | "号"
joiner    = "、" | "及び" | "又は" … | "から" | "ないし" | "～"

Whose they are is told in `owner`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from governance.text.japanese.heads import BRANCH, GAP, NUMERAL, number_of
from governance.text.japanese.labels import kana_style
from governance.text.japanese.owner import OWN, is_number_of_a_law, named_before
from governance.text.language import FoundCitation, Pointer, Reference, Step
from governance.text.owner import Owner, Whose, nothing_said
from governance.text.tree.number import read_numeral
from governance.text.tree.provision import Kind, Number

_LEVELS = {
    "章": Kind.CHAPTER,
    "節": Kind.SECTION,
    "条": Kind.ARTICLE,
    "項": Kind.PARAGRAPH,
    "号": Kind.ITEM,
}
_ORDER = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
# 条件, 条例, 項目, 第1号議案, 第1号様式: words that begin with a level and cite nothing.
_LEVEL = (
    r"(?P<level>章(?![典程])|節(?![目分税約度減])|条(?![件約例文理項規])|項(?!目)"
    r"|号(?!議案|様式|被保険|機|室|館|店|車|線|証券|新株|株式|文書|書式|俸|業務|投資|認定))"
)
_STEP = re.compile(rf"{GAP}(?P<dai>第?){GAP}(?P<num>{NUMERAL}){GAP}{_LEVEL}(?P<branch>{BRANCH})")
_RELATIVE = re.compile(
    r"(?:(?P<farthest>前々)|前(?P<all>各)|(?:前|(?P<next>次))(?P<count>" + NUMERAL + r")"
    r"|(?P<way>前|次|同|本|この))" + GAP + _LEVEL
)
_WAYS = {"前": "preceding", "次": "following", "同": "same", "本": "this", "この": "this"}
_START = re.compile(
    rf"[附付]{GAP}則(?={GAP}第)|第(?={GAP}{NUMERAL})|(?<![以直事午従目眼生])前|(?<![目逐順漸年月])次"
    rf"|(?<![合共協一混不])同|(?<![日基根絵見資標])本|この(?={GAP}[章節条項号])"
    rf"|(?<![第前次同本各全計以約第のノ条章項号0-9０-９〇一二三四五六七八九十百千・.．]){NUMERAL}(?={GAP}[条項号])"
)
_MARK = re.compile(
    rf"(?P<kana>[ア-ンヰヱ])(?![ァ-ヴー])"
    rf"|[（(]{GAP}(?P<bracketed>{NUMERAL}|[ア-ンヰヱ]|[a-zａ-ｚ]){GAP}[）)]"
)
_SUFFIX = re.compile(
    r"本文|(?:ただし|但し?)書き?|[前中後]段|柱書き?|各[号項](?:列記以外の部分)?"
    r"|[（(][^（()）第前次同本条項号]*[）)]"  # 第309条（株主総会の決議）
)
_THROUGH = re.compile(rf"{GAP}(?:から|ないし|乃至|[～〜－―-]){GAP}")
_AND = re.compile(
    rf"{GAP}(?:まで)?{GAP}(?:[、，・]{GAP})?(?:及び|および|又は|または|並びに|ならびに|若しくは|もしくは|と|や|かつ)"
    rf"{GAP}|{GAP}(?:まで)?{GAP}[、，・]{GAP}"
)
# "一項に定める": a number without 第 cites a provision where such words follow.
_BARE = re.compile(
    r"に(?:定|掲|規定|該当|基づ|よ|従|係|かかわ|関す)|の(?:規定|定め|場合|決議|手続|請求|報告|役員|職)|各号|から|まで|及び|又は"
    r"|並びに|若しくは|および|または|もしくは|ただし|本文|[前後]段|を準用|が適用|、第?[0-9０-９一二三四五六七八九十]|[ア-ン][^ァ-ヴー]"
)
_PART = re.compile(rf"[附付]{GAP}則{GAP}")
_BREAK = re.compile(r"[ \t　]*\n[ \t　]*")


@dataclass(frozen=True, slots=True)
class _Chain:
    """One thing named: relative words or none, then steps from the widest."""

    start: int
    end: int
    steps: tuple[Step, ...] = ()
    relative: str = ""
    kind: Kind | None = None
    count: int = 1
    is_farthest: bool = False
    part: str = ""
    phrase: tuple[int, int] = (0, 0)

    @property
    def first(self) -> Kind:
        """The widest level of it."""
        return self.kind or self.steps[0].kind

    @property
    def last(self) -> Kind:
        return self.steps[-1].kind if self.steps else self.first

    def pointer(self, *, through: bool) -> Pointer:
        return Pointer(
            self.steps,
            self.relative,
            self.kind,
            self.count,
            part=self.part,
            through=through,
            start=self.start,
            end=self.end,
            phrase=self.phrase,
            is_farthest=self.is_farthest,
        )


def references(text: str) -> list[Reference]:
    """Every citation in a line of wording, in order, with whose it is."""
    flat, places = _flattened(text)
    found: list[Reference] = []
    position = 0
    while start := _START.search(flat, position):
        law = named_before(flat, start.start())
        reference = _reference(flat, start.start(), law)
        if reference is None:
            position = start.start() + 1
            continue
        if reference.pointers[0].relative and _is_quoted(flat, reference):
            position = reference.end  # 第8条第2号中「前号」とあるのは: where that stands
            continue
        if law == OWN or (not law and not found):
            owner = nothing_said(reference.start)
        elif law:
            owner = Owner(Whose.OTHER, law, (reference.start, reference.start), "named-law")
        elif reference.pointers[0].relative == "same":
            owner = found[-1].owner
        else:
            owner = nothing_said(reference.start)
        found.append(reference.owned_by(owner))
        position = reference.end
    return found if places is None else [_placed(each, places, text) for each in found]


def _is_quoted(text: str, reference: FoundCitation) -> bool:
    before = text[max(0, reference.start - 1) : reference.start]
    return before == "「" and text.startswith("」", reference.end)


def _reference(text: str, at: int, law: str) -> FoundCitation | None:
    """reference = chain (joiner chain)*"""
    chain = _chain(text, at, law)
    if chain is None or (chain.first is Kind.ITEM and is_number_of_a_law(text, at)):
        return None
    pointers = [chain.pointer(through=False)]
    while True:
        end = suffix.end() if (suffix := _SUFFIX.match(text, chain.end)) else chain.end
        through = _THROUGH.match(text, end)
        joiner = through or _AND.match(text, end)
        following = _chain(text, joiner.end(), law, after=chain) if joiner else None
        if following is None or following.relative == "same":
            break
        if following.relative and law not in ("", OWN) and not through:
            break  # "会社法第9条及び前条": the latter is our own
        joined = _inheriting(following, chain)
        if joined is None:
            break
        chain = joined
        pointers.append(chain.pointer(through=through is not None))
    end = chain.end + 2 * (pointers[-1].through and text.startswith("まで", chain.end))
    return FoundCitation(at, end, text[at:end], tuple(pointers))


def _inheriting(chain: _Chain, before: _Chain) -> _Chain | None:
    """第9条第2項及び第3項: a chain that begins at a level which the chain before has lies in the
    same wider provision. None where it begins narrower than that one ended: 第9条、第2号."""
    if chain.relative or chain.part:
        return chain
    if _ORDER.index(chain.first) > _ORDER.index(before.last):
        return None
    wider = tuple(s for s in before.steps if _ORDER.index(s.kind) < _ORDER.index(chain.first))
    if before.kind is not None and _ORDER.index(before.kind) >= _ORDER.index(chain.first):
        return chain  # 前項又は第1項
    return replace(before, steps=(*wider, *chain.steps), start=chain.start, end=chain.end)


def _chain(text: str, at: int, law: str, after: _Chain | None = None) -> _Chain | None:
    """chain = (relative | "附則"? step) step*"""
    if match := _RELATIVE.match(text, at):
        kind = _LEVELS[match["level"]]
        count = number_of(match["count"]).main if match["count"] else 1
        if not count:
            return None  # 前〇項, a number to be filled in
        way = "following" if match["next"] else _WAYS[match["way"] or "前"]
        chain = _Chain(
            at,
            match.end(),
            (),
            way,
            kind,
            0 if match["all"] else 2 if match["farthest"] else count,
            bool(match["farthest"]),
            phrase=match.span(),
        )
        return _with_steps(text, chain)
    part = ""
    start = at
    if match := _PART.match(text, at):
        part, start = "supplementary", match.end()
    if after is not None and after.last in (Kind.ITEM, Kind.SUBITEM) and after.steps:
        step = _mark(text, start, after.last)
        if step is not None:
            return _Chain(at, step.end, (step,))
    match = _STEP.match(text, start)
    if match is None or text[start : start + 1].isspace():
        return None
    step = _step(match)
    if step is None or not (match["dai"] or after or _may_be_bare(text, match, law)):
        return None
    return _with_steps(text, _Chain(at, match.end(), (step,), part=part))


def _may_be_bare(text: str, match: re.Match[str], law: str) -> bool:
    """Whether a number without 第 cites: 法10条, 9条1項, 一項に定める; not 次の二項, 1条ずつ"""
    if match["level"] == "条":
        following = _STEP.match(text, match.end())
        return bool(law) or (following is not None and following["level"] in "項号")
    return match["level"] in "項号" and _BARE.match(text, match.end()) is not None


def _with_steps(text: str, chain: _Chain) -> _Chain:
    """step* behind what a chain begins with, each narrower than the one before"""
    while True:
        step: Step | None = None
        end = chain.end
        match = _STEP.match(text, end)
        if match is not None and (step := _step(match)) is not None:
            if _ORDER.index(step.kind) <= _ORDER.index(chain.last) or (
                chain.last in (Kind.CHAPTER, Kind.SECTION) and step.kind is not Kind.SECTION
            ):
                return chain
            end = match.end()
        elif chain.last not in (Kind.CHAPTER, Kind.SECTION):
            step = _mark(text, end, chain.last)
            end = step.end if step else end
        if step is None:
            return chain
        chain = replace(chain, steps=(*chain.steps, step), end=end)


def _step(match: re.Match[str]) -> Step | None:
    """step = "第"? numeral level branch*"""
    number = number_of(match["num"], *re.findall(NUMERAL, match["branch"]))
    if 0 in number:
        return None
    start = match.start("dai") if match["dai"] else match.start("num")
    return Step(_LEVELS[match["level"]], number, start, match.end())


def _mark(text: str, at: int, wider: Kind) -> Step | None:
    """mark = イ | "（" numeral "）"      one level below what it stands behind"""
    match = _MARK.match(text, at)
    if match is None or (wider is Kind.ARTICLE and match["kana"]):
        return None
    sign = match["kana"] or match["bracketed"]
    if "ア" <= sign <= "ヱ":
        value = read_numeral(sign, kana_style(sign))
    else:
        value = read_numeral(sign)
    if not value:
        return None
    kind = Kind.ITEM if wider in (Kind.ARTICLE, Kind.PARAGRAPH) else Kind.SUBITEM
    return Step(kind, Number(value), at, match.end())


def _flattened(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The text without the line ends made by the width of a page, and where each stretch of it
    stood."""
    if "\n" not in text:
        return text, None
    parts, places, at, length = [], [], 0, 0
    for match in _BREAK.finditer(text):
        places.append((length, at))
        parts.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
    places.append((length, at))
    parts.append(text[at:])
    return "".join(parts), places


def _placed(reference: Reference, places: Sequence[tuple[int, int]], text: str) -> Reference:
    """A reference found in the flattened text, where it stands in the text itself."""

    def start(position: int) -> int:
        length, at = places[bisect_right(places, (position, len(text))) - 1]
        return at + position - length

    def end(position: int) -> int:
        return start(position - 1) + 1 if position else 0

    pointers = tuple(
        replace(
            pointer,
            steps=tuple(replace(s, start=start(s.start), end=end(s.end)) for s in pointer.steps),
            start=start(pointer.start),
            end=end(pointer.end),
            phrase=(start(pointer.phrase[0]), end(pointer.phrase[1])),
        )
        for pointer in reference.pointers
    )
    first, last = start(reference.start), end(reference.end)
    return replace(reference, start=first, end=last, text=text[first:last], pointers=pointers)
