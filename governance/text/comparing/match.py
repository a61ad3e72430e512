"""Which provision continues which, where no identity is known: by caption, wording and order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from governance.text.comparing.align import WordEncoder
from governance.text.comparing.headings import match_headings
from governance.text.comparing.provision_text import text_of
from governance.text.comparing.siblings import match_lone_pairs, match_siblings, score
from governance.text.comparing.thresholds import THRESHOLDS
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.languages import language_for
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision


def match(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles with the identities of the present ones they continue.

    What continues nothing gets a key of its own. Every pair is one to one: of articles merged
    into one, one is continued and the others end; of one split, one part continues it.
    """
    proposed = _with_unused_keys(proposed, present)
    encoder = WordEncoder(language_for(present.language))
    olds = [unit for part in present.parts for unit in part.children]
    news = [unit for part in proposed.parts for unit in part.children]
    pairs = match_siblings(olds, news, encoder)
    pairs |= match_headings(present.parts, proposed.parts, pairs)
    matched = iter(_with_identities(news, olds, pairs, encoder))
    parts = [
        replace(part, children=tuple(next(matched) for _ in part.children))
        for part in proposed.parts
    ]
    return _match_across_articles(
        present,
        ArticlesOfIncorporation(
            proposed.language,
            replace(parts[0], key=present.main.key),
            _match_supplementary_parts(present.supplementary, parts[1:], proposed),
        ),
        encoder,
    )


def _with_unused_keys(
    proposed: ArticlesOfIncorporation, present: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles under keys to which one more "+" gives none of the present ones.

    In a history the present articles have such keys themselves, of what an earlier text added.
    """
    prefix = _longest_prefix(present)
    if not prefix:
        return proposed
    supplementary = (_with_prefix(part, prefix) for part in proposed.supplementary)
    return ArticlesOfIncorporation(
        proposed.language, _with_prefix(proposed.main, prefix), tuple(supplementary)
    )


def _longest_prefix(articles: ArticlesOfIncorporation) -> str:
    """The longest run of "+" that a key begins with."""
    return max(
        (each.key[: len(each.key) - len(each.key.lstrip("+"))] for each in articles.walk()),
        key=len,
    )


def _with_prefix(provision: Provision, prefix: str) -> Provision:
    children = tuple(_with_prefix(child, prefix) for child in provision.children)
    return replace(provision, key=prefix + provision.key, children=children)


def match_below_articles(
    present: ArticlesOfIncorporation, proposed: ArticlesOfIncorporation
) -> ArticlesOfIncorporation:
    """The proposed articles, whose articles and headings have the identities of the present ones
    already, with what stands below each identified too: by wording, not by count."""
    encoder = WordEncoder(language_for(proposed.language))
    prefix = _longest_prefix(present)

    def identify(unit: Provision) -> Provision:
        old = present.by_key(unit.key)
        return _with_identity(_with_prefix(unit, prefix), old, encoder) if old else unit

    def identify_units(part: Provision) -> Provision:
        return replace(part, children=tuple(map(identify, part.children)))

    supplementary = tuple(map(identify_units, proposed.supplementary))
    return ArticlesOfIncorporation(proposed.language, identify_units(proposed.main), supplementary)


def match_children(
    new: Sequence[Provision], old: Sequence[Provision], code: str
) -> tuple[Provision, ...]:
    """New paragraphs (items …) with the identities of the old ones they continue, by wording;
    the others under keys that no old one has. One that is alone continues one that was."""
    encoder = WordEncoder(language_for(code))
    if len(new) == len(old) == 1 and new[0].kind is old[0].kind:
        return (_with_identity(new[0], old[0], encoder),)
    pairs = match_siblings(old, new, encoder)
    pairs |= match_lone_pairs(old, new, pairs, encoder)
    return _with_identities(new, old, pairs, encoder)


def _with_identity(new: Provision, old: Provision | None, encoder: WordEncoder) -> Provision:
    """A provision with the identities of the one it continues, all the way down; or, where it
    continues none, under keys that the present articles do not have."""
    if old is None:
        children = tuple(_with_identity(child, None, encoder) for child in new.children)
        return replace(new, key=f"+{new.key}", children=children)
    pairs = match_siblings(old.children, new.children, encoder)
    if not is_deleted_placeholder(new) and not is_deleted_placeholder(old):
        pairs |= match_lone_pairs(old.children, new.children, pairs, encoder)
    children = _with_identities(new.children, old.children, pairs, encoder)
    return replace(new, key=old.key, children=children)


def _with_identities(
    news: Sequence[Provision],
    olds: Sequence[Provision],
    pairs: Mapping[int, int],
    encoder: WordEncoder,
) -> tuple[Provision, ...]:
    """Provisions with the identities of those they continue; `pairs` are places, new to old."""
    return tuple(
        _with_identity(new, olds[pairs[j]] if j in pairs else None, encoder)
        for j, new in enumerate(news)
    )


def _match_across_articles(
    present: ArticlesOfIncorporation, matched: ArticlesOfIncorporation, encoder: WordEncoder
) -> ArticlesOfIncorporation:
    """The articles with what went from one article (or section) into another identified too:
    the paragraphs of articles that were merged, or put under new sections."""
    olds = _unmatched(present, {each.key for each in matched.walk()})
    news = _unmatched(matched, {each.key for each in present.walk()})
    origins = _origins(olds, news, encoder)
    if not origins:
        return matched

    def identify(provision: Provision) -> Provision:
        if old := origins.get(provision.key):
            return _with_identity(provision, old, encoder)
        return replace(provision, children=tuple(map(identify, provision.children)))

    return ArticlesOfIncorporation(
        matched.language, identify(matched.main), tuple(map(identify, matched.supplementary))
    )


def _unmatched(articles: ArticlesOfIncorporation, known: set[str]) -> list[Provision]:
    """The paragraphs and items that continue nothing, or are continued by nothing."""
    return [
        each
        for each in articles.walk()
        if each.key not in known and each.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
    ]


def _origins(
    olds: Sequence[Provision], news: Sequence[Provision], encoder: WordEncoder
) -> dict[str, Provision]:
    """For the keys of new provisions that are very like an old one, that one; the likest first."""
    if len(olds) * len(news) > THRESHOLDS.most_comparisons:
        return {}
    a = [text_of(each, encoder) for each in olds]
    b = [text_of(each, encoder) for each in news]
    found = sorted(
        (-points, i, j)
        for i, old in enumerate(a)
        for j, new in enumerate(b)
        if min(len(old.encoded), len(new.encoded)) >= THRESHOLDS.fewest_words
        and (points := score(old, new, THRESHOLDS.across_articles))
    )
    origins: dict[str, Provision] = {}
    taken: set[str] = set()
    for _, i, j in found:
        if news[j].key not in origins and olds[i].key not in taken:
            origins[news[j].key] = olds[i]
            # What stands below goes along with it.
            taken |= {each.key for each in olds[i].walk()}
    return origins


def _match_supplementary_parts(
    old: Sequence[Provision], new: Sequence[Provision], proposed: ArticlesOfIncorporation
) -> tuple[Provision, ...]:
    """Supplementary parts continue the part that most of their provisions come from."""
    part_of = {child.key: part for part in old for child in part.children}
    taken: set[str] = set()
    result = []
    for place, part in enumerate(new):
        origins = [part_of[child.key].key for child in part.children if child.key in part_of]
        best = max(dict.fromkeys(origins), key=origins.count, default="")
        if not best and not part.children:  # bare headings
            bare = (each.key for each in old if not each.children and each.pieces == part.pieces)
            best = next((key for key in bare if key not in taken), "")
        if not best or best in taken:
            best = f"+{proposed.supplementary[place].key}"
        taken.add(best)
        result.append(replace(part, key=best))
    return tuple(result)
