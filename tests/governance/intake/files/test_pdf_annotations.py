"""PDFs: text typed over the pages, form fields, comments."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from governance.intake.files.pdf.glyphs import read_pages


def typed(*annotations: Dictionary, rotate: int = 0) -> dict[str, Any]:
    """What is read of a page with two lines and these annotations."""
    document = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resources = Dictionary(Font=Dictionary(F=font))
    document.add_blank_page(page_size=(400, 300))
    page = document.pages[0]
    page.Contents = document.make_stream(
        b"BT /F 11 Tf 40 250 Td (Article 1. The seat is in ) Tj 0 -30 Td (Article 2.) Tj ET"
    )
    page.Resources, page.Rotate = resources, rotate
    for each in annotations:
        if words := each.get("/Drawn"):
            look = document.make_stream(b"BT /F 11 Tf 2 3 Td (%s) Tj ET" % bytes(words))
            look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 16])
            look.Resources = resources
            each.AP = Dictionary(N=look)
    page.Annots = Array([document.make_indirect(each) for each in annotations])
    document.Root.AcroForm = Dictionary(Fields=page.Annots)
    made = BytesIO()
    document.save(made)
    (read,) = read_pages(made.getvalue())["pages"]
    return read


def annotation(kind: str, **values: Any) -> Dictionary:
    return Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([170, 243, 270, 259]), **values
    )


def field(kind: str, **values: Any) -> Dictionary:
    return annotation("Widget", FT=Name(f"/{kind}"), **values)


LINE = "Article 1. The seat is in"


@pytest.mark.parametrize(
    ("laid_over", "line", "notes"),
    [
        (
            annotation("FreeText", Contents=String("Kyoto."), Drawn=String("Kyoto.")),
            [LINE, "Kyoto."],
            [["typed_over", "Kyoto."]],
        ),
        (
            annotation("FreeText", Contents=String("Nara.")),
            [LINE, "Nara."],
            [["typed_over", "Nara."]],
        ),
        (field("Tx", V=String("Osaka.")), [LINE, "Osaka."], [["forms", "Osaka."]]),
        (field("Tx", V=String("O."), Drawn=String("Osaka.")), [LINE, "Osaka."], [["forms", "O."]]),
        (field("Tx"), [LINE], [["blank_fields", ""]]),
        (
            annotation("Widget", Parent=Dictionary(FT=Name.Ch, V=String("Kobe"))),
            [LINE, "Kobe"],
            [["forms", "Kobe"]],
        ),
        (field("Btn", AS=Name.Yes), [LINE, "☒"], [["forms", "☒"]]),
        (field("Btn", AS=Name.Off), [LINE, "☐"], [["forms", "☐"]]),
        (field("Btn", Ff=1 << 16), [LINE], []),
        (field("Tx", V=String("Osaka."), F=2), [LINE], []),
        (annotation("Text", Contents=String("Check")), [LINE], [["comments", "Check"]]),
        (annotation("StrikeOut"), [LINE], [["struck", ""]]),
        (annotation("Stamp", Name=Name.Draft), [LINE], [["pictures", "Draft"]]),
        (annotation("Link"), [LINE], []),
    ],
)  # fmt: skip
def test_what_is_laid_over_a_page(
    laid_over: Dictionary, line: list[str], notes: list[list[str]]
) -> None:
    read = typed(laid_over)
    assert [segment[0] for segment in read["lines"][0]] == line
    assert read["notes"] == notes


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_typed_over_a_turned_page(turn: int) -> None:
    read = typed(
        annotation("FreeText", Contents=String("Nara."), Drawn=String("Nara.")), rotate=turn
    )
    assert [segment[0] for segment in read["lines"][0]] == [LINE, "Nara."]
