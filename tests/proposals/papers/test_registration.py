"""What is to be registered: matters by caption and by words, and what is left for a person."""

import pytest

from governance.text.reading.read import read
from governance.text.tree.provision import Provision
from proposals.papers.registered_matters import matters_of


def article(text: str, language: str) -> Provision | None:
    if not text:
        return None
    (_part, found), *_ = read(text, language).articles.units()
    return found


ORGANS = "(Organs)\nArticle 4.\nThere are:\n"
ENGLISH = [
    ("(Purpose)\nArticle 2.\nA.", "(Purpose)\nArticle 2.\nB.", ["(i)"]),
    ("(Trade Name)\nArticle 1.\nA.", "(Trade Name)\nArticle 1.\nB.", ["(ii)"]),
    (
        "(Location of Head Office)\nArticle 3.\nA.",
        "(Location of Head Office)\nArticle 3.\nB.",
        ["(iii)"],
    ),
    ("(Total Number of Shares Authorized to Be Issued)\nArticle 6.\nA.", "", ["(vi)"]),
    ("", "(Number of Shares Constituting One Unit)\nArticle 7.\nA.", ["(viii)"]),
    ("", "(Rights Pertaining to Less-than-a-full-unit Shares)\nArticle 8.\nA.", []),
    ("", "(Shareholder Register Administrator)\nArticle 9.\nA.", ["(xi)"]),
    ("", "(Electronic Provision of Materials)\nArticle 9.\nA.", ["(xii-2)"]),
    (
        f"{ORGANS}(1) Board of Directors;\n(2) Auditors; and\n(3) Board of Company Auditors.",
        f"{ORGANS}(1) Board of Directors; and\n(2) Audit and Supervisory Committee.",
        ["(xvii)", "(xviii)", "(xxii)"],
    ),
    (
        "",
        "(Exemption from Liability)\nArticle 30.\nPursuant to Article 426, paragraph 1.",
        ["(xxiv)"],
    ),
    (
        "(Directors)\nArticle 30.\nA.",
        "(Directors)\nArticle 30.\nA.\n2 Agreements under Article 427, paragraph 1 may be made.",
        ["(xxv)"],
    ),
    (
        "(Method of Public Notice)\nArticle 5.\nA.",
        "(Public Notice)\nArticle 5.\nB.",
        ["(xxvii)–(xxix)"],
    ),
    ("(Chairman)\nArticle 14.\nA.", "(Chairman)\nArticle 14.\nB.", []),
    ("(Names of Directors)\nArticle 14.\nA.", "", []),
]
JAPANESE = [
    ("（目的）\n第２条　あ。", "（目的）\n第２条　い。", ["第1号"]),
    ("（株主総会の目的事項）\n第２条　あ。", "（株主総会の目的事項）\n第２条　い。", []),
    ("（商号）\n第１条　あ。", "（商号）\n第１条　い。", ["第2号"]),
    ("（本店の所在地）\n第３条　あ。", "（本店の所在地）\n第３条　い。", ["第3号"]),
    ("（発行可能株式総数）\n第６条　あ。", "（発行可能株式総数）\n第６条　い。", ["第6号"]),
    ("（単元株式数）\n第７条　あ。", "", ["第8号"]),
    ("（単元未満株主の権利）\n第８条　あ。", "", []),
    ("", "（株主名簿管理人）\n第９条　あ。", ["第11号"]),
    ("", "（電子提供措置等）\n第９条　あ。", ["第12号の2"]),
    (
        "（機関）\n第４条　次の機関を置く。\n（１）取締役会\n（２）監査役\n（３）監査役会",
        "（機関）\n第４条　次の機関を置く。\n（１）取締役会\n（２）監査等委員会",
        ["第17号", "第18号", "第22号"],
    ),
    ("", "（重要な業務執行の決定の委任）\n第29条　あ。", ["第22号"]),
    ("", "（取締役の責任免除）\n第30条　会社法第426条第１項の規定により、免除する。", ["第24号"]),
    (
        "（取締役）\n第30条　あ。",
        "（取締役）\n第30条　あ。\n２　会社法第427条第１項の契約を締結する。",
        ["第25号"],
    ),
    ("（公告方法）\n第５条　あ。", "（公告方法）\n第５条　い。", ["第27号から第29号まで"]),
    ("（議長）\n第14条　あ。", "（議長）\n第14条　い。", []),
]


@pytest.mark.parametrize(("present", "proposed", "expected"), ENGLISH)
def test_matters_in_english(present: str, proposed: str, expected: list[str]) -> None:
    found = matters_of(article(present, "en"), article(proposed, "en"), "en")
    assert [matter.item for matter in found] == expected


@pytest.mark.parametrize(("present", "proposed", "expected"), JAPANESE)
def test_matters_in_japanese(present: str, proposed: str, expected: list[str]) -> None:
    found = matters_of(article(present, "ja"), article(proposed, "ja"), "ja")
    assert [matter.item_ja for matter in found] == expected
