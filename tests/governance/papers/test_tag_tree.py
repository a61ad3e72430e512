"""What a screen reader hears of a paper of several pages: one table, and nothing twice."""

import io
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pikepdf
import pytest

from governance.models import Company
from governance.papers.pdf import pdf
from tests.governance.papers.conftest import BEFORE, JULY, compared
from tests.papers import articles_paper


def elements(element: Any) -> Iterator[Any]:
    """What stands below an element of the tree, in reading order; content by its number."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)
        elif isinstance(kid, int):
            yield element.Pg.objgen, kid


def tags(found: list[Any], name: str) -> list[Any]:
    return [each for each in found if isinstance(each, pikepdf.Dictionary) and name == each.S]


@pytest.fixture
def printed(iij: Company) -> bytes:
    """Two pages at least, of one table."""
    return pdf(compared(iij, "en", BEFORE, JULY))


def test_a_table_over_several_pages_is_one_with_one_head(printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as document:
        root = document.Root.StructTreeRoot
        found = list(elements(root.K[0]))
        assert len(document.pages) > 1
        assert [len(tags(found, name)) for name in ("/Art", "/Table", "/THead", "/TBody")] == [
            1
        ] * 4
        heads = tags(found, "/TH")
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column"]
        names = [str(head.ID) for head in heads]
        for row in tags(found, "/TR")[1:]:
            assert [list(map(str, cell.A.Headers)) for cell in row.K] == [[name] for name in names]
        # The names lead to the heads.
        assert list(map(str, root.IDTree.Names))[::2] == names
        changed = [each for each in tags(found, "/Span") if "/A" in each]
        assert changed
        assert {str(each.A.TextDecorationType) for each in changed} == {"/Underline"}


@pytest.mark.parametrize("name", ["compared", "articles"])
def test_all_content_is_in_the_tree_or_an_artifact(iij: Company, printed: bytes, name: str) -> None:
    if name == "articles":
        printed = pdf(articles_paper(iij, JULY, "in_force", "en"))
    with pikepdf.open(io.BytesIO(printed)) as document:
        held = [
            each for each in elements(document.Root.StructTreeRoot.K[0]) if isinstance(each, tuple)
        ]
        assert len(held) == len(set(held))
        pages = [page.obj.objgen for page in document.pages]
        for page, parents in zip(
            pages, document.Root.StructTreeRoot.ParentTree.Nums[1::2], strict=False
        ):
            kept = {mcid for mcid, parent in enumerate(parents) if parent is not None}
            assert kept == {mcid for of_page, mcid in held if of_page == page}
    with pdfplumber.open(io.BytesIO(printed)) as document:
        for number, page in enumerate(document.pages):
            outside = [
                sign
                for sign in page.chars
                if (pages[number], sign["mcid"]) not in set(held) and sign["text"].strip()
            ]
            assert {sign["tag"] for sign in outside} == {"Artifact"}
            text = "".join(sign["text"] for sign in outside).replace(" ", "")
            assert text.endswith(f"{number + 1}/{len(pages)}")
