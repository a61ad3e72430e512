"""Two companies for a look at the program: what they are is in the files beside this one."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

# The first is the company of the demonstration; the second is there for the stranger.
COMPANIES = ("3774", "9990")
# Known to all: see `manage.py demo`, which refuses where it could do harm.
PASSWORD = "demo"  # noqa: S105

Data = Mapping[str, Any]


def data_of(code: str) -> Data:
    """What the file of a company says, the text of its articles in place of their file's name."""
    data: dict[str, Any] = tomllib.loads(_text(f"{code}.toml"))
    data["articles"] = {
        key: _articles(value) if str(value).endswith(".txt") else value
        for key, value in data["articles"].items()
    }
    return data


def _articles(file: str) -> str:
    """The articles in a file, without the notes on it."""
    lines = _text(file).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#")).lstrip("\n")


def _text(file: str) -> str:
    return files(__name__).joinpath(file).read_text(encoding="utf-8")
