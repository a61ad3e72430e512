"""What is wrong with the parts of a draft that the text core does not see: changes and reasons.

The days are checked in `calendar.periods`, the articles themselves in `governance.text.checks`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import override

from governance.models import Article
from governance.models.wording_constraints import EXPIRES_TOO_EARLY, expires_too_early
from governance.papers.characters import code_points
from governance.papers.dates import LanguageCode, long_date
from governance.papers.fonts import missing_characters
from governance.text import naming
from governance.text.finding import ERROR, WARNING, Finding, PlaceName
from governance.text.message import Message
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation
from proposals.calendar.days import EFFECT, Schedule
from proposals.draft.operations import key_of
from proposals.models import Change, Proposal, Reason
from proposals.models.effect_condition import NEEDS_WORDS

DATES = "dates"
"""The identity under which findings about the days speak of the page where they are set."""
_WORDING_IN = {"en": Message("English", "英文"), "ja": Message("Japanese", "和文")}
_TITLE_IN = {"en": Message("English", "英語"), "ja": Message("Japanese", "日本語")}


def check_change(change: Change, language: LanguageCode, days: Schedule) -> tuple[Finding, ...]:
    """What is wrong with one change, as far as its wording in `language` and its days go."""
    return tuple(finding for rule in RULES for finding in rule(change, language, days))


def check_reason(reason: Reason, language: LanguageCode) -> tuple[Finding, ...]:
    """An error for a reason that says nothing in `language`, or what of it cannot be printed."""
    key, text = f"reason:{reason.pk}", getattr(reason, f"body_{language}")
    if text.strip():
        return tuple(_missing_characters(text, key))
    name = _WORDING_IN[language]
    message = Message(f"it has no {name.en} text.", f"{name.ja}がありません。")
    return (_finding("empty-reason", message, key),)


def check_title(proposal: Proposal, language: LanguageCode) -> tuple[Finding, ...]:
    """What of the proposal's title cannot be printed."""
    place = PlaceName(Message("Title on the agenda", "議案の名称"))
    return tuple(
        replace(finding, place=place)
        for finding in _missing_characters(proposal.text("title", language), "")
    )


def check_condition(proposal: Proposal, language: LanguageCode) -> tuple[Finding, ...]:
    """An error for a condition in words that is not written in `language`: the papers would print
    the other language.
    """
    if proposal.condition_kind not in NEEDS_WORDS or proposal.text("condition", language).strip():
        return ()
    name = _WORDING_IN[language]
    message = Message(
        f"The condition of the effect is not written in {name.en}.",
        f"効力発生の条件の{name.ja}がありません。",
    )
    return (_finding("empty-condition", message, DATES),)


def check_present(articles: ArticlesOfIncorporation) -> tuple[Finding, ...]:
    """What of the present articles cannot be printed."""
    if not missing_characters("".join(part.written() for part in articles.parts)):
        return ()  # as nearly always: so no article is looked at by itself
    places = Places(articles)
    return tuple(
        replace(
            finding,
            side="present",
            at=articles.address_of(unit.key) or "",
            place=PlaceName(naming.name(unit, places)),
        )
        for _part, unit in articles.units()
        for finding in _missing_characters(unit.written(), unit.key)
    )


def wording_written(change: Change, language: LanguageCode, _days: Schedule) -> Iterator[Finding]:
    """A new article has words, a new chapter a title, an amended article something amended."""
    caption, body = getattr(change, f"caption_{language}"), getattr(change, f"body_{language}")
    name, title = _WORDING_IN[language], _TITLE_IN[language]
    if change.operation == Change.Operation.INSERT:
        heading = change.kind == Article.Kind.CHAPTER
        if not ((caption if heading else body) or "").strip():
            message = (
                Message(
                    f"the new chapter has no {title.en} title.",
                    f"新設の章に{title.ja}の章名がありません。",
                )
                if heading
                else Message(
                    f"the new article has no {name.en} wording.",
                    f"新設の条に{name.ja}がありません。",
                )
            )
            yield _finding("empty-wording", message, key_of(change))
    # None keeps what stands; an empty body is one still to be written.
    elif change.gives_words and (
        (caption is None and body is None) or (body is not None and not body.strip())
    ):
        message = Message(
            f"its amendment has no {name.en} wording.",
            f"変更に{name.ja}がありません。",
        )
        yield _finding("empty-wording", message, key_of(change))


def days_of_change(change: Change, _language: LanguageCode, days: Schedule) -> Iterator[Finding]:
    """A change takes effect with its amendment or later, and expires after it took effect."""
    amendment_starts = days[EFFECT]
    starts, expires = change.effective_on or amendment_starts, change.expires_on
    if starts and amendment_starts and starts < amendment_starts:
        yield _finding(
            "change-effective-early",
            Message(
                f"its change takes effect on {long_date(starts, 'en')}, before the amendment itself"
                f" ({long_date(amendment_starts, 'en')}).",
                f"変更の効力発生日（{long_date(starts, 'ja')}）が、定款変更の効力発生日"
                f"（{long_date(amendment_starts, 'ja')}）より前になっています。",
            ),
            key_of(change),
        )
    if starts and expires and expires_too_early(starts, expires):
        yield _finding(
            "change-expires-early",
            Message(
                f"{_lower(_in('en', EXPIRES_TOO_EARLY))} It takes effect on"
                f" {long_date(starts, 'en')} and expires on {long_date(expires, 'en')}.",
                f"{_in('ja', EXPIRES_TOO_EARLY)}効力発生日は{long_date(starts, 'ja')}、"
                f"失効日は{long_date(expires, 'ja')}です。",
            ),
            key_of(change),
        )


def wording_printable(change: Change, language: LanguageCode, _days: Schedule) -> Iterator[Finding]:
    """The faces of the papers have every character that a change writes."""
    texts = (getattr(change, f"{name}_{language}") or "" for name in ("caption", "body"))
    yield from _missing_characters("\n".join(texts), key_of(change))


RULES: tuple[Callable[[Change, LanguageCode, Schedule], Iterator[Finding]], ...] = (
    wording_written,
    days_of_change,
    wording_printable,
)


def _missing_characters(text: str, key: str) -> Iterator[Finding]:
    """A warning for each character of `text` that no face of the papers has."""
    for one in missing_characters(text):
        numbers = code_points(one)
        message = (
            Message(
                f"the faces of the papers lack the character “{one}” ({numbers}); it would be"
                " printed as a box.",
                f"文字「{one}」（{numbers}）は書類の書体に含まれず、□と印刷されます。",
            )
            if len(one) == 1
            else Message(
                f"the faces of the papers lack this variant of “{one[0]}” ({numbers}); it would be"
                " printed in its usual shape.",
                f"「{one[0]}」の異体字（{numbers}）は書類の書体に含まれず、通常の字形で印刷されます。",
            )
        )
        yield Finding("character-missing", WARNING, "proposed", "", message, key)


def _lower(sentence: str) -> str:
    """The sentence as it follows the name of a place."""
    return sentence[:1].lower() + sentence[1:]


def _in(language: LanguageCode, sentence: Promise) -> str:
    with override(language):
        return str(sentence)


def _finding(code: str, message: Message, key: str) -> Finding:
    return Finding(code=code, severity=ERROR, side="proposed", at="", statement=message, key=key)
