"""What a Japanese text has beside its articles, as patterns; `english` names its own the same."""

AFTER_ARTICLES = (
    r"以[ 　]*上"
    r"|[（(〔［]?別[ 　]*[表紙記添](?:第?[ 　]*[0-9０-９一二三四五六七八九十]+)?[）)〕］]?"
    r"(?:[ 　（(][^。、]{0,20})?"
)
"""The first line of what follows the articles: 「別表第一（休日）」, 「以上」."""

PRESENT_HEAD = r"現[ 　]*行[^、。]{0,6}"
"""The head of the present column of a comparison table: 「現行定款」."""
PROPOSED_HEAD = r"(?:変[ 　]*更|改[ 　]*[正定])[ 　]*[案後][^、。]{0,6}"
"""The head of the other column: 「変更案」."""

NUMBER_WITHOUT_SPACE = r"[0-9０-９]{1,2}(?=[ぁ-んァ-ヶ一-龥])(?![項号条日月年個名人株円])"
"""A number at the head of a line, directly before a word: 「２取締役は」, not 「２名の」."""

TITLE = r"定[ 　]*款|会[ 　]*則|規[ 　]*約"
"""What the title of articles says."""
