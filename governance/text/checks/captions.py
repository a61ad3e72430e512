"""The check of captions."""

from collections.abc import Iterator, Sequence

from governance.text.checks.checked_version import CheckedVersion
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.finding import Finding
from governance.text.message import Message
from governance.text.naming import counted_kind
from governance.text.tree.provision import Kind, Provision

# Of at least so many articles at least this part has a caption: then the others should.
FEWEST, MOST_OF = 5, 0.8


def caption_missing(version: CheckedVersion) -> Iterator[Finding]:
    """An article without a caption where the others have one; so with sections under articles.
    Deleted placeholders and supplementary provisions need none."""
    units = [
        each
        for each in version.articles.main.walk()
        if each.number and not is_deleted_placeholder(each)
    ]
    for kind in (Kind.ARTICLE, Kind.SECTION):
        yield from _bare([each for each in units if each.kind is kind], version)


def _bare(units: Sequence[Provision], version: CheckedVersion) -> Iterator[Finding]:
    captioned = sum(bool(each.caption) for each in units)
    if len(units) < FEWEST or captioned < MOST_OF * len(units):
        return
    every, some = (counted_kind(units[0].kind, count) for count in (len(units), captioned))
    for each in units:
        if not each.caption:
            yield version.found(
                "caption-missing",
                each,
                Message(
                    f"it has no caption, as {captioned} of {len(units)} have.",
                    f"見出しがありません（{every.ja}のうち{some.ja}にあります）。",
                ),
            )
