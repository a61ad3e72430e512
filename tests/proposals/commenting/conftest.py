"""Clients of the four people, as in the tests of pages."""

from tests.proposals.views.conftest import signed_in

__all__ = ["signed_in"]
