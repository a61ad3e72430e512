"""Whether the board may decide a proposal alone: what Articles 184, 191 and 195 of the Companies
Act allow, and nothing besides.
"""

from collections.abc import Iterator
from dataclasses import replace

from governance.text.finding import ERROR, NOTICE, Finding
from governance.text.message import Message
from governance.text.tree.places import Places
from governance.text.tree.provision import Provision
from proposals.draft.amounts import amounts, without_amounts
from proposals.draft.operations import key_of
from proposals.draft.place_names import place_name
from proposals.draft.versions import PresentAndProposed
from proposals.models import Change, Proposal
from proposals.models.board_authority import BoardSection

BOARD_AUTHORITY = "board-authority"
"""The key of a finding that is about no provision."""
_LARGEST_UNIT = 1000
_UNITS_ISSUED_AT_LEAST = 200
_NUMBER_ONLY = {
    BoardSection.AUTHORISED_SHARES: Message("the number of authorised shares", "発行可能株式総数"),
    BoardSection.UNIT_AT_SPLIT: Message("the number of shares per unit", "単元株式数"),
    BoardSection.UNIT_LOWERED: Message("the number of shares per unit", "単元株式数"),
}


def check_board_authority(proposal: Proposal, versions: PresentAndProposed) -> tuple[Finding, ...]:
    """What speaks against a decision by the board alone; () where a general meeting decides."""
    if not proposal.meeting.is_of_board:
        return ()
    if not proposal.board_section:
        return (
            _finding(
                "board-authority-missing",
                "No provision is stated that lets the Board of Directors amend the articles alone"
                " (Companies Act, Articles 184, 191, 195); otherwise a general meeting decides"
                " (Article 466).",
                "取締役会のみで定款を変更できる根拠（会社法第184条第2項・第191条・第195条第1項）が"
                "入力されていません。これらのほかは株主総会の決議が必要です（会社法第466条）。",
            ),
        )
    section = BoardSection(proposal.board_section)
    return (
        *_NUMBERS[section](proposal, section),
        *_beyond(proposal, versions, section),
        *_not_written(proposal, versions),
    )


def _authorised(proposal: Proposal, section: BoardSection) -> Iterator[Finding]:
    """Companies Act, Article 184, Paragraph 2: at a split, by at most its ratio, and only where one
    class has been issued.
    """
    if not proposal.board_one_class:
        yield _refused(
            section,
            "Only a company that has issued shares of one class may do so; say that it has.",
            "現に2以上の種類の株式を発行している会社には認められません。1種類のみであることを"
            "確認してください。",
        )
    old, new = proposal.board_number_before, proposal.board_number_after
    before, after = proposal.board_shares_before, proposal.board_shares_after
    if not (old and new and before and after):
        yield _incomplete(section)
        return
    most = old * after // before
    if not old < new <= most:
        yield _refused(
            section,
            f"At this split the number may be raised to at most {most:,} ({old:,} × {after:,} ÷"
            f" {before:,}); {new:,} needs a general meeting.",
            f"この株式分割では{most:,}株（{old:,}×{after:,}÷{before:,}）までの増加に限られます。"
            f"{new:,}株とするには株主総会の決議が必要です。",
        )


def _unit_at_split(proposal: Proposal, section: BoardSection) -> Iterator[Finding]:
    """Companies Act, Article 191: with a split, so that nobody's number of units falls; Article
    188, Paragraph 2 and Rules, Article 34: at most 1,000 and one 200th of the issued shares.
    """
    old, new = proposal.board_number_before or 1, proposal.board_number_after
    before, after = proposal.board_shares_before, proposal.board_shares_after
    if not (new and before and after):
        yield _incomplete(section)
        return
    if not old < new or new * before > old * after:
        most = old * after // before
        yield _refused(
            section,
            f"At this split the unit may be raised to at most {most:,}, so that nobody has fewer"
            f" units ({old:,} × {after:,} ÷ {before:,}); {new:,} needs a general meeting.",
            "各株主の単元数が減少しないことが必要で、この株式分割では"
            f"{most:,}株（{old:,}×{after:,}÷{before:,}）までに限られます。"
            f"{new:,}株とするには株主総会の決議が必要です。",
        )
    if new > _LARGEST_UNIT or new * _UNITS_ISSUED_AT_LEAST > after:
        yield _finding(
            "board-unit-too-large",
            f"A unit has at most {_LARGEST_UNIT:,} shares and at most one 200th of the issued"
            f" shares ({after:,}); {new:,} is more (Companies Act, Article 188, Paragraph 2).",
            f"1単元の株式数は{_LARGEST_UNIT:,}株および発行済株式総数（{after:,}株）の200分の1を"
            f"超えることができません（会社法第188条第2項）。",
        )


def _unit_lowered(proposal: Proposal, section: BoardSection) -> Iterator[Finding]:
    """Companies Act, Article 195: the unit is lowered or abolished; the shareholders are then
    notified, or notice is given in public.
    """
    old, new = proposal.board_number_before, proposal.board_number_after
    if not old:
        yield _incomplete(section)
        return
    if new is not None and not 0 < new < old:
        yield _refused(
            section,
            f"The unit may be lowered below {old:,} or abolished; {new:,} needs a general meeting.",
            f"単元株式数{old:,}株の減少または廃止に限られます。"
            f"{new:,}株とするには株主総会の決議が必要です。",
        )
        return
    yield replace(
        _finding(
            "board-unit-notice",
            "Once it has taken effect the shareholders are notified, or notice is given in public,"
            " without delay (Companies Act, Article 195, Paragraphs 2 and 3).",
            "効力発生日以後遅滞なく、株主に対する通知または公告が必要です"
            "（会社法第195条第2項・第3項）。",
        ),
        severity=NOTICE,
    )


_NUMBERS = {
    BoardSection.AUTHORISED_SHARES: _authorised,
    BoardSection.UNIT_AT_SPLIT: _unit_at_split,
    BoardSection.UNIT_LOWERED: _unit_lowered,
}


def _beyond(
    proposal: Proposal, versions: PresentAndProposed, section: BoardSection
) -> Iterator[Finding]:
    """Each change of more than the one number (Companies Act, Article 466)."""
    sides = [Places(versions.present), Places(versions.proposed)]
    for change in versions.placed:
        key = key_of(change)
        if _is_of_number(change, proposal, versions):
            continue
        what, law = _NUMBER_ONLY[section], section.law
        found = _finding(
            "board-beyond-authority",
            f"it changes more than {what.en}, which alone the board may change ({law.en}); the rest"
            " needs a general meeting (Article 466).",
            f"取締役会のみで変更できるのは{what.ja}に限られます（{law.ja}）。"
            "その他の変更には株主総会の決議が必要です（会社法第466条）。",
        )
        yield replace(found, key=key, place=place_name(key, sides))


def _is_of_number(change: Change, proposal: Proposal, versions: PresentAndProposed) -> bool:
    """Whether it changes nothing but the number that the board may change."""
    section = BoardSection(proposal.board_section)
    old, new = proposal.board_number_before, proposal.board_number_after
    key = key_of(change)
    before, after = versions.present.by_key(key), versions.proposed.by_key(key)
    if change.operation == Change.Operation.DELETE:
        is_abolished = section is BoardSection.UNIT_LOWERED and new is None
        return is_abolished and before is not None and old is not None and _names(before, old)
    if after is None or new is None:
        return False
    if change.operation == Change.Operation.INSERT:
        is_introduced = old is None
        return section is BoardSection.UNIT_AT_SPLIT and is_introduced and _names(after, new)
    if change.operation != Change.Operation.REPLACE or before is None:
        return False
    was, now = before.written(), after.written()
    return without_amounts(was) == without_amounts(now) and amounts(was) ^ amounts(now) == {
        old,
        new,
    }


def _not_written(proposal: Proposal, versions: PresentAndProposed) -> Iterator[Finding]:
    """A number that was stated and stands in none of the changed provisions."""
    keys = [key_of(change) for change in versions.placed]
    for number, articles, en, ja in (
        (proposal.board_number_before, versions.present, "present", "現行"),
        (proposal.board_number_after, versions.proposed, "proposed", "変更後の"),
    ):
        units = [unit for key in keys if (unit := articles.by_key(key)) is not None]
        if number is None or not units or any(_names(unit, number) for unit in units):
            continue
        yield _finding(
            "board-number-not-written",
            f"The number {number:,} stands in none of the {en} provisions that are changed.",
            f"{number:,}という数は、変更する{ja}規定のいずれにもありません。",
        )


def _names(provision: Provision, number: int) -> bool:
    return number in amounts(provision.written())


def _incomplete(section: BoardSection) -> Finding:
    return _finding(
        "board-numbers-missing",
        f"The numbers that {section.law.en} asks about are not all stated.",
        f"{section.law.ja}の要件を確認するための数がすべて入力されていません。",
    )


def _refused(section: BoardSection, en: str, ja: str) -> Finding:
    law = section.law
    return _finding("board-may-not-decide", f"{en} ({law.en})", f"{ja}（{law.ja}）")


def _finding(code: str, en: str, ja: str) -> Finding:
    return Finding(code, ERROR, "proposed", "", Message(en, ja), BOARD_AUTHORITY)
