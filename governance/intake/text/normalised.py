"""Articles as read, in the form in which the record keeps them.

Of a provision the record keeps number, caption and body; how its head is written, blank lines and
what the width of a page broke are not part of what was decided. Two readings of the same articles
are compared in this form, so that only what is said differs.
"""

import re
from dataclasses import replace

from governance.text.language import Language
from governance.text.languages import language_for
from governance.text.reading.body import read_body
from governance.text.reading.compose import (
    ProvisionContent,
    compose_articles,
    compose_provision,
)
from governance.text.reading.write import usual_digits
from governance.text.tree.lines import SPACES, raw_lines
from governance.text.tree.number import Digits
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Number,
    PieceRole,
    Provision,
)
from governance.text.typed_text import LONGEST_PART_TITLE

_BELOW = (Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM)
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")


def normalised_for_record(
    read: ArticlesOfIncorporation, style: Digits | None = None
) -> ArticlesOfIncorporation:
    """The articles as the record will have them, each provision under the key it had.

    Japanese marks have the numerals of the text, or of `style`: how numbers are written is the
    company's choice and no change. A section heading becomes a heading without number of its own,
    its whole line the title; the paragraphs of supplementary provisions without articles become one
    article without number.
    """
    rules = language_for(read.language)
    parts = [(part, _units(part, rules)) for part in read.parts]
    main, *supplementary = parts
    made = compose_articles(
        read.language,
        main[1],
        [(part_title(part), units, part.key) for part, units in supplementary],
        key=main[0].key,
        title=part_title(main[0]),
    )
    return made if read.language != "ja" else _with_digits(made, rules, style or usual_digits(read))


def part_title(part: Provision) -> str:
    """The title of a part: its heading, or the first line above the first article."""
    written = "".join(piece.text for piece in part.pieces).strip()
    return written.split("\n", 1)[0].strip(SPACES)[:LONGEST_PART_TITLE]


def _with_digits(
    made: ArticlesOfIncorporation, rules: Language, style: Digits
) -> ArticlesOfIncorporation:
    def marked(provision: Provision) -> Provision:
        if provision.number is None or not provision.label:
            return provision
        mark = rules.cite(provision.kind, provision.number, style)
        return provision.with_piece(PieceRole.LABEL, mark)

    def whole(part: Provision) -> Provision:
        return replace(part, children=tuple(marked(unit) for unit in part.children))

    return ArticlesOfIncorporation(
        made.language, whole(made.main), tuple(whole(part) for part in made.supplementary)
    )


def _units(part: Provision, rules: Language) -> list[Provision]:
    found: list[Provision] = []
    loose: list[Provision] = []
    for unit in part.children:
        if unit.kind in _BELOW:
            loose.append(unit)
            continue
        found += _numberless(loose, part, rules)
        loose = []
        if unit.kind in HEADINGS:
            found.append(_heading(unit, rules))
        else:
            caption, body = _line(unit.caption, rules), body_of(unit, rules)
            for place, number in enumerate(unit.numbers or (None,)):
                # What was emptied under one head is recorded one by one: each number is kept.
                key = f"{unit.key}/{number}" if place else unit.key
                content = ProvisionContent(Kind.ARTICLE, number, caption, body, key)
                found.append(compose_provision(content, rules.CODE))
    return found + _numberless(loose, part, rules)


def _heading(unit: Provision, rules: Language) -> Provision:
    if unit.kind is Kind.CHAPTER:
        number: Number | None = unit.number
        title = unit.caption
    else:
        number, title = None, "".join(piece.text for piece in unit.pieces)
    content = ProvisionContent(Kind.CHAPTER, number, _line(title, rules), key=unit.key)
    return compose_provision(content, rules.CODE)


def _numberless(loose: list[Provision], part: Provision, rules: Language) -> list[Provision]:
    if not loose:
        return []
    holder = Provision(Kind.ARTICLE, None, (), tuple(loose), key=f"{part.key}/provisions")
    text = body_of(holder, rules)
    if not text:
        return []
    content = ProvisionContent(Kind.ARTICLE, None, body=text, key=holder.key)
    return [compose_provision(content, rules.CODE)]


def _line(text: str, rules: Language) -> str:
    return rules.on_one_line(text.strip(f"{SPACES}\n"))


def body_of(article: Provision, rules: Language) -> str:
    """What stands below the head, one paragraph or item a line, what a page broke joined.

    The indents go where the marks alone tell the same paragraphs and items.
    """
    own = "".join(f"{rules.on_one_line(line)}\n" for line in article.lines)
    written = own + "".join(
        rules.on_one_line(piece.text) if piece.role is PieceRole.TEXT else piece.text
        for child in article.children
        for provision in child.walk()
        for piece in provision.pieces
    )
    if rules.CODE == "en":
        # Whether one space or two stand behind a full stop is the typist's habit.
        written = _SPACES.sub(" ", written)
    every = [line.rstrip(SPACES) for line in written.strip("\n").split("\n")]
    lines = [line for line in every if line]
    if _shape("\n".join(lines), rules) != _shape("\n".join(every), rules):
        lines = every  # a blank line parts an unmarked paragraph from the list above it
    plain = "\n".join(line.lstrip(SPACES) for line in lines)
    if _shape(plain, rules) == _shape("\n".join(lines), rules):
        return plain
    return "\n".join(lines)


def _shape(text: str, rules: Language) -> list[tuple[Kind, Number | None]]:
    return [
        (each.kind, each.number)
        for provision in read_body(raw_lines(text), rules)
        for each in provision.walk()
    ]
