"""What printing may open: our own style sheets and fonts."""

import io
from dataclasses import dataclass, replace

import pdfplumber
import pytest
from django.test import override_settings

from governance.papers.pdf import pdf, pdf_once
from governance.papers.sections import Section, SectionsPaper
from tests.proposals.printed_release import printed_lines


@dataclass(frozen=True)
class Curious:
    """A paper whose template asks for what is none of its business."""

    address: str
    language: str = "en"
    title: str = "Curious"

    @property
    def template(self) -> str:
        return "curious.html"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "file:///etc/hostname",
        "static:css/../../../manage.py",
        "static:css/base.css",
        "font:/etc/hostname",
        "data:image/svg+xml,<svg/>",
    ],
)
def test_nothing_is_fetched_but_our_own_files(address: str) -> None:
    from weasyprint.urls import FatalURLFetchingError

    document = (
        '<html><head><title>{{ paper.title }}</title></head><body>{% include "curious.html" %}'
    )
    templates = {
        "paper/document.html": document,
        "curious.html": '<img alt="" src="{{ paper.address }}">',
    }
    engine = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", templates)]},
    }
    with override_settings(TEMPLATES=[engine]), pytest.raises(FatalURLFetchingError):
        pdf(Curious(address))


def test_the_closing_is_never_alone_on_a_page() -> None:
    pages = []
    for count in range(35, 41):
        paper = SectionsPaper(
            language="ja",
            title="通知",
            company="株式会社青桐精密",
            subject="通知",
            heading="通知",
            sections=(Section(paragraphs=("一",) * count),),
            file_stem="x",
            closing="以上",
        )
        with pdfplumber.open(io.BytesIO(pdf(paper))) as document:
            pages.append([printed_lines(page)[:-1] for page in document.pages])
    # With more and more paragraphs, the closing goes over to a second page, and one goes with it.
    assert {len(paper) for paper in pages} == {1, 2}
    assert all(paper[-1][-2:] == ["一", "以上"] for paper in pages)


def test_a_paper_already_printed_is_not_printed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = SectionsPaper(
        language="en",
        title="Report",
        company="Sample Inc.",
        subject="Report",
        heading="Report",
        sections=(Section("Said once", paragraphs=("It is so.",)),),
        file_stem="report",
    )
    printed = pdf_once(paper)
    assert printed == pdf(paper)
    monkeypatch.setattr("governance.papers.pdf.own_fonts_only", lambda: pytest.fail("again"))
    assert pdf_once(replace(paper)) is printed
    with pytest.raises(pytest.fail.Exception, match="again"):
        pdf_once(replace(paper, heading="Another report"))
