"""Articles in Japanese and English in one file: which line is in which language.

They stand in two columns, one after another, or in turn; a line that cannot be one or the other
stays with the line before it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from governance.intake.files.extracted import NOWHERE, Extracted, NotedPlace

LANGUAGES = ("ja", "en")
_NUMERAL = "[0-9０-９一二三四五六七八九十百〇]+"
_HEADS = {
    "ja": re.compile(rf"[ \t　]*第[ 　]?{_NUMERAL}[ 　]?条(?![にをはがでと、])"),
    "en": re.compile(r"[ \t]*(?:Article|ARTICLE|Section|SECTION)[ \t]+(?:[0-9]+|[IVXL]+)\b(?!,)"),
}
_BOTH_HEADS = re.compile(
    rf"(?=.*第[ 　]?{_NUMERAL}[ 　]?条)(?=.*\b(?:Article|Section|ARTICLE)[ ][0-9IVX]+[.:(（ ])"
)
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
_OTHER_JAPANESE = re.compile(r"[ァ-ヺー々〆一-龥\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_FEWEST_HEADS = 2
# How many letters of Latin one character of Japanese is worth: "the name is 株式会社甲" is English.
_HIRAGANA_WEIGHT, _OTHER_WEIGHT = 5, 3
# Of two languages the one has at least so many heads for each of the other.
_LEAST_SHARE = 0.3


def language_of(text: str) -> str:
    """ "ja" or "en" by what it is written in, "" where it has no letters."""
    japanese = _HIRAGANA_WEIGHT * len(_HIRAGANA.findall(text))
    japanese += _OTHER_WEIGHT * len(_OTHER_JAPANESE.findall(text))
    latin = len(_LATIN.findall(text))
    if not japanese and not latin:
        return ""
    return "ja" if japanese >= latin else "en"


def line_languages(lines: Sequence[str], known: Mapping[int, str]) -> list[str] | None:
    """The language of each line, None where all are of one.

    `known` has the languages of lines, from 0, that stand in a column of one.
    """
    if not known and not _has_heads_in_both(lines):
        return None
    found: list[str] = []
    last = ""
    for at, line in enumerate(lines):
        last = known.get(at) or language_of(line) or last
        found.append(last)
    first = next((each for each in found if each), "")
    return [each or first for each in found] if len(set(found) - {""}) > 1 else None


def begins_articles_in_both(lines: Sequence[str], known: Mapping[int, str]) -> bool:
    """Whether lines known to be of the one and of the other language begin articles."""
    return all(
        any(known[at] == each and _HEADS[each].match(lines[at]) for at in known)
        for each in LANGUAGES
    )


def lines_in_both(lines: Sequence[str]) -> list[int]:
    """The lines, from 0, with a head of each language in them: nothing parts those for certain."""
    return [at for at, line in enumerate(lines) if _BOTH_HEADS.match(line)]


def in_one_language(found: Extracted, language: str) -> Extracted:
    """What was read with the lines of that language as its text and the others as `other`, and a
    note of it; as it is, where all lines are of one language.
    """
    lines = found.text.split("\n")
    both = [NotedPlace("both_languages", at, lines[at]) for at in lines_in_both(lines)]
    if len(both) >= _FEWEST_HEADS:
        counts = found.counts + Counter(both_languages=len(both))
        found = replace(found, counts=counts, places=(*found.places, *both))
    languages = line_languages(lines, found.languages)
    if languages is None:
        return found
    kept = [at for at, each in enumerate(languages) if each == language]
    new_place = {at: place for place, at in enumerate(kept)}
    places = [replace(each, line=new_place.get(each.line, NOWHERE)) for each in found.places]
    others = [line for line, each in zip(lines, languages, strict=True) if each != language]
    return Extracted(
        "\n".join(lines[at] for at in kept),
        found.counts + Counter(two_languages=sum(bool(line.strip()) for line in others)),
        tuple(places),
        other="\n".join(others),
    )


def _has_heads_in_both(lines: Sequence[str]) -> bool:
    counts = [
        sum(_HEADS[each].match(line) is not None and language_of(line) == each for line in lines)
        for each in LANGUAGES
    ]
    return min(counts) >= max(_FEWEST_HEADS, _LEAST_SHARE * max(counts))


def other_language(language: str) -> str:
    return "en" if language == "ja" else "ja"
