"""Underlines set by hand in the comparison table, and taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.models import User
from governance.papers.dates import LanguageCode
from governance.people.refused import Refused, stored_text
from governance.text.comparing.span import Span
from governance.text.table.overrides import UnderlineOverride
from proposals.draft.derive import draft
from proposals.draft.rows import load_rows
from proposals.draft.underlines import UnderlineByHand, underlines_by_hand
from proposals.editing.transaction import edit_transaction, save
from proposals.models import Proposal

LONGEST_NOTE = 500


@dataclass(frozen=True)
class SelectedWords:
    """Words of a printed line: the provision and side of the table it stands in, its `place` among
    the lines of the provision there, its `text` as it was shown, where in it the words are, and
    whether they are to be underlined; why, in the `note`.
    """

    key: str
    side: str
    place: int
    text: str
    start: int
    end: int
    is_underlined: bool
    note: str = ""


def underline_words(
    proposal: Proposal, *, by: User, language: LanguageCode, words: SelectedWords
) -> None:
    """Underline words, or let them be without underline. What is then as it is computed is no
    decision any more. Refused where the line no longer says what was shown.
    """
    with edit_transaction(proposal, by=by, what="underlines.set") as locked:
        drafted = draft(locked, language, rows=load_rows(locked))
        underlined = drafted.underlined
        at = (words.key, words.side, words.place)
        pair = underlined.line(*at) if words.side in ("present", "proposed") else None
        if pair is None or pair[0].text != words.text:
            raise Refused(_("The words of this line have changed. Look at it again."))
        if not 0 <= words.start < words.end <= len(words.text):
            raise Refused(_("The page sent what it cannot have meant; load it again."))
        computed = _marked(pair[1].spans)
        marked = _marked(pair[0].spans)
        marked[words.start : words.end] = [words.is_underlined] * (words.end - words.start)
        kept = [
            one
            for one in underlines_by_hand(locked)
            if one.language != language or not underlined.is_at(one, *at)
        ]
        marked = _spaces_between(marked, words.text)
        if marked != computed:
            kept.append(_by_hand(language, words, (marked, computed), by=by))
        _save(locked, kept, by=by)


def take_back_underline(proposal: Proposal, *, by: User, name: str) -> None:
    """Let a line be underlined as it is computed; `name` is that of its `UnderlineByHand`."""
    with edit_transaction(proposal, by=by, what="underlines.set") as locked:
        several = underlines_by_hand(locked)
        kept = [one for one in several if one.name != name]
        if len(kept) == len(several):
            raise Refused(_("This underline has been taken back already."))
        _save(locked, kept, by=by)


def explain_underline(proposal: Proposal, *, by: User, name: str, note: str) -> None:
    """Say why a line is underlined by hand; `name` is that of its `UnderlineByHand`."""
    with edit_transaction(proposal, by=by, what="underlines.set") as locked:
        several = underlines_by_hand(locked)
        if all(one.name != name for one in several):
            raise Refused(_("This underline has been taken back already."))
        said = stored_text(note, longest=LONGEST_NOTE)
        _save(
            locked,
            [replace(one, note=said) if one.name == name else one for one in several],
            by=by,
        )


def _save(proposal: Proposal, several: Iterable[UnderlineByHand], *, by: User) -> None:
    proposal.underlines = [one.to_data() for one in several]
    save(proposal, by=by)


def _by_hand(
    language: LanguageCode,
    words: SelectedWords,
    marks: tuple[list[bool], list[bool]],
    *,
    by: User,
) -> UnderlineByHand:
    """The decision that a line has the first of these `marks`, where the second are computed."""
    text, pairs = words.text, list(zip(*marks, strict=True))
    ranges = tuple(_ranges(marks[0]))
    return UnderlineByHand(
        language,
        UnderlineOverride(words.key, words.side, text, ranges, words.place),
        by.get_full_name() or by.get_username(),
        timezone.now(),
        stored_text(words.note, longest=LONGEST_NOTE),
        tuple(text[a:b].strip() for a, b in _ranges([now and not was for now, was in pairs])),
        tuple(text[a:b].strip() for a, b in _ranges([was and not now for now, was in pairs])),
    )


def _marked(spans: Iterable[Span]) -> list[bool]:
    """For each letter of a line whether it is underlined."""
    return [span.changed for span in spans for _letter in span.text]


def _spaces_between(marked: list[bool], text: str) -> list[bool]:
    """The same, with a space underlined where it stands between two that are, and nowhere else."""
    signs = [(place, is_marked) for place, is_marked in enumerate(marked) if text[place].strip()]
    spaced = [is_marked and bool(text[place].strip()) for place, is_marked in enumerate(marked)]
    for (one, is_marked), (other, is_next) in pairwise(signs):
        spaced[one + 1 : other] = [is_marked and is_next] * (other - one - 1)
    return spaced


def _ranges(marked: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Where the underlines of a line begin and end."""
    end = 0
    for is_marked, letters in groupby(marked):
        start, end = end, end + len(list(letters))
        if is_marked:
            yield start, end
