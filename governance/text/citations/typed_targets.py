"""What the citations in newly typed wording meant when it was typed: named, stored and found again.

Each is stored by what it says. What is cited by number from the widest level on is known by its
address ("article:9/paragraph:2"), which means the same wherever it stands. What depends on where
it stands (前条, "Paragraph 2") is known by language, words and steps, and counted where the
wording has it several times: "ja 前条/paragraph:2", "en the preceding item#2".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from governance.text.citations.decisions import Decision
from governance.text.citations.resolve import Citation, Resolved, citations_in
from governance.text.citations.scan import Scanner
from governance.text.language import Pointer
from governance.text.tree.places import Places
from governance.text.tree.provision import ArticlesOfIncorporation, Kind, Provision

TypedTargets = Mapping[str, str]
"""The key of what was meant, by the name of a citation's step; several are parted by spaces."""


def find_targets(
    articles: ArticlesOfIncorporation, key: str, decisions: Sequence[Decision] = ()
) -> dict[str, str]:
    """What the wording of a provision and of all below it cites. Stored with a change, so that its
    citations follow later ones."""
    places = Places(articles)
    provision = articles.by_key(key)
    scanner = Scanner(places, decisions)
    step_names = _StepNames(articles.language)
    meant: dict[str, str] = {}
    for each in provision.walk() if provision else ():
        for citation in citations_in(each, places, scanner):
            for resolved in citation.resolved:
                line = each.lines[citation.line]
                base, steps = step_names.of(resolved.pointer, line)
                if base and resolved.base:
                    meant[base] = " ".join(target.key for target in resolved.base)
                for name, target in zip(steps, resolved.chain, strict=False):
                    meant[name] = target.key
    return meant


def shown_citations(targets: TypedTargets) -> list[str]:
    """What a person is told of these citations: their words, or their addresses."""
    said = (name.partition(" ")[2] or name for name in targets)
    return list(dict.fromkeys(each.partition("#")[0] for each in said))


@dataclass
class _StepNames:
    """Gives the citations of one wording, asked for in order, the names they are stored by."""

    language: str
    counts: Counter[str] = field(default_factory=Counter)

    def of(self, pointer: Pointer, line: str) -> tuple[str, list[str]]:
        """The name of what the relative words of a pointer name, "" where it has none that could
        change, and the name of each of its steps."""
        words = [f"{step.kind}:{step.number}" for step in pointer.steps]
        if not pointer.relative and pointer.steps[0].kind in (Kind.ARTICLE, Kind.CHAPTER):
            if pointer.part == "supplementary":
                words[0] = f"supplementary:{pointer.steps[0].number}"
            return "", ["/".join(words[: count + 1]) for count in range(len(words))]
        said = " ".join(line[slice(*pointer.phrase)].split())
        names = ["/".join(filter(None, (said, *words[:count]))) for count in range(len(words) + 1)]
        self.counts[names[-1]] += 1
        times = self.counts[names[-1]]
        counted = f"#{times}" if times > 1 else ""
        base, *steps = (f"{self.language} {name}{counted}" for name in names)
        is_shifting = pointer.relative in ("preceding", "following") and pointer.count
        return base if is_shifting else "", steps


@dataclass(frozen=True, slots=True)
class TypedWording:
    """Newly typed wording with what it cited: `articles` are the proposed ones as it was typed,
    `present` those before the amendment."""

    present: ArticlesOfIncorporation
    articles: ArticlesOfIncorporation
    scanner: Scanner

    def citations(self, provision: Provision, targets: TypedTargets) -> Iterator[Citation]:
        """The citations in the wording of a provision and of all below it, each pointer with what
        it meant. What was not stored names what it names in the articles as they are."""
        names = _StepNames(self.articles.language)
        for each in provision.walk():
            for citation in citations_in(each, self.scanner.places, self.scanner):
                line = each.lines[citation.line]
                resolved = tuple(
                    self._meant(one, targets, *names.of(one.pointer, line))
                    for one in citation.resolved
                )
                yield replace(citation, resolved=resolved)

    def _meant(
        self, resolved: Resolved, targets: TypedTargets, base: str, steps: Sequence[str]
    ) -> Resolved:
        keys = [targets[name].split() for name in (base, *steps) if name in targets]
        if not keys:
            return resolved
        meant = [self._provision(key) for named in keys for key in named]
        first = meant[: len(targets[base].split())] if base in targets else []
        chain = meant[len(first) :]
        ends = chain[-1:] or first
        return Resolved(resolved.pointer, tuple(chain), tuple(ends), base=tuple(first))

    def _provision(self, key: str) -> Provision:
        """What has a key; of what was new and is gone no more than that is known."""
        found = self.present.by_key(key) or self.articles.by_key(key)
        return found or Provision(Kind.ARTICLE, None, key=key)
