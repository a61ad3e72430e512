"""Checks of what the articles cite."""

from collections.abc import Iterator

from ..finding import ERROR, Finding
from ..provision import ArticlesOfIncorporation
from ..references import citations
from ..sentence import Sentence


def broken_reference(articles: ArticlesOfIncorporation, side: str) -> Iterator[Finding]:
    """A citation of a provision that is not there. Older supplementary provisions are left out:
    they cite the numbers of their own time."""
    for citation in citations(articles):
        if not citation.is_broken:
            continue
        at = articles.address_of(citation.at.key) or ""
        text = citation.reference.text
        yield Finding(
            "broken-reference",
            ERROR,
            side,
            at,
            Sentence(
                f"{text} names no provision of these articles.",
                f"「{text}」に当たる規定がありません。",
            ),
            citation.at.key,
        )
