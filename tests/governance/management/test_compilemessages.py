import gettext
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from governance.management.commands.compilemessages import catalogues, compile_catalogue

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Proposals"
msgstr "議案"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "django.po"
    path.write_text(CATALOGUE)
    return path


def test_compiled_catalogue_translates(po):
    assert compile_catalogue(po)
    with po.with_suffix(".mo").open("rb") as mo:
        assert gettext.GNUTranslations(mo).gettext("Proposals") == "議案"


def test_catalogue_is_compiled_again_only_when_it_changed(po):
    assert compile_catalogue(po)
    assert not compile_catalogue(po)
    later = po.stat().st_mtime + 10
    os.utime(po, (later, later))
    assert compile_catalogue(po)


def test_catalogues_are_our_own_and_are_all_compiled():
    call_command("compilemessages", verbosity=0)
    assert [po for po in catalogues() if not po.is_relative_to(settings.BASE_DIR)] == []
    assert [po for po in catalogues() if not po.with_suffix(".mo").exists()] == []


def test_catalogue_that_cannot_be_read_is_refused_with_its_line_and_leaves_nothing(po):
    po.write_text(CATALOGUE + "\nrubbish\n")
    with pytest.raises(OSError, match="line 9"):
        compile_catalogue(po)
    assert list(po.parent.iterdir()) == [po]
