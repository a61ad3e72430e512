"""The findings of a draft as a reader is told of them."""

from collections.abc import Iterable

from django.utils.translation import get_language

from governance.text.finding import Finding
from proposals.draft.derive import Draft
from proposals.draft.quoted_words import QuotedWords
from proposals.draft.versions import apply_changes


def findings_for_reader(drafted: Draft) -> Iterable[Finding]:
    """The findings, what they quote in the language of the interface where the articles have it."""
    languages = drafted.proposal.company.languages
    reader = next((code for code in languages if code == (get_language() or "")[:2]), None)
    if reader is None or reader == drafted.language or not drafted.findings:
        return drafted.findings
    quoted = QuotedWords(drafted.versions, apply_changes(drafted.rows, reader))
    return map(quoted.translated, drafted.findings)
