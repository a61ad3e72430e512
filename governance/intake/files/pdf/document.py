"""A PDF with text to lines of text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from governance.intake.files.extracted import NOWHERE, Extracted, NotedPlace, shortened_words
from governance.intake.files.own_remarks import is_own_remark
from governance.intake.files.pdf.changing_heads import changing_heads
from governance.intake.files.pdf.hyphens import Hyphens
from governance.intake.files.pdf.line_breaks import join_broken_lines
from governance.intake.files.pdf.margin_numbers import without_margin_numbers
from governance.intake.files.pdf.page import (
    PageLine,
    PdfPage,
    in_columns,
    in_language_columns,
    page_of,
)
from governance.intake.files.pdf.process import pages_of
from governance.intake.files.pdf.running_heads import without_lines, without_running
from governance.intake.files.two_languages import (
    begins_articles_in_both,
    line_languages,
    other_language,
)
from governance.intake.files.unreadable import unreadable

_UNREADABLE = "\ufffd"
# Fewer characters a page than this, and it is the picture of a page with a stamp on it.
_FEWEST = 10


def extract(data: bytes, language: str) -> Extracted:
    """The text of a PDF, columns one after another, without running heads and page numbers.

    Raises `Refused`.
    """
    pages_as_read = pages_of(data)
    pages = [page_of(number, each) for number, each in enumerate(pages_as_read)]
    everything = "".join(line.text for page in pages for line in page.lines)
    if len(everything) < _FEWEST * len(pages):
        raise unreadable("scanned")
    if everything.count(_UNREADABLE) > 0.1 * len(everything):
        raise unreadable("unreadable-fonts")
    unnumbered, margin_numbers = without_margin_numbers(pages)
    still, running = without_running(unnumbered)
    changing = changing_heads(still)
    remarks = [line for page in still for line in page.lines if is_own_remark(line.text)]
    kept = [without_lines(page, (*changing, *remarks)) for page in still]
    read, other = _by_language(kept, language)
    hyphens = Hyphens(line.text for line in (*read, *other))
    joined = join_broken_lines(read, language, hyphens)
    others = join_broken_lines(other, other_language(language), hyphens).lines
    places = [
        NotedPlace("changing_heads", NOWHERE, shortened_words(line.text), line.page + 1)
        for line in changing
    ]
    places += [
        NotedPlace("own_remarks", NOWHERE, shortened_words(line.text), line.page + 1)
        for line in remarks
    ]
    places += _places(pages_as_read)
    places += [NotedPlace("hyphens", NOWHERE, words) for words in hyphens.unsure]
    places += [NotedPlace("rows", at) for at in joined.rows]
    counts = Counter(each.name for each in places)
    counts += Counter(running=len(running), contents=joined.contents, margin_numbers=margin_numbers)
    counts["columns"] = len({line.page for line in read if line.column and not other})
    counts["blank"] = sum(not page.lines for page in pages)
    counts["small_readings"] = sum(each["readings"] for each in pages_as_read)
    counts["unreadable"] = everything.count(_UNREADABLE)
    counts["two_languages"] = len(others)
    return Extracted("\n".join(joined.lines), +counts, tuple(places), other="\n".join(others))


def _by_language(pages: Sequence[PdfPage], language: str) -> tuple[list[PageLine], list[PageLine]]:
    """The lines in the language, and those in the other one, where the file has both."""
    found = [each for page in pages for each in in_language_columns(page)]
    texts = [line.text for line, _language in found]
    known = {at: each for at, (_line, each) in enumerate(found) if each}
    if not begins_articles_in_both(texts, known):
        # A column of names or terms in the other language is part of its table.
        found = [(line, "") for page in pages for line in in_columns(page.lines)]
        texts, known = [line.text for line, _language in found], {}
    languages = line_languages(texts, known)
    if languages is None:
        return [line for line, _language in found], []
    lines = [line for line, _language in found]
    return (
        [line for line, each in zip(lines, languages, strict=True) if each == language],
        [line for line, each in zip(lines, languages, strict=True) if each != language],
    )


def _places(pages: Iterable[Mapping[str, Any]]) -> Iterable[NotedPlace]:
    """What is laid over the pages, with the page."""
    for number, page in enumerate(pages, 1):
        for name, words in page.get("notes", ()):
            yield NotedPlace(name, NOWHERE, shortened_words(words), number)
