"""Operations applied to the articles: the proposed tree, renumbered, its references followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from governance.text.amending.operations import (
    START,
    SUPPLEMENTARY,
    Delete,
    Insert,
    Move,
    Operation,
    Replace,
)
from governance.text.amending.renumber import numbered
from governance.text.citations.follow import Consequence, follow
from governance.text.citations.typed_citations import follow_typed
from governance.text.comparing.match import match_children
from governance.text.finding import Finding
from governance.text.languages import language_for
from governance.text.message import Message
from governance.text.reading.compose import ProvisionContent, compose_provision
from governance.text.reading.local_style import (
    labels_first_paragraph,
    nearest_labelled,
    nearest_sibling,
    usual_title,
    with_blank_lines_of_parts,
    with_number,
    with_usual_blank_lines,
    without_number,
)
from governance.text.reading.write import usual_digits, with_line_end, with_line_ends
from governance.text.tree.provision import (
    ArticlesOfIncorporation,
    Kind,
    Number,
    PieceRole,
    Provision,
    bare_caption,
)


class OperationError(ValueError):
    """An operation that cannot be carried out; `index` counts the operations from 0."""

    def __init__(self, index: int, sentence: Message) -> None:
        super().__init__(sentence.en)
        self.index = index
        self.sentence = sentence


@dataclass(frozen=True)
class Amended:
    """The articles before and after, what followed from the operations, and what went wrong."""

    present: ArticlesOfIncorporation
    proposed: ArticlesOfIncorporation
    consequences: tuple[Consequence, ...]
    findings: tuple[Finding, ...]
    moved: frozenset[str] = frozenset()


def amend(present: ArticlesOfIncorporation, operations: Sequence[Operation]) -> Amended:
    """Carries out the operations on the present articles, whatever their order.

    A place is meant as it is in the present articles: what is put after a provision that goes
    stands where that one stood. Raises OperationError for an identity that is not there, for two
    operations on one provision, and for a place that cannot hold the provision.
    """
    work = _Work(present, operations)
    proposed = work.structure()
    followed, consequences, findings = follow(present, proposed, work.new_words)
    followed, lost = follow_typed(
        present,
        followed,
        {
            op.key if isinstance(op, Insert) else op.at: op.citation_targets
            for op in operations
            # Words that were not given have been followed with what stood before.
            if isinstance(op, Insert) or (isinstance(op, Replace) and op.body is not None)
        },
    )
    return Amended(present, followed, tuple(consequences), (*findings, *lost), work.moved)


class _Work:
    """One amendment being carried out."""

    def __init__(self, present: ArticlesOfIncorporation, operations: Sequence[Operation]) -> None:
        self.present = present
        self.digits = usual_digits(present)
        self.marks_first = labels_first_paragraph(present)
        self.at: dict[str, Delete | Replace | Move] = {}
        self.placed: dict[tuple[str, str], list[Insert | Move]] = {}
        self.inserts: dict[str, Insert] = {}
        self.new_parts: list[Insert] = []
        self.new_words: set[str] = set()
        for index, operation in enumerate(operations):
            self._enter(index, operation)
        for index, operation in enumerate(operations):
            self._refuse_inside(index, operation)
        self.branches = {key: insert.branch for key, insert in self.inserts.items()}
        self.moved = frozenset(key for key, op in self.at.items() if isinstance(op, Move))

    def _enter(self, index: int, operation: Operation) -> None:
        if isinstance(operation, Insert):
            if operation.after == SUPPLEMENTARY:
                self.new_parts.append(operation)
            else:
                place = self._place(index, operation.after, Kind(operation.kind))
                self.placed.setdefault(place, []).append(operation)
            self.inserts[operation.key] = operation
            self.new_words.add(operation.key)
            return
        target = self.present.by_key(operation.at)
        if target is None:
            raise OperationError(index, _no_such(operation.at))
        if target.kind is Kind.PART and (
            target is self.present.main or not isinstance(operation, Delete)
        ):
            raise OperationError(
                index,
                Message(
                    "A part can only be deleted, and only a supplementary one.",
                    "部については、附則の削除のみ行えます。",
                ),
            )
        if operation.at in self.at:
            raise OperationError(
                index,
                Message(
                    f"There are two operations on {operation.at}; one provision takes one.",
                    f"{operation.at}に対する変更が二つあります。一つの規定に対する変更は一つだけです。",
                ),
            )
        self.at[operation.at] = operation
        if isinstance(operation, Move):
            place = self._place(index, operation.after, target.kind)
            self.placed.setdefault(place, []).append(operation)
        elif isinstance(operation, Replace) and operation.body is not None:
            self.new_words.add(operation.at)

    def _refuse_inside(self, index: int, operation: Operation) -> None:
        """Refuses an operation inside a provision that another deletes or gives new words: it
        would be lost without a word."""
        within = []
        if not isinstance(operation, Insert):
            within.append((operation.at, self.present.parent_of(operation.at)))
        if isinstance(operation, Insert | Move) and operation.after != SUPPLEMENTARY:
            how, anchor = self._place(index, operation.after, self._kind(operation))
            is_first = how == "first"
            above = self.present.by_key(anchor) if is_first else self.present.parent_of(anchor)
            within.append((operation.after, above))
        for key, holder in within:
            parent = holder
            while parent is not None:
                if isinstance(self.at.get(parent.key), Delete | Replace):
                    raise OperationError(
                        index,
                        Message(
                            f"{key} is inside {parent.key}, which another operation changes whole.",
                            f"{key}は、別の変更が全体を対象とする{parent.key}の中にあります。",
                        ),
                    )
                parent = self.present.parent_of(parent.key)

    def _kind(self, operation: Insert | Move) -> Kind:
        if isinstance(operation, Insert):
            return Kind(operation.kind)
        target = self.present.by_key(operation.at)
        assert target is not None  # checked when the operation was entered
        return target.kind

    def _place(self, index: int, after: str, kind: Kind) -> tuple[str, str]:
        """Where an operation puts its provision: ("first", parent) or ("after", sibling)."""
        if after == START:
            return ("first", self.present.main.key)
        if after in self.inserts:
            return ("after", after)
        anchor = self.present.by_key(after)
        if anchor is None:
            # A new part is known by the key of the insertion that opens it.
            opener = after.removesuffix("/part")
            if opener in self.inserts:
                return ("after", opener)
            raise OperationError(index, _no_such(after))
        units = (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION)
        if anchor.kind is Kind.PART and kind in units:
            return ("first", anchor.key)
        if anchor.kind is Kind.CHAPTER and kind is Kind.CHAPTER:
            return ("after", self._last_of_chapter(anchor))
        if anchor.kind is kind or {anchor.kind, kind} <= {Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION}:
            return ("after", anchor.key)
        if (
            list(Kind).index(anchor.kind) < list(Kind).index(kind)
            and anchor.kind is not Kind.CHAPTER
        ):
            return ("first", anchor.key)
        raise OperationError(
            index,
            Message(
                f"A provision of the kind {kind} cannot stand after {after}.",
                f"{after}の後には、この種類（{kind}）の規定を置けません。",
            ),
        )

    def _last_of_chapter(self, chapter: Provision) -> str:
        """The last provision a chapter governs: a chapter put after a chapter comes behind it."""
        part = self.present.parent_of(chapter.key)
        assert part is not None
        below = part.children[part.children.index(chapter) + 1 :]
        governed = list(takewhile(lambda unit: unit.kind is not Kind.CHAPTER, below))
        return governed[-1].key if governed else chapter.key

    def structure(self) -> ArticlesOfIncorporation:
        """The proposed tree with its numbers, references not yet followed."""
        parts = [self._rebuilt(self.present.main)]
        for old in self.present.supplementary:
            part = self._rebuilt(old)
            # A part that has lost all it had is gone with its heading.
            if old.key not in self.at and (part.children or not old.children):
                parts.append(part)
        by_opener: list[Provision] = []
        for opener in self.new_parts:
            title = opener.part_title or usual_title(self.present)
            pieces = language_for(self.present.language).head_pieces(Kind.PART, None, title)
            units = (self._composed(opener, ()), *self._at(("after", opener.key), ()))
            part = Provision(Kind.PART, None, pieces, units, f"{opener.key}/part")
            part = with_blank_lines_of_parts(part, self.present)
            by_opener.append(self._counted(part, ()))
        made = [with_line_ends(part) for part in (*parts, *by_opener)]
        if by_opener:
            made = [*map(with_line_end, made[:-1]), made[-1]]
        return ArticlesOfIncorporation(self.present.language, made[0], tuple(made[1:]))

    def _rebuilt(self, provision: Provision) -> Provision:
        """A present provision with the operations below it carried out."""
        children: list[Provision] = list(self._at(("first", provision.key), provision.children))
        changed = bool(children)
        for child in provision.children:
            new = self._after_operation(child)
            changed = changed or new is not child
            if new is not None:
                children.append(new)
            put = self._at(("after", child.key), provision.children)
            changed = changed or bool(put)
            children.extend(put)
        if not changed:
            return provision
        if provision.kind is Kind.PART:
            children = list(with_usual_blank_lines(children, provision.children))
        return self._counted(replace(provision, children=tuple(children)), provision.children)

    def _after_operation(self, provision: Provision) -> Provision | None:
        match self.at.get(provision.key):
            case Move():
                return None
            case Delete(keep_number=False):
                return None
            case Delete():
                return self._as_deleted_placeholder(provision)
            case Replace() as operation:
                return self._replaced(provision, operation)
            case _:
                return self._rebuilt(provision)

    def _at(self, place: tuple[str, str], siblings: Sequence[Provision]) -> list[Provision]:
        """What the operations put at a place, in the order of the operations."""
        found: list[Provision] = []
        waiting = list(reversed(self.placed.get(place, ())))
        while waiting:
            operation = waiting.pop()
            if isinstance(operation, Move):
                present = self.present.by_key(operation.at)
                assert present is not None  # checked when the operation was entered
                found.append(self._rebuilt(present))
            else:
                found.append(self._composed(operation, siblings))
                # What is anchored on an insertion stands right behind it.
                waiting.extend(reversed(self.placed.get(("after", operation.key), ())))
        return found

    def _composed(self, insert: Insert, siblings: Sequence[Provision]) -> Provision:
        kind = Kind(insert.kind)
        model = nearest_sibling(kind, insert.after, siblings) or nearest_labelled(
            self.present, kind, self._anchored(insert.after)
        )
        content = ProvisionContent(kind, Number(1), insert.caption, insert.body, insert.key)
        return self._compose(content, model)

    def _compose(self, content: ProvisionContent, model: Provision | None) -> Provision:
        code = self.present.language
        return compose_provision(content, code, model=model, digits=self.digits)

    def _anchored(self, after: str) -> str:
        """The present provision that an insertion, or what it stands behind, is put after."""
        while after in self.inserts:
            after = self.inserts[after].after
        return after

    def _as_deleted_placeholder(self, provision: Provision) -> Provision:
        """Article 9 (Deleted): the number stays, caption and wording go. Of a chapter the title
        says so: 第５章　削除, CHAPTER V. Deleted."""
        said = language_for(self.present.language).DELETED_PLACEHOLDER
        is_chapter = provision.kind is Kind.CHAPTER
        content = ProvisionContent(
            provision.kind,
            provision.number,
            caption=bare_caption(said) if is_chapter else "",
            body="" if is_chapter else said,
            key=provision.key,
        )
        self.new_words.add(provision.key)
        return self._compose(content, model=provision)

    def _replaced(self, provision: Provision, operation: Replace) -> Provision:
        caption = provision.caption if operation.caption is None else operation.caption
        body = provision.body if operation.body is None else operation.body
        made = self._compose(
            ProvisionContent(provision.kind, provision.number, caption, body, provision.key),
            model=provision,
        )
        if operation.body is None:
            return replace(provision, pieces=made.pieces)
        return replace(
            made, children=match_children(made.children, provision.children, self.present.language)
        )

    def _counted(self, parent: Provision, present: Sequence[Provision]) -> Provision:
        numbers = numbered(parent.children, present, self.branches, self.moved)
        children = [
            self._relabelled(child, numbers.get(child.key, child.number))
            for child in parent.children
        ]
        return replace(parent, children=self._first_marked(children, present))

    def _relabelled(self, child: Provision, number: Number | None) -> Provision:
        if number is None or (number == child.number and child.key not in self.inserts):
            return child
        if child.label:
            mark = language_for(self.present.language).relabel(child.label, number, self.digits)
            child = child.with_piece(PieceRole.LABEL, mark)
        elif child.kind is Kind.PARAGRAPH and number != Number(1):
            child = self._marked(child, number)
        return self._sections_under(replace(child, number=number))

    def _marked(self, paragraph: Provision, number: Number) -> Provision:
        like = nearest_labelled(self.present, Kind.PARAGRAPH, self._anchored(paragraph.key))
        return with_number(paragraph, number, like, self.present.language, self.digits)

    def _first_marked(
        self, children: Sequence[Provision], present: Sequence[Provision]
    ) -> tuple[Provision, ...]:
        """The children with the first paragraph marked as the first one was, or, where a lone
        paragraph gets company, as in the other articles of several."""
        old = [each for each in present if each.kind is Kind.PARAGRAPH]
        new = [each for each in children if each.kind is Kind.PARAGRAPH]
        if not new or not old or new[0].number != Number(1):
            return tuple(children)
        is_marked = bool(old[0].label) or (len(old) == 1 < len(new) and self.marks_first)
        if bool(new[0].label) is is_marked:
            return tuple(children)
        first = self._marked(new[0], Number(1)) if is_marked else without_number(new[0], old[0])
        return tuple(first if each is new[0] else each for each in children)

    def _sections_under(self, article: Provision) -> Provision:
        """ "Section 4.6" says its article's number too."""
        if not any(child.kind is Kind.SECTION for child in article.children):
            return article
        language = language_for(self.present.language)
        children = tuple(
            child.with_piece(PieceRole.LABEL, language.within(child.label, article.number))
            if child.kind is Kind.SECTION and article.number
            else child
            for child in article.children
        )
        return replace(article, children=children)


def _no_such(key: str) -> Message:
    return Message(f"There is no provision {key}.", f"{key}という規定はありません。")
