"""What findings quote of the articles of one language, in the words of the other: a reader of the
English interface is told of the Japanese text by the English caption and number."""

import re
from dataclasses import dataclass, field, replace

from governance.text.citations.resolve import Citation, citations_in
from governance.text.citations.scan import Scanner
from governance.text.finding import Finding
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, bare_caption
from proposals.draft.versions import PresentAndProposed


@dataclass(slots=True)
class QuotedWords:
    """The words that findings about `own` quote, in those of `other`, the same articles in the
    language of the reader. What has none there stays in the original."""

    own: PresentAndProposed
    other: PresentAndProposed
    _scanners: dict[int, Scanner] = field(default_factory=dict, init=False)

    def translated(self, finding: Finding) -> Finding:
        """The finding with what it quotes, in its sentence in the language of the reader."""
        said, language = finding.statement, self.other.present.language
        for words in finding.about:
            new = self._counterpart(finding, words)
            if new and new != words:
                text = _with_words(said.in_language(language), words, new)
                said = replace(said, en=text) if language == "en" else replace(said, ja=text)
        return replace(finding, statement=said) if said != finding.statement else finding

    def _counterpart(self, finding: Finding, words: str) -> str:
        """What the other language has for words of one: a citation of the same provisions at the
        same place, or the caption of the same provision; "" where it has none."""
        is_present = finding.side == "present"
        own = self.own.present if is_present else self.own.proposed
        other = self.other.present if is_present else self.other.proposed
        for citation in self._citations(own, finding.key):
            if citation.reference.text == words and (named := _named(citation)):
                others = self._citations(other, finding.key)
                same = (each for each in others if _named(each) == named)
                return next((each.reference.text for each in same), "")
        captioned = (each for each in own.walk() if bare_caption(each.caption) == words)
        keys = (each.key for each in captioned)
        found = (other.by_key(key) for key in keys)
        return next((bare_caption(each.caption) for each in found if each is not None), "")

    def _citations(self, articles: ArticlesOfIncorporation, key: str) -> list[Citation]:
        provision = articles.by_key(key)
        if provision is None:
            return []
        scanner = self._scanners.setdefault(id(articles), Scanner(Places(articles)))
        return list(citations_in(provision, scanner.places, scanner))


def _named(citation: Citation) -> list[str]:
    return [target.key for each in citation.resolved for target in each.targets]


def _with_words(text: str, words: str, new: str) -> str:
    """The sentence with other words in the place of those that it quotes."""
    quoted = " ".join(words.split())
    return re.sub(rf"(?<!\w){re.escape(quoted)}(?!\w)", lambda _match: new, text)
