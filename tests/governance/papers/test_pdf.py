"""What printing may open: our own style sheets and fonts."""

from dataclasses import dataclass

import pytest
from django.test import override_settings

from governance.papers.pdf import pdf


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
