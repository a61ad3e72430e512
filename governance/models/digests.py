"""SHA-256 digests: how they are made of data, and the column that keeps one."""

import json
from hashlib import sha256
from typing import Any

from django.core.validators import RegexValidator
from django.db import models

SHA256 = "[0-9a-f]{64}"


class HexDigest(models.CharField):  # type: ignore[type-arg]
    """A SHA-256 in 64 hexadecimal digits."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options["max_length"] = 64
        options["validators"] = [RegexValidator(rf"\A{SHA256}\Z")]
        super().__init__(*arguments, **options)

    def deconstruct(self) -> Any:
        name, path, arguments, options = super().deconstruct()
        for given in ("max_length", "validators"):
            options.pop(given, None)
        return name, path, arguments, options


def digest_of_data(data: object) -> str:
    """The SHA-256 of plain data (what JSON holds), however its keys are ordered."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return digest_of_bytes(text.encode())


def digest_of_bytes(content: bytes) -> str:
    return sha256(content).hexdigest()
