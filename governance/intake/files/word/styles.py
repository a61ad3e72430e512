"""What a paragraph has from its style: a place in a list, and whether it is one of the contents."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from governance.intake.files.word.archive import children
from governance.intake.files.word.names import attribute, child, is_on, local_name

_CONTENTS = re.compile(r"(toc|目次) ?[0-9]", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """A paragraph style with what it takes over from the one it is based on."""

    number: str = ""
    level: str = ""
    is_contents: bool = False
    is_hidden: bool = False


class Styles:
    def __init__(self, styles: Element | None) -> None:
        self._elements = {
            attribute(each, "styleId"): each
            for each in children(styles)
            if local_name(each) == "style" and attribute(each, "type") in ("paragraph", "")
        }
        self._usual = next(
            (
                key
                for key, each in self._elements.items()
                if attribute(each, "default") in ("1", "true")
            ),
            "",
        )
        self._known: dict[str, Style] = {}

    def of(self, key: str) -> Style:
        """The style of that key; of the usual one where a paragraph names none."""
        key = key or self._usual
        if key not in self._known:
            self._known[key] = self._inherited(key, ())
        return self._known[key]

    def _inherited(self, key: str, above: tuple[str, ...]) -> Style:
        element = self._elements.get(key)
        if element is None or key in above:
            return Style()
        base = self._inherited(attribute(child(element, "basedOn")), (*above, key))
        own = child(element, "pPr", "numPr")
        return Style(
            attribute(child(own, "numId")) or base.number,
            attribute(child(own, "ilvl")) or base.level,
            _CONTENTS.fullmatch(attribute(child(element, "name"))) is not None,
            is_on(child(element, "rPr", "vanish")),
        )
