"""The tables that stand in the chain, and what is asked of each."""

from dataclasses import dataclass

COMPUTED = ("as_adopted", "folded_ja", "folded_en")
"""Columns that the database computes from others; they are no part of what was written."""


@dataclass(frozen=True)
class ChainedTable:
    """A table whose rows are written into the chain.

    `of_chain` is the SQL that gives the chain of a row `stored`. A row of a table that
    `needs_audit` is written together with a line in the audit.
    """

    name: str
    of_chain: str = "stored.company_id"
    key: str = "id"
    needs_audit: bool = True


_HISTORY = ("membership", "meeting", "part", "article", "amendment", "wording", "intake")
RECORD_TABLES = (
    ChainedTable("governance_company", "stored.id"),
    ChainedTable("governance_membership"),
    ChainedTable("governance_meeting"),
    ChainedTable("governance_part"),
    ChainedTable("governance_article"),
    ChainedTable("governance_amendment"),
    ChainedTable("governance_amendmentreason"),
    ChainedTable("governance_wording"),
    ChainedTable("governance_auditentry", "coalesce(stored.company_id, 0)"),
    ChainedTable("governance_historicalcompany", "stored.id", "history_id", needs_audit=False),
    *(
        ChainedTable(f"governance_historical{name}", key="history_id", needs_audit=False)
        for name in _HISTORY
    ),
)
