"""The faces that papers are set in; each comes with a package that `make setup` installs."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from governance.papers.characters import drawn_characters
from governance.papers.dates import LanguageCode
from governance.papers.font_files import (
    FontError,
    Repertoire,
    repertoire,
    with_glyph_indexes_as_cids,
)


@dataclass(frozen=True)
class Face:
    """One font file of a package, and what the style sheets call it."""

    name: str
    family: str
    weight: int
    package: str
    file: str

    @property
    def path(self) -> Path:
        """Raises `FontError` where the package is not installed."""
        try:
            return Path(str(files(self.package).joinpath(self.file)))
        except ModuleNotFoundError as error:
            raise self._error("is missing") from error

    @property
    def address(self) -> str:
        return f"font:{self.name}"

    @property
    def rule(self) -> str:
        """The rule by which the style sheets know the face and the printer asks for it."""
        return (
            f'@font-face {{ font-family: "{self.family}"; font-weight: {self.weight}; '
            f'src: url("{self.address}") }}'
        )

    def read(self) -> bytes:
        """The font as a PDF may hold it. Raises `FontError` where it is missing or damaged."""
        path = self.path
        try:
            return _renumbered(path) or path.read_bytes()
        except OSError as error:
            raise self._error("is missing") from error
        except FontError as error:
            raise self._error("is damaged") from error

    def _error(self, what: str) -> FontError:
        return FontError(
            f"The font file {self.file} of the package {self.package} {what}. Run make setup."
        )


@cache
def _renumbered(path: Path) -> bytes | None:
    """The font with other CIDs than its file has, or None where those of the file are right.

    Kept, for it takes a tenth of a second; what is on the disk need not be held in memory as well.
    """
    data = path.read_bytes()
    changed = with_glyph_indexes_as_cids(data)
    return None if changed == data else changed


@cache
def _repertoire(face: Face) -> Repertoire:
    return repertoire(face.path.read_bytes())


SERIF = Face(
    "serif", "Source Serif Pro", 400, "font_source_serif_pro", "files/SourceSerifPro-Regular.otf"
)
SERIF_SEMIBOLD = Face(
    "serif-semibold",
    "Source Serif Pro",
    600,
    "font_source_serif_pro",
    "files/SourceSerifPro-Semibold.otf",
)
MINCHO = Face("mincho", "Noto Serif JP", 400, "pylopdf_fonts_jp", "NotoSerifJP-Regular.otf")
GOTHIC = Face("gothic", "Noto Sans CJK JP", 700, "noto_cjk_sans_jp_bold", "NotoSansCJKjp-Bold.otf")
# Two and a half times as many characters as the Mincho has; text takes from it what that one lacks.
FURTHER = Face(
    "further", "Noto Sans CJK JP", 400, "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"
)

# A Japanese word may stand in an English paper; head and foot of every page are set in the serif.
FACES: dict[LanguageCode, tuple[Face, ...]] = {
    "en": (SERIF, SERIF_SEMIBOLD, MINCHO, FURTHER),
    "ja": (MINCHO, GOTHIC, SERIF, SERIF_SEMIBOLD, FURTHER),
}
ALL_FACES = (SERIF, SERIF_SEMIBOLD, MINCHO, GOTHIC, FURTHER)
# The faces of text; what a heading is set in has the characters of one of them.
_TEXT_FACES = (SERIF, MINCHO, FURTHER)


def missing_characters(text: str) -> tuple[str, ...]:
    """What of `text` no face of the papers has: it would be printed as a box.

    Characters, and characters with a variation selector that asks for a shape that no face has:
    those would be printed in their usual shape. In the order of their numbers.
    """
    left = drawn_characters(text)
    for face in _TEXT_FACES:
        if not left:
            break
        has = _repertoire(face)
        left = {one for one in left if one not in has.characters and one not in has.variants}
    return tuple(sorted(one for one in left if len(one) == 1 or one[0] not in left))
