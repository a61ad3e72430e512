"""Which matters of the commercial register an amendment touches (Companies Act, Article 911(3)).

Matters are found by the caption of a changed provision, and those that a provision brings by what
it says, as a list of organs does, by the lines that differ. What is not found is for a person to
look through: a list is never said to be complete.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from governance.papers.dates import LanguageCode
from governance.text.message import Message
from governance.text.tree.provision import Provision


@dataclass(frozen=True)
class Matter:
    """A matter that is registered; `captions` and `words` are patterns by language."""

    item: str
    """Of Article 911(3): "(i)"."""
    item_ja: str
    """「第1号」."""
    name: Message
    captions: Message
    words: Message | None = None
    """What a provision says that brings it or takes it away, whatever its caption."""

    def cited(self, language: LanguageCode) -> str:
        """ "(3)(xii-2)", 「第12号の2」."""
        return self.item_ja if language == "ja" else f"911(3){self.item}"


_NOTICE = Message(r"public notices?\b", "公告")
_NO_CAPTION = Message("(?!)", "(?!)")
"""For what is told by no caption: it matches nothing."""
MATTERS = (
    Matter(
        "(i)",
        "第1号",
        Message("Objects", "目的"),
        Message("^(objects?|purposes?)( of the company)?$", "^(事業の)?目的$"),
    ),
    Matter(
        "(ii)",
        "第2号",
        Message("Trade name", "商号"),
        Message("^((trade|corporate|company) names?|name)$", "^商号$"),
    ),
    Matter(
        "(iii)",
        "第3号",
        Message("Head office: its address", "本店の所在場所"),
        Message("^location$|(head|principal) office", "本店"),
    ),
    Matter(
        "(iv)",
        "第4号",
        Message("Duration, grounds of dissolution", "存続期間又は解散の事由"),
        Message("duration|term of existence|dissolution", "存続期間|存立時期|解散"),
    ),
    Matter(
        "(vi)",
        "第6号",
        Message("Total number of authorised shares", "発行可能株式総数"),
        Message(
            r"(total )?(number of )?(shares )?authori[sz]ed|authori[sz]ed shares",
            "発行可能株式総数",
        ),
    ),
    Matter(
        "(vii)",
        "第7号",
        Message("Content of the shares, of each class", "発行する株式の内容（種類株式）"),
        Message(
            r"(class|preferred|restriction on (the )?transfer).*shares?|class(es)? of shares",
            "種類株式|優先株式|発行可能種類株式総数|株式の譲渡制限|取得条項",
        ),
    ),
    Matter(
        "(viii)",
        "第8号",
        Message("Number of shares of a unit", "単元株式数"),
        Message(
            r"(constituting|of) (one|a) (share )?unit$|^unit shares?|^share unit", "単元株式数"
        ),
    ),
    Matter(
        "(x)",
        "第10号",
        Message("That share certificates are issued", "株券発行会社である旨"),
        Message(r"share certificates?", "株券"),
    ),
    Matter(
        "(xi)",
        "第11号",
        Message("Registry manager: name, address, office", "株主名簿管理人の氏名等・住所・営業所"),
        Message(
            r"(shareholder|share) regist(er|ry) (administrator|manager)|transfer agent",
            "株主名簿管理人",
        ),
    ),
    Matter(
        "(xii-2)",
        "第12号の2",
        Message("That materials are provided electronically", "電子提供措置をとる旨"),
        Message(r"electronic provision|provision .* electronic", "電子提供措置"),
    ),
    Matter(
        "(xv)",
        "第15号",
        Message("That there is a board of directors", "取締役会設置会社である旨"),
        _NO_CAPTION,
        Message(r"^board of directors$", r"^取締役会$"),
    ),
    Matter(
        "(xvi)",
        "第16号",
        Message("Accounting advisers", "会計参与設置会社である旨等"),
        Message(r"accounting advis[eo]rs?", "会計参与"),
        Message(r"accounting advis[eo]rs?", "会計参与"),
    ),
    Matter(
        "(xvii)",
        "第17号",
        Message("That there are auditors, their names", "監査役設置会社である旨・監査役の氏名"),
        _NO_CAPTION,
        Message(
            r"^(company |corporate )?auditors?$|^audit & supervisory board members?$",
            r"^監査役$",
        ),
    ),
    Matter(
        "(xviii)",
        "第18号",
        Message("That there is a board of auditors", "監査役会設置会社である旨"),
        _NO_CAPTION,
        Message(
            r"^(board of (company |corporate )?auditors|audit & supervisory board)$",
            r"^監査役会$",
        ),
    ),
    Matter(
        "(xix)",
        "第19号",
        Message("That there is an accounting auditor", "会計監査人設置会社である旨等"),
        _NO_CAPTION,
        Message(r"^accounting auditors?$", r"^会計監査人$"),
    ),
    Matter(
        "(xxii)",
        "第22号",
        Message(
            "That there is an audit and supervisory committee; delegation under 399-13(6)",
            "監査等委員会設置会社である旨・重要な業務執行の決定の委任の定め",
        ),
        Message(r"delegation of .*(decision|execution)", "重要な業務執行の決定の委任"),
        Message(r"^audit and supervisory committee$", r"^監査等委員会$"),
    ),
    Matter(
        "(xxiii)",
        "第23号",
        Message("That there are a nominating committee and others", "指名委員会等設置会社である旨"),
        Message("nominating committee", "指名委員会等"),
        Message("nominating committee", "指名委員会等"),
    ),
    Matter(
        "(xxiv)",
        "第24号",
        Message("Exemption from liability, 426(1)", "役員等の責任の免除の定め（第426条第1項）"),
        Message(
            r"(exemption|limitation|release).*liabilit",
            "責任.*免除|責任免除|取締役の責任|責任の免除",
        ),
        Message(r"426,? ?(paragraph|\()", "第426条第[1１一]項"),
    ),
    Matter(
        "(xxv)",
        "第25号",
        Message("Contracts limiting liability, 427(1)", "責任限定契約の締結の定め（第427条第1項）"),
        Message(
            r"(agreement|contract)s? .*liabilit|liabilit.* (agreement|contract)", "責任限定契約"
        ),
        Message(r"427,? ?(paragraph|\()", "第427条第[1１一]項"),
    ),
    Matter(
        "(xxvii)–(xxix)",
        "第27号から第29号まで",
        Message("Method of public notice", "公告方法"),
        _NOTICE,
    ),
)


def matters_of(
    present: Provision | None, proposed: Provision | None, language: LanguageCode
) -> Iterator[Matter]:
    """The matters that a changed article touches, in the order of the Act; one side may be None."""
    sides = [side for side in (present, proposed) if side is not None]
    for matter in MATTERS:
        caption = matter.captions.in_language(language)
        if any(re.search(caption, side.caption, re.IGNORECASE) for side in sides):
            yield matter
        elif matter.words is not None:
            pattern = matter.words.in_language(language)
            if _lines_with(pattern, present) != _lines_with(pattern, proposed):
                yield matter


def _lines_with(pattern: str, side: Provision | None) -> list[str]:
    """The lines of a provision that say it, their labels left aside."""
    lines = [_without_label(line) for line in side.body.split("\n")] if side is not None else []
    return [line for line in lines if re.search(pattern, line, re.IGNORECASE)]


_LABEL = re.compile(r"^\s*[(（]?[0-9０-９一二三四五六七八九十]+[)）.．]?[\s　]*")
_END = re.compile(r"([\s.,;、。；]|\band)+$")


def _without_label(line: str) -> str:
    return _END.sub("", _LABEL.sub("", line))
