"""The exception for what the program does not do, with the sentence that a person is shown."""


class Refused(Exception):
    """What was asked for may not be done, or cannot be held by the database.

    `sentence` says why, in the language of the interface. Nothing has been written.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
