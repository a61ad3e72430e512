"""What a screen reader hears of a PDF, put right after WeasyPrint.

WeasyPrint makes the tag tree page by page: a table over five pages is five tables with five heads,
and running heads and page numbers are content that stands nowhere in the tree. Here what goes on
from page to page becomes one element, repeated heads and what is printed on every page become
artifacts, heads say what they are the heads of, and changed words are told by their underline.
"""

import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

# Elements that may go on from page to page, by what they are in the tree.
_TAGS = {
    "article": "/Art",
    "section": "/Sect",
    "table": "/Table",
    "tbody": "/TBody",
    "tr": "/TR",
    "ol": "/L",
}
_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
_ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def with_one_tag_tree(printed: bytes, document: Any) -> bytes:
    """The PDF that WeasyPrint printed of `document`, a `weasyprint.Document`, its tree put right.

    The same document gives the same bytes.
    """
    chains = list(_continued(document))
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        root = pdf.Root.StructTreeRoot.K[0]
        _Tree(root).join(chains)
        _say_what_heads_are_of(pdf, root)
        _make_artifacts(pdf, root)
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def _continued(document: Any) -> Iterator[list[str]]:
    """For each page after the first, what goes on from the page before, the widest first."""
    seen: set[int] = set()
    for number, page in enumerate(document.pages):
        chain, here, under_head = [], set(), set()
        for box in page._page_box.descendants():  # noqa: SLF001 (there is no other way)
            element = box.element
            if element is None or id(element) in here or id(element) in under_head:
                continue
            here.add(id(element))
            if element.tag == "thead":
                under_head |= {id(each) for each in element.iter()}
            elif element.tag in _TAGS and id(element) in seen:
                chain.append(_TAGS[element.tag])
        if number > 0:
            yield chain
        seen = here


def _children(element: Any) -> list[Any]:
    """The elements right below another; what is no element is content of the page."""
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _elements_below(element: Any) -> Iterator[Any]:
    for kid in _children(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _elements_below(kid)


class _Tree:
    """The tree of a PDF while what goes on from page to page is joined."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.head_ids: dict[str, Any] = {}
        """What heads of a table are called on later pages: what they are called on its first."""

    def join(self, chains: Sequence[list[str]]) -> None:
        """Join the pages; `chains` has for each after the first what goes on from that before."""
        first, *others = _children(self.root)
        joined = [first]
        pages = [first.Pg]
        for page in others:
            if page.Pg not in pages:
                pages.append(page.Pg)
            chain = chains[len(pages) - 2] if len(pages) > 1 else []
            goes_on = chain and chain[0] == page.S
            before = [each for each in joined if each.S == page.S and each.Pg != page.Pg]
            if goes_on and before:
                self._join(before[-1], page, chain[1:])
            else:
                joined.append(page)
        self.root.K = Array(joined)
        self._rename_heads()

    def _join(self, before: Any, after: Any, chain: list[str]) -> None:
        """Put the children of `after` behind those of `before`; `chain` names those that go on."""
        if after.S == "/TR":
            for cell, rest in zip(_children(before), _children(after), strict=True):
                self._append(cell, _children(rest))
            return
        kids = _children(after)
        if after.S == "/Table" and kids[0].S == "/THead":
            self._note_heads(_children(before)[0], kids.pop(0))
        last = _children(before)[-1]
        if chain and kids and kids[0].S == last.S == chain[0]:
            self._join(last, kids.pop(0), chain[1:])
        self._append(before, kids)

    def _append(self, parent: Any, kids: list[Any]) -> None:
        for kid in kids:
            kid.P = parent
        parent.K = Array([*_children(parent), *kids])

    def _note_heads(self, first: Any, repeated: Any) -> None:
        pairs = zip(_elements_below(first), _elements_below(repeated), strict=True)
        for one, again in pairs:
            if "/ID" in again:
                self.head_ids[str(again.ID)] = one.ID

    def _rename_heads(self) -> None:
        for cell in _elements_below(self.root):
            heads = cell.A.get("/Headers") if cell.S == "/TD" and "/A" in cell else None
            if heads is not None:
                cell.A.Headers = Array([self.head_ids.get(str(each), each) for each in heads])


def _say_what_heads_are_of(pdf: Any, root: Any) -> None:
    """Give each head of a table its scope, list heads and notes by name, and mark changed words."""
    heads, notes = {}, _name_notes(root)
    for element in _elements_below(root):
        if element.S == "/TH":
            is_of_column = element.P.P.S == "/THead"
            element.A.Scope = Name.Column if is_of_column else Name.Row
            heads[bytes(element.ID)] = element
        elif element.S == "/NonStruct" and element.P.S in ("/P", "/H2", "/H3") and not notes:
            element.S = Name.Span  # <ins> and <del>; in a paper with notes the signs that call them
            element.A = Dictionary(O=Name.Layout, TextDecorationType=Name.Underline)
    if heads | notes:
        named = heads | notes
        names = [each for name in sorted(named) for each in (String(name), named[name])]
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=Array(names))


def _name_notes(root: Any) -> dict[bytes, Any]:
    """Tag what stands at the foot of the pages as notes, each with a name of its own."""
    areas = [each for each in _children(root) if each.S == "/NonStruct"]
    found = {}
    for count, note in enumerate((note for area in areas for note in _children(area)), 1):
        name = f"note-{count}".encode()
        note.S, note.ID = Name.Note, String(name)
        found[name] = note
    return found


def _make_artifacts(pdf: Any, root: Any) -> None:
    """Make an artifact of the marked content of each page that no element of the tree holds."""
    held: dict[tuple[int, int], set[int]] = {}
    for element in _elements_below(root):
        numbers = {int(kid) for kid in _children(element) if isinstance(kid, int)}
        held.setdefault(element.Pg.objgen, set()).update(numbers)
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        kept = held.get(page.obj.objgen, set())
        content = page.Contents.read_bytes()
        page.Contents.write(_MARKED.sub(partial(_as_held, kept), content))
        of_page = parents[2 * number + 1]
        for mcid in range(len(of_page)):
            if mcid not in kept:
                of_page[mcid] = None


def _as_held(kept: set[int], found: re.Match[bytes]) -> bytes:
    """The beginning of marked content: as it is where it is held, else that of an artifact."""
    return found[0] if int(found[1]) in kept else _ARTIFACT
