"""What all tests share. The settings are in tests/settings.py."""

import os
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis.internal.conjecture import providers
from pytest_django import DjangoDbBlocker

from governance.management.commands.compilemessages import catalogues, compile_catalogue
from tests.people import company, legal, other_company, reader, secretary, stranger
from tests.triggers import allow_truncation

__all__ = ["company", "legal", "other_company", "reader", "secretary", "stranger"]

# What Hypothesis draws is the same on every machine, so that a run fails for what was changed;
# THOROUGH draws at random. What it finds is written down as a case. By itself Hypothesis also draws
# constants of the modules that are loaded, which depends on what else a process has tested.
hypothesis_settings.register_profile(
    "seeded", derandomize=True, deadline=None, suppress_health_check=list(HealthCheck)
)
hypothesis_settings.register_profile(
    "random", derandomize=False, deadline=None, suppress_health_check=list(HealthCheck)
)
hypothesis_settings.load_profile("random" if "THOROUGH" in os.environ else "seeded")
if "THOROUGH" not in os.environ:
    providers._get_local_constants = providers.Constants


def pytest_sessionstart() -> None:
    # A test of a page in Japanese should not depend on somebody having compiled the words.
    for catalogue in catalogues():
        compile_catalogue(catalogue)


@pytest.fixture(autouse=True)
def interface_language() -> Iterator[None]:
    """Each test begins in the language of the settings: a page that was asked for in Japanese
    leaves Japanese active in its thread.
    """
    yield
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def cleared_tables() -> Iterator[None]:
    """Tests that commit leave empty tables behind, those included that the database keeps."""
    with allow_truncation(type(connection.ops)):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Once there is a database, drop those of runs on this machine that were killed."""
    if "FOLDER" not in settings.DATABASES["default"]:
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_teikan\\_%'")
        for (name,) in cursor.fetchall():
            if not is_alive(int(re.findall(r"\d+", name)[0])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True
