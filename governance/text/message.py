"""Sentences that the core speaks, in both languages of the interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in both languages; which one is said is chosen where it is shown."""

    en: str
    ja: str

    def say(self, language: str) -> str:
        """The sentence in Japanese for "ja", else in English."""
        return self.ja if language.startswith("ja") else self.en
