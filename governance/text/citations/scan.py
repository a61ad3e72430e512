"""The citations of articles as the grammar finds them, each with whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from governance.text.citations.decisions import Decision, decided
from governance.text.language import Reference
from governance.text.languages import language_for
from governance.text.owner import OwnText
from governance.text.tree.decimals import decimals_of
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision, bare_caption

_TITLE_LINES = 6  # of what stands before the first article
_LONGEST_TITLE = 120
_LONGEST_LEAD = 200


@dataclass(slots=True)
class Scanner:
    """Finds the citations of articles: knows what their text calls itself, and what a person
    decided."""

    places: Places
    decisions: Sequence[Decision] = ()
    _own: OwnText = field(init=False)

    def __post_init__(self) -> None:
        articles = self.places.articles
        captions = (bare_caption(each.caption).casefold() for each in articles.walk())
        names = frozenset(filter(None, captions))
        self._own = OwnText(_titles(articles.main), names, decimals=decimals_of(articles))

    def references(self, provision: Provision, line: str) -> Sequence[Reference]:
        """The citations in a line of a provision's own wording, in order."""
        language = language_for(self.places.articles.language)
        found = language.references(line, self._own_text(provision))
        return decided(found, provision.key, line, self.decisions) if self.decisions else found

    def _own_text(self, provision: Provision) -> OwnText:
        """What the text says of itself, with the captions above a provision and the words before
        its list."""
        above = self.places.path(provision.key)
        leads = [bare_caption(each.caption) for each in above]
        leads += [each.lines[-1] for each in above[1:-1] if each.lines]
        lead = " / ".join(each for each in leads if each and len(each) <= _LONGEST_LEAD)
        return replace(self._own, lead=lead) if lead else self._own


def _titles(main: Provision) -> tuple[str, ...]:
    """The lines before the first article, and the first of them joined: "ARTICLES OF
    INCORPORATION", "OF KAMO CO., LTD.", "ARTICLES OF INCORPORATION OF KAMO CO., LTD."."""
    lines = [" ".join(line.split()) for line in main.lines[:_TITLE_LINES]]
    lines = [line for line in lines if line and len(line) <= _LONGEST_TITLE]
    joined = [" ".join(lines[: count + 1]) for count in range(1, len(lines))]
    return tuple(dict.fromkeys((*joined[::-1], *lines)))
