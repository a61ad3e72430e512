"""A page of a PDF as the library lays it out, with what is laid over it."""

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix

from governance.intake.files.pdf.annotations import LaidOver, draw_annotations


def layout_of(page: PDFPage) -> tuple[LTPage, list[LaidOver]]:
    """The page with what is typed over it, and the notes of that."""
    resources = PDFResourceManager()
    device = _Device(resources)
    PDFPageInterpreter(resources, device).process_page(page)
    return device.get_result(), device.laid_over


class _Device(PDFPageAggregator):
    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self._interpreter = PDFPageInterpreter(resources, self)
        self.laid_over: list[LaidOver] = []

    def end_page(self, page: PDFPage) -> None:
        # Before the page is closed, so that what is drawn over it becomes part of it.
        annotations = draw_annotations(page, self._interpreter, self, _page_matrix(page))
        self.laid_over = list(annotations)
        super().end_page(page)


def _page_matrix(page: PDFPage) -> Matrix:
    """What sets the page upright, as the library has it."""
    x0, y0, x1, y1 = page.mediabox
    turned: dict[int, Matrix] = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    return turned.get(page.rotate, (1, 0, 0, 1, -x0, -y0))
