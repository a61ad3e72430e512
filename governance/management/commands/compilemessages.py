from pathlib import Path
from typing import Any

import polib
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


def catalogues() -> list[Path]:
    """Return the project's own catalogues (.po), not those of packages it uses."""
    ours = (Path(app.path) for app in apps.get_app_configs())
    folders = [path for path in ours if path.parent == settings.BASE_DIR]
    return sorted(po for folder in folders for po in folder.glob("locale/*/LC_MESSAGES/*.po"))


def compile_catalogue(po: Path) -> bool:
    """Write the .mo beside a .po unless it is there and as new; tell whether that was needed.

    Raises OSError, which polib also raises for a catalogue that it cannot read; it names the line.
    """
    mo = po.with_suffix(".mo")
    if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
        return False
    # Whole or not at all: another process may be reading it.
    written = mo.with_suffix(".mo.new")
    polib.pofile(str(po)).save_as_mofile(str(written))
    written.replace(mo)
    return True


class Command(BaseCommand):
    """In place of Django's command of this name, which needs GNU gettext to be installed."""

    help = "Compiles the project's translations that have changed."
    requires_system_checks: list[str] = []

    def handle(self, *_arguments: Any, verbosity: int, **_options: Any) -> None:
        for po in catalogues():
            try:
                compiled = compile_catalogue(po)
            except (OSError, ValueError) as error:
                raise CommandError(f"{po}: {error}") from error
            if compiled and verbosity > 0:
                self.stdout.write(f"compiled {po.relative_to(settings.BASE_DIR)}")
