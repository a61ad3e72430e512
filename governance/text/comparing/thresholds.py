"""When one provision continues another: the figures that matching weighs by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The figures of matching. Likeness is 0 to 1; a length is counted in words.

    They were set on published amendments: `python -m tests.benchmarks.cases` measures them.
    """

    in_order: float = 0.5
    """The least likeness of two wordings that continue each other where order does not forbid."""
    anywhere: float = 0.6
    """The least likeness of a provision that moved past others."""
    under_same_caption: float = 0.25
    """The least likeness of a rewritten wording that has kept its caption."""
    caption_bonus: float = 0.2
    """What one caption adds to the score of a pair."""
    number_bonus: float = 0.05
    """What one number adds to the score of a pair of chapters, sections, articles or items."""
    paragraph_number_bonus: float = 0.2
    """What one number adds to the score of two paragraphs, of which an article has few."""
    placeholder: float = 0.49
    """The score of a provision and a placeholder (第9条　削除) that kept the order and not the
    number: a little less than `in_order`, so that numbers decide only where as many pairs are
    made either way."""
    across_articles: float = 0.75
    """The least likeness of a paragraph or item that went into another article."""
    contained: float = 0.6
    """Of articles merged into one, each has at least this share of its wording there."""
    not_merged: float = 0.8
    """A pair at least so alike is no merger and no split."""
    reworded: float = 0.6
    """The least share of the shorter wording that the longer keeps in a lone pair."""
    in_place: float = 0.1
    """What it counts to stand in the place of another under its name; every pair adds to it."""
    renamed: float = 0.8
    """The least likeness of two first lines, of which one has had a term replaced."""
    fewest_words: int = 8
    """A wording shorter than this is too short to be recognised elsewhere."""
    most_comparisons: int = 250_000
    """Beyond so many comparisons a gap is compared near its diagonal only."""

    @property
    def most_for_mergers(self) -> int:
        """Beyond so many comparisons mergers and splits are not looked for: each is dear."""
        return self.most_comparisons // 10


THRESHOLDS = Thresholds()
