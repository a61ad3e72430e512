"""What keeps its number without wording: 「第9条　削除」, "Article 9 (Deleted)", 第5章　削除."""

from governance.text.languages import LANGUAGES
from governance.text.tree.provision import HEADINGS, Kind, Provision

_WORDS = frozenset[str]().union(*(language.SAYS_DELETED for language in LANGUAGES.values()))
_LONGEST = 60
"""Characters, brackets and spaces around the words included."""


def is_deleted_placeholder(provision: Provision) -> bool:
    """Whether an article, section or chapter says no more than that it was deleted."""
    if provision.kind not in (*HEADINGS, Kind.ARTICLE):
        return False
    first = next((line for each in provision.walk() for line in each.lines), "")
    if len(first) > _LONGEST:  # nearly always: the whole wording need not be put together
        return False
    said = provision.body or provision.caption
    return len(said) <= _LONGEST and said.strip(" 　()（）[]［］.。").lower() in _WORDS


def became_placeholder(was: Provision | None, now: Provision) -> bool:
    """Whether nothing but a placeholder is left of what it was."""
    return is_deleted_placeholder(now) and not (was is not None and is_deleted_placeholder(was))
