"""Where paragraphs begin that bear no number: sentences on lines one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from governance.text.language import Language
from governance.text.tree.lines import RawLine

_FULL = 0.75  # of the longest line: one that is shorter ends a paragraph of a page


@dataclass(slots=True)
class _Sentence:
    """A line of wording with the lines of a page that go on with it: places[0] to places[-1]."""

    places: list[int]
    text: str
    is_marked: bool
    is_set_apart: bool
    """Whether a blank line stands above it."""

    @property
    def is_broken(self) -> bool:
        return len(self.places) > 1


def unmarked_starts(lines: Sequence[RawLine], language: Language) -> frozenset[int]:
    """The places of the lines that begin a further paragraph, in a body whose paragraphs bear no
    numbers: a sentence below a sentence. What a list is followed by is a paragraph behind a blank
    line only; a line of a page that its width broke is none. Nothing where lines are listed without
    marks below a colon."""
    sentences = _sentences(lines, language)
    width = max((len(line.content) for line in lines), default=0)
    is_page = any(each.is_broken for each in sentences)
    found = set()
    is_in_list = False
    for before, each in pairwise(sentences):
        is_in_list = is_in_list or before.is_marked
        if each.is_marked:
            continue
        if before.text[-1] in ":：" and not before.is_marked:
            return frozenset()
        ended_early = len(lines[before.places[-1]].content) < _FULL * width
        is_apart = each.is_set_apart or not (is_in_list or (is_page and not ended_early))
        if is_apart and _is_whole(before, language) and _begins(each, language):
            found.add(each.places[0])
            is_in_list = False
    return frozenset(found)


def _sentences(lines: Sequence[RawLine], language: Language) -> list[_Sentence]:
    found: list[_Sentence] = []
    is_set_apart = False
    for place, line in enumerate(lines):
        if line.is_blank:
            is_set_apart = True
            continue
        is_marked = bool(language.enumerators(line.content))
        goes_on = found and not is_marked and not is_set_apart
        if goes_on and language.continues_line(found[-1].text, line.content):
            found[-1].places.append(place)
            found[-1].text += "\n" + line.content
        else:
            found.append(_Sentence([place], line.content, is_marked, is_set_apart))
        is_set_apart = False
    return found


def _is_whole(sentence: _Sentence, language: Language) -> bool:
    end = sentence.text.rstrip('"”’」』)）')[-1:]
    return end != ";" and end in language.SENTENCE_ENDS


def _begins(sentence: _Sentence, language: Language) -> bool:
    """Whether it may begin a paragraph: a sentence, or what leads up to a list, but nothing that
    goes on with what stands above (ただし, "Provided, however")."""
    is_sentence = _is_whole(sentence, language) or sentence.text[-1] in ":："
    is_aside = sentence.text[:1].islower() or sentence.text[:1] in "(（[［"
    return is_sentence and not is_aside and not language.goes_on_with_paragraph(sentence.text)
