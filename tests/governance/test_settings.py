"""The settings as a fresh process reads them from its environment."""

import json
import os
import subprocess
import sys

import pytest

from tests.paths import ROOT

SECRET = "a secret key is long and has many different signs: 0123456789"
PRODUCTION = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "articles.example.com, www.example.com"}
SHOW = """
import json, sys
from governance import settings
print(json.dumps([getattr(settings, name, None) for name in sys.argv[1:]], default=str))
"""


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def read(*names: str, **environment: str) -> list[object]:
    done = run("-c", SHOW, *names, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_deployment_check_is_clean_with_a_key_and_a_host_alone():
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.stdout + done.stderr == "System check identified no issues (0 silenced).\n"


def test_without_anything_set_the_program_asks_for_a_key_and_does_not_start():
    done = run("manage.py", "check")
    assert done.returncode == 1
    assert "SECRET_KEY is not set" in done.stderr


def test_debugging_is_off_unless_asked_for():
    assert read("DEBUG", **PRODUCTION) == [False]
    assert read("DEBUG", **PRODUCTION, DEBUG="0") == [False]
    assert read("DEBUG", DEBUG="1") == [True]


def test_in_use_everything_goes_over_https():
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    assert read(*names, "SECURE_HSTS_SECONDS", **PRODUCTION) == [True, True, True, 31536000]
    assert read(*names, "SECURE_HSTS_SECONDS", DEBUG="1") == [False, False, False, 0]


def test_forwarded_scheme_is_believed_only_behind_a_proxy():
    assert read("SECURE_PROXY_SSL_HEADER", **PRODUCTION) == [None]
    header = ["HTTP_X_FORWARDED_PROTO", "https"]
    assert read("SECURE_PROXY_SSL_HEADER", **PRODUCTION, BEHIND_PROXY="1") == [header]


def test_lists_are_parted_by_commas():
    assert read("ALLOWED_HOSTS", **PRODUCTION) == [["articles.example.com", "www.example.com"]]


def test_database_is_the_one_of_the_address_or_else_our_own(tmp_path):
    url = "postgresql://app:s%20x@db.example.com:5433/record?sslmode=require"
    [databases] = read("DATABASES", **PRODUCTION, DATABASE_URL=url)
    assert databases["default"] == {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "record",
        "OPTIONS": {
            "user": "app",
            "password": "s x",
            "host": "db.example.com",
            "port": "5433",
            "sslmode": "require",
        },
    }
    [databases] = read("DATABASES", **PRODUCTION, DATA_FOLDER=str(tmp_path))
    assert databases["default"]["ENGINE"] == "governance.private_postgres.backend"
    assert databases["default"]["FOLDER"] == str(tmp_path / "postgres")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DEBUG", "perhaps", "DEBUG is 'perhaps'; it must be 1 or 0."),
        ("HSTS_SECONDS", "a year", "HSTS_SECONDS is 'a year'; it must be a whole number."),
        ("DATABASE_URL", "mysql://db", "DATABASE_URL"),
        (
            "TRUSTED_PROXIES",
            "10.0.0.1/8",
            "TRUSTED_PROXIES cannot be read: 10.0.0.1/8 has host bits",
        ),
        ("TRUSTED_PROXIES", "proxy", "TRUSTED_PROXIES cannot be read: 'proxy' does not appear"),
        ("TRUSTED_PROXY_HOPS", "0", "TRUSTED_PROXY_HOPS is 0; it must be 1 or more."),
        ("OIDC_SERVER", "http://id", "OIDC_SERVER is 'http://id'; it must begin with https://."),
        ("MAIL_SECURITY", "some", "MAIL_SECURITY is 'some'; it must be starttls, tls or none."),
        (
            "MAIL_HOST",
            "mail",
            "MAIL_HOST is set; MAIL_FROM must say from which address mail comes.",
        ),
        ("SESSION_IDLE_MINUTES", "0", "SESSION_IDLE_MINUTES must be 1 or more."),
        ("TIMESTAMP_AUTHORITY", "ftp://tsa", "must begin with https:// or http://"),
        ("TIMESTAMP_AUTHORITY", "https://tsa", "the authority's root certificate"),
    ],
)
def test_setting_that_makes_no_sense_is_named(name, value, says):
    done = run("manage.py", "check", **PRODUCTION | {name: value})
    assert done.returncode == 1
    assert says in done.stderr.splitlines()[-1]


def test_every_setting_is_in_the_operations_page():
    source = (ROOT / "governance" / "settings.py").read_text()
    page = (ROOT / "docs" / "operations.md").read_text()
    named = {
        part.split('"')[0]
        for opening in ('flag("', 'number("', 'words("', 'environ.get("')
        for part in source.split(opening)[1:]
    }
    assert len(named) > 8
    assert sorted(name for name in named if f"`{name}`" not in page) == []
