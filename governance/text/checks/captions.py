"""The check of captions."""

from collections.abc import Iterator, Sequence

from governance.text.checks.subject import Subject
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.finding import Finding
from governance.text.tree.provision import Kind, Provision

# Of at least so many articles at least this part has a caption: then the others should.
FEWEST, MOST_OF = 5, 0.8


def caption_missing(subject: Subject) -> Iterator[Finding]:
    """An article without a caption where the others have one; so with sections under articles.
    Deleted placeholders and supplementary provisions need none."""
    units = [
        each
        for each in subject.articles.main.walk()
        if each.number and not is_deleted_placeholder(each)
    ]
    for kind in (Kind.ARTICLE, Kind.SECTION):
        yield from _bare([each for each in units if each.kind is kind], subject)


def _bare(units: Sequence[Provision], subject: Subject) -> Iterator[Finding]:
    captioned = sum(bool(each.caption) for each in units)
    if len(units) < FEWEST or captioned < MOST_OF * len(units):
        return
    unit = "か条" if units[0].kind is Kind.ARTICLE else "節"
    for each in units:
        if not each.caption:
            yield subject.found(
                "caption-missing",
                each,
                f"it has no caption, as {captioned} of {len(units)} have.",
                f"見出しがありません（{len(units)}{unit}のうち{captioned}{unit}にあります）。",
            )
