"""The sentences of a Japanese release (適時開示の「お知らせ」), made from facts."""

from datetime import date

from governance.models import Meeting
from governance.papers.dates import ordinal, plain_date
from proposals.calendar.days import ANNOUNCED, MEETING, RESOLVED
from proposals.papers.facts import Facts

BANNER = "各位"
RECORD = "記"
REASONS_HEAD = "1．変更の理由"
CONTENT_HEAD = "2．変更の内容"
CONTENT_OPENING = "変更の内容は、次のとおりです。"
SCHEDULE_HEAD = "3．日程"
CONTACT_HEAD = "問合せ先"
SUBJECT = "定款の一部変更の件"
CLOSING = "以上"
UNSET = "［日付未定］"
UNSTATED = "［根拠条文未入力］"
CORRECTION_HEAD = "訂正の内容"
CORRECTION_OPENING = (
    "{day}に公表いたしました「{title}」の記載内容に一部訂正すべき事項がありましたので、"
    "次のとおり訂正いたします。訂正箇所には下線を付し、訂正後の全文を続けて掲載しております。"
)
AS_RELEASED = "訂正前（{day}公表）"
AS_CORRECTED = "訂正後"
NOTHING = "（記載なし）"
_UNCOUNTED: dict[str, str] = {
    Meeting.Kind.ORDINARY: "定時株主総会",
    Meeting.Kind.EXTRAORDINARY: "臨時株主総会",
    Meeting.Kind.WRITTEN: "株主総会の書面決議",
    Meeting.Kind.BOARD: "取締役会",
}
REFERENCE_PAPERS = "株主総会参考書類"
SHAREHOLDERS_PROPOSAL = "本議案は、株主提案によるものであります。"
ITEM_REASONS = "提案の理由"
ITEM_CONTENT = "変更の内容"
ITEM_OPINION = "取締役会の意見"
ITEM_EFFECT = "効力発生日"
BOARD_PROPOSAL = "取締役会議案"
SCHEDULE = "日程"
NUMBERED = "{number}．{text}"
CONTENT_OF_ITEM = "変更の内容は、次のとおりであります。"
ATTACHMENT = "別紙"
BEFORE_AMENDMENT = "変更前定款"
AFTER_AMENDMENT = "変更後定款"
PROPOSED_ARTICLES = "定款（変更案）"
CHANGES_UNDERLINED = "下線は変更部分を示します。"
REGISTER = "登記すべき事項"
REGISTER_OPENING = (
    "本件定款変更により、次の登記事項に変更が生じます（会社法第911条第3項）。"
    "変更の登記は、変更が生じた時から2週間以内に申請します（同法第915条第1項）。"
)
REGISTER_NOTHING = (
    "変更される規定のうち、登記事項（会社法第911条第3項）に係るものは見つかりませんでした。"
)
REGISTER_HEADS: tuple[str, ...] = ("登記事項", "規定", "変更後の定め", "効力発生日・申請期限")
REGISTER_OTHERS_HEAD = "登記事項に係るものが見つからなかった変更規定"
REGISTER_OTHERS = (
    "登記事項は、見出しと文言によって探しています。次の規定についても、"
    "登記を要しないかご確認ください。"
)
OWN_EFFECT = "{name}の効力発生日"
SCHEDULED = "（予定）"
EXTRAORDINARY_REPORT = "臨時報告書"
REPORT_REASON_HEAD = "１【提出理由】"
REPORT_CONTENT_HEAD = "２【報告内容】"
REPORT_ITEMS: tuple[str, ...] = (
    "(1) 株主総会が開催された年月日",
    "(2) 決議事項の内容",
    "(3) 決議事項に対する賛成、反対および棄権の議決権の数、可決要件ならびに決議の結果",
    "(4) 出席した株主の議決権の数の一部を加算しなかった理由",
)
VOTE_HEADS: tuple[str, ...] = (
    "決議事項",
    "賛成（個）",
    "反対（個）",
    "棄権（個）",
    "可決要件",
    "結果",
)
REQUIREMENT = (
    "議決権を行使することができる株主の議決権の過半数を有する株主が出席し、"
    "出席した当該株主の議決権の３分の２以上に当たる多数の賛成"
)
CARRIED = "可決"
REJECTED = "否決"
UNSTATED_VOTES = "［未入力］"
NONE_LEFT_OUT = "該当事項はありません。"
PRESENT_PROVISION = "現行{name}"
MATTER = "{name}（第3項{item}）"
PLACES = {
    "head": "会社名等",
    "dateline": "公表日",
    "opening": "冒頭",
    "about": "会社の概要",
}


def headline(_facts: Facts) -> str:
    return "定款の一部変更に関するお知らせ"


def meeting(facts: Facts) -> str:
    """「第21回定時株主総会」."""
    if facts.meeting_ordinal is None:
        return _UNCOUNTED[facts.meeting_kind]
    return f"{ordinal(facts.meeting_ordinal, 'ja')}定時株主総会"


def dateline(facts: Facts) -> str:
    """The day of the announcement, which stands alone at the right."""
    return day_or_unset(facts.days[ANNOUNCED])


def particulars(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The block at the right, label and value; what the company has not written is left out."""
    contact = [line.strip() for line in facts.company["contact"].splitlines() if line.strip()]
    code = "　".join(filter(None, ("コード番号", facts.code, facts.company["listings"])))
    return tuple(
        (label, value)
        for label, value in (
            ("会社名", facts.company["name"]),
            ("代表者名", facts.company["representative"]),
            ("", f"（{code}）"),
            (CONTACT_HEAD, contact[0] if contact else ""),
            *(("", line) for line in contact[1:]),
        )
        if value
    )


def opening(facts: Facts) -> str:
    """What the board resolved to lay before which meeting; 「本日」 where it met on the day."""
    met_today = facts.days[RESOLVED] is not None and facts.days[RESOLVED] == facts.days[ANNOUNCED]
    held = "本日" if met_today else day_or_unset(facts.days[RESOLVED])
    if facts.meeting_kind == Meeting.Kind.BOARD:
        return (
            f"当社は、{held}開催の取締役会において、{facts.board_law or UNSTATED}の規定に基づき、"
            "株主総会の決議によらず定款の一部を変更することを決議いたしましたので、"
            "下記のとおりお知らせいたします。"
        )
    if facts.meeting_kind == Meeting.Kind.WRITTEN:
        return (
            f"当社は、{held}開催の取締役会において、会社法第319条第1項の規定に基づく株主総会の"
            f"書面決議（{day_or_unset(facts.days[MEETING])}予定）により定款の一部を変更することについて、"
            "株主全員に提案することを決議いたしましたので、下記のとおりお知らせいたします。"
        )
    return (
        f"当社は、{held}開催の取締役会において、{day_or_unset(facts.days[MEETING])}開催予定の{meeting(facts)}に"
        f"「{facts.subject or SUBJECT}」を付議することを決議いたしましたので、"
        "下記のとおりお知らせいたします。"
    )


def report_reason(facts: Facts) -> str:
    """Why the report is filed."""
    return (
        f"{day_or_unset(facts.days[MEETING])}開催の当社{meeting(facts)}において決議事項が決議されたため、"
        "金融商品取引法第24条の５第４項および企業内容等の開示に関する内閣府令第19条第２項第９号の２の規定に基づき、"
        "本報告書を提出するものであります。"
    )


def item_heading(number: int, subject: str) -> str:
    """「第1号議案　定款一部変更の件」."""
    return f"第{number}号議案　{subject}"


def held_on(facts: Facts) -> str:
    """「第21回定時株主総会（2013年6月26日）」."""
    return f"{meeting(facts)}（{day_or_unset(facts.days[MEETING])}）"


def resolution(facts: Facts, *, of_shareholders: bool) -> str:
    """What the board is to resolve about the proposal."""
    if facts.meeting_kind == Meeting.Kind.BOARD:
        return (
            f"当社は、{facts.board_law or UNSTATED}の規定に基づき、株主総会の決議によらず、"
            "次のとおり定款の一部を変更する。"
        )
    if facts.meeting_kind == Meeting.Kind.WRITTEN:
        return (
            "当社は、会社法第319条第1項の規定に基づき、株主の全員に対し、"
            "次のとおり定款の一部を変更することを提案する。"
        )
    called = f"{day_or_unset(facts.days[MEETING])}開催予定の{meeting(facts)}"
    if of_shareholders:
        return (
            f"当社は、{called}に、株主提案による次の議案「{facts.subject or SUBJECT}」を付議し、"
            "これに対する取締役会の意見を次のとおりとする。"
        )
    return f"当社は、{called}に、次のとおり「{facts.subject or SUBJECT}」を付議する。"


def day_or_unset(day: date | None) -> str:
    """The day, or in its place that it is still to be set."""
    return plain_date(day, "ja") if day else UNSET


def corrected_title(title: str) -> str:
    """「（訂正）定款の一部変更に関するお知らせ」; the mark stands once."""
    return title if title.startswith("（訂正）") else f"（訂正）{title}"
