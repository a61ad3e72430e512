"""What a comment is about, by identity, and the words that stand there now.

A comment is about a provision ("a12", "c7"), a reason ("reason:3"), a day of the schedule
("day:announced_on") or the whole proposal ("").
"""

from dataclasses import dataclass

from governance.papers.dates import LanguageCode
from governance.text.tree.provision import Provision
from proposals.draft import live_numbers
from proposals.draft.rows import DraftRows
from proposals.draft.versions import apply_changes
from proposals.models import Comment

REASON, DAY = "reason:", "day:"
"""Before the key of a reason, and before the column of a day."""


@dataclass(frozen=True)
class StandingWords:
    """The caption and the body of a provision on one side; of a reason the body, as printed."""

    side: str
    caption: str
    body: str

    @property
    def text(self) -> str:
        return "\n".join(filter(None, (self.caption, self.body)))

    def count(self, words: str) -> int:
        """How often `words` stand there."""
        return self.caption.count(words) + self.body.count(words)


@dataclass(frozen=True)
class WordsNow:
    """What became of the words that a comment speaks of."""

    wording: str
    """What stands there now, "" where nothing does."""
    place_is_gone: bool = False
    """The draft no longer has the provision or the reason."""
    words_are_gone: bool = False
    """What it quotes no longer stands there."""
    wording_changed: bool = False
    """Something there reads otherwise than when the comment was written."""


def is_subject(about: str, rows: DraftRows) -> bool:
    """Whether the draft has what `about` names."""
    if about.startswith(DAY):
        return about.removeprefix(DAY) in {day.field for day in rows.proposal.schedule.days}
    return not about or any(
        standing_words(about, language, rows) for language in rows.proposal.company.languages
    )


def standing_words(
    about: str, language: LanguageCode, rows: DraftRows
) -> tuple[StandingWords, ...]:
    """The words of a provision, the proposed before the present, or of a reason; none for what has
    none or is not there.
    """
    if not about or about.startswith(DAY):
        return ()
    versions = apply_changes(rows, language)
    if about.startswith(REASON):
        return tuple(
            StandingWords(
                "", "", live_numbers.render(one.text("body", language), versions, language)
            )
            for one in rows.reasons
            if about == f"{REASON}{one.pk}"
        )
    sides = (
        (Comment.Side.PROPOSED, versions.proposed.by_key(about)),
        (Comment.Side.PRESENT, versions.present.by_key(about)),
    )
    return tuple(_words_of(str(side), found) for side, found in sides if found is not None)


def words_now(comment: Comment, rows: DraftRows) -> WordsNow:
    """What stands now where `comment` is about, beside what it says of it."""
    if not comment.about or comment.about.startswith(DAY):
        return WordsNow("")
    several = standing_words(comment.about, _language(comment, rows), rows)
    own = [one for one in several if not comment.side or one.side == comment.side]
    if not own:
        return WordsNow("", bool(not several), bool(comment.words), wording_changed=True)
    now = own[0]
    return WordsNow(
        now.text,
        words_are_gone=bool(comment.words) and not now.count(comment.words),
        wording_changed=now.text != comment.wording,
    )


def _language(comment: Comment, rows: DraftRows) -> LanguageCode:
    kept = rows.proposal.company.languages
    found: LanguageCode = "ja" if comment.language == "ja" else "en"
    return found if found in kept else kept[0]


def _words_of(side: str, provision: Provision) -> StandingWords:
    return StandingWords(side, provision.caption or "", provision.body or "")
