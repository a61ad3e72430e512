"""Terms of a Japanese text that read otherwise in a few places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from governance.text.dates_and_terms import Variant
from governance.text.japanese.terms import TERMS
from governance.text.lexicon import Lexicon
from governance.text.patterns import pattern

_KANJI = "[一-龥々]"
_RUN = pattern(f"{_KANJI}+")
# One term written for another that sounds or looks alike; each is a slip only beside the other.
_SLIPS = tuple(
    (pattern(wrong), right)
    for wrong, right in (
        ("召集", "招集"),
        ("余剰金", "剰余金"),
        ("株主名薄", "株主名簿"),
        ("電子広告", "電子公告"),
        ("広告方法", "公告方法"),
        ("決議権(?!限)", "議決権"),
        ("議決件", "議決権"),
        ("会計監査役", "会計監査人"),
        ("監査委員会", "監査等委員会"),
        ("営業年度", "事業年度"),
    )
)
# 取締役会議事録, 取締役会議長, 株主総会議決権: the 議 belongs to the next word.
_MEETING = pattern(r"(?<=会)議(?![事長案題決員場室体費])")
# What may stand alone beside words of two signs.
_SMALL = "各全当同本両前後該他及又並若旧現元毎内外等間側宛用上中時名数権者法第以新年月日額案人省"
# Words of their own though a sign short of a term (持株会社, 監査役会).
_OTHERS = frozenset({"持株会", "監査会", "評議会"})


@cache
def _terms() -> Lexicon:
    return Lexicon(TERMS)


def _is_words(run: str) -> bool:
    """Whether kanji can be parted into terms, pairs and signs that may stand alone."""
    reached = {0}
    for at in range(len(run)):
        if at in reached:
            reached.update(_terms().ends(run, at))
            reached.update({at + 1} if run[at] in _SMALL else ())
            reached.add(at + 2)
    return len(run) in reached


@dataclass(frozen=True, slots=True)
class _Variants:
    """The variants of one text, by the run of kanji they stand in."""

    by_run: dict[str, tuple[Variant, ...]]

    def in_line(self, text: str) -> Iterator[Variant]:
        for match in _RUN.finditer(text):
            for each in self.by_run.get(match.group(), ()):
                yield Variant(match.start() + each.start, each.text, each.term)


def variants(whole: str) -> Callable[[str], Iterator[Variant]]:
    """What finds the variants in a line of a text: of what it writes two ways, the rarer."""
    runs = Counter(_RUN.findall(whole))
    terms: Counter[str] = Counter()
    for run, count in runs.items():
        for start, end in _terms().spans(run):
            terms[run[start:end]] += count
    found: dict[str, tuple[Variant, ...]] = {}
    counted: Counter[tuple[str, str]] = Counter()
    shorter = _shorter(terms)
    for run, count in runs.items():
        found[run] = tuple(_in_run(run, shorter))
        for each in found[run]:
            counted[each.text, each.term] += count
    kept = {
        run: tuple(variant for variant in each if _is_rarer(variant, counted, whole))
        for run, each in found.items()
    }
    return _Variants(kept).in_line


def _is_rarer(variant: Variant, counted: Counter[tuple[str, str]], whole: str) -> bool:
    count = counted[variant.text, variant.term]
    right = whole.count(variant.term)
    if variant.text.startswith(variant.term):  # 取締役会 was counted in 取締役会議 too
        right -= count
    return right > count


def _shorter(terms: Counter[str]) -> dict[str, str]:
    """What is left of each term of the text when one sign is lost, unless that is a word."""
    shorter = {}
    for term, count in terms.items():
        if len(term) > 3 and count > 1 and _RUN.fullmatch(term):
            for i in range(len(term)):
                lost = term[:i] + term[i + 1 :]
                if lost not in _OTHERS and not _is_words(lost):
                    shorter[lost] = term
    return shorter


def _in_run(run: str, shorter: dict[str, str]) -> Iterator[Variant]:
    for wrong, right in _SLIPS:
        for match in wrong.finditer(run):
            yield Variant(match.start(), match.group(), right)
    spans = list(_terms().spans(run))
    for start, end in spans:
        term = run[start:end]
        if _MEETING.match(run, end):
            yield Variant(start, run[start : end + 1], term)
    for lost, term in shorter.items():
        start = run.find(lost)
        end = start + len(lost)
        if start < 0 or any(s <= start and end <= e for s, e in spans):
            continue
        if _is_words(run[:start]) and _is_words(run[end:]):
            yield Variant(start, lost, term)
