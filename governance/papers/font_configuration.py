"""The fonts that WeasyPrint knows while it prints a paper: those of the paper and no others."""

from functools import cache
from typing import Any

from governance.papers.font_files import FontError


def own_fonts_only() -> Any:
    """A configuration of fonts without those of the machine.

    WeasyPrint would take a character that no face of the paper has from whatever the machine has,
    and the paper would look otherwise elsewhere. Raises `FontError` for a font that it cannot load,
    which WeasyPrint by itself only warns of.
    """
    return _configuration()()


@cache
def _configuration() -> Any:
    """The class, made when first asked for: to import WeasyPrint takes half a second."""
    from weasyprint.text.ffi import ffi, fontconfig, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    ffi.cdef("FcConfig * FcConfigCreate (void);", override=True)

    class OwnFontsOnly(FontConfiguration):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self._config = fontconfig.FcConfigCreate()
            font_map = ffi.cast("PangoFcFontMap *", self.font_map)
            pangoft2.pango_fc_font_map_set_config(font_map, self._config)
            fontconfig.FcConfigDestroy(self._config)  # the map holds it

        def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
            before = self._count()
            super().add_font_face(rule_descriptors, url_fetcher)
            if self._count() == before:
                family = rule_descriptors["font_family"]
                raise FontError(f"A font file of {family} is damaged. Run make setup.")

        def _count(self) -> int:
            fonts = fontconfig.FcConfigGetFonts(self._config, fontconfig.FcSetApplication)
            return 0 if fonts == ffi.NULL else int(fonts.nfont)

    return OwnFontsOnly
