"""What is wrong with the parts of a draft that the text core does not see: changes and reasons.

The days are checked in `schedule`, the articles themselves in `governance.text.checks`.
"""

from collections.abc import Callable, Iterator

from governance.models import Article
from governance.papers.dates import Language, long_date
from governance.text.finding import ERROR, Finding
from governance.text.message import Message
from proposals.calendar.days import Schedule
from proposals.draft.operations import key_of
from proposals.models import Change, Reason

LANGUAGES = {"en": Message("English", "英語"), "ja": Message("Japanese", "日本語")}


def check_change(change: Change, language: Language, days: Schedule) -> tuple[Finding, ...]:
    """What is wrong with one change, as far as its wording in `language` and its days go."""
    return tuple(finding for rule in RULES for finding in rule(change, language, days))


def check_reason(reason: Reason, language: Language) -> tuple[Finding, ...]:
    """An error for a reason that says nothing in `language`."""
    if getattr(reason, f"body_{language}").strip():
        return ()
    name = LANGUAGES[language]
    message = Message(
        f"A reason has no {name.en} text.", f"変更の理由に{name.ja}の文がありません。"
    )
    return (_finding("empty-reason", message, f"reason:{reason.pk}"),)


def wording_written(change: Change, language: Language, _days: Schedule) -> Iterator[Finding]:
    """A new article has words, a new chapter a title, an amended article something amended."""
    caption, body = getattr(change, f"caption_{language}"), getattr(change, f"body_{language}")
    name = LANGUAGES[language]
    if change.operation == Change.Operation.INSERT:
        heading = change.kind == Article.Kind.CHAPTER
        if not ((caption if heading else body) or "").strip():
            message = (
                Message(
                    f"A new chapter has no {name.en} title.",
                    f"新設の章に{name.ja}の題名がありません。",
                )
                if heading
                else Message(
                    f"A new article has no {name.en} wording.",
                    f"新設の条に{name.ja}の文がありません。",
                )
            )
            yield _finding("empty-wording", message, key_of(change))
    # None keeps what stands; an empty body is one still to be written.
    elif change.operation == Change.Operation.REPLACE and (
        (caption is None and body is None) or (body is not None and not body.strip())
    ):
        message = Message(
            f"The amendment of an article has no {name.en} wording.",
            f"条の変更に{name.ja}の文がありません。",
        )
        yield _finding("empty-wording", message, key_of(change))


def days_of_change(change: Change, _language: Language, days: Schedule) -> Iterator[Finding]:
    """A change takes effect with its amendment or later, and expires after it took effect."""
    starts, expires = change.effective_on or days.effective_on, change.expires_on
    if starts and days.effective_on and starts < days.effective_on:
        yield _finding(
            "change-effective-early",
            Message(
                f"A change takes effect on {long_date(starts, 'en')}, before the amendment itself"
                f" ({long_date(days.effective_on, 'en')}).",
                f"変更の効力発生日（{long_date(starts, 'ja')}）が、定款変更の効力発生日"
                f"（{long_date(days.effective_on, 'ja')}）より前になっています。",
            ),
            key_of(change),
        )
    if expires and starts and expires <= starts:
        yield _finding(
            "change-expires-early",
            Message(
                f"A provision expires on {long_date(expires, 'en')}, not after it takes effect"
                f" ({long_date(starts, 'en')}).",
                f"規定の失効日（{long_date(expires, 'ja')}）が、効力発生日"
                f"（{long_date(starts, 'ja')}）より後になっていません。",
            ),
            key_of(change),
        )


RULES: tuple[Callable[[Change, Language, Schedule], Iterator[Finding]], ...] = (
    wording_written,
    days_of_change,
)


def _finding(code: str, message: Message, key: str) -> Finding:
    return Finding(code=code, severity=ERROR, side="proposed", at="", message=message, key=key)
