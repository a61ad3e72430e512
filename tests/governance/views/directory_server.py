"""A small OpenID Connect server over HTTP: what a company's directory answers."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from django.core.signing import b64_encode

CLIENT, SECRET = "teikan", "a secret between the two of us, long enough"


@dataclass
class Directory:
    """What the server says of the person who comes, and how it misbehaves."""

    address: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    broken: dict[str, Any] = field(default_factory=dict)
    """By path: the status or the text that is answered instead."""
    token_of: dict[str, Any] = field(default_factory=dict)
    """What stands in the token otherwise than it should."""
    challenges: dict[str, str] = field(default_factory=dict)

    def answer(self, path: str, given: dict[str, str]) -> Any:
        if path == "/.well-known/openid-configuration":
            ends = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
            known = {f"{name}_endpoint": f"{self.address}/{end}" for name, end in ends.items()}
            return known | {"issuer": self.address, "jwks_uri": f"{self.address}/keys"}
        if path == "/token":
            return self.token(given)
        return self.person

    def authorize(self, given: dict[str, str]) -> str:
        """Where the browser is led back to, when the person has signed in at the directory."""
        assert given["client_id"] == CLIENT
        code = sha256(given["state"].encode()).hexdigest()
        self.challenges[code] = given["code_challenge"]
        return given["redirect_uri"] + "?" + urlencode({"code": code, "state": given["state"]})

    def token(self, given: dict[str, str]) -> Any:
        challenge = self.challenges.pop(given["code"], None)
        verifier = b64_encode(sha256(given["code_verifier"].encode()).digest()).decode()
        if challenge != verifier or given["client_secret"] != SECRET:
            return {"error": "invalid_grant"}
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "exp": int(time.time()) + 86400,
            **self.person,
        }
        return {
            "access_token": "open",
            "token_type": "Bearer",
            "id_token": jwt.encode(claims | self.token_of, SECRET, algorithm="HS256"),
        }


@contextmanager
def served() -> Iterator[Directory]:
    directory = Directory()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.respond(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self.respond(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def respond(self, query: str) -> None:
            path = urlsplit(self.path).path
            given = {name: values[0] for name, values in parse_qs(query).items()}
            broken = directory.broken.get(path)
            self.send_response(broken if isinstance(broken, int) else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            answer = json.dumps(directory.answer(path, given))
            self.wfile.write((broken if isinstance(broken, str) else answer).encode())

        def log_message(self, *_arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        directory.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield directory
        server.shutdown()
