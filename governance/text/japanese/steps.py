"""One thing that is cited: relative words or none, then levels with their numbers.

chain    = (relative | "附則"? step) step*      from the widest to the narrowest
relative = ("前" count? | "前各" | "前々" | "次" count? | "同" | "本" | "この") level
step     = "第"? numeral level branch* | label
label    = イ | （一）                           right behind a wider step
branch   = "の" numeral                          第9条の2
level    = "章" | "節" | "款" | "条" | "項" | "号"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from governance.text.japanese.vocabulary import (
    BRANCH,
    GAP,
    LEVELS,
    NUMERAL,
    is_narrower,
    kana_style,
    number_of,
)
from governance.text.language import Pointer, Step
from governance.text.patterns import pattern
from governance.text.tree.number import read_numeral
from governance.text.tree.provision import HEADINGS, Kind, Number

# A level, but not the beginning of 条件, 条例, 項目, 第1号議案, 第1号様式, which cite nothing.
_LEVEL = r"""(?P<level>
    章(?![典程])
  | 節(?![目分税約度減])
  | 款(?![項待])
  | [条條](?![件約例文理項規])
  | 項(?!目)
  | [号號](?!議案|様式|被保険|機|室|館|店|車|線|証券|新株|株式|文書|書式|俸|業務|投資|認定)
)"""
_STEP = pattern(  # 第9条の2, 9条
    rf"{GAP}(?P<dai>第?){GAP}(?P<num>{NUMERAL}){GAP}{_LEVEL}(?P<branch>{BRANCH})", re.X
)
_DOTTED = pattern(  # 第3.2項, 第3.2.1号
    r"""第?(?P<article>[0-9０-９]{1,3})[.．](?P<paragraph>[0-9０-９]{1,3})
    (?:[.．](?P<item>[0-9０-９]{1,3}))?(?:[条條](?![件約例])|項(?!目)|[号號])""",
    re.X,
)
_RELATIVE = pattern(
    rf"""(?:
    (?P<farthest>前々)                            # 前々項
  | 前(?P<all>各)                                 # 前各号
  | (?:前|(?P<next>次))(?P<count>{NUMERAL})       # 前2項, 次二条
  | (?P<way>前|次|同|本|この)                     # 前条, 同項
    ){GAP}{_LEVEL}""",
    re.X,
)
_WAYS = {"前": "preceding", "次": "following", "同": "same", "本": "this", "この": "this"}
_LABEL = pattern(
    rf"""
    (?![ニハヲトヘノモ](?![本前後柱中若又並及但各])[一-鿿])              # 前號ニ附帶スル
    (?P<kana>[ア-ンヰヱ])(?![ァ-ヴー])                                     # イ
  | [（(]{GAP}(?P<bracketed>{NUMERAL}|[ア-ンヰヱ]|[a-zａ-ｚ]){GAP}[）)]    # （一）, (a)
    """,
    re.X,
)
# What follows where a number without 第 cites a provision.
_BEHIND_BARE = pattern(
    r"""
    に(?:定|掲|規定|該当|基づ|よ|従|係|かかわ|関す)                        # 一項に定める
  | の(?:規定|定め|場合|決議|手続|請求|報告|役員|職)                       # 一項の規定
  | 各号|から|まで|及び|又は|並びに|若しくは|および|または|もしくは
  | ただし|本文|[前後]段|を準用|が適用
  | 、第?[0-9０-９一二三四五六七八九十]                                    # 一項、二項
  | [ア-ン][^ァ-ヴー]                                                      # 一号イの
    """,
    re.X,
)
_PART = pattern(rf"[附付]{GAP}則{GAP}")
_JOINT = rf"""{GAP}(?:(?P<through>から|ないし|乃至|[～〜－―‐-])
    |(?:[、，・]{GAP})?(?:及び|および|又は|または|若しくは|もしくは|と)|[、，・]){GAP}"""
_SHARED = pattern(  # 第３、４条, 第３～５条
    rf"""
    {GAP}第{GAP}{NUMERAL}
    (?:{_JOINT.replace("?P<through>", "?:")}第?{GAP}{NUMERAL}(?!{GAP}[名人年月日回%％]))+
    {GAP}{_LEVEL}
    """,
    re.X,
)
_SHARED_NUMBER = pattern(rf"(?:{_JOINT})?(?P<dai>第?){GAP}(?P<num>{NUMERAL})", re.X)
# A sub-item cited by its letter alone: イ又はロ, イに掲げる, but not ア of アイウ or イ in a word.
_SIGN_ALONE = r"[（(]?[イロハニホヘトチリヌルヲワカ][）)]?"
_ALONE = pattern(
    rf"""
    (?P<sign>{_SIGN_ALONE})(?![ァ-ヴー])
    (?=
        (?:まで)?(?:、|及び|又は|並びに|若しくは|および|または|もしくは|から|と|～|〜){_SIGN_ALONE}(?![ァ-ヴー])
      | に(?:掲げ|定め|規定|該当)|の(?:いずれ|規定|定め|場合)
    )
    """,
    re.X,
)
_KANA = pattern(r"[ア-ンヰヱ]")


@dataclass(frozen=True, slots=True)
class Chain:
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

    def pointer(self, *, is_range_end: bool) -> Pointer:
        return Pointer(
            self.steps,
            self.relative,
            self.kind,
            self.count,
            part=self.part,
            is_range_end=is_range_end,
            start=self.start,
            end=self.end,
            phrase=self.phrase,
            is_farthest=self.is_farthest,
        )


def shared_level_at(text: str, at: int) -> list[tuple[Step, bool]]:
    """Several numbers before one level, each as a step, with whether a range ends in it: 第３、４条
    and 第３～５条. None where there are none."""
    match = _SHARED.match(text, at)
    if match is None:
        return []
    found = []
    kind, start = LEVELS[match["level"]], at
    while each := _SHARED_NUMBER.match(text, start, match.start("level")):
        number = number_of(each["num"])
        if 0 in number:
            return []
        begin = each.start("dai") if each["dai"] else each.start("num")
        found.append((Step(kind, number, begin, each.end()), bool(each["through"])))
        start = each.end()
    last, through = found[-1]
    return [*found[:-1], (replace(last, end=match.end()), through)]


def alone_at(text: str, at: int) -> Chain | None:
    """A sub-item cited by its letter alone, by the item or the paragraph that has it: イ又はロ."""
    match = _ALONE.match(text, at)
    if match is None or (at and "ァ" <= text[at - 1] <= "ー"):
        return None
    sign = _KANA.search(match["sign"])
    value = read_numeral(sign.group(), "iroha") if sign else None
    if not value:
        return None
    return Chain(at, match.end("sign"), (Step(Kind.SUBITEM, Number(value), at, match.end("sign")),))


def chain_at(
    text: str, at: int, *, is_of_law: bool = False, after: Chain | None = None
) -> Chain | None:
    """chain = (relative | "附則"? step) step*

    `is_of_law` where a law is named right before; `after` is the chain that a list goes on from.
    """
    if match := _RELATIVE.match(text, at):
        return _relative(text, match)
    part = ""
    start = at
    if match := _PART.match(text, at):
        part, start = "supplementary", match.end()
    if after is not None and after.last in (Kind.ITEM, Kind.SUBITEM) and after.steps:
        step = _labelled(text, start, after.last)
        if step is not None:
            return Chain(at, step.end, (step,))
    if (match := _DOTTED.match(text, start)) and (match[0][0] == "第" or after is not None):
        return _with_steps(text, Chain(at, match.end(), _dotted(match), part=part))
    match = _STEP.match(text, start)
    if match is None or text[start : start + 1].isspace():
        return None
    step = _step(match)
    if step is None or not (match["dai"] or after or _may_be_bare(text, match, is_of_law)):
        return None
    return _with_steps(text, Chain(at, match.end(), (step,), part=part))


def _relative(text: str, match: re.Match[str]) -> Chain | None:
    """relative = ("前" count? | "前各" | "前々" | "次" count? | "同" | "本" | "この") level"""
    count = number_of(match["count"]).main if match["count"] else 1
    if not count:
        return None  # 前〇項, a number to be filled in
    chain = Chain(
        match.start(),
        match.end(),
        relative="following" if match["next"] else _WAYS[match["way"] or "前"],
        kind=LEVELS[match["level"]],
        count=0 if match["all"] else 2 if match["farthest"] else count,
        is_farthest=bool(match["farthest"]),
        phrase=match.span(),
    )
    return _with_steps(text, chain)


def _dotted(match: re.Match[str]) -> tuple[Step, ...]:
    """第3.2項 is Paragraph 2 of Article 3, 第3.2.1号 Item 1 of it."""
    kinds = ((Kind.ARTICLE, "article"), (Kind.PARAGRAPH, "paragraph"), (Kind.ITEM, "item"))
    return tuple(
        Step(kind, number_of(match[name]), *match.span(name)) for kind, name in kinds if match[name]
    )


def _may_be_bare(text: str, match: re.Match[str], is_of_law: bool) -> bool:
    """Whether a number without 第 cites: 法10条, 9条1項, 一項に定める; not 次の二項, 1条ずつ"""
    if match["level"] in "条條":
        following = _STEP.match(text, match.end())
        return is_of_law or (following is not None and following["level"] in "項号號")
    return match["level"] in "項号號" and _BEHIND_BARE.match(text, match.end()) is not None


def _with_steps(text: str, chain: Chain) -> Chain:
    """step* behind what a chain begins with, each narrower than the one before"""
    while (step := _next_step(text, chain)) is not None:
        chain = replace(chain, steps=(*chain.steps, step), end=step.end)
    return chain


def _next_step(text: str, chain: Chain) -> Step | None:
    """The step right behind a chain. Behind a chapter only a section: 第二章第3条 is two things."""
    is_heading = chain.last in HEADINGS
    match = _STEP.match(text, chain.end)
    step = _step(match) if match is not None else None
    if step is None:
        return None if is_heading else _labelled(text, chain.end, chain.last)
    if not is_narrower(step.kind, chain.last) or (is_heading and step.kind not in HEADINGS):
        return None
    return step


def _step(match: re.Match[str]) -> Step | None:
    """step = "第"? numeral level branch*"""
    number = number_of(match["num"], *re.findall(NUMERAL, match["branch"]))
    if 0 in number:
        return None
    start = match.start("dai") if match["dai"] else match.start("num")
    return Step(LEVELS[match["level"]], number, start, match.end())


def _labelled(text: str, at: int, wider: Kind) -> Step | None:
    """label = イ | "（" numeral "）"      one level below what it stands behind"""
    match = _LABEL.match(text, at)
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
