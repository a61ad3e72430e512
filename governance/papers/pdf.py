"""From a paper to a PDF. Only this module, `continued_rows`, `flush_lines`, `laid_out`
and `tag_tree` know WeasyPrint.

The file is tagged (PDF/UA-1), has a language, a title and bookmarks, and names no author. The same
paper gives the same bytes while the versions of WeasyPrint, Pango, HarfBuzz and the fonts stay.
"""

import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from governance.papers.characters import code_points
from governance.papers.continued_rows import document_with_continued_rows
from governance.papers.dates import LanguageCode
from governance.papers.flush_lines import set_lines_flush
from governance.papers.font_configuration import own_fonts_only
from governance.papers.fonts import FACES, Face, missing_characters
from governance.papers.vocabulary import VOCABULARY

# In the order of the cascade. All but the last are shared with the screen.
STYLE_SHEETS = (
    "css/tokens.css",
    "css/provisions.css",
    "css/comparison.css",
    "css/paper.css",
    "css/paper-articles.css",
)

# It warns, at each printing, of every rule that is there for screens only.
logging.getLogger("weasyprint").setLevel(logging.ERROR)
logger = logging.getLogger(__name__)


class Paper(Protocol):
    """What every paper knows of itself; `template` lays it out inside paper/document.html."""

    @property
    def language(self) -> LanguageCode: ...
    @property
    def title(self) -> str: ...
    @property
    def template(self) -> str: ...


def pdf(paper: Paper) -> bytes:
    """The PDF of `paper`.

    Nothing is fetched but our own style sheets and fonts: any other address, wherever it may come
    from, stops the printing with `weasyprint.urls.FatalURLFetchingError`; a font that is missing or
    damaged stops it with `FontError`. Characters that no font of ours has are logged.
    """
    return _printed(markup(paper), paper.language, paper.title)


def pdf_once(paper: Paper) -> bytes:
    """The same; what this process printed last is not printed again while it says the same."""
    return _printed_once(markup(paper), paper.language, paper.title)


def _printed(page: str, language: LanguageCode, title: str) -> bytes:
    # Half a second, which only those who print should spend.
    from weasyprint import CSS, HTML

    from governance.papers.tag_tree import with_one_tag_tree

    faces, fonts = FACES[language], own_fonts_only()
    fetcher = _fetcher(_own_files(faces))
    rules = CSS(
        string="\n".join(face.rule for face in faces), url_fetcher=fetcher, font_config=fonts
    )
    if missing := missing_characters(page):
        logger.warning(
            "%s: no font of the papers has %s", title, ", ".join(map(code_points, missing))
        )

    def lay_out(page: str) -> Any:
        return HTML(string=page, url_fetcher=fetcher).render(stylesheets=[rules], **options)

    options = {"font_config": fonts, "pdf_variant": "pdf/ua-1"}
    document = document_with_continued_rows(page, VOCABULARY[language], lay_out)
    set_lines_flush(document)
    return with_one_tag_tree(document.write_pdf(pdf_variant="pdf/ua-1"), document)


_printed_once = lru_cache(maxsize=16)(_printed)


def markup(paper: Paper) -> str:
    """The paper as one HTML document that names its style sheets under our own scheme."""
    return render_to_string("paper/document.html", {"paper": paper, "style_sheets": STYLE_SHEETS})


def _own_files(faces: tuple[Face, ...]) -> dict[str, tuple[str, bytes]]:
    """All that printing may open: address -> content type and content."""
    sheets = {f"static:{name}": ("text/css", _style_sheet(name)) for name in STYLE_SHEETS}
    return sheets | {face.address: ("font/otf", face.read()) for face in faces}


def _style_sheet(name: str) -> bytes:
    found = finders.find(name)
    if found is None:
        raise FileNotFoundError(f"The style sheet {name} is not among the static files.")
    return Path(found).read_bytes()


def _fetcher(files: Mapping[str, tuple[str, bytes]]) -> Any:
    """What WeasyPrint fetches addresses with: `files`, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            if url not in files:
                raise FatalURLFetchingError(f"A paper may not fetch {url!r}.")
            content_type, content = files[url]
            return URLFetcherResponse(url, content, {"Content-Type": content_type})

    return OwnFilesOnly()
