"""What all tests share. The settings are in tests/settings.py."""

from governance.management.commands.compilemessages import catalogues, compile_catalogue
from tests.people import company, legal, other_company, reader, secretary, stranger

__all__ = ["company", "legal", "other_company", "reader", "secretary", "stranger"]


def pytest_sessionstart() -> None:
    # A test of a page in Japanese should not depend on somebody having compiled the words.
    for catalogue in catalogues():
        compile_catalogue(catalogue)
