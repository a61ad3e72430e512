"""A version of the articles as the change of the one before: what became of each provision."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from governance.text.checks.checked_version import CheckedVersion
from governance.text.checks.citation_pairs import CitationPair, citation_pairs
from governance.text.citations.resolve import Citation
from governance.text.comparing.align import WordEncoder, similarity
from governance.text.deleted_placeholder import became_placeholder
from governance.text.languages import language_for
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

# A provision that is gone lives on in one that is new and says most of the same.
_LEAST_LIKENESS = 0.6


@dataclass(frozen=True)
class VersionChange:
    """A version of the articles as the change of the one before, identities shared. `as_given` is
    the proposed one before any citation was followed, where that is known."""

    present: CheckedVersion
    proposed: CheckedVersion
    as_given: ArticlesOfIncorporation | None = None

    def is_typed(self, citation: Citation) -> bool:
        """Whether a citation of the proposed version stands in a line that was newly given: it
        speaks the proposed numbers."""
        was = self.present.articles.by_key(citation.at.key)
        given = self.as_given.by_key(citation.at.key) if self.as_given else None
        return was is None or (given is not None and given.lines[citation.line] not in was.lines)

    @cached_property
    def pairs(self) -> tuple[CitationPair, ...]:
        """Citations of the present wording with those that stand in their place in the proposed,
        other law and older supplementary provisions left out."""
        return tuple(citation_pairs(self.present, self.proposed))

    def now(self, provision: Provision) -> Provision | None:
        """What a present provision is in the proposed articles; where its wording was put into
        another, that place. None when it is gone or a deleted placeholder."""
        if provision.key not in self._now:
            self._now[provision.key] = self._looked_up(provision)
        return self._now[provision.key]

    @cached_property
    def _now(self) -> dict[str, Provision | None]:
        """What was asked for already: the same article is cited again and again."""
        return {}

    def _looked_up(self, provision: Provision) -> Provision | None:
        articles = self.proposed.articles
        now = articles.by_key(provision.key)
        if now is not None:
            return None if became_placeholder(provision, now) else now
        kept = [each for child in provision.children if (each := articles.by_key(child.key))]
        if len(kept) == 1:
            return kept[0]
        holders = {holder.key: holder for each in kept if (holder := articles.parent_of(each.key))}
        return next(iter(holders.values())) if len(holders) == 1 else self._successor(provision)

    def _successor(self, provision: Provision) -> Provision | None:
        """The new provision that says most of what one that is gone said."""
        text = self._encoder.encode(_wording(provision))
        likeness, place = max(
            (
                (similarity(text, other, _LEAST_LIKENESS), -place)
                for place, (_, other) in enumerate(self._fresh)
            ),
            default=(0.0, 0),
        )
        return self._fresh[-place][0] if likeness else None

    @cached_property
    def _encoder(self) -> WordEncoder:
        return WordEncoder(language_for(self.present.articles.language))

    @cached_property
    def _fresh(self) -> list[tuple[Provision, str]]:
        """The provisions that continue none, narrow ones too, with their wording encoded."""
        return [
            (each, self._encoder.encode(_wording(each)))
            for each in self.proposed.articles.walk()
            if self.present.articles.by_key(each.key) is None and _wording(each)
        ]


def _wording(provision: Provision) -> str:
    return "\n".join(line for each in provision.walk() for line in each.lines)
