"""Clients of the four people."""

from collections.abc import Callable

import pytest
from django.test import Client

from governance.models import User
from tests.proposals.conftest import articles, colleague, proposal, writing_secretary

__all__ = ["articles", "colleague", "proposal", "signed_in", "writing_secretary"]

SignedIn = Callable[[User], Client]


@pytest.fixture
def signed_in() -> SignedIn:
    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return client_of
