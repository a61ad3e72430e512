"""What was left out of a file, or decided about it, in sentences."""

from collections.abc import Mapping

from governance.text.message import Message

_ENCODINGS = {
    "cp932": "Shift_JIS (CP932)",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP (JIS)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
_SENTENCES = {
    "notes": (
        "Left out: footnotes and endnotes ({n}).",
        "脚注・文末脚注（{n}件）は除きました。",
    ),
    "comments": ("Left out: comments ({n}).", "コメント（{n}件）は除きました。"),
    "pictures": (
        "Left out: pictures and embedded objects ({n}).",
        "図や埋め込み（{n}件）は除きました。",
    ),
    "enclosed": (
        "Left out: documents of another kind that are enclosed ({n}).",
        "別形式の埋め込み文書（{n}件）は除きました。",
    ),
    "hidden": ("Left out: hidden text ({n}).", "隠し文字（{n}か所）は除きました。"),
    "struck": (
        "Text that is struck out by its form alone ({n}) was read as text.",
        "取り消し線の文字（{n}か所）は、書式だけなので本文として読みました。",
    ),
    "contents": (
        "Left out: lines of a table of contents ({n}).",
        "目次（{n}行）は除きました。",
    ),
    "boxes": (
        "Text boxes ({n}) were read after the paragraph that they hang on; look where they belong.",
        "テキストボックス（{n}個）は、付いている段落の後に置きました。位置をご確認ください。",
    ),
    "running": (
        "Left out: running heads and page numbers ({n} lines).",
        "ヘッダー・フッター・ページ番号（{n}行）は除きました。",
    ),
    "readings": (
        "Left out: readings over characters ({n} characters).",
        "ふりがな（{n}字）は除きました。",
    ),
    "blank": (
        "There is no text on {n} of the pages; if they are pictures of text, it is missing here.",
        "文字のないページが{n}ページあります。画像のページなら、その本文は読み取れていません。",
    ),
    "columns": (
        "Read in two columns, the left one first: {n} pages.",
        "{n}ページを二段組みとして、左の段から読みました。",
    ),
    "unreadable": (
        "Characters that the fonts do not name ({n}) stand as “\ufffd”.",
        "読み取れない文字（{n}字）は「\ufffd」としました。",
    ),
}
_TRACKED = {
    "accept": ("Tracked changes were accepted ({n}).", "変更履歴（{n}か所）は承諾しました。"),
    "refuse": ("Tracked changes were refused ({n}).", "変更履歴（{n}か所）は元に戻しました。"),
}


def notes(counts: Mapping[str, int], *, tracked: str, encoding: str) -> tuple[Message, ...]:
    """The sentences for what was counted, none for what there was none of."""
    sentences = {**_SENTENCES, "tracked": _TRACKED[tracked]}
    found = [
        Message(*(text.format(n=counts[name]) for text in texts))
        for name, texts in sentences.items()
        if counts.get(name)
    ]
    if known := _ENCODINGS.get(encoding):
        found.insert(
            0,
            Message(
                f"The characters were recognised as {known}.",
                f"文字コードは{known}と判別しました。",
            ),
        )
    return tuple(found)
