"""The faces that papers are set in; each comes with a package that `make setup` installs."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from governance.papers.dates import Language


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
        return Path(str(files(self.package).joinpath(self.file)))

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

# A Japanese word may stand in an English paper; head and foot of every page are set in the serif.
FACES: dict[Language, tuple[Face, ...]] = {
    "en": (SERIF, SERIF_SEMIBOLD, MINCHO),
    "ja": (MINCHO, GOTHIC, SERIF, SERIF_SEMIBOLD),
}
