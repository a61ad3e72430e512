"""The lines of a provision with a link at each citation of another article."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from governance.papers.articles import lines_or_no_text
from governance.papers.dates import LanguageCode
from governance.text.citations.cross_references import CrossReference
from governance.text.tree.provision import Provision


@dataclass(frozen=True)
class LinkRun:
    """A part of a line; `url` where a citation in it leads, "" for plain text."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class LinkedLine:
    """A line as in a comparison table, its runs in place of spans."""

    role: str
    level: int
    runs: tuple[LinkRun, ...]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.runs)


def linked_lines(
    unit: Provision,
    references: Iterable[CrossReference],
    url_of: Callable[[str], str],
    language: LanguageCode,
) -> list[LinkedLine]:
    """The lines of an article; `url_of` tells where an identity is shown, "" for nowhere."""
    links = defaultdict(list)
    for each in references:
        if url := url_of(each.target):
            links[each.at, each.line].append((each, url))
    wording = [
        (line.strip(), [(each.start - _indent(line), each, url) for each, url in links[at, count]])
        for at, count, line in _wording(unit)
        if line.strip()
    ]
    found = []
    for line in lines_or_no_text(unit, language):
        cut: Sequence[LinkRun] = [LinkRun(line.text)]
        # A line of wording stands at the end of the line that is set: behind its mark or number.
        if wording and line.text.endswith(wording[0][0]):
            text, own = wording.pop(0)
            cut = _cut(line.text, len(line.text) - len(text), own)
        found.append(LinkedLine(line.role, line.level, tuple(cut)))
    return found


def _wording(unit: Provision) -> Iterator[tuple[str, int, str]]:
    for provision in unit.walk():
        for count, line in enumerate(provision.lines):
            yield provision.key, count, line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _cut(
    text: str, begins: int, links: Iterable[tuple[int, CrossReference, str]]
) -> Sequence[LinkRun]:
    """The line in runs, the wording in it from `begins` on."""
    found: list[LinkRun] = []
    end = 0
    for place, each, url in links:
        start = begins + place
        found.append(LinkRun(text[end:start]))
        end = start + each.end - each.start
        found.append(LinkRun(text[start:end], url))
    found.append(LinkRun(text[end:]))
    return [each for each in found if each.text]
