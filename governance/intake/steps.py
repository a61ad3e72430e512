"""One dated text beside the articles before it: what it would add to the record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from governance import record
from governance.intake.expiries import FoundExpiry, found_expiries
from governance.intake.files.unreadable import Unreadable
from governance.intake.text.bilingual import Disagreement, disagreements, share_keys
from governance.intake.text.normalised import normalised_for_record, part_title
from governance.intake.text.outline import Outline, parse
from governance.models import Company, Wording
from governance.text.compare import ComparedAddresses, compared_addresses
from governance.text.comparing.match import match, match_below_articles
from governance.text.message import Message
from governance.text.reading.write import usual_digits
from governance.text.table.build import comparison_table
from governance.text.table.house_style import HouseStyle
from governance.text.table.rows import ComparisonTable
from governance.text.tree.provision import ArticlesOfIncorporation, Provision

TreesByLanguage = Mapping[str, ArticlesOfIncorporation]
"""The articles in each language that there is a text in, the authoritative one first."""

_OTHER_LANGUAGE = Message(
    "The articles before are in the other language only; bring in the text in that language, alone"
    " or beside this one.",
    "これまでの定款はもう一方の言語だけです。その言語の本文を、単独で、または並べて取り込んでください。",
)


@dataclass(frozen=True)
class IntakeStep:
    """The articles before, if there are any, and as this text has them, under shared identities.

    `outlines` are the texts as read, by language; `unreadable` says why one could not be. Where the
    languages have not the same articles, `proposed` is empty: they cannot be brought together.
    """

    outlines: Mapping[str, Outline]
    unreadable: Mapping[str, Message]
    disagreements: tuple[Disagreement, ...]
    present: TreesByLanguage
    proposed: TreesByLanguage

    @property
    def is_first(self) -> bool:
        return not self.present

    @property
    def lost_lines(self) -> int:
        """How many lines have no place in the record."""
        return sum(line.is_lost for each in self.outlines.values() for line in each.unplaced)

    @cached_property
    def expiries(self) -> tuple[FoundExpiry, ...]:
        """What ends by itself, of what this text brings or changes."""
        if not self.proposed:
            return ()
        by_address = {each.address: each for each in self._found_expiries()}
        return tuple(by_address.values())

    def _found_expiries(self) -> Iterator[FoundExpiry]:
        for language in reversed(list(self.proposed)):  # the authoritative one counts
            tree, present = self.proposed[language], self.present.get(language)
            for each in found_expiries(tree):
                says_so = tree.find(each.address)
                before = present.by_key(says_so.key) if present and says_so else None
                if not (before and says_so and before.body == says_so.body):
                    yield each

    def changes(self, language: str) -> ComparedAddresses:
        """What pairs, is new, gone or amended, chapters and articles."""
        return compared_addresses(self.present[language], self.proposed[language], units=True)

    def table(self, language: str, style: HouseStyle) -> ComparisonTable:
        return comparison_table(self.present[language], self.proposed[language], style)

    @property
    def changes_nothing(self) -> bool:
        if self.present and not self.proposed.keys() <= self.present.keys():
            return False  # a language comes in
        found = [self.changes(each) for each in self.proposed if each in self.present]
        return bool(found) and not any(
            each.inserted or each.deleted or each.amended or _renumbered(each) for each in found
        )


def next_step(texts: Mapping[str, str], present: TreesByLanguage) -> IntakeStep:
    """The step from `present`, an empty mapping for none, to the texts (by language)."""
    outlines: dict[str, Outline] = {}
    unreadable: dict[str, Message] = {}
    for language, text in texts.items():
        try:
            outlines[language] = parse(text, language)
        except Unreadable as refused:
            unreadable[language] = refused.sentence
    if present and outlines and not outlines.keys() & present.keys():
        unreadable |= dict.fromkeys(outlines, _OTHER_LANGUAGE)
    styles = {language: usual_digits(tree) for language, tree in present.items()}
    trees = {
        language: normalised_for_record(each.articles, styles.get(language))
        for language, each in outlines.items()
    }
    found: tuple[Disagreement, ...] = ()
    if "ja" in trees and "en" in trees:
        found = disagreements(trees["ja"], trees["en"])
    if unreadable or not trees or any(each.is_grave for each in found):
        return IntakeStep(outlines, unreadable, found, present, {})
    return IntakeStep(outlines, unreadable, found, present, _identified(trees, present))


def present_trees(base: Sequence[Wording], company: Company) -> dict[str, ArticlesOfIncorporation]:
    """The articles of the record in every language that something is worded in."""
    return {
        str(language): record.articles_tree(base, language)
        for language in company.languages
        if any(wording.text("body", language) for wording in base)
    }


def _identified(
    trees: TreesByLanguage, present: TreesByLanguage
) -> dict[str, ArticlesOfIncorporation]:
    """The trees with the identities of the present articles they continue, the same in each
    language: those that the first language in both has.
    """
    first = next((language for language in trees if language in present), next(iter(trees)))
    leading = trees[first]
    if first in present:
        leading = _in_their_parts(match(present[first], leading), present[first])
    return {
        language: leading
        if language == first
        else _matched_below(present, share_keys(leading, tree))
        for language, tree in trees.items()
    }


def _matched_below(
    present: TreesByLanguage, tree: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    before = present.get(tree.language)
    return tree if before is None else match_below_articles(before, tree)


def _in_their_parts(
    matched: ArticlesOfIncorporation, present: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """What went to another part is a new article there: the record keeps an article in its part."""
    home = {unit.key: part.key for part, unit in present.units()}

    def whole(part: Provision) -> Provision:
        children = tuple(
            replace(unit, key=f"+{part.key}/{unit.key}")
            if home.get(unit.key, part.key) != part.key
            else unit
            for unit in part.children
        )
        return replace(part, children=children)

    return ArticlesOfIncorporation(
        matched.language, whole(matched.main), tuple(map(whole, matched.supplementary))
    )


def part_titles(proposed: TreesByLanguage, key: str) -> dict[str, str]:
    """The titles of the part with that key, by language."""
    return {
        language: part_title(part)
        for language, tree in proposed.items()
        for part in tree.parts
        if part.key == key
    }


def _renumbered(found: ComparedAddresses) -> bool:
    return any(old != new for old, new in found.pairs)
