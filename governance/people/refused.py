"""What the program does not do, with the sentence that a person is shown."""

from governance.models.languages import interface_language
from governance.text.typed_text import clean, why_not_stored


class Refused(Exception):
    """What was asked for may not be done, or cannot be held by the database.

    `sentence` says why, in the language of the interface. Nothing has been written.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def stored_text(text: str, *, longest: int) -> str:
    """`text` as typed, in the form in which it is stored.

    Raises `Refused` for more than `longest` characters, and for one that cannot be printed.
    """
    text = clean(text)
    if message := why_not_stored(text, longest):
        raise Refused(message.in_language(interface_language()))
    return text
