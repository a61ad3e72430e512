"""Search in the present and past wordings of a person's companies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from governance import record
from governance.forms.search import SearchForm
from governance.models import Wording
from governance.models.languages import ArticlesLanguage
from governance.people.access import companies_for
from governance.search import (
    ArticleResult,
    ExcerptPiece,
    FoundWording,
    MarkedLine,
    Question,
    article_results,
    found_articles,
    marked_lines,
    words_of,
)
from governance.templatetags.provisions import title_of
from governance.text import naming
from governance.views.languages import articles_language
from governance.views.signed_in_request import SignedInRequest

PAGE = 20
"""Articles on a page."""
LINES = 5
"""Lines shown of a wording in one language; a word such as 会社 stands in nearly all of them."""


@dataclass(frozen=True)
class Excerpt:
    """The lines of a wording in one language that have hits, and how many more there are."""

    language: ArticlesLanguage
    lines: tuple[MarkedLine, ...]
    more: int


@dataclass(frozen=True)
class ShownWording:
    """A wording with hits, and its own name where that is not what the article is called now.

    `is_repeated` where its lines are those of the wording shown before it.
    """

    found: FoundWording
    own_name: MarkedLine | None
    excerpts: tuple[Excerpt, ...]
    is_repeated: bool = False


@dataclass(frozen=True)
class ShownArticle:
    """An article with its wordings, the newest first; its name as of now or its last one, in
    `language`; the title of its part where that is not the main one.
    """

    result: ArticleResult
    name: MarkedLine
    language: ArticlesLanguage
    part: str
    wordings: tuple[ShownWording, ...]


def search(request: SignedInRequest) -> HttpResponse:
    """GET /search/?q=社債&company=3774&language=ja&wordings=present&page=2."""
    companies = list(companies_for(request.user))
    code = request.GET.get("company", "")
    chosen = [company for company in companies if code in ("", company.code)]
    if code and not chosen:
        raise Http404  # a stranger's company is none
    form = SearchForm(request.GET, companies=companies)
    shown: dict[str, object] = {"form": form, "company": chosen[0] if len(chosen) == 1 else None}
    if not form.is_valid():
        return render(request, "governance/search.html", shown, status=422)
    question = Question(
        words_of(form.cleaned_data["q"]),
        chosen,
        form.languages,
        timezone.now(),
        with_past=form.with_past,
    )
    found = found_articles(question)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    results = article_results(page.object_list, question) if found else []
    shown |= {
        "question": question,
        "companies": companies,
        "page": page,
        "count_of_articles": len(found),
        "count_of_wordings": sum(each.wordings for each in found),
        "articles": [_article(result, question.words, request) for result in results],
    }
    return render(request, "governance/search.html", shown)


def _article(
    result: ArticleResult, words: tuple[str, ...], request: SignedInRequest
) -> ShownArticle:
    language = _language_of(result, articles_language(request, result.company))
    name = _name(result.named_by, language, words)
    wordings = [_wording(each, name, words, language) for each in result.found]
    part = result.named_by.part
    title = title_of(part, language)
    return ShownArticle(result, name, language, title, tuple(_without_repetition(wordings)))


def _wording(
    found: FoundWording, name: MarkedLine, words: tuple[str, ...], language: ArticlesLanguage
) -> ShownWording:
    own = _name(found.wording, language, words)
    excerpts = tuple(
        # The caption in the language of the names is marked in those.
        _excerpt(found.wording, each, words, ("body",) if each == language else ("caption", "body"))
        for each in found.languages
    )
    return ShownWording(found, None if own == name or not own.text else own, excerpts)


def _excerpt(
    wording: Wording, language: ArticlesLanguage, words: tuple[str, ...], fields: Iterable[str]
) -> Excerpt:
    marked = [
        line for field in fields for line in marked_lines(wording.text(field, language), words)
    ]
    return Excerpt(language, tuple(marked[:LINES]), max(len(marked) - LINES, 0))


def _without_repetition(wordings: Sequence[ShownWording]) -> Iterable[ShownWording]:
    """The same, but for those whose lines stand above them already."""
    yield from wordings[:1]
    for above, below in pairwise(wordings):
        same = above.excerpts == below.excerpts and any(each.lines for each in below.excerpts)
        yield replace(below, is_repeated=same)


def _language_of(result: ArticleResult, wanted: ArticlesLanguage) -> ArticlesLanguage:
    """What the article is named in: the language wanted if there are hits in it or in no other."""
    with_hits = {each for one in result.found for each in one.languages}
    return min(
        (each for each in ArticlesLanguage if result.named_by.text("folded", each) != "\n"),
        key=lambda each: (each not in with_hits, each != wanted),
    )


def _name(wording: Wording, language: ArticlesLanguage, words: tuple[str, ...]) -> MarkedLine:
    name = naming.title_with_caption(record.provision_of(wording, language), language)
    return next(iter(marked_lines(name, words)), MarkedLine((ExcerptPiece(name),)))
