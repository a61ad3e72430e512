"""The severity of each finding of the checks. docs/checks.md explains every code."""

from governance.text.finding import ERROR, NOTICE, WARNING

SEVERITIES = {
    "broken-reference": ERROR,
    "stale-reference": ERROR,
    "shifted-reference": ERROR,
    "range-end-gone": ERROR,
    "changed-range": WARNING,
    "uncertain-citation": WARNING,  # where the number moves or goes; else a notice
    "range-inverted": ERROR,
    "caption-mismatch": WARNING,  # in new wording an error
    "citation-mismatch": WARNING,  # in new wording an error
    "self-citation": NOTICE,
    "quoted-words-missing": WARNING,
    "own-number": ERROR,
    "number-missing": WARNING,
    "number-double": ERROR,
    "number-out-of-order": WARNING,
    "number-absent": WARNING,
    "section-of-another": WARNING,
    "caption-missing": WARNING,
    "supplementary-undated": WARNING,
    "supplementary-past": NOTICE,
    "self-deletion-undated": WARNING,
    "conjunction-misplaced": WARNING,
    "unbalanced-quotes": WARNING,
    "unbalanced-brackets": WARNING,
    "term-unused": NOTICE,
    "term-undefined": WARNING,
    "term-used-before": WARNING,
    "term-defined-twice": WARNING,
    "term-variant": WARNING,
    "ordinal-wrong": WARNING,
    "weekday-wrong": WARNING,
    "no-such-day": WARNING,
    "numeral-false": WARNING,
    "width-mixed": NOTICE,
}
