"""What citations mean in wording that stood before: what they name in the present articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from governance.text.citations.cite import wider
from governance.text.citations.consequence import Cause, Explanation, explanation_of
from governance.text.citations.resolve import Citation
from governance.text.language import Reference, Step
from governance.text.naming import name, names
from governance.text.tree.number import Digits
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision


@dataclass(frozen=True, slots=True)
class PresentMeaning:
    """Citations in wording that stood before: they meant what they name in the present articles."""

    before: Places
    after: Places
    digits: Digits

    @property
    def knows_members(self) -> bool:
        """What a range covers in the present articles."""
        return True

    def stays(self, citation: Citation) -> bool:
        """Whether it stands in a supplementary part that stood before, and still does: it cites the
        numbers of its own time."""
        return stays_in_old_part(citation.at.key, self.before, self.after)

    def is_within(self, citation: Citation, target: Provision) -> bool:
        return not wider(target, citation.at.key, self.before, self.digits)

    def missing(self, reference: Reference) -> Explanation:
        return explanation_of(reference, Cause.NOT_THERE)

    def gone(self, reference: Reference, target: Provision) -> Explanation:
        return explanation_of(reference, Cause.DELETED, name(target, self.before))

    def renumbered(self, reference: Reference, _step: Step, target: Provision) -> Explanation:
        now = self.after.articles.by_key(target.key)
        assert now is not None  # it would be broken
        return replace(
            explanation_of(reference, Cause.RENUMBERED, name(target, self.before)),
            now=name(now, self.after),
        )

    def shifted(self, words: str, targets: Sequence[Provision]) -> Explanation:
        return Explanation(Cause.WOULD_SHIFT, words, was=names(targets, self.before))


def stays_in_old_part(key: str, before: Places, after: Places) -> bool:
    """Whether a provision stands in a supplementary part that stood before, and still does."""
    old_parts = {part.key for part in before.articles.supplementary}
    return {before.part_of(key).key, after.part_of(key).key} <= old_parts
