"""The severity of each finding of the checks. docs/checks.md explains every code."""

from governance.text.finding import ERROR, NOTICE, WARNING

SEVERITIES = {
    "broken-reference": ERROR,
    "stale-reference": ERROR,
    "shifted-reference": ERROR,
    "range-end-gone": ERROR,
    "changed-range": WARNING,
    "uncertain-citation": WARNING,  # where the number moves or goes; else a notice
    "own-number": ERROR,
    "number-missing": WARNING,
    "number-double": ERROR,
    "number-out-of-order": WARNING,
    "number-absent": WARNING,
    "caption-missing": WARNING,
    "supplementary-undated": WARNING,
    "supplementary-past": NOTICE,
    "unbalanced-quotes": WARNING,
    "unbalanced-brackets": WARNING,
    "term-unused": NOTICE,
    "term-used-before": WARNING,
    "term-defined-twice": WARNING,
    "term-variant": WARNING,
    "ordinal-wrong": WARNING,
    "weekday-wrong": WARNING,
    "width-mixed": NOTICE,
}
