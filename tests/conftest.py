"""What all tests share. The settings are in tests/settings.py."""

import os
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from governance.management.commands.compilemessages import catalogues, compile_catalogue
from tests.people import company, legal, other_company, reader, secretary, stranger
from tests.unguarded import clearing

__all__ = ["company", "legal", "other_company", "reader", "secretary", "stranger"]


def pytest_sessionstart() -> None:
    # A test of a page in Japanese should not depend on somebody having compiled the words.
    for catalogue in catalogues():
        compile_catalogue(catalogue)


@pytest.fixture(scope="session", autouse=True)
def cleared_tables() -> Iterator[None]:
    """Tests that commit leave empty tables behind, those included that the database keeps."""
    with clearing(type(connection.ops)):
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
