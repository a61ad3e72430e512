"""The articles of a day as plain text. Read by the text core, it gives the same articles."""

from governance.papers.articles import ArticlesOfDay
from governance.text.reading.write import with_line_end
from governance.text.tree.provision import Provision


def plain_text(found: ArticlesOfDay) -> str:
    """The articles to the letter, an empty line before each article, heading and part."""
    blocks = [block for part in found.articles.parts for block in _blocks(part)]
    return "\n".join(block for block in blocks if block)


def _blocks(part: Provision) -> list[str]:
    head = "".join(piece.text for piece in part.pieces)
    return [head, *(with_line_end(unit).written() for unit in part.children)]
