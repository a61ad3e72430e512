"""Where the tests find the project's files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SCHEMAS = DOCS / "schema"
TEXT_CASES = ROOT / "tests" / "text" / "cases"
DEMO = ROOT / "proposals" / "demo"
