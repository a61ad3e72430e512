"""Messages of the core, in both languages of the interface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message in both languages; which one is shown is chosen where it is shown."""

    en: str
    ja: str

    def in_language(self, language: str) -> str:
        """The sentence in Japanese for "ja", else in English."""
        return self.ja if language.startswith("ja") else self.en
