from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import base, client
from django.db.utils import OperationalError

from governance.private_postgres.cluster import BINARIES, VERSION
from governance.private_postgres.lock import CannotStart, ServerAddress, acquire_server


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the psql that belongs to the server."""

    executable_name = str(BINARIES / "psql")

    connection: "DatabaseWrapper"

    def runshell(self, parameters: Iterable[str]) -> None:
        address = self.connection.acquire_server()
        self.connection.settings_dict |= {
            "HOST": address.host,
            "USER": address.user,
            "PASSWORD": address.password,
        }
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    # Known without asking, so that looking at the models starts no server.
    pg_version = VERSION

    def acquire_server(self) -> ServerAddress:
        """Start the server unless it runs. Raises OperationalError, as one out of reach does."""
        try:
            return acquire_server(
                self.settings_dict["FOLDER"], durable=self.settings_dict["DURABLE"]
            )
        except CannotStart as error:
            raise OperationalError(str(error)) from error

    def get_connection_params(self) -> dict[str, Any]:
        # Here, and not where the settings are read: a command that needs no database starts none.
        address = self.acquire_server()
        reach = {"host": address.host, "user": address.user, "password": address.password}
        return super().get_connection_params() | reach
