"""Articles that keep their number without wording: 「第9条　削除」, "Article 9 (Deleted)"."""

from .provision import Kind, Provision

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


def is_emptied(provision: Provision) -> bool:
    """Whether an article or section says no more than that it was deleted."""
    if provision.kind not in (Kind.ARTICLE, Kind.SECTION):
        return False
    said = provision.body or provision.caption
    return said.strip(" 　()（）[]［］.。").lower() in _WORDS
