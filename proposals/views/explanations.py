"""Why a row reads as it does: each derived thing in a sentence, with what can be chosen instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from governance.templatetags.interface import localized_message, long_date
from governance.text.citations.consequence import BROKEN
from governance.text.naming import label
from governance.text.table.rows import Row
from governance.text.tree.keys import unit_key
from governance.text.tree.provision import Provision
from proposals.draft.citation_choices import CitationChoices, CitationStyle, citation_choices
from proposals.draft.derive import Draft
from proposals.draft.uncertain import UncertainCitation, uncertain_citations
from proposals.editing.choices import citation_name
from proposals.models import Change
from proposals.models.decided_citation import DecidedOwner
from proposals.views.rows import name_by_key

Operation, Numbering = Change.Operation, Change.Numbering
MOST_CAUSES = 3


@dataclass(frozen=True)
class Choice:
    """What can be chosen instead: an act of the table with its values."""

    label: str
    act: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explained:
    """A derived thing, why it is so, and the choices; `words` are of the articles."""

    about: str
    sentence: str
    words: str = ""
    choices: tuple[Choice, ...] = ()


def explanations(draft: Draft, key: str) -> list[Explained]:
    """All that is derived in the row of the provision of identity `key`."""
    row = _row_of(draft, key)
    return [
        *(_about_row(draft, row, key) if row else ()),
        *_about_number(draft, key),
        *(_about_underlines(row) if row else ()),
        *(_about_citation(one) for one in citation_choices(draft, key) if _is_told(one)),
        *_about_uncertain(draft, key),
        *_about_days(draft, key),
    ]


def _row_of(draft: Draft, key: str) -> Row | None:
    found = [one for one in draft.table.rows if key in map(unit_key, one.proposed.keys)]
    found += [one for one in draft.table.rows if key in map(unit_key, one.present.keys)]
    return next(iter(found), None)


def _about_row(draft: Draft, row: Row, key: str) -> Iterator[Explained]:
    style, about = draft.table.style, _("Row")
    change = draft.changes.get(key)
    if row.kind == "inserted" and not row.moved:
        sentence = _("The present articles have no such provision; “%(label)s” says so.")
        told = sentence % {"label": style.inserted_label}
        yield Explained(about, told, choices=tuple(_pairs(draft, row, key)))
    elif row.kind == "deleted" and not row.moved:
        sentence = _("The proposed articles have it no more; “%(label)s” says so.")
        yield Explained(about, sentence % {"label": style.deleted_label})
    elif row.moved:
        yield Explained(about, _("It is moved, and so it stands in two rows, at either place."))
    elif row.kind == "renumbered":
        sentence = _("Nothing changes but the number; “%(label)s” stands for the words.")
        yield Explained(about, sentence % {"label": style.unchanged_label})
    elif row.kind == "amended" and row.proposed.keys and _is_separable(change):
        separate = Choice(_("A deleted and a new article instead"), "separate", {"key": key})
        sentence = _("It is the same article before and after, in other words.")
        yield Explained(about, sentence, choices=(separate,))
    elif not row.shown:
        yield Explained(about, _("Nothing changes here, and so it is not printed."))
    elif row.kind == "unchanged":
        sentence = _("Nothing changes here; “%(label)s” stands for the words.")
        yield Explained(about, sentence % {"label": style.unchanged_label})


def _is_separable(change: Change | None) -> bool:
    return change is not None and change.operation == Operation.REPLACE and not change.expires_on


def _pairs(draft: Draft, row: Row, key: str) -> Iterator[Choice]:
    """The deleted articles beside a new one, of which it may be the new wording."""
    rows = draft.table.rows
    place = rows.index(row)
    for one in rows[max(0, place - 1) : place + 2]:
        deleted = unit_key(one.key)
        if one.kind == "deleted" and not one.moved and deleted in draft.changes:
            name = {"name": name_by_key(draft, deleted, first="present")}
            text = _("The new wording of %(name)s instead") % name
            yield Choice(text, "join", {"new": key, "deleted": deleted})


def _about_number(draft: Draft, key: str) -> Iterator[Explained]:
    before, after = draft.present.by_key(key), draft.proposed.by_key(key)
    change = draft.changes.get(key)
    about = _("Number")
    if change is not None and change.operation in (Operation.INSERT, Operation.DELETE):
        yield from _about_given_number(change, key, before or after)
    elif before and after and label(before) != label(after):
        causes = _causes(draft, key)
        named = {"before": label(before), "after": label(after)}
        told = _("%(before)s becomes %(after)s.") % named
        if causes:
            names = ", ".join(name_by_key(draft, one) for one, _change in causes[:MOST_CAUSES])
            more = len(causes) - MOST_CAUSES
            names += _(" and %(count)d more") % {"count": more} if more > 0 else ""
            told = _("%(before)s becomes %(after)s, because of %(causes)s.") % {
                **named,
                "causes": names,
            }
        choices = tuple(
            Choice(
                _("A branch number for %(name)s instead") % {"name": name_by_key(draft, one)},
                "numbering",
                {"key": one, "numbering": Numbering.BRANCH},
            )
            for one, cause in causes[:MOST_CAUSES]
            if cause.operation == Operation.INSERT
        )
        yield Explained(about, told, choices=choices)


def _about_given_number(change: Change, key: str, unit: Provision | None) -> Iterator[Explained]:
    if unit is None or unit.number is None:
        return
    told = {
        (Operation.INSERT, Numbering.RENUMBER): _("It takes the next number; what follows moves."),
        (Operation.INSERT, Numbering.BRANCH): _("It has a branch number; no other number moves."),
        (Operation.DELETE, Numbering.RENUMBER): _("Its number is given up; what follows moves."),
        (Operation.DELETE, Numbering.KEEP): _("Its number is kept; no other number moves."),
    }[Operation(change.operation), Numbering(change.numbering)]
    others = {
        (Operation.INSERT, Numbering.RENUMBER): (_("A branch number instead"), Numbering.BRANCH),
        (Operation.DELETE, Numbering.RENUMBER): (_("Keep the number instead"), Numbering.KEEP),
    }
    text, other = others.get(
        (Operation(change.operation), Numbering(change.numbering)),
        (_("Renumber what follows instead"), Numbering.RENUMBER),
    )
    choice = Choice(text, "numbering", {"key": key, "numbering": other})
    yield Explained(_("Number"), told, choices=(choice,))


def _causes(draft: Draft, key: str) -> list[tuple[str, Change]]:
    """The changes before a provision that move its number, by the identities they are about."""
    found: dict[str, Change] = {}
    for row in draft.table.rows:
        keys = [unit_key(one) for one in (*row.proposed.keys, *row.present.keys)]
        if key in map(unit_key, row.proposed.keys):
            break
        for one in keys:
            change = draft.changes.get(one)
            if change is None or change.operation == Operation.REPLACE:
                continue
            if change.numbering == Numbering.RENUMBER:
                found[one] = change
    return [*found.items()]


def _about_underlines(row: Row) -> Iterator[Explained]:
    sentences = {
        "inserted": _("All of it is new, and so all of it is underlined."),
        "deleted": _("All of it goes, and so all of it is underlined."),
        "amended": _("Underlined is what the other side does not say: whole words and terms."),
        "renumbered": _("Underlined are the numbers that change."),
    }
    if row.kind in sentences:
        yield Explained(_("Underlines"), sentences[row.kind])


def _is_told(one: CitationChoices) -> bool:
    consequence = one.consequence
    is_changed = consequence is not None and consequence.before != consequence.after
    is_broken = consequence is not None and consequence.outcome == BROKEN
    return bool(one.forms) or is_changed or is_broken


def _about_citation(one: CitationChoices) -> Explained:
    labels = {
        CitationStyle.KEEP: _("Keep “%(words)s”"),
        CitationStyle.NUMBER: _("By number: “%(words)s”"),
        CitationStyle.RELATIVE: _("By place: “%(words)s”"),
    }
    choices = tuple(
        Choice(
            labels[style] % {"words": words},
            "reword",
            {"citation": citation_name(one), "style": style},
        )
        for style, words in one.forms
    )
    words, told = one.words, _("It names what its words say.")
    if one.consequence is not None:
        told = localized_message(one.consequence.why)
        if one.consequence.before != one.consequence.after:
            words = f"{one.consequence.before} → {one.consequence.after}"
    return Explained(_("Citation"), told, words, choices)


def _about_uncertain(draft: Draft, key: str) -> Iterator[Explained]:
    for one in uncertain_citations(draft.rows, draft.language):
        if unit_key(one.citation.at) == key:
            yield Explained(
                _("Whose citation"), _whose(one), one.citation.citation, tuple(_owners(one))
            )


def _whose(one: UncertainCitation) -> str:
    if one.decision is not None:
        decided = {"whose": one.decision.get_whose_display(), "who": str(one.decision.by)}
        return _("%(whose)s: decided by %(who)s.") % decided
    return _("It may be of these articles or of another document.")


def _owners(one: UncertainCitation) -> Iterator[Choice]:
    labels = {DecidedOwner.OURS: _("Ours"), DecidedOwner.OTHER: _("Another document’s")}
    decided = one.decision.whose if one.decision else ""
    for whose, text in labels.items():
        if whose != decided:
            yield Choice(text, "whose", {"name": one.name, "whose": whose})
    if decided:
        yield Choice(_("Take back"), "whose", {"name": one.name, "whose": ""})


def _about_days(draft: Draft, key: str) -> Iterator[Explained]:
    change = draft.changes.get(key)
    if change is None:
        return
    own, common = change.effective_on, draft.proposal.effective_on
    if own:
        day = {"day": long_date(own)}
        yield Explained(_("Day"), _("It takes effect on %(day)s, a day of its own.") % day)
    elif common:
        day = {"day": long_date(common)}
        sentence = _("It takes effect on %(day)s, the day of the whole proposal.")
        yield Explained(_("Day"), sentence % day)
    if change.expires_on:
        day = {"day": long_date(change.expires_on)}
        yield Explained(_("Day"), _("It expires on %(day)s.") % day)
