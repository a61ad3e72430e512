"""What was left out of a file, or decided about it, in sentences that name the places."""

from collections.abc import Iterator, Mapping, Sequence

from governance.intake.files.extracted import NOWHERE, NotedPlace
from governance.text.message import Message

_MOST_PLACES = 20

_ENCODINGS = {
    "cp932": "Shift_JIS (CP932)",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP (JIS)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
_SENTENCES = {
    **{
        f"converted_{ending}": (
            f"The file (.{ending}) was converted by LibreOffice; compare the text with it.",
            f".{ending}ファイルをLibreOfficeで変換して読みました。ファイルと照らし合わせてください。",
        )
        for ending in ("doc", "rtf", "odt")
    },
    "two_languages": (
        "Read as two texts, one in each language ({n} lines in the other); compare both.",
        "二つの言語を別々の本文として読みました（もう一方は{n}行）。ファイルと照らし合わせてください。",
    ),
    "both_languages": (
        "Two languages stand in one line ({n}) and could not be read apart; part them by hand.",
        "一行に二つの言語が並び、分けられない行が{n}行あります。手で分けてください。",
    ),
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
    "running_parts": (
        "Left out: headers and footers ({n}).",
        "ヘッダー・フッター（{n}件）は除きました。",
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
    "small_readings": (
        "Left out: readings over characters ({n} characters).",
        "ふりがな（{n}字）は除きました。",
    ),
    "readings": (
        "Left out: readings over characters ({n}).",
        "ふりがな（{n}か所）は除きました。",
    ),
    "circled": (
        "Characters in a circle or a frame ({n}) were read without it.",
        "囲み文字（{n}か所）は、囲みを除いて読みました。",
    ),
    "formulas": (
        "Formulas ({n}) were written on one line; compare them with the file.",
        "数式（{n}個）は一行に直して読みました。ファイルと照らし合わせてください。",
    ),
    "raised": (
        "Raised or lowered characters ({n}) were read like the others.",
        "上付き・下付きの文字（{n}か所）は、通常の文字として読みました。",
    ),
    "symbols": (
        "Signs that only a symbol font knows ({n}) stand as “・”.",
        "記号フォントの文字（{n}字）は「・」としました。",
    ),
    "private": (
        "Characters without a meaning outside a font of their own ({n}) were kept; replace them.",
        "外字（{n}字）をそのまま残しました。通常の文字に置き換えてください。",
    ),
    "signs": (
        "Left out: signs of lists before heads ({n}).",
        "条や章の前の記号（{n}か所）は除きました。",
    ),
    "forms": (
        "Form fields ({n}) were read with what is chosen or typed in them.",
        "フォームの項目（{n}か所）は、選択または入力された内容で読みました。",
    ),
    "blank_fields": (
        "Form fields in which nothing is typed ({n}) were read as nothing.",
        "未入力のフォーム項目（{n}か所）は、空欄として読みました。",
    ),
    "placeholders": (
        "Prompts that nobody has replaced ({n}) were read as text.",
        "未入力の案内文（{n}か所）を、本文として読みました。",
    ),
    "fields": (
        "Left out: fields that show nothing without the program that made the file ({n}).",
        "表示内容が保存されていないフィールド（{n}か所）は除きました。",
    ),
    "tables": (
        "Tables ({n}) were read row by row, with tabs between the cells.",
        "表（{n}個）は一行ずつ、セルの間をタブとして読みました。",
    ),
    "rows": (
        "Lines of tables ({n}) were read as rows, with tabs between the cells; compare them.",
        "表と見られる{n}行を、セルの間をタブとして一行ずつ読みました。照らし合わせてください。",
    ),
    "tables_by_cell": (
        "Tables ({n}) were read cell by cell, since articles or several paragraphs stand in them.",
        "表（{n}個）は、条や複数の段落を含むため、セルごとに読みました。",
    ),
    "merged": (
        "What stands in merged cells ({n} merged) was read in the first of them alone.",
        "結合されたセル（{n}か所）の内容は、先頭のセルでのみ読みました。",
    ),
    "row_numbers": (
        "Left out: numbers that count the rows of a table of articles ({n}).",
        "条を並べた表の行番号（{n}個）は除きました。",
    ),
    "nested_tables": (
        "Tables in cells of tables ({n}) were read where they stand.",
        "表の中の表（{n}個）は、その位置で読みました。",
    ),
    "unknown": (
        "Left out: parts of the file that are not known here ({n}).",
        "対応していない要素（{n}か所）は除きました。",
    ),
    "blank": (
        "There is no text on {n} of the pages; if they are pictures of text, it is missing here.",
        "文字のないページが{n}ページあります。画像のページなら、その本文は読み取れていません。",
    ),
    "changing_heads": (
        "Left out: running heads that change from page to page ({n} lines).",
        "ページごとに変わるヘッダー・フッター（{n}行）は除きました。",
    ),
    "own_remarks": (
        "Left out: remarks of this program on days of effect ({n}).",
        "効力発生日に関する本システムの注記（{n}行）は除きました。",
    ),
    "margin_numbers": (
        "Left out: numbers in the margin that count the lines ({n}).",
        "余白の行番号（{n}個）は除きました。",
    ),
    "hyphens": (
        "Words with a hyphen at the end of a line ({n}) may have it or not; look at them.",
        "行末のハイフンが語の一部かどうか分からない語が{n}語あります。ご確認ください。",
    ),
    "typed_over": (
        "Text that was typed over the pages ({n}) was read where it stands.",
        "ページ上に書き加えられた文字（{n}か所）は、その位置で読みました。",
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


def notes(
    counts: Mapping[str, int],
    *,
    tracked: str,
    encoding: str,
    places: Sequence[NotedPlace] = (),
) -> tuple[Message, ...]:
    """The sentences for what was counted, with the places, none for what there was none of."""
    sentences = {**_SENTENCES, "tracked": _TRACKED[tracked]}
    found = []
    for name, (en, ja) in sentences.items():
        if counts.get(name):
            where = [each for each in places if each.name == name]
            n = counts[name]
            found.append(
                Message(
                    " ".join([en.format(n=n), *_places_in_english(where)]),
                    "".join([ja.format(n=n), *_places_in_japanese(where)]),
                )
            )
    if known := _ENCODINGS.get(encoding):
        found.insert(
            0,
            Message(
                f"The characters were recognised as {known}.",
                f"文字コードは{known}と判別しました。",
            ),
        )
    return tuple(found)


def _places_in_english(places: Sequence[NotedPlace]) -> Iterator[str]:
    """'Lines 2, 5.' as far as there are any; with the words, 'Line 2: “…”; line 5: “…”.'"""
    shown, further = _first_places(places)
    if not shown:
        return
    if all(each.line != NOWHERE and not each.words for each in shown):
        noun = "line " if len(shown) == 1 else "lines "
        text = noun + ", ".join(str(each.line + 1) for each in shown)
        text += f" and {further} more" * bool(further)
    else:
        text = "; ".join(
            ": ".join(filter(None, (_place_in_english(each), each.words and f"“{each.words}”")))
            for each in shown
        )
        text += f"; and {further} more" * bool(further)
    yield f"{text[:1].upper()}{text[1:]}."


def _place_in_english(place: NotedPlace) -> str:
    if place.line != NOWHERE:
        return f"line {place.line + 1}"
    return f"page {place.page}" if place.page else ""


def _places_in_japanese(places: Sequence[NotedPlace]) -> Iterator[str]:
    shown, further = _first_places(places)
    if not shown:
        return
    if all(each.line != NOWHERE and not each.words for each in shown):
        text = "、".join(str(each.line + 1) for each in shown) + "行目"
    else:
        text = "、".join(
            _place_in_japanese(each) + f"「{each.words}」" * bool(each.words) for each in shown
        )
    yield text + (f"ほか{further}か所。" if further else "。")


def _place_in_japanese(place: NotedPlace) -> str:
    if place.line != NOWHERE:
        return f"{place.line + 1}行目"
    return f"{place.page}ページ" if place.page else ""


def _first_places(places: Sequence[NotedPlace]) -> tuple[list[NotedPlace], int]:
    """The different places that are named, in order, and how many more there are."""
    told = dict.fromkeys(each for each in places if each.words or each.page or each.line != NOWHERE)
    return list(told)[:_MOST_PLACES], max(0, len(told) - _MOST_PLACES)
