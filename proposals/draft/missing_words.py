"""What a change says in one language and not in another that the company keeps."""

from governance.papers.dates import LanguageCode
from proposals.draft.rows import DraftRows
from proposals.models import Change


def missing_words(change: Change, rows: DraftRows) -> dict[LanguageCode, tuple[str, ...]]:
    """For each language that is out of step, which of "caption" and "body" it lacks: words that the
    change gives in another language, and in this one not. A language without any caption lacks
    none.
    """
    languages = rows.proposal.company.languages
    given = {code: frozenset(_given(change, code)) for code in languages}
    anywhere = frozenset[str]().union(*given.values())
    missing = {
        code: tuple(
            name
            for name in ("caption", "body")
            if name in anywhere - given[code] and (name == "body" or _has_captions(rows, code))
        )
        for code in languages
    }
    return {code: names for code, names in missing.items() if names}


def _given(change: Change, language: LanguageCode) -> list[str]:
    """None keeps what stands, and an empty caption removes it; an inserted provision has nothing
    to keep, and no body is empty.
    """
    caption = getattr(change, f"caption_{language}")
    body = getattr(change, f"body_{language}")
    inserts = change.operation == Change.Operation.INSERT
    has_caption = bool(caption) if inserts else caption is not None
    return [*(["caption"] if has_caption else []), *(["body"] if body else [])]


def _has_captions(rows: DraftRows, language: LanguageCode) -> bool:
    return any(unit.caption for _part, unit in rows.present(language).units())
