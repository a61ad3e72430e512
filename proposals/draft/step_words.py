"""What a step of a draft did, in words, with the differences of the wording."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from governance.models.languages import ArticlesLanguage
from governance.papers.dates import LanguageCode
from governance.text.comparing.span import Span
from governance.text.comparing.underline import as_one_span, underline
from governance.text.languages import language_for
from governance.text.naming import full_title
from proposals.draft import live_numbers
from proposals.draft.derive import Draft
from proposals.draft.operations import key_of
from proposals.draft.versions import apply_changes
from proposals.models import Change, DecidedCitation, DraftStep, Proposal, Reason

_WORDS = ("caption", "body")
_PLACE = ("anchor_article_id", "anchor_part_id", "anchor_change_id", "position", "new_part")


_ACTS: Mapping[str, Promise] = {
    "reason.added": gettext_lazy("Reason written"),
    "reason.saved": gettext_lazy("Reason changed"),
    "reason.removed": gettext_lazy("Reason removed"),
    "reason.shifted": gettext_lazy("Reasons put in another order"),
    "reason.covers": gettext_lazy("Changes covered by another reason"),
    "consequences.accepted": gettext_lazy("Consequences accepted"),
    "draft.copied": gettext_lazy("Copied from another proposal"),
    "dates.set": gettext_lazy("Dates set"),
    "titles.set": gettext_lazy("Title changed"),
    "board_authority.set": gettext_lazy("Stated why the board may decide alone"),
}
"""What steps did that are named by their act alone."""


@dataclass(frozen=True)
class TextDifference:
    """A text before and after a step, by lines, with what differs in it."""

    language: LanguageCode
    before: list[tuple[Span, ...]]
    after: list[tuple[Span, ...]]

    @property
    def label(self) -> ArticlesLanguage:
        """The language as a person calls it."""
        return ArticlesLanguage(self.language)


@dataclass(frozen=True)
class StepRecord:
    """A row before and after a step, None where it was not there."""

    model: type[Change] | type[Reason] | type[Proposal]
    before: Any
    after: Any

    @property
    def row(self) -> Any:
        return self.after or self.before

    def differs(self, *names: str) -> bool:
        """Whether any of these fields was changed, in a row that was there before and after."""
        both = self.before is not None and self.after is not None
        return both and any(getattr(self.before, n) != getattr(self.after, n) for n in names)


def records_by_step(proposal: Proposal) -> Mapping[int, list[StepRecord]]:
    """What each step wrote, by its key; a query for each kind of row."""
    found: dict[int, list[StepRecord]] = defaultdict(list)
    for model in (Change, Reason, Proposal):
        history: Any = model.history
        own = {"id": proposal.pk} if model is Proposal else {"proposal_id": proposal.pk}
        last: dict[int, Any] = {}
        made: dict[tuple[int, int], tuple[Any, Any]] = {}
        for record in history.filter(**own).order_by("history_id"):
            step = int(record.history_change_reason or 0)
            standing = None if record.history_type == "-" else record
            before = made[step, record.id][0] if (step, record.id) in made else last.get(record.id)
            made[step, record.id] = (before, standing)
            last[record.id] = standing
        for (step, _pk), (before, after) in made.items():
            if step:
                found[step].append(StepRecord(model, before, after))
    return found


def step_sentence(
    step: DraftStep, by_step: Mapping[int, Sequence[StepRecord]], drafted: Draft
) -> str:
    """What the step did: "Amended: Article 14 (Chairman)", "Dates set"."""
    if step.of is not None:
        what = {"what": step_sentence(step.of, by_step, drafted)}
        undone = step.act == "step.undone"
        return (_("Undone: %(what)s") if undone else _("Done again: %(what)s")) % what
    if step.other is not None:
        return _sentence_of_two(step.act) % {"number": step.other.number}
    records = by_step.get(step.pk, ())
    changes = [each for each in records if each.model is Change]
    if step.act in _ACTS:
        return str(_ACTS[step.act])
    if step.act == "underlines.set":
        return _("Underlined by hand: %(name)s") % {"name": _underlined_name(records, drafted)}
    if step.act == "citation.decided":
        # Few steps decide on a citation: only these are asked for.
        history: Any = DecidedCitation.history
        decided = history.filter(history_change_reason=str(step.pk)).order_by("history_id")
        cited = {"citation": ", ".join(dict.fromkeys(one.citation for one in decided))}
        return _("Decided whose a citation is: %(citation)s") % cited
    return _sentence_of_changes(step, changes, drafted) if changes else _("Changed")


def _sentence_of_two(act: str) -> str:
    """What a step did with another proposal of the meeting."""
    return {
        "proposal.split": _("Split: a part became Proposal No. %(number)d"),
        "proposal.split_off": _("Split off from Proposal No. %(number)d"),
        "proposal.joined": _("Joined with Proposal No. %(number)d"),
    }[act]


def _sentence_of_changes(step: DraftStep, changes: Sequence[StepRecord], drafted: Draft) -> str:
    if step.act == "change.kept":
        name = {"name": _name(changes[0].row, drafted)}
        return _("Kept over a changed present wording: %(name)s") % name
    if step.act == "words.replaced":
        return ngettext(
            "Words replaced in %(count)d article",
            "Words replaced in %(count)d articles",
            len(changes),
        ) % {"count": len(changes)}
    if step.act == "suggestion.taken":
        return _("Suggestion taken over: %(name)s") % {"name": _name(changes[0].row, drafted)}
    first = next((one for one in changes if not one.before or not one.after), changes[0])
    return _change_sentence(first) % {"name": _name(first.row, drafted)}


def _change_sentence(record: StepRecord) -> str:
    if record.before is None:
        return {
            Change.Operation.INSERT: _("Inserted: %(name)s"),
            Change.Operation.REPLACE: _("Amended: %(name)s"),
            Change.Operation.DELETE: _("Deleted: %(name)s"),
            Change.Operation.MOVE: _("Moved: %(name)s"),
        }[record.after.operation]
    if record.after is None:
        return _("Taken back: %(name)s")
    if record.differs(*(f"{name}_{code}" for name in _WORDS for code in ("ja", "en"))):
        return _("Words changed: %(name)s")
    if record.differs(*_PLACE):
        return _("Moved: %(name)s")
    if record.differs("reason_id"):
        return _("Reason chosen: %(name)s")
    return _("Days or numbering changed: %(name)s")


def _underlined_name(records: Sequence[StepRecord], drafted: Draft) -> str:
    """The article whose underlines a step set or took back."""
    for record in records:
        before, after = (one.underlines if one else [] for one in (record.before, record.after))
        for one in (*after, *before):
            if (one in after) != (one in before):
                return _name_by_key(one["key"], drafted)
    return ""


def _name(row: Any, drafted: Draft) -> str:
    """What the change is about, as it is called now; by its caption where it is gone."""
    if name := _name_by_key(key_of(row.instance), drafted):
        return name
    caption: str = row.caption_en or row.caption_ja or ""
    return caption or (row.body_en or row.body_ja or "")[:30]


def _name_by_key(key: str, drafted: Draft) -> str:
    for articles in (drafted.present, drafted.proposed):
        if found := articles.by_key(key):
            return full_title(found, articles)
    return ""


def text_differences(records: Sequence[StepRecord], drafted: Draft) -> Iterator[TextDifference]:
    """The texts that a step changed: those of changes and of reasons, in each language."""
    for record in records:
        if record.model is Proposal:
            continue
        names = _WORDS if record.model is Change else ("body",)
        for code in drafted.proposal.company.languages:
            sides = [
                "\n".join(
                    filter(None, (_text(side, record, f"{one}_{code}", drafted) for one in names))
                )
                for side in (record.before, record.after)
            ]
            if sides[0] != sides[1]:
                yield text_difference(code, *sides)


def _text(side: Any, record: StepRecord, field: str, drafted: Draft) -> str:
    """A text of a row before or after; where a change gives none, the present one stands."""
    text: str | None = getattr(side, field) if side else None
    if text and record.model is Reason:
        language: LanguageCode = "ja" if field.endswith("ja") else "en"
        return live_numbers.render(text, apply_changes(drafted.rows, language), language)
    if text is None and record.model is Change and record.row.target_id:
        name, _sign, code = field.partition("_")
        standing = drafted.rows.present(code).by_key(key_of(record.row.instance))
        return getattr(standing, name) if standing else ""
    return text or ""


def text_difference(code: LanguageCode, before: str, after: str) -> TextDifference:
    """The two texts by lines, with what differs in them."""
    old, new = ([line for line in text.split("\n") if line] for text in (before, after))
    sides: tuple[list[tuple[Span, ...]], list[tuple[Span, ...]]] = ([], [])
    for place in range(max(len(old), len(new))):
        was, now = (lines[place] if place < len(lines) else "" for lines in (old, new))
        if was == now:
            spans = as_one_span(was, False), as_one_span(now, False)
        elif was and now:
            spans = underline(was, now, language_for(code))
        else:
            spans = as_one_span(was, True), as_one_span(now, True)
        for side, own in zip(sides, spans, strict=True):
            side.append(own)
    return TextDifference(code, [one for one in sides[0] if one], [one for one in sides[1] if one])
