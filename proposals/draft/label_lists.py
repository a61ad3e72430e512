"""The labels that the paragraphs and items of an article bear one after the other."""

from collections.abc import Iterator

from governance.text.languages import language_for
from governance.text.reading.local_style import labels_first_paragraph, nearest_labelled
from governance.text.reading.write import usual_digits
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    PieceRole,
    Provision,
)

LISTED_KINDS = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
FURTHER_LABELS = 30
"""How many labels are given beyond those that the article has."""


def label_lists(provision: Provision | None, articles: ArticlesOfIncorporation) -> list[list[str]]:
    """For paragraphs, items and sub-items what each begins with, its space included: "", "2 ",
    "3 "; "(1) ", "(2) ". Written as the article does, else as the nearest one.
    """
    return [list(_labels(kind, provision, articles)) for kind in LISTED_KINDS]


def with_line_added(provision: Provision, kind: Kind, articles: ArticlesOfIncorporation) -> str:
    """The body of an article with one more line at its end: the label of the paragraph that would
    come next, or of the item of its last paragraph.
    """
    paragraphs = [one for one in provision.children if one.kind is Kind.PARAGRAPH]
    if kind is Kind.PARAGRAPH:
        own = paragraphs
    else:
        last = paragraphs[-1].children if paragraphs else ()
        own = [one for one in last if one.kind is Kind.ITEM]
    count = own[-1].number.main if own and own[-1].number else len(own)
    labels = list(_labels(kind, provision, articles))
    is_bare = len(own) > 1 and not own[-1].label
    label = "" if is_bare or count >= len(labels) else labels[count]
    return f"{provision.body}\n{label}"


def _labels(
    kind: Kind, provision: Provision | None, articles: ArticlesOfIncorporation
) -> Iterator[str]:
    own = [one for one in provision.walk() if one.kind is kind] if provision else []
    labelled = next((one for one in own if one.label), None)
    model = labelled or nearest_labelled(articles, kind, provision.key if provision else "")
    first_is_bare = kind is Kind.PARAGRAPH and (
        not own[0].label if own else not labels_first_paragraph(articles)
    )
    language = language_for(articles.language)
    digits = usual_digits(articles) if model else None
    for count in range(1, len(own) + FURTHER_LABELS):
        if first_is_bare and count == 1:
            yield ""
        elif model is None or digits is None:
            yield "".join(language.usual_label(kind, Number(count)))
        else:
            yield _lead_like(model, language.relabel(model.label, Number(count), digits))


def _lead_like(model: Provision, label: str) -> str:
    """What stands before the wording of a paragraph or item of that label, as in `model`."""
    pieces = model.with_piece(PieceRole.LABEL, label).pieces
    end = next((i for i, piece in enumerate(pieces) if piece.role is PieceRole.TEXT), len(pieces))
    lead = [piece for piece in pieces[:end] if piece.role in (PieceRole.LABEL, PieceRole.SPACE)]
    return "".join(piece.text for piece in lead).replace("\n", "")
