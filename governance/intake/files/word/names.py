"""Names of WordprocessingML (ECMA-376 part 1, clause 17), in both of its name spaces."""

from xml.etree.ElementTree import Element

_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


def local_name(element: Element) -> str:
    """The name without its name space: "p" for w:p."""
    return element.tag.rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, and of it the first of the next name."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local_name(each) == name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str:
    """An attribute of the element, "" where either is not there."""
    if element is None:
        return ""
    for space in (_TRANSITIONAL, _STRICT, ""):
        found = element.get(space + name)
        if found is not None:
            return found
    return ""


def whole_number(text: str, default: int) -> int:
    """The whole number that an attribute writes."""
    try:
        return int(text)
    except ValueError:
        return default


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not switched off: <w:vanish/>, <w:vanish w:val="0"/>."""
    return element is not None and attribute(element) not in ("0", "false", "off")
