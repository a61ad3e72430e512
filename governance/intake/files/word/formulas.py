"""Formulas (Office MathML) on one line of text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from governance.intake.files.word.archive import children
from governance.intake.files.word.names import child, local_name

_PROPERTIES = "Pr"
_DEEPEST = 50


def formula_text(formula: Element, depth: int = 0) -> str:
    """The formula as one would type it: "a/(b+1)", "x^2", "√(x)"; in parts that are not known
    here the characters in order.
    """
    if depth > _DEEPEST:
        return "".join(each.text or "" for each in formula.iter() if local_name(each) == "t")
    return "".join(_parts(formula, depth + 1))


def _parts(element: Element, depth: int) -> Iterator[str]:
    for each in element:
        name = local_name(each)
        if name in ("t", "delText"):
            yield each.text or ""
        elif name == "f":
            yield f"{_grouped(each, 'num', depth)}/{_grouped(each, 'den', depth)}"
        elif name in ("sSup", "sSub", "sSubSup"):
            below, above = child(each, "sub"), child(each, "sup")
            yield _grouped(each, "e", depth)
            yield f"_{_grouped(each, 'sub', depth)}" if below is not None else ""
            yield f"^{_grouped(each, 'sup', depth)}" if above is not None else ""
        elif name == "rad":
            yield f"√({_inside(each, 'e', depth)})"
        elif name == "d":
            yield f"({', '.join(formula_text(part, depth) for part in each if _is(part, 'e'))})"
        elif not name.endswith(_PROPERTIES):
            yield formula_text(each, depth)


def _inside(element: Element, name: str, depth: int) -> str:
    part = child(element, name)
    return "" if part is None else formula_text(part, depth)


def _grouped(element: Element, name: str, depth: int) -> str:
    """The part, in brackets where it is more than one word."""
    text = _inside(element, name, depth)
    return text if text.isalnum() else f"({text})"


def _is(element: Element, name: str) -> bool:
    return local_name(element) == name


def has_text(element: Element | None) -> bool:
    """Whether anything is written within, by the usual names of text."""
    return any(
        (each.text or "").strip()
        for part in children(element)
        for each in part.iter()
        if local_name(each) in ("t", "delText")
    )
