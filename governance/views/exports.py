"""The articles of a day, and the comparison of two days, as files to take away.

What was adopted is no secret among those who may read it, so that no download is recorded.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseNotAllowed

from governance import record
from governance.models import Company
from governance.models.wording import Clock
from governance.papers.articles import (
    ArticlesOfDay,
    ArticlesPaper,
    NoArticles,
    articles_of_day,
    certified_copy,
    paper_of,
)
from governance.papers.as_json import as_json
from governance.papers.comparison import comparison_paper, notes_of_days
from governance.papers.dates import LanguageCode
from governance.papers.history_notes import articles_with_history
from governance.papers.pdf import pdf_once
from governance.papers.plain_text import plain_text
from governance.papers.vocabulary import state_of_articles
from governance.papers.word import word
from governance.people import audit
from governance.people.access import company_for
from governance.record.clocks import clock_name
from governance.views.comparison import comparison, two_days
from governance.views.signed_in_request import SignedInRequest

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class PaperFormat:
    """A kind of file that a paper can be taken away as."""

    write: Callable[[Any], bytes]
    content_type: str
    ending: str


AS_PDF = PaperFormat(pdf_once, PDF, "pdf")
AS_WORD = PaperFormat(word, WORD, "docx")

View = Callable[..., HttpResponse]
ComposeArticles = Callable[[ArticlesOfDay], ArticlesPaper]


def file_response(data: bytes, content_type: str, name: str) -> HttpResponse:
    """A file to be kept where the person puts it, and nowhere on the way."""
    answer = HttpResponse(data, content_type=content_type)
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def export_view(view: View) -> View:
    """Give the view the company.

    404 unless the person belongs to it and it keeps the language, 405 for a form. Taking a file
    away is a line in the audit; HEAD takes nothing.
    """

    @wraps(view)
    def answer(
        request: SignedInRequest, code: str, language: LanguageCode, **place: Any
    ) -> HttpResponse:
        company = company_for(request.user, code)
        if language not in company.languages:
            raise Http404
        if request.method == "POST":
            return HttpResponseNotAllowed(("GET", "HEAD"))
        exported = view(request, company, language, **place)
        if request.method == "GET" and exported.status_code == HTTPStatus.OK:
            audit.record(f"{what}.exported", by=request.user, company=company, about=request.path)
        return exported

    what = view.__name__.partition("_")[0]
    return answer


def _articles_view(name: str, compose: ComposeArticles, file_format: PaperFormat) -> View:
    """GET /3774/articles/2013-06-26/in-force/en.pdf: a paper of the articles of a day as a file."""

    def view(
        _request: SignedInRequest, company: Company, language: LanguageCode, day: date, clock: Clock
    ) -> HttpResponse:
        paper = compose(_found(company, day, clock, language))
        data = file_format.write(paper)
        name = f"{paper.file_stem}.{file_format.ending}"
        return file_response(data, file_format.content_type, name)

    view.__name__ = f"{name}_{file_format.ending}"
    return export_view(view)


def _certified(found: ArticlesOfDay) -> ArticlesPaper:
    """Of what is adopted and not in force no copy is certified: 404."""
    if found.clock != "in_force":
        raise Http404
    return certified_copy(found)


articles_pdf = _articles_view("articles", paper_of, AS_PDF)
articles_docx = _articles_view("articles", paper_of, AS_WORD)
certified_pdf = _articles_view("certified", _certified, AS_PDF)
certified_docx = _articles_view("certified", _certified, AS_WORD)
history_pdf = _articles_view("history", articles_with_history, AS_PDF)
history_docx = _articles_view("history", articles_with_history, AS_WORD)


@export_view
def articles_txt(
    _request: SignedInRequest, company: Company, language: LanguageCode, day: date, clock: Clock
) -> HttpResponse:
    """GET /3774/articles/2013-06-26/in-force/en.txt."""
    found = _found(company, day, clock, language)
    kind = "text/plain; charset=utf-8"
    return file_response(plain_text(found).encode(), kind, f"{found.file_stem}.txt")


@export_view
def articles_json(
    _request: SignedInRequest, company: Company, language: LanguageCode, day: date, clock: Clock
) -> HttpResponse:
    """GET /3774/articles/2013-06-26/in-force/en.json; docs/schema has the form."""
    found = _found(company, day, clock, language)
    data = json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n"
    return file_response(data.encode(), "application/json", f"{found.file_stem}.json")


@export_view
def comparison_pdf(
    request: SignedInRequest, company: Company, language: LanguageCode
) -> HttpResponse:
    """GET /3774/comparison/en.pdf?present=2013-06-25&proposed=2013-07-01&as=in-force."""
    return _compared(request, company, language, AS_PDF)


@export_view
def comparison_docx(
    request: SignedInRequest, company: Company, language: LanguageCode
) -> HttpResponse:
    """GET /3774/comparison/en.docx?present=…, the same as a Word file."""
    return _compared(request, company, language, AS_WORD)


def _found(company: Company, day: date, clock: Clock, language: LanguageCode) -> ArticlesOfDay:
    try:
        return articles_of_day(company, day, clock, language)
    except NoArticles as none:
        raise Http404 from none


def _compared(
    request: SignedInRequest,
    company: Company,
    language: LanguageCode,
    file_format: PaperFormat,
) -> HttpResponse:
    asked = two_days(request, company)
    if not asked.is_valid():
        return comparison(request, company.code)  # says what is wrong with the days, with 400
    present, proposed = asked.days
    paper = comparison_paper(
        company,
        language,
        present=state_of_articles(present, asked.clock, language),
        proposed=state_of_articles(proposed, asked.clock, language),
        table=record.compare_days(company, language, present, proposed, asked.clock),
    )
    paper = replace(paper, notes=notes_of_days(company, language, asked.days, asked.clock))
    marks = (company.code, "comparison", present, proposed, clock_name(asked.clock), language)
    name = f"{'-'.join(map(str, marks))}.{file_format.ending}"
    return file_response(file_format.write(paper), file_format.content_type, name)
