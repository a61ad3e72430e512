"""Why a file cannot be read: a code for each reason, and the sentence that says what to do."""

from governance.text.message import Message

LARGEST_FILE = 10 * 1024 * 1024
"""In bytes."""


class Unreadable(Exception):
    """A file that cannot be taken in; `code` names the reason, `sentence` says it."""

    def __init__(self, code: str, sentence: Message) -> None:
        super().__init__(sentence.en)
        self.code = code
        self.sentence = sentence


_SENTENCES = {
    "too-large": Message(
        "The file is larger than 10 MB; take pictures out of it, or save its text alone.",
        "ファイルが10MBを超えています。画像を除くか、本文だけを保存してからお使いください。",
    ),
    "too-long": Message(
        "The file holds more text than any articles of incorporation do; take out what is not"
        " theirs.",
        "ファイルの本文が定款としては長すぎます。定款以外の部分を除いてからお使いください。",
    ),
    "empty": Message("There is no text in the file.", "ファイルに文字がありません。"),
    "no-article": Message(
        "No article was found in the text; it should have lines that begin like “Article 1.” or"
        " 「第1条」, and be in the language chosen.",
        "条が見つかりません。「第1条」や「Article 1.」で始まる行があるか、"
        "選んだ言語と合っているかをご確認ください。",
    ),
    "other-kind": Message(
        "This is neither a Word file (.docx) nor a PDF nor plain text; save it as one of these.",
        "Word文書（.docx）、PDF、テキストのいずれでもありません。いずれかの形式で保存してからお使いください。",
    ),
    "doc": Message(
        "This is a file of an older Word (.doc); open it in Word and save it as .docx.",
        "旧形式のWord文書（.doc）です。Wordで開き、.docx形式で保存してからお使いください。",
    ),
    "rtf": Message(
        "This is a file in rich text format (.rtf); open it in Word and save it as .docx.",
        "リッチテキスト（.rtf）です。Wordで開き、.docx形式で保存してからお使いください。",
    ),
    "odt": Message(
        "This is an OpenDocument text (.odt); open it in LibreOffice or Word and save it as .docx.",
        "OpenDocument文書（.odt）です。LibreOfficeかWordで開き、.docx形式で保存してからお使いください。",
    ),
    "picture": Message(
        "This is a picture, such as a scanned page; bring in the file it was made from, or"
        " recognise its text (OCR) and save that.",
        "画像（スキャンなど）です。元のファイルを使うか、文字認識（OCR）をして本文を保存してからお使いください。",
    ),
    "web-page": Message(
        "This is a page of the web; copy its text and paste it, or save it as plain text.",
        "ウェブページです。本文を貼り付けるか、テキストとして保存してからお使いください。",
    ),
    "not-converted": Message(
        "LibreOffice could not turn the file into a Word file; open it in the program it was made"
        " with and save it as .docx.",
        "LibreOfficeで変換できませんでした。作成したソフトで開き、.docx形式で保存してからお使いください。",
    ),
    "encrypted": Message(
        "The file is encrypted; save it without a password and without restrictions.",
        "ファイルが暗号化されています。パスワードと制限を外して保存してからお使いください。",
    ),
    "macro": Message(
        "The file contains macros; save it in Word as a document without them (.docx).",
        "マクロを含むファイルです。Wordでマクロなしの文書（.docx）として保存してからお使いください。",
    ),
    "bomb": Message(
        "Unpacked, the file would be far larger than a document is, so it was not opened.",
        "展開すると文書としては大きすぎるため、開きませんでした。",
    ),
    "document-type": Message(
        "The file declares a document type or entities of its own, which no Word file does, so it"
        " was not read.",
        "Word文書にはない文書型宣言や実体宣言を含むため、読み込みませんでした。",
    ),
    "damaged": Message(
        "The file is damaged and cannot be read; open it in the program it was made with and save"
        " it anew.",
        "ファイルが壊れていて読み込めません。作成したソフトで開き、保存し直してください。",
    ),
    "scanned": Message(
        "The PDF is a scan: it holds pictures of pages and no text; bring in the file it was made"
        " from, or recognise its text (OCR) first.",
        "スキャンされたPDFで、文字がなく画像だけです。元のファイルを使うか、"
        "先に文字認識（OCR）をしてください。",
    ),
    "unreadable-fonts": Message(
        "The fonts of the PDF do not say which characters they show; bring in the file it was made"
        " from.",
        "PDFのフォントから文字を読み取れません。元のファイルをお使いください。",
    ),
    "too-hard": Message(
        "Reading the PDF took more time or memory than is allowed; save its text or a plainer PDF.",
        "PDFの読み込みに時間またはメモリがかかりすぎます。本文のテキストか、より簡素なPDFをお使いください。",
    ),
    "unknown-encoding": Message(
        "The characters of the text cannot be recognised; save it as UTF-8.",
        "文字コードを判別できません。UTF-8で保存してからお使いください。",
    ),
}


def unreadable(code: str) -> Unreadable:
    """The refusal of that code. KeyError for another."""
    return Unreadable(code, _SENTENCES[code])
