"""Whether the record stands as it was written: what `manage.py verify` computes again."""

from governance.record.integrity.chain import ChainReport, head_of_chain, read_chain
from governance.record.integrity.history import history_problems
from governance.record.integrity.recorded import (
    articles_after_recording,
    articles_before_recording,
)
from governance.record.integrity.rows import row_problems, unaudited_writes
from governance.record.integrity.rules import rule_problems
from governance.record.integrity.tables import RECORD_TABLES, ChainedTable

__all__ = [
    "RECORD_TABLES",
    "ChainReport",
    "ChainedTable",
    "articles_after_recording",
    "articles_before_recording",
    "head_of_chain",
    "history_problems",
    "read_chain",
    "row_problems",
    "rule_problems",
    "unaudited_writes",
]
