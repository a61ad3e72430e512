"""The program's settings with what tests need set; whatever the environment says already stands."""

import os
from pathlib import Path

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("SECRET_KEY", "for tests only")

from governance.settings import *  # noqa: F403
from governance.settings import DATA_FOLDER, DATABASES

# A cluster of its own, that need not survive a power cut.
if "FOLDER" in DATABASES["default"]:
    DATABASES["default"] |= {"FOLDER": Path(DATA_FOLDER) / "postgres-test", "DURABLE": False}

# Two runs at once do not share a database; tests/conftest.py drops what a killed run left.
DATABASES["default"]["TEST"] = {"NAME": f"test_teikan_{os.getpid()}"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
