"""What keeps its number without wording: 「第9条　削除」, "Article 9 (Deleted)", 第5章　削除."""

from governance.text.tree.provision import Kind, Provision

_WORDS = frozenset(
    [
        "削除",
        "欠番",
        "deleted",
        "reserved",
        "removed",
        "repealed",
        "intentionally deleted",
        "intentionally omitted",
        "intentionally left blank",
    ]
)
_LONGEST = 60
"""Characters, brackets and spaces around the words included."""


def is_deleted_placeholder(provision: Provision) -> bool:
    """Whether an article, section or chapter says no more than that it was deleted."""
    if provision.kind not in (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION):
        return False
    said = provision.body or provision.caption
    return len(said) <= _LONGEST and said.strip(" 　()（）[]［］.。").lower() in _WORDS
