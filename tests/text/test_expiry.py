"""On which day a supplementary provision says that it ends by itself."""

import pytest

from governance.text.dates_and_terms import Expiry, ExpiryScope
from governance.text.languages import language_for

PART, ARTICLE, BELOW = ExpiryScope.PART, ExpiryScope.ARTICLE, ExpiryScope.BELOW
JAPANESE = [
    ("本附則は、2014年10月１日をもってこれを削除する。", PART, (2014, 10, 1)),
    ("この附則は、令和８年３月31日の経過をもって削除する。", PART, (2026, 4, 1)),
    ("本附則は、2027年６月30日経過後、これを削除する。", PART, (2027, 7, 1)),
    ("本附則は平成二十六年十月一日付で削除される。", PART, (2014, 10, 1)),
    ("本附則は、2026年12月31日までその効力を有する。", PART, (2027, 1, 1)),
    ("この附則は、2026年12月31日限り、その効力を失う。", PART, (2027, 1, 1)),
    ("本条は、2028年４月１日に失効する。", ARTICLE, (2028, 4, 1)),
    ("本項は、2028年２月29日の翌日に削除する。", BELOW, (2028, 3, 1)),
    ("本附則は、その効力発生後、これを削除する。", PART, None),
    ("本附則は、2022年９月１日から６か月を経過した日後にこれを削除する。", PART, None),
    ("本附則は、2022年９月１日または2023年９月１日のいずれか遅い日に削除する。", PART, None),
    ("本附則は、2022年13月１日をもって削除する。", PART, None),
    ("本附則は、2022年９月をもって削除する。", PART, None),
    ("現行定款第15条の削除は、2022年９月１日から効力を生ずる。", None, None),
    ("第５条の新設は、2014年10月１日から効力を生ずる。", None, None),
    ("本附則は、2014年10月１日から施行する。", None, None),
]
ENGLISH = [
    ("These Supplementary Provisions shall be deleted as of October 1, 2014.", PART, (2014, 10, 1)),
    ("This Supplementary Provision will be deleted on 1 July 2013.", PART, (2013, 7, 1)),
    (
        "These Supplementary Provisions shall be deleted upon the lapse of June 30, 2027.",
        PART,
        (2027, 7, 1),
    ),
    (
        "These supplementary provisions shall be automatically deleted after February 29, 2028.",
        PART,
        (2028, 3, 1),
    ),
    (
        "These Supplementary Provisions shall remain in force until December 31, 2026.",
        PART,
        (2027, 1, 1),
    ),
    ("This Article shall cease to be effective on April 1, 2028.", ARTICLE, (2028, 4, 1)),
    ("As of April 1, 2028, this Article shall expire.", ARTICLE, (2028, 4, 1)),
    ("This paragraph is deleted as of April 1, 2028.", BELOW, (2028, 4, 1)),
    ("These Supplementary Provisions shall be deleted thereafter.", PART, None),
    (
        "These Supplementary Provisions shall be deleted six months after September 1, 2022.",
        PART,
        None,
    ),
    (
        "These Supplementary Provisions are deleted on the later of May 1, 2022 and June 1, 2022.",
        PART,
        None,
    ),
    ("The deletion of Article 15 shall take effect on September 1, 2022.", None, None),
    ("These Supplementary Provisions shall come into force on June 1, 2022.", None, None),
]


@pytest.mark.parametrize(
    ("code", "sentence", "scope", "day"),
    [("ja", *each) for each in JAPANESE] + [("en", *each) for each in ENGLISH],
)
def test_expiry(
    code: str, sentence: str, scope: ExpiryScope | None, day: tuple[int, int, int] | None
) -> None:
    expected = None if scope is None else Expiry(scope, day)
    assert language_for(code).expiry(sentence) == expected
