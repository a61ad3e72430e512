"""The parts of a Word file: a zip archive that is looked at before anything of it is unpacked."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from governance.intake.files.unreadable import unreadable

MOST_MEMBERS = 2_000
LARGEST_WHOLE = 200 * 1024 * 1024
LARGEST_PART = 50 * 1024 * 1024
"""In bytes, unpacked. The XML of long articles has some 2 MB."""
STEEPEST = 200
"""Times that a member may be larger unpacked, once it has a megabyte: XML reaches some 50."""
_STEEP_FROM = 1024 * 1024
_ENCRYPTED = 0x1


class Archive:
    """A zip archive in memory. Opening it raises `Refused` for what is no such archive, is
    encrypted, or would unpack to more than a document has.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise unreadable("damaged") from error
        members = self._zip.infolist()
        if (
            len(members) > MOST_MEMBERS
            or sum(each.file_size for each in members) > LARGEST_WHOLE
            or any(_is_steep(each) for each in members)
        ):
            raise unreadable("bomb")
        if any(each.flag_bits & _ENCRYPTED for each in members):
            raise unreadable("encrypted")
        # Names of parts are the same in capitals, and some programs write "\\" for "/".
        self._members = {each.filename.replace("\\", "/").lower(): each for each in members}
        self.names = tuple(self._members)

    def xml(self, name: str) -> Element | None:
        """The root of the XML in a part, None where there is no such part. Raises `Refused`."""
        if name.lower() not in self._members:
            return None
        data = self._read(name)
        refuse_document_type(data)
        try:
            return fromstring(data)  # noqa: S314 - nothing is declared in it: looked at above
        except (ParseError, ValueError, LookupError) as error:
            raise unreadable("damaged") from error

    def refuse_document_types(self) -> None:
        """Raises `Refused` where any XML in it has a DTD, whether it is read here or not."""
        for name in self.names:
            if name.lower().endswith((".xml", ".rels")):
                refuse_document_type(self._read(name))

    def _read(self, name: str) -> bytes:
        member = self._members[name.lower()]
        if member.file_size > LARGEST_PART:
            raise unreadable("bomb")
        try:
            # No more than was said is unpacked, whatever the packed bytes would give.
            return self._zip.read(member)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
            raise unreadable("damaged") from error


def refuse_document_type(data: bytes) -> None:
    """Raises `Refused` for XML with a DTD: without one it has no entities of its own. Nothing is
    built or resolved in looking.
    """
    looking = expat.ParserCreate()
    looking.StartDoctypeDeclHandler = _refuse_document_type
    try:
        looking.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise unreadable("damaged") from error


def _refuse_document_type(*_declared: object) -> None:
    raise unreadable("document-type")


def _is_steep(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_STEEP_FROM, STEEPEST * member.compress_size)


def children(element: Element | None) -> Iterator[Element]:
    """The children, none of None."""
    return iter(()) if element is None else iter(element)
