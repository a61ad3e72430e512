"""Where a row that runs over a page is parted, and what its second part says."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from governance.papers.laid_out import PrintedCell, PrintedPage
from governance.papers.vocabulary import PaperVocabulary

# The number of an article, on the line that begins with it.
NAME = "data-name"
# So much of a page may stay empty for a row to be parted between two paragraphs.
_EMPTY_AT_MOST = 0.1
_HEAD = frozenset(("heading", "caption", "continued"))


@dataclass(frozen=True)
class Cut:
    """How many paragraphs of a cell stay, and how many signs of the next, without spaces."""

    paragraphs: int
    signs: int = 0


@dataclass(frozen=True)
class _PartedCell:
    """A cell with what two pages have of it."""

    paragraphs: Sequence[Element]
    here: PrintedCell
    there: PrintedCell

    @property
    def complete(self) -> int:
        """How many paragraphs stand whole on the first page."""
        for place in range(len(self.paragraphs)):
            if place not in self.here or place in self.there:
                return place
        return len(self.paragraphs)

    @property
    def between(self) -> Cut | None:
        """The last place between two paragraphs, a head never parted from its wording."""
        stay = self.complete
        if stay == len(self.paragraphs):
            return Cut(stay)
        while stay and _is_head(self.paragraphs[stay - 1]):
            stay -= 1
        return Cut(stay) if stay else None

    @property
    def inside(self) -> Cut | None:
        """The end of the page in a paragraph that has two lines or more on it."""
        broken = self.here.get(self.complete)
        if broken is None or broken.lines < 2:
            return None
        text = "".join("".join(self.paragraphs[self.complete].itertext()).split())
        is_beginning = text.startswith(broken.text) and len(text) > len(broken.text)
        return Cut(self.complete, len(broken.text)) if is_beginning else None

    def bottom(self, cut: Cut) -> float:
        return self.here[cut.paragraphs - 1].bottom


def classes_of(element: Element) -> list[str]:
    return element.get("class", "").split()


def cuts_of(row: Element, number: int, page: PrintedPage, after: PrintedPage) -> list[Cut]:
    """Where each cell is parted: between paragraphs, or inside one where that would leave the page
    too empty; [] where a cell has nothing that may stay.
    """
    cells = [
        _PartedCell(cell.findall("p"), here, there)
        for cell, here, there in zip(
            row.iterfind("td"), page.rows[number], after.rows[number], strict=True
        )
    ]
    between = [cell.between for cell in cells]
    found = [cut for cut in between if cut]
    if len(found) == len(cells):
        end = max(cell.bottom(cut) for cell, cut in zip(cells, found, strict=True))
        if page.bottom - end <= _EMPTY_AT_MOST * (page.bottom - page.top):
            return found
    cuts = [cell.inside or cut for cell, cut in zip(cells, between, strict=True)]
    return [cut for cut in cuts if cut] if all(cuts) else []


def second_part(row: Element, cuts: Sequence[Cut], words: PaperVocabulary) -> Element:
    """Take what stands behind the cuts out of a row: the row of the next page."""
    part = Element("tr", {"class": row.get("class", ""), "style": "break-before: page"})
    for cell, cut in zip(row.iterfind("td"), cuts, strict=True):
        whole = cell.findall("p")
        rest = whole[cut.paragraphs :]
        for paragraph in rest:
            cell.remove(paragraph)
        if cut.signs:
            broken = rest[0]
            rest[0] = _rest_of(broken, cut.signs)[0]
            rest[0].set("style", "text-indent: 0")
            cell.append(broken)
        attributes = {key: value for key, value in cell.items() if key != "style"}
        below = SubElement(part, "td", attributes)
        if not rest or cut.signs or not _is_head(rest[0]):
            below.append(_continued(cell.findall("p"), words, is_over=not rest))
        below.extend(rest)
    return part


def _continued(before: Sequence[Element], words: PaperVocabulary, *, is_over: bool) -> Element:
    """The line that says whose wording goes on, or where the wording is that has ended."""
    names = [name for paragraph in before if (name := paragraph.get(NAME))]
    name = names[-1] if names else ""
    classes = "continued"
    if "label" in classes_of(before[0]):
        # "(New Provision)" holds for the whole of the row.
        name, classes, is_over = name or "".join(before[0].itertext()), "label continued", False
    line = Element("p", {"class": classes, NAME: name})
    line.text = words.see_above(name) if is_over else words.continued(name)
    return line


def _is_head(paragraph: Element) -> bool:
    classes = classes_of(paragraph)
    is_bare_number = "number" in classes and "".join(paragraph.itertext()).strip(
        " ."
    ) == paragraph.get(NAME)
    return is_bare_number or not _HEAD.isdisjoint(classes)


def _rest_of(element: Element, signs: int) -> tuple[Element, int]:
    """Take from an element all from the sign behind so many signs; with how many are still to stay,
    -1 where the end of what stays was in it.
    """
    rest = Element(element.tag, {key: value for key, value in element.items() if key != NAME})
    element.text, rest.text, signs = _parted(element.text or "", signs)
    for child in list(element):
        if signs < 0:
            element.remove(child)
            rest.append(child)
            continue
        tail = child.tail or ""
        below, signs = _rest_of(child, signs)
        child.tail, below.tail, signs = _parted(tail, signs)
        if signs < 0:
            rest.append(below)
    return rest, signs


def _parted(text: str, signs: int) -> tuple[str, str, int]:
    """A text up to so many signs and the spaces behind them, the rest, and how many are to stay."""
    if signs < 0:
        return "", text, signs
    for place, sign in enumerate(text):
        if sign.isspace():
            continue
        if not signs:
            return text[:place], text[place:], -1
        signs -= 1
    return text, "", signs
