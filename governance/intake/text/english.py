"""What an English text has beside its articles, as patterns; `japanese` names its own the same."""

AFTER_ARTICLES = (
    r"(?:schedule|appendix|annex|exhibit|attachment)(?: +[0-9A-Z]{1,3})?"
    r"(?:[.:]|(?: [-–—]|[.:]) .{0,40})?"
)
"""The first line of what follows the articles: "Schedule 1: Holidays"."""

PRESENT_HEAD = r"(?:present|current|existing)\b.{0,30}"
"""The head of the present column of a comparison table: "Present Articles"."""
PROPOSED_HEAD = r"(?:proposed|amended|new)\b.{0,30}"
"""The head of the other column."""

TITLE = r"articles\s+of\s+(?:incorporation|association)|by-?laws|charter"
"""What the title of articles says."""
