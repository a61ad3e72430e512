"""Which part of a Word file holds what (Open Packaging Conventions, ECMA-376 part 2)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from governance.intake.files.unreadable import unreadable
from governance.intake.files.word.archive import Archive, children
from governance.intake.files.word.names import attribute, local_name

_TYPES, _DOCUMENT = "[Content_Types].xml", "officeDocument"
_MAIN = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
)


class _ContentTypes:
    """Of which kind each part is: by its name, else by its ending; letters of any case."""

    def __init__(self, types: Element) -> None:
        self.named: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}
        for each in types:
            kind = each.get("ContentType", "").lower()
            if local_name(each) == "Override":
                self.named[each.get("PartName", "").lstrip("/").lower()] = kind
            elif local_name(each) == "Default":
                self._by_ending[each.get("Extension", "").lstrip(".").lower()] = kind

    @property
    def kinds(self) -> Iterator[str]:
        yield from self.named.values()
        yield from self._by_ending.values()

    def of(self, part: str) -> str:
        name = part.lower()
        return self.named.get(name) or self._by_ending.get(name.rpartition(".")[2], "")


class Package:
    """A Word file. Raises `Refused` for any other archive, and for one with macros."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        types = self._archive.xml(_TYPES)
        if types is None:
            raise unreadable("other-kind")
        declared = _ContentTypes(types)
        if any("macroenabled" in kind or "vba" in kind for kind in declared.kinds):
            raise unreadable("macro")
        if any(name.lower().endswith("vbaproject.bin") for name in self._archive.names):
            raise unreadable("macro")
        main = self._main_part(declared)
        if main is None:
            raise unreadable("other-kind")
        self._archive.refuse_document_types()
        self._main = main
        self._texts: dict[str, dict[str, str]] = {}

    def _main_part(self, declared: _ContentTypes) -> str | None:
        """The part that the file begins with, of the kind of a document: as its relations name it,
        else the first that is declared one.
        """
        started = [target for _id, target in self._relations("", _DOCUMENT)]
        usual = ("word/document.xml", *self._archive.names)
        candidates = (*started, *declared.named, *usual)
        return next((each for each in candidates if declared.of(each).endswith(_MAIN)), None)

    def document(self) -> Element:
        """The root of the main part."""
        root = self._archive.xml(self._main)
        if root is None:
            raise unreadable("damaged")
        return root

    def related(self, kind: str) -> Element | None:
        """The root of the part that the main part names as its "numbering", "styles", …."""
        return next(
            (self._archive.xml(target) for _id, target in self._relations(self._main, kind)), None
        )

    def text_of_entry(self, kind: str, key: str) -> str:
        """The words of a note or a comment: `kind` is "footnotes", "endnotes" or "comments"."""
        if kind not in self._texts:
            root = self.related(kind)
            self._texts[kind] = {attribute(each, "id"): _words(each) for each in children(root)}
        return self._texts[kind].get(key, "")

    def running_texts(self) -> Iterator[str]:
        """The words of each header and footer that has more of them than a page number."""
        for kind in ("header", "footer"):
            for _id, target in self._relations(self._main, kind):
                words = _words(self._archive.xml(target))
                if any(sign.isalpha() for sign in words):
                    yield words

    def _relations(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """Id and part of what a part names as of that kind; "" is the file as a whole."""
        folder, name = posixpath.split(part)
        relations = self._archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in children(relations):
            if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External":
                target = unquote(each.get("Target", ""))
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                yield each.get("Id", ""), path


def _words(element: Element | None) -> str:
    """What is written within, a space between paragraphs."""
    paragraphs = [] if element is None else [x for x in element.iter() if local_name(x) == "p"]
    texts = (
        "".join(each.text or "" for each in paragraph.iter() if local_name(each) == "t")
        for paragraph in paragraphs
    )
    return " ".join(text for text in texts if text.strip())
