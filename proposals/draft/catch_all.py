"""The ready-made reason for what follows from the other changes by itself."""

from collections.abc import Mapping

from governance.papers.dates import LanguageCode

CATCH_ALL: Mapping[LanguageCode, str] = {
    "en": "To make the other changes that follow from the above, such as in article numbers and in"
    " citations of them.",
    "ja": "上記の変更に伴い、条数および引用の変更その他所要の変更を行うものであります。",
}
"""In each language of the articles."""
