"""Articles of realistic length for measuring: any number of them, in English or Japanese, from a
seed, so that every run measures the same texts."""

from __future__ import annotations

import random
from dataclasses import dataclass

_EN_SUBJECTS = """\
a general meeting of shareholders
the Board of Directors
the representative director
a company auditor
the share registrar
a shareholder of the Company
the chairman
an outside director
the nomination committee
the accounting auditor
""".splitlines()
_EN_ACTS = """\
shall be convened
shall resolve on the matters prescribed by law
shall keep the register
may exercise voting rights by proxy
shall give notice to each member concerned
shall determine the order of succession in advance
shall prepare and preserve the minutes
may delegate the execution of its duties
shall be remunerated as the meeting decides
shall hold office until the close of the relevant ordinary meeting
""".splitlines()
_EN_WHENS = """\
within three (3) months from the day following the final day of each business year
at least three (3) days prior to the day set for such meeting
unless otherwise provided for by laws and regulations
whenever the necessity arises
by a majority of the votes of those present
in accordance with the Share Handling Regulations
on the basis of the entries in the register of shareholders as of March 31 of each year
""".splitlines()
_JA_SUBJECTS = """\
株主総会
取締役会
代表取締役
監査役
株主名簿管理人
当会社の株主
議長
社外取締役
指名委員会
会計監査人
""".splitlines()
_JA_ACTS = """\
を招集する
は法令に定める事項を決議する
は名簿を作成して備え置く
は代理人によって議決権を行使することができる
は各役員に対して招集の通知を発する
はあらかじめ定めた順序によりこれに代わる
は議事録を作成し保存する
はその職務の執行を委任することができる
の報酬等は株主総会の決議によって定める
の任期は定時株主総会の終結の時までとする
""".splitlines()
_JA_WHENS = """\
毎事業年度末日の翌日から3か月以内に
会日の3日前までに
法令に別段の定めがある場合を除き
必要に応じて随時
出席した者の議決権の過半数をもって
株式取扱規程に従い
毎年3月31日の最終の株主名簿に基づき
""".splitlines()


@dataclass(frozen=True)
class Pair:
    """The present and the proposed text, and how many articles they have."""

    language: str
    size: int
    present: str
    proposed: str


def pair(size: int, language: str) -> Pair:
    """`size` articles in chapters, and the same with a tenth of them amended and one inserted at
    the front, so that every number moves and every reference is followed."""
    chance = random.Random(size)
    bodies = [_paragraphs(number, size, chance, language) for number in range(1, size + 1)]
    amended = [
        [
            _amended(line, chance, language) if place == 0 else line
            for place, line in enumerate(body)
        ]
        if number % 10 == 5
        else body
        for number, body in enumerate(bodies)
    ]
    new = [_sentence(chance, language)]
    present = _text(bodies, 1, 0, language)
    proposed = _text([new, *amended], 1, 1, language)
    return Pair(language, size, present, proposed)


def _sentence(chance: random.Random, language: str) -> str:
    if language == "ja":
        subject, other = chance.choice(_JA_SUBJECTS), chance.choice(_JA_SUBJECTS)
        return f"{subject}は、{chance.choice(_JA_WHENS)}、{other}{chance.choice(_JA_ACTS)}。"
    when, subject, act = (
        chance.choice(_EN_WHENS),
        chance.choice(_EN_SUBJECTS),
        chance.choice(_EN_ACTS),
    )
    return f"{when[0].upper()}{when[1:]}, {subject} {act} with {chance.choice(_EN_SUBJECTS)}."


def _paragraphs(number: int, size: int, chance: random.Random, language: str) -> list[str]:
    lines = [
        "".join(
            _sentence(chance, language) + (" " if language == "en" else "") for _ in range(3)
        ).strip()
        for _ in range(chance.choice((1, 1, 2, 3)))
    ]
    if chance.random() < 0.3:
        target = chance.randint(1, size)
        lines[-1] += (
            f"第{{{target}}}条の規定は、この場合に準用する。"
            if language == "ja"
            else f" Article {{{target}}} shall apply in this case."
        )
    # A word of its own keeps the articles apart, as their subjects do in real ones.
    lines[0] += (
        f"{number}号様式による。" if language == "ja" else f" Form F{number}-{number * 7} is used."
    )
    return lines


def _amended(line: str, chance: random.Random, language: str) -> str:
    if language == "ja":
        return line.replace("は、", f"は、{chance.choice(_JA_WHENS)}、", 1)
    head, _, tail = line.partition(", ")
    return f"{head}, {chance.choice(_EN_WHENS)}, {tail}"


def _text(bodies: list[list[str]], first: int, shift: int, language: str) -> str:
    lines = []
    for number, body in enumerate(bodies, first):
        if (number - first - shift) % 10 == 0:
            chapter = (number - first - shift) // 10 + 1
            lines.append(
                f"第{chapter}章　第{chapter}の事項"
                if language == "ja"
                else f"CHAPTER {chapter}. MATTERS OF GROUP {chapter}"
            )
        caption = f"事項{number - shift}" if language == "ja" else f"Matter {number - shift}"
        lines.append(f"（{caption}）" if language == "ja" else f"({caption})")
        for place, text in enumerate(body, 1):
            cited = _cited(text, shift)
            if place == 1:
                lines.append(
                    f"第{number}条　{cited}" if language == "ja" else f"Article {number}.\n{cited}"
                )
            else:
                lines.append(f"{place}　{cited}" if language == "ja" else f"{place} {cited}")
    return "\n".join(lines) + "\n"


def _cited(text: str, shift: int) -> str:
    head, sign, tail = text.partition("{")
    if not sign:
        return text
    number, _, rest = tail.partition("}")
    return f"{head}{int(number) + shift}{rest}"
