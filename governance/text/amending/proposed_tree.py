"""The proposed tree: operations carried out, the lists counted anew, references as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from governance.text.amending.operations import Delete, Insert, Move, Replace
from governance.text.amending.placements import Placements, Slot
from governance.text.amending.renumber import child_numbers
from governance.text.comparing.match import match_children
from governance.text.deleted_placeholder import is_deleted_placeholder
from governance.text.languages import language_for
from governance.text.reading.compose import ProvisionContent, compose_provision
from governance.text.reading.decimals import (
    labelled_by_decimals,
    with_decimal_labels,
    with_sections,
)
from governance.text.reading.local_labels import LocalLabels
from governance.text.reading.local_style import (
    heading_like_chapter,
    labels_first_paragraph,
    nearest_labelled,
    nearest_sibling,
    numbered_paragraph,
    numbers_articles,
    unmarked_model,
    usual_title,
    with_blank_lines_of_parts,
    with_number,
    with_usual_blank_lines,
    without_number,
)
from governance.text.reading.relabel import under_article, with_new_number
from governance.text.reading.write import (
    usual_digits,
    with_keys_below,
    with_line_end,
    with_line_ends,
)
from governance.text.tree.decimals import Decimals, decimals_of
from governance.text.tree.keys import opened_part_key
from governance.text.tree.provision import (
    HEADINGS,
    ArticlesOfIncorporation,
    Kind,
    Number,
    Provision,
    bare_caption,
)


def proposed_tree(
    present: ArticlesOfIncorporation, placements: Placements
) -> ArticlesOfIncorporation:
    """The proposed tree with its numbers, references not yet followed."""
    return _Builder(present, placements).articles()


class _Builder:
    """Builds the proposed tree; what no operation reaches is taken over as it is."""

    def __init__(self, present: ArticlesOfIncorporation, placements: Placements) -> None:
        self.present = present
        self.placements = placements
        self.language = language_for(present.language)
        self.digits = usual_digits(present)
        self.labels = LocalLabels(present, self.digits)
        self.labels_first = labels_first_paragraph(present)
        self.counts_by_decimals = decimals_of(present) is not Decimals.NONE
        self.unmarked_model = unmarked_model(present)

    def articles(self) -> ArticlesOfIncorporation:
        parts = [self._rebuilt(self.present.main)]
        for old in self.present.supplementary:
            part = self._rebuilt(old)
            # A part that has lost all it had is gone with its heading.
            if old.key not in self.placements.changes and (part.children or not old.children):
                parts.append(part)
        opened = [self._opened_part(opener) for opener in self.placements.new_parts]
        made = [with_line_ends(part) for part in (*parts, *opened)]
        if opened:
            made = [*map(with_line_end, made[:-1]), made[-1]]
        articles = ArticlesOfIncorporation(self.present.language, made[0], tuple(made[1:]))
        if not self.counts_by_decimals:
            return articles
        return with_decimal_labels(articles, self.language, self.digits)

    def _opened_part(self, opener: Insert) -> Provision:
        title = opener.part_title or usual_title(self.present)
        pieces = self.language.head_pieces(Kind.PART, None, title)
        others = self._put(Slot(opener.key), ())
        key = opened_part_key(opener.key)
        as_asked = opener.is_numbered
        is_numbered = numbers_articles(self.present) if as_asked is None else as_asked
        if opener.kind == Kind.ARTICLE and not others and not is_numbered:
            part = Provision(Kind.PART, None, pieces, (self._unnumbered(opener),), key)
            return with_blank_lines_of_parts(part, self.present)
        part = Provision(Kind.PART, None, pieces, (self._composed(opener, ()), *others), key)
        return self._counted(with_blank_lines_of_parts(part, self.present), ())

    def _unnumbered(self, opener: Insert) -> Provision:
        """What alone makes a new supplementary part, as an article without a number: a sentence, or
        paragraphs numbered as those of the parts before."""
        content = ProvisionContent(Kind.ARTICLE, None, opener.caption, opener.body, opener.key)
        made = self.labels.applied(self._compose(content, None), None)
        model = numbered_paragraph(self.present)
        if model is None or len(made.children) < 2 or made.children[1].label:
            return made
        paragraphs = [
            with_number(each, each.number, model, self.present.language, self.digits)
            if each.number and (place or model.number == Number(1))
            else each
            for place, each in enumerate(made.children)
        ]
        return replace(made, children=tuple(paragraphs))

    def _rebuilt(self, provision: Provision) -> Provision:
        """A present provision with the operations below it carried out."""
        put_first = self._put(Slot(provision.key, is_first=True), provision.children)
        children: list[Provision] = list(put_first)
        changed = bool(children)
        for child in provision.children:
            new = self._after_operation(child)
            changed = changed or new is not child
            if new is not None:
                children.append(new)
            put = self._put(Slot(child.key), provision.children)
            changed = changed or bool(put)
            children.extend(put)
        if not changed:
            return provision
        if provision.kind is Kind.PART:
            children = list(with_usual_blank_lines(children, provision.children))
        return self._counted(replace(provision, children=tuple(children)), provision.children)

    def _after_operation(self, provision: Provision) -> Provision | None:
        if provision.key in self.placements.moves:
            return None
        return self._in_new_words(provision)

    def _in_new_words(self, provision: Provision) -> Provision | None:
        match self.placements.changes.get(provision.key):
            case Delete(keep_number=False):
                return None
            case Delete():
                is_emptied = is_deleted_placeholder(provision)
                return provision if is_emptied else self._placeholder(provision)
            case Replace() as operation:
                return self._replaced(provision, operation)
            case _:
                return self._rebuilt(provision)

    def _put(self, slot: Slot, siblings: Sequence[Provision]) -> list[Provision]:
        """What the operations put at a place, in the order of the operations."""
        found: list[Provision] = []
        waiting = list(reversed(self.placements.at(slot)))
        while waiting:
            operation = waiting.pop()
            if isinstance(operation, Move):
                present = self.present.by_key(operation.at)
                assert present is not None  # checked when the operation was entered
                moved = self._in_new_words(present)
                assert moved is not None  # what is moved is not deleted
                found.append(moved)
            else:
                found.append(self._composed(operation, siblings))
                # What is anchored on an insertion stands right behind it.
                waiting.extend(reversed(self.placements.at(Slot(operation.key))))
        return found

    def _composed(self, insert: Insert, siblings: Sequence[Provision]) -> Provision:
        kind = Kind(insert.kind)
        behind = insert.after if isinstance(insert.after, str) else ""
        model = nearest_sibling(kind, behind, siblings) or nearest_labelled(
            self.present, kind, self.placements.present_anchor(insert.after)
        )
        if model is None and kind in (Kind.SECTION, Kind.SUBSECTION) and not insert.body:
            model = heading_like_chapter(self.present, kind)
        content = ProvisionContent(kind, Number(1), insert.caption, insert.body, insert.key)
        made = self.labels.applied(self._compose(content, model), None)
        if not self.counts_by_decimals or kind is not Kind.ARTICLE:
            return made
        if (found := with_sections(made, insert.body, self.language)) is not None:
            return with_keys_below(found)
        found = labelled_by_decimals(made, model) if model is not None else made
        return with_keys_below(found) if found is not made else made

    def _compose(self, content: ProvisionContent, model: Provision | None) -> Provision:
        code = self.present.language
        return compose_provision(content, code, model=model, digits=self.digits)

    def _placeholder(self, provision: Provision) -> Provision:
        """Article 9 (Deleted): the number stays, caption and wording go. Of a heading the title
        says so: 第５章　削除, CHAPTER V. Deleted."""
        words = self.language.DELETED_PLACEHOLDER
        parent = self.present.parent_of(provision.key)
        if provision.kind in HEADINGS and parent is not None and parent.kind is Kind.PART:
            return self._rewritten(provision, bare_caption(words), "")
        return self._rewritten(provision, "", words)

    def _replaced(self, provision: Provision, operation: Replace) -> Provision:
        caption = provision.caption if operation.caption is None else operation.caption
        body = provision.body if operation.body is None else operation.body
        made = self._rewritten(provision, caption, body)
        if operation.body is None:
            return replace(provision, pieces=made.pieces)
        made = self.labels.applied(made, provision)
        return replace(
            made, children=match_children(made.children, provision.children, self.present.language)
        )

    def _rewritten(self, provision: Provision, caption: str, body: str) -> Provision:
        content = ProvisionContent(provision.kind, provision.number, caption, body, provision.key)
        return self._compose(content, model=provision)

    def _counted(self, parent: Provision, present: Sequence[Provision]) -> Provision:
        numbers = child_numbers(
            parent.children, present, self.placements.branches, self.placements.moved
        )
        unmarked = self._unmarked_like(present)
        children = [
            replace(child, number=numbers.get(child.key, child.number))
            if unmarked and child.kind is Kind.PARAGRAPH and not child.label
            else self._relabelled(child, numbers.get(child.key, child.number))
            for child in parent.children
        ]
        if unmarked:
            return replace(parent, children=with_usual_blank_lines(children, unmarked))
        return replace(parent, children=self._first_labelled(children, present))

    def _unmarked_like(self, present: Sequence[Provision]) -> Sequence[Provision]:
        """The provisions like which the paragraphs of an article stand without numbers: as it has
        them, or, where there is one alone, as the other articles have several. None where they
        bear numbers."""
        paragraphs = [each for each in present if each.kind is Kind.PARAGRAPH]
        if len(paragraphs) > 1:
            return () if paragraphs[1].label else present
        is_alone = len(paragraphs) == 1 and not paragraphs[0].label
        return self.unmarked_model if is_alone else ()

    def _relabelled(self, child: Provision, number: Number | None) -> Provision:
        is_new = child.key in self.placements.inserts
        if number is None or (number == child.number and not is_new):
            return child
        if not child.label and child.kind is Kind.PARAGRAPH and number != Number(1):
            child = replace(self._numbered(child, number), number=number)
        else:
            child = with_new_number(child, number, self.language, self.digits)
        return self._sections_under(child)

    def _numbered(self, paragraph: Provision, number: Number) -> Provision:
        near = self.placements.present_anchor(paragraph.key)
        model = nearest_labelled(self.present, Kind.PARAGRAPH, near)
        return with_number(paragraph, number, model, self.present.language, self.digits)

    def _first_labelled(
        self, children: Sequence[Provision], present: Sequence[Provision]
    ) -> tuple[Provision, ...]:
        """The children with the first paragraph labelled as the first one was, or, where a lone
        paragraph gets company, as in the other articles of several."""
        old = [each for each in present if each.kind is Kind.PARAGRAPH]
        new = [each for each in children if each.kind is Kind.PARAGRAPH]
        if not new or not old or new[0].number != Number(1):
            return tuple(children)
        is_labelled = bool(old[0].label) or (len(old) == 1 < len(new) and self.labels_first)
        if bool(new[0].label) is is_labelled:
            return tuple(children)
        first = self._numbered(new[0], Number(1)) if is_labelled else without_number(new[0], old[0])
        return tuple(first if each is new[0] else each for each in children)

    def _sections_under(self, article: Provision) -> Provision:
        """ "Section 4.6" says its article's number too."""
        if not any(child.kind is Kind.SECTION for child in article.children):
            return article
        children = tuple(
            under_article(child, article.number, self.language)
            if child.kind is Kind.SECTION and article.number
            else child
            for child in article.children
        )
        return replace(article, children=children)
