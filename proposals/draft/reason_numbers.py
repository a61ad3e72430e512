"""Numbers in reasons that moved with the changes, as consequences like those of citations."""

from collections.abc import Iterator, Sequence

from governance.papers.dates import LanguageCode
from governance.text import naming
from governance.text.citations.consequence import FOLLOWED, Cause, Consequence, Explanation
from governance.text.tree.places import Places
from proposals.draft import live_numbers
from proposals.draft.live_numbers import ArticleVersions
from proposals.models import Reason


def moved_numbers(
    reasons: Sequence[Reason], versions: ArticleVersions, language: LanguageCode
) -> Iterator[Consequence]:
    """The live numbers in reasons that print another number than their provision bears in the
    present articles, each as the consequence of a reason, "reason:3"."""
    before = after = None
    for reason in reasons:
        place = f"reason:{reason.pk}"
        for was, now in live_numbers.moved(getattr(reason, f"body_{language}"), versions):
            before = before or Places(versions.present)
            after = after or Places(versions.proposed)
            old, new = naming.name(was, before), naming.name(now, after)
            words = old.in_language(language)
            why = Explanation(Cause.RENUMBERED, words, was=old, now=new)
            yield Consequence(place, place, FOLLOWED, words, new.in_language(language), (why,))
