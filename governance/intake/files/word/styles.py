"""What a paragraph or a run has from its style: a place in a list, whether it is one of the
contents, and what is switched on or off.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from governance.intake.files.word.archive import children
from governance.intake.files.word.names import attribute, child, is_on, local_name

_CONTENTS = re.compile(r"(?:toc|目次) ?(?:[0-9]|heading|の見出し)", re.IGNORECASE)
_SWITCHES = ("vanish", "strike", "dstrike")


@dataclass(frozen=True)
class Style:
    """A style with what it takes over from the one it is based on."""

    number: str = ""
    level: str = ""
    is_contents: bool = False
    switches: Mapping[str, bool] = field(default_factory=dict)
    """What it says of `vanish` and the like; what it does not say is not in it."""

    @property
    def is_hidden(self) -> bool:
        return self.switches.get("vanish", False)


class Styles:
    def __init__(self, styles: Element | None) -> None:
        self._elements = {
            attribute(each, "styleId"): each
            for each in children(styles)
            if local_name(each) == "style"
            and attribute(each, "type") in ("paragraph", "character", "")
        }
        self._usual = next(
            (
                key
                for key, each in self._elements.items()
                if attribute(each, "default") in ("1", "true")
                and attribute(each, "type") != "character"
            ),
            "",
        )
        everywhere = child(styles, "docDefaults", "rPrDefault", "rPr")
        self._everywhere = _switches(everywhere)
        self._known: dict[str, Style] = {}

    def of(self, key: str) -> Style:
        """The style of that key; of the usual one where a paragraph names none."""
        return self._style(key or self._usual)

    def is_switched_on(self, name: str, paragraph: Style, properties: Element | None) -> bool:
        """Whether "vanish" or the like is on for a run in a paragraph of that style.

        Styles of paragraph and run that both switch it on undo each other; what the run says
        itself holds before either (ECMA-376 part 1, clause 17.7.3).
        """
        own = child(properties, name)
        if own is not None:
            return is_on(own)
        if self._everywhere.get(name, False):
            return True
        key = attribute(child(properties, "rStyle"))
        of_run = self._style(key).switches.get(name, False) if key else False
        return of_run != paragraph.switches.get(name, False)

    def _style(self, key: str) -> Style:
        if key not in self._known:
            self._known[key] = self._inherited(key, ())
        return self._known[key]

    def _inherited(self, key: str, above: tuple[str, ...]) -> Style:
        element = self._elements.get(key)
        if element is None or key in above:
            return Style()
        base = self._inherited(attribute(child(element, "basedOn")), (*above, key))
        own = child(element, "pPr", "numPr")
        is_contents = _CONTENTS.fullmatch(attribute(child(element, "name"))) is not None
        return Style(
            attribute(child(own, "numId")) or base.number,
            attribute(child(own, "ilvl")) or base.level,
            is_contents or base.is_contents,
            {**base.switches, **_switches(child(element, "rPr"))},
        )


def _switches(properties: Element | None) -> dict[str, bool]:
    found = {name: child(properties, name) for name in _SWITCHES}
    return {name: is_on(each) for name, each in found.items() if each is not None}
