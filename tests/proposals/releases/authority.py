"""An authority that time-stamps (RFC 3161), made for a test: openssl behind a server."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

CONFIGURATION = """
[tsa]
default_tsa = authority
[authority]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[signer]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
"""


class Authority:
    """Its root certificate is `certificate`; it answers at `address` while `running`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificate = folder / "root.pem"
        self.address = ""
        configuration = folder / "openssl.cnf"
        configuration.write_text(CONFIGURATION.format(folder=folder))
        (folder / "serial").write_text("01")
        new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        root, signer = (("-subj", f"/CN={name}") for name in ("Root", "Signer"))
        self._run("req", "-x509", *new_key, "-keyout", "root.key", "-out", "root.pem", *root)
        self._run("req", *new_key, "-keyout", "signer.key", "-out", "signer.csr", *signer)
        by_root = ("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
        extensions = ("-extfile", str(configuration), "-extensions", "signer")
        self._run("x509", "-req", "-in", "signer.csr", *by_root, "-out", "signer.pem", *extensions)

    def answer(self, query: bytes) -> bytes:
        (self.folder / "query").write_bytes(query)
        self._run("ts", "-reply", "-config", "openssl.cnf", "-queryfile", "query", "-out", "answer")
        return (self.folder / "answer").read_bytes()

    @contextmanager
    def running(self) -> Iterator[None]:
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                content = authority.answer(sent)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_arguments: object) -> None:
                pass

        with HTTPServer(("127.0.0.1", 0), Handler) as server:
            self.address = f"http://127.0.0.1:{server.server_port}/"
            thread = Thread(target=server.serve_forever)
            thread.start()
            yield
            server.shutdown()
            thread.join()

    def _run(self, *command: str) -> None:
        openssl = which("openssl")
        assert openssl, "no openssl found: run `.ci/setup tests`"
        subprocess.run([openssl, *command], cwd=self.folder, check=True, capture_output=True)
