"""A PDF with text to lines of text."""

from collections import Counter

from governance.intake.files.extracted import Extracted
from governance.intake.files.pdf.line_breaks import join_broken_lines
from governance.intake.files.pdf.page import in_columns, page_of
from governance.intake.files.pdf.process import pages_of
from governance.intake.files.pdf.running_heads import without_running
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
    kept, running = without_running(pages)
    read = [line for page in kept for line in in_columns(page.lines)]
    lines, contents = join_broken_lines(read, language)
    counts = Counter(running=len(running), contents=contents)
    counts["columns"] = len({line.page for line in read if line.column})
    counts["blank"] = sum(not page.lines for page in pages)
    counts["small_readings"] = sum(each["readings"] for each in pages_as_read)
    counts["unreadable"] = everything.count(_UNREADABLE)
    return Extracted("\n".join(lines), +counts)
