"""Clients of the four people."""

from collections.abc import Callable

import pytest
from django.test import Client

from governance.models import User

SignedIn = Callable[[User], Client]


@pytest.fixture
def signed_in() -> SignedIn:
    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return client_of
