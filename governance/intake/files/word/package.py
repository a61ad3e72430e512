"""Which part of a Word file holds what (Open Packaging Conventions, ECMA-376 part 2)."""

import posixpath
from xml.etree.ElementTree import Element

from governance.intake.files.unreadable import unreadable
from governance.intake.files.word.archive import Archive, children

_TYPES = "[Content_Types].xml"
_MAIN = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
)


class Package:
    """A Word file. Raises `Refused` for any other archive, and for one with macros."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        types = self._archive.xml(_TYPES)
        if types is None:
            raise unreadable("other-kind")
        declared = [(each.get("PartName", ""), each.get("ContentType", "")) for each in types]
        if any("macroenabled" in kind.lower() or "vba" in kind.lower() for _, kind in declared):
            raise unreadable("macro")
        if any(name.lower().endswith("vbaproject.bin") for name in self._archive.names):
            raise unreadable("macro")
        main = next((name for name, kind in declared if kind.endswith(_MAIN)), None)
        if main is None:
            raise unreadable("other-kind")
        self._archive.refuse_document_types()
        self._main = main.lstrip("/")

    def document(self) -> Element:
        """The root of the main part."""
        root = self._archive.xml(self._main)
        if root is None:
            raise unreadable("damaged")
        return root

    def related(self, kind: str) -> Element | None:
        """The root of the part that the main part names as its "numbering", "styles", …."""
        folder, name = posixpath.split(self._main)
        relations = self._archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in children(relations):
            if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External":
                target = each.get("Target", "")
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                return self._archive.xml(path)
        return None
