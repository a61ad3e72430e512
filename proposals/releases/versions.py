"""With which rules, renderer and fonts papers were made."""

import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from governance.models.digests import digest_of_bytes
from governance.papers.fonts import FACES

_LIBRARIES = ("django", "weasyprint", "pydyf", "fonttools")
_RULES = ("governance/text", "governance/papers", "proposals/papers", "proposals/draft")
"""What decides, from the same rows, which words a paper prints, and where."""


@cache
def program_versions() -> dict[str, str]:
    """What made a paper: the same versions make the same bytes of the same content."""
    faces = {face.path: face for of_one in FACES.values() for face in of_one}
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in _LIBRARIES},
        "rules": _digest_of_sources(),
        **{f"font {path.name}": digest_of_bytes(face.read()) for path, face in faces.items()},
    }


def _digest_of_sources() -> str:
    root: Path = settings.BASE_DIR
    sources = sorted(path for folder in _RULES for path in (root / folder).rglob("*.py"))
    lines = [f"{path.relative_to(root)} {digest_of_bytes(path.read_bytes())}" for path in sources]
    return digest_of_bytes("\n".join(lines).encode())
