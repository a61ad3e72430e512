"""What became of a citation, and why: as data, its sentence made where it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from governance.text.language import Reference
from governance.text.message import Message

KEPT, FOLLOWED, SHIFTED, BROKEN = "kept", "followed", "shifted", "broken"
EXTERNAL, PAST, UNSURE = "external", "past", "unsure"
LEFT = frozenset({KEPT, EXTERNAL, PAST, UNSURE})  # outcomes that change no word
_NO_NAME = Message("", "")


class Cause(Enum):
    """Why a citation became what it became."""

    SAME = auto()
    """It still names the same."""
    ALL_BEFORE = auto()
    """It names all that stand before it, whatever they are."""
    OLD_PART = auto()
    """It stands in older supplementary provisions."""
    OTHER_LAW = auto()
    EARLIER_TIME = auto()
    OWNER_UNSURE = auto()
    NOT_THERE = auto()
    """It named nothing before either."""
    NOTHING_BEFORE = auto()
    """It names all that stand before it, and nothing does."""
    DELETED = auto()
    RENUMBERED = auto()
    WOULD_SHIFT = auto()
    """It would name something else, and is cited by number."""
    TYPED_WOULD_SHIFT = auto()
    """The same of wording that was typed for these amendments."""
    AS_TYPED = auto()
    """It was typed, and names what its words say in the proposed articles."""
    TYPED_NOT_THERE = auto()
    """It was typed, and names nothing in the proposed articles."""
    NEW_GONE = auto()
    """It names a new provision that was taken back."""
    RANGE_PARTED = auto()
    """It is a range whose provisions no longer stand together."""
    RANGE_OF_ONE = auto()
    """It is a range, or names all before it, and one provision is left of what it covered."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause with what it speaks of: the words `cited`, the name of their owner, what the
    provision was called and is called then."""

    cause: Cause
    cited: str
    is_several: bool = False
    owner: str = ""
    was: Message = _NO_NAME
    now: Message = _NO_NAME

    @property
    def sentence(self) -> Message:
        """It in a sentence."""
        return _sentence(self)


def explanation_of(reference: Reference, cause: Cause, was: Message = _NO_NAME) -> Explanation:
    """Why a citation as a whole became what it became."""
    is_several = reference.verb("names", "name") == "name"
    return Explanation(cause, reference.text, is_several, reference.owner.name, was)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What became of one citation: its place in the proposed articles, the words before and
    after, and why."""

    at: str
    key: str
    outcome: str
    before: str
    after: str
    explanations: tuple[Explanation, ...]
    is_typed: bool = False
    """Whether it stands in wording that was given."""

    @property
    def why(self) -> Message:
        """The explanations in sentences."""
        return in_sentences(self.explanations)


def in_sentences(explanations: tuple[Explanation, ...]) -> Message:
    """Several explanations, a sentence each."""
    sentences = [each.sentence for each in explanations]
    return Message(" ".join(each.en for each in sentences), "".join(each.ja for each in sentences))


def _sentence(explanation: Explanation) -> Message:
    cited, was, now = explanation.cited, explanation.was, explanation.now
    match explanation.cause:
        case Cause.RENUMBERED:
            return Message(f"{was.en} becomes {now.en}.", f"{was.ja}が{now.ja}になるためです。")
        case Cause.WOULD_SHIFT:
            return Message(
                f"{cited} meant {was.en} and would now name another provision, "
                "so it is cited by its number.",
                f"「{cited}」は{was.ja}を指していましたが、変更後は別の規定を指すことになるため、"
                "条番号による引用に改めます。",
            )
        case Cause.TYPED_WOULD_SHIFT:
            return Message(
                f"{cited} was typed for what is {now.en} and would now name another provision, "
                "so it is cited by its number.",
                f"「{cited}」は{now.ja}を指すものとして入力されましたが、変更後は別の規定を指すことに"
                "なるため、条番号による引用に改めます。",
            )
        case Cause.RANGE_OF_ONE:
            return Message(
                f"What {cited} covered is {now.en} alone, which is cited by itself.",
                f"「{cited}」に当たるのは{now.ja}のみであるため、単独の引用に改めます。",
            )
        case Cause.SAME | Cause.ALL_BEFORE | Cause.OLD_PART | Cause.AS_TYPED:
            return _why_kept(explanation)
        case Cause.OTHER_LAW | Cause.EARLIER_TIME | Cause.OWNER_UNSURE:
            return _whose(explanation)
        case _:
            return _why_broken(explanation)


def _why_kept(explanation: Explanation) -> Message:
    cited, verb = explanation.cited, "name" if explanation.is_several else "names"
    match explanation.cause:
        case Cause.OLD_PART:
            return Message(
                f"{cited} stands in older supplementary provisions, which cite the "
                "numbers of their own time.",
                f"「{cited}」は従前の附則にあり、附則は制定当時の条番号を引用しているため変えません。",
            )
        case Cause.ALL_BEFORE:
            return Message(
                f"{cited} {verb} all that stand before it.",
                f"「{cited}」は、その前にあるものすべてを指します。",
            )
        case Cause.AS_TYPED:
            return Message(
                f"{cited} is newly typed, and {verb} what it says in the proposed articles.",
                f"「{cited}」は新たに入力された引用で、変更後の定款の規定をそのまま指します。",
            )
        case _:
            return Message(
                f"{cited} still {verb} the same provision.",
                f"「{cited}」は引き続き同じ規定を指します。",
            )


def _why_broken(explanation: Explanation) -> Message:
    cited, verb = explanation.cited, "name" if explanation.is_several else "names"
    match explanation.cause:
        case Cause.DELETED:
            return Message(
                f"{cited} {verb} present {explanation.was.en}, which is deleted.",
                f"「{cited}」が指す現行の{explanation.was.ja}は削除されます。",
            )
        case Cause.NOTHING_BEFORE:
            return Message(
                f"{cited} {verb} nothing any more: nothing stands before it.",
                f"「{cited}」より前に何もなくなるため、指すものがありません。",
            )
        case Cause.TYPED_NOT_THERE:
            return Message(
                f"{cited} {verb} no provision of the proposed articles.",
                f"「{cited}」に当たる規定は変更後の定款にありません。",
            )
        case Cause.NEW_GONE:
            return Message(
                f"{cited} {verb} a new provision that is there no more.",
                f"「{cited}」が指していた新設の規定はなくなりました。",
            )
        case Cause.RANGE_PARTED:
            return Message(
                f"What {cited} covered no longer stands together: say anew what is meant.",
                f"「{cited}」の範囲の規定は連続しなくなります。引用を改めてください。",
            )
        case _:
            return Message(
                f"{cited} {verb} no provision of the present articles.",
                f"「{cited}」に当たる規定は現行の定款にありません。",
            )


def _whose(explanation: Explanation) -> Message:
    cited, owner = explanation.cited, explanation.owner
    match explanation.cause:
        case Cause.EARLIER_TIME:
            return Message(
                f"{cited} is of an earlier time ({owner}).",
                f"「{cited}」は、過去の規定（{owner}）です。",
            )
        case Cause.OWNER_UNSURE:
            return Message(
                f"{cited} may be of “{owner}” or of these articles: it is left as it is.",
                f"「{cited}」は「{owner}」の規定か、この定款の規定か分からないため、変えません。",
            )
        case _:
            return Message(f"{cited} belongs to {owner}.", f"「{cited}」は{owner}の規定です。")
